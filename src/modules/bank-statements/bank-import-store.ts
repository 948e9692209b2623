import type { AgedQuery, Unread } from '../../kernel/aged.ts';
import type { Range } from '../../kernel/given-values.ts';
import type { CalendarDate } from '../../kernel/sepa/target-calendar.ts';
import type { EffectiveRunMode } from '../../kernel/vocabulary.ts';
import type { Payment } from '../payments/payment.ts';
import type { TransferReads } from './awaited-transfer.ts';
import type { BankFileEntryReads, BankFileEntryWrites } from './bank-file-entry.ts';
import type {
  BankEntryRecord,
  BankException,
  BankExceptionClosing,
  BankExceptionKind,
  BankExceptionStatus,
  BankFile,
  BankFileChange,
  BankFileStatus,
  BankResolution,
  NumberedStatement,
  StatementBalances,
} from './bank-import.ts';
import type { EntryFacts } from './entry-facts.ts';

/** The store of bank files, entries and exceptions. */

export type PlaceOfEntry = { readonly bookedOn: CalendarDate; readonly id: string };

export type BankExceptionQuery = {
  readonly limit: number;
  readonly beforeId: string | null;
  readonly status: BankExceptionStatus | null;
  readonly kind: BankExceptionKind | null;
  /** Left out: of any société, mode, amount, day. */
  readonly idSociete?: string | null;
  readonly runMode?: EffectiveRunMode | null;
  readonly amountCents?: Range<number> | null;
  readonly booked?: Range<CalendarDate> | null;
  /** Left out: of any file. */
  readonly fileId?: string | null;
  /** Left out: any, or none. */
  readonly resolution?: BankResolution | null;
  /** Only these; left out: any. */
  readonly ids?: readonly string[] | null;
  /** Null: of every société. */
  readonly societes: readonly string[] | null;
  /** Also the closed ones of entries that a rule placed; left out, they are not in the list. */
  readonly withRuled?: boolean;
};

export type BankFileQuery = {
  readonly limit: number;
  readonly beforeId: string | null;
  /** Null: every file; else those of these sociétés, and those that the client uploaded. */
  readonly visibleTo: { readonly client: string; readonly societes: readonly string[] } | null;
};

export type BankEntryAlias = {
  readonly iban: string;
  readonly alias: string;
  readonly identity: string;
  readonly source: string;
};

export type PlacedIdentity = { readonly place: number; readonly identity: string };

export type AlikeEntries = {
  readonly iban: string;
  readonly entryCents: number;
  readonly bookedOn: CalendarDate;
  /** Without those of this statement (see `statementOf`) of the same file. */
  readonly fileId: string;
  readonly statement: string;
  /** Without those that this source has already, see `claimBankEntry`. */
  readonly source: string;
  /** Only those without a reference of the bank. */
  readonly isUnreferenced: boolean;
  /** Null: of any payment, and of none. */
  readonly paymentId: string | null;
  readonly afterId: string;
  readonly limit: number;
};

export type BankImportReads = BankFileEntryReads &
  TransferReads & {
    bankEntriesByIds(ids: readonly string[]): Promise<readonly BankEntryRecord[]>;
    /** The newest one of each entry, open or not. */
    bankExceptionsOfEntries(entryIds: readonly string[]): Promise<readonly BankException[]>;
    bankFile(id: string): Promise<BankFile | null>;
    bankFileByDigest(digest: string): Promise<BankFile | null>;
    /** Newest first. */
    bankFiles(query: BankFileQuery): Promise<readonly BankFile[]>;
    /** Files that wait for a confirmation, by when they began to. */
    unconfirmedBankFiles(query: AgedQuery): Promise<readonly Unread<BankFile>[]>;
    countUnconfirmedBankFiles(runMode: EffectiveRunMode): Promise<number>;
    /** By id, after `behindId`; those that are received or being imported, or wait for a confirmation and were not read yet. */
    unfinishedBankFiles(behindId: string, limit: number): Promise<readonly Pick<BankFile, 'id'>[]>;
    /** Null after the last one. */
    bankFilePart(fileId: string, number: number): Promise<Uint8Array | null>;
    /** Ids with stored bytes and no file, in their order; those after `behindId`, up to `untilId`. */
    abandonedUploads(of: {
      readonly behindId: string;
      readonly untilId: string;
      readonly limit: number;
    }): Promise<readonly string[]>;
    bankException(id: string): Promise<BankException | null>;
    /** By id, after `behindId`: the blocks that a person decided as `COLLECTED` until a time, and whose debits are being paid. */
    collectedExceptions(until: number, behindId: string, limit: number): Promise<readonly Unread<BankException>[]>;
    /** Newest first, before `beforeId`: the open ones of this kind. */
    openExceptions(kind: BankExceptionKind, beforeId: string, limit: number): Promise<readonly Unread<BankException>[]>;
    /** Newest first. */
    bankExceptions(query: BankExceptionQuery): Promise<readonly BankException[]>;
    /** The newest ones of each payment, open or not, newest first. */
    bankExceptionsOfPayments(paymentIds: readonly string[], limitOfEach: number): Promise<readonly BankException[]>;
    bankEntry(id: string): Promise<BankEntryRecord | null>;
    bankEntryByIdentity(iban: string, identity: string, detail: number): Promise<BankEntryRecord | null>;
    /** The entry that booked a block in one sum and counts; null where none did. */
    bankEntryOfBlock(blockId: string): Promise<BankEntryRecord | null>;
    /** Of an account, in the order of the days of their bookings: `limit` after a place, until a day. */
    bankEntriesBetween(
      iban: string,
      between: { after: PlaceOfEntry; to: CalendarDate; limit: number },
    ): Promise<readonly BankEntryRecord[]>;
    /** Of an account, of statements whose last day lies between two days; in the order in which they came. */
    statementBalances(iban: string, from: CalendarDate, to: CalendarDate): Promise<readonly StatementBalances[]>;
    /** The first and the last day that statements of an account cover; null where there is none. */
    statementEnds(iban: string): Promise<{ readonly firstDay: CalendarDate; readonly lastDay: CalendarDate } | null>;
    /** Of an entry, open or not, oldest first. */
    bankExceptionsOf(entryId: string): Promise<readonly BankException[]>;
    /** Closed exceptions that still hold personal data, by their opening time. */
    bankExceptionsWithDetails(query: AgedQuery): Promise<readonly Unread<BankException>[]>;
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

export type BankImportWrites = BankFileEntryWrites & {
  /** Bytes before the file is known as such; a part that is there stays. */
  insertBankFilePart(fileId: string, number: number, bytes: Uint8Array): Promise<void>;
  /** False, and nothing is written, where a file with these bytes is there. */
  insertBankFile(file: BankFile): Promise<boolean>;
  /** If the file still has this status; else false, and nothing is written. */
  changeBankFile(id: string, from: BankFileStatus, change: BankFileChange): Promise<boolean>;
  /** Moves the bytes of a repeated upload to a file whose own bytes were removed. */
  moveBankFileParts(fromId: string, toId: string): Promise<void>;
  /** Parts of a file that was given up before it was whole. */
  removeBankFileParts(fileId: string): Promise<void>;
  /** The first part of an entry: its sum if that is recorded, else its first recorded payment. */
  firstPartOfEntry(iban: string, identity: string): Promise<BankEntryRecord | null>;
  /**
   * The identities of recorded entries under one reference, whose numbers follow its name, but for some; first those with
   * this amount of the whole entry.
   */
  entriesOfReference(
    iban: string,
    name: string,
    but: { readonly identities: readonly string[]; readonly entryCents: number; readonly limit: number },
  ): Promise<readonly string[]>;
  /** The identities of the entries at these places of a file. */
  identitiesAt(fileId: string, places: readonly number[]): Promise<readonly PlacedIdentity[]>;
  /** The payments that the bank listed within an entry, in their order. */
  listedBankEntries(iban: string, identity: string): Promise<readonly BankEntryRecord[]>;
  /** The name under which the same entry of another file is recorded; null where there is none. */
  bankEntryAlias(iban: string, alias: string): Promise<string | null>;
  /** The names of the same entries in other files. */
  bankEntryAliases(iban: string, identities: readonly string[]): Promise<readonly Omit<BankEntryAlias, 'iban'>[]>;
  /** False where this source has the entry already under another name. */
  claimBankEntry(alias: BankEntryAlias): Promise<boolean>;
  /** To another identity, but for those of a source that has it already. */
  moveBankEntryAliases(iban: string, from: string, to: string): Promise<void>;
  /** Whether any entry of the account was recorded without a reference of the bank. */
  hasUnreferencedEntries(iban: string): Promise<boolean>;
  /** Entries, or the first parts of them, with this amount of the whole entry, oldest first. */
  bankEntriesLike(like: AlikeEntries): Promise<readonly BankEntryRecord[]>;
  /** @throws StaleVersionError where another one has its place: nothing is written */
  insertBankEntry(entry: BankEntryRecord): Promise<void>;
  /** Amount, charges and block only where they are given: another file may say which part is which. */
  updateBankEntry(
    id: string,
    change: Pick<BankEntryRecord, 'outcome' | 'paymentId'> &
      Partial<Pick<BankEntryRecord, 'ruled' | 'amountCents' | 'chargesCents' | 'blockId'>>,
  ): Promise<void>;
  /** False where no rule has it: it was taken before. */
  takeFromRule(id: string): Promise<boolean>;
  keepEntryFacts(id: string, facts: EntryFacts): Promise<void>;
  /** The sum of a block's debits that were not refused, without those that were credited one by one. */
  openCentsOfBlock(blockId: string): Promise<number>;
  /** What is there stays: a file is finished once more after a crash. */
  insertStatementBalances(fileId: string, place: number, balances: StatementBalances): Promise<void>;
  insertBankStatement(statement: NumberedStatement & { readonly fileId: string }): Promise<void>;
  /** The account's statement with the greatest number up to this one, within a span of days. */
  lastStatementUpTo(of: {
    readonly iban: string;
    readonly number: number;
    readonly from: CalendarDate;
    readonly until: CalendarDate;
  }): Promise<NumberedStatement | null>;
  /** Open or not. */
  bankExceptionBySubject(subject: string): Promise<BankException | null>;
  /** By which a report on this message called something a repeat that is no payment of ours. Open or not. */
  repeatsWithoutPayment(messageId: string): Promise<readonly BankException[]>;
  /** False where its subject has one already. */
  insertBankException(exception: BankException): Promise<boolean>;
  /** False where it is not open any more, or was decided. A decision that is carried out first leaves it open. */
  closeBankException(id: string, closing: BankExceptionClosing): Promise<boolean>;
  /** Closes one whose decision was carried out. False where it is not open any more. */
  finishBankException(id: string): Promise<boolean>;
  /** Opens the exception of an entry that a rule placed. False where it is open, or a person closed it. */
  reopenBankException(id: string): Promise<boolean>;
  /** Removes personal data. False for an open exception, which stays as it is. */
  eraseBankException(id: string, at: number): Promise<boolean>;
  openBankExceptionsOfPayment(paymentId: string): Promise<readonly BankException[]>;
};
