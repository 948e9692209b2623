import { recordBooking } from './bookings.ts';
import { payByCard } from './cards.ts';
import { debit } from './debits.ts';
import type { Demo, Later, Order } from './demo-world.ts';
import type { Dice } from './dice.ts';
import { isWeekday } from './season.ts';
import { payByTransfer } from './transfers.ts';

/** Which customer orders what, and pays it how. */

const means = { PAYBOX: 52, LABANQUEPOSTALE: 16, TRANSFER: 22, BOOKING: 10 } as const;
/** On weekends only the shop is open. */
const meansOnWeekends = { ...means, TRANSFER: 4, BOOKING: 0 } as const;
const medians = { PAYBOX: 21_000, LABANQUEPOSTALE: 16_500, TRANSFER: 98_000, BOOKING: 34_000, DEBIT: 61_000 } as const;
/** Of the customers with a mandate, in a week. */
const debitedPercent = 44;
/** The customers take so long from the gateway's answer to the bank's page. */
const toTheBankMs = 50_000;

export type Orders = {
  /** One of a société's customers, and the société's next number. */
  readonly one: (amountCents: number, label: string) => Order;
  /** Some orders that come in at about the same time, up to their payment. */
  readonly take: (count: number, dice: Dice) => Promise<void>;
  /** The invoices of the week that are debited. */
  readonly debitWeek: (dice: Dice) => Promise<void>;
};

export function createOrders(demo: Demo): Orders {
  const { customers, gateway, today } = demo;
  const numbers = new Map<string, number>();
  const take = (customer: Order['customer'], amountCents: number, dice: Dice): Order => {
    const { idSociete } = customer;
    const number = (numbers.get(idSociete) ?? 10_000 * Number(idSociete) + 4_000) + 1;
    numbers.set(idSociete, number);
    return { customer, amountCents, number: String(number), dice };
  };
  const draw = (dice: Dice): (() => Promise<Later>) => {
    const kind = dice.weigh(isWeekday(today()) ? means : meansOnWeekends);
    const own = dice.of(`order ${dice.below(2 ** 40)}`);
    const order = take(own.pick(customers), own.amount(medians[kind]), own);
    if (kind === 'TRANSFER') return () => payByTransfer(demo, order);
    if (kind === 'BOOKING') return () => recordBooking(demo, order);
    return () => payByCard(demo, kind, order);
  };
  return {
    one: (amountCents, label) => {
      const dice = demo.dice.of(label);
      return take(dice.pick(customers), amountCents, dice);
    },
    take: async (count, dice) => {
      const drawn = Array.from({ length: count }, () => draw(dice));
      const left = await Promise.all(drawn.map((begin) => begin()));
      gateway.clock.wait(toTheBankMs);
      await Promise.all(left.map(async (pay) => pay?.()));
    },
    debitWeek: async (dice) => {
      for (const customer of customers) {
        if (!dice.percent(debitedPercent) || customer.mandate === null) continue;
        const own = dice.of(`debit ${customer.idClient}`);
        await debit(demo, take(customer, own.amount(medians.DEBIT, 0.5), own));
        gateway.clock.wait(20_000);
      }
    },
  };
}
