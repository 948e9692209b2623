import fc from 'fast-check';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { type Importing, referenceOf } from './importing.ts';
import { writtenCfonb120, writtenCfonb240, writtenMt940 } from './written-cfonb.ts';
import { type WrittenEntry, writtenStatement } from './written-files.ts';

/** A month of an account, as each format of a bank tells it. */

export type Movement = {
  readonly kind: 'TRANSFER' | 'DEBIT' | 'RETURN' | 'OTHER';
  readonly cents: number;
  readonly day: string;
  /** What names the payment: its reference, or the id of the debit. */
  readonly name: string;
  readonly number: number;
};

const dayOf = (place: number): string => `2026-11-${String(place).padStart(2, '0')}`;

/** Days and amounts repeat, so that equal entries meet. */
export const month = fc.array(
  fc.record({
    kind: fc.constantFrom('TRANSFER' as const, 'DEBIT' as const, 'RETURNED' as const, 'OTHER' as const),
    cents: fc.constantFrom(1_250, 1_250, 2_000, 99_999),
    day: fc.integer({ min: 2, max: 6 }),
  }),
  { minLength: 3, maxLength: 7 },
);
export type Plan = (typeof month extends fc.Arbitrary<infer Value> ? Value : never)[number];

/** Makes the payments of the month, and says what the bank books of them. */
export async function movementsOf(on: Importing, plans: readonly Plan[]): Promise<readonly Movement[]> {
  const movements: Omit<Movement, 'number'>[] = [];
  for (const [index, { kind, cents, day }] of plans.entries()) {
    const amountCents = cents;
    if (kind === 'TRANSFER') {
      const payment: Payment = await on.transfer({ amountCents });
      movements.push({ kind, cents, day: dayOf(day), name: referenceOf(payment) });
    } else if (kind === 'OTHER') {
      movements.push({ kind, cents: index % 2 === 0 ? cents : -cents, day: dayOf(day), name: `DIVERS ${index}` });
    } else {
      const id = `P${index}-ID`;
      await on.debit(id, { amountCents }, { paymentInformationId: `B${index}` });
      movements.push({ kind: 'DEBIT', cents, day: dayOf(day), name: id });
      if (kind === 'RETURNED') movements.push({ kind: 'RETURN', cents: -cents, day: dayOf(day + 3), name: id });
    }
  }
  return movements
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
    .map((one, number) => ({ ...one, number }));
}

export const formats = [
  ...(['camt.053.02', 'camt.053.08', 'cfonb120', 'mt940', 'camt.054', 'cfonb240'] as const),
  /** Of a bank that gives back transfers as well. */
  'cfonb240.all',
] as const;
export type Format = (typeof formats)[number];

/** One statement a day, and one for the whole month. */
export function filesOf(format: Format, movements: readonly Movement[], isWhole = false): readonly (string | Buffer)[] {
  const days = [...new Set(movements.map(({ day }) => day))];
  const groups = isWhole ? [days] : days.map((day) => [day]);
  return groups.flatMap((group) => fileOf(format, group, movements));
}

function fileOf(format: Format, group: readonly string[], all: readonly Movement[]): readonly (string | Buffer)[] {
  const [first = '', last = first] = [group[0], group.at(-1)];
  const movements = all.filter(({ day }) => group.includes(day));
  const openingCents = 1_000_000 + all.filter(({ day }) => day < first).reduce((sum, { cents }) => sum + cents, 0);
  const from = dayOf(Number(first.slice(8)) - 1);
  const period = { openingCents, from, until: last };
  switch (format) {
    case 'camt.053.02':
    case 'camt.053.08':
      return [
        writtenStatement({
          ...{
            version: format.endsWith('02') ? '02' : '08',
            id: `S-${first}-${last}`,
            day: last,
            opening: openingCents,
          },
          entries: movements.map(camtEntry),
        }),
      ];
    case 'camt.054':
      return [writtenStatement({ format, id: `N-${first}`, entries: movements.map(camtEntry) })];
    case 'cfonb120':
      return [writtenCfonb120([{ ...period, movements: movements.map(cfonbMovement) }])];
    case 'mt940':
      return [writtenMt940({ ...period, entries: movements.map(mtEntry) })];
    case 'cfonb240':
    case 'cfonb240.all': {
      const codes = new Map(
        format === 'cfonb240'
          ? [['RETURN', '81']]
          : [
              ['RETURN', '81'],
              ['TRANSFER', '20'],
            ],
      );
      const listed = movements.filter(({ kind }) => codes.has(kind));
      const operations = listed.map(({ kind, cents, name }) => ({
        ...{ cents: Math.abs(cents), text: kind === 'RETURN' ? `REJET ${name}` : name, code: codes.get(kind) ?? '' },
      }));
      return listed.length === 0 ? [] : [writtenCfonb240(first, operations)];
    }
  }
}

const isCollected = ({ kind }: Movement): boolean => kind === 'DEBIT' || kind === 'RETURN';

function camtEntry(movement: Movement): WrittenEntry {
  const { kind, cents, day, name, number } = movement;
  const amount = (Math.abs(cents) / 100).toFixed(2);
  const detail = isCollected(movement) ? { amount, endToEndId: name } : { amount, texts: [name] };
  const codes = {
    TRANSFER: ['RCDT', 'ESCT'],
    DEBIT: ['IDDT', 'ESDD'],
    RETURN: ['IDDT', 'UPDD'],
    OTHER: ['CCRD', 'POSC'],
  } as const;
  return {
    ...{
      amount,
      direction: cents < 0 ? 'DBIT' : 'CRDT',
      code: codes[kind],
      bookedOn: day,
      bankReference: `BANK-${number}`,
    },
    details: [kind === 'RETURN' ? { ...detail, reason: 'AM04' } : detail],
  };
}

function cfonbMovement(movement: Movement) {
  const { kind, cents, day, name } = movement;
  const code = { TRANSFER: '05', DEBIT: '09', RETURN: '27', OTHER: '91' }[kind];
  const qualifier = isCollected(movement) ? (['RCN', name] as const) : (['LCC', name] as const);
  return { cents, day, code, label: kind, qualifiers: [qualifier] };
}

function mtEntry(movement: Movement) {
  const { kind, cents, day, name } = movement;
  const text = isCollected(movement) ? `/EREF/${name}/REMI/PRELEVEMENT` : `/REMI/${name}`;
  return { cents, day, kind: kind === 'RETURN' ? 'NRTI' : 'NTRF', text };
}
