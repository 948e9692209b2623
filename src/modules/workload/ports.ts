import type { Societe } from '../../kernel/merchant.ts';
import type { CalendarDate } from '../../kernel/sepa/target-calendar.ts';
import type { EffectiveRunMode } from '../../kernel/vocabulary.ts';
import type { TransferQuery } from '../bank-statements/awaited-transfer.ts';
import type { BankExceptionKind } from '../bank-statements/bank-import.ts';
import type { BankImportReads } from '../bank-statements/bank-import-store.ts';
import type { Reads as PaymentListReads, Services as PaymentListServices } from '../payment-lists/ports.ts';
import type { ApprovalReads } from '../payments/operations/approval.ts';
import type { OperationReads } from '../payments/operations/payment-operation.ts';
import type { Payment } from '../payments/payment.ts';
import type { PaymentReads } from '../payments/payment-store.ts';
import type { WebhookEndpoints } from '../webhooks/queue-webhooks.ts';
import type { EndpointName } from '../webhooks/webhook-delivery.ts';

/** The module's ports: what waits, counted apart by what a right depends on. */

export type WaitingOperations = Pick<
  Payment,
  'client' | 'idSociete' | 'idOrigin' | 'paymentTarget' | 'effectiveRunMode'
> & { readonly count: number };

export type WaitingKind = 'EXCEPTION' | 'MANDATE_LAPSING' | 'DEBIT_WAITING' | 'DEBIT_OVERDUE' | 'BATCH_TO_HAND_OVER';

/** `exception`: its kind, `dueDate`: the first of the debits of a batch; null for the others. */
export type WaitingCount = {
  readonly what: WaitingKind;
  readonly exception: BankExceptionKind | null;
  readonly dueDate: CalendarDate | null;
  readonly idSociete: string;
  readonly count: number;
};

/** That the database came back as it was earlier. Moments are milliseconds since the epoch. */
export type Restore = {
  readonly restoredAt: number;
  /** What was done from then to the restore may be missing. Null: it is not known from when on. */
  readonly knownUntil: number | null;
};

export type PaymentsQuery = Pick<TransferQuery, 'runMode' | 'idSociete' | 'visibleTo' | 'limit'>;
/** `since`: of the contradiction, in milliseconds since the epoch. */
export type ContradictedQuery = PaymentsQuery & { readonly since: number };

export type WorkloadReads = {
  /** Operations whose outcome at the bank is not known, by their payments. */
  waitingOperations(runMode: EffectiveRunMode): Promise<readonly WaitingOperations[]>;
  /** Their payments, the longest in doubt first. */
  paymentsInDoubt(query: PaymentsQuery): Promise<readonly Payment[]>;
  /** Payments whose money the bank has contradicted, settled or not, the newest first. */
  paymentsContradicted(query: ContradictedQuery): Promise<readonly Payment[]>;
  /** @param query `lapsesBy`: until when a mandate is not used enough; `today`: debits due before it are overdue */
  waitingCounts(query: {
    readonly runMode: EffectiveRunMode;
    readonly lapsesBy: CalendarDate;
    readonly today: CalendarDate;
  }): Promise<readonly WaitingCount[]>;
  /** Awaited transfers that expire by then, by what a right depends on. */
  lateTransfers(runMode: EffectiveRunMode, expiresBy: number): Promise<readonly WaitingOperations[]>;
  /** The endpoints whose last try failed. */
  failingEndpoints(): Promise<readonly EndpointName[]>;
  deadWebhooks(client: string): Promise<number>;
  /** Those that no person has compared with the banks, the oldest first. */
  restoresToCompare(): Promise<readonly Restore[]>;
  /** When the database last came back, compared or not; null: it never did. */
  lastRestoredAt(): Promise<number | null>;
  /** When the newest event, entry of the audit log or restore was recorded; null: there is none. It reads every event. */
  newestRecord(): Promise<number | null>;
};

export type RestoreWrites = {
  insertRestore(restore: Restore): Promise<void>;
  /** Marks those up to a moment as compared; answers how many. */
  markCompared(until: number, at: number): Promise<number>;
};

export type Reads = PaymentListReads & WorkloadReads;
export type Services = Pick<PaymentListServices, 'settings' | 'clock'> & {
  readonly webhooks: WebhookEndpoints;
  readonly societes: ReadonlyMap<string, Societe>;
  readonly store: Pick<Reads, 'paymentTotals' | keyof WorkloadReads> &
    Pick<PaymentReads, 'attemptsOf' | 'eventsOf'> &
    Pick<OperationReads, 'operationsOf'> &
    Pick<ApprovalReads, 'approvals'> &
    Pick<BankImportReads, 'unconfirmedBankFiles'>;
};
