import type { Config } from '../../config/config.ts';
import { whyUnchecked } from '../../config/webhook-addresses.ts';
import type { Remark } from './remark.ts';

/** Webhooks that wait, as the gateway cannot compare their addresses with those of this machine. */
export function remarksOnWebhooks({ deployment, clients }: Config): Remark[] {
  if (deployment !== 'production' || clients.every(({ webhooks }) => webhooks.length === 0)) return [];
  const reason = whyUnchecked();
  return reason === null
    ? []
    : [
        `webhooks: ${reason}. Until they can, webhooks to internet addresses wait. A sandbox of systemd needs ` +
          'AF_NETLINK in RestrictAddressFamilies.',
      ];
}
