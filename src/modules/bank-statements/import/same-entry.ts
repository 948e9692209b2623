import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { BankEntryRecord } from '../bank-import.ts';
import { type BankEntryFact, contradictions, type EntryFacts, joined, type Relation } from '../entry-facts.ts';
import type { Booking } from '../matching/bank-booking.ts';
import type { Transaction } from '../ports.ts';
import { factsOfRecord } from './entry-facts.ts';

/** The place of a booking among the recorded entries. */
export type Place = {
  /** Its identity is that of the place. */
  readonly booking: Booking;
  /** The same booking from another file; null where this one is new. */
  readonly known: BankEntryRecord | null;
  /** Another part of the same entry: its sum, or the first of its payments. */
  readonly part: BankEntryRecord | null;
  /** The different entry that has the same reference of the bank; null where there is none. */
  readonly contradicts: { readonly counted: BankEntryRecord; readonly differsIn: readonly BankEntryFact[] } | null;
};

/** Under one reference no bank gives more different entries. */
const placesTried = 9;

/**
 * The first entry of a reference counts under the reference itself. A contradicting entry gets a place beside it, so
 * that it is recognised too, and a person can decide about its money.
 */
export async function placeOf(transaction: Transaction, booking: Booking, facts: EntryFacts): Promise<Place> {
  let contradicts: Place['contradicts'] = null;
  for (let number = 1; number <= placesTried; number++) {
    const identity = number === 1 ? booking.identity : `V${number}:${booking.identity}`;
    const placed: Booking = { ...booking, identity };
    const known = await transaction.bankEntryByIdentity(booking.entry.iban, identity, booking.detail);
    const part = known ?? (await transaction.firstPartOfEntry(booking.entry.iban, identity));
    const differsIn = part === null ? [] : await differences(transaction, placed, facts, part);
    if (part === null || differsIn.length === 0) return { booking: placed, known, part, contradicts };
    contradicts ??= { counted: part, differsIn };
  }
  const identity = `V:${hash('sha256', JSON.stringify(facts)).slice(0, 24)}:${booking.identity}`;
  const known = await transaction.bankEntryByIdentity(booking.entry.iban, identity, booking.detail);
  return { booking: { ...booking, identity }, known, part: known, contradicts };
}

async function differences(
  transaction: Transaction,
  booking: Booking,
  facts: EntryFacts,
  part: BankEntryRecord,
): Promise<readonly BankEntryFact[]> {
  const recorded = await factsOfRecord(transaction, part);
  if (part.detail === booking.detail) return contradictions('SAME', recorded, facts);
  if (part.detail >= 0 && booking.detail >= 0) return contradictions('SIBLINGS', recorded, facts);
  const listing = part.detail < 0 ? facts : recorded;
  const relation: Relation = listing.listed === 1 ? 'SUM_OF_ONE' : 'SUM_OF_SEVERAL';
  if (part.detail < 0 || relation === 'SUM_OF_ONE') return contradictions(relation, recorded, facts);
  const found = new Set<BankEntryFact>();
  for (const listed of await transaction.listedBankEntries(booking.entry.iban, booking.identity)) {
    const ofListed = contradictions(relation, await factsOfRecord(transaction, listed), facts);
    for (const fact of ofListed) found.add(fact);
  }
  return [...found];
}

/** Adds this file's facts to the known ones of the same booking. */
export async function addFacts(transaction: Transaction, known: BankEntryRecord, facts: EntryFacts): Promise<void> {
  const all = joined(await factsOfRecord(transaction, known), facts);
  if (!isDeepStrictEqual(all, known.facts)) await transaction.keepEntryFacts(known.id, all);
}
