import type { WebhookEndpointsQuery } from '../../generated/operations.ts';

export type Endpoint = WebhookEndpointsQuery['webhookEndpoints'][number];
