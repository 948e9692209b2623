import { describe, expect, it } from 'vitest';
import { anonymous } from '../../../src/kernel/caller.ts';
import { rehearseDirectDebitBatch } from '../../../src/modules/direct-debits/batches/create-batch.ts';
import { resumeMandate, suspendMandate } from '../../../src/modules/direct-debits/mandates/end-mandate.ts';
import { breakingAt } from '../../support/direct-debits/breaking-store.ts';
import { openCompany } from '../../support/direct-debits/company.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';

/** A debit falls due only on its announced day, or on another one with its own notice, in time. */
describe.each(drawnDatabases())('a debit whose day was missed ($name)', (database) => {
  const company = openForEach(() => openCompany(database));

  const announcements = async (payment: { id: string }) =>
    (await company.eventsOf(payment)).filter(({ type }) => type === 'PRENOTIFIED');

  it('waits, and is announced anew, once, with all that a notice has to say', async () => {
    const { rum, idClient } = await company.mandate();
    const payment = await company.debit(idClient);
    expect(await company.presentation(payment)).toMatchObject({ dueDate: '2026-12-09' });
    // The bank wants a file two business days before: on Tuesday it is too late for Wednesday.
    company.on('2026-12-08');
    const { batches, heldBack } = await company.batch('2026-12-09');
    const reason = 'the bank takes none for 2026-12-09 any more: it is announced for 2026-12-22';
    expect([batches, heldBack]).toEqual([[], [{ paymentId: payment.id, reference: payment.reference, reason }]]);
    expect((await company.payment(payment)).status).toBe('PENDING');
    expect(await company.presentation(payment)).toMatchObject({ state: 'WAITING', dueDate: '2026-12-22' });
    const notice = { amountCents: 1250, rum, ics: 'FR72ZZZ123456', creditorName: 'J MILLIET BBC' };
    const event = { type: 'PRENOTIFIED', status: 'PENDING', actor: 'anonymous', ...notice };
    // All of it: nothing of the debtor, who may be erased, and the event may not.
    expect(await announcements(payment)).toEqual([
      { ...event, dueDate: '2026-12-09' },
      { ...event, dueDate: '2026-12-22', previousDueDate: '2026-12-09' },
    ]);
    expect(company.announced.filter((id) => id === payment.id)).toHaveLength(2);

    expect(await company.batch('2026-12-21')).toMatchObject({ batches: [], heldBack: [] });
    company.on('2026-12-10');
    const made = await company.batch('2026-12-22');
    expect(made.batches).toMatchObject([{ debits: 1 }]);
    expect(await company.fileOf(made)).toContain('<ReqdColltnDt>2026-12-22</ReqdColltnDt>');
    expect(await announcements(payment)).toHaveLength(2);
    expect((await company.eventsOf(payment)).at(-1)).toMatchObject({ status: 'SUBMITTED', dueDate: '2026-12-22' });
  });

  it('goes at once where the new day is one that the batch collects, for its notice is in time', async () => {
    const { idClient } = await company.mandate();
    const payment = await company.debit(idClient);
    company.on('2026-12-08');
    const made = await company.batch('2026-12-22');
    expect(made).toMatchObject({ batches: [{ debits: 1 }], heldBack: [] });
    expect(await company.fileOf(made)).toContain('<ReqdColltnDt>2026-12-22</ReqdColltnDt>');
    const events = await company.eventsOf(payment);
    expect(events.map(({ type, status, dueDate }) => [type, status, dueDate])).toEqual([
      ['INITIATED', 'PENDING', undefined],
      ['PRENOTIFIED', 'PENDING', '2026-12-09'],
      ['PRENOTIFIED', 'PENDING', '2026-12-22'],
      ['STATUS_CHANGED', 'SUBMITTED', '2026-12-22'],
    ]);
    const { notifiedAt } = await company.presentation(payment);
    expect(new Date(notifiedAt).toISOString()).toMatch(/^2026-12-08/);
    await company.cancel(made);
    // That day was announced to the customer: it stays.
    expect(await company.presentation(payment)).toMatchObject({ presentation: 2, dueDate: '2026-12-22', notifiedAt });
  });

  it('is due on a business day again, fourteen days later over Christmas', async () => {
    const { idClient } = await company.mandate();
    const payment = await company.debit(idClient);
    company.on('2026-12-11');
    // Two weeks later come Christmas, a Saturday and a Sunday: later than the bank takes files for.
    expect((await company.batch('2026-12-25')).heldBack).toMatchObject([
      { reason: expect.stringContaining('announced for 2026-12-28') },
    ]);
    company.on('2026-12-14');
    expect(await company.fileOf(await company.batch('2026-12-28'))).toContain('<ReqdColltnDt>2026-12-28<');
    expect(await announcements(payment)).toHaveLength(2);
  });

  it('is held back as well where its notice was too late for the day', async () => {
    const { idClient } = await company.mandate();
    const payment = await company.debit(idClient);
    const debit = await company.presentation(payment);
    company.on('2026-11-30');
    const late = { ...debit, notifiedAt: Date.UTC(2026, 10, 26, 9) };
    expect(await company.store.transact((transaction) => transaction.updateDirectDebit(late, 'WAITING'))).toBe(true);
    expect(await company.batch('2026-12-09')).toMatchObject({
      batches: [],
      heldBack: [{ reason: 'its notice came late for 2026-12-09: it is announced for 2026-12-14' }],
    });
    expect(await announcements(payment)).toHaveLength(2);
  });

  it('is not announced where it could not be debited: under a suspended mandate', async () => {
    const { id, idClient } = await company.mandate();
    const payment = await company.debit(idClient);
    await suspendMandate(company.services, anonymous, { id });
    company.on('2026-12-08');
    expect((await company.batch('2026-12-09')).heldBack).toMatchObject([{ reason: 'the mandate is SUSPENDED' }]);
    expect(await announcements(payment)).toHaveLength(1);
    await resumeMandate(company.services, anonymous, { id });
    expect((await company.batch('2026-12-09')).heldBack).toMatchObject([
      { reason: expect.stringContaining('announced for 2026-12-22') },
    ]);
  });

  it('is said by a rehearsal, which announces nothing', async () => {
    const { idClient } = await company.mandate();
    const payment = await company.debit(idClient);
    company.on('2026-12-08');
    const input = { idSociete: '1', runMode: 'TEST', cutOff: '2026-12-09' };
    const [core] = await rehearseDirectDebitBatch(company.services, anonymous, input);
    expect(core?.plan.heldBack).toMatchObject([{ reason: expect.stringContaining('announced for 2026-12-22') }]);
    expect(await company.presentation(payment)).toMatchObject({ dueDate: '2026-12-09' });
    expect(await announcements(payment)).toHaveLength(1);
  });

  it.each(['appendEvent', 'updateDirectDebit', 'insertDirectDebitBatch'] as const)(
    'is announced with its batch or not at all, wherever %s breaks off',
    async (step) => {
      const missed = await company.mandate();
      const payment = await company.debit(missed.idClient);
      company.on('2026-12-01');
      const other = await company.mandate();
      const goes = await company.debit(other.idClient);
      expect(await company.presentation(goes)).toMatchObject({ dueDate: '2026-12-15' });
      company.on('2026-12-08');
      const services = company.servicesOn(breakingAt(company.store, step));
      await expect(company.batch('2026-12-15', services)).rejects.toThrow('power cut');
      expect(await announcements(payment)).toHaveLength(1);
      expect(await company.presentation(payment)).toMatchObject({ dueDate: '2026-12-09' });
      expect((await company.payment(goes)).status).toBe('PENDING');
      const whole = await company.batch('2026-12-15');
      expect(whole).toMatchObject({ batches: [{ debits: 1 }], heldBack: [{ paymentId: payment.id }] });
      expect(await announcements(payment)).toHaveLength(2);
    },
  );
});
