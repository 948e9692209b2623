import { describe, expect, it } from 'vitest';
import { anonymous } from '../../../../src/kernel/caller.ts';
import {
  cancelDirectDebitBatch,
  markBatchSubmitted,
} from '../../../../src/modules/direct-debits/batches/close-batch.ts';
import type { CreatedBatches } from '../../../../src/modules/direct-debits/batches/create-batch.ts';
import { reviewSilentDebits } from '../../../../src/modules/direct-debits/batches/review-silent-debits.ts';
import { amendMandate } from '../../../../src/modules/direct-debits/mandates/amend-mandate.ts';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import { reviewPayment } from '../../../../src/modules/payments/review-payment.ts';
import { kindsOf } from '../../../support/bank-statements/importing.ts';
import { collection, writtenStatement } from '../../../support/bank-statements/written-files.ts';
import { openCompany } from '../../../support/direct-debits/company.ts';
import { otherIban } from '../../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

/** A file that the bank does not have yet would still collect its debits. */
describe.each(drawnDatabases())('a debit in a file that the bank does not have ($name)', (database) => {
  const company = openForEach(() => openCompany(database));

  const collect = async () => {
    const payment = await company.newDebit();
    const other = await company.newDebit();
    return { payment, other, made: await company.batch('2026-12-09') };
  };
  const callPerson = async () => {
    company.on('2026-12-30');
    const failed = (subject: string) => expect.fail(subject);
    await reviewSilentDebits(company.services, { keepsLease: () => Promise.resolve(true), failed });
  };
  const credited = (amount: string, named: { endToEndId?: string } = {}) =>
    company.read(
      writtenStatement({ id: `S${amount}`, entries: [collection(amount, { texts: ['REGLEMENT'], ...named })] }),
    );
  const creditBlock = async (payment: Payment, amount: string) => {
    const { blockId } = await company.presentation(payment);
    const entry = { amount, batch: blockId ?? '', code: ['IDDT', 'ESDD'] } as const;
    await company.read(writtenStatement({ id: `S${amount}`, entries: [entry] }));
  };
  const assign = (kind: 'UNMATCHED_CREDIT' | 'AMOUNT_DIFFERS', { id: payment }: Payment) =>
    company.decide({ resolution: 'ASSIGNED', payment }, kind);

  it.each(['12.50', '5.00'])('is given no %s EUR that came otherwise before its batch is cancelled', async (amount) => {
    const { payment, other, made } = await collect();
    await credited(amount);
    await expect(assign('UNMATCHED_CREDIT', payment)).rejects.toThrow('in a file that the bank does not have yet');
    expect([await company.standing(payment), await kindsOf(company.store)]).toEqual([
      'SUBMITTED 1 BATCHED',
      ['UNMATCHED_CREDIT'],
    ]);
    await company.cancel(made);
    if (amount === '12.50') await assign('UNMATCHED_CREDIT', payment);
    else await expect(assign('UNMATCHED_CREDIT', payment)).rejects.toThrow('this cannot be applied');
    const expected = amount === '12.50' ? 'PAID 2 WITHDRAWN' : 'PENDING 2 WAITING';
    expect([await company.standing(payment), await company.standing(other)]).toEqual([expected, 'PENDING 2 WAITING']);
  });

  it('is given it once the bank has the file', async () => {
    const { payment, made } = await collect();
    await credited('12.50');
    await markBatchSubmitted(company.services, anonymous, { id: made.batches[0]?.id });
    await assign('UNMATCHED_CREDIT', payment);
    expect(await company.standing(payment)).toBe('PAID 1 BATCHED');
  });

  it('is given a part that names it: the bank has the file after all', async () => {
    const { payment, made } = await collect();
    await credited('5.00', await company.presentation(payment));
    await assign('AMOUNT_DIFFERS', payment);
    expect([await company.standing(payment), await kindsOf(company.store)]).toEqual([
      'SUBMITTED 1 BATCHED',
      ['UNDERPAID'],
    ]);
    expect(await company.store.directDebitBatch(made.batches[0]?.id ?? '')).toMatchObject({ status: 'SUBMITTED' });
  });

  it('waits for another one where its batch is cancelled after a person was called to it', async () => {
    const { payment, other, made } = await collect();
    await callPerson();
    expect([await company.standing(payment), await company.standing(other)]).toEqual(
      Array(2).fill('NEEDS_REVIEW 1 BATCHED'),
    );
    await company.cancel(made);
    expect([await company.standing(payment), await company.standing(other)]).toEqual(
      Array(2).fill('PENDING 2 WAITING'),
    );
    const again = await company.batch('2027-01-13');
    expect(again).toMatchObject({ batches: [{ debits: 2 }], heldBack: [] });
  });

  it.each(['PAID', 'RETURNED', 'REFUNDED'])(
    'keeps its batch where a person decided that it is %s, until the file is said to be not sent',
    async (status) => {
      const { payment, other, made } = await collect();
      await callPerson();
      await reviewPayment(company.services, anonymous, { id: payment.id, status });
      await expect(company.cancel(made)).rejects.toThrow('fileWasNotSent must be true: a person decided');
      expect([await company.standing(payment), await company.standing(other)]).toEqual([
        `${status} 1 BATCHED`,
        'NEEDS_REVIEW 1 BATCHED',
      ]);
      const { mandateId: id } = await company.presentation(payment);
      await cancelDirectDebitBatch(company.services, anonymous, { id: made.batches[0]?.id, fileWasNotSent: true });
      expect([await company.standing(payment), await company.standing(other)]).toEqual([
        `${status} 1 WITHDRAWN`,
        'PENDING 2 WAITING',
      ]);
      expect(await company.store.mandateById(id)).toMatchObject({ collections: 0, lastCollectedOn: null });
      expect(await company.batch('2027-01-13')).toMatchObject({ batches: [{ debits: 1 }], heldBack: [] });
    },
  );

  it.each<[string, (payment: Payment) => Promise<void>]>([
    ['its block', (payment) => creditBlock(payment, '12.50')],
    ['it', (payment) => company.book(payment)],
  ])('keeps its batch where a person decided that it is paid, and the bank credits %s', async (_what, credit) => {
    const [payment, other] = [await company.newDebit(), await company.newDebit(4000, 'CORE', 'ONE_OFF')];
    const made = await company.batch('2026-12-09');
    await callPerson();
    await reviewPayment(company.services, anonymous, { id: payment.id, status: 'PAID' });
    await credit(payment);
    const cancelled = { id: made.batches[0]?.id, fileWasNotSent: true };
    await expect(cancelDirectDebitBatch(company.services, anonymous, cancelled)).rejects.toThrow('is SUBMITTED');
    expect(await company.standing(other)).toBe('NEEDS_REVIEW 1 BATCHED');
    const { mandateId } = await company.presentation(payment);
    expect(await company.store.mandateById(mandateId)).toMatchObject({ collections: 1 });
    expect(await company.batch('2027-01-13')).toMatchObject({ batches: [] });
  });

  it.each([
    ['its file first', [0, 1]],
    ['its file last', [1, 0]],
  ])('used no mandate where a person ended it and the files are cancelled: %s', async (_, order) => {
    const { id, idClient } = await company.mandate();
    const ended = await company.debit(idClient);
    const files = [await company.batch('2026-12-09')];
    await company.debit(idClient);
    files.push(await company.batch('2026-12-09'));
    await callPerson();
    await reviewPayment(company.services, anonymous, { id: ended.id, status: 'CANCELLED' });
    await amendMandate(company.services, anonymous, { id, iban: otherIban });
    for (const number of order) await company.cancel(files[number] as CreatedBatches);
    expect(await company.standing(ended)).toBe('CANCELLED 1 WITHDRAWN');
    const unused = { collections: 0, lastCollectedOn: null, amendment: null };
    expect(await company.store.mandateById(id)).toMatchObject(unused);
  });
});
