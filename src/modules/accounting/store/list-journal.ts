import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { columnsAre, isWithin } from '../../../store/list-conditions.ts';
import type { JournalEntryKind, JournalQuery } from '../journal.ts';
import { type JournalEntryRow, journalEntryColumns, type Tables } from './tables.ts';

/** Most entries are of these kinds, so they are in no index of their kind. */
const frequentKinds: ReadonlySet<JournalEntryKind> = new Set<JournalEntryKind>(['CARD_PAID', 'RECORDED']);
/** As in the partial index: SQLite compares the words. */
const isRare = sql<SqlBool>`kind not in ('CARD_PAID', 'RECORDED')`;

/**
 * A page of entries, newest first; of a span of days, the latest day first. Each alternative walks along an index.
 * @param onAccount the entries with a line on the account, where they are few; null: there are many, or any account will do
 */
export function listJournal(
  db: Kysely<Tables>,
  query: JournalQuery,
  onAccount: readonly string[] | null,
): ReturnType<RawBuilder<JournalEntryRow>['compile']> {
  const {
    account = null,
    kind = null,
    number = null,
    date = null,
    paymentId = null,
    ids = null,
    paymentIds = null,
  } = query;
  const isByDay = date !== null && ids === null && paymentIds === null;
  const conditions: readonly RawBuilder<SqlBool>[] = [
    sql<SqlBool>`id_societe = ${query.idSociete}`,
    sql<SqlBool>`run_mode = ${query.runMode}`,
    ...columnsAre<keyof JournalEntryRow>([
      ['kind', kind],
      ['payment_id', paymentId],
      ['payment_id', paymentIds],
      ['id', ids],
    ]),
    ...(kind !== null && !frequentKinds.has(kind) ? [isRare] : []),
    ...(number === null ? [] : [sql<SqlBool>`number = ${number}`]),
    ...isWithin(sql.ref('date'), date),
    ...(account === null || onAccount !== null ? [] : [hasLineOn(account)]),
    ...placeOf(query, isByDay),
  ];
  const columns = sql.join(journalEntryColumns.map((column) => sql.ref(column)));
  // Read first, so that no database walks along the days of a span instead.
  const few =
    onAccount === null
      ? sql``
      : sql`with few as materialized (select ${columns} from journal_entries
          where ${sql.join(columnsAre<keyof JournalEntryRow>([['id', onAccount]]), sql` and `)})`;
  const source = onAccount === null ? sql`journal_entries` : sql`few`;
  const order = isByDay ? sql`date desc, id desc` : sql`id desc`;
  return sql<JournalEntryRow>`${few} select ${columns} from ${source}
    where ${sql.join(conditions, sql` and `)} order by ${order} limit ${query.limit}`.compile(db);
}

const hasLineOn = (account: string): RawBuilder<SqlBool> => sql<SqlBool>`exists (select 1 from journal_lines
  where journal_lines.entry_id = journal_entries.id and journal_lines.account = ${account})`;

function placeOf({ beforeId, beforeDate = null }: JournalQuery, isByDay: boolean): readonly RawBuilder<SqlBool>[] {
  if (beforeId === null) return [];
  return isByDay && beforeDate !== null
    ? [sql<SqlBool>`(date, id) < (${beforeDate}, ${beforeId})`]
    : [sql<SqlBool>`id < ${beforeId}`];
}
