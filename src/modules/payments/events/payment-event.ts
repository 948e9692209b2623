import { factOf } from '../../../kernel/stored-facts.ts';
import type { PaymentStatus } from '../../../kernel/vocabulary.ts';
import type { EventFacts } from './event-data.ts';

/** What is written: the store adds `sequence`, `hash` and `previousHash`. The type says which data it has. */
export type NewPaymentEvent = EventFacts & {
  readonly id: string;
  readonly paymentId: string;
  readonly status: PaymentStatus;
  readonly at: number;
};

export type PaymentEvent = NewPaymentEvent & {
  /** 1, 2, 3… within the payment: the payment's version after the change. */
  readonly sequence: number;
};

/**
 * The client or the command that brought an event about; null: a bank, a customer or the clock. Some types of events
 * have always named the client that asked (`client`), or whose person decided (`settledBy`).
 */
export const actorOf = ({ data }: Pick<NewPaymentEvent, 'data'>): string | null =>
  factOf(data, 'actor') ?? factOf(data, 'settledBy') ?? factOf(data, 'client');
