import type { Account, AccountingRules } from '../../kernel/accounting-rules.ts';
import { parisDateOf } from '../../kernel/sepa/target-calendar.ts';
import { type BankEntryRecord, movedCents } from '../bank-statements/bank-import.ts';
import { datedEntry, type JournalDraft, type JournalEntry, type JournalLine, mirrored } from './journal.ts';

/** Double entries for unidentified money on the account. */

type SuspenseToBook = {
  readonly id: string;
  readonly rules: AccountingRules;
  readonly bankEntry: BankEntryRecord;
  readonly at: number;
};

/** Null where the bank's charge leaves nothing on the account. The charge is booked where the money is placed. */
export const entryOfSuspense = (booking: SuspenseToBook): JournalEntry | null =>
  entryOfBank(booking, booking.rules.accounts.suspense, {
    kind: 'SUSPENSE',
    feeCents: 0,
    labelOf: (isCredit) => (isCredit ? 'CREDIT NON IDENTIFIE' : 'REPRISE DE LA BANQUE'),
  });

/** By a rule of the bank account: a remittance of cards clears their whole sum, and the bank's commission is a fee. */
export const entryOfRule = (booking: SuspenseToBook, account: Account): JournalEntry | null =>
  entryOfBank(booking, account, {
    kind: 'BY_RULE',
    feeCents: account.number === booking.rules.accounts.fees.number ? 0 : booking.bankEntry.chargesCents,
    labelOf: () => account.label.toUpperCase(),
  });

type Meaning = Pick<JournalDraft, 'kind'> & {
  readonly feeCents: number;
  readonly labelOf: (isCredit: boolean) => string;
};

/** The bank account stands first, then the other one. */
function entryOfBank(
  { id, rules, bankEntry, at }: SuspenseToBook,
  other: Account,
  { kind, feeCents, labelOf }: Meaning,
): JournalEntry | null {
  const { idSociete, runMode, bookedOn, identity } = bankEntry;
  const cameCents = movedCents(bankEntry);
  if (cameCents === 0) return null;
  const { accounts, journals } = rules;
  const day = bookedOn ?? parisDateOf(at);
  // As the bank names the entry, without the prefix that says which kind of name it is.
  const pieceReference = identity.slice(2);
  const line = ({ number, label }: AccountingRules['accounts']['bank'], cents: number): JournalLine => ({
    ...{ account: number, accountLabel: label, auxiliary: null },
    ...{ debitCents: Math.max(cents, 0), creditCents: Math.max(-cents, 0) },
  });
  const draft: JournalDraft = {
    ...{ id, idSociete, runMode, journal: journals.bank, kind, pieceReference, pieceDate: day },
    label: `${labelOf(cameCents > 0)} ${pieceReference}`,
    lines: [
      ...[line(accounts.bank, cameCents), line(other, -cameCents - feeCents)],
      ...(feeCents === 0 ? [] : [line(accounts.fees, feeCents)]),
    ],
    ...{ event: null, reverses: null, bankEntryId: bankEntry.id, clears: null },
    ...{ reason: null, operator: null, createdAt: at },
  };
  return datedEntry(draft, rules, day);
}

type ReleaseToBook = {
  readonly id: string;
  readonly rules: AccountingRules;
  readonly suspense: JournalEntry;
  /** The part that is still in suspense, or less. */
  readonly remainingCents: number;
  /** The day on which the bank took it back, where no entry books either; null where another entry counts it now. */
  readonly returnedOn: string | null;
  readonly at: number;
};

/**
 * Moves the money back to the bank account, on the day on which it was put in: the entry that counts it now has that day
 * too.
 */
export function entryOfRelease({ id, rules, suspense, remainingCents, returnedOn, at }: ReleaseToBook): JournalEntry {
  const { idSociete, runMode, journal, pieceReference, pieceDate, label, lines } = suspense;
  const part = ({ debitCents, creditCents, ...line }: JournalLine): JournalLine => ({
    ...line,
    debitCents: debitCents > 0 ? remainingCents : 0,
    creditCents: creditCents > 0 ? remainingCents : 0,
  });
  const draft: JournalDraft = {
    ...{ id, idSociete, runMode, journal, kind: 'SUSPENSE_RELEASED', pieceReference, pieceDate },
    label: `COMPTE AUTREMENT ${label}`,
    // What a rule booked is taken back as a whole.
    lines: mirrored(suspense.kind === 'BY_RULE' ? lines : lines.map(part)),
    ...{ event: null, reverses: null, bankEntryId: null, clears: suspense.id },
    ...{ reason: null, operator: null, createdAt: at },
  };
  return datedEntry(draft, rules, notBefore(suspense, returnedOn ?? suspense.date));
}

/** Suspense money is never taken out on an earlier day than it was put in. */
export const notBefore = ({ date }: JournalEntry, day: string): string => (day > date ? day : date);
