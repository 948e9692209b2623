import { Repeater } from '@repeaterjs/repeater';
import type { PaymentEvent } from '../domain/payment.ts';
import type { Services } from './services.ts';

/** Who waits for news of which payment, in this process. News of other processes is found by looking again. */
export type Listeners = {
  /** Calls `listener` after each commit that touched the payment, until the answer is called. */
  readonly listen: (paymentId: string, listener: () => void) => () => void;
  readonly announce: (paymentId: string) => void;
  /** How many listeners are left: a client that left leaves none. */
  readonly size: () => number;
};

export function createListeners(): Listeners {
  const byPayment = new Map<string, Set<() => void>>();
  return {
    listen(paymentId, listener) {
      const listeners = byPayment.get(paymentId) ?? new Set();
      byPayment.set(paymentId, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && byPayment.get(paymentId) === listeners) byPayment.delete(paymentId);
      };
    },
    announce(paymentId) {
      for (const listener of byPayment.get(paymentId) ?? []) listener();
    },
    size: () => [...byPayment.values()].reduce((sum, listeners) => sum + listeners.size, 0),
  };
}

/** How often a follower looks for events that another process wrote, and whether it may go on. */
const lookAgainMs = 1000;
const eventsPerRead = 100;

/**
 * The payment's events behind `afterSequence`, then each new one as it is committed, by whichever process. Ends when
 * the consumer returns, and where `mayGoOn` says so: asked before each event and every second, for a right may end
 * while somebody listens. A repeater, not an async generator: a generator that waits cannot be stopped.
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
    const look = (): void => {
      isDue = true;
      wake();
    };
    const unlisten = listeners.listen(paymentId, look);
    const timer = setInterval(look, lookAgainMs);
    timer.unref();
    void stop.then(() => {
      isStopped = true;
      unlisten();
      clearInterval(timer);
      wake();
    });
    while (!isStopped && mayGoOn()) {
      if (!isDue) await new Promise<void>((resolve) => (wake = resolve));
      isDue = false;
      const events = isStopped || !mayGoOn() ? [] : await store.eventsOf(paymentId, sequence, eventsPerRead);
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
