import { type Kysely, sql } from 'kysely';
import { keptQuery, pick } from '../../../store/prepared-query.ts';
import type { Books } from '../journal.ts';
import {
  type JournalEntryRow,
  type JournalLineRow,
  journalEntryColumns,
  journalLineColumns,
  type Tables,
} from './tables.ts';

type Exercise = Books & { readonly exercise: number };
type Stretch = Exercise & { readonly afterPosition: number; readonly lastPosition: number };

export function journalQueries(db: Kysely<Tables>) {
  return { ...entryQueries(db), ...lineQueries(db), ...postingQueries(db) };
}

function entryQueries(db: Kysely<Tables>) {
  const entries = db.selectFrom('journal_entries').select(journalEntryColumns);
  return {
    journalEntry: keptQuery(({ id }: { id: string }) => entries.where('id', '=', id)),
    journalEntriesOf: keptQuery(({ paymentId }: { paymentId: string }) =>
      entries.where('payment_id', '=', paymentId).orderBy('event_sequence'),
    ),
    reversalOf: keptQuery(({ id }: { id: string }) => entries.where('reverses', '=', id)),
    suspenseOf: keptQuery(({ bankEntryId }: { bankEntryId: string }) =>
      // As the partial indexes have it.
      entries.where('bank_entry_id', '=', bankEntryId).where('bank_entry_id', 'is not', null),
    ),
    clearingsOf: keptQuery(({ id }: { id: string }) =>
      entries.where('clears', '=', id).where('clears', 'is not', null).orderBy('id'),
    ),
    suspenseEntries: keptQuery(({ idSociete, runMode, afterId, limit }: Books & { afterId: string; limit: number }) =>
      entries
        .where('id_societe', '=', idSociete)
        .where('run_mode', '=', runMode)
        .where('bank_entry_id', 'is not', null)
        .where('id', '>', afterId)
        .orderBy('id')
        .limit(limit),
    ),
    journalEntries: keptQuery(({ idSociete, runMode, beforeId, limit }: Books & { beforeId: string; limit: number }) =>
      entries
        .where('id_societe', '=', idSociete)
        .where('run_mode', '=', runMode)
        .where('id', '<', beforeId)
        .orderBy('id', 'desc')
        .limit(limit),
    ),
    postedEntries: keptQuery(
      ({ idSociete, runMode, exercise, afterPosition, limit }: Exercise & { afterPosition: number; limit: number }) =>
        entries
          .where('id_societe', '=', idSociete)
          .where('run_mode', '=', runMode)
          .where('exercise', '=', exercise)
          .where('position', '>', afterPosition)
          .orderBy('position')
          .limit(limit),
    ),
    unpostedEntries: keptQuery(({ afterId, limit }: { afterId: string; limit: number }) =>
      entries.where('position', 'is', null).where('id', '>', afterId).orderBy('id').limit(limit),
    ),
    insertJournalEntry: keptQuery((row: JournalEntryRow) =>
      db
        .insertInto('journal_entries')
        .values(pick(row, journalEntryColumns))
        .onConflict((conflict) => conflict.column('reverses').doNothing()),
    ),
  };
}

function lineQueries(db: Kysely<Tables>) {
  const lines = db.selectFrom('journal_lines').select(journalLineColumns);
  return {
    journalLines: keptQuery(({ id }: { id: string }) => lines.where('entry_id', '=', id).orderBy('line')),
    postedLines: keptQuery(({ idSociete, runMode, exercise, afterPosition, lastPosition }: Stretch) =>
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
    insertJournalLine: keptQuery((row: JournalLineRow) =>
      db.insertInto('journal_lines').values(pick(row, journalLineColumns)),
    ),
  };
}

type PostingRow = Pick<
  JournalEntryRow,
  'id' | 'date' | 'exercise' | 'position' | 'number' | 'posted_at' | 'previous_hash' | 'hash'
>;

function postingQueries(db: Kysely<Tables>) {
  const postedOf = ({ idSociete, runMode, exercise }: Exercise) =>
    db
      .selectFrom('journal_entries')
      .where('id_societe', '=', idSociete)
      .where('run_mode', '=', runMode)
      .where('exercise', '=', exercise);
  return {
    lastPosting: keptQuery((books: Exercise) =>
      postedOf(books)
        .select(['position', 'hash'])
        .where('position', 'is not', null)
        .orderBy('position', 'desc')
        .limit(sql.lit(1)),
    ),
    lastNumber: keptQuery((books: Exercise & { journalCode: string }) =>
      postedOf(books)
        .select('number')
        .where('journal_code', '=', books.journalCode)
        .where('number', 'is not', null)
        .orderBy('number', 'desc')
        .limit(sql.lit(1)),
    ),
    postJournalEntry: keptQuery((row: PostingRow) =>
      db
        .updateTable('journal_entries')
        .set(pick(row, ['date', 'exercise', 'position', 'number', 'posted_at', 'previous_hash', 'hash']))
        .where('id', '=', row.id)
        .where('position', 'is', null),
    ),
    explainJournalEntry: keptQuery((row: { id: string; reason: string; operator: string }) =>
      db
        .updateTable('journal_entries')
        .set({ reason: row.reason, operator: row.operator })
        .where('id', '=', row.id)
        .where('position', 'is', null),
    ),
  };
}
