import { each, oneOf, type SearchOf, textOf } from '../../api/address.ts';
import type { RunMode } from '../../api/run-mode.ts';
import type { WebhookDeliveryFilter, WebhookDeliveryStatus } from '../../generated/operations.ts';

export const statuses: readonly WebhookDeliveryStatus[] = ['WAITING', 'DELIVERED', 'DEAD'];

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
