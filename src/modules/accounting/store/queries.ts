import { type Kysely, type SqlBool, sql } from 'kysely';
import { insertRow, pick, preparedQuery } from '../../../store/prepared-query.ts';
import type { Books } from '../journal.ts';
import { isOfRareKind } from './list-journal.ts';
import { postedDayQueries } from './posted-days.ts';
import { type JournalEntryRow, journalEntryColumns, journalLineColumns, type Tables } from './tables.ts';

/** Ids are `jrn_` and hexadecimal digits. */
export const afterAllIds = 'jrn_z';

/** Of an entry among those of all books. */
const place = sql.raw('id_societe, run_mode, id');

type Exercise = Books & { readonly exercise: number };
type Due = Books & { readonly until: string; readonly afterId: string; readonly limit: number };
type Stretch = Exercise & { readonly afterPosition: number; readonly lastPosition: number };

export function journalQueries(db: Kysely<Tables>) {
  return {
    ...entryQueries(db),
    ...suspenseQueries(db),
    ...accountQueries(db),
    ...postedDayQueries(db),
    ...lineQueries(db),
    ...postingQueries(db),
  };
}

/** See `suspenseLine`: the second of an entry. */
const suspenseLineNumber = 2;

const clearings = sql`select id from journal_entries as clearing
  where clearing.clears = journal_entries.id and clearing.clears is not null`;
/** What was put in, less what was taken out; null where a person undid one of both: see `remainingOf`. */
const remainingCents = sql<number | null>`case
  when exists (select 1 from journal_entries as reversal where reversal.reverses = journal_entries.id)
    or exists (select 1 from journal_entries as reversal where reversal.reverses in (${clearings})) then null
  else cast(journal_lines.credit_cents - journal_lines.debit_cents - coalesce((
    select sum(part.debit_cents - part.credit_cents) from journal_lines as part
    where part.entry_id in (${clearings}) and part.account = journal_lines.account
  ), 0) as bigint) end`;

function entryQueries(db: Kysely<Tables>) {
  const entries = db.selectFrom('journal_entries').select(journalEntryColumns);
  return {
    journalEntry: preparedQuery(({ id }: { id: string }) => entries.where('id', '=', id)),
    journalEntriesOf: preparedQuery(({ paymentId }: { paymentId: string }) =>
      entries.where('payment_id', '=', paymentId).orderBy('event_sequence'),
    ),
    reversalOf: preparedQuery(({ id }: { id: string }) => entries.where('reverses', '=', id)),
    postedEntries: preparedQuery(
      ({ idSociete, runMode, exercise, afterPosition, limit }: Exercise & { afterPosition: number; limit: number }) =>
        entries
          .where(({ and }) => and({ id_societe: idSociete, run_mode: runMode, exercise }))
          .where('position', '>', afterPosition)
          .orderBy('position')
          .limit(limit),
    ),
    unpostedEntries: preparedQuery(({ afterId, limit }: { afterId: string; limit: number }) =>
      entries.where('position', 'is', null).where('id', '>', afterId).orderBy('id').limit(limit),
    ),
    dueEntries: preparedQuery(({ idSociete, runMode, afterId, until, limit }: Due) =>
      entries
        .where('position', 'is', null)
        // A span of places, no equality: PostgreSQL might go along the waiting entries of all books for that.
        .where(sql<boolean>`(${place}) > (${idSociete}, ${runMode}, ${afterId})`)
        .where(sql<boolean>`(${place}) < (${idSociete}, ${runMode}, ${sql.lit(afterAllIds)})`)
        .where('date', '<=', until)
        .orderBy(place)
        .limit(limit),
    ),
    waitingBooksAfter: preparedQuery(({ idSociete, runMode }: Books) =>
      db
        .selectFrom('journal_entries')
        .select(['id_societe', 'run_mode'])
        .where('position', 'is', null)
        .where(sql<boolean>`(${place}) > (${idSociete}, ${runMode}, ${sql.lit(afterAllIds)})`)
        .orderBy(place)
        .limit(sql.lit(1)),
    ),
    insertJournalEntry: preparedQuery((row: JournalEntryRow) =>
      db
        .insertInto('journal_entries')
        .values(pick(row, journalEntryColumns))
        .onConflict((conflict) => conflict.column('reverses').doNothing()),
    ),
  };
}

function suspenseQueries(db: Kysely<Tables>) {
  const entries = db.selectFrom('journal_entries').select(journalEntryColumns);
  return {
    suspenseOf: preparedQuery(({ bankEntryId }: { bankEntryId: string }) =>
      // As in the partial indexes.
      entries.where('bank_entry_id', '=', bankEntryId).where('bank_entry_id', 'is not', null),
    ),
    // With their reversals, and the reversals of these: each is a mirror image.
    clearedCents: preparedQuery(({ id, account }: { id: string; account: string }) =>
      db
        .withRecursive('part', (parts) =>
          parts
            .selectFrom('journal_entries')
            .select('id')
            .where('clears', '=', id)
            .where('clears', 'is not', null)
            .unionAll(
              parts
                .selectFrom('part')
                .innerJoin('journal_entries', 'journal_entries.reverses', 'part.id')
                .select('journal_entries.id'),
            ),
        )
        .selectFrom('journal_lines')
        .select(sql<number | null>`cast(sum(debit_cents - credit_cents) as bigint)`.as('cents'))
        // Not a join: SQLite would go along every line of the account.
        .where('account', '=', account)
        .where('entry_id', 'in', ({ selectFrom }) => selectFrom('part').select('part.id')),
    ),
    suspenseEntries: preparedQuery(
      ({ idSociete, runMode, afterId, limit }: Books & { afterId: string; limit: number }) =>
        db
          .selectFrom('journal_entries')
          .innerJoin('journal_lines', 'journal_lines.entry_id', 'journal_entries.id')
          .select(['journal_entries.id', remainingCents.as('remaining_cents')])
          .where(({ and }) => and({ id_societe: idSociete, run_mode: runMode, kind: sql.lit('SUSPENSE' as const) }))
          .where(isOfRareKind)
          .where('journal_entries.id', '>', afterId)
          .where('journal_lines.line', '=', sql.lit(suspenseLineNumber))
          .orderBy('journal_entries.id')
          .limit(limit),
    ),
  };
}

/** See `bankLinesOf`. */
const movesBank = sql<SqlBool>`(kind in ('SUSPENSE', 'BY_RULE', 'SUSPENSE_RELEASED', 'RETURNED', 'RECORDED', 'CANCELLED', 'REFUNDED', 'REVERSAL')
  or (kind in ('TRANSFER_RECEIVED', 'DIRECT_DEBIT_SETTLED') and clears is null))`;

function accountQueries(db: Kysely<Tables>) {
  const entries = db.selectFrom('journal_entries').select(journalEntryColumns);
  const entriesOf = ({ idSociete, runMode }: Books) =>
    db.selectFrom('journal_entries').where(({ and }) => and({ id_societe: idSociete, run_mode: runMode }));
  return {
    // Without an order: for that of the ids SQLite would go along all entries of the books.
    journalEntriesOnAccount: preparedQuery(
      ({ idSociete, runMode, day, account }: Books & { day: string; account: string }) =>
        entries
          .where(({ and }) => and({ id_societe: idSociete, run_mode: runMode, date: day }))
          .where(({ exists, selectFrom, or }) =>
            or([
              movesBank,
              exists(
                selectFrom('journal_lines')
                  .select('journal_lines.line')
                  .whereRef('journal_lines.entry_id', '=', 'journal_entries.id')
                  .where('journal_lines.account', '=', account),
              ),
            ]),
          ),
    ),
    entryBefore: preparedQuery(
      ({ idSociete, runMode, beforeId, entries: before }: Books & { beforeId: string; entries: number }) =>
        entriesOf({ idSociete, runMode })
          .select('id')
          .where('id', '<', beforeId)
          .orderBy('id', 'desc')
          .limit(sql.lit(1))
          .offset(before),
    ),
    lastBookedDay: preparedQuery(({ idSociete, runMode, until }: Books & { until: string }) =>
      entriesOf({ idSociete, runMode })
        .select('date')
        .where('date', '<=', until)
        .orderBy('date', 'desc')
        .limit(sql.lit(1)),
    ),
  };
}

function lineQueries(db: Kysely<Tables>) {
  const lines = db.selectFrom('journal_lines').select(journalLineColumns);
  const entriesOn = (account: string) =>
    db.selectFrom('journal_lines').select('entry_id').where('account', '=', account);
  return {
    journalLines: preparedQuery(({ id }: { id: string }) => lines.where('entry_id', '=', id).orderBy('line')),
    // A line of the account where it has more than so many.
    lineAfter: preparedQuery(({ account, lines: most }: { account: string; lines: number }) =>
      entriesOn(account).orderBy('entry_id').limit(sql.lit(1)).offset(most),
    ),
    lineBefore: preparedQuery(
      ({ account, beforeId, lines: before }: { account: string; beforeId: string; lines: number }) =>
        entriesOn(account)
          .where('entry_id', '<', beforeId)
          .orderBy('entry_id', 'desc')
          .limit(sql.lit(1))
          .offset(before),
    ),
    postedLines: preparedQuery(({ idSociete, runMode, exercise, afterPosition, lastPosition }: Stretch) =>
      db
        .selectFrom('journal_entries')
        .innerJoin('journal_lines', 'journal_lines.entry_id', 'journal_entries.id')
        .select(journalLineColumns)
        .where('journal_entries.id_societe', '=', idSociete)
        .where('journal_entries.run_mode', '=', runMode)
        .where('journal_entries.exercise', '=', exercise)
        .where('journal_entries.position', '>', afterPosition)
        .where('journal_entries.position', '<=', lastPosition),
    ),
    insertJournalLine: insertRow(db, 'journal_lines', journalLineColumns),
  };
}

type PostingRow = Pick<
  JournalEntryRow,
  'id' | 'date' | 'exercise' | 'position' | 'number' | 'posted_at' | 'previous_hash' | 'hash'
>;

function postingQueries(db: Kysely<Tables>) {
  const postedOf = ({ idSociete, runMode, exercise }: Exercise) =>
    db.selectFrom('journal_entries').where(({ and }) => and({ id_societe: idSociete, run_mode: runMode, exercise }));
  return {
    lastPosting: preparedQuery((books: Exercise) =>
      postedOf(books)
        .select(['position', 'hash'])
        .where('position', 'is not', null)
        .orderBy('position', 'desc')
        .limit(sql.lit(1)),
    ),
    lastNumber: preparedQuery((books: Exercise & { journalCode: string }) =>
      postedOf(books)
        .select('number')
        .where('journal_code', '=', books.journalCode)
        .where('number', 'is not', null)
        .orderBy('number', 'desc')
        .limit(sql.lit(1)),
    ),
    postJournalEntry: preparedQuery((row: PostingRow) =>
      db
        .updateTable('journal_entries')
        .set(pick(row, ['date', 'exercise', 'position', 'number', 'posted_at', 'previous_hash', 'hash']))
        .where('id', '=', row.id)
        .where('position', 'is', null),
    ),
    explainJournalEntry: preparedQuery((row: { id: string; reason: string; operator: string }) =>
      db
        .updateTable('journal_entries')
        .set({ reason: row.reason, operator: row.operator })
        .where('id', '=', row.id)
        .where('position', 'is', null),
    ),
  };
}
