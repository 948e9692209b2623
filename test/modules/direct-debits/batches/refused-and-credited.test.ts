import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anonymous } from '../../../../src/kernel/caller.ts';
import type { CreatedBatches } from '../../../../src/modules/direct-debits/batches/create-batch.ts';
import { reviewSilentDebits } from '../../../../src/modules/direct-debits/batches/review-silent-debits.ts';
import { amendMandate } from '../../../../src/modules/direct-debits/mandates/amend-mandate.ts';
import { resumeMandate } from '../../../../src/modules/direct-debits/mandates/end-mandate.ts';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import { reviewPayment } from '../../../../src/modules/payments/review-payment.ts';
import { collection, writtenStatement } from '../../../support/bank-statements/written-files.ts';
import { type Company, openCompany } from '../../../support/direct-debits/company.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';

/** A refused debit gives its mandate back. Where the bank credits it all the same, it used the mandate. */
describe.each(drawnDatabases())('a debit that the bank credits after it was ended ($name)', (database) => {
  let company: Company;
  beforeEach(async () => {
    company = await openCompany(database, { namesFirst: true, batchBooking: false });
  });
  afterEach(() => company.close());

  const collect = async (idClient: string) => {
    const payment = await company.debit(idClient);
    return { payment, made: await company.batch('2026-12-09') };
  };
  const standing = async (payment: Payment) =>
    `${(await company.payment(payment)).status} ${(await company.presentation(payment)).state}`;
  const review = async (payment: Payment, status: 'FAILED' | 'CANCELLED' | 'REFUSED') => {
    company.on('2026-12-30');
    await reviewSilentDebits(company.services, { keepsLease: () => Promise.resolve(true), failed: () => undefined });
    await reviewPayment(company.services, anonymous, { id: payment.id, status });
    company.on('2026-11-25');
  };
  type Sent = { readonly payment: Payment; readonly made: CreatedBatches };

  it.each([
    ['the bank refused it', ({ made, payment }: Sent) => company.report(made, payment, 'AM04')],
    ['a person called it failed', ({ payment }: Sent) => review(payment, 'FAILED')],
    ['a person cancelled it', ({ payment }: Sent) => review(payment, 'CANCELLED')],
    ['a person called it refused', ({ payment }: Sent) => review(payment, 'REFUSED')],
  ])('was the only one of its mandate, after %s', async (_, end) => {
    const { id, idClient } = await company.mandate('CORE', 'ONE_OFF');
    const sent = await collect(idClient);
    await end(sent);
    expect(await company.mandateOf(id)).toEqual(['ACTIVE', 0, '2026-12-09']);
    await company.book(sent.payment);
    expect(await standing(sent.payment)).toBe('PAID BATCHED');
    expect(await company.mandateOf(id)).toEqual(['COMPLETED', 1, '2026-12-09']);
    await expect(company.debit(idClient)).rejects.toThrow('the mandate is COMPLETED');
    await company.book(sent.payment, { reason: 'AM04' });
    expect(await standing(sent.payment)).toBe('RETURNED BATCHED');
    expect(await company.mandateOf(id)).toEqual(['COMPLETED', 1, '2026-12-09']);
  });

  it('was the only one also of a mandate that the refusal suspended', async () => {
    const { id, idClient } = await company.mandate('CORE', 'ONE_OFF');
    const { payment, made } = await collect(idClient);
    await company.report(made, payment, 'AC04');
    expect(await company.mandateOf(id)).toEqual(['SUSPENDED', 0, '2026-12-09']);
    await company.book(payment);
    expect(await company.mandateOf(id)).toEqual(['COMPLETED', 1, '2026-12-09']);
    await expect(resumeMandate(company.services, anonymous, { id })).rejects.toThrow('COMPLETED');
  });

  it('was the last one of its mandate', async () => {
    const { id, idClient } = await company.mandate();
    await amendMandate(company.services, anonymous, { id, endsWithNext: true });
    const { payment, made } = await collect(idClient);
    await company.report(made, payment, 'AM04');
    await company.book(payment);
    expect(await company.mandateOf(id)).toEqual(['COMPLETED', 1, '2026-12-09']);
  });

  it('was the first one, and the next one is not', async () => {
    const { idClient } = await company.mandate();
    const first = await collect(idClient);
    expect(await company.fileOf(first.made)).toContain('<SeqTp>FRST</SeqTp>');
    await company.report(first.made, first.payment, 'AM04');
    await company.book(first.payment);
    expect(await company.fileOf((await collect(idClient)).made)).toContain('<SeqTp>RCUR</SeqTp>');
  });

  it('keeps one that waits under the same mandate out of every batch', async () => {
    const { idClient } = await company.mandate('CORE', 'ONE_OFF');
    const { payment, made } = await collect(idClient);
    await company.report(made, payment, 'AM04');
    await company.debit(idClient);
    await company.book(payment);
    const { batches, heldBack } = await company.batch('2026-12-09');
    expect([batches, heldBack.map(({ reason }) => reason)]).toEqual([[], ['the mandate is COMPLETED']]);
  });

  it('has used its mandate for good, also where the bank refuses another one that was sent before it was known', async () => {
    const { id, idClient } = await company.mandate('CORE', 'ONE_OFF');
    const first = await collect(idClient);
    await company.report(first.made, first.payment, 'AM04');
    const second = await collect(idClient);
    await company.book(first.payment);
    expect(await company.mandateOf(id)).toEqual(['COMPLETED', 2, '2026-12-09']);
    await company.report(second.made, second.payment, 'AM04');
    expect(await company.mandateOf(id)).toEqual(['COMPLETED', 1, '2026-12-09']);
  });

  it('has not used it where its customer paid by a transfer, which a person assigned', async () => {
    const { id, idClient } = await company.mandate('CORE', 'ONE_OFF');
    const { payment, made } = await collect(idClient);
    await company.report(made, payment, 'AM04');
    const entry = collection('12.50', { texts: ['REGLEMENT'] }, { code: ['RCDT', 'ESCT'] });
    await company.read(writtenStatement({ id: 'S1', entries: [entry] }));
    await company.decide({ resolution: 'ASSIGNED', payment: payment.id }, 'UNMATCHED_CREDIT');
    expect(await standing(payment)).toBe('PAID REFUSED');
    expect(await company.mandateOf(id)).toEqual(['ACTIVE', 0, '2026-12-09']);
  });
});
