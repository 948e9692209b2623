import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { BankException } from '../../../../src/modules/bank-statements/bank-import.ts';
import { createBankFileWorkers } from '../../../../src/modules/bank-statements/import/worker.ts';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import { balancesOf } from '../../../support/accounting/balances.ts';
import { inWords, reconciledDays } from '../../../support/accounting/reconciled.ts';
import { at, openImporting, referenceOf } from '../../../support/bank-statements/importing.ts';
import { rejecting, type WrittenEntry, writtenStatement } from '../../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

/** `COLLECTED` is recorded first; then the debits are paid page by page, and others act in between. */
describe.each(drawnDatabases())('a block that a person says was collected ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  type Services = typeof on.services;
  type Transact = typeof on.store.transact;
  const through = (transact: Transact): Services => ({ ...on.services, store: { ...on.store, transact } });
  const block = (amount: string, bankReference = 'B1'): WrittenEntry => ({
    ...{ amount, batch: 'M1-1', bankReference, code: ['IDDT', 'ESDD'] },
  });
  const decide = (id: string | undefined, decision: object, services: Services = on.services) =>
    on.decide({ id, ...decision }, undefined, services);
  const collect = (exception: BankException | undefined, services?: Services) =>
    decide(exception?.id, { resolution: 'COLLECTED' }, services);
  const statusesOf = (payments: readonly Payment[]) => Promise.all(payments.map(on.statusOf));
  const entryOf = async ({ entryId }: BankException) => on.store.bankEntry(entryId ?? '');
  const differing = () => on.only('BLOCK_DIFFERS');

  /** What another operator or gateway does after the first page of debits. */
  const afterFirstPage = (act: () => Promise<unknown>): Services => {
    let hasActed = false;
    return through(async (work) => {
      const result = await on.store.transact(work);
      const isPage = !hasActed && (result as { paymentIds?: readonly string[] } | null)?.paymentIds?.length;
      if (isPage) {
        hasActed = true;
        await act();
      }
      return result;
    });
  };
  /** The process dies before its transaction of this number. */
  const dyingBefore = (number: number): Services => {
    let count = 0;
    return through((work) => (++count < number ? on.store.transact(work) : Promise.reject(new Error('died'))));
  };
  const aMinuteLater = async () => {
    const services = on.servicesAt(at + 60_000);
    const logger = pino({ enabled: false });
    for (const worker of createBankFileWorkers({ services, folder: () => null, logger }))
      if (worker.name === 'bank-files') await worker.round(async () => true);
  };

  /** Two pages. The bank credits 10.00 less than they come to. */
  async function longBlock() {
    const debits: Payment[] = [];
    for (let number = 1; number <= 101; number++) debits.push(await on.debit(`E${number}`, { amountCents: 1_000 }));
    const lastId = debits
      .map(({ id }) => id)
      .toSorted()
      .at(-1);
    const last = debits.find(({ id }) => id === lastId);
    if (!last) throw new Error('there is one');
    await on.statement([block('1000.00')]);
    return { last, others: debits.filter((debit) => debit !== last), endToEndId: `E${debits.indexOf(last) + 1}` };
  }
  const allWith = async (payments: readonly Payment[], status: Payment['status']) =>
    (await statusesOf(payments)).every((one) => one === status);

  it('has no fee where the bank reports between two pages which debit it refused', async () => {
    const { last, others, endToEndId } = await longBlock();
    const reporting = afterFirstPage(() => on.import(rejecting(endToEndId)));
    const { exception } = await collect(await differing(), reporting);
    expect(await on.store.bankException(exception.id)).toMatchObject({ status: 'RESOLVED', resolution: 'COLLECTED' });
    expect([await allWith(others, 'PAID'), await on.statusOf(last)]).toEqual([true, 'REFUSED']);
    expect([await on.openInWords(), await balancesOf(on)]).toEqual([[], { '411000': -100_000, '512100': 100_000 }]);
    expect(inWords(await reconciledDays(on))).toEqual([['2026-11-25', 0]]);
  });

  it.each(['ASSIGNED', 'HANDLED', 'COLLECTED'])(
    'stays so where another person says %s between two pages',
    async (resolution) => {
      const { last, others } = await longBlock();
      const differs = await differing();
      const decision = { resolution, ...(resolution === 'ASSIGNED' && { payment: last.id }) };
      let answer = '';
      const overtaken = afterFirstPage(async () => {
        answer = await decide(differs.id, decision).then(() => 'decided', String);
      });
      const { exception } = await collect(differs, overtaken);
      expect(answer).toContain('It was decided as COLLECTED');
      expect(await on.store.bankException(differs.id)).toEqual(exception);
      expect(await allWith([...others, last], 'PAID')).toBe(true);
      expect([await on.openInWords(), await balancesOf(on)]).toEqual([
        [],
        { '411000': -101_000, '512100': 100_000, '627800': 1_000 },
      ]);
    },
  );

  it('keeps its rest in suspense where it was whole and a debit is refused between two pages', async () => {
    const { endToEndId } = await longBlock();
    await on.statement([{ ...block('1010.00', 'B2'), batch: 'THEIRS' }], 'S2');
    await on.statement([block('1010.00', 'B2')], 'S3');
    const [exception] = await on.open('SAME_REFERENCE');
    await collect(
      exception,
      afterFirstPage(() => on.import(rejecting(endToEndId))),
    );
    const books = await balancesOf(on);
    expect([books['411000'], books['512100']]).toEqual([-100_000, 302_000]);
  });

  it('is of the account that the entry is on, also under a reference that was used before', async () => {
    const payment = await on.debit('E1', { idSociete: '2' });
    await on.statement([{ ...block('123.45'), batch: 'THEIRS' }], 'S2');
    await on.statement([block('123.45')], 'S3');
    const [exception] = await on.open('SAME_REFERENCE');
    await expect(collect(exception)).rejects.toThrow('The block is of another account or run mode.');
    expect(await on.statusOf(payment)).toBe('SUBMITTED');
  });

  const states = async (debits: readonly Payment[], differs: BankException) => {
    const found = await on.store.bankException(differs.id);
    const paid = (await statusesOf(debits)).filter((status) => status === 'PAID').length;
    return [paid, found?.status, found?.resolution, (await entryOf(differs))?.outcome];
  };

  it.each([1, 2, 3, 4, 5, 6])('is finished after the process died before its transaction %i', async (number) => {
    const debits = [await on.debit('E1'), await on.debit('E2')];
    await on.statement([block('246.00')]);
    const differs = await differing();
    const answer = await collect(differs, dyingBefore(number)).then(() => 'done', String);
    if (answer === 'done') expect(number).toBeGreaterThan(4);
    else expect((await differing()).id).toBe(differs.id);
    await aMinuteLater();
    if (number === 1) {
      expect(await states(debits, differs)).toEqual([0, 'OPEN', null, 'EXCEPTION']);
      await collect(differs);
    }
    await aMinuteLater();
    expect(await states(debits, differs)).toEqual([2, 'RESOLVED', 'COLLECTED', 'APPLIED']);
    expect(await balancesOf(on)).toEqual({ '411000': -24_690, '512100': 24_600, '627800': 90 });
    const actors = await Promise.all(debits.map(async (debit) => (await on.lastEvent(debit))?.data));
    for (const data of actors) expect(data).toMatchObject({ actor: 'anonymous' });
    await on.statement([block('246.00')], 'S1', { version: '02' });
    expect(await balancesOf(on)).toEqual({ '411000': -24_690, '512100': 24_600, '627800': 90 });
  });

  it('takes the first entry of its reference back with the decision, also where the process dies after it', async () => {
    const [forged, debits] = [await on.transfer({ amountCents: 24_690 }), [await on.debit('E1'), await on.debit('E2')]];
    const entries = [{ amount: '246.90', bankReference: 'B1', text: referenceOf(forged) }, block('246.90')];
    for (const [index, entry] of entries.entries())
      await on.import(writtenStatement({ id: `S${index}`, entries: [entry] }));
    const [exception] = await on.open('SAME_REFERENCE');
    const decision = { resolution: 'COLLECTED', takeBackCounted: true };
    await expect(decide(exception?.id, decision, dyingBefore(2))).rejects.toThrow('died');
    expect([await on.statusOf(forged), await statusesOf(debits)]).toEqual(['RETURNED', ['SUBMITTED', 'SUBMITTED']]);
    await expect(decide(exception?.id, { resolution: 'HANDLED' })).rejects.toThrow('It was decided as COLLECTED');
    await aMinuteLater();
    expect([await statusesOf(debits), await on.openInWords()]).toEqual([['PAID', 'PAID'], []]);
    expect(await balancesOf(on)).toEqual({ '411000': -24_690, '512100': 24_690 });
  });

  it('takes no more out of suspense than is there, also where the fee is more than a debit', async () => {
    for (const id of ['E1', 'E2', 'E3']) await on.debit(id, { amountCents: 60 });
    await on.statement([block('1.00')]);
    await collect(await differing());
    expect(await balancesOf(on)).toEqual({ '411000': -180, '512100': 100, '627800': 80 });
  });

  it.runIf(database.name === 'postgres')('is paid by one of two entries, which are decided at once', async () => {
    await on.debit('E1');
    await on.debit('E2');
    await on.statement([block('246.00'), block('246.50', 'B2')]);
    const [one, other] = await on.open('BLOCK_DIFFERS');
    let second = Promise.resolve('not asked');
    const overtaken = through((work) =>
      on.store.transact((transaction) => {
        const closeBankException: typeof transaction.closeBankException = async (id, closing) => {
          second = collect(other).then(() => 'decided', String);
          await Promise.race([second, new Promise((resolve) => setTimeout(resolve, 300))]);
          return transaction.closeBankException(id, closing);
        };
        return work({ ...transaction, closeBankException });
      }),
    );
    await collect(one, overtaken);
    expect(await second).toContain('Another entry paid this block');
  });
});
