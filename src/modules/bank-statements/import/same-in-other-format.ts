import { addDays } from '../../../kernel/sepa/target-calendar.ts';
import { walkPages } from '../../../kernel/walk-pages.ts';
import { type BankEntryRecord, type BankFile, identityOfUndoing, undoneBy } from '../bank-import.ts';
import { noticeAheadDays } from '../entry-facts.ts';
import type { BankFileFormat } from '../files/bank-file.ts';
import { type Booking, isAlone, isKnownEverywhere, statementOf, stepsOfEntry } from '../matching/bank-booking.ts';
import { namedPayments } from '../matching/match-booking.ts';
import { withOwnIds } from '../matching/own-ids.ts';
import type { Transaction } from '../ports.ts';
import { entryFactsOf } from './entry-facts.ts';
import { countedBy, differencesFrom, isBeside, placeOf, takeBeside } from './same-entry.ts';
import { maySayAgain, type OwnPeriod, overlap, ownPeriod, periodOf } from './statement-periods.ts';

/**
 * CFONB and MT940 have no reference of the bank that its other files repeat. Each format lists every entry of the days
 * that it covers, so that an entry of one is that of another with the same amount, day and direction which nothing
 * contradicts: each once, so that two equal entries stay two.
 */

const terseFormats = new Set<BankFileFormat | null>(['CFONB_120', 'CFONB_240', 'MT940']);
const notices = new Set<BankFileFormat | null>(['CAMT_054', 'CFONB_240']);

export const isTerse = (format: BankFileFormat | null): boolean => terseFormats.has(format);
export const isNotice = (format: BankFileFormat | null): boolean => notices.has(format);

/** The booking under the name under which another file recorded the same entry, or under its own. */
export async function knownAs(
  transaction: Transaction,
  file: Pick<BankFile, 'id' | 'format'>,
  booking: Booking,
): Promise<Booking> {
  const { iban } = booking.entry;
  const other = await transaction.bankEntryAlias(iban, booking.identity);
  const given = other === null ? booking : { ...booking, identity: other };
  let alias = booking.identity;
  if (isAlone(booking)) {
    if (other !== null || (await transaction.firstPartOfEntry(iban, alias)) !== null) return given;
  } else {
    const place = await placeOf(transaction, file, given);
    if (place.part !== null || place.contradicts !== null) return given;
    alias = place.booking.identity;
  }
  const source = sourceOf(file.format, booking);
  const { same, doubted } = await resembling(transaction, file, booking);
  const claim = (identity: string): Promise<boolean> => transaction.claimBankEntry({ iban, alias, identity, source });
  if (same !== null) return (await claim(same)) ? { ...booking, identity: same } : given;
  const [first, ...more] = doubted;
  if (first === undefined) return given;
  return takeBeside(transaction, file, booking, { identities: [first, ...more], isFree: claim });
}

type Resembling = { readonly same: string | null; readonly doubted: readonly string[] };

/**
 * The entry of another format that the booking is. Where no file named the payment of one, a person assigned it, and may
 * have meant this booking that names another: those are in doubt, as long as there is nothing else that it can be.
 */
async function resembling(
  transaction: Transaction,
  file: Pick<BankFile, 'id' | 'format'>,
  booking: Booking,
): Promise<Resembling> {
  const factsUnder = await entryFactsOf(transaction, file, booking);
  const doubted: string[] = [];
  for await (const record of candidatesOf(transaction, file, booking)) {
    const { identity } = record;
    if (isBeside(record) && !(await isOneMore(transaction, record))) continue;
    const differsIn = await differencesFrom(transaction, booking, factsUnder, record);
    if (differsIn.length === 0) return { same: identity, doubted: [] };
    const isPayment = differsIn.every((fact) => fact === 'PAYMENT');
    if (isPayment && (await isAssigned(transaction, record))) doubted.push(identity);
  }
  return { same: null, doubted };
}

/** A person assigned it, or one of the payments in it, and no file says whose money it is. */
async function isAssigned(transaction: Transaction, record: BankEntryRecord): Promise<boolean> {
  const parts = record.detail < 0 ? [record] : await transaction.listedBankEntries(record.iban, record.identity);
  return parts.some(({ facts, paymentId }) => paymentId !== null && facts?.payments.length === 0);
}

/** A person found that the bank booked it and the one that counted before. */
async function isOneMore(transaction: Transaction, record: BankEntryRecord): Promise<boolean> {
  if (record.outcome !== 'APPLIED') return false;
  const counted = await transaction.firstPartOfEntry(record.iban, countedBy(record));
  const undoing = counted && (await transaction.bankEntryByIdentity(counted.iban, identityOfUndoing(counted), 0));
  return undoing === null;
}

/** A person found that it is the entry beside which it stands: no other entry of its files is that one. */
export async function bindToCounted(transaction: Transaction, record: BankEntryRecord): Promise<void> {
  if (isBeside(record)) await transaction.moveBankEntryAliases(record.iban, record.identity, countedBy(record));
}

/**
 * Of entries that are alike, those that name a payment come first: each takes the record of its payment, and what names
 * none cannot take it away. What is in doubt comes last: the others may account for the entry that it is doubted of.
 */
export async function namedFirst(
  transaction: Transaction,
  file: Pick<BankFile, 'id' | 'format'>,
  bookings: readonly Booking[],
): Promise<readonly Booking[]> {
  const likeness = ({ entry, direction }: Booking): string => `${entry.iban} ${direction} ${entry.amountCents}`;
  const alike = new Map<string, number>();
  for (const one of bookings) alike.set(likeness(one), (alike.get(likeness(one)) ?? 0) + 1);
  const [first, later, last]: [Booking[], Booking[], Booking[]] = [[], [], []];
  for (const one of bookings) {
    const isOneOfSeveral = stepsOfEntry(one.entry) === 1 && (alike.get(likeness(one)) ?? 0) > 1;
    if (!isOneOfSeveral) first.push(one);
    else if (await namesNone(transaction, one)) later.push(one);
    else ((await isInDoubt(transaction, file, one)) ? last : first).push(one);
  }
  return [...first, ...later, ...last];
}

async function namesNone(transaction: Transaction, booking: Booking): Promise<boolean> {
  const { payments, block } = await namedPayments(transaction, await withOwnIds(transaction, booking));
  return payments.length === 0 && block === null;
}

const isInDoubt = async (
  transaction: Transaction,
  file: Pick<BankFile, 'id' | 'format'>,
  booking: Booking,
): Promise<boolean> => (await resembling(transaction, file, await withOwnIds(transaction, booking))).doubted.length > 0;

/** Who lists each entry once: a statement of a terse format, or all files of another. */
const sourceOf = (format: BankFileFormat | null, { entry }: Booking): string =>
  isTerse(format) ? `${format} ${entry.statementId}/${entry.page ?? ''}` : String(format);

const candidatesPerPage = 50;

/**
 * Those that no other entry of the source has. The nearest day first, then those that name the same payment, then the
 * oldest.
 */
async function* candidatesOf(
  transaction: Transaction,
  { id: fileId, format }: Pick<BankFile, 'id' | 'format'>,
  booking: Booking,
): AsyncGenerator<BankEntryRecord, void> {
  const { iban, bookedOn, amountCents: entryCents } = booking.entry;
  const isOfTerse = isTerse(format);
  if (bookedOn === null || !(isOfTerse || (await transaction.hasUnreferencedEntries(iban)))) return;
  const { payments } = await namedPayments(transaction, booking);
  // An entry that names no payment leaves those that do to the others.
  const rank = (record: BankEntryRecord): number => {
    const named = paymentsOf(record);
    return payments.length === 0 ? named.length : named.some((one) => payments.includes(one)) ? 0 : 1;
  };
  const own = await ownPeriod(transaction, isOfTerse ? format : null, booking);
  const step = isNotice(format) ? 1 : -1;
  for (let days = 0; days <= noticeAheadDays; days++) {
    const alike = {
      ...{ iban, entryCents, bookedOn: addDays(bookedOn, step * days), isUnreferenced: !isOfTerse },
      ...{ fileId, statement: statementOf(booking.entry), source: sourceOf(format, booking) },
    };
    for (const paymentId of [...payments, null]) {
      const read = (afterId: string, limit: number) =>
        transaction.bankEntriesLike({ ...alike, paymentId, afterId, limit });
      for await (const page of walkPages(candidatesPerPage, '', read, ({ id }) => id)) {
        const possible = page.filter((one) => mayBe(format, booking, own, one));
        const ofOthers = await thoseOfOthers(transaction, format, own, possible);
        const free = possible.filter(({ identity }) => !ofOthers.has(identity));
        yield* free.toSorted((one, other) => rank(one) - rank(other));
      }
    }
  }
}

/** Those that its files name, or else the one that a person assigned it to. */
const paymentsOf = ({ facts, paymentId }: BankEntryRecord): readonly string[] =>
  facts !== null && facts.payments.length > 0 ? facts.payments : paymentId === null ? [] : [paymentId];

function mayBe(format: BankFileFormat | null, booking: Booking, own: OwnPeriod, record: BankEntryRecord): boolean {
  const { facts, identity, bookedOn } = record;
  const ownDay = booking.entry.bookedOn;
  if (facts === null || bookedOn === null || ownDay === null || undoneBy(record) !== null) return false;
  if (!isTerse(format) && !isTerse(facts.format)) return false;
  if ((facts.entryDirection ?? facts.direction) !== booking.entry.direction) return false;
  if (isKnownEverywhere(booking) && isKnownEverywhere(record)) return false;
  if (facts.format === format) return overlap(own, periodOf(format, identity));
  const [notice, statement] = isNotice(format) ? [ownDay, bookedOn] : [bookedOn, ownDay];
  const isOfNotice = isNotice(format) !== isNotice(facts.format);
  return isOfNotice ? notice <= statement && statement <= addDays(notice, noticeAheadDays) : ownDay === bookedOn;
}

/** Those that a statement of the format has already, where another one that it does not repeat has the booking. */
async function thoseOfOthers(
  transaction: Transaction,
  format: BankFileFormat | null,
  own: OwnPeriod,
  records: readonly BankEntryRecord[],
): Promise<ReadonlySet<string>> {
  const [first] = records;
  if (!isTerse(format) || own.period === null || !first) return new Set();
  const { period } = own;
  const identities = records.map((one) => one.identity);
  const ofOthers = (await transaction.bankEntryAliases(first.iban, identities)).filter(({ alias, source }) => {
    const other = source.startsWith(`${format} `) ? periodOf(format, alias) : null;
    return other !== null && !overlap(own, other) && !maySayAgain(period, other);
  });
  return new Set(ofOthers.map((one) => one.identity));
}
