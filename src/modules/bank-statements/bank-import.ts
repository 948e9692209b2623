import type { Aged, AgedQuery } from '../../kernel/aged.ts';
import { closedSet, type NameOf } from '../../kernel/closed-set.ts';
import type { CalendarDate } from '../../kernel/sepa/target-calendar.ts';
import type { EffectiveRunMode, PaymentTarget } from '../../kernel/vocabulary.ts';
import type { Payment } from '../payments/payment.ts';
import type { BankEntryFact, EntryFacts } from './entry-facts.ts';
import type { BankEntry, BankFileFormat, StatusReport } from './files/bank-file.ts';

/** The files that came from banks, what they say of the company's accounts, and what a person has to look at. */

export const bankFileStatus = closedSet('BankFileStatus', 'How far a file of a bank has come.', {
  RECEIVED: 'It is stored, and not read yet.',
  AWAITS_CONFIRMATION:
    'Nothing of it is applied before another client than the one that brought it, or a person at the server, confirms it.',
  IMPORTING: 'It was read to its end and is believed; its entries are being applied.',
  IMPORTED: 'Every entry was applied, or is an exception.',
  REFUSED: 'It is not believed, or was rejected, and nothing of it was applied; `reason` names the place, or says why.',
});
export type BankFileStatus = NameOf<typeof bankFileStatus>;

export const bankFileSource = closedSet('BankFileSource', 'How a file of a bank came.', {
  GRAPHQL: 'By the mutation `importBankFile`.',
  UPLOAD: 'By `POST /bank-files`.',
  FOLDER: 'It lay in the watched folder.',
  COMMAND_LINE: 'By the command `bank import`.',
});
export type BankFileSource = NameOf<typeof bankFileSource>;

/** What whoever brought a file may speak of; null: anything. */
export type BankFileRights = {
  readonly societes: readonly string[] | null;
  readonly runModes: readonly EffectiveRunMode[];
};

/** Counted in entries, or in the payments within an entry where the bank lists them. */
export type BankFileCounts = {
  readonly applied: number;
  /** Known from another file, or counted with another payment of its block. */
  readonly repeated: number;
  readonly exceptions: number;
  /** Provisional, or for information: no money that is booked. */
  readonly ignored: number;
};

export type BankFile = {
  /** `bkf_…` */
  readonly id: string;
  readonly name: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly digest: string;
  readonly sizeBytes: number;
  readonly source: BankFileSource;
  /** The client that brought it. */
  readonly receivedBy: string;
  readonly rights: BankFileRights;
  readonly receivedAt: number;
  readonly status: BankFileStatus;
  /** Why it was refused, with the place. No personal data. */
  readonly reason: string | null;
  readonly format: BankFileFormat | null;
  readonly version: string | null;
  /** The société of its accounts; null before it was read, and where there are several. */
  readonly idSociete: string | null;
  /** Those of its accounts; null before it was read, and where an older version read it. */
  readonly societes: readonly string[] | null;
  readonly runMode: EffectiveRunMode | null;
  /** Who confirmed or rejected it, and when; null where nobody was asked, or nobody has answered. */
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
  /** How many steps it has, and how many are done. */
  readonly steps: number;
  readonly done: number;
  readonly counts: BankFileCounts;
  readonly updatedAt: number;
};

/** A booked entry, or a payment within it, that counts. Each is here once, whatever files bring it. */
export type BankEntryRecord = {
  /** `bke_…` */
  readonly id: string;
  readonly iban: string;
  /** What the entry is recognised by in another file of the same account. */
  readonly identity: string;
  /** 0, 1, 2… within the entry; -1 for an entry whose payments the bank does not list. */
  readonly detail: number;
  readonly fileId: string;
  readonly idSociete: string;
  readonly runMode: EffectiveRunMode;
  readonly amountCents: number;
  readonly direction: 'CREDIT' | 'DEBIT';
  /** What of it is the bank's charge, not the payment. */
  readonly chargesCents: number;
  readonly bookedOn: CalendarDate | null;
  readonly transactionCode: string | null;
  readonly returnReason: string | null;
  /** Null where it is an exception, or pays a block of several. */
  readonly paymentId: string | null;
  readonly outcome: 'APPLIED' | 'EXCEPTION';
  readonly recordedAt: number;
  /** The block (`PmtInfId`) that it books in one sum; null for a single payment. */
  readonly blockId: string | null;
  /** What identifies it; null where an older version recorded it. */
  readonly facts: EntryFacts | null;
};

export const bankExceptionKind = closedSet('BankExceptionKind', 'Why a person has to look at something in a file.', {
  UNMATCHED_CREDIT: 'Money came, and nothing says for which payment.',
  UNMATCHED_DEBIT: 'Money went, and it is no return of a payment of ours.',
  AMBIGUOUS: 'It names several payments.',
  WRONG_ACCOUNT: 'It names a payment of another société, or of the other run mode. It was not applied.',
  UNDERPAID: 'Less than the payment came: it stays open until the rest is there.',
  OVERPAID: 'More than the payment came: it is paid, and the surplus belongs to the customer.',
  SURPLUS: 'Money came for a payment that is paid already: it belongs to the customer.',
  LATE: 'Money came after the payment was given up: it is paid now. Look whether the order still stands.',
  AMOUNT_DIFFERS:
    'The amount is not that of the direct debit. It was not applied; assigned to it, less is a part, and more a surplus. Or the bank takes back another amount than came for a transfer: assigned to it, it is returned.',
  BLOCK_DIFFERS:
    'The amount is not that of the debits of the block that were not refused. None was applied: a person says which debit is missing in it, or that the block was collected.',
  CONTRADICTION: 'It contradicts what is recorded of the payment, the block or the batch.',
  ENTRY_FAULT: 'The entry contradicts itself: its details are not its amount. It was not applied.',
  SAME_REFERENCE:
    "The bank's reference was used before, for an entry that is not the same: `differsIn` says in what. It was not applied; assigned to a payment, it is.",
  REVERSAL:
    'The bank takes back an entry, and nothing says that it is the return of a payment of ours. It was not applied; assigned to a payment, it is.',
  REPORT_UNCLEAR:
    'The bank accepted with a change, says that something came twice, or reports a status or an id that is not known.',
  STATEMENT_MISSING: 'The statement before this one is not there: `reasonCode` is its number.',
});
export type BankExceptionKind = NameOf<typeof bankExceptionKind>;

export const bankExceptionStatus = closedSet('BankExceptionStatus', 'Whether it still waits for a person.', {
  OPEN: 'A person has to look at it.',
  RESOLVED: 'A person has decided.',
  SETTLED: 'Later news explained it.',
});
export type BankExceptionStatus = NameOf<typeof bankExceptionStatus>;

export const bankResolution = closedSet('BankResolution', 'What a person decided.', {
  ASSIGNED:
    'It belongs to this payment, and was applied to it. Of a block: this debit is missing in the sum, and refused.',
  COLLECTED:
    'The bank credited the block: its debits that were not refused are paid. What the sum has beside them stays in suspense, what it lacks is the fee of the bank.',
  HANDLED: 'It was dealt with outside of the gateway: nothing is applied.',
});
export type BankResolution = NameOf<typeof bankResolution>;

/** What the bank said, for the person who looks at it. Personal data: it stays here and goes nowhere else. */
export type BankExceptionDetails = {
  readonly counterparty: string | null;
  readonly counterpartyIban: string | null;
  readonly remittance: string | null;
  readonly endToEndId: string | null;
  readonly paymentInformationId: string | null;
  /** The mandate (RUM) that the bank names. */
  readonly mandateReference: string | null;
  /** Of a report that refuses a debit and does not say which: the message (`MsgId`) that the debit stands in. */
  readonly refusedInMessage: string | null;
  /** Of `SAME_REFERENCE`: the entry that counted before under this reference, and in what this one differs from it. */
  readonly countedEntryId: string | null;
  readonly differsIn: readonly BankEntryFact[];
};

/** Also what older versions did not keep. */
export const nothingSaid: BankExceptionDetails = {
  ...{ counterparty: null, counterpartyIban: null, remittance: null, endToEndId: null, paymentInformationId: null },
  ...{ mandateReference: null, refusedInMessage: null, countedEntryId: null, differsIn: [] },
};

export type BankException = {
  /** `bkx_…` */
  readonly id: string;
  /** The same thing gives one exception, however often a file says it. */
  readonly subject: string;
  readonly kind: BankExceptionKind;
  readonly fileId: string;
  /** The entry; null for a report. */
  readonly entryId: string | null;
  readonly paymentId: string | null;
  readonly idSociete: string;
  readonly runMode: EffectiveRunMode;
  /** What is at stake: the entry's amount, or the surplus. */
  readonly amountCents: number;
  readonly direction: 'CREDIT' | 'DEBIT';
  readonly bookedOn: CalendarDate | null;
  readonly reasonCode: string | null;
  readonly details: BankExceptionDetails;
  readonly status: BankExceptionStatus;
  readonly resolution: BankResolution | null;
  readonly resolvedBy: string | null;
  readonly resolvedAt: number | null;
  /** Why the person decided so, in their words. */
  readonly resolutionReason: string | null;
  readonly openedAt: number;
};

export type BankExceptionQuery = {
  readonly limit: number;
  readonly beforeId: string | null;
  readonly status: BankExceptionStatus | null;
  readonly kind: BankExceptionKind | null;
  /** Null: of every société. */
  readonly societes: readonly string[] | null;
};

export type BankFileQuery = {
  readonly limit: number;
  readonly beforeId: string | null;
  /** Null: every file; else those of these sociétés, and those that the client brought. */
  readonly visibleTo: { readonly client: string; readonly societes: readonly string[] } | null;
};

export type BankImportReads = {
  bankFile(id: string): Promise<BankFile | null>;
  bankFileByDigest(digest: string): Promise<BankFile | null>;
  /** Newest first. */
  bankFiles(query: BankFileQuery): Promise<readonly BankFile[]>;
  /** Files that wait for a confirmation, by when they began to. */
  unconfirmedBankFiles(query: AgedQuery): Promise<readonly (Aged & { readonly file: BankFile })[]>;
  countUnconfirmedBankFiles(runMode: EffectiveRunMode): Promise<number>;
  /** Oldest first; those that are received or being imported, or wait for a confirmation and were not read yet. */
  unfinishedBankFiles(limit: number): Promise<readonly BankFile[]>;
  /** Null behind the last one. */
  bankFilePart(fileId: string, number: number): Promise<Uint8Array | null>;
  /** Ids under which bytes were stored and no file is, in their order; behind `behindId`, up to `untilId`. */
  abandonedUploads(of: {
    readonly behindId: string;
    readonly untilId: string;
    readonly limit: number;
  }): Promise<readonly string[]>;
  bankException(id: string): Promise<BankException | null>;
  /** Newest first. */
  bankExceptions(query: BankExceptionQuery): Promise<readonly BankException[]>;
  bankEntry(id: string): Promise<BankEntryRecord | null>;
  /** Of an entry, open or not, oldest first. */
  bankExceptionsOf(entryId: string): Promise<readonly BankException[]>;
  /** Closed ones that still say whose money it was, by the time they were opened. */
  bankExceptionsWithDetails(query: AgedQuery): Promise<readonly (Aged & { readonly exception: BankException })[]>;
  /** In cents: credits less debits that were applied to a payment. */
  receivedFor(paymentId: string): Promise<number>;
  /** Transfers and debits of a société and mode that are awaited and have exactly this amount, newest first. */
  awaitedPayments(of: {
    readonly idSociete: string;
    readonly runMode: EffectiveRunMode;
    readonly amountCents: number;
    readonly limit: number;
  }): Promise<readonly Payment[]>;
};

/** A statement that is there, by the bank's own number, which may come again in another year. */
export type NumberedStatement = { readonly iban: string; readonly number: number; readonly day: CalendarDate };

export type BankImportWrites = {
  /** Bytes before the file is known as such; a part that is there stays. */
  insertBankFilePart(fileId: string, number: number, bytes: Uint8Array): Promise<void>;
  /** False, and nothing is written, where a file with these bytes is there. */
  insertBankFile(file: BankFile): Promise<boolean>;
  updateBankFile(id: string, change: BankFileChange): Promise<void>;
  /** The same where the file still has this status; else false, and nothing is written. */
  changeBankFile(id: string, from: BankFileStatus, change: BankFileChange): Promise<boolean>;
  /** Bytes that came again for a file whose own were removed. */
  moveBankFileParts(fromId: string, toId: string): Promise<void>;
  /** Parts of a file that was given up before it was whole. */
  removeBankFileParts(fileId: string): Promise<void>;
  bankEntryByIdentity(iban: string, identity: string, detail: number): Promise<BankEntryRecord | null>;
  /** The first part of an entry: its sum where that is recorded, else the first of its payments that is. */
  firstPartOfEntry(iban: string, identity: string): Promise<BankEntryRecord | null>;
  /** The payments that the bank listed within an entry, in their order. */
  listedBankEntries(iban: string, identity: string): Promise<readonly BankEntryRecord[]>;
  insertBankEntry(entry: BankEntryRecord): Promise<void>;
  updateBankEntry(id: string, change: Pick<BankEntryRecord, 'outcome' | 'paymentId'>): Promise<void>;
  keepEntryFacts(id: string, facts: EntryFacts): Promise<void>;
  /** The entry that booked a block in one sum and counts; null where none did. */
  bankEntryOfBlock(blockId: string): Promise<BankEntryRecord | null>;
  /** What a block's debits that were not refused come to, without those that were credited one by one. */
  openCentsOfBlock(blockId: string): Promise<number>;
  insertBankStatement(statement: NumberedStatement & { readonly fileId: string }): Promise<void>;
  /** Of the account's statements with this number or a smaller one, from one day to another, that with the greatest. */
  lastStatementUpTo(of: {
    readonly iban: string;
    readonly number: number;
    readonly from: CalendarDate;
    readonly until: CalendarDate;
  }): Promise<NumberedStatement | null>;
  openBankExceptionBySubject(subject: string): Promise<BankException | null>;
  /** False where its subject has one already. */
  insertBankException(exception: BankException): Promise<boolean>;
  /** False where it is not open any more. */
  closeBankException(id: string, closing: BankExceptionClosing): Promise<boolean>;
  /** Takes out what says whose money it was. An open one stays as it is: false. */
  eraseBankException(id: string, at: number): Promise<boolean>;
  openBankExceptionsOfEntry(entryId: string): Promise<readonly BankException[]>;
  openBankExceptionsOfPayment(paymentId: string): Promise<readonly BankException[]>;
};

export type BankFileChange = Pick<
  BankFile,
  | 'source'
  | 'receivedBy'
  | 'rights'
  | 'status'
  | 'reason'
  | 'format'
  | 'version'
  | 'idSociete'
  | 'societes'
  | 'runMode'
  | 'decidedBy'
  | 'decidedAt'
  | 'steps'
  | 'done'
  | 'counts'
  | 'updatedAt'
>;

export type BankExceptionClosing = Pick<
  BankException,
  'status' | 'resolution' | 'resolvedBy' | 'resolvedAt' | 'resolutionReason' | 'paymentId'
>;

/** An account of ours, as the config has it: several sociétés may share one, run modes may not. */
export type OwnAccount = {
  readonly iban: string;
  readonly runMode: EffectiveRunMode;
  /** In the order of their numbers. */
  readonly societes: readonly [string, ...string[]];
  /** False where one of them says so. */
  readonly countsNotices: boolean;
};

/** What is done in one go: an entry, a payment within it, or a line of a report. */
export type ImportStep =
  | { readonly kind: 'ENTRY'; readonly entry: BankEntry; readonly detail: number; readonly occurrence: number }
  | { readonly kind: 'STATUS'; readonly report: StatusReport };

/** The target that all of this is about. */
export const bankFileTarget: PaymentTarget = 'MILLIET';
