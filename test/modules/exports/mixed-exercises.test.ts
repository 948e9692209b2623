import { expect, it } from 'vitest';
import { defaultAccountingRules } from '../../../src/kernel/accounting-rules.ts';
import { anonymous } from '../../../src/kernel/caller.ts';
import type { JournalEntry } from '../../../src/modules/accounting/journal.ts';
import { entryHash } from '../../../src/modules/accounting/journal-chain.ts';
import { postJournal } from '../../../src/modules/accounting/post-journal.ts';
import { planJournal } from '../../../src/modules/exports/of-books.ts';
import { readParameters } from '../../../src/modules/exports/read-parameters.ts';
import { at, type Importing, openImporting, referenceOf } from '../../support/bank-statements/importing.ts';
import { credit, writtenStatement } from '../../support/bank-statements/written-files.ts';
import { sqlite } from '../../support/databases.ts';
import { openForEach } from '../../support/open-for.ts';

const on = openForEach(() => openImporting(sqlite));

async function received({ store, import: take, transfer }: Importing, bookedOn: string): Promise<JournalEntry> {
  const structured = referenceOf(await transfer());
  const entries = [credit('123.45', { structured }, { bookedOn, bankReference: bookedOn })];
  await take(writtenStatement({ id: bookedOn, entries }));
  const [entry] = await store.unpostedEntries('', 1);
  if (!entry) throw new Error('nothing was booked');
  return entry;
}

it('a journal of a period has each entry of its days, whatever exercise an older version put it into', async () => {
  await received(on, '2026-11-24');
  const rulesOf = () => ({ ...defaultAccountingRules, fiscalYearStart: '10-01' });
  await postJournal({ store: on.store, clock: () => at, rulesOf });
  const entry = { ...(await received(on, '2026-11-25')), exercise: 2026 };
  const place = { position: 1, number: 1, postedAt: at, previousHash: null };
  const posting = { ...place, hash: entryHash(entry, place) };
  const { id, date, exercise } = entry;
  await on.store.transact((transaction) => transaction.postJournalEntry(id, { ...posting, date, exercise }));
  const query = { idSociete: '1', runMode: 'TEST', from: '2026-11-24', to: '2026-11-25' };
  const parameters = readParameters('journal', new URLSearchParams(query));
  const plan = await planJournal(on.services, anonymous, parameters, { language: 'fr', names: false });
  const days: (string | undefined)[] = [];
  for await (const { text } of plan.pages(async () => anonymous)) days.push(/2026-11-2\d/.exec(text)?.[0]);
  expect(days).toEqual(['2026-11-25', '2026-11-24']);
});
