import { type Kysely, sql } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { first, pick, preparedQuery } from '../../../store/prepared-query.ts';
import {
  type Approval,
  type ApprovalDecision,
  type ApprovalReads,
  type ApprovalWrites,
  approvalCause,
  approvalStatus,
} from '../operations/approval.ts';
import { effectiveRunModeOf, known } from './stored-values.ts';
import type { ApprovalRow, Tables } from './tables.ts';

/** Refunds that wait for a second person. */

const columns = [
  ...(['id', 'operation_id', 'payment_id', 'run_mode', 'amount_cents', 'cause', 'requested_by'] as const),
  ...(['refund_ceiling_cents', 'status', 'created_at', 'expires_at', 'decided_by', 'decided_at', 'reason'] as const),
] as const satisfies readonly (keyof ApprovalRow)[];

/** Sorts after every id. */
const afterAll = 'apr_g';

export function approvalQueries(db: Kysely<Tables>) {
  const approvals = db.selectFrom('approvals').select(columns);
  const waiting = db
    .selectFrom('approvals')
    .select(sql<number>`cast(coalesce(sum(amount_cents), 0) as bigint)`.as('cents'))
    .where('status', '=', sql.lit('PENDING'));
  const page = approvals.orderBy('id', 'desc');
  return {
    approval: preparedQuery(({ id }: { id: string }) => approvals.where('id', '=', id)),
    approvalOfOperation: preparedQuery(({ operationId }: { operationId: string }) =>
      approvals.where('operation_id', '=', operationId),
    ),
    approvals: preparedQuery(({ beforeId, limit }: { beforeId: string; limit: number }) =>
      page.where('id', '<', beforeId).limit(limit),
    ),
    approvalsBy: preparedQuery(
      ({ requestedBy, beforeId, limit }: { requestedBy: string; beforeId: string; limit: number }) =>
        page.where('requested_by', '=', requestedBy).where('id', '<', beforeId).limit(limit),
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
    insertApproval: preparedQuery((row: ApprovalRow) => db.insertInto('approvals').values(pick(row, columns))),
    decideApproval: preparedQuery((row: { id: string } & ApprovalDecision) =>
      db
        .updateTable('approvals')
        .set({ status: row.status, decided_by: row.decidedBy, decided_at: row.decidedAt, reason: row.reason })
        .where('id', '=', row.id)
        .where('status', '=', sql.lit('PENDING')),
    ),
  };
}

export function createApprovalReads(
  { queries }: Preparation<typeof approvalQueries>,
  connection: Connection,
): ApprovalReads {
  return {
    approval: async (id) => first(await queries.approval(connection, { id }), approvalOf),
    approvalOfOperation: async (operationId) =>
      first(await queries.approvalOfOperation(connection, { operationId }), approvalOf),
    approvals: async ({ requestedBy, beforeId, limit }) => {
      const page = { beforeId: beforeId ?? afterAll, limit };
      const { rows } = await (requestedBy === null
        ? queries.approvals(connection, page)
        : queries.approvalsBy(connection, { ...page, requestedBy }));
      return rows.map(approvalOf);
    },
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
    insertApproval: async (approval) => {
      await queries.insertApproval(connection, rowOf(approval));
    },
    decideApproval: async (id, decision) =>
      (await queries.decideApproval(connection, { id, ...decision })).changes === 1,
  };
}

const rowOf = ({ id, amountCents, cause, status, reason, ...approval }: Approval): ApprovalRow => ({
  ...{ id, cause, status, reason, amount_cents: amountCents },
  ...{ operation_id: approval.operationId, payment_id: approval.paymentId, run_mode: approval.runMode },
  ...{ requested_by: approval.requestedBy, refund_ceiling_cents: approval.refundCeilingCents },
  ...{ created_at: approval.createdAt, expires_at: approval.expiresAt },
  ...{ decided_by: approval.decidedBy, decided_at: approval.decidedAt },
});

const approvalOf = (row: ApprovalRow): Approval => ({
  ...{ id: row.id, operationId: row.operation_id, paymentId: row.payment_id, amountCents: row.amount_cents },
  runMode: effectiveRunModeOf(row.run_mode),
  cause: known(approvalCause, row.cause),
  status: known(approvalStatus, row.status),
  ...{ requestedBy: row.requested_by, refundCeilingCents: row.refund_ceiling_cents, reason: row.reason },
  ...{ createdAt: row.created_at, expiresAt: row.expires_at, decidedBy: row.decided_by, decidedAt: row.decided_at },
});
