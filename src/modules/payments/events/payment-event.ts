import { factOf } from '../../../kernel/stored-facts.ts';
import type { PaymentStatus } from '../../../kernel/vocabulary.ts';
import type { EventFacts } from './event-data.ts';

/** An event to write. The store adds `sequence`, `hash` and `previousHash`. The type decides the data. */
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
 * The client or command that caused an event; null for a bank, a customer or the clock. Some types of events name the
 * client in `client` or `settledBy` instead.
 */
export const actorOf = ({ data }: Pick<NewPaymentEvent, 'data'>): string | null =>
  factOf(data, 'actor') ?? factOf(data, 'settledBy') ?? factOf(data, 'client');
