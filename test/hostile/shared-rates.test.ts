import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultRates, openRateCounter, type RateCounter } from '../../src/http/rates.ts';
import { databases, type TestDatabase } from '../support/databases.ts';
import { startFreezingProxy } from '../support/postgres/freezing-proxy.ts';

/** Two gateways on one database: a client has one rate, not one for each gateway. */

const rates = { ...defaultRates, creation: { requests: 4, seconds: 60 }, address: { requests: 1, seconds: 60 } };
const [postgres] = databases.filter(({ name }) => name === 'postgres');
const open = async () => (await openRateCounter(rates, database.databaseUrl)) as RateCounter;
let database: TestDatabase;
let gateways: RateCounter[];

beforeAll(async () => {
  database = await (postgres as NonNullable<typeof postgres>).openEmpty();
  // At once, as they start after an upgrade.
  gateways = await Promise.all([0, 1, 2, 3, 4, 5].map(open));
});
afterAll(async () => {
  await Promise.all(gateways.map(({ close }) => close()));
  await database.dispose();
});

const [one, other] = [() => gateways[0] as RateCounter, () => gateways[1] as RateCounter];

describe('rates on a shared database', () => {
  it('add up what a client asks of both gateways', async () => {
    const asks = [one, other, one, other, one, other].map((gateway) => gateway().count('creation', 'dcp'));
    const waits = await Promise.all(asks);
    expect(waits.filter((wait) => wait === null)).toHaveLength(4);
    for (const wait of waits) if (wait !== null) expect(wait).toBeLessThanOrEqual(60);
    expect(await one().count('creation', 'compta')).toBeNull();
    expect(await one().count('reading', 'dcp')).toBeNull();
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
    expect(await openRateCounter(null, database.databaseUrl)).toBeNull();
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
