import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { anonymous } from '../../../src/kernel/caller.ts';
import { rehearseBankFile } from '../../../src/modules/bank-statements/import/rehearse-bank-file.ts';
import { exampleMandate, kindsOf, openImporting } from '../../support/bank-statements/importing.ts';
import {
  collection,
  credit,
  rejecting,
  returned,
  writtenReport,
  writtenStatement,
} from '../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';

describe.each(drawnDatabases())('a file of the bank ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  describe('with direct debits', () => {
    it('settles, refuses and returns each by its id, with the codes in its story', async () => {
      const [paid, refused, back] = [await on.debit('E1'), await on.debit('E2'), await on.debit('E3')];
      await on.import(rejecting('E2', 'AM04'));
      await on.statement([
        collection('123.45', { endToEndId: 'E1' }, { bankReference: 'B1' }),
        collection('123.45', { endToEndId: 'E3' }, { bankReference: 'B2' }),
      ]);
      await on.statement([returned('123.45', 'E3', 'MD06', { bankReference: 'B3' })], 'S2');
      expect(await Promise.all([paid, refused, back].map(on.statusOf))).toEqual(['PAID', 'REFUSED', 'RETURNED']);
      expect(await on.lastEvent(refused)).toMatchObject({ data: { bankCode: 'AM04', bankStatus: 'RJCT' } });
      expect(await on.lastEvent(back)).toMatchObject({
        data: { bankCode: 'MD06', isRefund: true, cause: 'BANK_STATEMENT' },
      });
      expect(await kindsOf(on.store)).toEqual([]);
    });

    it('rehearses each line of a report as it would be applied, and keeps nothing of it', async () => {
      const debits = [await on.debit('E1'), await on.debit('E2')];
      const statuses = () => Promise.all(debits.map(on.statusOf));
      const open = (report: string) => () => Readable.from([Buffer.from(report)]);
      const rehearsed = async (report: string) =>
        (await rehearseBankFile(on.services, anonymous, { name: 'rejets.xml', open: open(report) })).counts;
      const accepted = writtenReport({
        ...{ messageId: 'M1', blocks: [{ id: 'M1-1', transactions: [{ endToEndId: 'E1', status: 'ACCP' }] }] },
      });
      const refused = writtenReport({ messageId: 'M1', group: { status: 'RJCT', reason: 'FF01' } });
      for (const [report, counts] of [
        [rejecting('E9'), { applied: 0, exceptions: 1 }],
        [accepted, { applied: 0, ignored: 1 }],
        [refused, { applied: 1, exceptions: 0 }],
      ] as const) {
        const [before, open] = [await statuses(), await kindsOf(on.store)];
        const found = await rehearsed(report);
        expect(found).toMatchObject(counts);
        expect([await statuses(), await kindsOf(on.store)]).toEqual([before, open]);
        expect((await on.import(report)).file.counts).toEqual(found);
      }
      expect(await rehearsed(refused)).toMatchObject({ applied: 0, repeated: 1 });
      expect(await statuses()).toEqual(['REFUSED', 'REFUSED']);
    });

    it('suspends the mandate where the code says that it is not good any more, and only then', async () => {
      for (const id of ['E1', 'E2']) await on.debit(id);
      const refusal = (endToEndId: string, reason: string) => on.import(rejecting(endToEndId, reason));
      await refusal('E1', 'AM04');
      expect((await on.store.mandateById(exampleMandate.id))?.status).toBe('ACTIVE');
      await refusal('E2', 'MD01');
      expect((await on.store.mandateById(exampleMandate.id))?.status).toBe('SUSPENDED');
      expect((await on.store.mandateEventsOf(exampleMandate.id, 0, 10)).at(-1)).toMatchObject({
        by: 'bank',
        data: { cause: 'BANK', bankCode: 'MD01' },
      });
    });

    it.each(['02', '08'] as const)(
      'returns one, and suspends its mandate, also where the bank calls that the reversal of an entry, in version %s',
      async (version) => {
        const payment = await on.debit('E1');
        await on.statement([collection('123.45', { endToEndId: 'E1' }, { bankReference: 'B1' })]);
        const back = returned('123.45', 'E1', 'MD01', { bankReference: 'B2', reversal: true });
        const file = writtenStatement({ id: 'S2', version, opening: 20_000, entries: [back] });
        expect((await on.import(file)).file.counts).toMatchObject({ applied: 1, exceptions: 0 });
        expect([await on.statusOf(payment), await kindsOf(on.store)]).toEqual(['RETURNED', []]);
        expect(await on.lastEvent(payment)).toMatchObject({ data: { bankCode: 'MD01', isRefund: true } });
        expect((await on.store.mandateById(exampleMandate.id))?.status).toBe('SUSPENDED');
      },
    );

    it('leaves any other reversal to a person, for whom it is the return of the debit that they name', async () => {
      const payments = [await on.debit('E1'), await on.debit('E2')];
      const taken = { code: ['IDDT', 'PRDD'], reversal: true } as const;
      await on.statement([
        collection('123.45', { endToEndId: 'E1' }, { bankReference: 'B1' }),
        credit('123.45', { endToEndId: 'E1' }, { ...taken, bankReference: 'B2', direction: 'DBIT' }),
        // The bank takes back a return: that is money, and again not by itself the debit's.
        credit('123.45', { endToEndId: 'E2', reason: 'AM04' }, { ...taken, bankReference: 'B3' }),
      ]);
      expect(await Promise.all(payments.map(on.statusOf))).toEqual(['PAID', 'SUBMITTED']);
      expect(await kindsOf(on.store)).toEqual(['REVERSAL', 'REVERSAL']);
      const reversals = await on.open();
      const { id } = reversals.find(({ direction }) => direction === 'DEBIT') ?? {};
      const { payment } = await on.decide({ id, resolution: 'ASSIGNED', payment: payments[0]?.id });
      expect(payment?.status).toBe('RETURNED');
      expect(await kindsOf(on.store)).toEqual(['REVERSAL']);
    });

    it('books the fee of a return apart', async () => {
      const payment = await on.debit('E1', { amountCents: 23_456 });
      await on.statement([collection('234.56', { endToEndId: 'E1' }, { bankReference: 'B1' })]);
      await on.statement(
        [
          returned('235.45', 'E1', 'AM04', {
            bankReference: 'B2',
            details: [{ amount: '234.56', endToEndId: 'E1', reason: 'AM04', charges: '0.89' }],
          }),
        ],
        'S2',
      );
      expect(await on.statusOf(payment)).toBe('RETURNED');
      expect(await on.lastEvent(payment)).toMatchObject({ data: { bookedCents: 23_456, feeCents: 89 } });
    });

    it('settles a block that is booked in one sum, without those that were refused', async () => {
      const payments = [await on.debit('E1'), await on.debit('E2'), await on.debit('E3')];
      await on.import(rejecting('E2'));
      await on.statement([{ amount: '246.90', batch: 'M1-1', code: ['IDDT', 'ESDD'] }]);
      expect(await Promise.all(payments.map(on.statusOf))).toEqual(['PAID', 'REFUSED', 'PAID']);
    });

    it('settles it as well where the refusals come later, and nothing before', async () => {
      const payments = [await on.debit('E1'), await on.debit('E2'), await on.debit('E3')];
      await on.statement([{ amount: '246.90', batch: 'M1-1', code: ['IDDT', 'ESDD'] }]);
      expect(await Promise.all(payments.map(on.statusOf))).toEqual(Array(3).fill('SUBMITTED'));
      expect(await kindsOf(on.store)).toEqual(['BLOCK_DIFFERS']);
      await on.import(rejecting('E2'));
      expect(await Promise.all(payments.map(on.statusOf))).toEqual(['PAID', 'REFUSED', 'PAID']);
      expect(await kindsOf(on.store)).toEqual([]);
    });

    it('settles it however many newer blocks differ', async () => {
      const payments = [await on.debit('E1'), await on.debit('E2')];
      await on.statement([{ amount: '123.45', batch: 'M1-1', code: ['IDDT', 'ESDD'] }]);
      const others = Array.from({ length: 101 }, (_, index) => `OTHER-${index}`);
      for (const id of others) await on.debit(id, {}, { paymentInformationId: id });
      await on.statement(
        others.map((batch) => ({ amount: '1.00', batch, bankReference: batch })),
        'S2',
      );
      await on.import(rejecting('E2'));
      expect(await Promise.all(payments.map(on.statusOf))).toEqual(['PAID', 'REFUSED']);
    });

    it('refuses a whole block, and a whole file', async () => {
      const block = [await on.debit('E1'), await on.debit('E2')];
      const rest = await on.debit('E3', {}, { paymentInformationId: 'M1-2' });
      await on.import(writtenReport({ messageId: 'M1', blocks: [{ id: 'M1-1', status: 'RJCT', reason: 'BE05' }] }));
      expect(await Promise.all([...block, rest].map(on.statusOf))).toEqual(['REFUSED', 'REFUSED', 'SUBMITTED']);
      await on.import(writtenReport({ messageId: 'M1', group: { status: 'RJCT', reason: 'FF01' } }));
      expect(await on.statusOf(rest)).toBe('REFUSED');
      expect(await on.lastEvent(rest)).toMatchObject({ data: { bankCode: 'FF01' } });
    });

    it('never makes one paid by a report, and keeps what it does not understand', async () => {
      const payment = await on.debit('E1');
      const status = (code: string) =>
        on.import(
          writtenReport({
            messageId: 'M1',
            blocks: [{ id: 'M1-1', transactions: [{ endToEndId: 'E1', status: code }] }],
          }),
        );
      for (const code of ['RCVD', 'ACTC', 'ACCP', 'ACSP', 'ACSC', 'ACCC', 'PDNG']) await status(code);
      expect([await on.statusOf(payment), await kindsOf(on.store)]).toEqual(['SUBMITTED', []]);
      await status('ACWC');
      await status('XYZ');
      expect([await on.statusOf(payment), await kindsOf(on.store)]).toEqual([
        'SUBMITTED',
        ['REPORT_UNCLEAR', 'REPORT_UNCLEAR'],
      ]);
    });

    it('leaves a wrong amount, a second settlement and a contradiction to a person', async () => {
      const [wrong, twice, late] = [await on.debit('E1'), await on.debit('E2'), await on.debit('E3')];
      await on.statement([
        collection('123.46', { endToEndId: 'E1' }, { bankReference: 'B1' }),
        collection('123.45', { endToEndId: 'E2' }, { bankReference: 'B2' }),
        collection('123.45', { endToEndId: 'E2' }, { bankReference: 'B3' }),
        collection('123.45', { endToEndId: 'E3' }, { bankReference: 'B4' }),
      ]);
      await on.import(rejecting('E3'));
      expect(await Promise.all([wrong, twice, late].map(on.statusOf))).toEqual(['SUBMITTED', 'PAID', 'PAID']);
      expect(await kindsOf(on.store)).toEqual(['AMOUNT_DIFFERS', 'CONTRADICTION', 'CONTRADICTION']);
    });
  });
});
