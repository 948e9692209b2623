import type { OnDeployment } from '../../kernel/caller.ts';
import type { Issue } from '../../kernel/errors.ts';
import type { MerchantAccounts, Societe } from '../../kernel/merchant.ts';
import type { Payer } from '../../kernel/payer.ts';
import {
  type EffectiveRunMode,
  ownTarget,
  type PayerField,
  type PaymentTarget,
  type PaymentType,
  paymentTarget,
} from '../../kernel/vocabulary.ts';
import type { PaymentFlow } from './capabilities.ts';
import { isCopied } from './initiation/run-mode.ts';
import type { Attempt, Payment } from './payment.ts';

/** The targets that have a page of their own: all but the company itself. */
export type HostedTarget = Exclude<PaymentTarget, typeof ownTarget>;
export const isHostedTarget = (name: PaymentTarget): name is HostedTarget => name !== ownTarget;
export const hostedTargets = paymentTarget.names.filter(isHostedTarget);

type Every<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

/** An account at any bank with a page. The bank's own code knows its fields. */
export type HostedAccount = Every<MerchantAccounts[HostedTarget]>;

/** The fields of a form by their names, in the order in which they are signed and sent. */
export type FormFields = Readonly<Record<string, string>>;

/** A form that the customer's browser posts to the bank. */
export type RedirectForm = {
  readonly method: 'POST' | 'GET';
  readonly url: string;
  readonly fields: FormFields;
  /** When the form is too old to be used. */
  readonly expiresAt: number | null;
};

/** Our public addresses that the bank's messages go to. */
export type BankAddresses = {
  readonly notification: string;
  readonly returns: Readonly<Record<ReturnOutcome, string>>;
};

/** The paths `/pay/{token}/return/{outcome}`. */
export const returnOutcomes = ['success', 'refused', 'cancelled', 'pending', 'error'] as const;
export type ReturnOutcome = (typeof returnOutcomes)[number];

export type FormRequest<Account> = {
  readonly account: Account;
  readonly payment: Payment;
  readonly attempt: Attempt;
  /**
   * The complete payer: `missingPayerFields` names none of its fields. Fields that the bank does not want may be empty
   * text.
   */
  readonly payer: Payer;
  readonly addresses: BankAddresses;
  /** The bank's last answer code to an earlier attempt; null for the first, and where it gave none. */
  readonly lastBankCode: string | null;
  /** The bank's first page takes no payments, and its backup page does. */
  readonly usesBackupPage: boolean;
  readonly language: 'fr' | 'en';
  /** Milliseconds since the epoch: the moment of signing. */
  readonly now: number;
};

/** Numbers that are used once, over all gateways. `limit` comes after the last one. */
export type SequenceCounter = { readonly name: string; readonly first: number; readonly limit: number };

/** A bank's message as it came over the wire. Signatures cover bytes: nothing was decoded. */
export type RawNotification = {
  readonly method: 'GET' | 'POST';
  /** The query without its `?`; empty if there was none. */
  readonly query: string;
  readonly body: Buffer;
};

/** What an authentic message reports about one attempt. */
export type ProviderUpdate = {
  /** Our reference of the attempt. */
  readonly attemptReference: string;
  /** `DEBIT` is a payment; `CREDIT` (a refund), `VERIFICATION` (no money) and `UNKNOWN` are never a new payment. */
  readonly operation: 'DEBIT' | 'CREDIT' | 'VERIFICATION' | 'UNKNOWN';
  /** The meaning of the status. An unknown status is `PENDING`, never paid. */
  readonly status: 'PAID' | 'AUTHORIZED' | 'PENDING' | 'REFUSED' | 'CANCELLED' | 'EXPIRED' | 'FAILED';
  /** Whether the bank has accepted a direct debit, which is `PENDING` until its money is booked. */
  readonly acceptsDebit?: boolean;
  /** Whether it collects that debit only once the shop validates it in the bank's back office. */
  readonly waitsForShop?: boolean;
  /** The bank's own id of the transaction; null where it made none. */
  readonly bankTransaction: string | null;
  /** The bank's own code, for the event: `00000`, `AUTHORISED`. No personal data. */
  readonly bankStatus: string;
  readonly bankCode: string | null;
  readonly amountCents: number;
  /** ISO 4217 numeric (`978`), null where the message does not say. */
  readonly currency: string | null;
  /** Société and mode of the message's account; null where the message cannot name it (Paybox). */
  readonly idSociete: string | null;
  readonly runMode: EffectiveRunMode | null;
  /**
   * The accounts whose key made the signature, if the message does not name its account (Paybox). The payment's own
   * account has to be among them. Left out where `idSociete` and `runMode` name it.
   */
  readonly signers?: readonly Pick<KnownAccount<unknown>, 'idSociete' | 'runMode'>[];
  /**
   * The signature does not prove what the message says, and the gateway does not know the words either: it changes
   * nothing, and the bank is asked.
   */
  readonly provesNothing?: boolean;
  /** Why the message cannot prove LIVE money (Paybox's `XXXXXX` authorisation), else null. */
  readonly testEvidence: string | null;
  /** False where the message says only that the bank accepted, not whether it took the money (Paybox's notification). */
  readonly tellsCapture: boolean;
  /** Messages with the same key say the same thing: transaction, status and operation (not body or hash). */
  readonly deduplicationKey: string;
};

export type NotificationReading =
  | {
      readonly kind: 'AUTHENTIC';
      readonly update: ProviderUpdate;
      /** The message's facts about other transactions of the order. */
      readonly others?: readonly ProviderUpdate[];
      /** The message names a card brand that we do not know. It is counted, and decides nothing. */
      readonly hasUnknownCardBrand?: boolean;
    }
  /** Bad, missing or foreign signature, malformed: 4xx and no state change. `reason` has no personal data. */
  | {
      readonly kind: 'REJECTED';
      readonly reason: string;
      /** The société of the named account, if it is one of ours. The name is not proven. */
      readonly idSociete?: string;
    };

export type RejectedNotification = Extract<NotificationReading, { kind: 'REJECTED' }>;
export const rejected = (reason: string): RejectedNotification => ({ kind: 'REJECTED', reason });

/** The accounts of one target over all sociétés and modes: the possible receivers of a message. */
export type KnownAccount<Account> = {
  readonly idSociete: string;
  readonly runMode: EffectiveRunMode;
  readonly account: Account;
};

type Described<Target extends PaymentTarget> = {
  readonly target: Target;
  /** What can be paid there, and how. An absent type is refused. */
  readonly flows: Partial<Readonly<Record<PaymentType, PaymentFlow>>>;
};

/**
 * A bank with a hosted page. A provider is pure: clock, keys and addresses are arguments, and it calls no network and
 * no store.
 */
export type HostedPageProvider<Target extends HostedTarget> = Described<Target> & {
  /** Who runs the page, as the customer knows it. */
  readonly pageOf: string;
  /**
   * Age of an attempt without a message at which the bank is first asked. A form that was opened late can be paid after
   * that: the bank is asked again before another form is given out, and at the next age.
   */
  readonly firstInquiryMs: number;
  /** Null where the contract lets the bank be asked server to server, else the reason: it stands in events. */
  whyNotAsked(account: MerchantAccounts[Target]): string | null;
  /** Whether a LIVE message from this address pays without the bank's confirmation, though it proves no contract. */
  provesAlone(account: MerchantAccounts[Target], source: string): boolean;
  /** Whether the bank's own word (`bankStatus`) ends a transaction, as opposed to one try of its customer. */
  endsTransaction(bankStatus: string): boolean;
  /** The contract by which the bank counts its transactions; null where their ids are unique everywhere. */
  contractOf(account: MerchantAccounts[Target]): string | null;
  /** How long after its opening an attempt's form can be sent to the customer. */
  readonly attemptLifetimeMs: number;
  /** True where opening the bank's page uses the attempt up, so that a second visit needs a new one. */
  readonly attemptIsSingleUse: boolean;
  /** The payer fields that this bank requires and would not receive: absent, or unfit for its form. */
  missingPayerFields(paymentType: PaymentType, payer: Partial<Payer> | null): readonly PayerField[];
  /**
   * The problems of this bank with fields that are valid otherwise, e.g. an e-mail that is too long. A field that cannot
   * be used is absent. `path` in camelCase.
   */
  refusals(fields: JudgedFields): readonly Issue[];
  /** The counter that gives an attempt its `sequence`, `first` to `limit` - 1, or null where the bank wants none. */
  sequenceCounter(account: MerchantAccounts[Target], now: number): SequenceCounter | null;
  buildForm(request: FormRequest<MerchantAccounts[Target]>): RedirectForm;
  readNotification(
    raw: RawNotification,
    accounts: readonly KnownAccount<MerchantAccounts[Target]>[],
  ): NotificationReading;
};

/** Absent: it cannot be used, and has a problem of its own. */
export type JudgedFields = { readonly email?: string | undefined; readonly amountCents?: number | undefined };

export type HostedProviders = { readonly [Target in HostedTarget]: HostedPageProvider<Target> };
export type Providers = HostedProviders & { readonly [Own in typeof ownTarget]: TransferProvider };

/** The details that the customer needs for a transfer. */
export type BankTransfer = {
  readonly iban: string;
  readonly bic: string;
  readonly creditorName: string;
  /** ISO 11649, unique per payment. */
  readonly reference: string;
  readonly amountCents: number;
  readonly qrCodeSvg: string;
};

export type TransferProvider = Described<typeof ownTarget> & {
  bankTransfer(account: MerchantAccounts[typeof ownTarget], payment: Payment): BankTransfer;
};

/** The account of a payment; null in a copy of production, and where the configuration does not have it any more. */
export function accountOfPayment(
  services: OnDeployment & { readonly societes: ReadonlyMap<string, Societe> },
  payment: Pick<Payment, 'idSociete' | 'paymentTarget' | 'paymentRunMode' | 'effectiveRunMode'>,
): HostedAccount | null {
  const societe = services.societes.get(payment.idSociete);
  if (!societe || isCopied(services, payment)) return null;
  return accountOf(societe, payment.paymentTarget, payment.effectiveRunMode) as HostedAccount | null;
}

export function accountOf<Target extends PaymentTarget>(
  societe: Societe,
  target: Target,
  runMode: EffectiveRunMode,
): MerchantAccounts[Target] | null {
  return societe.accounts[target]?.[runMode] ?? null;
}
