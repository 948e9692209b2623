import { beforeEach, describe, expect, it } from 'vitest';
import { anonymous } from '../../../../src/kernel/caller.ts';
import { reverseJournalEntry } from '../../../../src/modules/accounting/reverse-journal-entry.ts';
import { suggestPayments } from '../../../../src/modules/bank-statements/exceptions/suggest-payments.ts';
import { markBatchSubmitted } from '../../../../src/modules/direct-debits/batches/close-batch.ts';
import type { CreatedBatches } from '../../../../src/modules/direct-debits/batches/create-batch.ts';
import type { Presentation } from '../../../../src/modules/direct-debits/batches/direct-debit.ts';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import { balancesOf } from '../../../support/accounting/balances.ts';
import { collection, returned, type WrittenEntry } from '../../../support/bank-statements/written-files.ts';
import { openCompany } from '../../../support/direct-debits/company.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';
import { ask } from '../../../support/store/examples.ts';

/**
 * The bank executed the file of a batch that was cancelled here. A person left its money in suspense before the bank
 * named what it is of.
 */
describe.each(drawnDatabases())('money of a cancelled batch, once the bank names it ($name)', (database) => {
  const company = openForEach(() => openCompany(database));
  let payment: Payment;
  let other: Payment;
  let made: CreatedBatches;
  let sent: Presentation;
  beforeEach(async () => {
    [payment, other] = [await company.newDebit(), await company.newDebit()];
    made = await company.batch('2026-12-09');
    sent = await company.presentation(payment);
    await company.cancel(made);
  });

  const read = (...entries: readonly WrittenEntry[]) => company.bring(entries);
  const plain = (amount: string) => collection(amount, { texts: ['PRLV'] });
  const named = (amount: string) => collection(amount, { endToEndId: sent.endToEndId });
  const assign = ({ id }: Payment) => company.decide({ resolution: 'ASSIGNED', payment: id });
  const suggested = async () => (await suggestPayments(company.services, await company.only())).map(({ id }) => id);

  it('is collected where a person assigns it, and its debit is in no other file', async () => {
    await read(plain('12.50'));
    await company.decide();
    await read(named('12.50'));
    expect(await balancesOf(company)).toEqual({ '471000': -1250, '512100': 1250 });
    expect(await suggested()).toEqual([payment.id]);
    await expect(assign(other)).rejects.toThrow('The bank names another payment');
    expect(await assign(payment)).toBe('CONTRADICTION');
    await read(named('12.50'));
    expect([await company.standing(payment), await company.open()]).toEqual(['PAID 2 WITHDRAWN', []]);
    expect(await company.mandateOf(sent.mandateId)).toEqual(['ACTIVE', 1, '2026-12-09']);
    expect(await balancesOf(company)).toEqual({ '411000': -1250, '512100': 1250 });
    expect([await company.debitsOfNextBatch(), await company.standing(other)]).toEqual([1, 'SUBMITTED 2 BATCHED']);
  });

  const withoutPayment = () => ask(company.databaseUrl, 'update bank_exceptions set payment_id = null');

  it('is collected too where an earlier version opened the exception without its payment', async () => {
    await read(plain('12.50'));
    await company.decide();
    await read(named('12.50'));
    await withoutPayment();
    expect(await suggested()).toEqual([payment.id]);
    await expect(assign(other)).rejects.toThrow('The bank names another payment');
    expect(await company.debitsOfNextBatch()).toBe(0);
    const answers = await Promise.allSettled([assign(payment), assign(payment)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await read(named('12.50'));
    expect([await company.standing(payment), await company.open()]).toEqual(['PAID 2 WITHDRAWN', []]);
    expect(await company.mandateOf(sent.mandateId)).toEqual(['ACTIVE', 1, '2026-12-09']);
    expect(await balancesOf(company)).toEqual({ '411000': -1250, '512100': 1250 });
    await read({ ...returned('12.50', sent.endToEndId, 'AM04'), bankReference: 'B2' });
    expect([await company.standing(payment), await balancesOf(company)]).toEqual(['RETURNED 2 WITHDRAWN', {}]);
  });

  it('may come back after that', async () => {
    await read(plain('12.50'));
    await company.decide();
    await read(named('12.50'));
    await assign(payment);
    await read({ ...returned('12.50', sent.endToEndId, 'AM04'), bankReference: 'B2' });
    expect([await company.standing(payment), await company.open()]).toEqual(['RETURNED 2 WITHDRAWN', []]);
    expect(await balancesOf(company)).toEqual({});
  });

  it('may have come back before that, and a person had left the return in suspense too', async () => {
    const back = { amount: '12.50', direction: 'DBIT', code: ['IDDT', 'UPDD'], bankReference: 'B2' } as const;
    await read(plain('12.50'));
    await company.decide();
    await read({ ...back, reversal: true });
    await company.decide();
    await read(named('12.50'));
    await assign(payment);
    await read({ ...returned('12.50', sent.endToEndId, 'AM04'), bankReference: 'B2', reversal: true });
    await assign(payment);
    expect([await company.standing(payment), await balancesOf(company)]).toEqual(['RETURNED 2 WITHDRAWN', {}]);
  });

  it('may be a part of its debit, which is not sent again either', async () => {
    await read(plain('12.00'));
    await company.decide();
    await read(named('12.00'));
    await assign(payment);
    expect(await company.open()).toMatchObject([{ kind: 'UNDERPAID', amountCents: 50 }]);
    expect([await company.debitsOfNextBatch(), await balancesOf(company)]).toEqual([
      1,
      { '411000': -1200, '512100': 1200 },
    ]);
  });

  it('has the charge that only the later file names', async () => {
    const entry = (detail: object): WrittenEntry => ({
      ...{ amount: '12.30', code: ['IDDT', 'ESDD'] },
      details: [{ amount: '12.30', texts: ['PRLV'], ...detail }],
    });
    await read(entry({}));
    await company.decide();
    await read(entry({ amount: '12.50', charges: '0.20', endToEndId: sent.endToEndId }));
    await assign(payment);
    expect([await company.standing(payment), await company.open()]).toEqual(['PAID 2 WITHDRAWN', []]);
    expect(await balancesOf(company)).toEqual({ '411000': -1250, '512100': 1230, '627800': 20 });
  });

  it('is assigned once, of two decisions at one moment', async () => {
    await read(plain('12.50'));
    await company.decide();
    await read(named('12.50'));
    const answers = await Promise.allSettled([assign(payment), assign(payment)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await balancesOf(company)).toEqual({ '411000': -1250, '512100': 1250 });
  });

  const refused = 'Nothing of this exception can be assigned';

  /** A person decides about the only exception, and accounting undoes what suspense has of it. */
  const takeOut = async () => {
    const { entryId } = await company.only();
    await company.decide();
    const entry = await company.store.suspenseOf(entryId ?? '');
    await reverseJournalEntry(company.services as never, anonymous, { id: entry?.id, reason: 'rendu' });
  };

  it('is of no payment where accounting took it out of suspense', async () => {
    await read(plain('12.50'));
    await takeOut();
    await read(named('12.50'));
    await expect(assign(payment)).rejects.toThrow(refused);
    await company.decide();
    expect(await balancesOf(company)).toEqual({});
  });

  it.each(['before', 'after', 'before, and an earlier version read that,'])(
    'waits while the next file is at the bank, which was sent %s it was named',
    async (when) => {
      await read(plain('12.50'));
      if (when !== 'after') await company.decide();
      const next = await company.batch('2026-12-09');
      if (when !== 'after') await markBatchSubmitted(company.services, anonymous, { id: next.batches[0]?.id });
      await read(named('12.50'));
      if (when.includes('earlier')) await withoutPayment();
      if (when === 'after') {
        await expect(assign(payment)).rejects.toThrow('cancel its batch first');
        await markBatchSubmitted(company.services, anonymous, { id: next.batches[0]?.id });
      }
      await expect(assign(payment)).rejects.toThrow('at the bank in another file too');
      await company.report(next, payment, 'AM04');
      await assign(payment);
      expect(await company.standing(payment)).toBe('PAID 2 REFUSED');
      expect(await company.mandateOf(sent.mandateId)).toEqual(['ACTIVE', 1, '2026-12-09']);
      expect(await balancesOf(company)).toEqual({ '411000': -1250, '512100': 1250 });
    },
  );

  describe('as a block', () => {
    const block = (amount: string): WrittenEntry => ({ amount, code: ['IDDT', 'ESDD'] });
    const ofBlock = (amount: string): WrittenEntry => ({ ...block(amount), batch: sent.blockId ?? '' });
    const listed = (...ids: readonly string[]) => ids.map((endToEndId) => ({ amount: '12.50', endToEndId }));
    const standing = () => Promise.all([payment, other].map(company.standing));
    const collected = () => company.decide({ resolution: 'COLLECTED' });
    let otherSent: string;
    beforeEach(async () => {
      const { endToEndId = '' } = (await company.store.debitsOfBlock(sent.blockId ?? '', payment.id, 1))[0] ?? {};
      otherSent = endToEndId;
    });

    it.each<[string, string, () => WrittenEntry, object]>([
      ['the bank names it', '25.00', () => ofBlock('25.00'), { '512100': 2500 }],
      ['it lacks a fee', '24.60', () => ofBlock('24.60'), { '512100': 2460, '627800': 40 }],
      ['more came', '26.00', () => ofBlock('26.00'), { '471000': -100, '512100': 2600 }],
      [
        'the bank lists its debits',
        '25.00',
        () => ({ ...block('25.00'), details: listed(sent.endToEndId, otherSent) }),
        { '512100': 2500 },
      ],
    ])('is collected where a person says so: %s', async (_what, amount, entry, books) => {
      await read(block(amount));
      await company.decide();
      await read(entry());
      expect(await collected()).toBe('CONTRADICTION');
      await read(entry());
      expect([await standing(), await company.open()]).toEqual([Array(2).fill('PAID 2 WITHDRAWN'), []]);
      expect(await balancesOf(company)).toEqual({ '411000': -2500, ...books });
      expect([await company.mandateOf(sent.mandateId), await company.debitsOfNextBatch()]).toEqual([
        ['ACTIVE', 1, '2026-12-09'],
        0,
      ]);
      await read({ ...returned('12.50', sent.endToEndId, 'AM04'), bankReference: 'B2' });
      expect(await standing()).toEqual(['RETURNED 2 WITHDRAWN', 'PAID 2 WITHDRAWN']);
    });

    it('is collected without the debit that a person says is missing in it, which is suggested', async () => {
      const large = await company.newDebit(20_000);
      const next = await company.batch('2026-12-09');
      const { blockId } = await company.presentation(large);
      await company.cancel(next);
      await read(block('25.00'));
      await company.decide();
      await read({ ...block('25.00'), batch: blockId ?? '' });
      await expect(collected()).rejects.toThrow('200.00 EUR are missing');
      expect(await suggested()).toEqual([large.id]);
      await assign(large);
      expect([...(await standing()), await company.standing(large)]).toEqual([
        ...Array(2).fill('PAID 3 WITHDRAWN'),
        'REFUSED 2 REFUSED',
      ]);
      expect(await balancesOf(company)).toEqual({ '411000': -2500, '512100': 2500 });
      expect(await company.open()).toMatchObject([{ kind: 'CONTRADICTION' }]);
      await read({ ...block('25.00'), batch: blockId ?? '', bankReference: 'B2' });
      expect(await balancesOf(company)).toEqual({ '411000': -2500, '471000': -2500, '512100': 5000 });
    });

    it('is collected once, of two decisions at one moment', async () => {
      await read(block('25.00'));
      await company.decide();
      await read(ofBlock('25.00'));
      const answers = await Promise.allSettled([collected(), collected()]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect(await balancesOf(company)).toEqual({ '411000': -2500, '512100': 2500 });
    });

    it.each<[string, () => Promise<readonly string[]>]>([
      ['not all of them', () => Promise.resolve([sent.endToEndId, 'X'])],
      [
        'one of another batch',
        async () => {
          const third = await company.newDebit();
          const again = await company.batch('2026-12-09');
          const { endToEndId } = await company.presentation(third);
          await company.cancel(again);
          return [sent.endToEndId, endToEndId];
        },
      ],
    ])('is none of its sum where the bank lists %s', async (_what, ids) => {
      const details = listed(...(await ids()));
      await read(block('25.00'));
      await company.decide();
      await read({ ...block('25.00'), details });
      for (const { id } of await company.open()) {
        await expect(company.decide({ id, resolution: 'COLLECTED' })).rejects.toThrow('Only a block');
        const assigned = company.decide({ id, resolution: 'ASSIGNED', payment: payment.id });
        await expect(assigned).rejects.toThrow(refused);
      }
      expect(await balancesOf(company)).toEqual({ '471000': -2500, '512100': 2500 });
    });

    it('is no debit of it where accounting took it out of suspense', async () => {
      await read(block('25.00'));
      await takeOut();
      await read(ofBlock('25.00'));
      await expect(collected()).rejects.toThrow(refused);
      await expect(assign(payment)).rejects.toThrow(refused);
    });
  });
});
