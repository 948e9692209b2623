import {
  type BankEntryRecord,
  type BankExceptionDetails,
  type ImportStep,
  movedCents,
  nothingSaid,
  type OwnAccount,
  type StepsOfReference,
} from '../bank-import.ts';
import { type BankEntry, type BankEntryDetail, noCounterparty } from '../files/bank-file.ts';

/** One movement of money on an account of ours: an entry, or a payment within it. */
export type Booking = {
  readonly entry: BankEntry;
  readonly account: OwnAccount;
  /** See `BankEntryRecord.identity`. */
  readonly identity: string;
  /** The identity that its file gives it, without the number among the entries of one reference. */
  readonly name: string;
  readonly detail: number;
  /** Null where no file is read. */
  readonly steps: StepsOfReference | null;
} & Omit<BankEntryDetail, 'place' | 'bankReference' | 'written'>;

/** How many steps an entry is. One that contradicts itself, or lists no payments, is one. */
export const stepsOfEntry = ({ fault, details, isWhole }: BankEntry): number =>
  fault === null && !isWhole ? details.length || 1 : 1;

export function bookingOf({ entry, detail, steps }: Extract<ImportStep, { kind: 'ENTRY' }>, account: OwnAccount) {
  const [whole = null] = entry.isWhole && entry.fault === null ? entry.details : [];
  const listed = detail < 0 ? whole : (entry.details[detail] ?? null);
  const booking: Booking = {
    ...{ entry, account, detail, steps, ...identityOf(entry, listed, steps.occurrence) },
    direction: listed?.direction ?? entry.direction,
    amountCents: listed?.amountCents ?? withoutCharges(entry),
    chargesCents: listed?.chargesCents ?? entry.chargesCents,
    besideCents: listed?.besideCents ?? entry.besideCents,
    isReturn: listed?.isReturn ?? entry.isReturn,
    returnReason: listed?.returnReason ?? null,
    endToEndId: listed?.endToEndId ?? null,
    paymentInformationId: listed?.paymentInformationId ?? entry.paymentInformationId,
    mandateReference: listed?.mandateReference ?? null,
    possibleIds: listed?.possibleIds ?? [],
    structuredReferences: listed?.structuredReferences ?? [],
    // If the bank lists one payment or none, the entry's own text is about it.
    remittance: [...(listed?.remittance ?? []), ...(entry.details.length < 2 && entry.text ? [entry.text] : [])],
    counterparty: listed?.counterparty ?? noCounterparty,
  };
  return booking;
}

const withoutCharges = ({ amountCents, direction, chargesCents }: BankEntry): number =>
  direction === 'CREDIT' ? amountCents + chargesCents : amountCents - chargesCents;

/**
 * The bank's own reference is the same in all its files. Without one, the place in the statement identifies an entry. A
 * reference that is twice in one statement belongs to two entries.
 */
function identityOf(entry: BankEntry, listed: BankEntryDetail | null, occurrence: number) {
  const reference = entry.bankReference ?? (entry.details.length === 1 ? listed?.bankReference : null) ?? null;
  const suffix = occurrence > 1 ? `#${occurrence}` : '';
  const named = (name: string) => ({ name, identity: `${name}${suffix}` });
  if (reference !== null) return named(`A:${reference}`);
  // A bank may restart its ids, so the day is part of the identity.
  const { number, entryReference, writtenBookedOn } = entry;
  const statement = `${statementOf(entry)}${writtenBookedOn ?? ''}`;
  return named(entryReference === null ? `P:${statement}/${number}` : `S:${statement}/${entryReference}`);
}

/** How the identity of each entry of a statement begins, after `S:` or `P:`. */
export const statementOf = ({ statementId, page }: Pick<BankEntry, 'statementId' | 'page'>): string =>
  `${statementId}/${page === null || page === '1' ? '' : `${page}/`}`;

/** The key that numbers an entry within its statement, see `identityOf`. */
export function referenceOfEntry({ bankReference, details, entryReference }: BankEntry): string | null {
  const [only] = details.length === 1 ? details : [];
  return bankReference ?? only?.bankReference ?? entryReference;
}

/** Whether its statement has one entry under its reference, as far as it is read. */
export const isAlone = ({ steps }: Pick<Booking, 'steps'>): boolean =>
  steps === null || steps.all.length === steps.own.length;

/** Whether another file of the bank can be seen to bring the same entry. */
export const isKnownEverywhere = ({ identity }: Pick<Booking, 'identity'>): boolean => identity.startsWith('A:');

/**
 * A bank may say in one file with which payment of an entry it took its charge, and in another that it took it with
 * another one. What is recorded of a payment stays, so that all of them are the entry.
 */
export function asRecorded(booking: Booking, record: BankEntryRecord): Booking {
  if (movedCents(booking) === movedCents(record)) return booking;
  const { amountCents, chargesCents } = record;
  return { ...booking, amountCents, chargesCents, besideCents: 0 };
}

export const detailsOf = (booking: Booking): BankExceptionDetails => ({
  ...nothingSaid,
  counterparty: booking.counterparty.name,
  counterpartyIban: booking.counterparty.iban,
  ultimateCounterparty: booking.counterparty.ultimateName,
  remittance: [...booking.structuredReferences, ...booking.remittance].join('\n').slice(0, 1000) || null,
  endToEndId: booking.endToEndId,
  paymentInformationId: booking.paymentInformationId,
  mandateReference: booking.mandateReference,
});
