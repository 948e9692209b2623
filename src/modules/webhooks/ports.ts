import type { Transacting } from '../../kernel/transacting.ts';
import type * as payments from '../payments/ports.ts';
import type { Services as PaymentServices } from '../payments/ports.ts';
import type { WebhookReads, WebhookWrites } from './webhook-delivery.ts';

/** The module's ports: its own part of the store, and those of payments. */

export type Reads = payments.Reads & WebhookReads;
export type Transaction = payments.Transaction & Reads & WebhookWrites;
export type Store = Reads & Transacting<Transaction>;
export type Services = Omit<PaymentServices, 'store'> & { readonly store: Store };
