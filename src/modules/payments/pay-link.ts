import { isFinal } from '../../kernel/vocabulary.ts';
import type { Payment } from './payment.ts';

/** How long the customer's link goes on showing how a payment ended. */
export const payLinkLifetimeMs = 90 * 86_400_000;

/** Whether the customer's link is no right any more: the payment ended, or its time ran out, long ago. */
export function payLinkHasExpired(
  { status, updatedAt, expiresAt }: Pick<Payment, 'status' | 'updatedAt' | 'expiresAt'>,
  now: number,
): boolean {
  const endedAt = isFinal(status) ? updatedAt : expiresAt;
  return endedAt !== null && now >= endedAt + payLinkLifetimeMs;
}
