import assert from 'node:assert/strict';
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { approvalKind } from '../../../kernel/caller.ts';
import { firstIdAt } from '../../../kernel/identifiers.ts';
import type { Connection } from '../../../store/connection.ts';
import { columnsAre } from '../../../store/list-conditions.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { done, first, insertRow, preparedQuery, readRows } from '../../../store/prepared-query.ts';
import {
  type Approval,
  type ApprovalDecision,
  type ApprovalReads,
  type ApprovalSight,
  type ApprovalStatus,
  type ApprovalWrites,
  approvalCause,
  approvalMs,
  approvalStatus,
  type ChangeApproval,
  parseAmendmentFacts,
  type RefundApproval,
} from '../operations/approval.ts';
import { effectiveRunModeOf, known } from './stored-values.ts';
import { type ApprovalRow, approvalColumns, type Tables } from './tables.ts';
import { isVisibleTo } from './visible-to.ts';

/** What waits for a second person. */

/** Sorts after every id. */
const afterAll = 'apr_g';
/** Along the index of what waits. */
const anyThatWaits = sql<boolean>`(status = 'PENDING' and id < ${sql.lit(afterAll)})`;

export function approvalQueries(db: Kysely<Tables>) {
  const approvals = db.selectFrom('approvals').select(approvalColumns);
  const waiting = db
    .selectFrom('approvals')
    .select(sql<number>`cast(coalesce(sum(amount_cents), 0) as bigint)`.as('cents'))
    .where('status', '=', sql.lit('PENDING'));
  const unexpired = (at: number) => db.updateTable('approvals').where('expires_at', '>', at);
  const withdraw = (at: number) =>
    unexpired(at)
      .set({ status: sql.lit('REFUSED'), decided_at: at, withdrawn_at: at, input: null })
      .where('status', '=', sql.lit('PENDING'));
  return {
    approval: preparedQuery(({ id }: { id: string }) => approvals.where('id', '=', id)),
    approvalOfOperation: preparedQuery(({ operationId }: { operationId: string }) =>
      approvals.where('operation_id', '=', operationId),
    ),
    waitingChanges: preparedQuery(({ objectId, now }: { objectId: string; now: number }) =>
      approvals
        .where('object_id', '=', objectId)
        .where('status', '=', sql.lit('PENDING'))
        .where('expires_at', '>', now),
    ),
    waitingCentsOf: preparedQuery(({ paymentId, now }: { paymentId: string; now: number }) =>
      waiting.where('payment_id', '=', paymentId).where('expires_at', '>', now),
    ),
    waitingCentsBy: preparedQuery((query: Parameters<ApprovalReads['waitingCentsBy']>[0]) =>
      waiting
        .where('requested_by', '=', query.requestedBy)
        .where('run_mode', '=', query.runMode)
        .where('created_at', '>=', query.since)
        .where('expires_at', '>', query.now),
    ),
    insertApproval: insertRow(db, 'approvals', approvalColumns),
    decideApproval: preparedQuery((row: { id: string } & ApprovalDecision) =>
      db
        .updateTable('approvals')
        .set({ status: row.status, decided_by: row.decidedBy, decided_at: row.decidedAt, reason: row.reason })
        .set({ input: null })
        .where('id', '=', row.id)
        .where('status', '=', sql.lit('PENDING'))
        .where('expires_at', '>', row.decidedAt),
    ),
    withdrawApproval: preparedQuery(({ id, at }: { id: string; at: number }) => withdraw(at).where('id', '=', id)),
    withdrawWaiting: preparedQuery(({ by, at }: { by: string; at: number }) =>
      withdraw(at).set({ decided_by: by }).where(anyThatWaits).returning('id'),
    ),
    endApproved: preparedQuery(({ at, sinceId }: { at: number; sinceId: string }) =>
      unexpired(at).set({ expires_at: at }).where('status', '=', sql.lit('APPROVED')).where('id', '>=', sinceId),
    ),
    heldAmendmentsOf: preparedQuery(({ objectId }: { objectId: string }) =>
      db
        .selectFrom('approvals')
        .select(['id', 'facts'])
        .where('object_id', '=', objectId)
        .where('kind', '=', sql.lit('AMEND_MANDATE')),
    ),
    forgetAccounts: preparedQuery(({ id, facts }: { id: string; facts: string }) =>
      db.updateTable('approvals').set({ facts, input: null }).where('id', '=', id),
    ),
    forgetExpiredInputs: preparedQuery(({ before }: { before: number }) =>
      db
        .updateTable('approvals')
        .set({ input: null })
        .where(anyThatWaits)
        .where('expires_at', '<=', before)
        .where('input', 'is not', null),
    ),
  };
}

/** As literals: a database takes the index of what waits only where it sees its condition. */
const isIn = (now: number): Readonly<Record<ApprovalStatus, RawBuilder<SqlBool>>> => ({
  PENDING: sql`status = 'PENDING' and expires_at > ${now}`,
  EXPIRED: sql`status = 'PENDING' and expires_at <= ${now}`,
  APPROVED: sql`status = 'APPROVED'`,
  REFUSED: sql`status = 'REFUSED' and withdrawn_at is null`,
  WITHDRAWN: sql`status = 'REFUSED' and withdrawn_at is not null`,
});

/** Of the payments and mandates that are seen. Filtered here, because what others decided may be very much. */
function isSeen({ payments, mandates }: ApprovalSight): RawBuilder<SqlBool> {
  const ofPayment =
    payments &&
    sql<SqlBool>`exists (select 1 from payments
      where payments.id = coalesce(approvals.payment_id, approvals.object_id) and ${isVisibleTo(payments)} ${lookedUp})`;
  const ofMandate =
    mandates &&
    sql<SqlBool>`exists (select 1 from mandates where ${sql.join(
      [
        sql`mandates.id = approvals.object_id`,
        ...columnsAre([
          ['mandates.id_societe', mandates.societes],
          ['mandates.run_mode', mandates.runModes],
        ]),
      ],
      sql` and `,
    )} ${lookedUp})`;
  return sql<SqlBool>`case approvals.kind when 'AMEND_MANDATE' then ${ofMandate ?? no} else ${ofPayment ?? no} end`;
}

/** Otherwise PostgreSQL may read all that are seen, to look the few of a page up among them. */
const lookedUp = sql`limit 1 offset 0`;

const no = sql<SqlBool>`1 = 0`;

export function createApprovalReads(
  { db, queries }: Preparation<typeof approvalQueries>,
  connection: Connection,
): ApprovalReads {
  /** The first `limit` of each of these payments, where `condition` holds. */
  const ofEach = async (
    paymentIds: readonly string[],
    condition: RawBuilder<SqlBool>,
    order: 'asc' | 'desc',
    limit: number,
  ): Promise<readonly Approval[]> => {
    const place = sql<number>`row_number() over (partition by coalesce(payment_id, object_id) order by id ${sql.raw(order)})`;
    const found = db
      .selectFrom('approvals')
      .select(approvalColumns)
      .select(place.as('place'))
      .where(condition)
      .where(({ or, eb }) => or([eb('payment_id', 'in', paymentIds), eb('object_id', 'in', paymentIds)]));
    const query = db
      .selectFrom(found.as('found'))
      .select(approvalColumns)
      .where('place', '<=', limit)
      .orderBy('id', order);
    return (await readRows<ApprovalRow>(connection, query.compile())).map(approvalOf);
  };
  return {
    approval: async (id) => first(await queries.approval(connection, { id }), approvalOf),
    approvalOfOperation: async (operationId) => {
      const found = first(await queries.approvalOfOperation(connection, { operationId }), approvalOf);
      if (found === null) return null;
      assert(found.kind === 'REFUND', 'the approval of an operation is that of a refund');
      return found;
    },
    waitingChanges: async (objectId, now) =>
      (await queries.waitingChanges(connection, { objectId, now })).rows
        .map(approvalOf)
        .filter(isChange)
        .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    approvals: async ({ requestedBy, sight, status, runMode = null, now, beforeId, limit }) => {
      const asked = columnsAre([
        ['requested_by', requestedBy],
        ['run_mode', runMode],
      ]);
      const query = db
        .selectFrom('approvals')
        .select(approvalColumns)
        .where('id', '<', beforeId ?? afterAll)
        .where(({ and }) => and([...asked, ...(status === null ? [] : [isIn(now)[status]]), isSeen(sight)]))
        .orderBy('id', 'desc')
        .limit(limit);
      return (await readRows<ApprovalRow>(connection, query.compile())).map(approvalOf);
    },
    approvalsWaitingOf: (paymentIds, now, limit) => ofEach(paymentIds, isIn(now).PENDING, 'asc', limit),
    approvalsEndedOf: (paymentIds, now, limit) => ofEach(paymentIds, sql`not (${isIn(now).PENDING})`, 'desc', limit),
    waitingCentsOf: async (paymentId, now) =>
      (await queries.waitingCentsOf(connection, { paymentId, now })).rows[0]?.cents ?? 0,
    waitingCentsBy: async (query) => (await queries.waitingCentsBy(connection, query)).rows[0]?.cents ?? 0,
  };
}

export function createApprovalWrites(
  { queries }: Preparation<typeof approvalQueries>,
  connection: Connection,
): ApprovalWrites {
  return {
    insertApproval: (approval) => done(queries.insertApproval(connection, rowOf(approval))),
    decideApproval: async (id, decision) =>
      (await queries.decideApproval(connection, { id, ...decision })).changes === 1,
    withdrawApproval: async (id, at) => (await queries.withdrawApproval(connection, { id, at })).changes === 1,
    withdrawWaiting: async (by, at) => (await queries.withdrawWaiting(connection, { by, at })).rows.map(({ id }) => id),
    endApproved: (at) => done(queries.endApproved(connection, { at, sinceId: firstIdAt('apr', at - approvalMs) })),
    forgetInputsOf: async (objectId) => {
      for (const { id, facts } of (await queries.heldAmendmentsOf(connection, { objectId })).rows) {
        const { fields } = parseAmendmentFacts(JSON.parse(facts ?? 'null'));
        const left = { oldIban: erasedIban, newIban: erasedIban, fields };
        await queries.forgetAccounts(connection, { id, facts: JSON.stringify(left) });
      }
    },
    forgetExpiredInputs: async (before) => (await queries.forgetExpiredInputs(connection, { before })).changes,
  };
}

/** In the place of an account. A masked one would show its first and last digits. */
const erasedIban = '••••';

const isChange = (approval: Approval): approval is ChangeApproval => approval.kind !== 'REFUND';

const nothing = {
  ...{ operation_id: null, payment_id: null, amount_cents: null },
  ...{ object_id: null, object_version: null, facts: null, input: null },
};

const rowOf = (approval: Approval): ApprovalRow => ({
  ...{ id: approval.id, kind: approval.kind, run_mode: approval.runMode },
  // An older gateway reads every row, and knows the causes of refunds alone.
  cause: approval.kind === 'REFUND' ? approval.cause : 'PAYMENT',
  ...{ requested_by: approval.requestedBy, reason: approval.reason },
  ...(approval.status === 'WITHDRAWN'
    ? { status: 'REFUSED', withdrawn_at: approval.decidedAt }
    : { status: approval.status, withdrawn_at: null }),
  ...{ created_at: approval.createdAt, expires_at: approval.expiresAt },
  ...{ decided_by: approval.decidedBy, decided_at: approval.decidedAt },
  ...nothing,
  ...aboutOf(approval),
});

function aboutOf(approval: Approval): Partial<ApprovalRow> {
  if (approval.kind === 'REFUND') {
    return {
      ...{ operation_id: approval.operationId, payment_id: approval.paymentId, amount_cents: approval.amountCents },
    };
  }
  if (approval.kind === 'REVIEW_PAYMENT') return { object_id: approval.paymentId, object_version: approval.version };
  const { mandateId, version, oldIban, newIban, fields, input } = approval;
  return {
    ...{ object_id: mandateId, object_version: version },
    ...{ facts: JSON.stringify({ oldIban, newIban, fields }), input: JSON.stringify(input) },
  };
}

function approvalOf(row: ApprovalRow): Approval {
  const held = {
    ...{ id: row.id, requestedBy: row.requested_by, reason: row.reason },
    runMode: effectiveRunModeOf(row.run_mode),
    cause: row.kind === 'REFUND' ? known(approvalCause, row.cause) : ('KIND' as const),
    status: row.withdrawn_at === null ? known(approvalStatus, row.status) : ('WITHDRAWN' as const),
    ...{ createdAt: row.created_at, expiresAt: row.expires_at, decidedBy: row.decided_by, decidedAt: row.decided_at },
  };
  const kind = known(approvalKind, row.kind);
  if (kind === 'REFUND') return { ...held, kind, ...refundIn(row) };
  const { object_id: objectId, object_version: version } = row;
  assert(objectId !== null && version !== null, 'a change names what it is about');
  if (kind === 'REVIEW_PAYMENT') return { ...held, kind, paymentId: objectId, version };
  const facts = parseAmendmentFacts(JSON.parse(row.facts ?? 'null'));
  const input: unknown = row.input === null ? null : JSON.parse(row.input);
  return { ...held, kind, mandateId: objectId, version, ...facts, input };
}

function refundIn(row: ApprovalRow): Pick<RefundApproval, 'operationId' | 'paymentId' | 'amountCents'> {
  const { operation_id: operationId, payment_id: paymentId, amount_cents: amountCents } = row;
  assert(operationId !== null && paymentId !== null && amountCents !== null, 'a refund has a payment and an amount');
  return { operationId, paymentId, amountCents };
}
