import { describe, expect, it } from 'vitest';
import { balancesOf } from '../../../support/accounting/balances.ts';
import { openImporting } from '../../../support/bank-statements/importing.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

/** The bank takes a whole block back in one sum, and lists no debit. */
describe.each(drawnDatabases())('a block that the bank takes back ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  it.each([
    ['a reversal', ['IDDT', 'PRDD']],
    ['a cancellation', ['IDDT', 'RCDD']],
    ['a return', ['IDDT', 'UPDD']],
    ['a debit of another kind', ['IDDT', 'ESDD']],
  ] as const)('is shown to a person where the bank calls it %s', async (_what, code) => {
    const payments = [await on.debit('E1'), await on.debit('E2')];
    await on.statement([{ amount: '246.90', batch: 'M1-1', code: ['IDDT', 'ESDD'], bankReference: 'B1' }]);
    await on.statement([{ amount: '246.90', batch: 'M1-1', code, direction: 'DBIT', bankReference: 'B2' }], 'S2', {
      opening: 30_000,
    });
    expect(await Promise.all(payments.map(on.statusOf))).toEqual(['PAID', 'PAID']);
    expect(await on.openInWords()).toEqual(['REVERSAL 24690']);
    expect(await balancesOf(on)).toEqual({ '411000': -24_690, '471000': 24_690 });
  });

  it('in part is shown to a person where the bank then credits that debit again', async () => {
    const payments = [await on.debit('E1'), await on.debit('E2')];
    const code = ['IDDT', 'ESDD'] as const;
    const again = (reason?: string) => [{ amount: '123.45', endToEndId: 'E1', ...(reason && { reason }) }];
    await on.statement([{ amount: '246.90', batch: 'M1-1', code, bankReference: 'B1' }]);
    const back = { amount: '123.45', direction: 'DBIT', code: ['IDDT', 'UPDD'], bankReference: 'B2' } as const;
    await on.statement([{ ...back, details: again('MS03') }], 'S2', { opening: 30_000 });
    await on.statement([{ amount: '123.45', code, bankReference: 'B3', details: again() }], 'S3');
    expect(await Promise.all(payments.map(on.statusOf))).toEqual(['RETURNED', 'PAID']);
    expect(await on.openInWords()).toEqual(['CONTRADICTION 12345']);
    expect(await balancesOf(on)).toEqual({ '411000': -12_345, '471000': -12_345, '512100': 24_690 });
  });

  it.each(['CHRG', 'COMM', 'FEES'])('is not, where the bank takes its fee for it (%s)', async (kind) => {
    await on.debit('E1');
    const fee = { amount: '1.20', batch: 'M1-1', code: ['IDDT', kind], direction: 'DBIT' } as const;
    expect(await on.statement([fee], 'S1', { opening: 30_000 })).toMatchObject({ ruled: 1, exceptions: 0 });
  });
});
