import type { Aged, AgedQuery, Unread } from '../../kernel/aged.ts';
import { dayMs } from '../../kernel/durations.ts';
import type { Payment } from '../payments/payment.ts';

/** Retention periods of data, in milliseconds. Null: as long as the gateway. */
export type RetentionPeriods = {
  /** The content of a bank message, from its arrival on. Digest and outcome stay. */
  readonly notificationMs: number | null;
  /** The payer of a finished payment, from its last change on. */
  readonly payerMs: number | null;
  /** Files of the bank that wait for a confirmation. */
  readonly unconfirmedFileMs: number | null;
  /** Which user of the operating system ran a command. */
  readonly operatorMs: number | null;
  /** Entries of the audit log. */
  readonly auditMs: number | null;
  readonly idempotencyKeyMs: number | null;
};

/** No month is longer, so that nothing goes before its time. */
export const retentionMonthMs = 31 * dayMs;

type InUnits =
  | `${'notification' | 'payer' | 'operator' | 'audit'}Months`
  | 'unconfirmedBankFileDays'
  | 'idempotencyKeyDays';

export function retentionPeriods(periods: Readonly<Record<InUnits, number | null>>): RetentionPeriods {
  const ms = (name: InUnits): number | null => {
    const units = periods[name];
    return units && units * (name.endsWith('Months') ? retentionMonthMs : dayMs);
  };
  return {
    notificationMs: ms('notificationMonths'),
    payerMs: ms('payerMonths'),
    unconfirmedFileMs: ms('unconfirmedBankFileDays'),
    operatorMs: ms('operatorMonths'),
    auditMs: ms('auditMonths'),
    idempotencyKeyMs: ms('idempotencyKeyDays'),
  };
}

export type RetentionReads = {
  /** Ended payments that still hold their payer, by creation time. */
  paymentsWithPayer(query: AgedQuery): Promise<readonly Unread<Payment>[]>;
  /** Processed bank messages that still have their content, by arrival time. */
  notificationsWithContent(query: AgedQuery): Promise<readonly (Aged & { readonly paymentId: string | null })[]>;
  /** Actions that name the user of the command. */
  actionsWithOperator(query: AgedQuery): Promise<readonly Aged[]>;
  countIdempotencyKeys(before: number): Promise<number>;
};

export type RetentionWrites = {
  /** That it was a command stays. */
  forgetOperator(actionId: string): Promise<void>;
  /** About `limit` of the oldest from before `before`, more where several are of the same moment; answers how many. */
  deleteIdempotencyKeys(before: number, limit: number): Promise<number>;
};
