import type { Aged } from '../../../kernel/aged.ts';
import { closedSet, type NameOf } from '../../../kernel/closed-set.ts';
import type { MandateScheme } from '../../../kernel/sepa/mandate.ts';
import type { CalendarDate } from '../../../kernel/sepa/target-calendar.ts';
import type { EffectiveRunMode, PaymentStatus } from '../../../kernel/vocabulary.ts';
import type { Payment } from '../../payments/payment.ts';
import type { DirectDebitFileVersion } from '../files/direct-debit-input.ts';
import type { Mandate, PendingAmendment, SequenceType } from '../mandates/mandate.ts';

/** Direct debits that the company collects itself, in files for its bank. */

export const directDebitState = closedSet('DirectDebitState', 'Where one presentation of a debit stands.', {
  WAITING: 'It waits for a batch.',
  BATCHED: 'It is in a file for the bank.',
  WITHDRAWN: 'It was taken back before a bank had it: its payment, or its batch, was cancelled.',
  REFUSED: 'The bank refused it before it was settled.',
});
export type DirectDebitState = NameOf<typeof directDebitState>;

/** One presentation of a payment to the bank. A second one has a reference and a row of its own. */
export type Presentation = {
  readonly paymentId: string;
  /** 1, 2, 3… within the payment. */
  readonly presentation: number;
  /** The id that every answer of the bank names: unique for ever. */
  readonly endToEndId: string;
  readonly mandateId: string;
  readonly idSociete: string;
  readonly runMode: EffectiveRunMode;
  readonly scheme: MandateScheme;
  readonly state: DirectDebitState;
  readonly amountCents: number;
  readonly dueDate: CalendarDate;
  /** When the payment's event announced amount and due date to the debtor. */
  readonly notifiedAt: number;
  readonly batchId: string | null;
  /** The id of its block in the file (`PmtInfId`). */
  readonly blockId: string | null;
  readonly sequence: SequenceType | null;
  /** The changes of the mandate that this debit reports to the bank. */
  readonly amendment: PendingAmendment | null;
  /** The mandate's last due date before this batch. It is restored if the batch is cancelled. */
  readonly previousCollectedOn: CalendarDate | null;
  readonly createdAt: number;
};

export const batchStatus = closedSet('DirectDebitBatchStatus', 'Where a batch of direct debits stands.', {
  CREATED: 'Its file is written and can be downloaded; the bank does not have it yet.',
  SUBMITTED: 'The bank has its file.',
  CANCELLED: 'Taken back before the bank had it: its payments wait for another batch.',
});
export type BatchStatus = NameOf<typeof batchStatus>;

export type StoredBatch = {
  /** `bat_…` */
  readonly id: string;
  /** Unique for ever (`MsgId`): banks know a file that comes twice by it. */
  readonly messageId: string;
  readonly idSociete: string;
  readonly runMode: EffectiveRunMode;
  readonly scheme: MandateScheme;
  readonly cutOff: CalendarDate;
  readonly status: BatchStatus;
  readonly version: number;
  readonly debits: number;
  readonly totalCents: number;
  readonly fileName: string;
  /** SHA-256 of the file, in hex. */
  readonly fileDigest: string;
  readonly fileBytes: number;
  /** Which of the two versions of the message it is: `pain.008.001.08`. */
  readonly fileFormat: DirectDebitFileVersion;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly firstDownloadedBy: string | null;
  readonly firstDownloadedAt: number | null;
  /** The client that submitted or cancelled it, and when. */
  readonly closedBy: string | null;
  readonly closedAt: number | null;
  /** When the bank first showed that it has the file. No client and no person says so for it. */
  readonly bankShowedAt: number | null;
};

export type DebitUnderMandate = { readonly debit: Presentation; readonly mandate: Mandate };
export type DueDebit = DebitUnderMandate & { readonly payment: Payment };

export type DueQuery = {
  readonly idSociete: string;
  readonly runMode: EffectiveRunMode;
  readonly scheme: MandateScheme;
  readonly cutOff: CalendarDate;
  /** The place to go on after, in the order of due date and payment; null: from the start. */
  readonly after: { readonly dueDate: CalendarDate; readonly paymentId: string } | null;
  readonly limit: number;
};

export type BatchQuery = {
  readonly limit: number;
  readonly beforeId: string | null;
  readonly idSociete: string | null;
  readonly runModes: readonly EffectiveRunMode[];
  readonly statuses: readonly BatchStatus[] | null;
  readonly societes: readonly string[] | null;
};

export type DirectDebitReads = {
  /** The last presentation of a payment. */
  directDebitOf(paymentId: string): Promise<Presentation | null>;
  /** The last presentation of each payment. */
  directDebitsOfPayments(paymentIds: readonly string[]): Promise<ReadonlyMap<string, Presentation>>;
  directDebitByEndToEndId(endToEndId: string): Promise<Presentation | null>;
  /** Waiting debits up to the cut-off, in the order of due date and payment. */
  dueDebits(query: DueQuery): Promise<readonly DueDebit[]>;
  /** In the order of their payments; those after `afterPaymentId` ('' for all). */
  debitsOfBatch(batchId: string, afterPaymentId: string, limit: number): Promise<readonly Presentation[]>;
  /** Those of a block of a file (`PmtInfId`), in the order of their payments. */
  debitsOfBlock(blockId: string, afterPaymentId: string, limit: number): Promise<readonly Presentation[]>;
  /** Those under a mandate that are in a file for the bank, the newest payments first. */
  debitsOfMandate(mandateId: string, limit: number): Promise<readonly Presentation[]>;
  /** All under a mandate that report a change of it, whatever became of them, the newest files first. */
  reportsOf(mandateId: string): Promise<readonly Presentation[]>;
  /** All that ended in other batches whose file the bank has or may have. */
  endedUses(of: { readonly mandateId: string; readonly batchId: string }): Promise<readonly Presentation[]>;
  /** Those under the mandates in this file and in others that no one has had yet, the newest files first. */
  unsentUses(mandateIds: readonly string[], batchId: string): Promise<readonly DebitUnderMandate[]>;
  /** Those in a file for the bank that have exactly this amount and were due by then, the last ones first. */
  debitsOfAmount(of: {
    readonly idSociete: string;
    readonly runMode: EffectiveRunMode;
    readonly amountCents: number;
    readonly dueBy: CalendarDate;
    readonly limit: number;
  }): Promise<readonly Presentation[]>;
  /** Whether a debit under the mandate waits, or its only or last one went to the bank. */
  hasOpenDebit(mandateId: string): Promise<boolean>;
  directDebitBatch(id: string): Promise<StoredBatch | null>;
  directDebitBatchByMessageId(messageId: string): Promise<StoredBatch | null>;
  /** Newest first. */
  directDebitBatches(query: BatchQuery): Promise<readonly StoredBatch[]>;
  directDebitFile(batchId: string): Promise<Buffer | null>;
  /** Due debits that the bank has and did not answer, in the order of their ids; those after `behindId`. */
  debitsToReview(query: {
    readonly dueBy: CalendarDate;
    readonly behindId: string;
    readonly limit: number;
  }): Promise<readonly Aged[]>;
  /** The debits of a société that are in no file, by scheme and due date. */
  waitingDebitDays(query: {
    readonly idSociete: string;
    readonly runMode: EffectiveRunMode;
  }): Promise<readonly WaitingDay[]>;
  /** How many debits of a batch are of payments in each status now, and their sum; without those that were taken back. */
  outcomesOfBatch(batchId: string): Promise<readonly BatchOutcome[]>;
  /** How many direct debits are in no file for the bank though their due date has passed. */
  overdueDebits(query: { readonly runMode: EffectiveRunMode; readonly today: CalendarDate }): Promise<number>;
};

/** Debits of one scheme that fall due on one day and are in no file. */
export type WaitingDay = {
  readonly dueDate: CalendarDate;
  readonly scheme: MandateScheme;
  readonly debits: number;
  readonly cents: number;
};

/** The debits of a batch whose payments are in one status. */
export type BatchOutcome = { readonly status: PaymentStatus; readonly debits: number; readonly cents: number };

export type DirectDebitWrites = {
  insertDirectDebit(debit: Presentation): Promise<void>;
  /** False, and nothing is written, where its state is not `from` any more. */
  updateDirectDebit(debit: Presentation, from: DirectDebitState): Promise<boolean>;
  insertDirectDebitBatch(batch: StoredBatch, file: Buffer): Promise<void>;
  /** Compare-and-set, like `updateMandate`. */
  updateDirectDebitBatch(batch: StoredBatch): Promise<boolean>;
};
