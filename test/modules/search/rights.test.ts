import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anonymous, type Caller, type Scope, scope } from '../../../src/kernel/caller.ts';
import { type PaymentTarget, paymentTarget } from '../../../src/kernel/vocabulary.ts';
import { maySee } from '../../../src/modules/payments/may-see.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { mostScopes } from '../../../src/modules/search/search-document.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';
import { storeOneOfEach } from '../../support/search/searched.ts';
import { everyone, found, index, servicesOn } from '../../support/search/searching.ts';
import { initiate, openTestStore } from '../../support/store/examples.ts';

describe.each(drawnDatabases())('the rights of a search ($name)', (database) => {
  const opened = openForGroup(() => openTestStore(database));
  const payments: Payment[] = [];

  beforeAll(async () => {
    for (const idSociete of ['1', '2']) {
      for (const idOrigin of ['web', 'télévente']) {
        for (const target of paymentTarget.names) {
          for (const effectiveRunMode of ['TEST', 'LIVE'] as const) {
            const client = idOrigin === 'web' ? 'shop' : 'desk';
            const change = { idSociete, idOrigin, paymentTarget: target, effectiveRunMode, client };
            payments.push(await initiate(opened.store, { ...change, commentaire: 'commun' }));
          }
        }
      }
    }
    await storeOneOfEach(opened.store);
    await index(opened.store);
  });

  const some = <Value>(values: readonly Value[]) =>
    fc.option(
      fc.subarray([...values]).map((chosen): ReadonlySet<Value> => new Set(chosen)),
      { nil: null },
    );
  const callers = fc.record({
    client: fc.constantFrom('shop', 'desk', 'office'),
    societes: some(['1', '2', '9']),
    origins: some(['web', 'télévente']),
    targets: some<PaymentTarget>(paymentTarget.names),
    runModes: fc.subarray(['TEST', 'LIVE'] as const).map((modes) => new Set(modes)),
    scopes: fc
      .subarray<Scope>(['read', 'mandates', 'customers', 'decide', 'batches', 'accounting'])
      .map((all) => new Set(all)),
  });

  it('are those of the objects: each caller finds exactly the payments that it may see', async () => {
    await fc.assert(
      fc.asyncProperty(callers, async (rights) => {
        const caller: Caller = { ...anonymous, ...rights };
        const expected = payments.filter((payment) => maySee(servicesOn(opened.store), caller, payment));
        const result = await found(opened.store, 'commun', { caller, first: 100 });
        expect(result.names.toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
        for (const { id, reference } of payments) {
          const isSeen = expected.some((one) => one.id === id);
          expect((await found(opened.store, reference, { caller })).names).toEqual(isSeen ? [id] : []);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('never call an answer complete where newer objects of others may hide one of the caller’s', async () => {
    const beginning = 'pay_0a0b0c0d';
    const idOf = (number: number) => `${beginning}${String(number).padStart(24, '0')}`;
    const mine = idOf(1);
    // Of each look-up, five pages are read at most.
    for (let number = 1; number <= 16; number++) {
      await initiate(opened.store, { id: idOf(number), idSociete: number === 1 ? '8' : '7' });
    }
    const caller: Caller = { ...everyone, client: 'other', societes: new Set(['8']) };
    const few = await found(opened.store, beginning, { caller, first: 2 });
    expect([few.names, few.isComplete]).toEqual([[], false]);
    const all = await found(opened.store, beginning, { caller, first: 3 });
    expect([all.names, all.isComplete]).toEqual([[mine], true]);
    expect((await found(opened.store, mine, { caller, first: 2 })).isComplete).toBe(true);
  });

  it.each<[string, Scope]>([
    ['lefevre', 'read'],
    ['cafe commerce', 'mandates'],
    ['ostergard', 'customers'],
    ['moreau', 'decide'],
    ['prelevements', 'batches'],
    ['REL-4711', 'accounting'],
  ])('hide what is found by %j without the scope %s, and at another société', async (text, power) => {
    const without = new Set(scope.names.filter((one) => one !== power && one !== 'operations'));
    expect((await found(opened.store, text, { caller: { ...everyone, scopes: new Set([power]) } })).hits).toHaveLength(
      1,
    );
    expect((await found(opened.store, text, { caller: { ...everyone, scopes: without } })).hits).toEqual([]);
    const elsewhere: Caller = { ...everyone, client: 'other', societes: new Set(['2']) };
    expect((await found(opened.store, text, { caller: elsewhere })).hits).toEqual([]);
  });

  it('hold where there are too many different rights to list', async () => {
    await opened.store.transact(async (transaction) => {
      await transaction.lockSearch();
      const documents = Array.from({ length: mostScopes }, (_, place) => ({
        ...{ key: `pay_${place.toString(16).padStart(32, '0')}`, at: 0, words: ['flood'] },
        scope: {
          ...({ kind: 'PAYMENT', idSociete: '1', runMode: 'LIVE', client: 'flood', paymentTarget: 'PAYBOX' } as const),
          idOrigin: `o${place}`,
        },
      }));
      await transaction.putDocuments(documents);
    });
    const late = await initiate(opened.store, { idOrigin: 'late', commentaire: 'deborde', client: 'desk' });
    await index(opened.store);
    expect((await found(opened.store, 'deborde')).names).toEqual([late.id]);
    const narrow: Caller = { ...everyone, origins: new Set(['web']) };
    expect((await found(opened.store, 'deborde', { caller: narrow })).names).toEqual([]);
    // What the index still proposes and is not there is no result.
    expect((await found(opened.store, 'flood')).names).toEqual([]);
  });
});
