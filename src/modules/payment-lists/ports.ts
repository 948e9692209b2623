import type { Transacting } from '../../kernel/transacting.ts';
import type * as payments from '../payments/ports.ts';
import type { Services as PaymentServices } from '../payments/ports.ts';
import type { FoldReads, FoldWrites } from './payment-list.ts';
import type { TotalReads } from './payment-totals.ts';

/** The module's ports: its own part of the store, and those of payments. */

export type Reads = payments.Reads & FoldReads & TotalReads;
export type Transaction = payments.Transaction & Reads & FoldWrites;
export type Store = Reads & Transacting<Transaction>;
export type Services = Omit<PaymentServices, 'store'> & { readonly store: Store };
