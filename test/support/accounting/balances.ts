import { expect } from 'vitest';
import { createBooks } from '../../../src/app/event-handlers.ts';
import { rulesOf } from '../../../src/kernel/merchant.ts';
import { checkJournal } from '../../../src/modules/accounting/check-journal.ts';
import { postJournal } from '../../../src/modules/accounting/post-journal.ts';
import { trialBalance } from '../../../src/modules/accounting/read-journal.ts';
import { at, type Importing } from '../bank-statements/importing.ts';

const nextDay = at + 86_400_000;

/** Every account that does not stand at nothing, in cents; and that the books hold together. */
export async function balancesOf(
  on: Pick<Importing, 'store' | 'services'>,
  idSociete = '1',
): Promise<Readonly<Record<string, number>>> {
  const books = { idSociete, runMode: 'TEST' } as const;
  await postJournal({ store: on.store, clock: () => nextDay, rulesOf: rulesOf(on.services) });
  const checking = { store: on.store, ...createBooks({ ...on.services, rulesOf: rulesOf(on.services) }) };
  const options = { books, booksMissing: false, onProgress: () => undefined };
  expect((await checkJournal(checking, options)).problems).toEqual([]);
  const { accounts } = await trialBalance(on, books, { from: '2026-11-01', to: '2026-12-31' });
  const all = accounts.map(({ account, debitCents, creditCents }) => [account, debitCents - creditCents] as const);
  return Object.fromEntries(all.filter(([, cents]) => cents !== 0));
}
