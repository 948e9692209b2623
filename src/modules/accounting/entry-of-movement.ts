import type { Account, AccountingMeans, AccountingRules, Journal } from '../../kernel/accounting-rules.ts';
import { creditorReference } from '../../kernel/sepa/creditor-reference.ts';
import { parisDateOf } from '../../kernel/sepa/target-calendar.ts';
import type { PaymentEvent } from '../payments/events/payment-event.ts';
import type { Payment } from '../payments/payment.ts';
import { notBefore } from './entry-of-suspense.ts';
import { datedEntry, type JournalEntry, type JournalLine } from './journal.ts';
import { isIncoming, type MoneyMovement, type MovementKind } from './money-movement.ts';

type MovementToBook = {
  readonly id: string;
  readonly rules: AccountingRules;
  readonly payment: Payment;
  readonly event: PaymentEvent;
  readonly movement: MoneyMovement;
  /** The entry by which the payment came in, where there is one: money goes back the way that it came. */
  readonly original: JournalEntry | null;
  /** The entry that put the money into suspense: this one takes it out, or `original` did. */
  readonly suspense: JournalEntry | null;
  /** The surplus of one transfer pays another: nothing comes from the bank, or goes there. */
  readonly isOfSurplus: boolean;
  /** The same of `original`. */
  readonly cameBySurplus: boolean;
};

/** The double entry of a movement of money, by the accounts of the société. */
export function entryOfMovement(booking: MovementToBook): JournalEntry {
  const { id, rules, payment, event, movement, original, suspense, isOfSurplus } = booking;
  const { kind, bookedOn } = movement;
  const clears = isIncoming(kind) ? suspense : null;
  const ofBank = isIncoming(kind) || original === null ? wayIn(rules, payment, suspense) : wayBack(booking, original);
  const way = isOfSurplus ? { ...ofBank, ...means(rules).OFFSET } : ofBank;
  const eventDay = bookedOn ?? parisDateOf(event.at);
  const pieceDay = kind === 'RECORDED' ? (payment.accounting?.date ?? eventDay) : eventDay;
  // Out of suspense on the day on which that was decided: the day of the statement has its own entry. What is booked ahead
  // is undone on its own day at the earliest.
  const earlier = kind === 'CANCELLED' ? original : clears;
  const day = earlier === null ? pieceDay : notBefore(earlier, parisDateOf(event.at));
  const pieceReference = pieceReferenceOf(booking);
  return datedEntry(
    {
      id,
      idSociete: payment.idSociete,
      runMode: payment.effectiveRunMode,
      journal: way.journal,
      kind,
      pieceReference,
      pieceDate: pieceDay,
      label: `${isOfSurplus ? 'SURPLUS AFFECTE' : labelOf(kind, payment)} ${pieceReference}${clears === null ? '' : ` ATTENTE ${clears.pieceReference}`}`,
      lines: linesOf(rules, way, movement),
      event: { paymentId: payment.id, sequence: event.sequence },
      reverses: kind === 'CANCELLED' && original !== null ? original.id : null,
      bankEntryId: null,
      clears: clears?.id ?? null,
      reason: null,
      operator: kind === 'RECORDED' ? (payment.accounting?.operator ?? null) : null,
      createdAt: event.at,
    },
    rules,
    day,
  );
}

/** The account that receives the money, and the account that it belongs to. */
type Way = {
  readonly journal: Journal;
  readonly treasury: Account;
  readonly customer: Account;
  readonly auxiliary: string | null;
};

function wayIn(rules: AccountingRules, payment: Payment, suspense: JournalEntry | null): Way {
  const { auxiliaryPrefix, accounts, journals } = rules;
  const [, kept] = suspense?.lines ?? [];
  return {
    ...(kept ? { journal: journals.miscellaneous, treasury: accountOf(kept) } : treasuryOf(rules, payment)),
    customer: accounts.customer,
    auxiliary: auxiliaryPrefix === null ? null : auxiliaryPrefix + payment.idClient,
  };
}

function treasuryOf(rules: AccountingRules, { flow, accounting }: Payment): Pick<Way, 'journal' | 'treasury'> {
  switch (flow) {
    case 'HOSTED_PAGE':
      return means(rules).CARD;
    case 'BANK_TRANSFER':
      return means(rules).TRANSFER;
    case 'HOSTED_PAGE_MANDATE':
    case 'DIRECT_DEBIT':
      return means(rules).DIRECT_DEBIT;
    case 'BOOKING':
      return means(rules)[accounting?.means ?? rules.defaultMeans];
  }
}

const means = ({
  journals,
  accounts,
}: AccountingRules): Readonly<Record<AccountingMeans, Pick<Way, 'journal' | 'treasury'>>> => ({
  CHEQUE: { journal: journals.miscellaneous, treasury: accounts.cheques },
  CASH: { journal: journals.cash, treasury: accounts.cash },
  TRANSFER: { journal: journals.bank, treasury: accounts.bank },
  CARD: { journal: journals.cards, treasury: accounts.cards },
  DIRECT_DEBIT: { journal: journals.directDebits, treasury: accounts.bank },
  OFFSET: { journal: journals.miscellaneous, treasury: accounts.offset },
  OTHER: { journal: journals.miscellaneous, treasury: accounts.suspense },
});

/**
 * The accounts that the money came by, also where the config has others today, or where the customer's number was
 * replaced in the payment: an account that was debited under one name is not credited under another.
 */
function wayBack({ rules, payment, suspense, cameBySurplus }: MovementToBook, { journal, lines }: JournalEntry): Way {
  const [first, ...others] = lines;
  const customer = others.find(({ creditCents }) => creditCents > 0);
  // Money from the suspense account was on the bank account before, so it leaves from there.
  const came = suspense?.lines[0] ?? first;
  if (!came || !customer) throw new Error('an entry has a debit and a credit');
  const way = { customer: accountOf(customer), auxiliary: customer.auxiliary };
  // What the surplus of another transfer paid never came for this one: only the bank can take it.
  if (cameBySurplus) return { ...way, ...treasuryOf(rules, payment) };
  // Where the fee was as much as the payment, nothing came.
  const isFee = came.account === rules.accounts.fees.number;
  const treasury = isFee ? treasuryOf(rules, payment).treasury : accountOf(came);
  return { ...way, treasury, journal: suspense?.journal ?? journal };
}

const accountOf = ({ account: number, accountLabel: label }: JournalLine): Account => ({ number, label });

/** The whole sum on the treasury's side; fee and surplus beside the customer's part. */
function linesOf({ accounts }: AccountingRules, way: Way, movement: MoneyMovement): readonly JournalLine[] {
  const { kind, amountCents, surplusCents, feeCents } = movement;
  // Where an entry is undone, its fee comes back.
  const fee = feeCents > 0 ? debit(accounts.fees, null, feeCents) : credit(accounts.fees, null, -feeCents);
  if (isIncoming(kind)) {
    const net = amountCents + surplusCents - feeCents;
    return present([
      // A fee may exceed the amount that it was taken from.
      net > 0 ? debit(way.treasury, null, net) : credit(way.treasury, null, -net),
      fee,
      credit(way.customer, way.auxiliary, amountCents),
      credit(accounts.advance, way.auxiliary, surplusCents),
    ]);
  }
  const goneCents = amountCents + surplusCents + feeCents;
  return present([
    debit(way.customer, way.auxiliary, amountCents),
    debit(accounts.advance, way.auxiliary, surplusCents),
    fee,
    goneCents > 0 ? credit(way.treasury, null, goneCents) : debit(way.treasury, null, -goneCents),
  ]);
}

const debit = ({ number, label }: Account, auxiliary: string | null, cents: number): JournalLine => ({
  account: number,
  accountLabel: label,
  auxiliary,
  debitCents: cents,
  creditCents: 0,
});
const credit = (account: Account, auxiliary: string | null, cents: number): JournalLine => ({
  ...debit(account, auxiliary, 0),
  creditCents: cents,
});
const present = (lines: readonly JournalLine[]): readonly JournalLine[] =>
  lines.filter(({ debitCents, creditCents }) => debitCents !== 0 || creditCents !== 0);

function pieceReferenceOf({ payment }: MovementToBook): string {
  if (payment.accounting !== null) return payment.accounting.pieceReference;
  return payment.flow === 'BANK_TRANSFER' ? creditorReference(payment.reference) : payment.reference;
}

/** The other card scheme credits, and charges, for itself. */
const labelOf = (kind: MovementKind, { typePaiement }: Payment): string =>
  kind === 'CARD_PAID' && typePaiement === 'AMEX' ? 'PAIEMENT AMEX' : labels[kind];

/** Abbreviated as accountants do, in capitals and without accents, for old programs. */
const labels: Readonly<Record<MovementKind, string>> = {
  CARD_PAID: 'PAIEMENT CB',
  DIRECT_DEBIT_SETTLED: 'PRELEVEMENT',
  TRANSFER_RECEIVED: 'VIR RECU',
  RECORDED: 'REGLEMENT',
  CANCELLED: 'ANNULATION',
  REFUNDED: 'REMBOURSEMENT',
  RETURNED: 'IMPAYE',
};
