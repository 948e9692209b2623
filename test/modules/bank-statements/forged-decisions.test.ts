import { beforeEach, describe, expect, it } from 'vitest';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { balancesOf } from '../../support/accounting/balances.ts';
import { openImporting, referenceOf } from '../../support/bank-statements/importing.ts';
import { type WrittenEntry, writtenStatement } from '../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';

/** A forged entry paid a payment before the genuine one came, or the bank gave its reference again: a person decides. */

const amount = '123.45';
const of = (payment: Payment): WrittenEntry => ({
  ...{ amount, bankReference: 'B1', details: [{ amount, structured: referenceOf(payment) }] },
});

describe.each(drawnDatabases())('a person decides about an entry whose reference another has ($name)', (database) => {
  let forged: Payment;
  let genuine: Payment;
  const on = openForEach(() => openImporting(database));
  beforeEach(async () => {
    [forged, genuine] = [await on.transfer(), await on.transfer()];
  });

  let files = 0;
  const bring = async (entry: WrittenEntry) =>
    (await on.import(writtenStatement({ id: `S${++files}`, entries: [entry] }))).file.counts;
  const opened = () => on.only('SAME_REFERENCE');
  const decide = (decision: object) => on.decide({ ...decision }, 'SAME_REFERENCE');
  const states = () => Promise.all([forged, genuine].map((payment) => on.statusOf(payment)));
  const booksOf = async ({ id }: Payment) => (await on.store.journalEntriesOf(id)).map(({ kind }) => kind);
  const twice = async () => {
    await bring(of(forged));
    expect(await bring(of(genuine))).toMatchObject({ applied: 0, exceptions: 1 });
  };

  it('the money is that of the payment that it names, too: the bank gave its reference again', async () => {
    await twice();
    await decide({ resolution: 'ASSIGNED', payment: genuine.id });
    expect(await states()).toEqual(['PAID', 'PAID']);
    for (const payment of [forged, genuine]) {
      expect(await bring({ ...of(payment), text: 'ENCORE' })).toMatchObject({ repeated: 1, exceptions: 0 });
    }
  });

  it('the first one is not the bank’s: its payment is returned, and the money is that of the other', async () => {
    await twice();
    const { payment } = await decide({ resolution: 'ASSIGNED', payment: genuine.id, takeBackCounted: true });
    expect(payment).toMatchObject({ id: genuine.id, status: 'PAID' });
    expect(await states()).toEqual(['RETURNED', 'PAID']);
    expect([await on.store.receivedFor(forged.id), await on.store.receivedFor(genuine.id)]).toEqual([0, 12_345]);
    expect([await booksOf(forged), await booksOf(genuine)]).toEqual([
      ['TRANSFER_RECEIVED', 'RETURNED'],
      ['TRANSFER_RECEIVED'],
    ]);
    for (const entry of [of(forged), of(genuine)]) {
      expect(await bring({ ...entry, text: 'ENCORE' })).toMatchObject({ repeated: 1, exceptions: 0 });
    }
    expect(await states()).toEqual(['RETURNED', 'PAID']);
  });

  it('the first one is not the bank’s, and its charge is undone with it', async () => {
    await bring({
      ...of(forged),
      amount: '122.56',
      details: [{ amount, charges: '0.89', structured: referenceOf(forged) }],
    });
    await bring(of(genuine));
    expect(await balancesOf(on)).toEqual({ '411000': -12_345, '512100': 12_256, '627800': 89 });
    await decide({ resolution: 'ASSIGNED', payment: genuine.id, takeBackCounted: true });
    expect(await balancesOf(on)).toEqual({ '411000': -12_345, '512100': 12_345 });
  });

  it('the first one is not the bank’s, and the other one is dealt with elsewhere', async () => {
    await twice();
    await decide({ resolution: 'HANDLED', takeBackCounted: true });
    expect(await states()).toEqual(['RETURNED', 'REQUIRES_ACTION']);
  });

  it('the second one is forged: nothing happens to either payment', async () => {
    await twice();
    await decide({ resolution: 'HANDLED' });
    expect(await states()).toEqual(['PAID', 'REQUIRES_ACTION']);
    expect(await bring({ ...of(genuine), text: 'ENCORE' })).toMatchObject({ repeated: 1, exceptions: 0 });
  });

  it('the other one is a block of direct debits, which is paid whole', async () => {
    const debits = [await on.debit('E1'), await on.debit('E2')];
    await bring({ amount: '246.90', bankReference: 'B1', text: referenceOf(forged) });
    await bring({ amount: '246.90', bankReference: 'B1', batch: 'M1-1' });
    expect(await opened()).toMatchObject({ details: { differsIn: ['PAYMENT'], paymentInformationId: 'M1-1' } });
    await decide({ resolution: 'COLLECTED', takeBackCounted: true });
    expect(await Promise.all(debits.map((debit) => on.statusOf(debit)))).toEqual(['PAID', 'PAID']);
    expect(await on.statusOf(forged)).toBe('RETURNED');
  });

  it('nothing is taken back from the payment that gets the money, twice, or from no payment', async () => {
    await twice();
    const back = { resolution: 'HANDLED', takeBackCounted: true };
    await expect(decide({ ...back, resolution: 'ASSIGNED', payment: forged.id })).rejects.toThrow(
      'cannot be taken back',
    );
    await bring(of(await on.transfer()));
    const [last] = await on.open('SAME_REFERENCE');
    await on.decide({ id: last?.id, ...back });
    await expect(decide(back)).rejects.toThrow('taken back already');
    expect(await states()).toEqual(['RETURNED', 'REQUIRES_ACTION']);
  });

  it.runIf(database.name === 'postgres')('two take the same entry back at once: the second is refused', async () => {
    await twice();
    await bring(of(await on.transfer()));
    const ids = (await on.open('SAME_REFERENCE')).map(({ id }) => id);
    const takeBack = (services: typeof on.services) =>
      on.decide({ id: ids.pop(), takeBackCounted: true }, undefined, services);
    const transact: typeof on.store.transact = (work) =>
      on.store.transact((transaction) => {
        const insertBankEntry: typeof transaction.insertBankEntry = async (entry) => {
          if (ids.length > 0) await takeBack(on.services);
          return transaction.insertBankEntry(entry);
        };
        return work({ ...transaction, insertBankEntry });
      });
    const overtaken = takeBack({ ...on.services, store: { ...on.store, transact } });
    await expect(overtaken).rejects.toThrow('taken back already');
    expect([await states(), await balancesOf(on)]).toEqual([['RETURNED', 'REQUIRES_ACTION'], {}]);
  });

  it('nothing is taken back of money that was applied to no payment', async () => {
    await bring({ amount, bankReference: 'B1', details: [{ amount, texts: ['SANS REFERENCE'] }] });
    await bring({ amount, bankReference: 'B1', details: [{ amount, texts: ['AUTRE'] }] });
    await expect(decide({ resolution: 'HANDLED', takeBackCounted: true })).rejects.toThrow('paid no single payment');
    expect((await opened()).status).toBe('OPEN');
  });
});
