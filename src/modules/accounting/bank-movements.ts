import { pagesOf, walkPages } from '../../kernel/walk-pages.ts';
import {
  type BankEntryRecord,
  isOfMove,
  movedCents,
  type StatementBalances,
  undoneBy,
} from '../bank-statements/bank-import.ts';
import type { PlaceOfEntry } from '../bank-statements/bank-import-store.ts';
import type { Store } from './ports.ts';
import type { Period } from './read-journal.ts';
import { balancesOf } from './reconciliation.ts';

/** The entries of a bank account that its statements have, and what they moved. */

type Reads = Pick<Store, 'bankEntriesBetween' | 'bankExceptionsOfEntries'>;

export const entriesPerPage = 500;

type Days = ReadonlyMap<string, readonly BankEntryRecord[]>;

/** @param statements those that cover the period */
export async function entriesByDay(
  store: Reads,
  iban: string,
  period: Period,
  statements: readonly StatementBalances[],
): Promise<Days> {
  const found = await bankEntriesBetween(store, iban, period);
  // No statement has what undoes a counted entry, or moves a surplus.
  const ofBank = counted(found.filter((entry) => undoneBy(entry) === null && !isOfMove(entry)));
  return byDayOf(await withoutDenied(store, ofBank, statements, period));
}

/** Page by page: others have their turn. */
async function bankEntriesBetween(store: Reads, iban: string, { from, to }: Period): Promise<BankEntryRecord[]> {
  const read = (after: PlaceOfEntry, limit: number) => store.bankEntriesBetween(iban, { after, to, limit });
  const placeOf = ({ bookedOn, id }: BankEntryRecord): PlaceOfEntry => ({ bookedOn: bookedOn ?? from, id });
  const found: BankEntryRecord[] = [];
  for await (const page of walkPages(entriesPerPage, { bookedOn: from, id: '' }, read, placeOf)) found.push(...page);
  return found;
}

export const movedBy = (entries: readonly BankEntryRecord[]): number =>
  entries.reduce((sum, one) => sum + movedCents(one), 0);

const byDayOf = (entries: readonly BankEntryRecord[]): Days => Map.groupBy(entries, ({ bookedOn }) => bookedOn ?? '');

/** What they moved from one day to another, both included. */
export function movedWithin(byDay: Days): (from: string, to: string) => number {
  const movedOn = [...byDay].map(([day, ofDay]) => ({ day, cents: movedBy(ofDay) }));
  return (from, to) => movedOn.reduce((sum, { day, cents }) => (from <= day && day <= to ? sum + cents : sum), 0);
}

/**
 * A person said `HANDLED` of an entry under a used reference: the bank did not book it, or it is about no payment. The
 * statement says which: it is left out where the balances agree without it, or where there are none.
 */
async function withoutDenied(
  store: Reads,
  entries: readonly BankEntryRecord[],
  statements: readonly StatementBalances[],
  { to }: Period,
): Promise<readonly BankEntryRecord[]> {
  const doubted = entries.filter(({ identity, outcome }) => identity.startsWith('V') && outcome === 'EXCEPTION');
  const denied = new Set<string | null>();
  for (const page of pagesOf(entriesPerPage, doubted)) {
    for (const { entryId, kind, resolution } of await store.bankExceptionsOfEntries(page.map(({ id }) => id)))
      if (kind === 'SAME_REFERENCE' && resolution === 'HANDLED') denied.add(entryId);
  }
  const movedBetween = movedWithin(byDayOf(entries.filter(({ id }) => !denied.has(id))));
  const balancesOn = balancesOf(statements, movedBetween);
  const agrees = (day: string): boolean => {
    const { lastDay = null } = balancesOn(day) ?? {};
    // The entries after the period are not read.
    const balances = lastDay === null || lastDay > to ? null : balancesOn(lastDay);
    return (
      !balances || balances.closingCents - balances.openingCents === movedBetween(balances.lastDay, balances.lastDay)
    );
  };
  return entries.filter(({ id, bookedOn }) => !denied.has(id) || !agrees(bookedOn ?? ''));
}

/** A sum and its payments are the same money: those count that were understood last. */
function counted(entries: readonly BankEntryRecord[]): readonly BankEntryRecord[] {
  const sums = new Map(entries.filter(({ detail }) => detail < 0).map((one) => [one.identity, one.id]));
  const latest = new Map<string, string>();
  for (const { identity, detail, id } of entries) {
    if (detail >= 0 && id > (latest.get(identity) ?? '')) latest.set(identity, id);
  }
  return entries.filter(({ identity, detail }) => {
    const [sum, part] = [sums.get(identity), latest.get(identity)];
    return sum === undefined || part === undefined || detail < 0 === sum > part;
  });
}
