import assert from 'node:assert/strict';
import { type AccountingRules, bookingDay, exerciseOf, type Journal } from '../../kernel/accounting-rules.ts';
import { closedSet, type NameOf } from '../../kernel/closed-set.ts';
import type { Range } from '../../kernel/given-values.ts';
import { addDays, type CalendarDate, parisDateOf } from '../../kernel/sepa/target-calendar.ts';
import type { EffectiveRunMode } from '../../kernel/vocabulary.ts';
import { movementKind } from './money-movement.ts';

export const journalEntryKind = closedSet('JournalEntryKind', 'What an entry of the journal tells of.', {
  ...movementKind.descriptions,
  REVERSAL: 'Another entry is undone.',
  SUSPENSE: 'Money is on the account, and its owner is not known yet.',
  BY_RULE: 'A rule of the bank account booked an entry of a statement.',
  SUSPENSE_RELEASED: 'What was in suspense is counted otherwise: it goes back to the bank account.',
});
export type JournalEntryKind = NameOf<typeof journalEntryKind>;

/** Cents; one side is more than 0, the other is 0. */
export type JournalLine = {
  readonly account: string;
  readonly accountLabel: string;
  /** The customer's own account under a collective one. */
  readonly auxiliary: string | null;
  readonly debitCents: number;
  readonly creditCents: number;
};

/** A société's books in one run mode: TEST and LIVE share no number, no journal and no file. */
export type Books = { readonly idSociete: string; readonly runMode: EffectiveRunMode };

/** The content of an entry; it never changes after it is written. */
export type JournalDraft = Books & {
  readonly id: string;
  readonly journal: Journal;
  readonly kind: JournalEntryKind;
  readonly pieceReference: string;
  readonly pieceDate: string;
  readonly label: string;
  readonly lines: readonly JournalLine[];
  /** The event that the entry books, once: null for a reversal, and for an entry about suspense alone. */
  readonly event: { readonly paymentId: string; readonly sequence: number } | null;
  /** The entry that it undoes; each is undone once. */
  readonly reverses: string | null;
  /** The statement's entry whose money it puts into suspense, once. */
  readonly bankEntryId: string | null;
  /** The entry whose money it takes out of suspense, all or a part. */
  readonly clears: string | null;
  /** Why, where a person decided. */
  readonly reason: string | null;
  /** The person who decided, if one did. */
  readonly operator: string | null;
  readonly createdAt: number;
};

/** An entry becomes final by its numbers, without gap, and its place in the chain. */
export type Posting = {
  /** 1, 2, 3… over all journals of the exercise. */
  readonly position: number;
  /** 1, 2, 3… within the journal and exercise. */
  readonly number: number;
  readonly postedAt: number;
  readonly previousHash: string | null;
  readonly hash: string;
};

export type JournalEntry = JournalDraft & {
  /** The day under which it is booked. It may move to the first open day until the entry is posted. */
  readonly date: string;
  /** Named by the year in which it ends. */
  readonly exercise: number;
  readonly posting: Posting | null;
};

export type PostedEntry = JournalEntry & { readonly posting: Posting };

/** The sum of one side, which is that of the other. Broken books stop the work, they are never repaired in silence. */
export function amountOf(lines: readonly JournalLine[]): number {
  for (const { debitCents, creditCents } of lines) {
    assert(Number.isSafeInteger(debitCents) && Number.isSafeInteger(creditCents), 'a line is in whole cents');
    assert(debitCents >= 0 && creditCents >= 0, 'no side of a line is negative');
    assert((debitCents === 0) !== (creditCents === 0), 'a line is debit or credit');
  }
  const debit = lines.reduce((sum, line) => sum + line.debitCents, 0);
  assert(lines.length >= 2 && debit > 0 && Number.isSafeInteger(debit), 'an entry has two lines or more');
  assert(debit === lines.reduce((sum, line) => sum + line.creditCents, 0), 'debit equals credit');
  return debit;
}

/** The entry of a draft that belongs to `day`, on the day on which that can still be booked. */
export function datedEntry(draft: JournalDraft, rules: AccountingRules, day: string): JournalEntry {
  const date = bookingDay(rules, day, parisDateOf(draft.createdAt));
  amountOf(draft.lines);
  return { ...draft, date, exercise: exerciseOf(rules, date), posting: null };
}

/** The line on the bank account, as the kind of the entry says, whatever number that account had then. */
export function bankLineOf({
  kind,
  clears,
  lines,
}: Pick<JournalEntry, 'kind' | 'clears' | 'lines'>): JournalLine | null {
  switch (kind) {
    case 'SUSPENSE':
    case 'BY_RULE':
    case 'SUSPENSE_RELEASED':
      return lines[0] ?? null;
    case 'TRANSFER_RECEIVED':
    case 'DIRECT_DEBIT_SETTLED':
      return clears === null ? (lines[0] ?? null) : null;
    case 'RETURNED':
      return lines.at(-1) ?? null;
    default:
      return null;
  }
}

/** Debit and credit change sides; nothing else changes. */
export const mirrored = (lines: readonly JournalLine[]): readonly JournalLine[] =>
  lines.map((line) => ({ ...line, debitCents: line.creditCents, creditCents: line.debitCents }));

export type JournalFilter = {
  /** Left out: of any day, account, number, kind, payment. */
  readonly date?: Range<CalendarDate> | null;
  /** With a line on it. */
  readonly account?: string | null;
  readonly number?: number | null;
  readonly kind?: JournalEntryKind | null;
  readonly paymentId?: string | null;
};

export type JournalQuery = Books &
  JournalFilter & {
    readonly limit: number;
    readonly beforeId: string | null;
    /** The oldest entry that it may reach; left out: the first one. */
    readonly fromId?: string | null;
    /** The day of that entry in the list of a span of days. */
    readonly beforeDate?: CalendarDate | null;
    /** Looks up the entries of the account, from `fromId` on; left out: goes along all entries until a page is full. */
    readonly looksUpAccount?: boolean;
    /** Only these; left out: any. */
    readonly ids?: readonly string[] | null;
    /** Only those about these payments; left out: any. */
    readonly paymentIds?: readonly string[] | null;
  };

export type AccountTotal = Omit<JournalLine, 'auxiliary'>;

/**
 * What is left of the money that an entry put into suspense: less than 0 where the bank took back an entry of its own.
 * Null where it has to be added up, because a person undid an entry of it.
 */
export type SuspenseEntry = { readonly id: string; readonly remainingCents: number | null };

/** A day of an entry that has its number, and the exercise of that entry. */
export type PostedDay = Pick<JournalEntry, 'date' | 'exercise'>;

export type JournalReads = {
  journalEntry(id: string): Promise<JournalEntry | null>;
  /** Oldest first. */
  journalEntriesOf(paymentId: string): Promise<readonly JournalEntry[]>;
  /** The newest ones of each payment, newest first. */
  journalEntriesOfPayments(paymentIds: readonly string[], limitOfEach: number): Promise<readonly JournalEntry[]>;
  /** The entry that undoes another, or null. */
  reversalOf(id: string): Promise<JournalEntry | null>;
  /** The entry that put the money of an entry of a statement into suspense, or null. */
  suspenseOf(bankEntryId: string): Promise<JournalEntry | null>;
  /** What was taken out of suspense that `id` put there: what it debited the account of, without what was undone. */
  clearedCents(id: string, account: string): Promise<number>;
  /** Entries that put money into suspense, oldest first; those after `afterId` ('' for all), `limit` at most. */
  suspenseEntries(books: Books, afterId: string, limit: number): Promise<readonly SuspenseEntry[]>;
  /** Posted or not, of one day: those that have a line on the account or a bank line of their own, oldest first. */
  journalEntriesOnAccount(books: Books, day: string, account: string): Promise<readonly JournalEntry[]>;
  /** Newest first; of a span of days, unless `ids` or `paymentIds` narrow it, the latest day first. Posted or not. */
  journalEntries(query: JournalQuery): Promise<readonly JournalEntry[]>;
  /** Whether the entries of an account are too many to look up for a page. */
  hasManyLines(account: string): Promise<boolean>;
  /** The entry that is so many before another, or before the newest; null where there are not so many. */
  entryBefore(books: Books, beforeId: string | null, entries: number): Promise<string | null>;
  /** The same along the lines of an account, of any books: the entry of the line that is so many before an entry. */
  lineBefore(account: string, beforeId: string | null, lines: number): Promise<string | null>;
  /** The latest day up to `until` under which something is booked, with a number or not. */
  lastBookedDay(books: Books, until: CalendarDate): Promise<CalendarDate | null>;
  /** The day nearest to `day`, from it on or up to it, that has an entry with a number. */
  postedNear(books: Books, day: CalendarDate, side: 'FROM' | 'UP_TO'): Promise<PostedDay | null>;
  /**
   * How far the days with such entries go on from `day`: those of the exercise or of earlier ones, up to the first day
   * of a later one; and, the other way, those of later ones. Null where the nearest day is none of them.
   */
  postedRun(books: Books, day: CalendarDate, side: 'FROM' | 'UP_TO', exercise: number): Promise<CalendarDate | null>;
  /** In the order of posting; those after `afterPosition`, `limit` at most. */
  postedEntries(
    books: Books & { readonly exercise: number },
    afterPosition: number,
    limit: number,
  ): Promise<readonly PostedEntry[]>;
  /** Entries without a number yet, oldest first; those after `afterId` ('' for all), `limit` at most. */
  unpostedEntries(afterId: string, limit: number): Promise<readonly JournalEntry[]>;
  /** The books that have one. */
  waitingBooks(): Promise<readonly Books[]>;
  /** Those of a books that are dated `until` this day at the latest. */
  dueEntries(
    books: Books,
    due: { readonly until: string; readonly afterId: string; readonly limit: number },
  ): Promise<readonly JournalEntry[]>;
  /** Whether there is one of them. */
  hasDueEntry(books: Books, until: string, afterId?: string): Promise<boolean>;
  /** The posted entries of one day, in the order of the accounts. */
  accountTotals(books: Books, day: string): Promise<readonly AccountTotal[]>;
  /** Those in which something is booked, with a number or not, oldest first. */
  exercisesOf(books: Books): Promise<readonly number[]>;
  lastPosting(books: Books & { readonly exercise: number }): Promise<Pick<Posting, 'position' | 'hash'> | null>;
  /** 0 where there is none. */
  lastNumber(books: Books & { readonly exercise: number; readonly journalCode: string }): Promise<number>;
};

export type JournalWrites = {
  /** False, and nothing is written, where the entry that this one undoes is undone. Throws where the event has one. */
  insertJournalEntry(entry: JournalEntry): Promise<boolean>;
  /** False where it is posted. The database refuses an entry that does not balance. */
  postJournalEntry(id: string, posting: Posting & Pick<JournalEntry, 'date' | 'exercise'>): Promise<boolean>;
  /** Adds the reason and the author of an entry, before it is posted. */
  explainJournalEntry(id: string, reason: string, operator: string): Promise<void>;
  /** Waits for other posters, and blocks them until this transaction ends. */
  lockPosting(): Promise<void>;
};

/** Whether an entry counts no more: a reversal undoes it, unless that is undone itself. */
export async function isUndone(reads: Pick<JournalReads, 'reversalOf'>, id: string): Promise<boolean> {
  const reversal = await reads.reversalOf(id);
  return reversal !== null && !(await isUndone(reads, reversal.id));
}

/** Days of a period, in order. */
export function* daysBetween(from: string, to: string): Generator<string> {
  for (let day = from; day <= to; day = addDays(day, 1)) yield day;
}
