import type { Aged, Unread } from '../../../kernel/aged.ts';
import type { EffectiveRunMode } from '../../../kernel/vocabulary.ts';
import type { Attempt, Payment } from '../payment.ts';

/** Items due at `now`, the longest due first, after the place `behind`; `limit` at most. */
export type DueQuery = { readonly now: number; readonly behind: Aged; readonly limit: number };
export const dueStart: Aged = { at: 0, id: '' };

/** An inquiry without a usable answer. It is repeated. */
export type LostInquiry = {
  /** The attempt's id. */
  readonly id: string;
  readonly attempt: Attempt;
  /** When the first answer was lost; of a report, when the question began for which a person is called. */
  readonly since: number;
  readonly nextAskAt: number;
};

/** Reads of the clock's rounds. Each round walks along time and keeps its place. */
export type ClockReads = {
  /** Waiting or authorised payments whose `expiresAt` has come. */
  paymentsToExpire(query: DueQuery): Promise<readonly Unread<Payment>[]>;
  /** How many payments a person has to decide. */
  paymentsInReview(runMode: EffectiveRunMode): Promise<number>;
  /** Attempts in the order of their opening: ids after `behindId`, up to `untilId`. */
  attemptsBetween(behindId: string, untilId: string, limit: number): Promise<readonly Unread<Attempt>[]>;
  inquiriesToRepeat(query: DueQuery): Promise<readonly Unread<LostInquiry>[]>;
  /** Those attempts of a payment about which the bank's last answer was lost. */
  attemptsWithLostInquiry(paymentId: string): Promise<readonly Attempt[]>;
  /** Awaited transfers that expire after `now` and by `expiresBy`, and have no reminder yet. */
  paymentsToRemind(query: DueQuery & { readonly expiresBy: number }): Promise<readonly Aged[]>;
  /** Null where it was never moved. */
  cursor(name: string): Promise<string | null>;
};

export type ClockWrites = {
  /** False where the customer was reminded before. */
  claimReminder(paymentId: string, at: number): Promise<boolean>;
  moveCursor(name: string, position: string): Promise<void>;
  postponeLostInquiry(lost: { readonly attemptId: string } & Pick<LostInquiry, 'nextAskAt'>): Promise<void>;
  /** One that is there keeps its times, and is to be answered once more. */
  saveLostInquiry(lost: { readonly attemptId: string } & Pick<LostInquiry, 'since' | 'nextAskAt'>): Promise<void>;
  /** False where it was renewed since it was read, or is gone. */
  deleteLostInquiry(read: Pick<LostInquiry, 'id' | 'nextAskAt'>): Promise<boolean>;
};
