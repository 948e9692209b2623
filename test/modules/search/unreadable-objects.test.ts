import { describe, expect, it } from 'vitest';
import { lookAgainAgesMs } from '../../../src/modules/event-log/look-again.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForEach } from '../../support/open-for.ts';
import { storeOneOfEach } from '../../support/search/searched.ts';
import { found, index, indexAt, later, soon } from '../../support/search/searching.ts';
import { ask, initiate, openTestStore } from '../../support/store/examples.ts';

/** An object that cannot be read stays out of the index, is named, and holds up no other. */

const [minuteMs, dayMs] = [60_000, 86_400_000];

describe.each(drawnDatabases())('the index of words over what cannot be read ($name)', (database) => {
  const opened = openForEach(() => openTestStore(database));

  const set = (table: string, change: string, where: string) =>
    ask(opened.databaseUrl, `update ${table} set ${change} where ${where}`);
  const count = async (text: string) => (await found(opened.store, text, { first: 100 })).hits.length;
  const payments = async (words: string): Promise<string[]> => {
    const ids: string[] = [];
    for (const order of ['A', 'B', 'C'])
      ids.push((await initiate(opened.store, { commentaire: words, idCommande: order })).id);
    return ids;
  };
  const indexed = async (at: number): Promise<string[]> => {
    const failed: string[] = [];
    await indexAt(opened.store, at, (subject) => failed.push(subject));
    return failed;
  };

  it.each(['new', 'old'])('takes in the %s payments beside it, and it once it is looked for again', async (age) => {
    if (age === 'new') await index(opened.store);
    const [, broken] = await payments('rouge');
    await set('payments', `status = 'NONSENSE'`, `id = '${broken}'`);
    expect(await indexed(soon())).toEqual([broken]);
    expect([await count('rouge'), await indexed(soon())]).toEqual([2, []]);
    expect(await found(opened.store, 'rouge')).toMatchObject({ isComplete: true });
    await set('payments', `status = 'REQUIRES_ACTION'`, `id = '${broken}'`);
    await indexAt(opened.store, later() + Math.min(...lookAgainAgesMs));
    expect(await count('rouge')).toBe(3);
  });

  it('takes in the others of the other kinds, and it at its next change', async () => {
    await index(opened.store);
    const { mandate } = await storeOneOfEach(opened.store);
    await set('mandates', `scheme = 'NONSENSE'`, `id = '${mandate.id}'`);
    expect(await indexed(soon())).toEqual([mandate.id]);
    expect([await count('ostergard'), await count('moreau'), await count('cafe')]).toEqual([1, 1, 0]);
    await set('mandates', `scheme = 'CORE'`, `id = '${mandate.id}'`);
    const debtor = mandate.debtor && { ...mandate.debtor, name: 'Bistrot' };
    await opened.store.transact((transaction) => transaction.updateMandate({ ...mandate, debtor, version: 2 }));
    expect([await indexed(soon()), await count('bistrot')]).toEqual([[], 1]);
  });
});

it('names such an object in the log once, at error', async () => {
  await using gateway = await startGateway();
  await gateway.runWorkers('search');
  const broken = await initiate(gateway.store, { createdAt: gateway.now() });
  await ask(gateway.databaseUrl, `update payments set status = 'NONSENSE' where id = '${broken.id}'`);
  for (const ms of [5_000, minuteMs, 11 * minuteMs, 1.1 * dayMs, minuteMs]) await gateway.pass(ms, 'search');
  const named = gateway.logs.filter(({ level, subject }) => level === 50 && subject === broken.id);
  expect(named).toMatchObject([{ fault: expect.stringMatching(/^AssertionError: at /) }]);
});
