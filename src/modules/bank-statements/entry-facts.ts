import { closedSet, type NameOf } from '../../kernel/closed-set.ts';
import { addDays, type CalendarDate } from '../../kernel/sepa/target-calendar.ts';
import type { BankFileFormat, Direction } from './files/bank-file.ts';

/**
 * The facts that identify an entry of an account. Two entries are the same only if all facts agree that both files
 * state. A notice, a statement and another version of a message each leave facts out, and an absent fact contradicts
 * nothing. Account and currency are not here: entries of different accounts are never compared, and every amount is in
 * EUR.
 */

export const bankEntryFact = closedSet('BankEntryFact', 'What identifies an entry of a bank account.', {
  ENTRY_AMOUNT: 'The amount of the whole entry.',
  AMOUNT: 'The amount of the payment within the entry.',
  DIRECTION: 'Whether the money came or went.',
  BOOKING_DAY: 'The day of the booking.',
  VALUE_DAY: 'The value date.',
  ENTRY_REFERENCE: 'The reference of the entry in its statement (`NtryRef`).',
  DETAIL_REFERENCE: "The bank's own reference of the payment within the entry.",
  TRANSACTION_CODE: "The bank's code for the kind of entry (`BkTxCd`).",
  LISTED_PAYMENTS: 'How many payments the entry has.',
  PAYMENT: 'The payment of the gateway that it names.',
  BLOCK: 'The block of direct debits (`PmtInfId`).',
  END_TO_END_ID: 'The `EndToEndId`.',
  MANDATE: 'The mandate (RUM).',
  STRUCTURED_REFERENCE: 'The structured references.',
  TEXT: 'What the payer wrote.',
  COUNTERPARTY_NAME: 'The name of the other party.',
  COUNTERPARTY_ACCOUNT: 'The account of the other party.',
  CHARGES: "The bank's charges.",
  RETURN_REASON: 'Why the money came back.',
});
export type BankEntryFact = NameOf<typeof bankEntryFact>;

/** A text that a bank may cut at the end. Digests only: the text is not kept. */
export type TextDigest = { readonly length: number; readonly start: string; readonly whole: string };

/** Null, and an empty list: the file does not say. Names, accounts, texts and foreign ids are digests. */
export type EntryFacts = {
  readonly format: BankFileFormat | null;
  readonly entryCents: number | null;
  readonly amountCents: number;
  readonly direction: Direction;
  /** The direction of the whole entry. Older versions did not keep it, because all parts had one direction. */
  readonly entryDirection?: Direction;
  readonly bookedOn: CalendarDate | null;
  readonly valueOn: CalendarDate | null;
  readonly entryReference: string | null;
  readonly detailReference: string | null;
  readonly transactionCode: string | null;
  readonly listed: number | null;
  /** Ids of payments of the gateway that it names. */
  readonly payments: readonly string[];
  /** The block of ours that it names, or that the direct debit which it names is in. */
  readonly ownBlock: string | null;
  readonly block: string | null;
  readonly endToEndId: string | null;
  readonly mandate: string | null;
  readonly structured: readonly string[];
  readonly text: TextDigest | null;
  readonly name: TextDigest | null;
  readonly iban: string | null;
  readonly chargesCents: number | null;
  readonly returnReason: string | null;
};

/**
 * The relation of two parts of one entry: the same payment; a sum and its only payment; a sum and one of its payments;
 * or two different payments, which compare only by the facts of the whole entry.
 */
export type Relation = 'SAME' | 'SUM_OF_ONE' | 'SUM_OF_SEVERAL' | 'SIBLINGS';

type Differs = (one: EntryFacts, other: EntryFacts) => boolean;

/** True where both state it, and differ. */
const unequal =
  (fact: keyof EntryFacts): Differs =>
  (one, other) =>
    one[fact] !== null && other[fact] !== null && one[fact] !== other[fact];

/** One list may hold more than the other. */
const disjoint = (one: readonly string[], other: readonly string[]): boolean => {
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one];
  return !fewer.every((item) => more.includes(item));
};

const otherText = (one: TextDigest | null, other: TextDigest | null): boolean =>
  one !== null &&
  other !== null &&
  one.whole !== other.whole &&
  (one.length === other.length || one.start !== other.start);

const statements = new Set<BankFileFormat>(['CAMT_053', 'CFONB_120', 'MT940']);

/** A notice may be dated before the statement: by a weekend, or by the holidays around Easter. */
export const noticeAheadDays = 7;

const otherDay =
  (fact: 'bookedOn' | 'valueOn'): Differs =>
  (one, other) => {
    const [a, b] = [one[fact], other[fact]];
    if (a === null || b === null || a === b) return false;
    const areStatements = [one, other].every(({ format }) => format !== null && statements.has(format));
    const [earlier, later] = a < b ? [a, b] : [b, a];
    return areStatements || addDays(earlier, noticeAheadDays) < later;
  };

const otherEntryDirection: Differs = (one, other) =>
  (one.entryDirection ?? one.direction) !== (other.entryDirection ?? other.direction);

/** One file may include the bank's charge in the amount, and another may not: the moved money is the same. */
const otherAmount: Differs = (one, other) =>
  one.amountCents !== other.amountCents && movedCents(one) !== movedCents(other);

const movedCents = ({ direction, amountCents, chargesCents }: EntryFacts): number =>
  direction === 'CREDIT' ? amountCents - (chargesCents ?? 0) : amountCents + (chargesCents ?? 0);

/** For a debit, older versions stored the company itself as the debtor. */
const hasOtherParty = ({ direction, entryDirection }: EntryFacts): boolean =>
  direction === 'CREDIT' || entryDirection !== undefined;

const ofOtherParty =
  (differs: Differs): Differs =>
  (one, other) =>
    hasOtherParty(one) && hasOtherParty(other) && differs(one, other);

/** A bank numbers the entries of a notice otherwise than those of a statement. */
const otherEntryReference: Differs = (one, other) =>
  one.format === other.format && unequal('entryReference')(one, other);

/** `PMNT/RCDT` says less than `PMNT/RCDT/ESCT`. A code of the bank's own is not compared with one of the standard. */
const otherCode: Differs = ({ transactionCode: one }, { transactionCode: other }) => {
  if (one === null || other === null || one.includes('/') !== other.includes('/')) return false;
  return one !== other && !one.startsWith(`${other}/`) && !other.startsWith(`${one}/`);
};

const otherPayment: Differs = (one, other) =>
  disjoint(one.payments, other.payments) || isBlockAgainstPayment(one, other);

/** One pays a block of ours, and the other names a payment that is in no block. */
const isBlockAgainstPayment: Differs = (one, other) =>
  [
    [one, other],
    [other, one],
  ].some(
    ([sum, single]) =>
      sum?.ownBlock !== null && sum?.payments.length === 0 && single?.ownBlock === null && single.payments.length > 0,
  );

type Rule = {
  readonly fact: BankEntryFact;
  readonly differs: Differs;
  /** The relations in which it is compared. */
  readonly among: readonly Relation[];
};

const all = ['SAME', 'SUM_OF_ONE', 'SUM_OF_SEVERAL', 'SIBLINGS'] as const;
const alone = ['SAME', 'SUM_OF_ONE'] as const;

/** Each fact, when two files contradict each other about it, and between which parts of an entry. */
const rules: readonly Rule[] = [
  { fact: 'ENTRY_AMOUNT', differs: unequal('entryCents'), among: all },
  { fact: 'AMOUNT', differs: otherAmount, among: ['SAME'] },
  { fact: 'DIRECTION', differs: unequal('direction'), among: alone },
  { fact: 'DIRECTION', differs: otherEntryDirection, among: all },
  { fact: 'BOOKING_DAY', differs: otherDay('bookedOn'), among: all },
  { fact: 'VALUE_DAY', differs: otherDay('valueOn'), among: all },
  { fact: 'ENTRY_REFERENCE', differs: otherEntryReference, among: all },
  { fact: 'DETAIL_REFERENCE', differs: unequal('detailReference'), among: ['SAME'] },
  { fact: 'TRANSACTION_CODE', differs: otherCode, among: all },
  { fact: 'LISTED_PAYMENTS', differs: unequal('listed'), among: all },
  { fact: 'PAYMENT', differs: otherPayment, among: ['SAME', 'SUM_OF_ONE', 'SUM_OF_SEVERAL'] },
  { fact: 'BLOCK', differs: unequal('ownBlock'), among: ['SAME', 'SUM_OF_ONE', 'SUM_OF_SEVERAL'] },
  { fact: 'BLOCK', differs: unequal('block'), among: ['SAME'] },
  { fact: 'END_TO_END_ID', differs: unequal('endToEndId'), among: alone },
  { fact: 'MANDATE', differs: unequal('mandate'), among: alone },
  { fact: 'STRUCTURED_REFERENCE', differs: (one, other) => disjoint(one.structured, other.structured), among: alone },
  { fact: 'TEXT', differs: (one, other) => otherText(one.text, other.text), among: alone },
  { fact: 'COUNTERPARTY_NAME', differs: ofOtherParty((one, other) => otherText(one.name, other.name)), among: alone },
  { fact: 'COUNTERPARTY_ACCOUNT', differs: ofOtherParty(unequal('iban')), among: alone },
  { fact: 'CHARGES', differs: unequal('chargesCents'), among: ['SAME'] },
  { fact: 'RETURN_REASON', differs: unequal('returnReason'), among: alone },
];

/** The facts in which two files contradict each other. Empty: they may be about the same money. */
export function contradictions(relation: Relation, one: EntryFacts, other: EntryFacts): readonly BankEntryFact[] {
  const found = rules.filter(({ among, differs }) => among.includes(relation) && differs(one, other));
  return [...new Set(found.map(({ fact }) => fact))];
}

/**
 * The known facts together with those of another file, so that a third file has to agree with both. A statement is
 * final and a notice is not, so the statement's days stay.
 */
export function joined(known: EntryFacts, added: EntryFacts): EntryFacts {
  const isFinal = (known.format === 'CAMT_054' || known.format === 'CFONB_240') && added.format !== known.format;
  const [first, more] = isFinal ? [added, known] : [known, added];
  const filled = Object.entries(more).map(([name, value]) => [name, first[name as keyof EntryFacts] ?? value]);
  const longer = (one: TextDigest | null, other: TextDigest | null) =>
    one !== null && other !== null && other.length > one.length ? other : (one ?? other);
  return {
    ...(Object.fromEntries(filled) as EntryFacts),
    ...amountOf(first, more),
    transactionCode: finer(first.transactionCode, more.transactionCode),
    payments: union(first.payments, more.payments),
    structured: union(first.structured, more.structured),
    text: longer(first.text, more.text),
    name: longer(first.name, more.name),
  };
}

/** An amount belongs to the charges that stand beside it. */
function amountOf(first: EntryFacts, more: EntryFacts): Pick<EntryFacts, 'amountCents' | 'chargesCents'> {
  const isSame = first.amountCents === more.amountCents;
  const { amountCents, chargesCents } = !isSame && first.chargesCents === null ? more : first;
  return { amountCents, chargesCents: isSame ? (chargesCents ?? more.chargesCents) : chargesCents };
}

const finer = (one: string | null, other: string | null): string | null =>
  one !== null && other?.startsWith(`${one}/`) ? other : (one ?? other);

const union = (one: readonly string[], other: readonly string[]): readonly string[] => [...new Set([...one, ...other])];
