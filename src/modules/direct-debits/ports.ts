import type { AuditWrites } from '../../kernel/audit/audit-entry.ts';
import type { Transacting } from '../../kernel/transacting.ts';
import type { EffectiveRunMode } from '../../kernel/vocabulary.ts';
import type * as payments from '../payments/ports.ts';
import type { Services as PaymentServices } from '../payments/ports.ts';
import type { DirectDebitReads, DirectDebitWrites } from './batches/direct-debit.ts';
import type { MandateReads, MandateWrites } from './mandates/mandate-store.ts';

/** The module's ports: its own part of the store, and those of payments. */

export type Reads = payments.Reads & MandateReads & DirectDebitReads;
export type Transaction = payments.Transaction & Reads & MandateWrites & DirectDebitWrites & AuditWrites;
export type Store = Reads & Transacting<Transaction>;
export type Services = Omit<PaymentServices, 'store'> & {
  readonly store: Store;
  readonly debitsInDoubt: DebitsInDoubt;
  readonly debitsRefusedInVain: DebitsRefusedInVain;
};

/** The payments whose debit the bank may have by a file that was cancelled here; `src/app` fills it in. */
export type DebitsInDoubt<InReads = Reads> = (
  reads: InReads,
  books: { readonly idSociete: string; readonly runMode: EffectiveRunMode },
) => Promise<ReadonlySet<string>>;

/** Those of the payments whose debit the bank refused in this file, where their result was known by then. */
export type DebitsRefusedInVain<InReads = Reads> = (
  reads: InReads,
  batch: { readonly messageId: string },
  payments: readonly string[],
) => Promise<ReadonlySet<string>>;
