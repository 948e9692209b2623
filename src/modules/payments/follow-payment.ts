import { Repeater } from '@repeaterjs/repeater';
import { StoreUnavailableError } from '../../kernel/store-unavailable.ts';
import type { PaymentEvent } from './events/payment-event.ts';
import type { Services } from './ports.ts';

/** One consumer that waits for changes of a payment. */
export type Follower = {
  /** Up to which event the follower has the story. */
  readonly seen: () => number;
  /** Called after each commit that touched the payment (`isNews`), and every now and then for a look at the rights. */
  readonly look: (isUpdate: boolean) => void;
};

/** The followers of each payment in this process. Changes by other processes are found by polling. */
export type Listeners = {
  /** Until the answer is called. */
  readonly listen: (paymentId: string, follower: Follower) => () => void;
  readonly announce: (paymentId: string) => void;
  /** How many are left: a client that left leaves none. */
  readonly size: () => number;
};

/** How often events that another process wrote are looked for, for all followers together: how late they can be. */
const lookAgainMs = 500;
const eventsPerRead = 100;

/**
 * Changes of this process are announced at once. Changes of other processes are found by one cheap query for all
 * followers, twice a second, and only while there are followers. PostgreSQL's NOTIFY would be slightly faster, but it
 * serialises commits: it more than halves their rate.
 */
export function createListeners(store: Pick<Services['store'], 'versionsOf'>): Listeners {
  const byPayment = new Map<string, Set<Follower>>();
  let timer: NodeJS.Timeout | null = null;
  const lookForAll = async (): Promise<void> => {
    const asked = unlessUnavailable(store.versionsOf([...byPayment.keys()]), new Map<string, number>());
    // Another fault is for each follower to find out, and its reader to hear.
    const versions = await asked.catch(() => null);
    for (const [paymentId, followers] of byPayment) {
      const version = versions ? (versions.get(paymentId) ?? 0) : Number.POSITIVE_INFINITY;
      for (const follower of followers) follower.look(version > follower.seen());
    }
  };
  const schedule = (): void => {
    timer = setTimeout(() => {
      timer = null;
      void lookForAll().finally(() => {
        if (byPayment.size > 0 && timer === null) schedule();
      });
    }, lookAgainMs);
    timer.unref();
  };
  return {
    listen(paymentId, follower) {
      const followers = byPayment.get(paymentId) ?? new Set();
      byPayment.set(paymentId, followers.add(follower));
      if (timer === null) schedule();
      return () => {
        followers.delete(follower);
        if (followers.size === 0 && byPayment.get(paymentId) === followers) byPayment.delete(paymentId);
      };
    },
    announce(paymentId) {
      // A look into an empty map hashes the new id all the same.
      if (byPayment.size === 0) return;
      for (const follower of byPayment.get(paymentId) ?? []) follower.look(true);
    },
    size: () => [...byPayment.values()].reduce((sum, followers) => sum + followers.size, 0),
  };
}

/**
 * Yields the payment's events after `afterSequence`, then each new one once it is committed by any process. Ends when
 * the consumer returns or `mayGoOn` answers false. `mayGoOn` is asked before each event and twice a second, because a
 * right may end meanwhile. A repeater, not an async generator: a waiting generator cannot be stopped.
 */
export function followPayment(
  { store, listeners }: Pick<Services, 'store'> & { readonly listeners: Listeners },
  paymentId: string,
  afterSequence: number,
  mayGoOn: () => boolean = () => true,
): AsyncIterableIterator<PaymentEvent> {
  return new Repeater<PaymentEvent>(async (push, stop) => {
    let sequence = afterSequence;
    let wake = (): void => undefined;
    let isStopped = false;
    let isDue = true;
    const unlisten = listeners.listen(paymentId, {
      seen: () => sequence,
      look: (isUpdate) => {
        isDue ||= isUpdate;
        wake();
      },
    });
    void stop.then(() => {
      isStopped = true;
      unlisten();
      wake();
    });
    while (!isStopped && mayGoOn()) {
      if (!isDue) {
        await new Promise<void>((resolve) => (wake = resolve));
        if (!isDue) continue;
      }
      isDue = false;
      const read = (): Promise<readonly PaymentEvent[]> => store.eventsOf(paymentId, sequence, eventsPerRead);
      const events = isStopped || !mayGoOn() ? [] : await unlessUnavailable(read(), []);
      for (const event of events) {
        if (isStopped || !mayGoOn()) break;
        sequence = event.sequence;
        await push(event);
      }
      if (events.length === eventsPerRead) isDue = true;
    }
    stop();
  });
}

/** While the database does not answer, nothing is known to have happened: a later look finds it. */
const unlessUnavailable = <Found>(found: Promise<Found>, none: Found): Promise<Found> =>
  found.catch((error: unknown) => {
    if (error instanceof StoreUnavailableError) return none;
    throw error;
  });
