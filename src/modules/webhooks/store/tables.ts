import { asIs, oneOf, type RowOf, recordOf } from '../../../store/record.ts';
import {
  type EndpointHealth,
  type WebhookAttempt,
  type WebhookDelivery,
  webhookDeliveryStatus,
  webhookOutcome,
} from '../webhook-delivery.ts';

export type Tables = {
  readonly webhook_deliveries: WebhookDeliveryRow;
  readonly webhook_attempts: WebhookAttemptRow;
  readonly webhook_endpoints: WebhookEndpointRow;
};

export const webhookDeliveries = recordOf<WebhookDelivery>()({
  ...asIs('id', 'client', 'endpoint', 'subject', 'sequence', 'eventId', 'type', 'body', 'attempts', 'tries'),
  ...asIs('createdAt', 'nextAttemptAt', 'claimedUntil', 'expiresAt', 'settledAt'),
  status: oneOf(webhookDeliveryStatus),
});
export type WebhookDeliveryRow = RowOf<typeof webhookDeliveries>;

export const webhookAttempts = recordOf<WebhookAttempt>()({
  ...asIs('number', 'at', 'statusCode', 'detail', 'durationMs'),
  outcome: oneOf(webhookOutcome),
});
export type WebhookAttemptRow = RowOf<typeof webhookAttempts> & { readonly delivery_id: string };

export const endpointHealth = recordOf<EndpointHealth>()(
  asIs(
    'lastSuccessAt',
    'lastFailureAt',
    'failingSince',
    'failuresInARow',
    'pausedUntil',
    'pausedUrlDigest',
    'goneUrlDigest',
  ),
);
export type WebhookEndpointRow = RowOf<typeof endpointHealth> & { readonly client: string; readonly endpoint: string };
