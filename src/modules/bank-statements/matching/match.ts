import type { Presentation } from '../../direct-debits/batches/direct-debit.ts';
import type { Payment } from '../../payments/payment.ts';
import type { BankExceptionKind } from '../bank-import.ts';

/** The meaning of a booking and the resulting action. The gateway never guesses. */
export type Match =
  /** Money for an awaited transfer, or of a direct debit. */
  | {
      readonly kind: 'RECEIVED';
      readonly payment: Payment;
      /** The presentation in a file that was cancelled here: the bank had it, and a person looks. */
      readonly ofCancelledBatch?: Presentation;
    }
  /** Money of a direct debit whose return was known first. */
  | { readonly kind: 'SETTLED_BEFORE_RETURN'; readonly payment: Payment }
  /** `besideCents`: what the bank took beyond the money that goes back: its charge. */
  | { readonly kind: 'RETURNED'; readonly payment: Payment; readonly besideCents: number }
  /** A part of a transfer's money goes back, or its surplus: the payment stays as it is. */
  | { readonly kind: 'PART_RETURNED'; readonly payment: Payment; readonly besideCents: number }
  /** Money of a whole block of ours. */
  | { readonly kind: 'BLOCK'; readonly paymentInformationId: string; readonly isOfCancelledBatch: boolean }
  | {
      readonly kind: 'EXCEPTION';
      readonly exception: BankExceptionKind;
      readonly payment: Payment | null;
      readonly besideCents?: number;
    };

export const exception = (
  kind: BankExceptionKind,
  payment: Payment | null = null,
): Extract<Match, { kind: 'EXCEPTION' }> => ({
  kind: 'EXCEPTION',
  exception: kind,
  payment,
});
