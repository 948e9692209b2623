import { transactUnlessOvertaken } from '../../kernel/transacting.ts';
import { eventChain } from '../event-log/event-log.ts';
import { type ListPlace, settledAt } from './payment-list.ts';
import type { Store } from './ports.ts';

/** Of each of the two kinds, in one transaction: some 15 ms, so that others wait no longer. */
const foldedAtOnce = 200;

export type FoldServices = { readonly store: Store; readonly clock: () => number };

type FoldOptions = FoldServices & {
  readonly keepsLease: () => Promise<boolean>;
  /** Called after each step. */
  readonly onStep: (step: { readonly payments: number; readonly place: ListPlace }) => void;
};

/**
 * Copies what lists and totals need of new and changed payments. It takes only what is settled, as the anchors do:
 * nothing earlier can appear any more. Lists read later payments from their own table.
 */
export async function foldPayments({ store, clock, keepsLease, onStep }: FoldOptions): Promise<void> {
  const settled = settledAt(clock());
  for (;;) {
    const place = await store.paymentListPlace();
    const from = beginningOf(place, settled, clock());
    const { paymentIds, events, until } = await store.nextToFold(from, settled, foldedAtOnce);
    if (paymentIds.length === 0 && eventChain.isSamePlace(until, place)) return;
    // If another process folded meanwhile, this step is dropped.
    if (!(await transactUnlessOvertaken(store, (t) => t.foldPayments(paymentIds, place, until)))) return;
    onStep({ payments: paymentIds.length, place: until });
    if (paymentIds.length < foldedAtOnce && events < foldedAtOnce) return;
    if (!(await keepsLease())) return;
  }
}

/**
 * At the very beginning no event is read: each payment is copied as it is now, with all that is settled. After a clock
 * that was ahead, the last minutes are folded again.
 */
function beginningOf(place: ListPlace, settled: ListPlace, at: number): ListPlace {
  const { payment, event } = eventChain.beginningAfter({ until: place }, at);
  return { payment, event: place.event === '' ? settled.event : event };
}
