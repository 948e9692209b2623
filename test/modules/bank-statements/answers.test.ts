import { describe, expect, it } from 'vitest';
import { suggestPayments } from '../../../src/modules/bank-statements/exceptions/suggest-payments.ts';
import type { StoredBatch } from '../../../src/modules/direct-debits/batches/direct-debit.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { everything, kindsOf, openImporting } from '../../support/bank-statements/importing.ts';
import {
  rejecting,
  type WrittenEntry,
  writtenReport,
  writtenStatement,
} from '../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';

/** What an answer of the bank may touch, and what it tells a person. */
describe.each(drawnDatabases())('an answer of the bank ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  const statusesOf = (payments: readonly Payment[]) => Promise.all(payments.map(on.statusOf));
  const block = (amount: string, bankReference: string, batch = 'M1-1'): WrittenEntry => ({
    ...{ amount, batch, bankReference, code: ['IDDT', 'ESDD'] },
  });
  const statement = async (entries: readonly WrittenEntry[], id = 'S1', sequence?: number, day?: string) => {
    const said = { id, entries, ...(sequence && { sequence }), ...(day && { day }) };
    const { file } = await on.import(writtenStatement(said));
    expect(file).toMatchObject({ status: 'IMPORTED', reason: null });
    return file.counts;
  };

  describe('on one file of ours', () => {
    it.each([
      ['a debit', { id: 'M1-1', transactions: [{ endToEndId: 'THEIRS', status: 'RJCT', reason: 'MD01' }] }],
      ['a debit in another block', { id: 'M1-2', transactions: [{ endToEndId: 'OURS', status: 'RJCT' }] }],
      ['a block', { id: 'M2-1', status: 'RJCT', reason: 'AG01' }],
    ])('refuses nothing of another file by the id of %s', async (_what, named) => {
      const ours = await on.debit('OURS');
      const theirs = await on.debit('THEIRS', {}, { messageId: 'M2', paymentInformationId: 'M2-1' });
      const { file } = await on.import(writtenReport({ messageId: 'M1', blocks: [named] }));
      expect(file).toMatchObject({ status: 'IMPORTED', counts: { applied: 0, exceptions: 1 } });
      expect(await statusesOf([ours, theirs])).toEqual(['SUBMITTED', 'SUBMITTED']);
      expect(await kindsOf(on.store)).toEqual(['REPORT_UNCLEAR']);
    });

    it.each([
      ['the file', { group: { status: 'RJCT', reason: 'DU01' } }],
      ['the file, by the older code', { group: { status: 'RJCT', reason: 'AM05' } }],
      ['a block', { blocks: [{ id: 'M1-1', status: 'RJCT', reason: 'DU02' }] }],
    ])('that says that %s came twice refuses nothing: what came first is debited', async (_what, said) => {
      const payment = await on.debit('E1');
      const { file } = await on.import(writtenReport({ messageId: 'M1', ...said }));
      expect(file).toMatchObject({ status: 'IMPORTED', counts: { applied: 0, exceptions: 1 } });
      expect([await statusesOf([payment]), await kindsOf(on.store)]).toEqual([['SUBMITTED'], ['REPORT_UNCLEAR']]);
      await statement([block('123.45', 'B1')]);
      expect(await statusesOf([payment])).toEqual(['PAID']);
    });

    describe.each(['AM05', 'DUPL'])('that calls a debit a duplicate by %s', (reason) => {
      const report = (version: '03' | '10' = '10', messageId = 'M1') =>
        writtenReport({
          ...{ version, messageId },
          blocks: [{ id: 'M1-1', transactions: [{ endToEndId: 'E1', status: 'RJCT', reason }] }],
        });
      const exceptions = async (status: 'OPEN' | 'SETTLED') =>
        (await on.store.bankExceptions({ ...everything, status })).map(({ kind, paymentId, reasonCode }) => [
          ...[kind, paymentId, reasonCode],
        ]);

      it('refuses nothing, because a debit of that id was sent once, and shows a person which one', async () => {
        const payment = await on.debit('E1');
        const other = await on.debit('E2');
        expect((await on.import(report())).file.counts).toMatchObject({ applied: 0, exceptions: 1 });
        expect((await on.import(report('03'))).file.counts).toMatchObject({ repeated: 1, exceptions: 0 });
        expect(await statusesOf([payment, other])).toEqual(['SUBMITTED', 'SUBMITTED']);
        expect(await exceptions('OPEN')).toEqual([['REPORT_UNCLEAR', payment.id, reason]]);
      });

      it.each([
        ['its money comes', () => statement([block('123.45', 'B1')]), 'PAID'],
        ['it is refused for another reason', () => on.import(rejecting('E1')), 'REFUSED'],
      ])('is explained where %s, before it or after it', async (_what, happens, status) => {
        const payment = await on.debit('E1');
        await on.import(report());
        await happens();
        expect([await on.statusOf(payment), await kindsOf(on.store)]).toEqual([status, []]);
        expect(await exceptions('SETTLED')).toEqual([['REPORT_UNCLEAR', payment.id, reason]]);
        expect((await on.import(report('03'))).file.counts).toMatchObject({ repeated: 1, exceptions: 0 });
        expect([await on.statusOf(payment), await kindsOf(on.store)]).toEqual([status, []]);
      });

      it('touches no debit of another file', async () => {
        const payment = await on.debit('E1');
        await on.debit('E9', {}, { messageId: 'M2', paymentInformationId: 'M2-1' });
        await on.import(report('10', 'M2'));
        expect([await on.statusOf(payment), await exceptions('OPEN')]).toEqual([
          'SUBMITTED',
          [['REPORT_UNCLEAR', null, reason]],
        ]);
      });
    });

    describe('that refuses a debit and leaves its id out, as it may', () => {
      const refusing = (mandate?: string, version: '03' | '10' = '10') =>
        writtenReport({
          ...{ version, messageId: 'M1' },
          blocks: [{ id: 'M1-1', transactions: [{ status: 'RJCT', reason: 'AC04', ...(mandate && { mandate }) }] }],
        });

      it('refuses the one of its mandate in that file, and the rest of the report is applied', async () => {
        const meant = await on.debit('E1');
        const other = await on.debit('E9', {}, { messageId: 'M2', paymentInformationId: 'M2-1' });
        expect((await on.import(refusing('rum-1'))).file).toMatchObject({ status: 'IMPORTED', counts: { applied: 1 } });
        expect((await on.import(refusing('RUM-1', '03'))).file.counts).toMatchObject({ repeated: 1, exceptions: 0 });
        expect([await statusesOf([meant, other]), await kindsOf(on.store)]).toEqual([['REFUSED', 'SUBMITTED'], []]);
      });

      it.each([
        ['names no mandate', undefined],
        ['names one of several debits', 'RUM-1'],
        ['names a mandate of nobody', 'RUM-2'],
      ])('refuses nothing by a guess where it %s: a person says which one of that file', async (_what, mandate) => {
        const [meant, second] = [await on.debit('E1'), await on.debit('E2')];
        const elsewhere = await on.debit('E9', {}, { messageId: 'M2', paymentInformationId: 'M2-1' });
        expect((await on.import(refusing(mandate))).file.counts).toMatchObject({ applied: 0, exceptions: 1 });
        expect((await on.import(refusing(mandate, '03'))).file.counts).toMatchObject({ repeated: 1, exceptions: 0 });
        expect(await statusesOf([meant, second, elsewhere])).toEqual(['SUBMITTED', 'SUBMITTED', 'SUBMITTED']);
        const exception = await on.only();
        expect(exception).toMatchObject({ kind: 'REPORT_UNCLEAR', reasonCode: 'AC04', paymentId: null });
        expect((await suggestPayments(on.services, exception)).map(({ id }) => id)).toEqual(
          mandate === 'RUM-1' ? [second.id, meant.id] : [],
        );
        const assign = ({ id }: Payment) => on.decide({ resolution: 'ASSIGNED', payment: id });
        await expect(assign(elsewhere)).rejects.toThrow(/in another file/);
        expect((await assign(meant)).payment).toMatchObject({ id: meant.id, status: 'REFUSED' });
        expect(await statusesOf([meant, second, elsewhere])).toEqual(['REFUSED', 'SUBMITTED', 'SUBMITTED']);
      });

      it('and accepts one without its id, which changes nothing', async () => {
        const payment = await on.debit('E1');
        const blocks = [{ id: 'M1-1', transactions: [{ status: 'ACCP' }] }];
        const { file } = await on.import(writtenReport({ messageId: 'M1', blocks }));
        expect(file).toMatchObject({ status: 'IMPORTED', counts: { applied: 0, exceptions: 0, ignored: 1 } });
        expect(await on.statusOf(payment)).toBe('SUBMITTED');
      });
    });

    const inState = async (status: StoredBatch['status']): Promise<void> => {
      await on.debit('E1');
      await on.store.transact(async (t) => {
        const batch = await t.directDebitBatchByMessageId('M1');
        if (!batch || !(await t.updateDirectDebitBatch({ ...batch, status, version: batch.version + 1 }))) {
          throw new Error('the batch is there');
        }
      });
    };
    const batch = () => on.store.directDebitBatchByMessageId('M1');

    it.each(['ACTC', 'ACCP', 'RJCT', 'PART'])('says by %s that the bank has it', async (status) => {
      await inState('CREATED');
      await on.import(writtenReport({ messageId: 'M1', group: { status } }));
      expect(await batch()).toMatchObject({ status: 'SUBMITTED', closedBy: 'bank' });
    });

    it('that was cancelled here calls a person where the bank accepts it, once', async () => {
      await inState('CANCELLED');
      for (const name of ['a.xml', 'b.xml']) {
        await on.import(`${writtenReport({ messageId: 'M1', group: { status: 'ACCP' } })}<!--${name}-->`, { name });
      }
      expect(await kindsOf(on.store)).toEqual(['CONTRADICTION']);
      expect(await batch()).toMatchObject({ status: 'CANCELLED' });
    });
  });

  describe('that books a block in one sum', () => {
    it('counts once: the same sum again goes to a person, and no money is lost in it', async () => {
      const debits = [await on.debit('E1'), await on.debit('E2')];
      await statement([block('246.90', 'B1')]);
      expect(await statusesOf(debits)).toEqual(['PAID', 'PAID']);
      expect(await statement([block('246.90', 'B2')], 'S2')).toMatchObject({ applied: 0, exceptions: 1 });
      expect(await kindsOf(on.store)).toEqual(['CONTRADICTION']);
      expect(await statement([block('246.90', 'B1')], 'S3')).toMatchObject({ repeated: 1 });
    });

    it('is not the money of debits that were credited one by one', async () => {
      const debits = [await on.debit('E1'), await on.debit('E2')];
      const one = { amount: '123.45', bankReference: 'B1', details: [{ amount: '123.45', endToEndId: 'E1' }] };
      await statement([{ ...one, code: ['IDDT', 'ESDD'] }]);
      expect(await statement([block('246.90', 'B2')], 'S2')).toMatchObject({ applied: 0, exceptions: 1 });
      expect(await statusesOf(debits)).toEqual(['PAID', 'SUBMITTED']);
      expect(await statement([block('123.45', 'B3')], 'S3')).toMatchObject({ applied: 1 });
      expect(await statusesOf(debits)).toEqual(['PAID', 'PAID']);
      expect(await kindsOf(on.store)).toEqual(['BLOCK_DIFFERS']);
    });
  });

  describe("about a debit that was signed on the bank's page", () => {
    const hosted = async (change: Partial<Payment> = {}): Promise<{ payment: Payment; order: string }> => {
      const payment = await on.transfer({
        ...{ paymentTarget: 'LABANQUEPOSTALE', paymentType: 'DIRECT_SEPA', typePaiement: 'DIRECT_SEPA' },
        ...{ flow: 'HOSTED_PAGE_MANDATE', status: 'PENDING', expiresAt: null },
        ...change,
      });
      const order = (await on.store.lastAttemptOf(payment.id))?.reference ?? '';
      return { payment, order };
    };
    const entry = (amount: string, texts: readonly string[], change: Partial<WrittenEntry> = {}): WrittenEntry => ({
      ...{ amount, bankReference: 'B1', code: ['IDDT', 'ESDD'], details: [{ amount, texts }] },
      ...change,
    });

    it('pays it by our order number, in an id or in free text, and takes it back, in either order', async () => {
      const [first, second] = [await hosted(), await hosted()];
      await statement([
        { ...entry('123.45', []), details: [{ amount: '123.45', endToEndId: first.order }] },
        entry('123.45', [`SCELLIUS ${second.order.slice(0, 6)}`, second.order.slice(6)], { bankReference: 'B2' }),
      ]);
      expect(await statusesOf([first.payment, second.payment])).toEqual(['PAID', 'PAID']);
      const back = { direction: 'DBIT', code: ['IDDT', 'UPDD'] } as const;
      const details = [{ amount: '123.45', endToEndId: first.order, reason: 'AM04' }];
      await statement([entry('123.45', [], { ...back, bankReference: 'B3', details })], 'S2');
      expect(await on.statusOf(first.payment)).toBe('RETURNED');

      const third = await hosted();
      const returned = [{ amount: '123.45', endToEndId: third.order, reason: 'AM04' }];
      await statement([entry('123.45', [], { ...back, bankReference: 'B4', details: returned })], 'S3');
      await statement([entry('123.45', [third.order], { bankReference: 'B5' })], 'S4');
      expect(await on.statusOf(third.payment)).toBe('RETURNED');
      expect(await kindsOf(on.store)).toEqual([]);
    });

    it('guesses nothing: another amount, two orders, or the payment of a card', async () => {
      const [first, second] = [await hosted(), await hosted()];
      const card = await hosted({ flow: 'HOSTED_PAGE' });
      await statement([
        entry('100.00', [first.order]),
        entry('123.45', [first.order, second.order], { bankReference: 'B2' }),
        entry('123.45', [card.order], { bankReference: 'B3' }),
      ]);
      expect(await statusesOf([first.payment, second.payment, card.payment])).toEqual([
        'PENDING',
        'PENDING',
        'PENDING',
      ]);
      expect(await kindsOf(on.store)).toEqual(['AMBIGUOUS', 'AMOUNT_DIFFERS', 'UNMATCHED_CREDIT']);
    });

    it('is assigned by a person, to whom it is suggested', async () => {
      const { payment } = await hosted();
      await statement([entry('123.45', ['REMISE 4711'])]);
      expect(await suggestPayments(on.services, await on.only())).toMatchObject([{ id: payment.id }]);
      await on.decide({ resolution: 'ASSIGNED', payment: payment.id });
      expect(await on.statusOf(payment)).toBe('PAID');
    });
  });

  it('that skips a statement goes to a person, until the statement is there', async () => {
    await statement([], 'S7', 7);
    await statement([], 'S9', 9);
    expect(await on.open()).toMatchObject([{ kind: 'STATEMENT_MISSING', reasonCode: '8' }]);
    await statement([], 'S10', 10);
    await statement([], 'S9 again', 9);
    // Of the next year, from the beginning.
    await statement([], 'S1', 1);
    expect(await kindsOf(on.store)).toEqual(['STATEMENT_MISSING']);
    await statement([], 'S8', 8);
    expect(await kindsOf(on.store)).toEqual([]);
  });

  it('that skips a statement is noticed also after the bank began its numbers again', async () => {
    for (const number of [101, 102, 103]) await statement([], `S${number}`, number, '2025-11-25');
    await statement([], 'T101', 101, '2026-11-25');
    expect(await kindsOf(on.store)).toEqual([]);
    await statement([], 'T103', 103, '2026-11-27');
    await statement([], 'S102 again', 102, '2025-11-26');
    expect(await on.open()).toMatchObject([{ reasonCode: '102' }]);
    await statement([], 'T102', 102, '2026-11-26');
    expect(await kindsOf(on.store)).toEqual([]);
    await statement([], 'U1', 101, '2027-11-25');
    await statement([], 'U3', 103, '2027-11-27');
    expect(await kindsOf(on.store)).toEqual(['STATEMENT_MISSING']);
  });
});
