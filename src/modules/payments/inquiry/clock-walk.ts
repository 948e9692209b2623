import type { EffectiveRunMode } from '../../../kernel/vocabulary.ts';
import type { Attempt, Payment } from '../payment.ts';

/** A place in a walk along what is due; everything behind it is due later. */
export type DuePlace = { readonly at: number; readonly id: string };
/** What is due at `now`, the longest due first, behind a place; `limit` at most. */
export type DueQuery = { readonly now: number; readonly behind: DuePlace; readonly limit: number };
export const dueStart: DuePlace = { at: 0, id: '' };

/** A question about an attempt to which the bank gave no answer that says anything: it is asked again. */
export type LostInquiry = {
  /** Of the attempt. */
  readonly id: string;
  readonly attempt: Attempt;
  /** When the first answer was lost. */
  readonly since: number;
  readonly nextAskAt: number;
};

/** What the clock's rounds read: they walk along time, and keep the place to which they came. */
export type ClockReads = {
  /** Waiting or authorised payments whose `expiresAt` has come. */
  paymentsToExpire(query: DueQuery): Promise<readonly Payment[]>;
  /** How many payments a person has to decide. */
  paymentsInReview(runMode: EffectiveRunMode): Promise<number>;
  /** Attempts in the order of their opening: ids behind `behindId`, up to `untilId`. */
  attemptsBetween(behindId: string, untilId: string, limit: number): Promise<readonly Attempt[]>;
  inquiriesToRepeat(query: DueQuery): Promise<readonly LostInquiry[]>;
  /** Transfers that are awaited, run out after `now` and by `expiresBy`, and whose customer was not reminded yet. */
  paymentsToRemind(now: number, expiresBy: number, limit: number): Promise<readonly Payment[]>;
  /** Null where it was never moved. */
  cursor(name: string): Promise<string | null>;
};

export type ClockWrites = {
  /** False where the customer was reminded before. */
  claimReminder(paymentId: string, at: number): Promise<boolean>;
  moveCursor(name: string, position: string): Promise<void>;
  /** One that is there stays as it is. */
  insertLostInquiry(lost: { readonly attemptId: string } & Pick<LostInquiry, 'since' | 'nextAskAt'>): Promise<void>;
  postponeLostInquiry(lost: { readonly attemptId: string } & Pick<LostInquiry, 'nextAskAt'>): Promise<void>;
  deleteLostInquiry(attemptId: string): Promise<void>;
};

/** The last id that could have been made at `at`: ids are version 7 UUIDs, which begin with their milliseconds. */
export const lastIdAt = (kind: string, at: number): string =>
  `${kind}_${Math.max(0, Math.floor(at)).toString(16).padStart(12, '0')}${'f'.repeat(20)}`;
