import { auditQueries, createAuditReads, createAuditWrites } from './audit-log.ts';

/** The module's part of the store; `src/app/store.ts` joins the parts of all. */
export const auditLogParts = {
  createQueries: auditQueries,
  reads: [createAuditReads],
  writes: [createAuditWrites],
} as const;
