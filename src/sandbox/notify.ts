import type { Bank, Message, Session, Settlement } from './bank.ts';
import type { Deliver } from './deliver.ts';
import { type HeldMessage, type NotificationFault, notificationFaults } from './faults.ts';
import type { State } from './state.ts';

/** Notifies the shop of a settlement, as the fault scripts say; resolves when immediate messages were answered. */
export type Notify = (bank: Bank, session: Session, settlement: Settlement) => Promise<void>;

export type Notifying = {
  readonly notify: Notify;
  /** Sends, each in its time, the messages that were held when the simulators last stopped. */
  resume(banks: readonly Bank[]): void;
  /** Sends all held messages now. */
  releaseAll(banks: readonly Bank[]): Promise<void>;
  /** Held messages stay held. */
  close(): void;
};

export function startNotifying({
  state,
  clock,
  deliver,
}: {
  readonly state: State;
  readonly clock: () => number;
  readonly deliver: Deliver;
}): Notifying {
  const timers = new Set<NodeJS.Timeout>();

  async function release(bank: Bank, held: HeldMessage): Promise<void> {
    if (state.releaseMessage(held.id)) await deliver(held, bank.countsAsDelivered);
  }

  function schedule(bank: Bank, held: HeldMessage): void {
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        void release(bank, held);
      },
      Math.max(0, held.dueAt - clock()),
    );
    timers.add(timer);
  }

  const heldOf = (banks: readonly Bank[]) =>
    state.heldMessages().flatMap((held) => {
      const bank = banks.find(({ name }) => name === held.bank);
      return bank === undefined ? [] : [{ bank, held }];
    });

  return {
    notify: async (bank, session, settlement) => {
      const { reference } = session;
      if (settlement.message === null) return;
      const struck = state.takeFaults({
        bank: bank.name,
        reference,
        operation: null,
        kinds: notificationFaults,
        limit: notificationFaults.length,
      });
      const delays = new Map<NotificationFault, number>(
        struck.map(({ kind, delayMs }) => [kind as NotificationFault, delayMs]),
      );
      const before = state.waitingMessages(bank.name, reference);
      for (const message of messagesOf(settlement, delays)) {
        const delayMs = delays.get('DELAY_NOTIFICATION') ?? delays.get('REORDER_NOTIFICATION');
        if (delayMs === undefined) {
          await deliver(message, bank.countsAsDelivered);
        } else {
          const waits = delays.has('REORDER_NOTIFICATION');
          schedule(bank, state.holdMessage({ ...message, reference, waits, dueAt: clock() + delayMs }));
        }
      }
      for (const held of before) await release(bank, held);
    },
    resume: (banks) => {
      for (const { bank, held } of heldOf(banks)) schedule(bank, held);
    },
    releaseAll: async (banks) => {
      for (const { bank, held } of heldOf(banks)) await release(bank, held);
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
