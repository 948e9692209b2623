import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { BankEntryRecord, BankFile } from '../bank-import.ts';
import { type BankEntryFact, contradictions, type EntryFacts, joined, type Relation } from '../entry-facts.ts';
import { type Booking, isAlone } from '../matching/bank-booking.ts';
import type { Transaction } from '../ports.ts';
import { entryFactsOf, type FactsUnder, factsOfRecord } from './entry-facts.ts';

/** The place of a booking among the recorded entries. */
export type Place = {
  /** Its identity is that of the place. */
  readonly booking: Booking;
  readonly facts: EntryFacts;
  /** The same booking from another file; null where this one is new. */
  readonly known: BankEntryRecord | null;
  /** Another part of the same entry: its sum, or the first of its payments. */
  readonly part: BankEntryRecord | null;
  /** The different entry that has the same reference of the bank; null where there is none. */
  readonly contradicts: { readonly counted: BankEntryRecord; readonly differsIn: readonly BankEntryFact[] } | null;
};

type Tried = Omit<Place, 'contradicts'> & { readonly differsIn: readonly BankEntryFact[] };
type Look = (identity: string) => Promise<Tried>;

/** A contradicting entry has at most so many places under the name of its reference. */
const placesTried = 9;

/** So many of the recorded entries of a reference are compared. */
const mostCompared = 50;

/** In a statement with more steps under one reference, the order says which is which. */
const mostSteps = 100;

/**
 * A booking is the recorded entry of its reference which nothing contradicts; each is one entry of a statement. Where
 * all recorded ones are others of its statement, it is one more. Else it contradicts them, and gets a place beside, so
 * that it is recognised too, and a person can decide about its money.
 */
export async function placeOf(
  transaction: Transaction,
  file: Pick<BankFile, 'id' | 'format'>,
  booking: Booking,
): Promise<Place> {
  const { iban, amountCents: entryCents } = booking.entry;
  const factsUnder = await entryFactsOf(transaction, file, booking);
  const look = lookFor(transaction, booking, factsUnder);
  const isLong = (booking.steps?.all.length ?? 0) > mostSteps;
  const { own, others } = isLong ? noneTaken : await takenIn(transaction, file, booking);
  const first = own ?? booking.identity;
  const same: Tried[] = [];
  const different: Tried[] = [];
  if (!others.includes(first)) {
    const tried = await look(first);
    if (tried.part === null && (isLong || isAlone(booking) || isBeside(tried.booking))) return asFound(tried, look);
    if (isSame(tried) && (first === own || isLong || isAlone(booking) || saysAsMuch(tried)))
      return asFound(tried, look);
    if (tried.part !== null) (isSame(tried) ? same : different).push(tried);
  }
  const but = { identities: [...others, first], entryCents, limit: mostCompared };
  const named = isLong ? [] : await transaction.entriesOfReference(iban, booking.name, but);
  for (const identity of named) {
    const tried = await look(identity);
    if (isSame(tried) && saysAsMuch(tried)) return asFound(tried, look);
    (isSame(tried) ? same : different).push(tried);
  }
  const [less] = same;
  if (less) return asFound(less, look);
  const [counted] = different.filter(isCounted);
  if (!counted?.part) return { ...(await look(await freeName(transaction, booking))), contradicts: null };
  const tried = await besideOf(booking, factsUnder(booking.identity), others, look);
  return { ...tried, contradicts: { counted: counted.part, differsIn: counted.differsIn } };
}

const isSame = ({ part, differsIn }: Tried): boolean => part !== null && differsIn.length === 0;

/** Both name a payment, or neither does: of several that nothing contradicts, it is rather this one. */
const saysAsMuch = ({ facts, part }: Tried): boolean =>
  facts.payments.length > 0 === ((part?.facts?.payments.length ?? 0) > 0 || (part?.paymentId ?? null) !== null);

/** How the identity of an entry beside a counted one begins. */
const ofBeside = /^V(?:\d+|:[0-9a-f]{24}):/;

type Identified = Pick<BankEntryRecord, 'identity'>;

export const isBeside = ({ identity }: Identified): boolean => ofBeside.test(identity);
/** The entry itself, where it stands beside none. */
export const countedBy = ({ identity }: Identified): string => identity.replace(ofBeside, '');

/** What stands beside counts where a person has said so. */
const isCounted = ({ booking, part }: Tried): boolean => !isBeside(booking) || part?.outcome === 'APPLIED';

const lookFor =
  (transaction: Transaction, booking: Booking, factsUnder: FactsUnder): Look =>
  (identity) =>
    tryPlace(transaction, { ...booking, identity }, factsUnder(countedBy({ identity })));

async function tryPlace(transaction: Transaction, booking: Booking, facts: EntryFacts): Promise<Tried> {
  const { entry, identity, detail } = booking;
  const known = await transaction.bankEntryByIdentity(entry.iban, identity, detail);
  const part = known ?? (await transaction.firstPartOfEntry(entry.iban, identity));
  const differsIn = part === null ? [] : await differences(transaction, booking, facts, part);
  return { booking, facts, known, part, differsIn };
}

async function asFound(found: Tried, look: Look): Promise<Place> {
  if (!isBeside(found.booking)) return { ...found, contradicts: null };
  const counted = await look(countedBy(found.booking));
  // Its own number may be free, where the statement that listed it was doubted whole.
  const { part, differsIn } = counted.part === null ? await look(found.booking.name) : counted;
  return { ...found, contradicts: part && { counted: part, differsIn } };
}

const noneTaken = { own: null, others: [] } as const;

/** Which of the recorded entries this one was before a crash, and which the others of its statement are. */
async function takenIn(
  transaction: Transaction,
  file: Pick<BankFile, 'id'>,
  { steps }: Booking,
): Promise<{ readonly own: string | null; readonly others: readonly string[] }> {
  if (steps === null || isAlone({ steps })) return noneTaken;
  const placed = await transaction.identitiesAt(file.id, steps.all);
  const isOwn = ({ place }: (typeof placed)[number]): boolean => steps.own.includes(place);
  const own = placed.find(isOwn)?.identity ?? null;
  const others = new Set(placed.filter((one) => !isOwn(one)).map(({ identity }) => identity));
  return { own, others: [...others] };
}

/** That of the first entry where it is free: those before it in the file may be provisional. Else its own number. */
async function freeName(transaction: Transaction, { name, identity, entry }: Booking): Promise<string> {
  const isFree = async (free: string): Promise<boolean> =>
    (await transaction.firstPartOfEntry(entry.iban, free)) === null &&
    (await transaction.bankEntryAlias(entry.iban, free)) === null;
  if (await isFree(name)) return name;
  let free = identity;
  for (let number = 2; !(await isFree(free)); number++) free = `${name}#${number}`;
  return free;
}

async function besideOf(booking: Booking, facts: EntryFacts, others: readonly string[], look: Look): Promise<Tried> {
  for await (const tried of placesBeside([booking.identity], look)) {
    if (tried.part === null || !others.includes(tried.booking.identity)) return tried;
  }
  return look(lastBeside(booking, facts));
}

/** The places beside these entries that are free, or that nothing contradicts. */
async function* placesBeside(identities: readonly string[], look: Look): AsyncGenerator<Tried, void> {
  for (let number = 2; number <= placesTried; number++) {
    for (const identity of identities) {
      const tried = await look(`V${number}:${identity}`);
      if (tried.part === null || tried.differsIn.length === 0) yield tried;
    }
  }
}

const lastBeside = ({ identity }: Identified, facts: EntryFacts): string =>
  `V:${hash('sha256', JSON.stringify(facts)).slice(0, 24)}:${identity}`;

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

/** In what a booking differs from a recorded entry. */
export const differencesFrom = async (
  transaction: Transaction,
  booking: Booking,
  factsUnder: FactsUnder,
  { identity }: BankEntryRecord,
): Promise<readonly BankEntryFact[]> => (await lookFor(transaction, booking, factsUnder)(identity)).differsIn;

/** The first place beside one of these entries that this booking can take. */
export async function takeBeside(
  transaction: Transaction,
  file: Pick<BankFile, 'format'>,
  booking: Booking,
  what: {
    readonly identities: readonly [string, ...string[]];
    readonly isFree: (identity: string) => Promise<boolean>;
  },
): Promise<Booking> {
  const { identities, isFree } = what;
  const factsUnder = await entryFactsOf(transaction, file, booking);
  for await (const { booking: beside } of placesBeside(identities, lookFor(transaction, booking, factsUnder))) {
    if (await isFree(beside.identity)) return beside;
  }
  const [identity] = identities;
  return { ...booking, identity: lastBeside({ identity }, factsUnder(identity)) };
}

/** Of the entries of one reference, those that are recorded come first: what is left then, is one more. */
export async function recordedFirst(
  transaction: Transaction,
  file: Pick<BankFile, 'id' | 'format'>,
  bookings: readonly Booking[],
): Promise<readonly Booking[]> {
  const recorded = new Set<Booking>();
  for (const one of bookings) {
    if (!isAlone(one) && (await placeOf(transaction, file, one)).part !== null) recorded.add(one);
  }
  return [...recorded, ...bookings.filter((one) => !recorded.has(one))];
}
