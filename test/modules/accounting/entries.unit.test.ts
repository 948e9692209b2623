import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AccountingRules,
  accountingMeans,
  bookingDay,
  defaultAccountingRules,
  exerciseOf,
  firstOpenDay,
  periodOf,
} from '../../../src/kernel/accounting-rules.ts';
import { addDays } from '../../../src/kernel/sepa/target-calendar.ts';
import { type PaymentStatus, paymentStatus } from '../../../src/kernel/vocabulary.ts';
import { entryOfMovement } from '../../../src/modules/accounting/entry-of-movement.ts';
import { amountOf, type JournalEntry, mirrored } from '../../../src/modules/accounting/journal.ts';
import { isIncoming, moneyMovementOf } from '../../../src/modules/accounting/money-movement.ts';
import { type EventDataOf, type EventFacts, parseEventFacts } from '../../../src/modules/payments/events/event-data.ts';
import type { EntryFacts } from '../../../src/modules/payments/events/facts.ts';
import type { PaymentEvent } from '../../../src/modules/payments/events/payment-event.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { transitions } from '../../../src/modules/payments/transitions.ts';
import { changeFacts, updateFacts } from '../../support/store/example-facts.ts';
import { examplePayment } from '../../support/store/examples.ts';

const at = Date.UTC(2026, 11, 1, 9);

type Place = Partial<Pick<PaymentEvent, 'status' | 'at' | 'sequence'>>;
const place = { id: 'evt_1', paymentId: 'pay_1', status: 'PAID', at, sequence: 2 } as const;

/** A change of the status. */
const event = (
  data: EventDataOf<'STATUS_CHANGED'> = { from: 'REQUIRES_ACTION', ...changeFacts.BANK_NEWS },
  change: Place = {},
): PaymentEvent => ({ ...place, type: 'STATUS_CHANGED', data, ...change });

/** By an entry of a statement that is the whole amount. */
const booked = (from: PaymentStatus, { amountCents: bookedCents }: Payment, entry: Partial<EntryFacts> = {}) =>
  ({ from, ...changeFacts.BANK_STATEMENT, bookedCents, ...entry }) as const;
const back = { bankCode: null, isRefund: false } as const;

function book(
  payment: Payment,
  told: PaymentEvent,
  original: JournalEntry | null = null,
  rules: AccountingRules = defaultAccountingRules,
): JournalEntry {
  const movement = moneyMovementOf(payment, told);
  if (movement === null) throw new Error('no money moved');
  const beside = { original, suspense: null, isOfSurplus: false, cameBySurplus: false };
  return entryOfMovement({ id: 'jrn_1', rules, payment, event: told, movement, ...beside });
}

/** `512100 debit 123456` */
const written = ({ lines }: JournalEntry): string[] =>
  lines.map(({ account, auxiliary, debitCents, creditCents }) =>
    [account, ...(auxiliary === null ? [] : [auxiliary]), debitCents > 0 ? 'D' : 'C', debitCents + creditCents].join(
      ' ',
    ),
  );

describe('the entry of', () => {
  const card = examplePayment({ flow: 'HOSTED_PAGE', amountCents: 123456 });
  const transfer = examplePayment({ flow: 'BANK_TRANSFER', amountCents: 123456, reference: '4K7M-9QXT' });
  const debit = examplePayment({ flow: 'DIRECT_DEBIT', amountCents: 23456 });

  it('a card payment stands at the card scheme until the bank credits it', () => {
    const entry = book(card, event());
    expect(written(entry)).toEqual(['511500 D 123456', '411000 2263 C 123456']);
    expect(entry).toMatchObject({ journal: { code: 'CB' }, kind: 'CARD_PAID', date: '2026-12-01', exercise: 2026 });
    const labels = (['CB', 'AMEX'] as const).map((typePaiement) => book({ ...card, typePaiement }, event()).label);
    expect(labels).toEqual([`PAIEMENT CB ${card.reference}`, `PAIEMENT AMEX ${card.reference}`]);
  });

  it('a transfer is in the bank, under the reference that the customer wrote on it', () => {
    const entry = book(transfer, event(booked('REQUIRES_ACTION', transfer)));
    expect(written(entry)).toEqual(['512000 D 123456', '411000 2263 C 123456']);
    expect(entry).toMatchObject({ pieceReference: 'RF524K7M9QXT', label: 'VIR RECU RF524K7M9QXT' });
  });

  it('a surplus is kept as the advance of its customer', () => {
    const received = { receivedCents: 124456, receivedBeforeCents: 0, surplusCents: 1000 };
    const surplus = { ...booked('REQUIRES_ACTION', transfer, { bookedCents: 124456 }), ...received };
    const entry = book(transfer, event(surplus));
    expect(written(entry)).toEqual(['512000 D 124456', '411000 2263 C 123456', '419100 2263 C 1000']);
  });

  it('a returned debit with a fee: what left the bank is the amount and the fee', () => {
    const paid = book(debit, event(booked('SUBMITTED', debit)));
    expect(written(paid)).toEqual(['512000 D 23456', '411000 2263 C 23456']);
    const told = { ...booked('PAID', debit, { feeCents: 89 }), ...back };
    const returned = book(debit, event(told, { status: 'RETURNED' }), paid);
    expect(written(returned)).toEqual(['411000 2263 D 23456', '627800 D 89', '512000 C 23545']);
    expect(returned).toMatchObject({ journal: { code: 'PRL' }, kind: 'RETURNED' });
  });

  it('a returned debit whose fee was as much as the debit leaves the bank, not the account of fees', () => {
    const paid = book(debit, event(booked('SUBMITTED', debit, { feeCents: 23456 })));
    expect(written(paid)).toEqual(['627800 D 23456', '411000 2263 C 23456']);
    const returned = book(debit, event({ ...booked('PAID', debit), ...back }, { status: 'RETURNED' }), paid);
    expect(written(returned)).toEqual(['411000 2263 D 23456', '512000 C 23456']);
  });

  it('a debit that is returned before it was credited is its fee alone', () => {
    const told = { ...booked('SUBMITTED', debit), ...back };
    const status = 'RETURNED';
    expect(written(book(debit, event({ ...told, feeCents: 89 }, { status })))).toEqual(['627800 D 89', '512000 C 89']);
    expect(moneyMovementOf(debit, event(told, { status }))).toBeNull();
  });

  it('money that goes back takes the accounts by which it came, whatever the config and the payment say today', () => {
    const paid = book(card, event());
    const changed = {
      ...defaultAccountingRules,
      accounts: { ...defaultAccountingRules.accounts, customer: { number: '411900', label: 'Autres' } },
    };
    const cancelled = event({ from: 'PAID', cause: 'CALLER' }, { status: 'CANCELLED' });
    const entry = book({ ...card, idClient: 'erased-1' }, cancelled, paid, changed);
    expect(written(entry)).toEqual(['411000 2263 D 123456', '511500 C 123456']);
    expect(entry.reverses).toBe('jrn_1');
  });

  it.each([
    ['CHEQUE', '511200', 'OD'],
    ['CASH', '530000', 'CA'],
    ['TRANSFER', '512000', 'BQ'],
    ['CARD', '511500', 'CB'],
    ['DIRECT_DEBIT', '512000', 'PRL'],
    ['OFFSET', '467000', 'OD'],
    ['OTHER', '471000', 'OD'],
  ] as const)('a payment recorded as %s debits %s in the journal %s', (means, account, journal) => {
    const accounting = { means, date: '2026-11-27', pieceReference: 'CHQ 0042', operator: 'm.durand' };
    const payment = examplePayment({ flow: 'BOOKING', amountCents: 9990, accounting, status: 'PAID' });
    const entry = book(payment, {
      ...place,
      type: 'INITIATED',
      data: { client: 'compta', amountCents: 9990 },
      sequence: 1,
    });
    expect(written(entry)).toEqual([`${account} D 9990`, '411000 2263 C 9990']);
    expect(entry).toMatchObject({
      journal: { code: journal },
      date: '2026-11-27',
      pieceReference: 'CHQ 0042',
      pieceDate: '2026-11-27',
      operator: 'm.durand',
    });
  });

  it('the day of France, not that of London', () => {
    expect(book(card, event(undefined, { at: Date.UTC(2026, 11, 31, 23, 30) }))).toMatchObject({
      date: '2027-01-01',
      exercise: 2027,
    });
  });

  it('the day on which the bank booked it, where the bank says so', () => {
    const told = booked('REQUIRES_ACTION', transfer, { bookingDate: '2026-11-30' });
    expect(book(transfer, event(told))).toMatchObject({ date: '2026-11-30' });
  });
});

describe('an exercise', () => {
  it.each([
    ['01-01', '2026-12-31', 2026, '2026-01-01', '2026-12-31'],
    ['07-01', '2026-06-30', 2026, '2025-07-01', '2026-06-30'],
    ['07-01', '2026-07-01', 2027, '2026-07-01', '2027-06-30'],
    ['03-01', '2028-02-29', 2028, '2027-03-01', '2028-02-29'],
  ])('that begins on %s holds %s in that of %i', (fiscalYearStart, day, exercise, first, last) => {
    expect(exerciseOf({ fiscalYearStart }, day)).toBe(exercise);
    expect(periodOf({ fiscalYearStart }, exercise)).toEqual({ first, last });
  });

  it('holds every day of its period, and no other', () => {
    const start = fc.constantFrom('01-01', '02-28', '03-01', '07-01', '12-31');
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 20_000 }), (fiscalYearStart, offset) => {
        const day = addDays('2000-01-01', offset);
        const { first, last } = periodOf({ fiscalYearStart }, exerciseOf({ fiscalYearStart }, day));
        expect(first <= day && day <= last).toBe(true);
        expect(exerciseOf({ fiscalYearStart }, addDays(last, 1))).toBe(exerciseOf({ fiscalYearStart }, day) + 1);
      }),
    );
  });

  it('that is closed sends what comes late to the first open day', () => {
    const rules = { fiscalYearStart: '01-01', closedUntil: '2026-10-31' };
    expect(bookingDay(rules, '2026-10-30', '2026-11-25')).toBe('2026-11-01');
    expect(bookingDay(rules, '2026-11-02', '2026-11-25')).toBe('2026-11-02');
    expect(firstOpenDay({ ...rules, closedUntil: null }, '2026-11-25')).toBe('2025-01-01');
  });
});

describe('money', () => {
  it('moves with no event but these', () => {
    const moved = transitions.flatMap(([from, to, causes]) =>
      causes.flatMap((cause) => {
        if (cause === 'CONTRADICTION') return [];
        const told = event({ from, ...changeFacts[cause] }, { status: to });
        const movement = moneyMovementOf(examplePayment({ flow: 'DIRECT_DEBIT' }), told);
        return movement === null ? [] : [`${from}>${to}`];
      }),
    );
    expect([...new Set(moved)].toSorted()).toEqual([
      'AUTHORIZED>PAID',
      'CANCELLED>PAID',
      'EXPIRED>PAID',
      'FAILED>PAID',
      'NEEDS_REVIEW>PAID',
      'PAID>CANCELLED',
      'PAID>RETURNED',
      'PARTIALLY_REFUNDED>RETURNED',
      'PENDING>PAID',
      'REFUNDED>RETURNED',
      'REFUSED>PAID',
      'REQUIRES_ACTION>PAID',
      'RETURNED>PAID',
      'RETURNED>PARTIALLY_REFUNDED',
      'RETURNED>REFUNDED',
      'SUBMITTED>PAID',
    ]);
    const others: readonly EventFacts[] = [
      { type: 'ATTEMPT_OPENED', data: { attempt: 2, attemptReference: '4K7M-9QXT-2' } },
      { type: 'SUCCEEDED', data: {} },
      { type: 'NEWS_IGNORED', data: { ...updateFacts, reason: 'late' } },
      { type: 'CONTRADICTION', data: { ...updateFacts, reason: 'amount' } },
      { type: 'ERASED', data: {} },
    ];
    for (const facts of others) expect(moneyMovementOf(examplePayment(), { ...place, ...facts })).toBeNull();
    const waiting = { ...place, type: 'INITIATED', status: 'REQUIRES_ACTION', data: { client: 'x' } } as const;
    expect(moneyMovementOf(examplePayment(), waiting)).toBeNull();
  });
});

describe('whatever happens to a payment', () => {
  const cents = fc.integer({ min: 1, max: 999_999_999_999 });
  const payment = fc.record({
    flow: fc.constantFrom('HOSTED_PAGE', 'HOSTED_PAGE_MANDATE', 'BANK_TRANSFER', 'DIRECT_DEBIT', 'BOOKING'),
    amountCents: cents,
    accounting: fc.record({
      means: fc.constantFrom(...accountingMeans.names),
      date: fc.constantFrom('2024-02-29', '2026-11-01', '2026-12-31'),
      pieceReference: fc.string({ minLength: 1, maxLength: 35 }),
      operator: fc.constant('compta'),
    }),
  });
  const from = fc.constantFrom(...paymentStatus.names);
  const entry = { feeCents: fc.integer({ min: 0, max: 500 }), bookedCents: cents };
  const surplus = { surplusCents: fc.integer({ min: 1, max: 100_000 }), receivedBeforeCents: fc.constant(0) };
  const isOfStatement = fc.constant({ ...changeFacts.BANK_STATEMENT, ...{ receivedCents: 0 } });
  const change = fc.oneof(
    fc.record({ from, of: fc.constant(changeFacts.BANK_NEWS), more: fc.constant({}) }),
    fc.record({ from, of: fc.constant(changeFacts.BANK_STATEMENT), more: fc.record(entry) }),
    fc.record({ from, of: isOfStatement, more: fc.record({ ...entry, ...surplus }) }),
    fc.record({ from, of: fc.constant({ ...changeFacts.BANK_STATEMENT, ...back }), more: fc.record(entry) }),
  );
  const facts = fc.oneof(
    change.map(({ from: before, of, more }) => parseEventFacts('STATUS_CHANGED', { from: before, ...of, ...more })),
    fc.constant({ type: 'INITIATED', data: { client: 'shop' } } as const),
    fc.constant({ type: 'NEWS_IGNORED', data: { ...updateFacts, reason: 'late' } } as const),
  );
  const told = fc.record({ facts, status: fc.constantFrom(...paymentStatus.names) });

  it('every entry balances, to the cent, and so does its mirror image', () => {
    fc.assert(
      fc.property(payment, fc.array(told, { maxLength: 12 }), (given, story) => {
        const flow = given.flow as Payment['flow'];
        const one = examplePayment({ ...given, flow, accounting: flow === 'BOOKING' ? given.accounting : null });
        let original: JournalEntry | null = null;
        const balances = new Map<string, number>();
        for (const [index, step] of story.entries()) {
          const happened = { ...place, ...step.facts, status: step.status, sequence: index + 1 };
          const movement = moneyMovementOf(one, happened);
          if (movement === null) continue;
          const entry = book(one, happened, original);
          expect(amountOf(entry.lines)).toBe(
            isIncoming(movement.kind)
              ? Math.max(movement.amountCents + movement.surplusCents, movement.feeCents)
              : movement.amountCents + movement.surplusCents + movement.feeCents,
          );
          expect(amountOf(mirrored(entry.lines))).toBe(amountOf(entry.lines));
          for (const { account, debitCents, creditCents } of entry.lines)
            balances.set(account, (balances.get(account) ?? 0) + debitCents - creditCents);
          if (isIncoming(movement.kind)) original = entry;
        }
        expect([...balances.values()].reduce((sum, balance) => sum + balance, 0)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });
});
