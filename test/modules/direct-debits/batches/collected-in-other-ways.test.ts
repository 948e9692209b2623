import { describe, expect, it } from 'vitest';
import { anonymous } from '../../../../src/kernel/caller.ts';
import type { BankExceptionKind } from '../../../../src/modules/bank-statements/bank-import.ts';
import { suggestPayments } from '../../../../src/modules/bank-statements/exceptions/suggest-payments.ts';
import {
  cancelDirectDebitBatch,
  downloadBatchFile,
} from '../../../../src/modules/direct-debits/batches/close-batch.ts';
import { changeStatus } from '../../../../src/modules/payments/change-payment.ts';
import { cancelPayment } from '../../../../src/modules/payments/operations/cancel-payment.ts';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import { kindsOf } from '../../../support/bank-statements/importing.ts';
import { collection, returned, writtenStatement } from '../../../support/bank-statements/written-files.ts';
import { openCompany } from '../../../support/direct-debits/company.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

/** The bank had the file of a cancelled batch, and says so in a way that a person, or a rule, has to sort out. */
describe.each(drawnDatabases())('the money of a debit of a cancelled batch ($name)', (database) => {
  const company = openForEach(() => openCompany(database));

  const assign = (kind: BankExceptionKind, { id: payment }: Payment) =>
    company.decide({ resolution: 'ASSIGNED', payment }, kind);
  /** @returns the presentation in the file */
  const sendAndCancel = async (payment: Payment) => {
    const made = await company.batch('2026-12-09');
    const sent = await company.presentation(payment);
    const id = made.batches[0]?.id ?? '';
    await downloadBatchFile(company.services, anonymous, id);
    await cancelDirectDebitBatch(company.services, anonymous, { id, fileWasNotSent: true });
    return sent;
  };
  const collectionsOf = async (mandateId: string) => (await company.store.mandateById(mandateId))?.collections;
  let statements = 0;
  const book = (entry: ReturnType<typeof collection>) =>
    company.read(
      writtenStatement({ id: `S${++statements}`, entries: [{ ...entry, bankReference: `B${statements}` }] }),
    );

  it.each([
    ['no other debit is', 0],
    ['another debit is', 1],
  ])(
    'that an earlier version left waiting beside a paid payment leaves the queue with the next batch, where %s due',
    async (_, due) => {
      const { id, idClient } = await company.mandate();
      const payment = await company.debit(idClient);
      for (let count = 0; count < due; count++) await company.newDebit();
      await company.store.transact((transaction) =>
        changeStatus({ ...company.services, eventHandlers: [] }, transaction, payment, {
          ...{ to: 'PAID', data: { cause: 'BANK_STATEMENT', ...bookedAsNothing } },
        }),
      );
      expect([await company.standing(payment), await company.store.hasOpenDebit(id)]).toEqual(['PAID 1 WAITING', true]);
      const { heldBack, batches } = await company.batch('2026-12-09');
      expect(heldBack).toMatchObject([{ paymentId: payment.id, reason: 'the payment is PAID' }]);
      expect(batches).toHaveLength(due);
      expect([await company.standing(payment), await company.store.hasOpenDebit(id)]).toEqual([
        'PAID 1 WITHDRAWN',
        false,
      ]);
      expect((await company.batch('2026-12-09')).heldBack).toEqual([]);
    },
  );
  const bookedAsNothing = {
    bankEntry: 'bke_1',
    bankFile: 'bkf_1',
    bookingDate: null,
    bookedCents: 1250,
    feeCents: 0,
    bankStatus: null,
  };

  it('is that of a block without the debit that a person says is missing in it, which is suggested', async () => {
    const payments: Payment[] = [];
    for (const amount of [10_000, 20_000, 30_000]) {
      payments.push(await company.newDebit(amount));
    }
    const [first, missing] = payments;
    if (!first || !missing) throw new Error('they are there');
    const { blockId } = await sendAndCancel(first);
    await book({ amount: '400.00', batch: blockId ?? '', code: ['IDDT', 'ESDD'] });
    expect((await suggestPayments(company.services, await company.only('BLOCK_DIFFERS'))).map(({ id }) => id)).toEqual([
      missing.id,
    ]);
    await assign('BLOCK_DIFFERS', missing);
    const expected = ['PAID 2 WITHDRAWN', 'REFUSED 2 REFUSED', 'PAID 2 WITHDRAWN'];
    expect(await Promise.all(payments.map(company.standing))).toEqual(expected);
    expect(await kindsOf(company.store)).toEqual(['CONTRADICTION']);
    expect(await company.batch('2026-12-09')).toMatchObject({ batches: [], heldBack: [] });
  });

  it.each(['ASSIGNED', 'COLLECTED'] as const)('is of one block (%s): those of another wait', async (resolution) => {
    const [missing, , ofOther] = [
      await company.newDebit(100),
      await company.newDebit(20_000),
      await company.newDebit(30_000, 'CORE', 'ONE_OFF'),
    ];
    const { blockId } = await sendAndCancel(missing);
    await book({ amount: '200.00', batch: blockId ?? '', code: ['IDDT', 'ESDD'] });
    const payment = resolution === 'ASSIGNED' ? { payment: missing.id } : {};
    await company.decide({ resolution, ...payment }, 'BLOCK_DIFFERS');
    expect(await kindsOf(company.store)).toEqual(['CONTRADICTION']);
    expect(await company.batch('2026-12-09')).toMatchObject({
      batches: [],
      heldBack: [{ paymentId: ofOther.id, reason: expect.stringContaining('cancelled file') }],
    });
  });

  it('comes without its id, and a person assigns it: nothing waits, and the mandate was used', async () => {
    const { id, idClient } = await company.mandate();
    const payment = await company.debit(idClient);
    await sendAndCancel(payment);
    await book(collection('12.50', { texts: ['REMISE'] }));
    await assign('UNMATCHED_CREDIT', payment);
    expect([await company.standing(payment), await collectionsOf(id)]).toEqual(['PAID 2 WITHDRAWN', 1]);
    expect(await company.store.hasOpenDebit(id)).toBe(false);
    expect(await company.batch('2026-12-09')).toMatchObject({ batches: [], heldBack: [] });
  });

  it('is no matter of the mandate where a debit waits and its customer pays it by a transfer', async () => {
    const { id, idClient } = await company.mandate();
    const payment = await company.debit(idClient);
    await book(collection('12.50', { texts: ['REGLEMENT'] }, { code: ['RCDT', 'ESCT'] }));
    await assign('UNMATCHED_CREDIT', payment);
    expect([await company.standing(payment), await collectionsOf(id)]).toEqual(['PAID 1 WITHDRAWN', 0]);
    expect(await company.batch('2026-12-09')).toMatchObject({ batches: [], heldBack: [] });
  });

  it('comes less a fee, and a person assigns it: the rest pays it, and the mandate was used once', async () => {
    const { id, idClient } = await company.mandate();
    const payment = await company.debit(idClient);
    const { endToEndId } = await sendAndCancel(payment);
    await book(collection('12.00', { endToEndId }));
    await assign('AMOUNT_DIFFERS', payment);
    expect([await company.standing(payment), await kindsOf(company.store)]).toEqual([
      'PENDING 2 WITHDRAWN',
      ['CONTRADICTION', 'UNDERPAID'],
    ]);
    await book(collection('0.50', { endToEndId }));
    expect([await company.standing(payment), await collectionsOf(id)]).toEqual(['PAID 2 WITHDRAWN', 1]);
  });

  it('uses the mandate also where its payment was cancelled in the meantime', async () => {
    const { id, idClient } = await company.mandate('CORE', 'ONE_OFF');
    const payment = await company.debit(idClient);
    const { endToEndId } = await sendAndCancel(payment);
    await cancelPayment(company.services, anonymous, { id: payment.id });
    await book(collection('12.50', { endToEndId }));
    expect([await company.standing(payment), await collectionsOf(id)]).toEqual(['PAID 2 WITHDRAWN', 1]);
    expect(await company.store.mandateById(id)).toMatchObject({ status: 'COMPLETED' });
    expect(await kindsOf(company.store)).toEqual(['CONTRADICTION']);
  });

  it('stays where the return is of another presentation, whose credit paid nothing', async () => {
    const payment = await company.newDebit();
    const [first, second] = [await sendAndCancel(payment), await sendAndCancel(payment)];
    await book(collection('12.50', { endToEndId: first.endToEndId }));
    await book(collection('12.50', { endToEndId: second.endToEndId }));
    expect(await kindsOf(company.store)).toEqual(['CONTRADICTION', 'CONTRADICTION']);
    await book(returned('12.50', second.endToEndId, 'AM04'));
    expect(await company.standing(payment)).toBe('PAID 3 WITHDRAWN');
    expect(await kindsOf(company.store)).toEqual(Array(3).fill('CONTRADICTION'));
    await book(returned('12.50', first.endToEndId, 'AM04'));
    expect(await company.standing(payment)).toBe('RETURNED 3 WITHDRAWN');
  });
});
