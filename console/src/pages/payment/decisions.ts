import type { actionTexts } from './action-texts.ts';
import type { Payment } from './sentence.ts';

export type Decision = keyof (typeof actionTexts)['fr']['choices'];

const all: readonly Decision[] = ['PAID', 'REFUSED', 'CANCELLED', 'FAILED', 'RETURNED', 'REFUNDED'];

const didNotCome = 'the bank says that this money did not come';
const cameAfterAll = 'the bank says that this money came after all';
const saysOfMoney: ReadonlySet<string | null> = new Set([didNotCome, cameAfterAll, 'paid twice']);

/** What a person can decide now, by the rule of `reviewPayment`. */
export function decisionsOf({ status, events }: Payment): readonly Decision[] {
  if (status === 'NEEDS_REVIEW') return all;
  const last = events.edges.findLast(({ node }) => node.cause !== null || saysOfMoney.has(node.reason))?.node;
  if (last?.type !== 'CONTRADICTION') return [];
  if (status === 'PAID' && last.reason === didNotCome) return ['RETURNED'];
  return status === 'RETURNED' && last.reason === cameAfterAll ? ['PAID'] : [];
}
