import { describe, expect, it } from 'vitest';
import { anonymous } from '../../../src/kernel/caller.ts';
import { reviewSilentDebits } from '../../../src/modules/direct-debits/batches/review-silent-debits.ts';
import { reviewPayment } from '../../../src/modules/payments/review-payment.ts';
import { writtenStatement } from '../../support/bank-statements/written-files.ts';
import { openCompany } from '../../support/direct-debits/company.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';

/** Nothing stays at the bank for ever: a person is called, and what the bank says after that still counts. */
describe.each(drawnDatabases())('a debit that the bank does not answer ($name)', (database) => {
  const company = openForEach(() => openCompany(database));

  const round = async (): Promise<void> => {
    const failures: string[] = [];
    const keepsLease = () => Promise.resolve(true);
    await reviewSilentDebits(company.services, { keepsLease, failed: (subject) => void failures.push(subject) });
    expect(failures).toEqual([]);
  };
  const statusOf = async (payment: { id: string }) => (await company.payment(payment)).status;
  const collect = async () => {
    const { idClient } = await company.mandate();
    const payment = await company.debit(idClient);
    const made = await company.batch('2026-12-09');
    expect(await company.presentation(payment)).toMatchObject({ dueDate: '2026-12-09', state: 'BATCHED' });
    return { payment, made };
  };
  const silent = async () => {
    const collected = await collect();
    // Christmas and the weekends do not count.
    company.on('2026-12-30');
    await round();
    expect(await statusOf(collected.payment)).toBe('NEEDS_REVIEW');
    return collected;
  };
  const cases = async () => ({
    inReview: await company.store.paymentsInReview('TEST'),
    overdueDebits: await company.store.overdueDebits({ runMode: 'TEST', today: '2026-12-30' }),
  });

  it('is called to a person 14 business days after its due date, once', async () => {
    const { payment } = await collect();
    company.on('2026-12-29');
    await round();
    expect(await statusOf(payment)).toBe('SUBMITTED');
    expect(await cases()).toEqual({ inReview: 0, overdueDebits: 0 });
    company.on('2026-12-30');
    const before = company.announced.length;
    await Promise.all([round(), round()]);
    await round();
    const asked = (await company.eventsOf(payment)).filter(({ type }) => type === 'REVIEW_NEEDED');
    expect(asked).toEqual([
      {
        ...{ type: 'REVIEW_NEEDED', status: 'NEEDS_REVIEW', from: 'SUBMITTED', cause: 'CLOCK', dueDate: '2026-12-09' },
        reason: 'the bank neither booked it nor refused it',
      },
    ]);
    expect(company.announced.slice(before)).toEqual([payment.id]);
    expect(await cases()).toEqual({ inReview: 1, overdueDebits: 0 });
  });

  it('is not called where the bank answered, or does not have it yet', async () => {
    const { payment } = await collect();
    await company.book(payment);
    const waiting = await company.newDebit();
    company.on('2027-03-01');
    await round();
    expect([await statusOf(payment), await statusOf(waiting)]).toEqual(['PAID', 'PENDING']);
    expect(await cases()).toEqual({ inReview: 0, overdueDebits: 1 });
    // By the next batch it falls due on another day.
    await company.batch('2027-03-01');
    expect(await cases()).toEqual({ inReview: 0, overdueDebits: 0 });
  });

  it('is paid by a statement that comes late, and may come back after that', async () => {
    const { payment } = await silent();
    await company.book(payment);
    expect(await statusOf(payment)).toBe('PAID');
    await company.book(payment, { reason: 'AM04' });
    expect(await statusOf(payment)).toBe('RETURNED');
    expect(await company.open()).toEqual([]);
  });

  it('is paid by its block in a statement that comes late', async () => {
    const { payment } = await silent();
    const { blockId } = await company.presentation(payment);
    const entry = { amount: '12.50', bankReference: 'B1', batch: blockId ?? '' };
    await company.read(writtenStatement({ id: 'S1', entries: [entry] }));
    expect(await statusOf(payment)).toBe('PAID');
    expect(await company.open()).toEqual([]);
  });

  it('is refused by a report that comes late, and returned by a statement', async () => {
    const refused = await silent();
    await company.report(refused.made, refused.payment, 'AM04');
    expect(await statusOf(refused.payment)).toBe('REFUSED');
    company.on('2026-11-25');
    const returned = await silent();
    await company.book(returned.payment, { reason: 'AM04' });
    expect(await statusOf(returned.payment)).toBe('RETURNED');
  });

  it('is what a person found out that it is', async () => {
    const { payment } = await silent();
    await reviewPayment(company.services, anonymous, { id: payment.id, status: 'REFUSED' });
    expect(await statusOf(payment)).toBe('REFUSED');
    expect(await company.presentation(payment)).toMatchObject({ state: 'REFUSED' });
  });
});
