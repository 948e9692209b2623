import { closedSet, type NameOf } from '../../kernel/closed-set.ts';
import type { Range } from '../../kernel/given-values.ts';
import type { CalendarDate } from '../../kernel/sepa/target-calendar.ts';
import type { EffectiveRunMode, PaymentStatus, PaymentTarget, PaymentType } from '../../kernel/vocabulary.ts';
import type { OutgoingMessage } from './events/outgoing-message.ts';
import type { NewPaymentEvent, PaymentEvent } from './events/payment-event.ts';
import type { VisibleTo } from './may-see.ts';
import type { NotificationOutcome, NotificationOutcomeKind, StoredNotification } from './notifications/notification.ts';
import type { Attempt, Payment } from './payment.ts';
import type { SequenceCounter } from './provider.ts';

/** How payments, their attempts, events, notifications and keys are kept. */

export type PaymentReads = {
  paymentById(id: string): Promise<Payment | null>;
  paymentsByIds(ids: readonly string[]): Promise<readonly Payment[]>;
  paymentByReference(reference: string): Promise<Payment | null>;
  paymentByToken(token: string): Promise<Payment | null>;
  paymentByDerivedKey(derivedKey: string): Promise<Payment | null>;
  /** The holder of the key, read without claiming it. */
  idempotencyKey(scope: string, key: string): Promise<IdempotencyHolder | null>;
  /** The number of changes of each existing payment, which is the sequence of its last event. */
  versionsOf(paymentIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Oldest first. */
  attemptsOf(paymentId: string): Promise<readonly Attempt[]>;
  lastAttemptOf(paymentId: string): Promise<Attempt | null>;
  attemptByReference(target: PaymentTarget, reference: string): Promise<Attempt | null>;
  attemptById(id: string): Promise<Attempt | null>;
  /** In order; those after `afterSequence` (0 for all), `limit` at most. */
  eventsOf(paymentId: string, afterSequence: number, limit: number): Promise<readonly PaymentEvent[]>;
  /** Those of these payments that have one of these places; in any order. */
  eventsNumbered(paymentIds: readonly string[], sequences: readonly number[]): Promise<readonly PaymentEvent[]>;
  eventById(id: string): Promise<PaymentEvent | null>;
  notification(id: string): Promise<StoredNotification | null>;
};

/** Filled by the payment lists, which know a payment from the moment of its commit. */
export type PaymentListReads = {
  /** In the order of `sort`; `limit` rows at most, after the place `beforeId` if given. */
  payments(query: PaymentQuery): Promise<readonly ListedPayment[]>;
};

/** Null does not restrict; an empty list matches nothing. */
export type PaymentFilter = {
  readonly statuses: readonly PaymentStatus[] | null;
  readonly paymentTargets: readonly PaymentTarget[] | null;
  readonly paymentTypes: readonly PaymentType[] | null;
  readonly runMode: EffectiveRunMode | null;
  readonly client: string | null;
  readonly idSociete: string | null;
  readonly idOrigin: string | null;
  readonly idClient: string | null;
  readonly idCommande: string | null;
  readonly mandate: string | null;
  /** Days in Paris. */
  readonly created: Range<CalendarDate> | null;
  /** The due date of a direct debit; other payments have none. */
  readonly due: Range<CalendarDate> | null;
  readonly amountCents: Range<number> | null;
};

export const paymentSort = closedSet('PaymentSort', 'The order of a list of payments.', {
  NEWEST: 'The newest first.',
  OLDEST: 'The oldest first.',
  AMOUNT: 'The highest amount first.',
  DUE: 'Direct debits alone, the earliest due date first.',
});
export type PaymentSort = NameOf<typeof paymentSort>;

/**
 * A due date changes when a debit is announced anew, so that the next page has to go on from the date by which this page
 * was sorted, not from the one of that moment: otherwise it would leave out what lies between.
 */
export type ListedPayment = Payment & {
  /** What sorted it; only in the order `DUE`. */
  readonly dueOn?: CalendarDate;
};

export type PaymentQuery = PaymentFilter & {
  /** Only these. Left out: any. */
  readonly ids?: readonly string[] | undefined;
  readonly limit: number;
  readonly sort: PaymentSort;
  /** The last payment of the page before. */
  readonly beforeId: string | null;
  /** Its amount or due date, where these sort the list. */
  readonly beforeValue: number | CalendarDate | null;
  /** What the caller may see, by the rule of `maySee`; null: everything. */
  readonly visibleTo: VisibleTo | null;
};

/** Every payment, newest first; a query narrows it down. */
export const allPayments: Omit<PaymentQuery, 'limit'> = {
  ...{ sort: 'NEWEST', beforeId: null, beforeValue: null, visibleTo: null },
  ...{ statuses: null, paymentTargets: null, paymentTypes: null, runMode: null, client: null },
  ...{ idSociete: null, idOrigin: null, idClient: null, idCommande: null, mandate: null },
  ...{ created: null, due: null, amountCents: null },
};

/** All that an initiation writes, as one value. */
export type InitiationRecord = {
  /** The caller's idempotency key, held by the payment. */
  readonly claim: IdempotencyClaim | null;
  readonly payment: Payment;
  /** The first attempt at the bank's page, where there is one. */
  readonly attempt: Attempt | null;
  /** The counter from which the attempt's `sequence` is taken, where the bank wants one. */
  readonly counter: SequenceCounter | null;
  readonly event: NewPaymentEvent;
  readonly messages: readonly OutgoingMessage[];
  /** Whether its ids and its time are new enough to be written: asked just before. */
  readonly isFresh: () => boolean;
};

/** The attempt with its number. */
export type RecordedInitiation = { readonly isRecorded: boolean; readonly attempt: Attempt | null };

export type InitiationWrites = {
  /**
   * Writes all of it, or nothing: `isRecorded` is false where the claim's key is taken, or, without a claim,
   * `reference`, `token` or `derivedKey` of the payment. Outside of a transaction it is a unit of work of its own.
   * @throws ValueTakenError where there is a claim, and `reference` or `token` is taken
   * @throws CounterUsedUpError
   * @throws StaleVersionError where it waited until it was not fresh any more: it is to be drawn again
   */
  recordInitiation(record: InitiationRecord): Promise<RecordedInitiation>;
};

export type PaymentWrites = {
  /** Compare-and-set: false, and nothing is written, where the version is another. Adds 1 to the version. */
  updatePayment(id: string, version: number, change: PaymentChange): Promise<boolean>;
  /** False where the version is another. Nothing changes, and until the commit no other unit of work changes it. */
  holdPayment(id: string, version: number): Promise<boolean>;
  insertAttempt(attempt: Attempt, target: PaymentTarget): Promise<void>;
  /**
   * @param read where the payment may stay as it is
   * @throws StaleVersionError where that is not what is there
   */
  updateAttempt(
    id: string,
    change: AttemptChange,
    read?: Pick<Attempt, 'status' | 'bankTransaction'> | null,
  ): Promise<void>;
  /**
   * Marks an open attempt as given to the customer's browser. False where it was before, there or in an answer: of
   * several only one gets it.
   */
  takeAttempt(id: string, openedAt: number): Promise<boolean>;
  /** Marks an open attempt's form as given in an answer. False where it was before, or where a browser has it. */
  giveForm(id: string, givenAt: number): Promise<boolean>;
  /**
   * Appends to the payment's story. `sequence` is the payment's version after the change (1 when it is inserted), so
   * that a gap or a repeat is a broken invariant. Each event's hash covers the one before it.
   */
  appendEvent(event: NewPaymentEvent, sequence: number): Promise<void>;
  /** Claims the key, or answers its holder. One insert, never select-then-insert. */
  claimIdempotencyKey(
    claim: IdempotencyClaim,
  ): Promise<{ readonly claimed: true } | ({ readonly claimed: false } & IdempotencyHolder)>;
  /**
   * 0, 1, 2… for each `counter`, never the same twice, over all processes.
   * @param first raises a counter that is lower; a counter never goes back
   */
  nextSequence(counter: string, first?: number): Promise<number>;
  /** Skips the next `by` numbers of the counter. */
  skipSequence(counter: string, by: number): Promise<void>;
  insertNotification(notification: StoredNotification): Promise<void>;
  /** Compare-and-set: false, and nothing is written, if the outcome is no longer `from`. */
  updateNotification(id: string, from: NotificationOutcomeKind, outcome: NotificationOutcome): Promise<boolean>;
  /** Replaces the message's content and sender by `body`; digest and outcome stay. */
  eraseNotification(id: string, body: Buffer, at: number): Promise<void>;
  /** Null if the update is new; otherwise the notification that claimed it first, possibly this one. */
  claimUpdate(
    target: PaymentTarget,
    deduplicationKey: string,
    notificationId: string,
    at: number,
  ): Promise<string | null>;
  /**
   * Ties a bank's transaction to an attempt. Answers the attempt that has it, which is another one if it was claimed
   * before.
   */
  claimBankTransaction(
    target: PaymentTarget,
    runMode: EffectiveRunMode,
    bankTransaction: string,
    attemptId: string,
  ): Promise<string>;
};

export type PaymentChange = Partial<Pick<Payment, 'status' | 'derivedKey' | 'expiresAt'>> & {
  readonly updatedAt: number;
};
export type AttemptChange = Partial<Pick<Attempt, 'status' | 'bankTransaction' | 'bankCode' | 'openedAt'>>;

export type IdempotencyClaim = {
  /** Caller, operation and effective run mode. */
  readonly scope: string;
  readonly key: string;
  /** SHA-256 over the validated input. */
  readonly fingerprint: string;
  /** The holder of the key: a payment, an operation, a mandate, or a batch of direct debits. */
  readonly holderId: string;
  readonly at: number;
};

export type IdempotencyHolder = Pick<IdempotencyClaim, 'fingerprint' | 'holderId'>;
