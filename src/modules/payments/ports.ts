import type { ActionReads, ActionWrites } from '../../kernel/audit/recorded-action.ts';
import type { Identifiers } from '../../kernel/identifiers.ts';
import type { LeaseWrites } from '../../kernel/lease.ts';
import type { Societe } from '../../kernel/merchant.ts';
import type { Transacting } from '../../kernel/transacting.ts';
import type { EffectiveRunMode, PaymentTarget, PaymentType } from '../../kernel/vocabulary.ts';
import type { CustomerReads } from '../customers/customer.ts';
import type { OutgoingMessage } from './events/outgoing-message.ts';
import type { PaymentEvent } from './events/payment-event.ts';
import type { ClockReads, ClockWrites } from './inquiry/clock-walk.ts';
import type { NotificationReads } from './notifications/notification.ts';
import type { ReportReads, ReportWrites } from './notifications/reported-payment.ts';
import type { KeepUnverified, UnverifiedReads, UnverifiedWrites } from './notifications/unverified-notification.ts';
import type { ApprovalReads, ApprovalWrites } from './operations/approval.ts';
import type { OperationReads, OperationWrites } from './operations/payment-operation.ts';
import type { Payment } from './payment.ts';
import type { InitiationWrites, PaymentListReads, PaymentReads, PaymentWrites } from './payment-store.ts';
import type { HostedTarget, KnownAccount, Providers } from './provider.ts';

/** What the module wants from the rest of the program: its own part of the store, and services. */

/** The store of payments. Reads outside of a transaction see committed data. */
export type Store = Reads & Transacting<Transaction>;

export type ReceivedReads = {
  /** The sum received for the payment on the bank account, less returns, in cents. Filled by the bank statements. */
  receivedFor(paymentId: string): Promise<number>;
};

export type OutboxWrites = {
  /** Writes a message beside its event. Filled by the webhooks. */
  insertMessage(message: OutgoingMessage): Promise<void>;
};

export type Reads = PaymentReads &
  PaymentListReads &
  ReceivedReads &
  CustomerReads &
  NotificationReads &
  UnverifiedReads &
  OperationReads &
  ApprovalReads &
  ActionReads &
  ClockReads &
  ReportReads;

export type Transaction = Reads &
  InitiationWrites &
  PaymentWrites &
  OutboxWrites &
  LeaseWrites &
  UnverifiedWrites &
  OperationWrites &
  ApprovalWrites &
  ActionWrites &
  ClockWrites &
  ReportWrites;

/** What an initiation wants: it writes outside of a transaction as well. */
export type InitiationServices = Services & { readonly store: InitiationWrites };

/** The language of the bank's page and ours. */
export type Language = 'fr' | 'en';

/** Everything that a use case may reach. Only `app.ts` builds the real one. */
export type Services = {
  readonly store: Store;
  readonly providers: Providers;
  readonly societes: ReadonlyMap<string, Societe>;
  /** Milliseconds since the epoch, UTC. */
  readonly clock: () => number;
  readonly identifiers: Identifiers;
  readonly settings: Settings;
  /** Whether a bank's page is known to be down, as the background check last saw it. Never asks. */
  readonly isDown: (target: PaymentTarget, idSociete: string, runMode: EffectiveRunMode) => boolean;
  /** Whether to use the bank's backup page. Left out: never. */
  readonly usesBackupPage?: Services['isDown'];
  /** The client or the command that asks, see `actingAs`. Left out: a bank, a customer or the clock. */
  readonly actor?: string;
  /** The effects of an event, written in its transaction. */
  readonly eventHandlers: readonly EventEffect[];
  readonly flows: Flows;
  readonly keepUnverified: KeepUnverified;
  /** Called after each commit that added an event to a payment. */
  readonly announce: (paymentId: string) => void;
  /** Called once for each recorded payment. */
  readonly countInitiation: (initiation: InitiationCount) => void;
  /** Called for each bank message with an unknown card brand. Left out: not counted. */
  readonly countUnknownCardBrand?: (target: HostedTarget) => void;
  /** Called for a payment that was reported as paid and that the bank does not confirm. Left out: no alert. */
  readonly alertUnconfirmed?: (paymentId: string) => void;
  /** Called after the commit for each contradiction of the record. Left out: no alert. */
  readonly alertContradiction?: (contradiction: FoundContradiction) => void;
  /** Called when a client's refund exceeds its ceiling. */
  readonly refundOverCeiling?: (refused: RefusedRefund) => void;
  /** Called for each attempt without a number: the bank's numbers of the day are used up. */
  readonly numbersUsedUp?: (account: Account) => void;
};

export type FoundContradiction = {
  readonly payment: string;
  readonly target: HostedTarget;
  readonly reason: string;
};

export type RefusedRefund = {
  readonly client: string;
  readonly payment: string;
  readonly amountCents: number;
  readonly leftCents: number;
};

type Account = { readonly target: HostedTarget; readonly idSociete: string; readonly runMode: EffectiveRunMode };

/**
 * What an event brings with it. `payment` is its state after the event. Messages are data; a function writes something
 * else in the event's transaction, and awaits nothing but that transaction.
 */
export type EventEffect<InTransaction = Transaction> = (
  payment: Payment,
  event: PaymentEvent,
) => readonly OutgoingMessage[] | ((transaction: InTransaction) => Promise<void>) | null;

/** The flows that another module knows how to record; `src/app` fills them in. */
export type Flows<InTransaction = Transaction> = { readonly DIRECT_DEBIT: FlowHandler<InTransaction> };

/**
 * Decides what a new payment of the flow needs, before it is written.
 * @throws every error of the union `InitiatePaymentResult`; then nothing is recorded
 */
export type FlowHandler<InTransaction = Transaction> = (
  services: Pick<Services, 'societes' | 'clock' | 'identifiers' | 'eventHandlers' | 'actor'>,
  transaction: InTransaction,
  wanted: Payment,
) => Promise<PlannedFlow>;

export type PlannedFlow = {
  /** The payment to write. */
  readonly payment: Payment;
  /** Writes the flow's own records, after the payment's first event. */
  readonly record: (payment: Payment) => Promise<Payment>;
};

/** No label here belongs to a person. */
export type InitiationCount = {
  readonly target: PaymentTarget;
  readonly type: PaymentType;
  readonly mode: EffectiveRunMode;
  readonly door: 'graphql' | 'legacy';
};

export type Settings = {
  readonly deployment: 'development' | 'production';
  /** No trailing slash: `https://pay.example`. */
  readonly publicUrl: string;
  /** Accepts any `type_paiement`, for callers that send meaningless ones. */
  readonly acceptsAnyTypePaiement: boolean;
  /** How long the same legacy URL without an order's number means the same payment. */
  readonly repeatWindowMs: number;
  /** How long a payment waits for its customer. */
  readonly hostedPageLifetimeMs: number;
  readonly bankTransferLifetimeMs: number;
  /** How long the bank has to confirm a payment that was reported as paid. */
  readonly confirmationMs: number;
  /** How many days before its end a transfer is to be reminded of; 0: never. */
  readonly bankTransferReminderDays: number;
};

/** Every account of a target: the possible receivers of a bank's message. */
export function knownAccounts<Target extends PaymentTarget>(
  societes: ReadonlyMap<string, Societe>,
  target: Target,
): readonly KnownAccount<NonNullable<NonNullable<Societe['accounts'][Target]>[EffectiveRunMode]>>[] {
  return [...societes.values()].flatMap((societe) =>
    (['TEST', 'LIVE'] as const).flatMap((runMode) => {
      const account = societe.accounts[target]?.[runMode];
      return account ? [{ idSociete: societe.id, runMode, account }] : [];
    }),
  );
}
