import assert from 'node:assert/strict';
import type { Caller } from '../../kernel/caller.ts';
import { refuseInput, refuseIssues } from '../../kernel/errors.ts';
import { problemsOfPeriod } from '../../kernel/given-values.ts';
import { rulesOf } from '../../kernel/merchant.ts';
import { addDays } from '../../kernel/sepa/target-calendar.ts';
import { factOf } from '../../kernel/stored-facts.ts';
import { ownTarget } from '../../kernel/vocabulary.ts';
import { pagesOf } from '../../kernel/walk-pages.ts';
import { type BankEntryRecord, movedCents, type OwnAccount } from '../bank-statements/bank-import.ts';
import { ownAccounts } from '../bank-statements/import/check-bank-file.ts';
import { accountOf } from '../payments/provider.ts';
import { type BankAccount, bankAccountOf, bankLinesOf } from './bank-account.ts';
import { entriesByDay, entriesPerPage, movedBy, movedWithin } from './bank-movements.ts';
import { type Books, daysBetween, isUndone, type JournalEntry } from './journal.ts';
import type { Services, Store } from './ports.ts';
import { checkMayReadBooks, type Period } from './read-journal.ts';
import {
  balancesOf,
  type DayBalances,
  explaining,
  noLine,
  type ReconciledDay,
  type ReconciliationLine,
} from './reconciliation.ts';
import { remainingOf } from './suspense-account.ts';

type Reads = Pick<
  Store,
  | 'statementBalances'
  | 'bankEntriesBetween'
  | 'bankExceptionsOfEntries'
  | 'journalEntriesOnAccount'
  | 'journalEntry'
  | 'eventsNumbered'
  | 'clearedCents'
  | 'reversalOf'
>;

/** `ibans`: with the others of its sociétés, shared or former, because the books have all of them on one account. */
export type ReconciledAccount = Pick<OwnAccount, 'iban' | 'runMode'> & {
  readonly ibans: readonly string[];
  readonly societes: readonly string[];
};

/** A statement covers no more days than these. */
const reach = 40;

/** How many days one answer has at most. */
export const longestReconciliationDays = 366;

/**
 * The account of a société, with the right to see the books of each société that shares it.
 * @throws NotAllowedError, InvalidInputError
 */
export function accountToReconcile(
  services: Pick<Services, 'settings' | 'societes'>,
  caller: Caller,
  { idSociete, runMode }: Books,
): ReconciledAccount {
  checkMayReadBooks(services, caller, { idSociete, runMode });
  const account = accountOfBooks(services.societes, { idSociete, runMode });
  if (!account) refuseInput('idSociete', 'This société has no account of its own in this run mode.');
  for (const other of account.societes) checkMayReadBooks(services, caller, { idSociete: other, runMode });
  return account;
}

export function accountOfBooks(
  societes: Services['societes'],
  { idSociete, runMode }: Books,
): ReconciledAccount | null {
  const societe = societes.get(idSociete);
  const present = societe && accountOf(societe, ownTarget, runMode);
  const accounts = [...ownAccounts(societes).values()].filter((one) => one?.runMode === runMode);
  if (!present || !accounts.some((one) => one?.iban === present.iban)) return null;
  const ibans = new Set([present.iban]);
  const sharing = new Set([idSociete]);
  // The set grows on the way.
  for (const id of sharing) {
    for (const one of accounts) {
      if (!one?.societes.includes(id)) continue;
      ibans.add(one.iban);
      for (const other of one.societes) sharing.add(other);
    }
  }
  return { iban: present.iban, runMode, ibans: [...ibans], societes: [...sharing].toSorted() };
}

/**
 * Each day of the period that has a statement, an entry of the bank, or an entry in the books on the bank account.
 * @throws InvalidInputError for what is no period, or a longer one than a year
 */
export async function* reconcileAccount(
  { store, societes }: { readonly store: Reads; readonly societes: Services['societes'] },
  account: ReconciledAccount,
  period: Period,
): AsyncGenerator<ReconciledDay> {
  refuseIssues(problemsOfPeriod(period, longestReconciliationDays));
  const { ibans, runMode } = account;
  const accounts: AccountDays[] = [];
  for (const iban of ibans) accounts.push(await daysOfAccount(store, iban, period));
  const bankOf = new Map(
    account.societes.map((idSociete) => [idSociete, bankAccountOf(rulesOf({ societes })({ idSociete, runMode }))]),
  );
  for (const day of daysBetween(period.from, period.to)) {
    const booked: Booked[] = [];
    for (const [idSociete, bank] of bankOf)
      for await (const one of bookedOn(store, { idSociete, runMode }, bank, day)) booked.push(one);
    const ofAccounts = accounts.map((one) => one(day));
    const ofDay = ofAccounts.flatMap(({ entries }) => entries);
    if (ofDay.length === 0 && booked.length === 0 && !ofAccounts.some(({ isEnd }) => isEnd)) continue;
    yield reconciled(day, ofAccounts, await linesOf(store, ofDay, booked), booked);
  }
}

/** A day of one bank account. */
type AccountDay = {
  readonly entries: readonly BankEntryRecord[];
  readonly balances: DayBalances | null;
  /** A statement ends on it. */
  readonly isEnd: boolean;
};
type AccountDays = (day: string) => AccountDay;

async function daysOfAccount(store: Reads, iban: string, period: Period): Promise<AccountDays> {
  const from = addDays(period.from, -reach);
  const statements = await store.statementBalances(iban, from, addDays(period.to, reach));
  const byDay = await entriesByDay(store, iban, { ...period, from }, statements);
  const balancesOn = balancesOf(statements, movedWithin(byDay));
  const ends = new Set(statements.map(({ lastDay }) => lastDay));
  return (day) => ({ entries: byDay.get(day) ?? [], balances: balancesOn(day), isEnd: ends.has(day) });
}

/** An entry of the books that moves the bank account, and the entry of the bank that it is about. */
type Booked = { readonly entry: JournalEntry; readonly cents: number; readonly bankEntryId: string | null };

async function* bookedOn(store: Reads, books: Books, bank: BankAccount, day: string): AsyncGenerator<Booked> {
  for (const page of pagesOf(entriesPerPage, await store.journalEntriesOnAccount(books, day, bank.number))) {
    const bankEntryOf = await bankEntriesOf(store, page);
    for (const entry of page) {
      const lines = bankLinesOf(entry, bank);
      const cents = lines.reduce((sum, { debitCents, creditCents }) => sum + debitCents - creditCents, 0);
      if (lines.length > 0) yield { entry, cents, bankEntryId: bankEntryOf.get(entry.id) ?? null };
    }
  }
}

/** By the id of the entry of the books. */
async function bankEntriesOf(
  store: Reads,
  entries: readonly JournalEntry[],
): Promise<ReadonlyMap<string, string | null>> {
  const places = entries.flatMap(({ event }) => event ?? []);
  const distinct = <Part>(parts: readonly Part[]): Part[] => [...new Set(parts)];
  const events = await store.eventsNumbered(
    distinct(places.map(({ paymentId }) => paymentId)),
    distinct(places.map(({ sequence }) => sequence)),
  );
  const nameOf = ({ paymentId, sequence }: (typeof places)[number]): string => `${paymentId} ${sequence}`;
  const byEvent = new Map(events.map((event) => [nameOf(event), factOf(event.data, 'bankEntry')]));
  const found = new Map<string, string | null>();
  for (const { id, bankEntryId, event, clears, reverses } of entries) {
    const original = bankEntryId || event ? null : (clears ?? reverses);
    const before = original === null ? null : await store.journalEntry(original);
    const ofBefore = before && (await bankEntriesOf(store, [before])).get(before.id);
    found.set(id, bankEntryId ?? (event && byEvent.get(nameOf(event))) ?? ofBefore ?? null);
  }
  return found;
}

const sumOf = (booked: readonly Booked[]): number => booked.reduce((sum, { cents }) => sum + cents, 0);

type DayLines = Pick<ReconciledDay, 'lines' | 'unbookedCents' | 'ignoredCents'>;

async function linesOf(
  store: Reads,
  entries: readonly BankEntryRecord[],
  booked: readonly Booked[],
): Promise<DayLines> {
  const ofBank: LineOfBank[] = [];
  let unbookedCents = 0;
  let ignoredCents = 0;
  const bookedOf = Map.groupBy(booked, ({ bankEntryId }) => bankEntryId);
  for (const entry of entries) {
    const own = bookedOf.get(entry.id) ?? [];
    const openCents = movedCents(entry) - sumOf(own);
    const isReleased = own.some(({ entry: { kind } }) => kind === 'SUSPENSE_RELEASED');
    // What a rule booked and a person raised is not booked any more.
    const hasNothing = own.length === 0 || (isReleased && sumOf(own) === 0);
    const isUnbooked = hasNothing && entry.outcome === 'EXCEPTION';
    if (isUnbooked) unbookedCents += openCents;
    if (isUnbooked && entry.ruled?.action === 'IGNORE') {
      ignoredCents += openCents;
      continue;
    }
    const suspense = own.find(({ entry: { kind } }) => kind === 'SUSPENSE');
    const line = { bankEntry: entry, amountCents: openCents, journalEntryId: null };
    if (isUnbooked) ofBank.push({ ...line, kind: entry.ruled ? 'LISTED' : 'EXCEPTION' });
    else if (openCents !== 0) ofBank.push({ ...line, kind: 'NOT_BOOKED' });
    // A person may have said since whose money it is, all of it or a part.
    const keptCents = suspense && openCents === 0 ? await keptNow(store, suspense.entry) : 0;
    if (suspense && keptCents !== 0) {
      const amountCents = Math.sign(suspense.cents) * keptCents;
      ofBank.push({ ...line, kind: 'SUSPENSE', amountCents, journalEntryId: suspense.entry.id });
    }
  }
  const lines = await withDetails(store, ofBank);
  const ids = new Set(entries.map(({ id }) => id));
  for (const [bankEntryId, alone] of bookedOf) {
    // What was booked and taken back on the same day needs no line.
    if (bankEntryId !== null && (ids.has(bankEntryId) || sumOf(alone) === 0)) continue;
    for (const { entry, cents } of alone) {
      const { id: journalEntryId, pieceReference: reference, label: text } = entry;
      const line = { ...noLine, bankEntryId, journalEntryId, reference, text };
      lines.push({ ...line, kind: 'BOOKED_ALONE', amountCents: -cents });
    }
  }
  return { lines, unbookedCents, ignoredCents };
}

/** Nothing where accounting reversed the entry, on this day or later. */
const keptNow = async (store: Reads, entry: JournalEntry): Promise<number> =>
  (await isUndone(store, entry.id)) ? 0 : remainingOf(store, entry);

type LineOfBank = Pick<ReconciliationLine, 'kind' | 'amountCents' | 'journalEntryId'> & {
  readonly bankEntry: BankEntryRecord;
};

/** With what the newest exception of each entry says of it. */
async function withDetails(store: Reads, ofBank: readonly LineOfBank[]): Promise<ReconciliationLine[]> {
  const lines: ReconciliationLine[] = [];
  for (const page of pagesOf(entriesPerPage, ofBank)) {
    const exceptions = await store.bankExceptionsOfEntries(page.map(({ bankEntry }) => bankEntry.id));
    const detailsOf = new Map(exceptions.map(({ entryId, details }) => [entryId, details]));
    for (const { bankEntry, ...line } of page) {
      const { id: bankEntryId, identity, ruled } = bankEntry;
      const details = detailsOf.get(bankEntryId);
      lines.push({
        ...{ ...line, bankEntryId, reference: identity.replace(/^(V[^:]*:)*[ASP]:/, '') },
        counterparty: details?.counterparty ?? null,
        text: details?.remittance ?? null,
        rule: ruled?.rule ?? null,
      });
    }
  }
  return lines;
}

function reconciled(
  day: string,
  accounts: readonly AccountDay[],
  { lines, unbookedCents, ignoredCents }: DayLines,
  booked: readonly Booked[],
): ReconciledDay {
  const bookedCents = sumOf(booked);
  const covered = accounts.flatMap(({ balances }) => balances ?? []);
  const openingCents = covered.reduce((sum, one) => sum + one.openingCents, 0);
  const closingCents = covered.reduce((sum, one) => sum + one.closingCents, 0);
  const differenceCents = closingCents - openingCents - bookedCents - unbookedCents;
  const ofStatements = accounts.flatMap(({ balances, entries }): readonly ReconciliationLine[] => {
    const changeCents = balances === null ? 0 : balances.closingCents - balances.openingCents;
    const amountCents = changeCents - movedBy(entries);
    const kind = balances ? 'STATEMENT_DIFFERS' : 'NO_STATEMENT';
    return [...(amountCents === 0 ? [] : [{ ...noLine, kind, amountCents } as const]), ...(balances?.notes ?? [])];
  });
  const all = [...lines, ...ofStatements];
  const explainedCents = all.reduce((sum, line) => sum + (explaining.has(line.kind) ? line.amountCents : 0), 0);
  assert(explainedCents === differenceCents, 'the lines of a day explain its difference');
  const isCovered = covered.length > 0;
  return {
    ...{ day, openingCents: isCovered ? openingCents : null, bookedCents, unbookedCents, ignoredCents },
    ...{ closingCents: isCovered ? closingCents : null, differenceCents, lines: all },
  };
}
