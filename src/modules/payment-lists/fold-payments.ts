import { transactUnlessOvertaken } from '../../kernel/transacting.ts';
import { eventChain } from '../event-log/event-log.ts';
import { lookAgain } from '../event-log/look-again.ts';
import { type ListPlace, settledAt } from './payment-list.ts';
import type { Store } from './ports.ts';

/** Of each of the two kinds, in one transaction: others wait for it. */
const foldedAtOnce = 600;
/** Ids only. */
const comparedAtOnce = 2000;

export type FoldServices = { readonly store: Store; readonly clock: () => number };

type FoldOptions = FoldServices & {
  readonly keepsLease: () => Promise<boolean>;
  /** Called after each step. */
  readonly onStep: (step: { readonly payments: number; readonly place: ListPlace }) => void;
};

/**
 * Copies what lists and totals need of new and changed payments. It takes only what is settled, as the anchors do. Lists
 * read later payments from their own table. What was committed too late for that is found by looking again.
 */
export async function foldPayments(options: FoldOptions): Promise<void> {
  if (await foldSettled(options)) for (const mark of eventChain.names) await foldLate(options, mark);
}

/** True where nothing is left. */
async function foldSettled({ store, clock, keepsLease, onStep }: FoldOptions): Promise<boolean> {
  const settled = settledAt(clock());
  for (;;) {
    const place = await store.paymentListPlace();
    const from = beginningOf(place, settled, clock());
    const { paymentIds, events, until } = await store.nextToFold(from, settled, foldedAtOnce);
    if (paymentIds.length === 0 && eventChain.isSamePlace(until, place)) return true;
    // If another process folded meanwhile, this step is dropped.
    if (!(await transactUnlessOvertaken(store, (t) => t.foldPayments(paymentIds, place, until)))) return false;
    onStep({ payments: paymentIds.length, place: until });
    if (paymentIds.length < foldedAtOnce && events < foldedAtOnce) return true;
    if (!(await keepsLease())) return false;
  }
}

async function foldLate(services: FoldOptions, mark: keyof ListPlace): Promise<void> {
  const { store } = services;
  const place = await store.paymentListPlace();
  await lookAgain(services, place[mark], {
    name: `payment list, ${mark}`,
    kind: mark === 'payment' ? 'pay' : 'evt',
    lastOf: (from, until) => store.lastToFold(mark, from, until, comparedAtOnce),
    complete: async (from, until) => {
      const late = await store.notFolded(mark, from, until);
      for (let done = 0; done < late.length; done += foldedAtOnce) {
        const some = late.slice(done, done + foldedAtOnce);
        if (!(await transactUnlessOvertaken(store, (t) => t.foldPayments(some, place, place)))) return false;
      }
      return true;
    },
  });
}

/**
 * At the very beginning no event is read: each payment is copied as it is now, with all that is settled. After a clock
 * that was ahead, the last minutes are folded again.
 */
function beginningOf(place: ListPlace, settled: ListPlace, at: number): ListPlace {
  const { payment, event } = eventChain.beginningAfter({ until: place }, at);
  return { payment, event: place.event === '' ? settled.event : event };
}
