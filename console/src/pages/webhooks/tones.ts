import type { WebhookDeliveryStatus } from '../../generated/operations.ts';
import type { Tone } from '../../parts/values/status.tsx';

export const toneOfStatus: Readonly<Record<WebhookDeliveryStatus, Tone>> = {
  WAITING: 'wait',
  DELIVERED: 'good',
  DEAD: 'bad',
};
