import { describe, expect, it } from 'vitest';
import { balancesOf } from '../../../support/accounting/balances.ts';
import { reconciledDays } from '../../../support/accounting/reconciled.ts';
import { openImporting, referenceOf } from '../../../support/bank-statements/importing.ts';
import { returned, type WrittenEntry, writtenStatement } from '../../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

describe.each(drawnDatabases())('a debit whose return is read before its credit ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  const collected = (endToEndId?: string): WrittenEntry => ({
    ...{ amount: '123.25', code: ['IDDT', 'ESDD'], bankReference: 'B1' },
    details: [{ amount: '123.45', charges: '0.20', ...(endToEndId ? { endToEndId } : { texts: ['?'] }) }],
  });
  const back = () =>
    on.statement([returned('123.45', 'E1', 'AM04', { bankReference: 'B2' })], 'S2', { opening: 30_000 });

  it.each([[[collected('E1')]], [[collected(), collected('E1')]]])('costs what the bank kept', async (credits) => {
    const payment = await on.debit('E1');
    const [last] = credits.slice(-1);
    for (const [index, entry] of credits.slice(0, -1).entries()) await on.statement([entry], `S${index + 3}`);
    await back();
    await on.statement(last ? [last] : [], 'S1');
    expect([await on.statusOf(payment), await on.openInWords()]).toEqual(['RETURNED', []]);
    expect(await balancesOf(on)).toEqual({ '512100': -20, '627800': 20 });
  });
});

describe.each(drawnDatabases())('an entry with a charge, and one that is given back ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  it('costs the difference', async () => {
    const payments = [await on.debit('E1'), await on.debit('E2')];
    const details = [
      { amount: '123.45', endToEndId: 'E1', charges: '0.50' },
      { amount: '123.45', endToEndId: 'E2', charges: '0.20' },
    ];
    const entry: WrittenEntry = { amount: '246.60', code: ['IDDT', 'ESDD'], bankReference: 'B1', details };
    const charge = '<Amt Ccy="EUR">0.20</Amt>';
    await on.import(writtenStatement({ entries: [entry] }).replace(charge, `${charge}<CdtDbtInd>CRDT</CdtDbtInd>`));
    expect(await Promise.all(payments.map(on.statusOf))).toEqual(['PAID', 'PAID']);
    expect(await balancesOf(on)).toEqual({ '411000': -24_690, '512100': 24_660, '627800': 30 });
  });

  it.each([
    ['both wait', [[], []], [[0], [1]]],
    ['the second waits', [[0], []], [[0], [1]]],
    [
      'a person decides',
      [[], []],
      [
        [0, 1],
        [0, 1],
      ],
    ],
  ])('has it once where another file says it of another payment, and %s', async (_which, first, second) => {
    const payments = [await on.transfer(), await on.transfer()];
    const entry = (named: number[][], ofFirst?: string, ofSecond?: string): WrittenEntry => ({
      ...{ amount: '246.40', bankReference: 'B1' },
      details: named.map((places, place) => ({
        ...{ amount: '123.45', charges: place === 0 ? ofFirst : ofSecond },
        texts: payments.filter((_, one) => places.includes(one)).map(referenceOf),
      })),
    });
    await on.statement([entry(first, '0.50')], 'S1');
    await on.statement([entry(second, undefined, '0.50')], 'S2');
    expect((await balancesOf(on))['512100']).toBe(24_640);
    for (const [place, { id }] of (await on.open()).entries()) {
      await on.decide({ id, resolution: 'ASSIGNED', payment: payments[place]?.id });
    }
    expect(await Promise.all(payments.map(on.statusOf))).toEqual(['PAID', 'PAID']);
    expect(await balancesOf(on)).toEqual({ '411000': -24_690, '512100': 24_640, '627800': 50 });
    // Both statements have this one entry.
    const [{ lines = [] } = {}] = await reconciledDays(on);
    expect(lines.filter(({ kind }) => kind === 'NOT_BOOKED')).toEqual([]);
  });
});
