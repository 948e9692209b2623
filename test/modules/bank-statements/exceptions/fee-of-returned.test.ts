import { describe, expect, it } from 'vitest';
import type { BankException } from '../../../../src/modules/bank-statements/bank-import.ts';
import { payCollected } from '../../../../src/modules/bank-statements/exceptions/pay-collected.ts';
import { balancesOf } from '../../../support/accounting/balances.ts';
import { reconciledDays } from '../../../support/accounting/reconciled.ts';
import { openImporting } from '../../../support/bank-statements/importing.ts';
import { rejecting, returned, type WrittenEntry } from '../../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

/** Debits of 123.45 EUR come back, and the block that they were in is a person's afterwards. */
describe.each(drawnDatabases())('a block whose debits came back ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  type Statement = { readonly day: string; readonly entries: readonly WrittenEntry[] };
  const credit = (change: Partial<WrittenEntry>): Statement => ({
    day: '2026-11-25',
    entries: [{ amount: '', batch: 'M1-1', bankReference: 'B1', code: ['IDDT', 'ESDD'], ...change }],
  });
  const returns = (...ids: readonly string[]): Statement => ({
    day: '2026-11-26',
    entries: ids.map((id) => returned('123.45', id, 'AM04', { bankReference: `R-${id}`, bookedOn: '2026-11-26' })),
  });
  const read = ({ day, entries }: Statement, version: '02' | '08' = '08') => {
    const change = { day, version, opening: day === '2026-11-25' ? 0 : 50_000 };
    return on.statement(entries, `S-${day}`, change);
  };
  const decide = async (services = on.services): Promise<BankException> => {
    return (await on.decide({ resolution: 'COLLECTED' }, 'BLOCK_DIFFERS', services)).exception;
  };
  const differences = async () => new Set((await reconciledDays(on)).map(({ differenceCents }) => differenceCents));

  const net = { amount: '245.90' };
  const named = { amount: '245.40', charges: '0.50', details: [{ amount: '245.90' }] };
  it.each([
    ['is credited first', net, 'credited', ['E1', 'E2'], { '512100': -100, '627800': 100 }],
    ['is credited last', net, 'returned', ['E1', 'E2'], { '512100': -100, '627800': 100 }],
    ['is credited first, and names a charge', named, 'credited', ['E1', 'E2'], { '512100': -150, '627800': 150 }],
    ['is credited last, and names a charge', named, 'returned', ['E1', 'E2'], { '512100': -150, '627800': 150 }],
    ['keeps a debit', net, 'returned', ['E2'], { '411000': -12_345, '512100': 12_245, '627800': 100 }],
  ] as const)('%s: what it lacks is its fee, once', async (_how, change, first, ids, books) => {
    for (const id of ['E1', 'E2']) await on.debit(id);
    const files = [credit(change), returns(...ids)];
    for (const file of first === 'credited' ? files : files.toReversed()) await read(file);
    const exception = await decide();
    expect([await on.openInWords(), await balancesOf(on)]).toEqual([[], books]);
    expect(await differences()).toEqual(new Set([0]));
    for (const file of files) expect(await read(file, '02')).toMatchObject({ applied: 0, exceptions: 0 });
    await Promise.all([payCollected(on.services, exception), payCollected(on.services, exception)]);
    expect(await balancesOf(on)).toEqual(books);
  });

  it.each([2, 3, 4, 5])('is finished after the process died before its transaction %i', async (number) => {
    await on.debit('E1');
    for (const file of [credit({ amount: '122.45' }), returns('E1')]) await read(file);
    let count = 0;
    const transact: typeof on.store.transact = (work) =>
      ++count < number ? on.store.transact(work) : Promise.reject(new Error('died'));
    await expect(decide({ ...on.services, store: { ...on.store, transact } })).rejects.toThrow('died');
    const [decided] = await on.open('BLOCK_DIFFERS');
    if (!decided) throw new Error('it is open');
    await Promise.all([payCollected(on.services, decided), payCollected(on.services, decided)]);
    const books = { '512100': -100, '627800': 100 };
    expect([await on.openInWords(), await balancesOf(on), await differences()]).toEqual([[], books, new Set([0])]);
  });

  it('keeps in suspense what was refused, where the others came back', async () => {
    for (const id of ['E1', 'E2']) await on.debit(id);
    await on.import(rejecting('E2'));
    for (const file of [credit({ amount: '246.90' }), returns('E1')]) await read(file);
    await decide();
    expect(await balancesOf(on)).toEqual({ '471000': -12_345, '512100': 12_345 });
  });

  it('is not collected where all others were refused', async () => {
    for (const id of ['E1', 'E2']) await on.debit(id);
    for (const id of ['E1', 'E2']) await on.import(rejecting(id));
    await read(credit({ amount: '246.90' }));
    await expect(decide()).rejects.toThrow('No debit of the block waits for its money');
  });

  it('has its charge where nothing else of it is booked, once', async () => {
    for (const id of ['E1', 'E2']) await on.debit(id);
    const whole = credit({ amount: '245.90', details: [{ amount: '246.90', charges: '1.00' }] });
    for (const file of [returns('E1', 'E2'), whole]) await read(file);
    const books = { '512100': -100, '627800': 100 };
    expect([await on.openInWords(), await balancesOf(on)]).toEqual([[], books]);
    for (const version of ['02', '08'] as const) await read(whole, version);
    expect(await balancesOf(on)).toEqual(books);
  });
});
