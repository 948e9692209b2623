import type { Issue } from '../../kernel/errors.ts';
import type { MerchantAccounts, Societe } from '../../kernel/merchant.ts';
import type { Payer } from '../../kernel/payer.ts';
import type { EffectiveRunMode, PayerField, PaymentTarget, PaymentType } from '../../kernel/vocabulary.ts';
import type { Attempt, Payment } from './payment.ts';

/** A form that the customer's browser posts to the bank, in this order. */
export type RedirectForm = {
  readonly method: 'POST' | 'GET';
  readonly url: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
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
  /** Nothing is left that `missingPayerFields` would name; what the bank does not ask for may be empty text. */
  readonly payer: Payer;
  readonly addresses: BankAddresses;
  /** What the bank last said of an attempt before this one; null for the first, and where it said nothing. */
  readonly lastBankCode: string | null;
  /** The bank's first page is known to take no payments, and the one that stands in does. */
  readonly usesBackupPage: boolean;
  readonly language: 'fr' | 'en';
  /** Milliseconds since the epoch: the moment of signing. */
  readonly now: number;
};

/** A bank's message as it came over the wire. Signatures cover bytes: nothing was decoded. */
export type RawNotification = {
  readonly method: 'GET' | 'POST';
  /** Behind the `?`, without it; empty if there was none. */
  readonly query: string;
  readonly body: Buffer;
};

/** What an authentic message says happened to one attempt. */
export type ProviderUpdate = {
  /** Our reference of the attempt. */
  readonly attemptReference: string;
  /** `DEBIT` is a payment; `CREDIT` (a refund), `VERIFICATION` (no money) and `UNKNOWN` are never a new payment. */
  readonly operation: 'DEBIT' | 'CREDIT' | 'VERIFICATION' | 'UNKNOWN';
  /** What it means; `PENDING` for a status that we do not know: unknown is never paid. */
  readonly status: 'PAID' | 'AUTHORIZED' | 'PENDING' | 'REFUSED' | 'CANCELLED' | 'EXPIRED' | 'FAILED';
  /** The bank's own id of the transaction; null where it made none. */
  readonly bankTransaction: string | null;
  /** The bank's words, for the event: `00000`, `AUTHORISED`. No personal data. */
  readonly bankStatus: string;
  readonly bankCode: string | null;
  readonly amountCents: number;
  /** ISO 4217 numeric (`978`), null where the message does not say. */
  readonly currency: string | null;
  /** Société and mode of the account whose message it is, null where the message cannot say (Paybox). */
  readonly idSociete: string | null;
  readonly runMode: EffectiveRunMode | null;
  /**
   * The accounts whose key made the signature, where that does not say whose message it is (Paybox): the payment's own
   * has to be among them. Left out where `idSociete` and `runMode` say it.
   */
  readonly signers?: readonly Pick<KnownAccount<unknown>, 'idSociete' | 'runMode'>[];
  /** Names what makes the message unfit as a proof of LIVE money (Paybox's `XXXXXX` authorisation), else null. */
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
      /** What else the same message says, of other transactions of the order. */
      readonly others?: readonly ProviderUpdate[];
      /** The message names a card brand that we do not know. It is counted, and decides nothing. */
      readonly hasUnknownCardBrand?: boolean;
    }
  /** Bad, missing or foreign signature, malformed: 4xx and no state change. `reason` has no personal data. */
  | {
      readonly kind: 'REJECTED';
      readonly reason: string;
      /** Of the account that it names, where it names one of ours. Nothing proves it. */
      readonly idSociete?: string;
    };

/** The accounts of one target over all sociétés and modes, for whom a message may be meant. */
export type KnownAccount<Account> = {
  readonly idSociete: string;
  readonly runMode: EffectiveRunMode;
  readonly account: Account;
};

/**
 * A bank with a hosted page. A provider is pure: no clock, no network, no store; what it needs is passed in.
 */
export type HostedPageProvider<Target extends 'PAYBOX' | 'LABANQUEPOSTALE'> = {
  readonly target: Target;
  /** By which contract the bank counts its transactions; null where their ids are unique everywhere. */
  contractOf(account: MerchantAccounts[Target]): string | null;
  /** How long after its opening an attempt's form can be sent to the customer. */
  readonly attemptLifetimeMs: number;
  /** True where opening the bank's page uses the attempt up, so that a second visit needs a new one. */
  readonly attemptIsSingleUse: boolean;
  /** What this bank wants to know of who pays and would not be told: left out, or nothing of it fits into its form. */
  missingPayerFields(paymentType: PaymentType, payer: Partial<Payer> | null): readonly PayerField[];
  /** What this bank refuses in an otherwise valid request, e.g. an e-mail that is too long. `path` in camelCase. */
  refusals(request: { readonly email: string; readonly amountCents: number }): readonly Issue[];
  /** The counter from which an attempt takes its `sequence`, `first` to `limit` - 1, or null where the bank wants none. */
  sequenceCounter(
    account: MerchantAccounts[Target],
    now: number,
  ): { readonly name: string; readonly first: number; readonly limit: number } | null;
  buildForm(request: FormRequest<MerchantAccounts[Target]>): RedirectForm;
  readNotification(
    raw: RawNotification,
    accounts: readonly KnownAccount<MerchantAccounts[Target]>[],
  ): NotificationReading;
};

/** The registry: what a newcomer adds a line to. */
export type Providers = {
  readonly PAYBOX: HostedPageProvider<'PAYBOX'>;
  readonly LABANQUEPOSTALE: HostedPageProvider<'LABANQUEPOSTALE'>;
  readonly MILLIET: TransferProvider;
};

/** What the customer needs for a transfer. */
export type BankTransfer = {
  readonly iban: string;
  readonly bic: string;
  readonly creditorName: string;
  /** ISO 11649, unique per payment. */
  readonly reference: string;
  readonly amountCents: number;
  readonly qrCodeSvg: string;
};

export type TransferProvider = {
  readonly target: 'MILLIET';
  bankTransfer(account: MerchantAccounts['MILLIET'], payment: Payment): BankTransfer;
};

export function accountOf<Target extends PaymentTarget>(
  societe: Societe,
  target: Target,
  runMode: EffectiveRunMode,
): MerchantAccounts[Target] | null {
  return societe.accounts[target]?.[runMode] ?? null;
}
