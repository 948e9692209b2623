import { type Kysely, type SqlBool, sql } from 'kysely';
import { type AuditEntry, auditOutcome } from '../../../kernel/audit/audit-entry.ts';
import type { Connection } from '../../../store/connection.ts';
import { columnsAre } from '../../../store/list-conditions.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { first, pick, preparedQuery, statementOf } from '../../../store/prepared-query.ts';
import type { sequenceQueries } from '../../payments/store/queries.ts';
import { known } from '../../payments/store/stored-values.ts';
import {
  type AuditAnchor,
  type AuditAnchorWrites,
  type AuditFilter,
  type AuditReads,
  auditEnd,
  hashOfAuditAnchor,
} from '../audit-log.ts';
import type { Transaction } from '../ports.ts';
import {
  type AuditAnchorRow,
  type AuditEntryRow,
  auditAnchorColumns,
  auditEntryColumns,
  type Tables,
} from './tables.ts';

type Range = { readonly after: string; readonly until: string; readonly limit: number };

const counter = 'audit anchors';
/** In the place of a user's name. */
const erased = 'erased';

export function auditQueries(db: Kysely<Tables>) {
  const entries = db.selectFrom('audit_entries').select(auditEntryColumns);
  const anchors = db.selectFrom('audit_anchors').select(auditAnchorColumns);
  return {
    auditEntry: preparedQuery(({ id }: { id: string }) => entries.where('id', '=', id)),
    auditEntriesAfter: preparedQuery(({ after, until, limit }: Range) =>
      entries.where('id', '>', after).where('id', '<=', until).orderBy('id').limit(limit),
    ),
    lastAuditAnchor: preparedQuery((_none: object) =>
      anchors.where('number', '>', sql.lit(0)).orderBy('number', 'desc').limit(sql.lit(1)),
    ),
    auditAnchorsAfter: preparedQuery(({ number, limit }: { number: number; limit: number }) =>
      anchors.where('number', '>', number).orderBy('number').limit(limit),
    ),
    countAuditAnchors: preparedQuery(({ counted }: { counted: string }) =>
      db.selectFrom('sequences').select('next').where('counter', '=', counted),
    ),
    countAuditOperators: preparedQuery(({ before }: { before: number }) =>
      db
        .selectFrom('audit_entries')
        .select((select) => select.fn.countAll<number>().as('count'))
        .where('operator', '<>', sql.lit(erased))
        .where('at', '<', before),
    ),
    insertAuditEntry: preparedQuery((row: AuditEntryRow) =>
      db.insertInto('audit_entries').values(pick(row, auditEntryColumns)),
    ),
    insertAuditAnchor: preparedQuery((row: AuditAnchorRow) =>
      db.insertInto('audit_anchors').values(pick(row, auditAnchorColumns)),
    ),
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
    auditEntry: async (id) => first(await queries.auditEntry(connection, { id }), entryOf),
    auditEntries: async (filter, beforeId, limit) => {
      const query = db
        .selectFrom('audit_entries')
        .select(auditEntryColumns)
        .where(sql.join(conditionsOf(filter, beforeId), sql` and `) as never)
        .orderBy('id', 'desc')
        .limit(limit);
      return (await connection.execute<AuditEntryRow>(statementOf(query.compile()))).rows.map(entryOf);
    },
    auditEntriesAfter: async (after, until, limit) =>
      (await queries.auditEntriesAfter(connection, { after, until, limit })).rows.map(entryOf),
    lastAuditAnchor: async () => first(await queries.lastAuditAnchor(connection, {}), anchorOf),
    auditAnchorsAfter: async (number, limit) =>
      (await queries.auditAnchorsAfter(connection, { number, limit })).rows.map(anchorOf),
    countAuditAnchors: async () =>
      (await queries.countAuditAnchors(connection, { counted: counter })).rows[0]?.next ?? 0,
    countAuditOperators: async (before) =>
      Number((await queries.countAuditOperators(connection, { before })).rows[0]?.count ?? 0),
  };
}

const conditionsOf = ({ actors, action, object, outcome, from, until }: AuditFilter, beforeId: string | null) => [
  sql<SqlBool>`id < ${beforeId ?? auditEnd}`,
  ...columnsAre([
    ['actor', actors],
    ['action', action],
    ['object', object],
    ['outcome', outcome],
  ]),
  ...(from === null ? [] : [sql<SqlBool>`at >= ${from}`]),
  ...(until === null ? [] : [sql<SqlBool>`at < ${until}`]),
];

/**
 * Numbers of anchors come from a counter, so that a removed one leaves a gap even at the end. The counter's row is locked
 * first: of two processes, the second one sees the anchor of the first.
 */
export function createAuditWrites(
  { queries }: Preparation<typeof auditQueries> & Preparation<typeof sequenceQueries>,
  connection: Connection,
): AuditAnchorWrites & Pick<Transaction, 'insertAuditEntry'> {
  return {
    insertAuditEntry: async ({ roles, ...entry }) => {
      await queries.insertAuditEntry(connection, { ...entry, roles: JSON.stringify(roles) });
    },
    appendAuditAnchor: async (anchor, last) => {
      const [counted] = (await queries.nextSequence(connection, { counter, next: 1 })).rows;
      const [found] = (await queries.lastAuditAnchor(connection, {})).rows;
      if (!counted || (found?.hash ?? null) !== (last?.hash ?? null)) return false;
      const chained = { ...anchor, number: counted.next, previousHash: last?.hash ?? null };
      const { number, at, from, until, entries, previousHash } = chained;
      await queries.insertAuditAnchor(connection, {
        ...{ number, at, from_entry: from, until_entry: until, previous_hash: previousHash },
        ...{ entries: JSON.stringify(entries), hash: hashOfAuditAnchor(chained) },
      });
      return true;
    },
    removeAuditEntries: async (until) => (await queries.removeAuditEntries(connection, { until })).changes,
    forgetAuditOperators: async (before) => (await queries.forgetAuditOperators(connection, { before })).changes,
  };
}

const entryOf = ({ roles, outcome, ...row }: AuditEntryRow): AuditEntry => ({
  ...row,
  roles: listIn(roles) as readonly string[],
  outcome: known(auditOutcome, outcome),
});

const anchorOf = (row: AuditAnchorRow): AuditAnchor => ({
  ...{ number: row.number, at: row.at, from: row.from_entry, until: row.until_entry },
  entries: listIn(row.entries) as AuditAnchor['entries'],
  previousHash: row.previous_hash,
  hash: row.hash,
});

/** What cannot be read counts as empty; the hash then shows that it was changed. */
function listIn(json: string): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}
