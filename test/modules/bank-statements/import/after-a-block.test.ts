import { describe, expect, it } from 'vitest';
import { anonymous } from '../../../../src/kernel/caller.ts';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import { reviewPayment } from '../../../../src/modules/payments/review-payment.ts';
import { balancesOf } from '../../../support/accounting/balances.ts';
import { openImporting } from '../../../support/bank-statements/importing.ts';
import {
  collection,
  credit,
  returned,
  type WrittenEntry,
  writtenStatement,
} from '../../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

/** A file credits a block, and says more about its debits: the result is that of two files. */
describe.each(drawnDatabases())('an entry after a block in one file ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  const block: WrittenEntry = { amount: '246.90', batch: 'M1-1', code: ['IDDT', 'ESDD'], bankReference: 'B1' };
  const back = returned('123.45', 'E2', 'AM04', { bankReference: 'B2', bookedOn: '2026-11-26' });
  const debits = async () => [await on.debit('E1'), await on.debit('E2')] as const;
  const statusesOf = (payments: readonly Payment[]) => Promise.all(payments.map(on.statusOf));
  const booked = async ({ id }: Payment) =>
    (await on.store.journalEntriesOf(id)).map(({ kind, date }) => `${kind} ${date}`);
  const bothDays = ['DIRECT_DEBIT_SETTLED 2026-11-25', 'RETURNED 2026-11-26'];

  it('credits a debit of it once more: that money waits in suspense', async () => {
    const payments = await debits();
    const again = collection('123.45', { endToEndId: 'E2' }, { bankReference: 'B2' });
    expect(await on.statement([block, again])).toMatchObject({ applied: 1, exceptions: 1 });
    expect([await statusesOf(payments), await on.openInWords()]).toEqual([['PAID', 'PAID'], ['CONTRADICTION 12345']]);
    expect(await balancesOf(on)).toEqual({ '411000': -24_690, '471000': -12_345, '512100': 37_035 });
  });

  it('takes a debit of it back: the books have both, each on its day', async () => {
    const payments = await debits();
    const others = Array.from({ length: 60 }, (_, index) =>
      credit('1.00', { texts: ['DIVERS'] }, { bankReference: `X${index}` }),
    );
    expect(await on.statement([...others, block, back, ...others])).toEqual({
      ...{ applied: 2, repeated: 0, exceptions: 120, ruled: 0, ignored: 0 },
    });
    expect([await statusesOf(payments), await booked(payments[1])]).toEqual([['PAID', 'RETURNED'], bothDays]);
    expect(await balancesOf(on)).toEqual({ '411000': -12_345, '471000': -12_000, '512100': 24_345 });
  });

  it('is of the next block, or of the next statement in the file', async () => {
    const payments = [...(await debits()), await on.debit('E3', {}, { messageId: 'M2', paymentInformationId: 'M2-1' })];
    const other = { ...block, amount: '123.45', batch: 'M2-1', bankReference: 'B3' };
    const first = writtenStatement({ id: 'S1', entries: [block, other] });
    const second = writtenStatement({ id: 'S2', entries: [back] });
    const text = first.replace('</Stmt>', `</Stmt>${second.slice(second.indexOf('<Stmt>'), second.indexOf('</BkTo'))}`);
    expect((await on.import(text)).file).toMatchObject({ status: 'IMPORTED', counts: { applied: 3 } });
    expect(await statusesOf(payments)).toEqual(['PAID', 'RETURNED', 'PAID']);
    expect(await Promise.all(payments.slice(1, 2).map(booked))).toEqual([bothDays]);
    expect(await balancesOf(on)).toEqual({ '411000': -24_690, '512100': 24_690 });
  });

  it('waits for it where the gateway stops in between, and is applied once', async () => {
    const payments = await debits();
    const stop = () => {
      throw new Error('stopped');
    };
    const text = writtenStatement({ id: 'S1', entries: [credit('1.00', { texts: ['DIVERS'] }), block, back] });
    await expect(on.import(text, { services: { ...on.services, announce: stop } })).rejects.toThrow('stopped');
    expect(await statusesOf(payments)).toEqual(['PAID', 'PAID']);
    expect((await on.import(text)).file).toMatchObject({ status: 'IMPORTED', done: 3, counts: { applied: 2 } });
    expect([await statusesOf(payments), await booked(payments[1])]).toEqual([['PAID', 'RETURNED'], bothDays]);
    expect(await balancesOf(on)).toEqual({ '411000': -12_345, '471000': -100, '512100': 12_445 });
  });

  it('leaves in suspense what a debit was paid by another entry while the block waited', async () => {
    const payments = await debits();
    await on.statement([credit('123.45', { texts: ['REGLEMENT'] }, { bankReference: 'T1' })], 'S0');
    const [unmatched] = await on.open('UNMATCHED_CREDIT');
    const transact: typeof on.store.transact = (work) =>
      on.store.transact((transaction) => {
        const debitsOfBlock: typeof transaction.debitsOfBlock = (id, after, limit) => {
          if (limit > 1) throw new Error('stopped');
          return transaction.debitsOfBlock(id, after, limit);
        };
        return work({ ...transaction, debitsOfBlock });
      });
    const stopping = { ...on.services, store: { ...on.store, transact } };
    const text = writtenStatement({ id: 'S1', opening: 12_345, entries: [block] });
    await expect(on.import(text, { services: stopping })).rejects.toThrow('stopped');
    await on.decide({ id: unmatched?.id, resolution: 'ASSIGNED', payment: payments[1].id });
    for (const file of [text, text, text.replace('</Stmt>', '</Stmt> ')]) await on.import(file);
    expect([await statusesOf(payments), await on.openInWords()]).toEqual([['PAID', 'PAID'], ['CONTRADICTION 12345']]);
    expect(await balancesOf(on)).toEqual({ '411000': -24_690, '471000': -12_345, '512100': 37_035 });
  });

  it('is not needed where a person found a debit paid: the block is its money, also when its file comes again', async () => {
    const payments = [await on.debit('E1'), await on.debit('E2', { status: 'NEEDS_REVIEW' })];
    await reviewPayment(on.services, anonymous, { id: payments[1]?.id, status: 'PAID' });
    const text = writtenStatement({ id: 'S1', entries: [block] });
    for (const file of [text, text.replace('</Stmt>', '</Stmt> ')]) await on.import(file);
    expect([await statusesOf(payments), await on.openInWords()]).toEqual([['PAID', 'PAID'], []]);
    expect(await balancesOf(on)).toEqual({ '411000': -24_690, '512100': 24_690 });
  });

  it.each([
    ['245.90', { '411000': -12_345, '512100': 12_245, '627800': 100 }],
    ['256.90', { '411000': -12_345, '471000': -1000, '512100': 13_345 }],
  ])(
    'leaves nothing of a debit that came back before in suspense where a person says COLLECTED (%s)',
    async (amount, books) => {
      await debits();
      await on.statement([returned('123.45', 'E1', 'AM04', { bankReference: 'R1' })], 'S1');
      await on.statement([{ ...block, amount }], 'S2');
      await on.decide({ resolution: 'COLLECTED' });
      expect(await balancesOf(on)).toEqual(books);
    },
  );
});
