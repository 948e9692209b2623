import { type AccountingRules, defaultAccountingRules } from './accounting-rules.ts';
import type { Payer } from './payer.ts';
import type { BankRule } from './sepa/bank-rule.ts';
import type { MandateScheme, PostalAddress } from './sepa/mandate.ts';
import type { EffectiveRunMode, PaymentTarget } from './vocabulary.ts';

/** A secret that cannot be printed by mistake: every way of writing it out shows a mask. */
export class Secret {
  readonly #value: string;
  constructor(value: string) {
    this.#value = value;
  }
  reveal(): string {
    return this.#value;
  }
  toString(): string {
    return '[secret]';
  }
  toJSON(): string {
    return '[secret]';
  }
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[secret]';
  }
}

/** The company's own account, to which customers transfer. `creditorName` is exactly the name that the bank knows. */
export type MillietAccount = {
  readonly creditorName: string;
  readonly iban: string;
  /** Earlier accounts: returns and late transfers still come there. No customer and no file of debits has them. */
  readonly formerIbans?: readonly string[] | undefined;
  readonly bic: string;
  /** As printed on forms and in files. */
  readonly address?: PostalAddress | undefined;
  /** The company's number: nine digits with a check digit. */
  readonly siren?: string | undefined;
  /** False: a booking in a notice (camt.054) counts only once a statement has it; absent: whichever comes first. */
  readonly countsNotices?: boolean | undefined;
  /** What is done with entries that are about no payment of the gateway. The first rule that an entry meets decides. */
  readonly rules?: readonly BankRule[] | undefined;
  /** The direct-debit contract with the bank; absent where the account collects none. */
  readonly directDebit?: DirectDebitContract | undefined;
};

export type DirectDebitContract = {
  /** The creditor's identifier (ICS), thirteen characters in France. */
  readonly ics: string;
  readonly schemes: readonly MandateScheme[];
  /** The file's version: `08` (2019) or `02` (2009). */
  readonly painVersion: '08' | '02';
  /** One line on the statement for a block of debits, or one for each debit. */
  readonly batchBooking: boolean;
  /** Whether the bank still requires FRST for a first debit. */
  readonly namesFirst: boolean;
  /** The prefix of new mandates' references. */
  readonly rumPrefix: string;
  /** Calendar days from the notice to the debtor to the due date: 14, unless the contract with the debtors says less. */
  readonly notificationDays: number;
  /** Business days (TARGET) before the due date by which the bank needs the file. */
  readonly presentationDays: number;
  /** The most calendar days before the due date that the bank takes a file. */
  readonly earliestDays: number;
};

/**
 * The account of each target. A bank adds its own in its folder (`src/providers/<bank>/account.ts`), by declaration
 * merging: a target without one does not compile.
 */
export interface MerchantAccounts {
  readonly MILLIET: MillietAccount;
}

/** What the customer's pages of a société say beside the payment. Each is left out where the société has none. */
export type CustomerPages = {
  /** Where the customer goes back to, where the payment has no `returnUrl`. */
  readonly site?: string | undefined;
  readonly contact?: Contact | undefined;
  /** Whether the customer may try again a payment whose time ran out. */
  readonly retryAfterExpiry?: boolean | undefined;
};

export type Contact = {
  /** International form: `+33102030405`. */
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  /** When the telephone is answered, in the customer's language. */
  readonly hours?: { readonly fr: string; readonly en: string } | undefined;
};

export type Societe = {
  readonly id: string;
  readonly name: string;
  readonly customerPages?: CustomerPages | undefined;
  /** Used where neither the request nor the directory names the payer. */
  readonly fallbackPayer: Payer | null;
  /** Left out: the accounts of the Plan comptable général. */
  readonly accounting?: Partial<Readonly<Record<EffectiveRunMode, AccountingRules>>>;
  readonly accounts: {
    readonly [Target in PaymentTarget]?: Partial<Readonly<Record<EffectiveRunMode, MerchantAccounts[Target]>>>;
  };
};

/** How a société keeps its accounts in a mode: as the law's plan has them, where the config says nothing else. */
export const accountingRulesOf = (
  societe: Pick<Societe, 'accounting'> | undefined,
  runMode: EffectiveRunMode,
): AccountingRules => societe?.accounting?.[runMode] ?? defaultAccountingRules;

/** How each société keeps its accounts: null for one that the config does not name. Nothing is guessed for it. */
export const rulesOf =
  (services: { readonly societes: ReadonlyMap<string, Societe> }) =>
  ({
    idSociete,
    runMode,
  }: {
    readonly idSociete: string;
    readonly runMode: EffectiveRunMode;
  }): AccountingRules | null => {
    // Looked up each time: a reload may change it.
    const societe = services.societes.get(idSociete);
    return societe ? accountingRulesOf(societe, runMode) : null;
  };

/** A bank's page whose availability is watched. */
export type AvailabilityUrl = {
  readonly target: PaymentTarget;
  readonly idSociete: string;
  readonly runMode: EffectiveRunMode;
  readonly url: string;
  /** The URL of the backup page. */
  readonly backupUrl?: string | undefined;
};
