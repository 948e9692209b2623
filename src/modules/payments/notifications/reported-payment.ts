import type { Unread } from '../../../kernel/aged.ts';
import type { EffectiveRunMode, PaymentTarget } from '../../../kernel/vocabulary.ts';
import type { DueQuery, LostInquiry } from '../inquiry/clock-walk.ts';

/** A message said that an attempt was paid, and the bank has not confirmed it under our own contract. */
export type ReportedPayment = LostInquiry & {
  /** The transaction numbers in the messages. The bank has to confirm one of them. */
  readonly bankTransactions: readonly string[];
};

export type ReportReads = {
  reportsToAsk(query: DueQuery): Promise<readonly Unread<ReportedPayment>[]>;
  reportOf(attemptId: string): Promise<ReportedPayment | null>;
  /** The attempt that claimed a transaction by `claimBankTransaction`, and the société of its payment. */
  claimantOf(
    target: PaymentTarget,
    runMode: EffectiveRunMode,
    bankTransaction: string,
  ): Promise<{ readonly attemptId: string; readonly idSociete: string } | null>;
};

export type ReportWrites = {
  /** One that is there is replaced. */
  saveReport(report: Pick<ReportedPayment, 'id' | 'bankTransactions' | 'since' | 'nextAskAt'>): Promise<void>;
  /** False where another transaction was reported since it was read, or it is gone. */
  postponeReport(read: Pick<ReportedPayment, 'id' | 'bankTransactions'>, nextAskAt: number): Promise<boolean>;
  /** The same. */
  deleteReport(read: Pick<ReportedPayment, 'id' | 'bankTransactions'>): Promise<boolean>;
  /** Ties a transaction of a contract to an attempt; answers the attempt that has it. */
  claimContractTransaction(claim: {
    readonly contract: string;
    readonly bankTransaction: string;
    readonly attemptId: string;
  }): Promise<string>;
};
