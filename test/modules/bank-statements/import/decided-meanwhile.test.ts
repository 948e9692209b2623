import { describe, expect, it } from 'vitest';
import type { Store, Transaction } from '../../../../src/app/store.ts';
import { anonymous } from '../../../../src/kernel/caller.ts';
import { resolveBankException } from '../../../../src/modules/bank-statements/exceptions/resolve-bank-exception.ts';
import { openImporting, referenceOf } from '../../../support/bank-statements/importing.ts';
import { writtenCfonb120 } from '../../../support/bank-statements/written-cfonb.ts';
import { credit, writtenStatement } from '../../../support/bank-statements/written-files.ts';
import { postgres } from '../../../support/databases.ts';
import { openForEach } from '../../../support/open-for.ts';
import { ask } from '../../../support/store/examples.ts';

/** On PostgreSQL a person decides that an entry is the one of the other format, while a file claims that one. */
describe.each([postgres])('a decision about an entry in doubt ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  const day = '2026-11-25';
  const cfonb = (...texts: readonly string[]) =>
    on.import(
      writtenCfonb120([
        {
          ...{ openingCents: 0, from: '2026-11-24', until: day },
          movements: texts.map((text) => ({ cents: 12_000, day, qualifiers: [['LCC', text]] as const })),
        },
      ]),
    );
  const camt = (bankReference: string, text: string, store: Store = on.store) =>
    on.import(
      writtenStatement({ id: bankReference, day, entries: [credit('120.00', { texts: [text] }, { bankReference })] }),
      { services: { ...on.services, store } },
    );
  const decide = (id: string | undefined, decision: object, store: Store = on.store) =>
    resolveBankException({ ...on.services, store }, anonymous, { id, reason: 'vu avec la banque', ...decision });

  /** Once the first caller has done `name`, the other begins, and waits for its commit. */
  const meanwhile = (name: keyof Transaction, other: () => Promise<unknown>) => {
    let answer: Promise<unknown> | null = null;
    const during = async (): Promise<void> => {
      answer = other();
      const waits = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      await expect.poll(() => ask(on.databaseUrl, waits)).toHaveLength(1);
    };
    const watched = (transaction: Transaction): Transaction => ({
      ...transaction,
      [name]: async (...values: never[]) => {
        const result: unknown = await (transaction[name] as (...given: never[]) => Promise<unknown>)(...values);
        if (answer === null) await during();
        return result;
      },
    });
    const store: Store = { ...on.store, transact: (work) => on.store.transact((inside) => work(watched(inside))) };
    return { store, answer: () => answer };
  };

  it.each(['the file', 'the decision'])('counts each entry once, with %s first', async (first) => {
    const [a, b] = [await on.transfer({ amountCents: 12_000 }), await on.transfer({ amountCents: 12_000 })];
    await cfonb('LOYER');
    await decide((await on.open())[0]?.id, { resolution: 'ASSIGNED', payment: a.id });
    await camt('B1', referenceOf(b));
    const [doubted] = await on.open('SAME_REFERENCE');
    const handled = (store?: Store) => decide(doubted?.id, { resolution: 'HANDLED' }, store);
    const file = (store?: Store) => camt('B2', 'LOYER', store);
    const { store, answer } =
      first === 'the file' ? meanwhile('claimBankEntry', handled) : meanwhile('moveBankEntryAliases', file);
    await (first === 'the file' ? file(store) : handled(store));
    await answer();
    expect(await on.open('SAME_REFERENCE')).toEqual([]);
    await cfonb('LOYER', 'LOYER');
    await camt('B1', referenceOf(b));
    await camt('B2', 'LOYER');
    expect([await on.openInWords(), await on.statusOf(b)]).toEqual([['UNMATCHED_CREDIT 12000'], 'REQUIRES_ACTION']);
  });
});
