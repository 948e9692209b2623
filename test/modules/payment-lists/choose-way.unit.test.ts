import { describe, expect, test } from 'vitest';
import {
  chooseWay,
  hasChoice,
  type Inside,
  type Look,
  type Way,
} from '../../../src/modules/payment-lists/store/choose-way.ts';
import type { Kind, Kinds } from '../../../src/modules/payment-lists/store/kinds.ts';
import { allPayments, type PaymentQuery } from '../../../src/modules/payments/payment-store.ts';

const kind = (change: Partial<Kind> = {}): Kind => ({
  ...{ effective_run_mode: 'TEST', id_societe: '1', client: 'web', id_origin: 'web' },
  ...{ payment_target: 'PAYBOX', payment_type: 'CB', status: 'PAID' },
  ...change,
});
const paid = kind();
const refused = kind({ status: 'REFUSED' });
const debit = kind({ payment_target: 'MILLIET', payment_type: 'DIRECT_SEPA' });
const kinds: Kinds = { all: [paid, refused, debit], due: [debit] };
const many: Kinds = { all: Array.from({ length: 100 }, (_, index) => kind({ client: String(index) })), due: [] };

const asked = (change: Partial<PaymentQuery>): PaymentQuery => ({ ...allPayments, limit: 51, ...change });
/** @param payments how many are in each range; left out: very many */
const looking = (payments: Partial<Record<Inside['range'], number>> = {}): Look => ({
  count: async ({ range }, limit) => Math.min(payments[range] ?? limit, limit),
  kindsInside: async (inside) => inside.kinds.slice(0, 1),
});
const way = (change: Partial<PaymentQuery>, known = kinds, look = looking()): Promise<Way> =>
  chooseWay(asked(change), known, look);

describe('the way to a page', () => {
  test.each<Partial<PaymentQuery>>([
    {},
    { idSociete: '1' },
    { created: { from: '2026-11-01', to: null }, client: 'web' },
    { mandate: 'RUM-1', statuses: ['PAID'], paymentTypes: ['CB'] },
    { idClient: '7', sort: 'AMOUNT', paymentTypes: ['CB'] },
  ])('of %j is along its filter without a further look', (change) => {
    expect(hasChoice(asked(change))).toBe(false);
  });

  test.each<readonly [Partial<PaymentQuery>, readonly Kind[]]>([
    [{ paymentTypes: ['CB'], statuses: ['REFUSED'] }, [refused]],
    [{ idSociete: '1', paymentTypes: ['AMEX'] }, []],
    [{ statuses: ['PAID'] }, [paid, debit]],
    [{ statuses: ['PAID'], sort: 'AMOUNT' }, [paid, debit]],
    [{ sort: 'AMOUNT' }, [paid, refused, debit]],
    [{ sort: 'DUE' }, [debit]],
    [{ idSociete: '1', sort: 'AMOUNT' }, [paid, refused, debit]],
    [{ idSociete: '1', statuses: ['PAID', 'RETURNED'] }, [paid, debit]],
    [{ client: 'web', statuses: ['REFUSED'] }, [refused]],
    [{ idSociete: '1', idOrigin: 'web' }, [paid, refused, debit]],
    [{ paymentTypes: ['CB'], sort: 'DUE' }, []],
    [{ statuses: ['PAID'], sort: 'DUE' }, [debit]],
    [{ visibleTo: { client: null, societes: ['1'], origins: null, targets: ['MILLIET'] } }, [debit]],
  ])('of %j is along its kinds', async (change, expected) => {
    expect(hasChoice(asked(change))).toBe(true);
    expect(await way(change)).toEqual({ along: 'KINDS', kinds: expected });
  });

  test('of a caller is along all kinds that it may see, however many', async () => {
    const visibleTo = { client: '7', societes: ['2'], origins: null };
    const [own] = many.all.filter(({ client }) => client === '7');
    expect(await way({ sort: 'AMOUNT', visibleTo }, many)).toEqual({ along: 'KINDS', kinds: [own] });
    expect(await way({ sort: 'AMOUNT', limit: 1000 }, many)).toEqual({ along: 'KINDS', kinds: many.all });
  });

  test('is through the smaller of two ranges with few payments', async () => {
    const ranges = { amountCents: { from: 1, to: 2 }, due: { from: '2026-11-01', to: '2026-11-30' } };
    const change = { ...ranges, statuses: ['PAID'] } as const;
    const found = await way(change, kinds, looking({ amountCents: 10, due: 20 }));
    expect(found).toEqual({ along: 'RANGE', range: 'amountCents', kinds: [debit] });
    expect(await way(change, kinds, looking({ amountCents: 20, due: 10 }))).toMatchObject({ range: 'due' });
  });

  test('is along the kinds that have a payment in a range with very many', async () => {
    const change = { amountCents: { from: 1, to: null }, paymentTypes: ['CB'] } as const;
    expect(await way(change)).toEqual({ along: 'KINDS', kinds: [paid] });
    expect(await way({ ...change, paymentTypes: null, client: 'web' })).toEqual({ along: 'FILTER' });
  });

  test('through days counts those of every kind', async () => {
    const change = { created: { from: '2026-11-01', to: '2026-11-01' }, sort: 'AMOUNT', statuses: ['PAID'] } as const;
    const found = await way(change, kinds, looking({ created: 10 }));
    expect(found).toEqual({ along: 'RANGE', range: 'created', kinds: null });
  });

  test.each<Partial<PaymentQuery>>([
    { sort: 'AMOUNT' },
    { sort: 'DUE', due: { from: '2026-11-01', to: null } },
    { sort: 'AMOUNT', limit: 500 },
  ])('of %j in days with very many is along the kinds that have a payment in them', async (change) => {
    const created = { from: '2026-11-01', to: '2026-11-30' };
    const known = { all: [paid, refused], due: [paid, refused] };
    expect(await way({ ...change, created }, known)).toEqual({ along: 'KINDS', kinds: [paid] });
  });

  test('asks for the kinds in a range only where no other range has few', async () => {
    const asking: Look = { ...looking({ due: 10 }), kindsInside: () => Promise.reject(new Error('it is not needed')) };
    const change = { amountCents: { from: 1, to: 2 }, due: { from: '2026-11-01', to: null } };
    expect(await way(change, kinds, asking)).toMatchObject({ along: 'RANGE', range: 'due' });
  });

  test('of an export is through a range only where it has few pages', async () => {
    const change = { amountCents: { from: 1, to: 2 }, limit: 1000 };
    expect(await way(change, kinds, looking({ amountCents: 9000 }))).toMatchObject({ along: 'RANGE' });
    expect(await way(change, kinds, looking({ amountCents: 11_000 }))).toEqual({ along: 'FILTER' });
  });
});
