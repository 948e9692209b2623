import pg from 'pg';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultRates } from '../../src/config/schema/limits.ts';
import { openRateCounter, type RateCounter } from '../../src/http/rates.ts';
import { postgres, type TestDatabase } from '../support/databases.ts';
import { startFreezingProxy } from '../support/postgres/freezing-proxy.ts';
import { ask } from '../support/store/examples.ts';

/** Two gateways on one database: a client has one rate, not one for each gateway. */

const rates = { ...defaultRates, creation: { requests: 4, seconds: 60 }, address: { requests: 1, seconds: 60 } };
const open = async () => (await openRateCounter(rates, database.databaseUrl)) as RateCounter;
let database: TestDatabase;
let gateways: RateCounter[];

beforeAll(async () => {
  database = await postgres.open();
  gateways = await Promise.all([0, 1, 2, 3, 4, 5].map(open));
});
afterAll(async () => {
  await Promise.all(gateways.map(({ close }) => close()));
  await database.dispose();
});

const [one, other] = [() => gateways[0] as RateCounter, () => gateways[1] as RateCounter];

/** As a gateway before the migration opens it. */
async function openAsBefore(
  databaseUrl: string,
): Promise<{ count: () => Promise<number>; close: () => Promise<void> }> {
  const pool = new pg.Pool({ connectionString: databaseUrl });
  const limiter = await new Promise<RateLimiterPostgres>((resolve, reject) => {
    const options = { storeClient: pool, tableName: 'rate_limits', keyPrefix: 'creation', points: 4, duration: 60 };
    const opening = new RateLimiterPostgres(options, (error?: Error) => (error ? reject(error) : resolve(opening)));
  });
  return { count: async () => (await limiter.consume('before')).consumedPoints, close: () => pool.end() };
}

const shapeOf = (databaseUrl: string) =>
  Promise.all([
    ask(
      databaseUrl,
      `select column_name, data_type, character_maximum_length, column_default, is_nullable
        from information_schema.columns where table_name = 'rate_limits' order by ordinal_position`,
    ),
    ask(databaseUrl, `select indexdef from pg_indexes where tablename = 'rate_limits'`),
    ask(
      databaseUrl,
      `select conname, pg_get_constraintdef(oid) from pg_constraint where conrelid = 'rate_limits'::regclass order by 1`,
    ),
  ]);

describe('rates on a shared database', () => {
  it('add up what a client asks of both gateways', async () => {
    const asks = [one, other, one, other, one, other].map((gateway) => gateway().count('creation', 'dcp'));
    const waits = await Promise.all(asks);
    expect(waits.filter((wait) => wait === null)).toHaveLength(4);
    for (const wait of waits) if (wait !== null) expect(wait).toBeLessThanOrEqual(60);
    expect(await one().count('creation', 'compta')).toBeNull();
    expect(await one().count('reading', 'dcp')).toBeNull();
  });

  it('are counted together with a gateway of before, which makes the same table by itself', async () => {
    const older = await openAsBefore(database.databaseUrl);
    expect(await one().count('creation', 'before')).toBeNull();
    expect(await older.count()).toBe(2);
    await older.close();
    const empty = await postgres.openEmpty();
    await (await openAsBefore(empty.databaseUrl)).close();
    expect(await shapeOf(database.databaseUrl)).toEqual(await shapeOf(empty.databaseUrl));
    await empty.dispose();
  });

  it('keep what costs a single process in the process', async () => {
    expect(await one().count('address', 'cell 1')).toBeNull();
    expect(await other().count('address', 'cell 1')).toBeNull();
    expect(await one().count('address', 'cell 1')).toBeGreaterThan(0);
  });

  it('are kept in the process on SQLite, and nowhere without rate limits', async () => {
    const alone = await openRateCounter(rates, 'sqlite:payments.sqlite');
    expect(await alone?.count('address', 'cell 1')).toBeNull();
    expect(await alone?.count('address', 'cell 1')).toBeGreaterThan(0);
    expect(await openRateCounter({}, database.databaseUrl)).toBeNull();
  });

  it('are counted by each gateway alone where the database is gone', async () => {
    const lonely = await open();
    await lonely.close();
    const waits = [];
    for (let index = 0; index < 5; index++) waits.push(await lonely.count('creation', 'ibar'));
    expect(waits).toEqual([null, null, null, null, expect.any(Number)]);
  });

  it('are counted by each gateway alone, after a moment, where the database does not say a word', async () => {
    const proxy = await startFreezingProxy();
    const lonely = (await openRateCounter(rates, proxy.url(database.databaseUrl))) as RateCounter;
    expect(await lonely.count('creation', 'intranet')).toBeNull();
    proxy.freeze();
    const asked = performance.now();
    // More than there are connections.
    const waits = await Promise.all([1, 2, 3, 4, 5, 6].map(() => lonely.count('creation', 'intranet')));
    expect(performance.now() - asked).toBeLessThan(4000);
    expect(waits.filter((wait) => wait === null)).toHaveLength(4);
    await lonely.close();
    await proxy.close();
  });
});
