import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { atRest, listsLack, usedBetween } from '../../bench/at-rest.ts';
import { temporaryFolder } from '../support/open-for.ts';

const folder = temporaryFolder('at-rest');
const looks = { everyMs: 20, restsBelow: 0.02, most: 50 };

function databaseWith(name: string, tables: string) {
  const file = path.join(folder, `${name}.sqlite`);
  const database = new DatabaseSync(file);
  database.exec(tables);
  return { url: `sqlite:${file}`, database };
}

const both = 'create table payments (id text); create table payment_list (id text)';

it('a server rests when its lists have all payments, however little it does before that', async () => {
  const { url, database } = databaseWith('lists', `${both}; insert into payments values ('pay_1')`);
  expect(await listsLack(url)).toBe(true);
  let reads = 0;
  const readCpu = async (): Promise<number> => {
    reads++;
    if (reads === 5) database.exec(`insert into payment_list values ('pay_1')`);
    return 100 * reads;
  };
  expect(await atRest(readCpu, url, looks)).toMatchObject({ cpuMicroseconds: 600, restingPerMs: 100 / 160 });
  database.close();
});

it('a server that goes on working does not rest, nor one whose lists never have a payment', async () => {
  const { url, database } = databaseWith('busy', both);
  let used = 0;
  const busy = async (): Promise<number> => {
    used += 1000;
    return used;
  };
  await expect(atRest(busy, url, { ...looks, most: 3 })).rejects.toThrow('did not rest within 0.06 s');
  database.exec(`insert into payments values ('pay_1')`);
  await expect(atRest(async () => 0, url, { ...looks, most: 3 })).rejects.toThrow('did not rest');
  database.close();
});

it('a checkout without copies for lists rests without them', async () => {
  const { url, database } = databaseWith(
    'old',
    `create table payments (id text); insert into payments values ('pay_1')`,
  );
  expect(await listsLack(url)).toBe(false);
  database.close();
});

it('what a server uses at rest does not count', () => {
  const from = { cpuMicroseconds: 1000, atMs: 0, restingPerMs: 7 };
  expect(usedBetween(from, { cpuMicroseconds: 9000, atMs: 200, restingPerMs: 5 })).toBe(7000);
});
