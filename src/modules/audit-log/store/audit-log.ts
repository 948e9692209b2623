import { type Kysely, type SqlBool, sql } from 'kysely';
import { dayMs } from '../../../kernel/durations.ts';
import type { Connection } from '../../../store/connection.ts';
import { columnsAre } from '../../../store/list-conditions.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { done, first, insertRow, preparedQuery, readRows } from '../../../store/prepared-query.ts';
import { type AuditFilter, type AuditReads, type AuditRemovals, auditChain, auditEnd } from '../audit-log.ts';
import type { Transaction } from '../ports.ts';
import { type AuditEntryRow, auditEntries, type Tables } from './tables.ts';

type Range = { readonly after: string; readonly until: string; readonly limit: number };

/** In the place of a user's name. */
const erased = 'erased';

export function auditQueries(db: Kysely<Tables>) {
  const entries = db.selectFrom('audit_entries').select(auditEntries.columns);
  const withOperator = (before: number) =>
    db.selectFrom('audit_entries').where('operator', '<>', sql.lit(erased)).where('at', '<', before);
  return {
    auditEntry: preparedQuery(({ id }: { id: string }) => entries.where('id', '=', id)),
    auditEntriesAfter: preparedQuery(({ after, until, limit }: Range) =>
      entries.where('id', '>', after).where('id', '<=', until).orderBy('id').limit(limit),
    ),
    countAuditOperators: preparedQuery(({ before }: { before: number }) =>
      withOperator(before).select((select) => select.fn.countAll<number>().as('count')),
    ),
    auditOperatorInPlace: preparedQuery(({ before, place }: { before: number; place: number }) =>
      withOperator(before).select('at').orderBy('at').orderBy('id').limit(sql.lit(1)).offset(place),
    ),
    insertAuditEntry: insertRow(db, 'audit_entries', auditEntries.columns),
    removeAuditEntries: preparedQuery(({ until }: { until: string }) =>
      db.deleteFrom('audit_entries').where('id', '<=', until),
    ),
    forgetAuditOperators: preparedQuery(({ before }: { before: number }) =>
      db
        .updateTable('audit_entries')
        .set({ operator: sql.lit(erased) })
        .where('operator', '<>', sql.lit(erased))
        .where('at', '<', before),
    ),
  };
}

type Prepared = Preparation<typeof auditQueries> & { readonly db: Kysely<Tables> };

export function createAuditReads({ db, queries }: Prepared, connection: Connection): AuditReads {
  return {
    auditEntry: async (id) => first(await queries.auditEntry(connection, { id }), auditEntries.read),
    auditEntries: async (filter, beforeId, limit) => {
      const query = db
        .selectFrom('audit_entries')
        .select(auditEntries.columns)
        .where(sql.join(conditionsOf(filter, beforeId), sql` and `) as never)
        .orderBy('id', 'desc')
        .limit(limit);
      return (await readRows<AuditEntryRow>(connection, query.compile())).map(auditEntries.read);
    },
    auditEntriesAfter: async (after, until, limit) =>
      (await queries.auditEntriesAfter(connection, { after, until, limit })).rows.map(auditEntries.read),
    countAuditOperators: async (before) =>
      Number((await queries.countAuditOperators(connection, { before })).rows[0]?.count ?? 0),
  };
}

/**
 * The list is walked by its ids, which sort by time: without their bounds an old span was looked for in all that came
 * since. An id is ahead of its moment where a clock went back, which none did by more than a day.
 */
function conditionsOf({ actors, action, object, outcome, from, until }: AuditFilter, beforeId: string | null) {
  const first = auditChain.placeAt((from ?? 0) - dayMs).entry;
  const end = until === null ? auditEnd : auditChain.placeAt(until + dayMs).entry;
  return [
    sql<SqlBool>`id >= ${first}`,
    sql<SqlBool>`id < ${beforeId !== null && beforeId < end ? beforeId : end}`,
    ...columnsAre([
      ['actor', actors],
      ['action', action],
      ['object', object],
      ['outcome', outcome],
    ]),
    ...(from === null ? [] : [sql<SqlBool>`at >= ${from}`]),
    ...(until === null ? [] : [sql<SqlBool>`at < ${until}`]),
  ];
}

export function createAuditWrites(
  { queries }: Preparation<typeof auditQueries>,
  connection: Connection,
): AuditRemovals & Pick<Transaction, 'insertAuditEntry'> {
  return {
    insertAuditEntry: (entry) => done(queries.insertAuditEntry(connection, auditEntries.write(entry))),
    removeAuditEntries: async (until) => (await queries.removeAuditEntries(connection, { until })).changes,
    forgetAuditOperators: async (before, limit) => {
      const [last] = (await queries.auditOperatorInPlace(connection, { before, place: limit - 1 })).rows;
      return (await queries.forgetAuditOperators(connection, { before: last ? last.at + 1 : before })).changes;
    },
  };
}
