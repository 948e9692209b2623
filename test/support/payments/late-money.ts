import { expect } from 'vitest';
import { factOf } from '../../../src/kernel/stored-facts.ts';
import { ReviewPaymentDocument } from '../../generated/graphql.ts';
import type { TestGateway } from '../gateway.ts';
import { openLink, pressTryAgain } from '../pages/pay-link.ts';
import type { Initiated } from '../requests.ts';
import { postMessage } from '../scellius-messages.ts';

/** Messages of La Banque Postale about several transactions of a payment, in any order. */

export const uuidOf = ({ payment }: Initiated, letter: string): string => `${payment.id.slice(4, 35)}${letter}`;

export async function say(gateway: TestGateway, initiation: Initiated, word: string, letter = 'a', attempt = 1) {
  const about = { vads_order_id: `${initiation.payment.reference}-${attempt}`, vads_trans_status: word };
  await postMessage(gateway, initiation, { ...about, vads_trans_uuid: uuidOf(initiation, letter) });
}

/** The payment's status, and why a person was called. */
export async function standingOf({ store }: TestGateway, { payment: { id } }: Initiated) {
  const events = await store.eventsOf(id, 0, 1000);
  const calls = events.flatMap(({ type, data }) => (type === 'CONTRADICTION' ? [factOf(data, 'reason')] : []));
  return [(await store.paymentById(id))?.status, ...calls];
}

/** What each attempt rests on: its status and the letter of its transaction. */
export async function attemptsOf({ store }: TestGateway, { payment: { id } }: Initiated): Promise<readonly string[]> {
  const attempts = await store.attemptsOf(id);
  return attempts.map(({ status, bankTransaction }) => `${status} ${bankTransaction?.at(-1)}`);
}

/** A person decides. */
export async function decide(
  gateway: TestGateway,
  { payment: { id } }: Initiated,
  status: 'PAID' | 'FAILED' | 'CANCELLED',
): Promise<void> {
  await gateway.send(ReviewPaymentDocument, { input: { id, status } });
  expect((await gateway.store.paymentById(id))?.status).toBe(status);
}

/** Opens another attempt, as the page offers. */
export async function tryAgain(gateway: TestGateway, { payment: { paymentUrl } }: Initiated): Promise<void> {
  const { retryPath } = await openLink(gateway, new URL(paymentUrl ?? '').pathname);
  if (retryPath === null) throw new Error('the page has no button');
  await pressTryAgain(gateway, retryPath);
}
