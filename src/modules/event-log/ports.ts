import type { Transacting } from '../../kernel/transacting.ts';
import type * as payments from '../payments/ports.ts';
import type { Services as PaymentServices } from '../payments/ports.ts';
import type { EventLogReads, EventLogWrites } from './event-log.ts';

/** The module's ports: its own part of the store, and those of payments. */

export type Reads = payments.Reads & EventLogReads;
export type Transaction = payments.Transaction & Reads & EventLogWrites;
export type Store = Reads & Transacting<Transaction>;
export type Services = Omit<PaymentServices, 'store'> & { readonly store: Store };
