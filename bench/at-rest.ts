import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { withClient } from '../test/support/postgres/client.ts';

/** What a server used until its workers had done what waited, and what it uses while it rests. */
export type Rest = { readonly cpuMicroseconds: number; readonly atMs: number; readonly restingPerMs: number };

type Looks = { readonly everyMs: number; readonly restsBelow: number; readonly most: number };

/**
 * Workers pause for five seconds at most: a server rests that did next to nothing for longer. Lists take a payment some two
 * minutes after it was recorded, and the server rests before that too.
 */
const usualLooks: Looks = { everyMs: 5500, restsBelow: 0.02, most: 60 };
/** Rounds of workers fall into one look and not into the next: what a server uses at rest is measured over so many. */
const restingLooks = 8;

/**
 * @param readCpu microseconds so far, of the gateway and of a database server
 * @throws where the server does not come to rest
 */
export async function atRest(
  readCpu: () => Promise<number>,
  databaseUrl: string,
  { everyMs, restsBelow, most }: Looks = usualLooks,
): Promise<Rest> {
  let before = await readCpu();
  for (let look = 0; look < most; look++) {
    await setTimeout(everyMs);
    const cpuMicroseconds = await readCpu();
    const used = cpuMicroseconds - before;
    if (used < everyMs * 1000 * restsBelow && !(await listsLack(databaseUrl))) {
      await setTimeout(everyMs * restingLooks);
      const after = await readCpu();
      const restingPerMs = (after - cpuMicroseconds) / (everyMs * restingLooks);
      return { cpuMicroseconds: after, atMs: performance.now(), restingPerMs };
    }
    before = cpuMicroseconds;
  }
  throw new Error(`the server did not rest within ${(everyMs * most) / 1000} s`);
}

/** Between two rests, without what it would have used at rest. */
export const usedBetween = (from: Rest, to: Rest): number =>
  to.cpuMicroseconds - from.cpuMicroseconds - to.restingPerMs * (to.atMs - from.atMs);

const lacking = 'select 1 from payments where id not in (select id from payment_list) limit 1';

/** Whether a payment has no copy for lists yet. A checkout from before those makes none. */
export async function listsLack(databaseUrl: string): Promise<boolean> {
  return databaseUrl.startsWith('sqlite:')
    ? lackOnSqlite(databaseUrl.slice('sqlite:'.length))
    : lackOnPostgres(databaseUrl);
}

function lackOnSqlite(file: string): boolean {
  using database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  const lists = database.prepare(`select 1 from sqlite_schema where name = 'payment_list'`).get();
  return lists !== undefined && database.prepare(lacking).get() !== undefined;
}

const lackOnPostgres = (databaseUrl: string): Promise<boolean> =>
  withClient(databaseUrl, async (client) => {
    const { rows } = await client.query(`select to_regclass('payment_list') is not null as has`);
    return rows[0].has && (await client.query(lacking)).rows.length > 0;
  });
