import type { Store } from '../../src/app/store.ts';
import { addDays, type CalendarDate, parisDateOf } from '../../src/kernel/sepa/target-calendar.ts';
import type { PaymentTotalBy } from '../../src/modules/payment-lists/payment-totals.ts';
import type { VisibleTo } from '../../src/modules/payments/may-see.ts';
import type { Payment } from '../../src/modules/payments/payment.ts';
import {
  allPayments,
  type PaymentFilter,
  type PaymentQuery,
  paymentSort,
} from '../../src/modules/payments/payment-store.ts';
import { type Figure, type Meter, slowestOf, type Taken } from './measure.ts';
import { mandateOf } from './shop.ts';

/** A page of the console, and one payment more that says whether there is a next one. */
const limit = 51;

type Filters = Readonly<Record<string, Partial<PaymentFilter>>>;

/** What takes few values: frequent, rare, given up long ago, and in combinations that no payment has. */
const kinds: Filters = {
  'no filter': {},
  'frequent status': { statuses: ['PAID'] },
  'rare status': { statuses: ['NEEDS_REVIEW'] },
  'rare statuses': { statuses: ['FAILED', 'PARTIALLY_REFUNDED', 'NEEDS_REVIEW'] },
  'a status that none has': { statuses: ['AUTHORIZED'] },
  'small société': { idSociete: '6' },
  'unknown société': { idSociete: '9' },
  'former origin': { idOrigin: 'catalogue' },
  'former way, recent status': { paymentTargets: ['LABANQUEPOSTALE'], paymentTypes: ['AMEX'] },
  'rare client': { client: 'essai' },
  'frequent types': { paymentTypes: ['CB', 'AMEX'] },
  'frequent target and type': { paymentTargets: ['PAYBOX'], paymentTypes: ['CB'] },
  'target and type that none has': { paymentTargets: ['MILLIET'], paymentTypes: ['AMEX'] },
  'société, target and type that none has': { idSociete: '1', paymentTargets: ['MILLIET'], paymentTypes: ['CB'] },
  'société and former way': { idSociete: '2', paymentTargets: ['LABANQUEPOSTALE'], paymentTypes: ['AMEX'] },
  'société, type and rare status': { idSociete: '3', paymentTypes: ['CB'], statuses: ['FAILED'] },
  'returned debits of a small société': { idSociete: '6', paymentTypes: ['DIRECT_SEPA'], statuses: ['RETURNED'] },
  'origin and status': { idOrigin: 'web', statuses: ['PARTIALLY_REFUNDED'] },
  'all of it': {
    ...{ idSociete: '1', idOrigin: 'web', client: 'web', paymentTargets: ['PAYBOX'], paymentTypes: ['CB'] },
    statuses: ['PAID'],
  },
};

function rangesAt(until: number): Filters {
  const dayBefore = (days: number): CalendarDate => addDays(parisDateOf(until), -days);
  const days = (from: number, to: number) => ({ from: dayBefore(from), to: dayBefore(to) });
  return {
    'any time': {},
    'a day': { created: days(200, 200) },
    'a month': { created: days(330, 300) },
    'half a year': { created: days(182, 0) },
    'an exact amount': { amountCents: { from: 4990, to: 4990 } },
    'high amounts': { amountCents: { from: 1_500_000, to: null } },
    'amounts that none has': { amountCents: { from: 3_000_000, to: null } },
    'usual amounts': { amountCents: { from: 2000, to: 20_000 } },
    'high amounts of a month': { created: days(330, 300), amountCents: { from: 1_000_000, to: null } },
    'due in a month': { due: days(330, 300) },
    'due in half a year': { due: days(300, 120) },
    'due in a month, high': { due: days(330, 300), amountCents: { from: 500_000, to: null } },
    'a mandate': { mandate: mandateOf(7) },
  };
}

/** Who lists: a person with rights to everything or to a société, and clients with own payments besides. */
const callers: Readonly<Record<string, VisibleTo>> = {
  person: { client: null, societes: null, origins: null, runModes: ['TEST'] },
  'person of a société': { client: null, societes: ['6'], origins: null, runModes: ['TEST'] },
  'client with every right': { client: 'essai', societes: null, origins: null, runModes: ['TEST'] },
  'client of two sociétés': { client: 'web', societes: ['2', '6'], origins: ['dcp', 'web'], runModes: ['TEST'] },
  'client of a target': { client: 'essai', societes: null, origins: null, targets: ['MILLIET'] },
};

const totals: readonly (readonly [string, number, number, readonly PaymentTotalBy[]])[] = [
  ['30 days by day and status', 100, 30, ['DAY', 'STATUS']],
  ['30 days by target, type and status', 100, 30, ['TARGET', 'TYPE', 'STATUS']],
  ['a year by day and status', 300, 365, ['DAY', 'STATUS']],
  ['a year by day, status, target, type and origin', 300, 365, ['DAY', 'STATUS', 'TARGET', 'TYPE', 'ORIGIN']],
];

export type Lists = { readonly store: Store; readonly meter: Meter; readonly report: (line: string) => void };

/** Every sort of every filter in every range: the first page, and the one after it. */
export async function measureLists({ store, meter, report }: Lists): Promise<readonly Figure[]> {
  const taken: (readonly [string, Taken])[] = [];
  const until = Date.now();
  for (const [kind, kindFilter] of Object.entries(kinds)) {
    for (const [range, rangeFilter] of Object.entries(rangesAt(until))) {
      for (const sort of paymentSort.names) {
        const query = { ...allPayments, ...kindFilter, ...rangeFilter, runMode: 'TEST', sort, limit } as const;
        const name = `${kind}, ${range}, ${sort}`;
        const first = await meter.time(() => store.payments(query), 3);
        taken.push([name, first]);
        if (first.cpuMs > 50) report(`${name}: ${first.cpuMs.toFixed(0)} ms of CPU, ${first.wallMs.toFixed(0)} ms`);
      }
    }
  }
  const seen: (readonly [string, Taken])[] = [];
  for (const [caller, visibleTo] of Object.entries(callers)) {
    for (const [kind, kindFilter] of Object.entries(kinds)) {
      for (const sort of paymentSort.names) {
        const query = { ...allPayments, ...kindFilter, visibleTo, runMode: 'TEST', sort, limit } as const;
        seen.push([`${caller}, ${kind}, ${sort}`, await meter.time(() => store.payments(query), 3)]);
      }
    }
  }
  const pages: (readonly [string, Taken])[] = [];
  for (const [kind, kindFilter] of Object.entries(kinds)) {
    for (const sort of paymentSort.names) {
      const query = { ...allPayments, ...kindFilter, runMode: 'TEST', sort, limit } as const;
      const last = (await store.payments(query)).at(-1);
      if (last === undefined) continue;
      pages.push([
        `${kind}, ${sort}`,
        await meter.time(async () => store.payments(await placeAfter(store, query, last)), 3),
      ]);
    }
  }
  return [
    slowestOf('first page of a list', 100, taken),
    slowestOf('first page by rights', 100, seen),
    slowestOf('next page of a list', 100, pages),
  ];
}

async function placeAfter(store: Store, query: PaymentQuery, { id, amountCents }: Payment): Promise<PaymentQuery> {
  if (query.sort !== 'DUE') return { ...query, beforeId: id, beforeValue: amountCents };
  return { ...query, beforeId: id, beforeValue: (await store.directDebitOf(id))?.dueDate ?? null };
}

export async function measureTotals({ store, meter }: Lists): Promise<readonly Figure[]> {
  const until = parisDateOf(Date.now());
  const figures: Figure[] = [];
  for (const [what, most, days, by] of totals) {
    const query = {
      ...allPayments,
      runMode: 'TEST',
      created: { from: addDays(until, 1 - days), to: until },
      by,
    } as const;
    figures.push(slowestOf(`totals of ${what}`, most, [[what, await meter.time(() => store.paymentTotals(query))]]));
  }
  const ranges = Object.entries(rangesAt(Date.now())).filter(([, { created = null }]) => created === null);
  const taken: (readonly [string, Taken])[] = [];
  for (const [kind, kindFilter] of Object.entries(kinds)) {
    for (const [range, rangeFilter] of ranges) {
      const query = { ...allPayments, ...kindFilter, ...rangeFilter, runMode: 'TEST', by: [] } as const;
      taken.push([`${kind}, ${range}`, await meter.time(() => store.paymentTotals(query), 3)]);
    }
  }
  return [...figures, slowestOf('totals of a list', 300, taken)];
}
