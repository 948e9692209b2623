import { each, oneOf, type SearchOf, textOf } from '../../api/address.ts';
import type { RunMode } from '../../api/run-mode.ts';
import type { WebhookDeliveryFilter } from '../../generated/operations.ts';
import { namesOf } from '../../texts/words.ts';
import { texts } from './texts.ts';

export const statuses = namesOf(texts.fr.statuses);

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
