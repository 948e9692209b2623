import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { parisDateOf } from '../../kernel/sepa/target-calendar.ts';
import { walkItems, walkPages } from '../../kernel/walk-pages.ts';
import type { Suspense } from '../bank-statements/ports.ts';
import type { PaymentEvent } from '../payments/events/payment-event.ts';
import { storyOf } from '../payments/last-event.ts';
import type { Payment } from '../payments/payment.ts';
import { allPayments } from '../payments/payment-store.ts';
import { type BookingServices, bookMovement } from './book-movement.ts';
import { bookSuspense, type JournalProblem, problemsOfSuspense } from './check-suspense.ts';
import { whyHeld } from './exercises.ts';
import { type Books, isUndone, type JournalEntry, mirrored, type PostedDay, type PostedEntry } from './journal.ts';
import { entryHash } from './journal-chain.ts';
import { isIncoming, type MoneyMovement, moneyMovementOf } from './money-movement.ts';
import type { Store, Transaction } from './ports.ts';
import { walkPostedEntries } from './read-journal.ts';

export type JournalReport = {
  readonly posted: number;
  readonly unposted: number;
  readonly payments: number;
  /** Movements of money that had no entry, and got one. */
  readonly booked: number;
  readonly problems: readonly JournalProblem[];
};

/** Looks at the entries of one exercise, in the order of posting: numbers without gap, and an unbroken chain. */
export function createChainCheck(): (entry: PostedEntry) => readonly JournalProblem[] {
  let previous: PostedEntry['posting'] | null = null;
  const numbers = new Map<string, number>();
  return (entry) => {
    const { posting, journal, id } = entry;
    const { hash, ...place } = posting;
    const expectedNumber = (numbers.get(journal.code) ?? 0) + 1;
    const problems = [
      ...(place.position === (previous?.position ?? 0) + 1 ? [] : [`${id}: there is a gap before ${place.position}`]),
      ...(place.number === expectedNumber
        ? []
        : [`${id}: ${journal.code} ${place.number} follows ${journal.code} ${expectedNumber - 1}`]),
      ...(place.previousHash === (previous?.hash ?? null) ? [] : [`${id}: the chain is broken before it`]),
      ...(entryHash(entry, place) === hash ? [] : [`${id}: it was changed after it was posted`]),
    ];
    previous = posting;
    numbers.set(journal.code, place.number);
    return problems;
  };
}

export type CheckOptions = {
  readonly books: Books;
  /** Books the movements of money that have no entry: those from before there was a journal. */
  readonly booksMissing: boolean;
  readonly onProgress: (done: { readonly entries: number; readonly payments: number }) => void;
};

type CheckServices = BookingServices & {
  readonly store: Store;
  readonly clock: () => number;
  readonly suspense: Suspense<Transaction>;
};

/**
 * Compares the books with themselves and with the payments' stories: every movement of money has its entry, once, and
 * no entry is there without one. Reads everything, page by page.
 */
export async function checkJournal(services: CheckServices, options: CheckOptions): Promise<JournalReport> {
  const { store } = services;
  const problems: JournalProblem[] = [];
  const why = await whyHeld(store, options.books, services.rulesOf(options.books), parisDateOf(services.clock()));
  if (why !== null) problems.push(`no entry gets its number: ${why}`);
  let posted = 0;
  let latest: PostedDay | null = null;
  for (const exercise of await store.exercisesOf(options.books)) {
    const check = createChainCheck();
    const before: PostedDay | null = latest;
    for await (const page of walkPostedEntries(services, { ...options.books, exercise })) {
      for (const entry of page) {
        const { date } = entry;
        if (before !== null && date <= before.date)
          problems.push(`${entry.id}: exercise ${exercise} has ${date}, and exercise ${before.exercise} ends later`);
        if (latest === null || date > latest.date) latest = { date, exercise };
        problems.push(...check(entry), ...(await problemsOfReversal(store, entry)));
        problems.push(...(await problemsOfSuspense(store, entry)));
      }
      posted += page.length;
      options.onProgress({ entries: posted, payments: 0 });
    }
  }
  const unbooked = await bookSuspense(services, options.books, options.booksMissing);
  problems.push(...unbooked.problems);
  let payments = 0;
  let { booked } = unbooked;
  for await (const page of paymentsOf(store, options.books)) {
    for (const payment of page) {
      const found = await checkPayment(services, payment, options.booksMissing);
      problems.push(...found.problems);
      booked += found.booked;
    }
    payments += page.length;
    options.onProgress({ entries: posted, payments });
  }
  return { posted, unposted: await countUnposted(store, options.books), payments, booked, problems };
}

async function problemsOfReversal(store: Store, entry: PostedEntry): Promise<readonly JournalProblem[]> {
  if (entry.kind !== 'REVERSAL') return [];
  const original = entry.reverses === null ? null : await store.journalEntry(entry.reverses);
  const undoes = original !== null && isDeepStrictEqual(mirrored(original.lines), entry.lines);
  return undoes ? [] : [`${entry.id}: it does not undo what it says`];
}

/** The sequence of the event that a payment's entry books. */
function sequenceOf({ id, event }: JournalEntry): number {
  assert(event, `the entry ${id} of a payment names its event`);
  return event.sequence;
}

type Expected = { readonly event: PaymentEvent; readonly movement: MoneyMovement };

async function checkPayment(
  services: CheckServices,
  payment: Payment,
  booksMissing: boolean,
): Promise<{ readonly problems: readonly JournalProblem[]; readonly booked: number }> {
  const { store } = services;
  const { movements, lastSequence } = await movementsOf(store, payment);
  const entries = await store.journalEntriesOf(payment.id);
  const bySequence = new Map(entries.map((entry) => [sequenceOf(entry), entry]));
  const missing = movements.filter(({ event }) => !bySequence.has(event.sequence));
  const expected = new Set(movements.map(({ event }) => event.sequence));
  // Events after the story was read are no problem.
  const strange = [...bySequence].filter(([sequence]) => sequence <= lastSequence && !expected.has(sequence));
  if (booksMissing) for (const one of missing) await bookMissing(services, payment, one);
  const wrong: JournalEntry[] = [];
  for (const { event, movement } of movements) {
    const entry = bySequence.get(event.sequence);
    // Entries never change: a person puts a wrong one right by its reversal.
    const isWrong = entry !== undefined && !tells(entry, payment, movement);
    if (isWrong && !(await isUndone(store, entry.id))) wrong.push(entry);
  }
  return {
    booked: booksMissing ? missing.length : 0,
    problems: [
      ...(booksMissing ? [] : missing.map(({ event }) => `${payment.id}: event ${event.sequence} has no entry`)),
      ...strange.map(([sequence, { id }]) => `${id}: event ${sequence} of ${payment.id} moved no money`),
      ...wrong.map(({ id }) => `${id}: it is not what ${payment.id} says`),
    ],
  };
}

async function movementsOf(
  store: Store,
  payment: Payment,
): Promise<{ readonly movements: readonly Expected[]; readonly lastSequence: number }> {
  const movements: Expected[] = [];
  let lastSequence = 0;
  for await (const event of storyOf(store, payment.id)) {
    const movement = moneyMovementOf(payment, event);
    if (movement !== null) movements.push({ event, movement });
    lastSequence = event.sequence;
  }
  return { movements, lastSequence };
}

function tells(entry: JournalEntry, payment: Payment, movement: MoneyMovement): boolean {
  const { kind, amountCents, surplusCents, feeCents } = movement;
  const cents = amountCents + surplusCents;
  const amount = isIncoming(kind) ? Math.max(cents, feeCents) : cents + feeCents;
  const debit = entry.lines.reduce((sum, { debitCents }) => sum + debitCents, 0);
  const isOfBooks = entry.idSociete === payment.idSociete && entry.runMode === payment.effectiveRunMode;
  return entry.kind === kind && debit === amount && isOfBooks;
}

async function bookMissing(services: CheckServices, payment: Payment, { event, movement }: Expected): Promise<void> {
  await services.store.transact(async (transaction) => {
    const entries = await transaction.journalEntriesOf(payment.id);
    if (entries.some((entry) => entry.event?.sequence === event.sequence)) return;
    await bookMovement(services, transaction, payment, event, movement);
  });
}

const rowsPerPage = 200;

const paymentsOf = (store: Store, { idSociete, runMode }: Books) =>
  walkPages<Payment, string | null>(
    rowsPerPage,
    null,
    (beforeId, limit) => store.payments({ ...allPayments, limit, idSociete, runMode, beforeId }),
    ({ id }) => id,
  );

/** How many entries of a books have no number yet. */
export async function countUnposted(
  store: Pick<Store, 'unpostedEntries'>,
  { idSociete, runMode }: Books,
): Promise<number> {
  let count = 0;
  for await (const entry of walkItems(
    rowsPerPage,
    '',
    (after, limit) => store.unpostedEntries(after, limit),
    ({ id }) => id,
  )) {
    if (entry.idSociete === idSociete && entry.runMode === runMode) count++;
  }
  return count;
}
