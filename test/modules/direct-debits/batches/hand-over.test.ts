import { describe, expect, it } from 'vitest';
import { anonymous } from '../../../../src/kernel/caller.ts';
import { downloadBatchFile, markBatchSubmitted } from '../../../../src/modules/direct-debits/batches/close-batch.ts';
import type { CreatedBatches } from '../../../../src/modules/direct-debits/batches/create-batch.ts';
import { reviewSilentDebits } from '../../../../src/modules/direct-debits/batches/review-silent-debits.ts';
import { amendMandate } from '../../../../src/modules/direct-debits/mandates/amend-mandate.ts';
import {
  resumeMandate,
  revokeMandate,
  suspendMandate,
} from '../../../../src/modules/direct-debits/mandates/end-mandate.ts';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import { reviewPayment } from '../../../../src/modules/payments/review-payment.ts';
import { openCompany } from '../../../support/direct-debits/company.ts';
import { otherIban } from '../../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

/** The first download of a file. */
describe.each(drawnDatabases())('a file on its way to the bank ($name)', (database) => {
  const company = openForEach(() => openCompany(database));

  const idOf = ({ batches: [first] }: CreatedBatches): string => first?.id ?? '';
  const download = (made: CreatedBatches) => downloadBatchFile(company.services, anonymous, idOf(made));
  const mark = (made: CreatedBatches) => markBatchSubmitted(company.services, anonymous, { id: idOf(made) });
  const collected = async (...given: Parameters<typeof company.mandate>) => {
    const mandate = await company.mandate(...given);
    return { ...mandate, payment: await company.debit(mandate.idClient) };
  };

  it('stays where mandates were ended or suspended since, and names them; the others go with the next one', async () => {
    const [revoked, suspended, other] = [await collected(), await collected(), await collected()];
    const made = await company.batch('2026-12-09');
    await revokeMandate(company.services, anonymous, { id: revoked.id });
    await suspendMandate(company.services, anonymous, { id: suspended.id });
    const refused = await download(made).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'MANDATE_STATE', message: expect.stringContaining(revoked.rum) });
    expect(refused).toMatchObject({ message: expect.stringContaining(suspended.rum) });
    expect(refused).not.toMatchObject({ message: expect.stringContaining(other.rum) });
    const standing = await company.store.directDebitBatch(idOf(made));
    expect(standing).toMatchObject({ status: 'CREATED', firstDownloadedAt: null });
    await company.cancel(made);
    const next = await company.batch('2026-12-09');
    expect(next.batches).toMatchObject([{ debits: 1 }]);
    expect((await download(next))?.bytes.toString()).toContain(other.rum);
  });

  it('stays where the bank suspended a mandate since, until it is resumed', async () => {
    const { id, payment, idClient } = await collected();
    const first = await company.batch('2026-12-09');
    await mark(first);
    await company.debit(idClient, 2222);
    const second = await company.batch('2026-12-09');
    await company.report(first, payment, 'MD01');
    await expect(download(second)).rejects.toThrow('not ACTIVE any more');
    await resumeMandate(company.services, anonymous, { id });
    expect(await download(second)).not.toBeNull();
  });

  it('stays where the bank must confirm the new account of a B2B mandate', async () => {
    const { id } = await collected('B2B');
    const made = await company.batch('2026-12-09');
    await amendMandate(company.services, anonymous, { id, iban: otherIban });
    await expect(download(made)).rejects.toThrow('not ACTIVE any more');
  });

  it('stays after the last day on which the bank takes it, and its debits get another day', async () => {
    const { payment } = await collected();
    const made = await company.batch('2026-12-09');
    company.on('2026-12-08');
    await expect(download(made)).rejects.toThrow('takes no debit for 2026-12-09 any more: cancel the batch');
    expect((await company.store.directDebitBatch(idOf(made)))?.firstDownloadedAt).toBeNull();
    await company.cancel(made);
    const next = await company.batch('2026-12-22');
    expect(next.batches).toMatchObject([{ debits: 1 }]);
    expect((await company.presentation(payment)).dueDate).toBe('2026-12-22');
    expect((await download(next))?.bytes.toString()).toContain('<ReqdColltnDt>2026-12-22</ReqdColltnDt>');
  });

  it('goes on the last day on which the bank takes it, and is the same file again afterwards', async () => {
    await collected();
    const made = await company.batch('2026-12-09');
    company.on('2026-12-07');
    const before = await download(made);
    company.on('2026-12-08');
    expect((await download(made))?.bytes).toEqual(before?.bytes);
  });

  it('goes where its own debit completed the mandate', async () => {
    await collected('CORE', 'ONE_OFF');
    expect(await download(await company.batch('2026-12-09'))).not.toBeNull();
  });

  it('is the same file again once it was downloaded, and is marked', async () => {
    const { id } = await collected();
    const made = await company.batch('2026-12-09');
    const before = await download(made);
    await revokeMandate(company.services, anonymous, { id });
    expect((await download(made))?.bytes).toEqual(before?.bytes);
    expect((await mark(made)).batch.status).toBe('SUBMITTED');
  });

  it('is marked without a download, for after a restore the bank may have it', async () => {
    const { id } = await collected();
    const made = await company.batch('2026-12-09');
    await suspendMandate(company.services, anonymous, { id });
    expect((await mark(made)).batch.status).toBe('SUBMITTED');
  });

  it('stays where its mandates changed since it was marked, until the bank shows that it has it', async () => {
    const [changed, other] = [await collected(), await collected()];
    const made = await company.batch('2026-12-09');
    await mark(made);
    await amendMandate(company.services, anonymous, { id: changed.id, iban: otherIban });
    await expect(download(made)).rejects.toThrow(
      `The bank is said to have this file, and it does not fit its mandates any more: ${changed.rum}. It can be downloaded`,
    );
    expect((await company.store.directDebitBatch(idOf(made)))?.firstDownloadedAt).toBeNull();
    await company.report(made, other.payment, 'MD01');
    expect(await download(made)).not.toBeNull();
  });

  it('stays after the last day of the bank also where it was marked, and goes before that', async () => {
    await collected();
    const made = await company.batch('2026-12-09');
    await mark(made);
    company.on('2026-12-08');
    await expect(download(made)).rejects.toThrow('it must not go there any more. It can be downloaded once');
    company.on('2026-12-07');
    expect(await download(made)).not.toBeNull();
  });

  it('goes where the bank itself has shown that it has it, whatever changed', async () => {
    const [changed, other] = [await collected(), await collected()];
    const made = await company.batch('2026-12-09');
    await company.report(made, other.payment, 'MD01');
    await amendMandate(company.services, anonymous, { id: changed.id, iban: otherIban });
    expect(await download(made)).not.toBeNull();
  });

  it('stays where a person ended a debit in it, and its others go with the next one', async () => {
    const [ended, other] = [await collected(), await collected()];
    const made = await company.batch('2026-12-09');
    company.on('2026-12-30');
    await reviewSilentDebits(company.services, {
      keepsLease: () => Promise.resolve(true),
      failed: (subject) => expect.fail(subject),
    });
    await reviewPayment(company.services, anonymous, { id: ended.payment.id, status: 'CANCELLED' });
    await expect(download(made)).rejects.toThrow('cancel the batch');
    await company.cancel(made);
    const standing = async ({ id }: Payment) => (await company.store.paymentById(id))?.status;
    expect([await standing(ended.payment), await standing(other.payment)]).toEqual(['CANCELLED', 'PENDING']);
  });
});
