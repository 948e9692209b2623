import type { Message, Session, Settlement } from './bank.ts';
import { type Deliver, failureOf, type Log } from './deliver.ts';
import { type HeldMessage, type NotificationFault, notificationFaults } from './faults.ts';
import type { State } from './state.ts';

/** Notifies the shop of a settlement, as the fault scripts say; resolves when immediate messages were answered. */
export type Notify = (session: Session, settlement: Settlement) => Promise<void>;

export type Notifying = {
  readonly notify: Notify;
  /** Sends, each in its time, the messages that were held when the simulators last stopped. */
  resume(): void;
  /** Sends all held messages now. */
  releaseAll(): Promise<void>;
  /** Held messages stay held. */
  close(): void;
};

export function startNotifying({
  state,
  clock,
  deliver,
  log,
}: {
  readonly state: State;
  readonly clock: () => number;
  readonly deliver: Deliver;
  readonly log: Log;
}): Notifying {
  const timers = new Set<NodeJS.Timeout>();

  async function release(held: HeldMessage): Promise<void> {
    if (state.releaseMessage(held.id)) await deliver(held);
  }

  function schedule(held: HeldMessage): void {
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        release(held).catch((error: unknown) => {
          const { bank, number: transaction } = held;
          log({ event: 'sandbox.notification_failed', bank, transaction, failure: failureOf(error) });
        });
      },
      Math.max(0, held.dueAt - clock()),
    );
    timers.add(timer);
  }

  return {
    notify: async ({ bank, reference }, settlement) => {
      if (settlement.message === null) return;
      const struck = state.takeFaults({
        bank,
        reference,
        operation: null,
        kinds: notificationFaults,
        limit: notificationFaults.length,
      });
      const delays = new Map<NotificationFault, number>(
        struck.map(({ kind, delayMs }) => [kind as NotificationFault, delayMs]),
      );
      const before = state.waitingMessages(bank, reference);
      for (const message of messagesOf(settlement, delays)) {
        const delayMs = delays.get('DELAY_NOTIFICATION') ?? delays.get('REORDER_NOTIFICATION');
        if (delayMs === undefined) {
          await deliver(message);
        } else {
          const waits = delays.has('REORDER_NOTIFICATION');
          schedule(state.holdMessage({ ...message, reference, waits, dueAt: clock() + delayMs }));
        }
      }
      for (const held of before) await release(held);
    },
    resume: () => {
      for (const held of state.heldMessages()) schedule(held);
    },
    releaseAll: async () => {
      for (const held of state.heldMessages()) await release(held);
    },
    close: () => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

/** A forgery comes before the genuine one. */
function messagesOf(settlement: Settlement, faults: ReadonlyMap<NotificationFault, number>): readonly Message[] {
  const genuine = faults.has('TAMPER_NOTIFICATION')
    ? settlement.altered('TAMPERED')
    : faults.has('WRONG_AMOUNT')
      ? settlement.altered('WRONG_AMOUNT')
      : settlement.message;
  return [
    ...(faults.has('FORGE_NOTIFICATION') ? [settlement.altered('FORGED')] : []),
    ...(faults.has('LOSE_NOTIFICATION') ? [] : [genuine]),
    ...(faults.has('REPEAT_NOTIFICATION') && !faults.has('LOSE_NOTIFICATION') ? [genuine] : []),
  ].filter((message) => message !== null);
}

/** One cent more than was signed. `name` is the field of the amount in the message. */
export function tamper(message: Message, name: string): Message {
  const change = (text: string): string =>
    text.replace(new RegExp(`(?<=^|[?&])${name}=([0-9]+)`), (_whole, amount) => `${name}=${Number(amount) + 1}`);
  return message.body === null ? { ...message, url: change(message.url) } : { ...message, body: change(message.body) };
}
