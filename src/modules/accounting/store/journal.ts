import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { pagesOf } from '../../../kernel/walk-pages.ts';
import type { Connection } from '../../../store/connection.ts';
import { newestOfEach } from '../../../store/newest-of-each.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { readRows } from '../../../store/prepared-query.ts';
import type { RowOf } from '../../../store/record.ts';
import type { sequenceQueries } from '../../payments/store/queries.ts';
import {
  type AccountTotal,
  amountOf,
  type Books,
  type JournalEntry,
  type JournalReads,
  type JournalWrites,
  type PostedEntry,
  type Posting,
} from '../journal.ts';
import { listJournal } from './list-journal.ts';
import { afterAllIds, type journalQueries } from './queries.ts';
import {
  booksOfEntries,
  type JournalEntryRow,
  type JournalLineRow,
  journalEntries,
  journalEntryColumns,
  journalLineColumns,
  journalLines,
  postings,
} from './tables.ts';

/** With so many lines or fewer, all entries of an account are looked up for a page. SQLite takes some 10 ms for them. */
const fewLines = 5000;
const beforeAllBooks: Books = { idSociete: '', runMode: 'LIVE' };

export function createJournalReads(
  { db, queries }: Preparation<typeof journalQueries>,
  connection: Connection,
): JournalReads {
  const first = async ([row]: readonly JournalEntryRow[]): Promise<JournalEntry | null> =>
    row === undefined ? null : entryOf(row, (await queries.journalLines(connection, { id: row.id })).rows);
  return {
    journalEntry: async (id) => first((await queries.journalEntry(connection, { id })).rows),
    journalEntriesOf: async (paymentId) =>
      withAllLines(db, connection, (await queries.journalEntriesOf(connection, { paymentId })).rows),
    journalEntriesOfPayments: async (owners, limit) => {
      const of = {
        table: 'journal_entries',
        columns: journalEntryColumns,
        owner: 'payment_id',
        owners,
        limit,
      } as const;
      return withAllLines(db, connection, await newestOfEach<JournalEntryRow>(db, connection, of));
    },
    reversalOf: async (id) => first((await queries.reversalOf(connection, { id })).rows),
    suspenseOf: async (bankEntryId) => first((await queries.suspenseOf(connection, { bankEntryId })).rows),
    clearedCents: async (id, account) => (await queries.clearedCents(connection, { id, account })).rows[0]?.cents ?? 0,
    suspenseEntries: async (books, afterId, limit) => {
      const { rows } = await queries.suspenseEntries(connection, { ...books, afterId, limit });
      return rows.map(({ id, remaining_cents: remainingCents }) => ({ id, remainingCents }));
    },
    journalEntries: async (query) => withAllLines(db, connection, await readRows(connection, listJournal(db, query))),
    ...createPlaceReads(queries, connection),
    journalEntriesOnAccount: async (books, day, account) => {
      const { rows } = await queries.journalEntriesOnAccount(connection, { ...books, day, account });
      return withAllLines(
        db,
        connection,
        rows.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
      );
    },
    postedEntries: async (books, afterPosition, limit) => {
      const { rows } = await queries.postedEntries(connection, { ...books, afterPosition, limit });
      const lastPosition = rows.at(-1)?.position;
      if (lastPosition === undefined || lastPosition === null) return [];
      const found = await queries.postedLines(connection, { ...books, afterPosition, lastPosition });
      const lines = Map.groupBy(found.rows, ({ entry_id }) => entry_id);
      return rows.map((row) => postedEntryOf(row, lines.get(row.id) ?? []));
    },
    ...createWaitingReads({ db, queries }, connection),
    accountTotals: (books, day) => readAccountTotals(db, connection, books, day),
    exercisesOf: async (books) => {
      const rows = await readRows<{ exercise: number }>(connection, exercisesOf(db, books).compile());
      return rows.map(({ exercise }) => exercise);
    },
    lastPosting: async (books) => {
      const [row] = (await queries.lastPosting(connection, books)).rows;
      if (row === undefined) return null;
      assert(row.position !== null && row.hash !== null, 'what is posted has a position and a hash');
      return { position: row.position, hash: row.hash };
    },
    lastNumber: async (books) => (await queries.lastNumber(connection, books)).rows[0]?.number ?? 0,
  };
}

/** Entries without a number. */
function createWaitingReads(
  { db, queries }: Preparation<typeof journalQueries>,
  connection: Connection,
): Pick<JournalReads, 'unpostedEntries' | 'waitingBooks' | 'hasDueEntry' | 'dueEntries'> {
  return {
    unpostedEntries: async (afterId, limit) =>
      withAllLines(db, connection, (await queries.unpostedEntries(connection, { afterId, limit })).rows),
    hasDueEntry: async ({ idSociete, runMode }, until, afterId = '') =>
      (await queries.dueEntries(connection, { idSociete, runMode, until, afterId, limit: 1 })).rows.length > 0,
    dueEntries: async ({ idSociete, runMode }, due) =>
      withAllLines(db, connection, (await queries.dueEntries(connection, { idSociete, runMode, ...due })).rows),
    waitingBooks: async () => {
      const found: Books[] = [];
      for (let last: Books = beforeAllBooks; ; ) {
        const [row] = (await queries.waitingBooksAfter(connection, last)).rows;
        if (row === undefined) return found;
        last = booksOfEntries.read(row);
        found.push(last);
      }
    },
  };
}

/** Where a list goes on, and which way is short. */
function createPlaceReads(
  queries: Preparation<typeof journalQueries>['queries'],
  connection: Connection,
): Pick<JournalReads, 'hasManyLines' | 'entryBefore' | 'lineBefore' | 'lastBookedDay' | 'postedNear' | 'postedRun'> {
  return {
    postedNear: async ({ idSociete, runMode }, day, side) => {
      const read = side === 'FROM' ? queries.postedFrom : queries.postedUpTo;
      return (await read(connection, { idSociete, runMode, day })).rows[0] ?? null;
    },
    postedRun: async ({ idSociete, runMode }, day, side, exercise) => {
      const read = side === 'FROM' ? queries.runFrom : queries.runUpTo;
      return (await read(connection, { idSociete, runMode, day, exercise })).rows[0]?.date ?? null;
    },
    hasManyLines: async (account) =>
      (await queries.lineAfter(connection, { account, lines: fewLines })).rows.length > 0,
    entryBefore: async ({ idSociete, runMode }, beforeId, entries) => {
      const query = { idSociete, runMode, beforeId: beforeId ?? afterAllIds, entries };
      return (await queries.entryBefore(connection, query)).rows[0]?.id ?? null;
    },
    lineBefore: async (account, beforeId, lines) => {
      const query = { account, beforeId: beforeId ?? afterAllIds, lines };
      return (await queries.lineBefore(connection, query)).rows[0]?.entry_id ?? null;
    },
    lastBookedDay: async ({ idSociete, runMode }, until) =>
      (await queries.lastBookedDay(connection, { idSociete, runMode, until })).rows[0]?.date ?? null,
  };
}

/** Built for each call: the database sorts the sums, which a prepared query may not need. */
async function readAccountTotals(
  db: Preparation<typeof journalQueries>['db'],
  connection: Connection,
  { idSociete, runMode }: Books,
  day: string,
): Promise<readonly AccountTotal[]> {
  const query = db
    .selectFrom('journal_entries')
    .innerJoin('journal_lines', 'journal_lines.entry_id', 'journal_entries.id')
    .select(['account', sql<string>`max(account_label)`.as('account_label')])
    .select([sum('debit_cents').as('debit_cents'), sum('credit_cents').as('credit_cents')])
    .where(({ and }) => and({ id_societe: idSociete, run_mode: runMode, date: day }))
    .where('position', 'is not', null)
    .groupBy('account')
    .orderBy('account');
  return (await readRows<TotalRow>(connection, query.compile())).map(totalOf);
}

/** A statement takes a limited number of values. */
const entriesPerQuery = 500;

/** One read for the lines of a page of entries. */
async function withAllLines(
  db: Preparation<typeof journalQueries>['db'],
  connection: Connection,
  rows: readonly JournalEntryRow[],
): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for (const page of pagesOf(entriesPerQuery, rows)) {
    const ids = page.map(({ id }) => id);
    const query = db.selectFrom('journal_lines').select(journalLineColumns).where('entry_id', 'in', ids);
    const found = await readRows<JournalLineRow>(connection, query.compile());
    const lines = Map.groupBy(found, ({ entry_id }) => entry_id);
    for (const row of page) entries.push(entryOf(row, lines.get(row.id) ?? []));
  }
  return entries;
}

const exercisesOf = (db: Preparation<typeof journalQueries>['db'], { idSociete, runMode }: Books) =>
  db
    .selectFrom('journal_entries')
    .select('exercise')
    .distinct()
    .where(({ and }) => and({ id_societe: idSociete, run_mode: runMode }))
    .orderBy('exercise');

/** PostgreSQL gives the sum of integers as a decimal. */
const sum = (column: 'debit_cents' | 'credit_cents') => sql<number>`cast(sum(${sql.ref(column)}) as bigint)`;

type TotalRow = Pick<JournalLineRow, 'account' | 'account_label' | 'debit_cents' | 'credit_cents'>;

const totalOf = (row: TotalRow): AccountTotal => ({
  account: row.account,
  accountLabel: row.account_label,
  debitCents: row.debit_cents,
  creditCents: row.credit_cents,
});

export function createJournalWrites(
  { queries }: Preparation<typeof journalQueries> & Preparation<typeof sequenceQueries>,
  connection: Connection,
): JournalWrites {
  return {
    insertJournalEntry: async (entry) => {
      assert(entry.posting === null, 'an entry is posted after it is written');
      const { changes } = await queries.insertJournalEntry(connection, rowOfEntry(entry));
      if (changes === 0) return false;
      for (const [index, line] of entry.lines.entries()) {
        await queries.insertJournalLine(connection, {
          ...journalLines.write(line),
          entry_id: entry.id,
          line: index + 1,
        });
      }
      return true;
    },
    postJournalEntry: async (id, posting) => {
      const { date, exercise } = posting;
      const row = { id, date, exercise, ...postings.write(posting) };
      return (await queries.postJournalEntry(connection, row)).changes === 1;
    },
    explainJournalEntry: async (id, reason, operator) => {
      const { changes } = await queries.explainJournalEntry(connection, { id, reason, operator });
      assert(changes === 1, 'an entry is explained before it is posted');
    },
    lockPosting: async () => {
      // Locks the row until the transaction ends; the counter's value is not used.
      await queries.nextSequence(connection, { counter: 'journal posting', next: 1 });
    },
  };
}

const unposted: RowOf<typeof postings> = {
  ...{ position: null, number: null, posted_at: null, previous_hash: null, hash: null },
};

const rowOfEntry = (entry: JournalEntry): JournalEntryRow => ({
  ...journalEntries.write(entry),
  ...{ journal_code: entry.journal.code, journal_label: entry.journal.label, amount_cents: amountOf(entry.lines) },
  payment_id: entry.event?.paymentId ?? null,
  event_sequence: entry.event?.sequence ?? null,
  ...unposted,
});

function entryOf(row: JournalEntryRow, rows: readonly JournalLineRow[]): JournalEntry {
  const lines = rows.toSorted((one, other) => one.line - other.line).map(journalLines.read);
  assert(amountOf(lines) === row.amount_cents, `the lines of the entry ${row.id} add up to its amount`);
  return {
    ...journalEntries.read(row),
    journal: { code: row.journal_code, label: row.journal_label },
    lines,
    event: eventOf(row),
    posting: postingOf(row),
  };
}

function eventOf({ payment_id, event_sequence }: JournalEntryRow): JournalEntry['event'] {
  return payment_id === null || event_sequence === null ? null : { paymentId: payment_id, sequence: event_sequence };
}

function postingOf(row: JournalEntryRow): Posting | null {
  const { position, number, postedAt, previousHash, hash } = postings.read(row);
  if (position === null || number === null || postedAt === null || hash === null) return null;
  return { position, number, postedAt, previousHash, hash };
}

function postedEntryOf(row: JournalEntryRow, lines: readonly JournalLineRow[]): PostedEntry {
  const { posting, ...entry } = entryOf(row, lines);
  assert(posting, 'an entry with a position is posted');
  return { ...entry, posting };
}
