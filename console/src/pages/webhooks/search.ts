import { each, oneOf, type SearchOf, textOf } from '../../api/address.ts';
import type { RunMode } from '../../api/run-mode.ts';
import type { WebhookDeliveryFilter, WebhookDeliveryStatus } from '../../generated/operations.ts';

export const statuses: readonly WebhookDeliveryStatus[] = ['WAITING', 'DELIVERED', 'DEAD'];

/** The gateway's own names; an address may hold another. */
export const types = [
  ...(['payment.initiated', 'payment.requires_action', 'payment.pending', 'payment.submitted'] as const),
  ...(['payment.authorized', 'payment.paid', 'payment.refused', 'payment.cancelled', 'payment.expired'] as const),
  ...(['payment.failed', 'payment.returned', 'payment.partially_refunded', 'payment.refunded'] as const),
  ...(['payment.needs_review', 'payment.contradicted', 'payment.prenotified', 'payment.reminder_due'] as const),
  'payment.erased',
];

export const filters = {
  status: oneOf(statuses),
  ...each(['client', 'endpoint', 'type', 'payment'], textOf),
};
export type WebhooksSearch = SearchOf<typeof filters>;

export const filterOf = (
  { status, client, endpoint, type, payment }: WebhooksSearch,
  runMode: RunMode,
): WebhookDeliveryFilter => ({
  runMode,
  ...(status && { status: [status] }),
  ...{ client, endpoint, type, paymentId: payment },
});
