import { isHosted, type PaymentFlow } from '../capabilities.ts';
import type { Services } from '../ports.ts';

/** Until when a payment waits for its customer, from now on; null where it does not wait for one. */
export function expiryOf({ settings }: Pick<Services, 'settings'>, flow: PaymentFlow, now: number): number | null {
  if (isHosted(flow)) return now + settings.hostedPageLifetimeMs;
  return flow === 'BANK_TRANSFER' ? now + settings.bankTransferLifetimeMs : null;
}
