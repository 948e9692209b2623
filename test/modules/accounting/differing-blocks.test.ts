import { describe, expect, it } from 'vitest';
import { suspenseText } from '../../../src/cli/books/journal-suspense.ts';
import { anonymous } from '../../../src/kernel/caller.ts';
import type { BankException } from '../../../src/modules/bank-statements/bank-import.ts';
import { resolveBankException } from '../../../src/modules/bank-statements/exceptions/resolve-bank-exception.ts';
import { suggestPayments } from '../../../src/modules/bank-statements/exceptions/suggest-payments.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { balancesOf } from '../../support/accounting/balances.ts';
import { iban } from '../../support/bank-statements/examples.ts';
import { everything, openImporting } from '../../support/bank-statements/importing.ts';
import {
  rejecting,
  type WrittenDetail,
  type WrittenEntry,
  type WrittenStatement,
  writtenStatement,
} from '../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';

/** The bank books a block of debits in one sum, and it is not the sum of those that are not known to be refused. */
describe.each(drawnDatabases())('a block whose sum differs ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  const block = (amount: string): WrittenEntry => ({
    ...{ amount, batch: 'M1-1', bankReference: 'B1', code: ['IDDT', 'ESDD'] },
  });
  const takenBack = (endToEndId: string): WrittenEntry => ({
    ...{ amount: '123.45', direction: 'DBIT', code: ['IDDT', 'UPDD'], bankReference: `BACK-${endToEndId}` },
    details: [{ amount: '123.45', endToEndId, reason: 'AC04' }],
  });
  const statement = async (entries: readonly WrittenEntry[], id: string, version: '02' | '08' = '08') => {
    const { file } = await on.import(writtenStatement({ id, version, entries }));
    expect(file).toMatchObject({ status: 'IMPORTED', reason: null });
  };
  const exceptions = (status: BankException['status'] = 'OPEN') => on.store.bankExceptions({ ...everything, status });
  const only = () => on.only('BLOCK_DIFFERS');
  const decide = (decision: object, services?: typeof on.services) =>
    on.decide({ ...decision }, 'BLOCK_DIFFERS', services);
  const isMissing = ({ id }: Payment) => decide({ resolution: 'ASSIGNED', payment: id });
  const isCollected = (services = on.services) => decide({ resolution: 'COLLECTED' }, services);
  const statusesOf = (payments: readonly Payment[]) => Promise.all(payments.map(on.statusOf));

  it('is explained by the debit that a person says is missing in it, which is suggested', async () => {
    const debits = [await on.debit('E1'), await on.debit('E2'), await on.debit('E3', { amountCents: 1_000 })];
    const [first, , missing] = debits;
    await statement([block('246.90')], 'S1');
    expect(await balancesOf(on)).toEqual({ '471000': -24_690, '512100': 24_690 });
    const exception = await only();
    expect((await suggestPayments(on.services, exception)).map(({ id }) => id)).toEqual([missing?.id]);
    await expect(isMissing(await on.transfer())).rejects.toThrow(/no such debit in the block/);
    const elsewhere = await on.debit('E9', {}, { messageId: 'M2', paymentInformationId: 'M2-1' });
    await expect(isMissing(elsewhere)).rejects.toThrow(/no such debit in the block/);
    if (!missing || !first) throw new Error('they are there');
    expect((await isMissing(missing)).payment).toMatchObject({ id: missing.id, status: 'REFUSED' });
    expect(await statusesOf(debits)).toEqual(['PAID', 'PAID', 'REFUSED']);
    expect(await exceptions()).toEqual([]);
    expect(await on.store.bankException(exception.id)).toMatchObject({
      ...{ status: 'RESOLVED', resolution: 'ASSIGNED', resolvedBy: 'anonymous', paymentId: missing.id },
      resolutionReason: 'vu avec la banque',
    });
    expect(await balancesOf(on)).toEqual({ '411000': -24_690, '512100': 24_690 });
  });

  it('waits for the next decision where several are missing', async () => {
    const debits = [await on.debit('E1'), await on.debit('E2'), await on.debit('E3')];
    const [first, second] = debits;
    await statement([block('123.45')], 'S1');
    await isMissing(first as Payment);
    expect(await statusesOf(debits)).toEqual(['REFUSED', 'SUBMITTED', 'SUBMITTED']);
    await expect(isMissing(first as Payment)).rejects.toThrow(/no such debit in the block/);
    await statement([block('123.45')], 'S1', '02');
    await isMissing(second as Payment);
    expect(await statusesOf(debits)).toEqual(['REFUSED', 'REFUSED', 'PAID']);
    expect([await exceptions(), (await exceptions('RESOLVED')).length]).toEqual([[], 2]);
    expect(await balancesOf(on)).toEqual({ '411000': -12_345, '512100': 12_345 });
  });

  it.each(['after', 'before'])(
    'holds what was refused, which the bank takes back %s a person says that it was collected',
    async (when) => {
      const debits = [await on.debit('E1'), await on.debit('E2'), await on.debit('E3')];
      await on.import(rejecting('E2'));
      await statement([block('370.35')], 'S1');
      if (when === 'before') await statement([takenBack('E2')], 'S2');
      const { exception } = await isCollected();
      expect(exception).toMatchObject({ status: 'RESOLVED', resolution: 'COLLECTED', resolvedBy: 'anonymous' });
      expect(await statusesOf(debits)).toEqual(['PAID', 'REFUSED', 'PAID']);
      // In the form of the other version it is the same entry, and nothing is taken out of suspense for it.
      await statement([block('370.35')], 'S1', '02');
      if (when === 'after') {
        expect(await balancesOf(on)).toEqual({ '411000': -24_690, '471000': -12_345, '512100': 37_035 });
        expect(await suspenseText(on.store, { idSociete: '1', runMode: 'TEST' })).toContain('COLLECTED by anonymous');
        await statement([takenBack('E2')], 'S2');
      }
      expect((await exceptions()).map(({ kind }) => kind)).toEqual(['CONTRADICTION']);
      expect(await balancesOf(on)).toEqual({ '411000': -24_690, '512100': 24_690 });
    },
  );

  it('is less the fee of the bank, within reason', async () => {
    const debits = [await on.debit('E1'), await on.debit('E2')];
    await statement([block('246.00')], 'S1');
    await isCollected();
    expect(await statusesOf(debits)).toEqual(['PAID', 'PAID']);
    expect(await balancesOf(on)).toEqual({ '411000': -24_690, '512100': 24_600, '627800': 90 });
    await expect(isCollected()).rejects.toThrow('there is one');
  });

  it('and lacks more than a fee is not collected', async () => {
    const debits = [await on.debit('E1'), await on.debit('E2')];
    await statement([block('196.89')], 'S1');
    await expect(isCollected()).rejects.toThrow(/50\.01 EUR are missing/);
    await expect(decide({ resolution: 'COLLECTED', payment: debits[0]?.id })).rejects.toThrow(/left out/);
    expect([await statusesOf(debits), (await only()).status]).toEqual([['SUBMITTED', 'SUBMITTED'], 'OPEN']);
  });

  it('on an account that sociétés share is decided by who may work for the one whose debits they are', async () => {
    const debits = [await on.debit('E1', { idSociete: '6' }), await on.debit('E2', { idSociete: '6' })];
    const file = writtenStatement({ iban: iban.france, entries: [block('246.00')] });
    expect((await on.import(file)).file.counts).toMatchObject({ exceptions: 1 });
    const { id } = await only();
    const deciding = (societe: string, decision: object) =>
      resolveBankException(
        on.services,
        { ...anonymous, societes: new Set(['2', societe]) },
        {
          ...{ id, reason: 'vu avec la banque', ...decision },
        },
      );
    await expect(deciding('2', { resolution: 'COLLECTED' })).rejects.toThrow('no such exception');
    const [first] = debits;
    await expect(deciding('2', { resolution: 'ASSIGNED', payment: first?.id })).rejects.toThrow('no such debit');
    expect(await statusesOf(debits)).toEqual(['SUBMITTED', 'SUBMITTED']);
    await deciding('6', { resolution: 'COLLECTED' });
    expect(await statusesOf(debits)).toEqual(['PAID', 'PAID']);
    expect(await balancesOf(on, '6')).toEqual({ '411000': -24_690, '512100': 24_600, '627800': 90 });
    expect(await balancesOf(on, '2')).toEqual({});
  });

  it('keeps its rest in suspense also where its debits are of another société that shares the account', async () => {
    const debits = [await on.debit('E1', { idSociete: '6' }), await on.debit('E2', { idSociete: '6' })];
    await on.import(writtenStatement({ iban: iban.france, entries: [block('300.00')] }));
    await isCollected();
    expect(await statusesOf(debits)).toEqual(['PAID', 'PAID']);
    expect(await balancesOf(on, '6')).toEqual({ '411000': -24_690, '512100': 24_690 });
    expect(await balancesOf(on, '2')).toEqual({ '471000': -5_310, '512100': 5_310 });
  });

  it('alone can be said to be collected', async () => {
    const payment = await on.transfer();
    await statement([{ amount: '123.45', details: [{ amount: '123.45', texts: ['MERCI'] }] }], 'S1');
    await expect(on.decide({ resolution: 'COLLECTED' })).rejects.toThrow(/Only a block/);
    expect(await on.statusOf(payment)).toBe('REQUIRES_ACTION');
  });
});

/** The bank lists the debits of a block, and leaves their ids out. */
describe.each(drawnDatabases())('a block that is listed without ids ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  const listed = (amount: string, details: readonly WrittenDetail[], change: Partial<WrittenEntry> = {}) => ({
    ...{ amount, batch: 'M1-1', bankReference: 'B1', code: ['IDDT', 'ESDD'] as const, details, ...change },
  });
  const nameless = [{ amount: '10.00' }, { amount: '10.01' }];
  const twoDebits = async () => [
    await on.debit('E1', { amountCents: 1_000 }),
    await on.debit('E2', { amountCents: 1_001 }),
  ];
  const importing = (entry: WrittenEntry, { id, ...change }: Partial<WrittenStatement> = {}) =>
    on.statement([entry], id, change);
  const decide = (kind: BankException['kind'], decision: object) => on.decide({ ...decision }, kind);
  const statusesOf = (payments: readonly Payment[]) => Promise.all(payments.map(on.statusOf));
  const sum: WrittenEntry = { amount: '20.01', batch: 'M1-1', bankReference: 'B1', code: ['IDDT', 'ESDD'] };

  it.each<[string, WrittenEntry]>([
    ['beside the entry', listed('20.01', nameless)],
    [
      'with each of them',
      listed(
        '20.01',
        nameless.map((one) => ({ ...one, paymentInformationId: 'M1-1', mandate: 'RUM-1' })),
        { batch: '' },
      ),
    ],
  ])('is paid by what they come to where its id stands %s, once', async (_where, entry) => {
    const debits = await twoDebits();
    expect(await importing(entry, { format: 'camt.054', id: 'N1' })).toMatchObject({ applied: 1, exceptions: 0 });
    expect([await statusesOf(debits), await on.openInWords()]).toEqual([['PAID', 'PAID'], []]);
    for (const again of [sum, entry]) {
      expect(await importing(again, { version: again === sum ? '08' : '02' })).toMatchObject({ exceptions: 0 });
    }
    expect(await balancesOf(on)).toEqual({ '411000': -2_001, '512100': 2_001 });
  });

  it('is one thing for a person where what they come to is not its sum, and lacks a fee once', async () => {
    const debits = await twoDebits();
    await importing(listed('19.51', [{ amount: '10.00' }, { amount: '9.51' }]));
    expect([await statusesOf(debits), await on.openInWords()]).toEqual([
      ['SUBMITTED', 'SUBMITTED'],
      ['BLOCK_DIFFERS 1951'],
    ]);
    await decide('BLOCK_DIFFERS', { resolution: 'COLLECTED' });
    expect(await statusesOf(debits)).toEqual(['PAID', 'PAID']);
    expect(await balancesOf(on)).toEqual({ '411000': -2_001, '512100': 1_951, '627800': 50 });
  });

  it('and whose id the list leaves out, too, is paid by the sum of another file, which takes their place', async () => {
    const debits = await twoDebits();
    const unknown = listed('20.01', nameless, { batch: '' });
    await importing(unknown, { format: 'camt.054', id: 'N1' });
    expect(await on.openInWords()).toEqual(['UNMATCHED_CREDIT 1000', 'UNMATCHED_CREDIT 1001']);
    expect(await balancesOf(on)).toEqual({ '471000': -2_001, '512100': 2_001 });
    expect(await importing(sum)).toMatchObject({ applied: 1, exceptions: 0 });
    await importing(unknown, { id: 'S2' });
    expect([await statusesOf(debits), await on.openInWords()]).toEqual([['PAID', 'PAID'], []]);
    expect(await balancesOf(on)).toEqual({ '411000': -2_001, '512100': 2_001 });
  });

  it('stays as a person decided about one of them', async () => {
    const [first, second] = (await twoDebits()) as [Payment, Payment];
    await importing(listed('20.01', nameless, { batch: '' }), { format: 'camt.054', id: 'N1' });
    const [one] = await on.open('UNMATCHED_CREDIT');
    await on.decide({ id: one?.id });
    expect(await importing(sum)).toMatchObject({ applied: 0, repeated: 1 });
    expect(await statusesOf([first, second])).toEqual(['SUBMITTED', 'SUBMITTED']);
    expect(await balancesOf(on)).toEqual({ '471000': -2_001, '512100': 2_001 });
  });

  it('is what is left of it where others of it have their ids', async () => {
    const debits = [await on.debit('E3', { amountCents: 500 }), ...(await twoDebits())];
    const [first, last] = nameless as [WrittenDetail, WrittenDetail];
    const entry = listed('25.01', [first, { amount: '5.00', endToEndId: 'E3' }, last]);
    await importing(entry);
    expect([await statusesOf(debits), await on.openInWords()]).toEqual([['PAID', 'PAID', 'PAID'], []]);
    expect(await importing(entry, { version: '02' })).toMatchObject({ applied: 0, repeated: 3, exceptions: 0 });
    expect(await balancesOf(on)).toEqual({ '411000': -2_501, '512100': 2_501 });
  });

  it('lacks no fee as long as something else of the same entry waits', async () => {
    const [first, second] = (await twoDebits()) as [Payment, Payment];
    await importing(listed('20.00', [{ amount: '9.99', endToEndId: 'E1' }, { amount: '10.01' }]));
    expect(await on.openInWords()).toEqual(['AMOUNT_DIFFERS 999', 'BLOCK_DIFFERS 1001']);
    await expect(decide('BLOCK_DIFFERS', { resolution: 'COLLECTED' })).rejects.toThrow('Other payments');
    await decide('AMOUNT_DIFFERS', { resolution: 'ASSIGNED', payment: first.id });
    await decide('BLOCK_DIFFERS', { resolution: 'COLLECTED' });
    expect([await statusesOf([first, second]), await on.openInWords()]).toEqual([
      ['SUBMITTED', 'PAID'],
      ['UNDERPAID 1'],
    ]);
    expect(await balancesOf(on)).toEqual({ '411000': -2_000, '512100': 2_000 });
  });
});
