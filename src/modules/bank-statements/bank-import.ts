import { closedSet, type NameOf } from '../../kernel/closed-set.ts';
import type { BankRule } from '../../kernel/sepa/bank-rule.ts';
import type { CalendarDate } from '../../kernel/sepa/target-calendar.ts';
import type { EffectiveRunMode } from '../../kernel/vocabulary.ts';
import type { BankEntryFact, EntryFacts } from './entry-facts.ts';
import type { BankEntry, BankFileFormat, StatusReport } from './files/bank-file.ts';

export type { StatementBalances } from './files/bank-file.ts';

/** Files from banks, their entries about the company's accounts, and exceptions for a person. */

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

/** The accounts that an uploaded file may be about; null: all. */
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
  /** Placed by a rule of the account: listed, ignored or booked. */
  readonly ruled: number;
  /** Provisional, or for information: no money that is booked. */
  readonly ignored: number;
};

export const noCounts: BankFileCounts = { applied: 0, repeated: 0, exceptions: 0, ruled: 0, ignored: 0 };

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
  /** The client that confirmed or rejected the file, and when; null while there is no decision. */
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
  /** Identifies the entry in other files of the same account. */
  readonly identity: string;
  /** 0, 1, 2… within the entry; -1 for an entry whose payments the bank does not list. */
  readonly detail: number;
  readonly fileId: string;
  readonly idSociete: string;
  readonly runMode: EffectiveRunMode;
  readonly amountCents: number;
  readonly direction: 'CREDIT' | 'DEBIT';
  /** The part that is the bank's charge. */
  readonly chargesCents: number;
  readonly bookedOn: CalendarDate | null;
  readonly transactionCode: string | null;
  readonly returnReason: string | null;
  /** What a rule of the account did with it; null for all others. `rule` is null where the default did. */
  readonly ruled: { readonly action: 'LIST' | 'IGNORE' | 'BOOK'; readonly rule: string | null } | null;
  /** Null where it is an exception, or pays a block of several. */
  readonly paymentId: string | null;
  readonly outcome: 'APPLIED' | 'EXCEPTION';
  readonly recordedAt: number;
  /** The block (`PmtInfId`) that it books in one sum; null for a single payment. */
  readonly blockId: string | null;
  /** The identifying facts; null in rows of an older version. */
  readonly facts: EntryFacts | null;
};

/** What it moved on the account: below 0 where money went. */
export const movedCents = ({
  direction,
  amountCents,
  chargesCents,
}: Pick<BankEntryRecord, 'direction' | 'amountCents' | 'chargesCents'>): number =>
  (direction === 'CREDIT' ? amountCents : -amountCents) - chargesCents;

/** An entry that undoes another one after a person's decision: no file brought it. */
export const identityOfUndoing = ({ id }: Pick<BankEntryRecord, 'id'>): string => `T:${id}`;

/** The id of the entry that it undoes; null for an entry of a file. */
export const undoneBy = ({ identity }: Pick<BankEntryRecord, 'identity'>): string | null =>
  identity.startsWith('T:') ? identity.slice(2) : null;

const ofMove = 'M:';
/** The `detail` of each of the two. */
export const halves = { gone: 0, come: 1 } as const;

/** Of the two entries by which a person moves a surplus from one payment to another: no file brought them. */
export const identityOfMove = ({ id }: Pick<BankException, 'id'>): string => `${ofMove}${id}`;

export const isOfMove = ({ identity }: Pick<BankEntryRecord, 'identity'>): boolean => identity.startsWith(ofMove);

/** What a person decides about is the surplus of a payment. */
export const isOfSurplus = ({ kind }: Pick<BankException, 'kind'>): boolean =>
  kind === 'OVERPAID' || kind === 'SURPLUS';

export const bankExceptionKind = closedSet('BankExceptionKind', 'Why a person has to look at something in a file.', {
  UNMATCHED_CREDIT: 'Money came, and nothing says for which payment; or a transfer of the company comes back.',
  UNMATCHED_DEBIT: 'Money went, and it is no return of a payment of ours.',
  AMBIGUOUS: 'It names several payments.',
  WRONG_ACCOUNT: 'It names a payment of another société, or of the other run mode. It was not applied.',
  UNDERPAID: 'Less than the payment came: while it is open, the rest can come.',
  OVERPAID: 'More than the payment came: it is paid, and the surplus belongs to the customer.',
  SURPLUS: 'Money came for a payment that is paid already: it belongs to the customer.',
  LATE: 'Money came after the payment was given up: it is paid now. Look whether the order still stands.',
  AMOUNT_DIFFERS:
    'The amount is not that of the direct debit. It was not applied; assigned to it, less is a part, and more a surplus. Or the bank takes back another amount than came for a transfer: assigned to it, it is returned.',
  BLOCK_DIFFERS:
    'The amount is not that of the debits of the block that were not refused. None was applied: a person says which debit is missing in it, or that the block was collected.',
  CONTRADICTION:
    'It contradicts what is recorded of the payment, the block or the batch. A return, or a credit of a cancelled batch, was not applied; assigned to the named payment, or as a `COLLECTED` block, it is.',
  ENTRY_FAULT:
    'The entry contradicts itself: its details are not its amount. It was not applied. If it names a block, a person can say that this was collected.',
  SAME_REFERENCE:
    "The bank's reference was used before, for an entry that is not the same: `differsIn` says in what. Or a person assigned an entry of another format, which may be this one, to another payment. It was not applied; assigned to a payment, it is.",
  REVERSAL:
    'The bank takes back an entry, and nothing says that it is the return of a payment of ours. It was not applied; assigned to a payment, it is.',
  REPORT_UNCLEAR:
    'The bank accepted with a change, says that something came twice, contradicts itself, or reports an unknown status or id.',
  STATEMENT_MISSING: 'The statement before this one is not there: `reasonCode` is its number.',
});
export type BankExceptionKind = NameOf<typeof bankExceptionKind>;

export const bankExceptionStatus = closedSet('BankExceptionStatus', 'Whether it still waits for a person.', {
  OPEN: 'A person decides, or its debits are being paid.',
  RESOLVED: 'A person has decided.',
  SETTLED: 'A later message explained it.',
});
export type BankExceptionStatus = NameOf<typeof bankExceptionStatus>;

export const bankResolution = closedSet('BankResolution', 'What a person decided.', {
  ASSIGNED:
    'It belongs to this payment, and was applied to it: the surplus of a transfer pays this other one. Of a block: this debit is missing in the sum, and refused.',
  COLLECTED:
    'The bank credited the block: its debits that were not refused are paid. What the sum has beside them stays in suspense, what it lacks is the fee of the bank.',
  HANDLED: 'It was dealt with outside of the gateway: nothing is applied.',
});
export type BankResolution = NameOf<typeof bankResolution>;

/** The bank's words, for the person who decides. Personal data: it stays here and goes nowhere else. */
export type BankExceptionDetails = {
  readonly counterparty: string | null;
  readonly counterpartyIban: string | null;
  /** The person for whom the counterparty pays or receives. */
  readonly ultimateCounterparty: string | null;
  readonly remittance: string | null;
  readonly endToEndId: string | null;
  readonly paymentInformationId: string | null;
  /** The mandate (RUM) that the bank names. */
  readonly mandateReference: string | null;
  /** For a report that refuses an unnamed debit: the message (`MsgId`) that contains the debit. */
  readonly refusedInMessage: string | null;
  /** For `SAME_REFERENCE`: the entry that counted before, and the differences. */
  readonly countedEntryId: string | null;
  readonly differsIn: readonly BankEntryFact[];
};

/** Also for rows of older versions, which kept less. */
export const nothingSaid: BankExceptionDetails = {
  ...{ counterparty: null, counterpartyIban: null, remittance: null, endToEndId: null, paymentInformationId: null },
  ultimateCounterparty: null,
  mandateReference: null,
  refusedInMessage: null,
  countedEntryId: null,
  differsIn: [],
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
  /** The amount in question: the entry's, or the surplus. */
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
  /** When its personal data was removed. */
  readonly erasedAt: number | null;
};

/** A statement that is there, by the bank's own number, which may come again in another year. */
export type NumberedStatement = { readonly iban: string; readonly number: number; readonly day: CalendarDate };

/** All but what it is: its bytes, their name, and when they came. */
export type BankFileChange = Omit<BankFile, 'id' | 'name' | 'digest' | 'sizeBytes' | 'receivedAt'>;

export type BankExceptionClosing = Pick<
  BankException,
  'status' | 'resolution' | 'resolvedBy' | 'resolvedAt' | 'resolutionReason' | 'paymentId'
>;

/** An account of ours, as the config has it: several sociétés may share one, run modes may not. */
export type OwnAccount = {
  /** In the order of the sociétés, then in that of the config. */
  readonly rules: readonly BankRule[];
  readonly iban: string;
  readonly runMode: EffectiveRunMode;
  /** Those that have it now come first, in the order of their numbers. */
  readonly societes: readonly [string, ...string[]];
  /** None of them has it any more. */
  readonly isFormer: boolean;
  /** False where one of them says so. */
  readonly countsNotices: boolean;
};

/** The entries of a statement under one reference of the bank, as the places of their steps in the file: 1, 2, 3… */
export type StepsOfReference = {
  /** Those of this entry. */
  readonly own: readonly number[];
  /** Those of all of them that were read so far. */
  readonly all: readonly number[];
  /** 1 for the first of them, 2 for the second… */
  readonly occurrence: number;
};

/** One unit of an import: an entry, a payment within it, or a line of a report. */
export type ImportStep =
  | { readonly kind: 'ENTRY'; readonly entry: BankEntry; readonly detail: number; readonly steps: StepsOfReference }
  | { readonly kind: 'STATUS'; readonly report: StatusReport };
