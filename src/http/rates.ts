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
/** A counter that is left out refuses nothing. */
export type Rates = { readonly [Name in RateName]?: Rate | undefined };

export type RateCounter = {
  /** Counts a request. Null, or in how many seconds to come back. */
  readonly count: (name: RateName, key: string) => Promise<number | null>;
  readonly close: () => Promise<void>;
};

/** Counts in the database where gateways can share it, else in this process. Null without rate limits. */
export async function openRateCounter(rates: Rates, databaseUrl: string): Promise<RateCounter | null> {
  if (Object.keys(rates).length === 0) return null;
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
  const shared = (name: RateName) => limiterOf(rates[name], (rate) => createPostgresLimiter(pool, rate, name));
  const limiters = { ...createMemoryLimiters(rates), reading: shared('reading'), creation: shared('creation') };
  return counterOf(limiters, () => pool.end());
}

type Limiters = Readonly<Record<RateName, RateLimiterAbstract | null>>;

const optionsOf = ({ requests, seconds }: Rate, name: RateName) => ({
  points: requests,
  duration: seconds,
  keyPrefix: name,
});

function createMemoryLimiters(rates: Rates): Limiters {
  const create = (name: RateName) => limiterOf(rates[name], (rate) => new RateLimiterMemory(optionsOf(rate, name)));
  return {
    address: create('address'),
    notification: create('notification'),
    reading: create('reading'),
    creation: create('creation'),
  };
}

const limiterOf = <Limiter>(rate: Rate | undefined, create: (rate: Rate) => Limiter): Limiter | null =>
  rate === undefined ? null : create(rate);

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
        await limiters[name]?.consume(key);
        return null;
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      }
    },
  };
}
