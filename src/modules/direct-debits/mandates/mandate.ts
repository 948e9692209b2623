import { closedSet, type NameOf } from '../../../kernel/closed-set.ts';
import { type MandateScheme, type PostalAddress, rumKeyOf } from '../../../kernel/sepa/mandate.ts';
import { addMonths, type CalendarDate } from '../../../kernel/sepa/target-calendar.ts';
import type { EffectiveRunMode } from '../../../kernel/vocabulary.ts';
import { mandateLapsesOn } from '../batches/direct-debit-dates.ts';

/** A SEPA direct debit mandate: a debtor's permission to debit, its reference and its state. */

export const mandateType = closedSet('MandateType', 'How often a mandate may be used.', {
  RECURRENT: 'Again and again, until it ends.',
  ONE_OFF: 'For one debit only.',
});
export type MandateType = NameOf<typeof mandateType>;

export const mandateStatus = closedSet('MandateStatus', 'Where a mandate stands.', {
  DRAFT: 'Recorded; the debtor has not signed yet.',
  SIGNED: "Signed; the debtor's bank has not confirmed yet that it knows the mandate (B2B only).",
  ACTIVE: 'Debits can be taken under it.',
  SUSPENDED: 'No debits for the time being.',
  REVOKED: 'Ended by the debtor or by us.',
  EXPIRED: 'Not used for 36 months: a new one must be signed.',
  COMPLETED: 'A mandate for one debit that was used, or one whose last debit was taken.',
});
export type MandateStatus = NameOf<typeof mandateStatus>;

export const mandateCause = closedSet('MandateCause', 'Why the status of a mandate changed.', {
  SIGNATURE: 'The debtor signed.',
  BANK_CONFIRMATION: "The debtor's bank knows the mandate.",
  AMENDMENT: "The account changed, which the debtor's bank must confirm again (B2B only).",
  CALLER: 'An entitled caller asked for it.',
  BANK: "A bank's code says that the mandate cannot be used as it is.",
  CLOCK: 'It was not used for 36 months.',
  COLLECTION: 'Its only or last debit went to the bank.',
  COLLECTION_UNDONE: 'Its only or last debit did not take place.',
});
export type MandateCause = NameOf<typeof mandateCause>;

type Row = readonly [from: MandateStatus, to: MandateStatus, causes: readonly MandateCause[]];

/** Every allowed change of a mandate; all others are refused. `REVOKED` and `EXPIRED` are never left. */
export const mandateTransitions: readonly Row[] = [
  ['DRAFT', 'SIGNED', ['SIGNATURE']],
  ['DRAFT', 'ACTIVE', ['SIGNATURE']],
  ['DRAFT', 'REVOKED', ['CALLER']],
  ['SIGNED', 'ACTIVE', ['BANK_CONFIRMATION']],
  ['SIGNED', 'REVOKED', ['CALLER']],
  ['SIGNED', 'EXPIRED', ['CLOCK']],
  ['ACTIVE', 'SUSPENDED', ['CALLER', 'BANK']],
  ['ACTIVE', 'SIGNED', ['AMENDMENT']],
  ['ACTIVE', 'REVOKED', ['CALLER', 'BANK']],
  ['ACTIVE', 'EXPIRED', ['CLOCK']],
  ['ACTIVE', 'COMPLETED', ['COLLECTION']],
  ['SUSPENDED', 'ACTIVE', ['CALLER']],
  ['SUSPENDED', 'SIGNED', ['AMENDMENT']],
  ['SUSPENDED', 'REVOKED', ['CALLER', 'BANK']],
  ['SUSPENDED', 'EXPIRED', ['CLOCK']],
  // A debit that the bank refused, with a code that suspends, and collected all the same.
  ['SUSPENDED', 'COMPLETED', ['COLLECTION']],
  ['COMPLETED', 'ACTIVE', ['COLLECTION_UNDONE']],
  ['COMPLETED', 'REVOKED', ['CALLER', 'BANK']],
];

const allowed = new Set(
  mandateTransitions.flatMap(([from, to, causes]) => causes.map((cause) => `${from}>${to}>${cause}`)),
);

export const canChangeMandate = (from: MandateStatus, to: MandateStatus, cause: MandateCause): boolean =>
  allowed.has(`${from}>${to}>${cause}`);

export const sequenceType = closedSet('SequenceType', "A debit's place in the row of those under its mandate.", {
  OOFF: 'The only one.',
  FRST: 'The first of a row, for a bank that still wants it named.',
  RCUR: 'One of a row.',
  FNAL: 'The last one: the mandate ends with it.',
});
export type SequenceType = NameOf<typeof sequenceType>;

/** Whether the mandate carries no debit after one of this type. */
export const endsMandate = (sequence: SequenceType | null): boolean => sequence === 'OOFF' || sequence === 'FNAL';

/** Personal data, all of it. */
export type Debtor = {
  readonly name: string;
  /** Needed where the account is outside of the EEA. */
  readonly address: PostalAddress | null;
  /** Without blanks. */
  readonly iban: string;
  /** Null: found by the IBAN. */
  readonly bic: string | null;
};

export type Signature = {
  readonly signedOn: CalendarDate;
  readonly place: string | null;
  /** On paper, or the name of an electronic procedure. */
  readonly method: string;
  /** SHA-256 of the signed document, in hex. */
  readonly evidenceDigest: string | null;
};

/**
 * The changes since the last debit that went to the bank, to be reported with the next one. They hold the values that
 * the debtor's bank knows (pain.008, `AmdmntInfDtls`). An absent name did not change.
 */
export type PendingAmendment = {
  readonly originalRum?: string;
  readonly originalIban?: string;
  readonly originalIcs?: string;
  readonly originalCreditorName?: string;
};

/**
 * The values that the debtor's bank knows and that differ now; null where none do. References compare without case, and
 * a creditor's identifier without its business code, which the creditor may choose.
 */
export function amendmentSince(
  { originalRum, originalIban, originalIcs, originalCreditorName }: PendingAmendment,
  { rum, debtor, ics, creditorName }: Pick<Mandate, 'rum' | 'debtor' | 'ics' | 'creditorName'>,
): PendingAmendment | null {
  const pending: PendingAmendment = {
    ...(originalRum !== undefined && rumKeyOf(originalRum) !== rumKeyOf(rum) && { originalRum }),
    ...(originalIban !== undefined && originalIban !== debtor?.iban && { originalIban }),
    ...(originalIcs !== undefined && icsKeyOf(originalIcs) !== icsKeyOf(ics) && { originalIcs }),
    ...(originalCreditorName !== undefined && originalCreditorName !== creditorName && { originalCreditorName }),
  };
  return Object.keys(pending).length === 0 ? null : pending;
}

export type Mandate = {
  /** `mdt_…` */
  readonly id: string;
  /** 128 random bits. Its holder sees the form to sign. */
  readonly token: string;
  /** Unique for the creditor's identifier, compared without case and blanks; never given twice. */
  readonly rum: string;
  readonly ics: string;
  readonly creditorName: string;
  readonly idSociete: string;
  readonly idClient: string;
  readonly runMode: EffectiveRunMode;
  readonly scheme: MandateScheme;
  readonly type: MandateType;
  readonly status: MandateStatus;
  /** Counts the changes; every change is compare-and-set on it. */
  readonly version: number;
  /** Name of the client that recorded it. */
  readonly client: string;
  /** Null once it was erased. */
  readonly debtor: Debtor | null;
  readonly signature: Signature | null;
  /** When the debtor's bank confirmed that it knows the mandate (B2B). */
  readonly bankConfirmedOn: CalendarDate | null;
  readonly amendment: PendingAmendment | null;
  /** The due date of the last debit that went to a bank. */
  readonly lastCollectedOn: CalendarDate | null;
  /** How many debits went to a bank and were not undone; from 0 again where the first one was. */
  readonly collections: number;
  /** The next debit is the last one. */
  readonly endsWithNext: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
};

/**
 * Whether the debtor's bank knows the mandate: from a debit, or a B2B mandate from the debtor's own copy, also while the
 * bank has to confirm a change of it. No bank knows an unused CORE mandate.
 */
export const isKnownToBank = ({
  scheme,
  collections,
  lastCollectedOn,
  bankConfirmedOn,
  amendment,
}: Pick<Mandate, 'scheme' | 'collections' | 'lastCollectedOn' | 'bankConfirmedOn' | 'amendment'>): boolean =>
  collections > 0 || lastCollectedOn !== null || bankConfirmedOn !== null || (scheme === 'B2B' && amendment !== null);

/** Without the business code (characters 5 to 7), which may change freely: one creditor has one key. */
export const icsKeyOf = (ics: string): string => ics.slice(0, 4) + ics.slice(7);

const ended: ReadonlySet<MandateStatus> = new Set(['DRAFT', 'REVOKED', 'EXPIRED', 'COMPLETED']);

/** An unauthorised debit can be claimed back for 13 months; until then the creditor has to show its mandate. */
const monthsAfterLastDebit = 14;

/** Whether the debtor's data is no longer needed for any claim. */
export const mayForgetDebtor = (
  { status, lastCollectedOn }: Pick<Mandate, 'status' | 'lastCollectedOn'>,
  today: CalendarDate,
): boolean =>
  ended.has(status) && (lastCollectedOn === null || addMonths(lastCollectedOn, monthsAfterLastDebit) < today);

const expirable: ReadonlySet<MandateStatus> = new Set(['SIGNED', 'ACTIVE', 'SUSPENDED']);

/** The day on which an unused mandate becomes void: 36 months after the last debit, or after the signature. */
export function lapsesOn({
  status,
  signature,
  lastCollectedOn,
}: Pick<Mandate, 'status' | 'signature' | 'lastCollectedOn'>): CalendarDate | null {
  const lastUse = lastCollectedOn ?? signature?.signedOn ?? null;
  return lastUse === null || !expirable.has(status) ? null : mandateLapsesOn(lastUse);
}

/** Whether it is void on `date` for want of use. */
export function hasLapsedBy(mandate: Parameters<typeof lapsesOn>[0], date: CalendarDate): boolean {
  const lapse = lapsesOn(mandate);
  return lapse !== null && lapse <= date;
}

/** Why no debit can fall due on `date` under the mandate, or null. */
export function whyNotUsable(mandate: Mandate, date: CalendarDate): string | null {
  if (mandate.status !== 'ACTIVE') return `the mandate is ${mandate.status}`;
  if (mandate.debtor === null) return 'the debtor was erased';
  if (hasLapsedBy(mandate, date)) return 'the mandate was not used for 36 months';
  return null;
}

/** Since 2016 a first debit may be called RCUR; `namesFirst` is for a bank that still wants FRST. */
export function sequenceTypeOf(
  { type, collections, endsWithNext }: Pick<Mandate, 'type' | 'collections' | 'endsWithNext'>,
  namesFirst: boolean,
): SequenceType {
  if (type === 'ONE_OFF') return 'OOFF';
  if (endsWithNext) return 'FNAL';
  return namesFirst && collections === 0 ? 'FRST' : 'RCUR';
}

/** `FR14 •••• 2606`: enough to tell one's accounts apart. */
export const maskIban = (iban: string): string => `${iban.slice(0, 4)} •••• ${iban.slice(-4)}`;

export type MandateQuery = {
  readonly limit: number;
  readonly beforeId: string | null;
  readonly idSociete: string | null;
  readonly idClient: string | null;
  readonly runModes: readonly EffectiveRunMode[];
  readonly statuses: readonly MandateStatus[] | null;
  readonly scheme: MandateScheme | null;
  /** Only those that end before this day because no debit used them. Left out: any. */
  readonly lapsesBefore?: CalendarDate | null;
  /** Only these; left out: any. */
  readonly ids?: readonly string[] | null;
  /** Only these sociétés; null: all. */
  readonly societes: readonly string[] | null;
};
