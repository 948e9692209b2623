import type { Pool } from 'pg';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible';

/** So many requests in a window of so many seconds. */
export type Rate = { readonly requests: number; readonly seconds: number };

/**
 * The counters. `address`: all requests of one address, for the cost to this process. `notification`: requests to
 * `/notify`, which a bank repeats when refused. `reading` and `creation`: requests of one client, or of one address
 * without a key. A creation costs more.
 */
export type RateName = 'address' | 'notification' | 'reading' | 'creation';
export type Rates = Readonly<Record<RateName, Rate>>;

export const defaultRates: Rates = {
  address: { requests: 1000, seconds: 10 },
  notification: { requests: 1000, seconds: 10 },
  reading: { requests: 1000, seconds: 10 },
  creation: { requests: 300, seconds: 10 },
};

export type RateCounter = {
  /** Counts a request. Null, or in how many seconds to come back. */
  readonly count: (name: RateName, key: string) => Promise<number | null>;
  readonly close: () => Promise<void>;
};

/** Counts in the database where gateways can share it, else in this process. Null without rate limits. */
export async function openRateCounter(rates: Rates | null, databaseUrl: string): Promise<RateCounter | null> {
  if (rates === null) return null;
  return databaseUrl.startsWith('sqlite:') ? createRateCounter(rates) : openSharedRateCounter(rates, databaseUrl);
}

/** Counts in this process. */
export function createRateCounter(rates: Rates): RateCounter {
  return counterOf(createMemoryLimiters(rates), () => Promise.resolve());
}

/**
 * Counts clients in the database that several gateways share (PostgreSQL), and costs of a process in that process. If
 * the database is slow, each gateway counts for itself.
 */
async function openSharedRateCounter(rates: Rates, databaseUrl: string): Promise<RateCounter> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'reglement rates',
    max: 4,
    connectionTimeoutMillis: 1000,
    statement_timeout: 1000,
    // The client's own time-out, for a server that vanished: longer than the server's.
    query_timeout: 1500,
  });
  // The insurance takes over; without a listener the event of an idle connection that breaks would end the process.
  pool.on('error', () => undefined);
  const reading = createPostgresLimiter(pool, rates.reading, 'reading');
  const creation = createPostgresLimiter(pool, rates.creation, 'creation');
  return counterOf({ ...createMemoryLimiters(rates), reading, creation }, () => pool.end());
}

type Limiters = Readonly<Record<RateName, RateLimiterAbstract>>;

const optionsOf = ({ requests, seconds }: Rate, name: RateName) => ({
  points: requests,
  duration: seconds,
  keyPrefix: name,
});

function createMemoryLimiters(rates: Rates): Limiters {
  const create = (name: RateName) => new RateLimiterMemory(optionsOf(rates[name], name));
  return {
    address: create('address'),
    notification: create('notification'),
    reading: create('reading'),
    creation: create('creation'),
  };
}

function createPostgresLimiter(pool: Pool, rate: Rate, name: RateName): RateLimiterAbstract {
  return new RateLimiterPostgres({
    ...optionsOf(rate, name),
    storeClient: pool,
    tableName: 'rate_limits',
    // By a migration: the gateway's database user may not be allowed to.
    tableCreated: true,
    // A client that is over its rate costs no query until its window ends.
    inMemoryBlockOnConsumed: rate.requests,
    insuranceLimiter: new RateLimiterMemory(optionsOf(rate, name)),
  });
}

function counterOf(limiters: Limiters, close: () => Promise<void>): RateCounter {
  return {
    close,
    async count(name, key) {
      try {
        await limiters[name].consume(key);
        return null;
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      }
    },
  };
}
