import type { Kysely } from 'kysely';
import { approvalQueries, createApprovalReads, createApprovalWrites } from './approvals.ts';
import { clockQueries, createClockReads, createClockWrites } from './clock-walks.ts';
import { createInitiationWrites } from './initiations.ts';
import { createNotificationReads, notificationQueries } from './notifications.ts';
import { createOperationReads, createOperationWrites, operationQueries } from './operations.ts';
import { paymentQueries } from './queries.ts';
import { createPaymentReads } from './reads.ts';
import { actionQueries, createActionReads, createActionWrites } from './recorded-actions.ts';
import { createReportReads, createReportWrites, reportQueries } from './reported-payments.ts';
import type { Tables } from './tables.ts';
import { createUnverifiedReads, createUnverifiedWrites, unverifiedQueries } from './unverified-notifications.ts';
import { createClaims, createPaymentWrites } from './writes.ts';

/** The module's part of the store; `src/app/store.ts` joins the parts of all. */
export const paymentParts = {
  createQueries: (db: Kysely<Tables>) => ({
    ...paymentQueries(db),
    ...notificationQueries(db),
    ...unverifiedQueries(db),
    ...operationQueries(db),
    ...approvalQueries(db),
    ...clockQueries(db),
    ...reportQueries(db),
    ...actionQueries(db),
  }),
  reads: [
    createPaymentReads,
    createNotificationReads,
    createUnverifiedReads,
    createOperationReads,
    createApprovalReads,
    createClockReads,
    createReportReads,
    createActionReads,
  ],
  /** Writes that are a unit of work by themselves, or part of one. */
  alone: [createInitiationWrites],
  writes: [
    createPaymentWrites,
    createClaims,
    createUnverifiedWrites,
    createOperationWrites,
    createApprovalWrites,
    createClockWrites,
    createReportWrites,
    createActionWrites,
  ],
} as const;
