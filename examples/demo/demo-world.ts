import type { Bank } from '../sepa/bank.ts';
import type { Agenda } from './agenda.ts';
import type { Customer } from './customers.ts';
import type { Dice } from './dice.ts';
import type { DemoGateway } from './gateway.ts';
import type { Staff } from './staff.ts';

/** What the topics of the demo share. */
export type Demo = {
  readonly gateway: DemoGateway;
  readonly bank: Bank;
  readonly staff: Staff;
  readonly agenda: Agenda;
  readonly customers: readonly Customer[];
  /** Each topic takes dice of its own from it. */
  readonly dice: Dice;
  readonly firstDay: string;
  readonly lastDay: string;
  /** The day in Paris. */
  readonly today: () => string;
};

/** An order of a customer, which it pays in one way. */
export type Order = {
  readonly customer: Customer;
  readonly number: string;
  readonly amountCents: number;
  /** Of this order alone, so that what happens to others changes nothing here. */
  readonly dice: Dice;
};

/** What a customer does some time after the payment was recorded; null: nothing. */
export type Later = (() => Promise<void>) | null;
