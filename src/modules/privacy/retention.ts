import type { Aged, AgedQuery } from '../../kernel/aged.ts';
import type { Payment } from '../payments/payment.ts';

/** What is kept for a time only, and how long. Null: as long as the gateway. Milliseconds. */
export type RetentionPeriods = {
  /** What a bank sent, after it came; its digest and what became of it stay. */
  readonly notificationMs: number | null;
  /** Who paid, after the payment's last change, once it is at its end. */
  readonly payerMs: number | null;
  /** Files of the bank that wait for a confirmation. */
  readonly unconfirmedFileMs: number | null;
  /** Which user of the operating system ran a command. */
  readonly operatorMs: number | null;
  readonly idempotencyKeyMs: number | null;
};

const dayMs = 86_400_000;
/** No month is longer, so that nothing goes before its time. */
const monthMs = 31 * dayMs;

export function retentionPeriods({
  notificationMonths,
  payerMonths,
  unconfirmedBankFileDays,
  operatorMonths,
  idempotencyKeyDays,
}: {
  readonly notificationMonths: number | null;
  readonly payerMonths: number | null;
  readonly unconfirmedBankFileDays: number | null;
  readonly operatorMonths: number | null;
  readonly idempotencyKeyDays: number | null;
}): RetentionPeriods {
  return {
    notificationMs: notificationMonths && notificationMonths * monthMs,
    payerMs: payerMonths && payerMonths * monthMs,
    unconfirmedFileMs: unconfirmedBankFileDays && unconfirmedBankFileDays * dayMs,
    operatorMs: operatorMonths && operatorMonths * monthMs,
    idempotencyKeyMs: idempotencyKeyDays && idempotencyKeyDays * dayMs,
  };
}

export type RetentionReads = {
  /** Payments, by the time they were made, of which it is still known who paid. */
  paymentsWithPayer(query: AgedQuery): Promise<readonly Payment[]>;
  /** Bank messages that were dealt with and whose content is still there, by the time they came. */
  notificationsWithContent(query: AgedQuery): Promise<readonly (Aged & { readonly paymentId: string | null })[]>;
  /** Actions that name the user who ran the command. */
  actionsWithOperator(query: AgedQuery): Promise<readonly Aged[]>;
  countIdempotencyKeys(before: number): Promise<number>;
};

export type RetentionWrites = {
  /** That it was a command stays. */
  forgetOperator(actionId: string): Promise<void>;
  /** About `limit` of the oldest from before `before`, more where several are of the same moment; answers how many. */
  deleteIdempotencyKeys(before: number, limit: number): Promise<number>;
};
