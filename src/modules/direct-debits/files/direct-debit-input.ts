import type { Issue } from '../../../kernel/errors.ts';
import type { MandateScheme, PostalAddress } from '../../../kernel/sepa/mandate.ts';
import type { CalendarDate } from '../../../kernel/sepa/target-calendar.ts';
import type { EffectiveRunMode } from '../../../kernel/vocabulary.ts';
import type { Debtor, SequenceType } from '../mandates/mandate.ts';

/** The direct debits that go to the bank in one file: ISO 20022 pain.008, of one company and one scheme. */

export const directDebitFileVersions = ['pain.008.001.08', 'pain.008.001.02'] as const;
export type DirectDebitFileVersion = (typeof directDebitFileVersions)[number];

export type DirectDebitCreditor = {
  readonly name: string;
  /** Structured, as SEPA wants it since 15 November 2026. */
  readonly address: PostalAddress | null;
  readonly iban: string;
  readonly bic: string;
  /** ICS: `FR72ZZZ123456`. */
  readonly creditorIdentifier: string;
};

/** The mandate's changes since its last collection, at least one field. */
export type MandateAmendment = {
  readonly originalReference?: string;
  readonly originalCreditorIdentifier?: string;
  readonly originalCreditorName?: string;
  /** The debtor's account before, or `SMNDA`: the same mandate, a new account. */
  readonly originalDebtorAccount?: { readonly iban: string } | 'SMNDA';
};

export type DirectDebit = {
  /** Unique for ever per attempt; the main key of every answer: 1 to 35 of `A-Z 0-9 -`. */
  readonly endToEndId: string;
  readonly amountCents: number;
  readonly runMode: EffectiveRunMode;
  readonly sequenceType: SequenceType;
  /** A TARGET day. */
  readonly dueDate: CalendarDate;
  readonly mandate: {
    /** RUM. */
    readonly reference: string;
    readonly signedOn: CalendarDate;
    readonly amendment: MandateAmendment | null;
  };
  readonly debtor: Debtor;
  /** The text on the debtor's statement: so many characters at most after folding. */
  readonly remittance: string;
};

export const remittanceLimit = 140;

export type DirectDebitBatch = {
  readonly version: DirectDebitFileVersion;
  readonly runMode: EffectiveRunMode;
  readonly scheme: MandateScheme;
  /** Unique for ever per company: 1 to 30 of `A-Z 0-9 -`, which leaves room for the suffix of the blocks' ids. */
  readonly messageId: string;
  /** Milliseconds since the epoch, UTC. */
  readonly createdAt: number;
  readonly creditor: DirectDebitCreditor;
  /** True: one line a block on the statement; false: one line a debit. Decides how the money is recognised. */
  readonly batchBooking: boolean;
  readonly debits: readonly DirectDebit[];
};

/** A PmtInf: the debits of one sequence type and due date. */
export type DirectDebitBlock = {
  /** Comes back in status reports and statements: `{messageId}-{1, 2, …}`. */
  readonly paymentInformationId: string;
  readonly sequenceType: SequenceType;
  readonly dueDate: CalendarDate;
  readonly count: number;
  readonly controlSumCents: number;
  readonly endToEndIds: readonly string[];
};

export type DirectDebitFile = {
  /** No accents, no blanks; says where it is a test. */
  readonly name: string;
  readonly version: DirectDebitFileVersion;
  readonly messageId: string;
  /** UTF-8 without a byte order mark; the same batch gives the same bytes. */
  readonly bytes: Buffer;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly digest: string;
  readonly count: number;
  readonly controlSumCents: number;
  readonly blocks: readonly DirectDebitBlock[];
};

/**
 * Writes the file of a batch, or nothing at all.
 * @throws DirectDebitFileError naming everything that a bank would refuse
 */
export type BuildDirectDebitFile = (batch: DirectDebitBatch) => DirectDebitFile;

/** The batch breaks rules of the scheme. Paths go from the batch: `['debits', '3', 'debtor', 'iban']`; no personal data. */
export class DirectDebitFileError extends Error {
  override readonly name = 'DirectDebitFileError';
  readonly issues: readonly [Issue, ...Issue[]];

  constructor(issues: readonly [Issue, ...Issue[]]) {
    super(`${issues[0].path.join('.')}: ${issues[0].message}`);
    this.issues = issues;
  }
}
