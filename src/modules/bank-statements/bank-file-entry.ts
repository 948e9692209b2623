import { closedSet, type NameOf } from '../../kernel/closed-set.ts';
import type { CalendarDate } from '../../kernel/sepa/target-calendar.ts';

/** The outcome of each entry of a file, and its reason. The bank's words are not here: an exception has them. */

export const bankFileEntryOutcome = closedSet('BankFileEntryOutcome', 'The outcome of an entry of a file.', {
  APPLIED: 'It was applied to a payment, or to the payments of a block.',
  REPEATED: 'It is known from another file, or counted with another entry.',
  EXCEPTION: 'A person had to look at it.',
  RULED: 'A rule of the account placed it.',
  IGNORED: 'It is no booked money.',
});
export type BankFileEntryOutcome = NameOf<typeof bankFileEntryOutcome>;

export const bankFileEntryReason = closedSet('BankFileEntryReason', 'The reason of the outcome of an entry.', {
  PAYMENT: 'It is about a payment.',
  BLOCK: 'It is the sum of a block of direct debits.',
  EXCEPTION: 'No payment could be found without a guess, or it contradicts what is recorded.',
  RULE: 'No payment explains it, and a rule or the default of the account says what to do.',
  KNOWN: 'Another file brought it before.',
  IN_BLOCK: 'Its block is counted with another of its payments.',
  COUNTED_OTHERWISE: 'The bank gave it as a sum and payment by payment; the other counts.',
  NOT_BOOKED: 'It is provisional, or for information.',
  NOTICE: 'It is a notice: the statement counts.',
  NO_MONEY: 'Its amount is 0.',
});
export type BankFileEntryReason = NameOf<typeof bankFileEntryReason>;

export type BankFileEntry = {
  readonly fileId: string;
  /** 1, 2, 3… within the file. */
  readonly place: number;
  readonly outcome: BankFileEntryOutcome;
  readonly reason: BankFileEntryReason;
  /** The record of the money, which another file may have brought; null where there is none. */
  readonly entryId: string | null;
  readonly amountCents: number;
  readonly direction: 'CREDIT' | 'DEBIT';
  readonly bookedOn: CalendarDate | null;
  /** The bank's. */
  readonly reference: string | null;
};

export type BankFileEntryReads = {
  /** In their order; those after `place`. */
  bankFileEntries(fileId: string, afterPlace: number, limit: number): Promise<readonly BankFileEntry[]>;
};

export type BankFileEntryWrites = {
  /** What is there stays: a step that a crash repeats said it before. */
  insertBankFileEntries(entries: readonly BankFileEntry[]): Promise<void>;
};
