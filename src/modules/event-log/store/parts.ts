import { createEventLogReads, createEventLogWrites, eventLogQueries } from './event-log.ts';

/** The module's part of the store; `src/app/store.ts` joins the parts of all. */
export const eventLogParts = {
  createQueries: eventLogQueries,
  reads: [createEventLogReads],
  writes: [createEventLogWrites],
} as const;
