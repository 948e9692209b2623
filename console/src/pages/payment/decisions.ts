import type { actionTexts } from './action-texts.ts';
import type { Payment } from './sentence.ts';

export type Decision = keyof (typeof actionTexts)['fr']['choices'];

const all: readonly Decision[] = ['PAID', 'REFUSED', 'CANCELLED', 'FAILED', 'RETURNED', 'REFUNDED'];

const didNotCome = 'the bank says that this money did not come';
const saysOfMoney: ReadonlySet<string | null> = new Set([didNotCome, 'paid twice']);

/** What a person can decide now, by the rule of `reviewPayment`. */
export function decisionsOf({ status, events }: Payment): readonly Decision[] {
  if (status === 'NEEDS_REVIEW') return all;
  const last = events.edges.findLast(({ node }) => node.cause !== null || saysOfMoney.has(node.reason))?.node;
  return status === 'PAID' && last?.type === 'CONTRADICTION' && last.reason === didNotCome ? ['RETURNED'] : [];
}
