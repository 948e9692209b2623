import { webhookQueries } from './queries.ts';
import { createWebhookReads, createWebhookWrites } from './webhooks.ts';

/** The module's part of the store; `src/app/store.ts` joins the parts of all. */
export const webhookParts = {
  createQueries: webhookQueries,
  reads: [createWebhookReads],
  writes: [createWebhookWrites],
} as const;
