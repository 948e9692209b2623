import { describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../../src/app/store.ts';
import { lookAgainAgesMs } from '../../../src/modules/event-log/look-again.ts';
import { indexDocuments } from '../../../src/modules/search/index-documents.ts';
import type { SearchWrites } from '../../../src/modules/search/search-document.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';
import { failing } from '../../support/search/failing.ts';
import { storeOneOfEach } from '../../support/search/searched.ts';
import { found, index, indexAt, later, soon } from '../../support/search/searching.ts';
import { examplePayment, initiate, insertPayment, openTestStore } from '../../support/store/examples.ts';

describe.each(drawnDatabases())('the index of words ($name)', (database) => {
  const opened = openForEach(() => openTestStore(database));

  const initiateMany = async (count: number, words: string): Promise<string[]> => {
    const ids: string[] = [];
    for (let made = 0; made < count; made++) {
      ids.push((await initiate(opened.store, { commentaire: words, idCommande: `N${made}` })).id);
    }
    return ids;
  };
  const count = async (text: string) => (await found(opened.store, text, { first: 1000 })).hits.length;

  it('takes in what was there before it, newest first, and says until then that it is not complete', async () => {
    const ids = await initiateMany(250, 'ancien');
    const one = await storeOneOfEach(opened.store);
    const steps: number[] = [];
    let asked = 0;
    const round = (keepsLease: () => Promise<boolean>) =>
      indexDocuments({
        ...{ store: opened.store, clock: later, keepsLease, failed: failing },
        onOlder: (payments) => steps.push(payments),
      });
    // The lease is lost after a batch of old payments.
    while (steps.length === 0) await round(async () => ++asked < 0);
    const first = await found(opened.store, 'ancien', { first: 1000 });
    expect(first).toMatchObject({ isComplete: false });
    expect(first.names).toEqual(ids.slice(-first.names.length).toReversed());
    expect(first.names.length).toBeLessThan(250);
    await round(async () => true);
    expect(await found(opened.store, 'ancien', { first: 1000 })).toMatchObject({ isComplete: true });
    expect(await count('ancien')).toBe(250);
    for (const words of ['lefevre', 'cafe', 'ostergard', 'moreau', 'prelevements', 'rel 4711']) {
      expect((await found(opened.store, words)).hits).toHaveLength(1);
    }
    expect((await found(opened.store, one.payment.id)).hits).toHaveLength(1);
  });

  it('writes nothing where nothing happened', async () => {
    await initiateMany(3, 'calme');
    await index(opened.store);
    await index(opened.store, later);
    const turns = async () =>
      (await opened.store.searchState()) && (await opened.store.transact((transaction) => transaction.searchState()));
    const before = await turns();
    const { store } = opened;
    const transact = () => {
      throw new Error('nothing is to be written');
    };
    await indexDocuments({
      ...{ store: { ...store, transact } as Store, clock: later, keepsLease: async () => true },
      onOlder: () => undefined,
      failed: failing,
    });
    expect(await turns()).toEqual(before);
  });

  it('takes in changes of what can change, and forgets what is gone', async () => {
    const { customer, mandate } = await storeOneOfEach(opened.store);
    await index(opened.store);
    await opened.store.transact(async (transaction) => {
      const details = { ...customer.details, lastName: 'Nouveau' };
      await transaction.updateCustomer({ ...customer, details, version: 2 });
      const debtor = mandate.debtor && { ...mandate.debtor, name: 'Bistrot de la Gare' };
      await transaction.updateMandate({ ...mandate, debtor, version: 2 });
    });
    expect(await count('ostergard')).toBe(0);
    await index(opened.store);
    expect([await count('nouveau'), await count('ostergard')]).toEqual([1, 0]);
    expect([await count('bistrot'), await count('cafe')]).toEqual([1, 0]);
    await opened.store.transact((transaction) => transaction.removeCustomer(customer));
    expect(await count('nouveau')).toBe(0);
    await index(opened.store);
    expect(await count('nouveau')).toBe(0);
  });

  it('is filled once by two gateways at once', async () => {
    await using other = await openStore({ databaseUrl: opened.databaseUrl });
    await initiateMany(320, 'double');
    await storeOneOfEach(opened.store);
    // A lease is no proof: both work.
    await Promise.all([index(opened.store), index(other), index(opened.store), index(other)]);
    await Promise.all([index(opened.store), index(other)]);
    expect(await count('double')).toBe(320);
    expect(await count('ostergard')).toBe(1);
    expect(new Set((await found(other, 'double', { first: 1000 })).names).size).toBe(320);
  });

  it.each<keyof SearchWrites>(['lockSearch', 'putDocuments', 'moveSearch', 'removeQueued'])(
    'loses nothing where it is killed at %s',
    async (name) => {
      await initiateMany(220, 'survit');
      await storeOneOfEach(opened.store);
      const { store } = opened;
      let calls = 0;
      const dying: Store = {
        ...store,
        transact: (work) =>
          store.transact((transaction) => {
            const died = async () => {
              throw new Error('killed');
            };
            return work(
              new Proxy(transaction, {
                get: (whole, key) => (key === name && ++calls % 2 === 0 ? died : Reflect.get(whole, key)),
              }),
            );
          }),
      };
      for (let round = 0; round < 12; round++) await index(dying).catch(() => undefined);
      expect(calls).toBeGreaterThan(1);
      await index(store);
      expect(await count('survit')).toBe(220);
      expect(await count('moreau')).toBe(1);
    },
  );

  it('finds what a clock that was ahead would have passed over', async () => {
    await indexAt(opened.store, Date.now() + 3_600_000);
    await initiateMany(2, 'horloge');
    await index(opened.store);
    expect(await count('horloge')).toBe(2);
  });

  it('is made again where other rules make the words', async () => {
    await initiateMany(3, 'regles');
    await index(opened.store);
    await opened.store.transact((transaction) => transaction.moveSearch({ version: -1 }));
    await index(opened.store);
    expect(await count('regles')).toBe(3);
    expect(await opened.store.searchState()).toMatchObject({ oldest: null, queuedUntil: null });
  });

  it('keeps documents of one millisecond apart', async () => {
    const id = (end: string) => `pay_${Date.now().toString(16).padStart(12, '0')}7001${end.padStart(16, '0')}`;
    const at = Date.now();
    const ids = ['1', '2', '3'].map((end) => id(end).replace(/^pay_.{12}/, `pay_${at.toString(16).padStart(12, '0')}`));
    for (const [place, one] of ids.entries()) await initiate(opened.store, { id: one, commentaire: `jumeau${place}` });
    await index(opened.store);
    expect(await count('jumeau')).toBe(3);
    expect((await found(opened.store, 'jumeau1')).names).toEqual([ids[1]]);
  });

  it('finds again what was committed after its time was settled', async () => {
    await index(opened.store);
    const slow = examplePayment({ commentaire: 'tardif' });
    await initiateMany(1, 'rapide');
    await index(opened.store, later);
    await opened.store.transact((transaction) => insertPayment(transaction, slow));
    await index(opened.store, later);
    expect([await count('rapide'), await count('tardif')]).toEqual([1, 0]);
    await indexAt(opened.store, later() + Math.min(...lookAgainAgesMs));
    expect([await count('rapide'), await count('tardif')]).toEqual([1, 1]);
  });

  // SQLite writes one transaction at a time, so none commits unseen by another.
  if (database.name === 'postgres') {
    it('finds what a transaction commits after younger payments were indexed', async () => {
      await index(opened.store);
      const [inserted, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const slow = examplePayment({ commentaire: 'lent' });
      const committing = opened.store.transact(async (transaction) => {
        await insertPayment(transaction, slow);
        inserted.resolve();
        await held.promise;
      });
      await inserted.promise;
      await initiateMany(1, 'rapide');
      await index(opened.store, soon);
      held.resolve();
      await committing;
      await index(opened.store, soon);
      expect([await count('rapide'), await count('lent')]).toEqual([1, 0]);
      await indexAt(opened.store, Date.now() + 20_000);
      expect([await count('rapide'), await count('lent')]).toEqual([1, 1]);
    });
  }
});
