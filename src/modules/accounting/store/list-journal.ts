import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Range } from '../../../kernel/given-values.ts';
import { columnsAre, isWithin } from '../../../store/list-conditions.ts';
import type { JournalEntryKind, JournalQuery } from '../journal.ts';
import { type JournalEntryRow, journalEntryColumns, type Tables } from './tables.ts';

/** Most entries are of these kinds, so they are in no index of their kind. */
const frequentKinds: ReadonlySet<JournalEntryKind> = new Set<JournalEntryKind>(['CARD_PAID', 'RECORDED']);
/** As in the partial index: SQLite compares the words. */
export const isOfRareKind = sql<SqlBool>`kind not in ('CARD_PAID', 'RECORDED')`;

/** A page of entries, in the order of `JournalReads.journalEntries`. Each alternative walks along an index. */
export function listJournal(
  db: Kysely<Tables>,
  query: JournalQuery,
): ReturnType<RawBuilder<JournalEntryRow>['compile']> {
  const {
    account = null,
    kind = null,
    number = null,
    date = null,
    looksUpAccount = false,
    fromId = null,
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
    ...(kind !== null && !frequentKinds.has(kind) ? [isOfRareKind] : []),
    ...(number === null ? [] : [sql<SqlBool>`number = ${number}`]),
    ...isWithin(sql.ref('date'), isByDay ? daysLeft(date, query) : date),
    ...(account === null || looksUpAccount ? [] : [hasLineOn(account)]),
    ...placeOf(query, isByDay),
    ...(fromId === null ? [] : [sql<SqlBool>`id >= ${fromId}`]),
  ];
  const columns = sql.join(journalEntryColumns.map((column) => sql.ref(column)));
  // Read first, so that no database walks along the days of a span instead.
  const few = sql`with few as materialized (select ${columns} from journal_entries
    where id in (select entry_id from journal_lines where ${sql.join(
      [
        sql`account = ${account}`,
        ...(query.beforeId === null || isByDay ? [] : [sql`entry_id < ${query.beforeId}`]),
        ...(fromId === null ? [] : [sql`entry_id >= ${fromId}`]),
      ],
      sql` and `,
    )}))`;
  const [beginning, source] = looksUpAccount ? [few, sql`few`] : [sql``, sql`journal_entries`];
  const order = isByDay ? sql`date desc, id desc` : sql`id desc`;
  return sql<JournalEntryRow>`${beginning} select ${columns} from ${source}
    where ${sql.join(conditions, sql` and `)} order by ${order} limit ${query.limit}`.compile(db);
}

const hasLineOn = (account: string): RawBuilder<SqlBool> => sql<SqlBool>`exists (select 1 from journal_lines
  where journal_lines.entry_id = journal_entries.id and journal_lines.account = ${account})`;

/** A page begins at the day of its cursor: by the place alone SQLite goes there from the end of the span. */
const daysLeft = ({ from, to }: Range<string>, { beforeDate = null }: JournalQuery): Range<string> => ({
  from,
  to: to === null || (beforeDate !== null && beforeDate < to) ? beforeDate : to,
});

function placeOf({ beforeId, beforeDate = null }: JournalQuery, isByDay: boolean): readonly RawBuilder<SqlBool>[] {
  if (beforeId === null) return [];
  return isByDay && beforeDate !== null
    ? [sql<SqlBool>`(date, id) < (${beforeDate}, ${beforeId})`]
    : [sql<SqlBool>`id < ${beforeId}`];
}
