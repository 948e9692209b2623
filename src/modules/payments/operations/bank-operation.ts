import { closedSet, type NameOf } from '../../../kernel/closed-set.ts';
import type { Attempt, Payment } from '../payment.ts';
import type { HostedTarget, ProviderUpdate } from '../provider.ts';

/** Operations on an existing payment that the gateway asks of a bank, server to server. */

export const operationKind = closedSet('PaymentOperationKind', 'What the bank is asked to do with a payment.', {
  CAPTURE: 'Take the amount that was authorised.',
  CANCEL: 'Give up before the money moves.',
  REFUND: 'Give money back, all of it or a part.',
});
export type OperationKind = NameOf<typeof operationKind>;

/** One call over HTTP, with a deadline, a bounded answer and no redirects. */
export type BankCall = (request: {
  readonly bank: HostedTarget;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}) => Promise<{ readonly status: number; readonly body: Buffer }>;

/** No byte of the request was sent: the bank cannot have done anything. */
export class NotSentError extends Error {
  override readonly name = 'NotSentError';
}

/** The request may have arrived; its result is not known. */
export class LostAnswerError extends Error {
  override readonly name = 'LostAnswerError';
}

export type OperationRequest<Account> = {
  readonly account: Account;
  readonly payment: Payment;
  /** The attempt that holds the money. */
  readonly attempt: Attempt;
  readonly kind: OperationKind;
  readonly amountCents: number;
  /** A number from `questionCounter`, unique for the account and day, if the bank wants one; else null. */
  readonly question: number | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
};

/** No text here holds personal data: codes and our own words. */
export type OperationAnswer =
  | { readonly outcome: 'DONE'; readonly bankTransaction: string | null; readonly bankCode: string }
  | {
      readonly outcome: 'REFUSED';
      readonly bankCode: string;
      readonly reason: string;
      /** The bank's own id of the refused operation, where it has one. */
      readonly bankTransaction?: string;
    }
  /** To be settled by asking, never by sending again. */
  | {
      readonly outcome: 'UNKNOWN';
      readonly bankCode: string | null;
      readonly reason: string;
      /** The bank's own id of the undecided operation, where it has one. */
      readonly bankTransaction?: string;
    }
  | { readonly outcome: 'NOT_SENT'; readonly reason: string };

export type InquiryRequest<Account> = Omit<OperationRequest<Account>, 'kind' | 'amountCents'>;

export type InquiryAnswer =
  | {
      readonly outcome: 'FOUND';
      /** The state of the attempt, in the form of a notification. */
      readonly update: ProviderUpdate;
      /** The sum of the refunds so far; null where the bank does not say. */
      readonly refundedCents: number | null;
      /** The bank's other transactions of the order, done or not: each refund, and unknown ones. */
      readonly credits: readonly ProviderUpdate[];
    }
  /** The bank has no payment under this reference. */
  | { readonly outcome: 'NONE' }
  | { readonly outcome: 'UNKNOWN'; readonly reason: string };

export type BankOperations<Account> = {
  /**
   * The counter that gives each call its `question`, or null where the bank wants none. Values are 0 to `limit` - 1.
   */
  questionCounter(account: Account, now: number): { readonly name: string; readonly limit: number } | null;
  /** Never throws for a fault of the network or the bank: every outcome is an answer. */
  perform(request: OperationRequest<Account>, call: BankCall): Promise<OperationAnswer>;
  inquire(request: InquiryRequest<Account>, call: BankCall): Promise<InquiryAnswer>;
};
