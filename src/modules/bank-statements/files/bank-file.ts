import { closedSet, type NameOf } from '../../../kernel/closed-set.ts';
import type { CalendarDate } from '../../../kernel/sepa/target-calendar.ts';

/** The content of bank files: ISO 20022 camt.053 and camt.054 (statements), pain.002 (status of our file). */

export const bankFileFormat = closedSet('BankFileFormat', 'What kind of file of a bank it is.', {
  CAMT_052: 'Report of the day so far (camt.052): it is shown, and books nothing.',
  CAMT_053: 'Statement of a day: booked and final (camt.053).',
  CAMT_054: 'Notice of single bookings (camt.054).',
  CFONB_120: 'Statement of the French banks in records of 120 characters: booked and final.',
  CFONB_240: 'Single operations in records of 240 characters, as returned debits: a notice.',
  MT940: 'Statement of SWIFT: booked and final.',
  MT942: 'Report of SWIFT on the day so far: it is shown, and books nothing.',
  PAIN_002: "The bank's report on a file that we sent (pain.002).",
});
export type BankFileFormat = NameOf<typeof bankFileFormat>;

/** A place in a file. Lines count from 1; the path is that of the elements: `Stmt/Ntry/Amt`. */
export type FilePlace = { readonly line: number; readonly path: string };

/** The file is not credible, and nothing of it is applied. The reason holds no personal data. */
export class BankFileError extends Error {
  override readonly name = 'BankFileError';
  readonly reason: string;
  readonly place: FilePlace | null;

  constructor(reason: string, place: FilePlace | null) {
    super(place === null ? reason : `Line ${place.line}${place.path === '' ? '' : `, ${place.path}`}: ${reason}`);
    this.reason = reason;
    this.place = place;
  }
}

/** An account's statement within a file; its entries follow. */
export type BankStatement = {
  readonly id: string;
  /** Without blanks. */
  readonly iban: string;
  /** The page number of a statement that the bank split. */
  readonly page: string | null;
  /** The bank's own number of its statements (ElctrncSeqNb), which grows by one. */
  readonly sequenceNumber: number | null;
  /** The day of its closing balance, else of its creation; null without either. */
  readonly day: CalendarDate | null;
  readonly place: FilePlace;
};

/** What a statement says of the balance of its account; null where it does not say it. */
export type StatementBalances = {
  readonly statementId: string;
  readonly iban: string;
  readonly number: number | null;
  /** The first day that an entry of it was booked on, at most `lastDay`. */
  readonly firstDay: CalendarDate;
  /** The day of its closing balance. */
  readonly lastDay: CalendarDate;
  readonly openingCents: number | null;
  readonly closingCents: number | null;
};

/** Which way money moved on the account. */
export type Direction = 'CREDIT' | 'DEBIT';

export type BankEntry = {
  readonly place: FilePlace;
  /** 1, 2, 3… within its statement. */
  readonly number: number;
  readonly statementId: string;
  /** See `BankStatement.page`. */
  readonly page: string | null;
  readonly iban: string;
  readonly status: 'BOOKED' | 'PROVISIONAL';
  /** NtryRef. */
  readonly entryReference: string | null;
  /** AcctSvcrRef: the bank's own, the same in each of its files. */
  readonly bankReference: string | null;
  readonly amountCents: number;
  readonly direction: Direction;
  /** RvslInd: the bank takes back an entry before it; the direction is already that of the money. */
  readonly isReversal: boolean;
  /** The day of its statement where a booked entry has none. */
  readonly bookedOn: CalendarDate | null;
  /** BookgDt as the file has it, for the comparison with other files. */
  readonly writtenBookedOn: CalendarDate | null;
  readonly valueOn: CalendarDate | null;
  /** BkTxCd: `PMNT/RCDT/ESCT`, or the bank's own. */
  readonly transactionCode: string | null;
  /** Btch: the block of ours that is booked in one line. */
  readonly paymentInformationId: string | null;
  /** How many payments the bank says that it books in one line (NbOfTxs). */
  readonly batchSize: number | null;
  readonly chargesCents: number;
  /** Why the entry contradicts itself, so that nothing of it may be booked; null where it does not. */
  readonly fault: string | null;
  /** See `BankEntryDetail.besideCents`; of an entry without details. */
  readonly besideCents: number;
  /** By its code alone; a detail may say so where the code does not. */
  readonly isReturn: boolean;
  /** The bank's text beside the details. */
  readonly text: string | null;
  /** Empty where the bank gives none. */
  readonly details: readonly BankEntryDetail[];
  /** The format lists no payments: the only detail speaks of the whole entry. */
  readonly isWhole: boolean;
  /** Of its statement, in a format whose statements have no other name than their days. */
  readonly balances?: Pick<StatementBalances, 'openingCents' | 'closingCents'>;
};

/** The other party of a payment: the one that does not hold the account. */
export type Counterparty = {
  readonly name: string | null;
  readonly iban: string | null;
  /** The person for whom the other party pays or receives, if the bank names one. */
  readonly ultimateName: string | null;
};
export const noCounterparty: Counterparty = { name: null, iban: null, ultimateName: null };

/** A payment within an entry. */
export type BankEntryDetail = {
  readonly place: FilePlace;
  readonly amountCents: number;
  /** In a batch of both kinds it may differ from the entry's. */
  readonly direction: Direction;
  readonly bankReference: string | null;
  readonly paymentInformationId: string | null;
  readonly endToEndId: string | null;
  readonly mandateReference: string | null;
  /** Only where money comes back: AM04, MD06… `isReturn` without a code: the bank does not say why. */
  readonly isReturn: boolean;
  readonly returnReason: string | null;
  readonly chargesCents: number;
  /** Charges that the bank names, and does not say that they are in the amount: it adds up without them. */
  readonly besideCents: number;
  readonly structuredReferences: readonly string[];
  /** Free text, in the pieces in which the bank gives it. */
  readonly remittance: readonly string[];
  /** The payer's own part (Ustrd); the rest is the bank's. */
  readonly written: readonly string[];
  /** Words of a format that has no place for ids: one may be an id of ours. */
  readonly possibleIds: readonly string[];
  readonly counterparty: Counterparty;
};

/** The status in a pain.002 of a file, a block, or a single debit: the lowest level that it names. */
export type StatusReport = {
  readonly place: FilePlace;
  readonly originalMessageId: string;
  readonly paymentInformationId: string | null;
  readonly endToEndId: string | null;
  /** It is about a single debit, also where the bank leaves the id out, as it may. */
  readonly isOfDebit: boolean;
  /** The debit's mandate (RUM), where the bank repeats it. */
  readonly mandateReference: string | null;
  /** RJCT, ACCP, ACSC, PART… */
  readonly status: string;
  readonly reason: string | null;
  /** The reason stands at this level, rather than at one above it. */
  readonly hasOwnReason: boolean;
  /** The report refuses the file itself, and not as a repeat of one that the bank accepted. */
  readonly isFileRefused: boolean;
  /** It refuses a file or a block, and the report accepts a part of it. */
  readonly isContradicted: boolean;
};

/** A file, piece by piece in its order: `HEAD` first, each `STATEMENT` before its entries. */
export type BankFilePiece =
  | {
      readonly kind: 'HEAD';
      readonly format: BankFileFormat;
      /** `camt.053.001.08` */
      readonly version: string;
      readonly messageId: string;
    }
  | { readonly kind: 'STATEMENT'; readonly statement: BankStatement }
  | { readonly kind: 'ENTRY'; readonly entry: BankEntry }
  /** After the entries of its statement, where the statement has a day. */
  | { readonly kind: 'BALANCES'; readonly balances: StatementBalances }
  | { readonly kind: 'STATUS'; readonly report: StatusReport };

/**
 * Reads a file as it comes, in memory that does not grow with it. Whatever it gives out before it throws is not to be
 * applied: a caller reads to the end first.
 * @throws BankFileError
 */
export type ReadBankFile = (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<BankFilePiece>;

/** The objection of a message's schema (`camt.053.001.08`) to a whole file; null: none. */
export type CheckSchema = (version: string, bytes: Buffer) => Promise<BankFileError | null>;
