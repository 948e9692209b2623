import type { Transacting } from '../../kernel/transacting.ts';
import type * as payments from '../payments/ports.ts';
import type { Services as PaymentServices } from '../payments/ports.ts';
import type { ChainReads, ChainWrites, OldestWrite } from './chain.ts';
import type { EventLogReads } from './event-log.ts';

/** The module's ports: its own part of the store, and those of payments. */

export type Reads = payments.Reads & EventLogReads & ChainReads;
export type Transaction = payments.Transaction & Reads & ChainWrites;
export type Store = Reads & OldestWrite & Transacting<Transaction>;
export type Services = Omit<PaymentServices, 'store'> & { readonly store: Store };
