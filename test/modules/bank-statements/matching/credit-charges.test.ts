import { describe, expect, it } from 'vitest';
import { balancesOf } from '../../../support/accounting/balances.ts';
import { openImporting } from '../../../support/bank-statements/importing.ts';
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
});
