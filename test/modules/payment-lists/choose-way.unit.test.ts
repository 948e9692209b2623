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
    { statuses: ['PAID'] },
    { idSociete: '1' },
    { created: { from: '2026-11-01', to: null }, paymentTypes: ['CB'] },
    { mandate: 'RUM-1', statuses: ['PAID'], paymentTypes: ['CB'] },
    { idClient: '7', sort: 'AMOUNT', paymentTypes: ['CB'] },
  ])('of %j is along its filter without a further look', (change) => {
    expect(hasChoice(asked(change))).toBe(false);
  });

  test.each<readonly [Partial<PaymentQuery>, readonly Kind[]]>([
    [{ paymentTypes: ['CB'], statuses: ['REFUSED'] }, [refused]],
    [{ idSociete: '1', paymentTypes: ['AMEX'] }, []],
    [{ statuses: ['PAID'], sort: 'AMOUNT' }, [paid, debit]],
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

  test('with too many kinds is along the filter', async () => {
    const found = await way({ paymentTypes: ['CB'], statuses: ['PAID'] }, many);
    expect(found).toEqual({ along: 'FILTER', apart: { kinds: [], scopes: [{}] } });
  });

  test('of a caller with many kinds is along those of its own, where no index has them in this order', async () => {
    const visibleTo = { client: '7', societes: ['1'], origins: null };
    const [own] = many.all.filter(({ client }) => client === '7');
    expect(await way({ sort: 'AMOUNT', visibleTo }, many)).toEqual({
      ...{ along: 'FILTER', apart: { kinds: [own], scopes: [{ idSociete: '1', targets: null }] } },
    });
  });

  test('of a caller who sees everything in the mode is along the one index', () => {
    const visibleTo = {
      client: 'anonymous',
      societes: null,
      origins: null,
      targets: null,
      runModes: ['TEST'],
    } as const;
    expect(hasChoice(asked({ sort: 'AMOUNT', runMode: 'TEST', visibleTo }))).toBe(false);
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
    expect(await way(change)).toEqual({ along: 'FILTER' });
    expect(await way({ ...change, statuses: ['PAID', 'REFUSED'] })).toEqual({ along: 'KINDS', kinds: [paid] });
  });

  test('through days counts those of every kind', async () => {
    const change = { created: { from: '2026-11-01', to: '2026-11-01' }, sort: 'AMOUNT', statuses: ['PAID'] } as const;
    const found = await way(change, kinds, looking({ created: 10 }));
    expect(found).toEqual({ along: 'RANGE', range: 'created', kinds: null });
  });

  test('of an export is through a range only where it has few pages', async () => {
    const change = { amountCents: { from: 1, to: 2 }, limit: 1000 };
    expect(await way(change, kinds, looking({ amountCents: 9000 }))).toMatchObject({ along: 'RANGE' });
    expect(await way(change, kinds, looking({ amountCents: 11_000 }))).toEqual({ along: 'FILTER' });
    const byKinds = { paymentTypes: ['CB'], statuses: ['PAID'], limit: 1000 } as const;
    expect(await way(byKinds)).toEqual({ along: 'KINDS', kinds: [paid] });
    const some = { all: many.all.slice(0, 20), due: [] };
    expect(await way(byKinds, some)).toMatchObject({ along: 'FILTER' });
    expect(await way({ ...byKinds, limit: 51 }, some)).toMatchObject({ along: 'KINDS' });
  });
});
