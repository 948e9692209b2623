import { describe, expect, it } from 'vitest';
import { decisionsOf } from '../../../../console/src/pages/payment/decisions.ts';
import { anonymous } from '../../../../src/kernel/caller.ts';
import { factOf } from '../../../../src/kernel/stored-facts.ts';
import { reverseJournalEntry } from '../../../../src/modules/accounting/reverse-journal-entry.ts';
import { askedAttempts } from '../../../../src/modules/payments/attempts/still-asked.ts';
import { applyInquiry } from '../../../../src/modules/payments/inquiry/apply-inquiry.ts';
import type { ProviderUpdate } from '../../../../src/modules/payments/provider.ts';
import { inReview } from '../../../support/at-bank.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { startGateway } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { cameAfterAll, type Decision, deniedOn, didNotCome } from '../../../support/payments/denied.ts';
import { operationsOn } from '../../../support/payments/operations.ts';
import { servicesOver } from '../../../support/store/services.ts';

/** The bank denies the money of a payment that was refunded, or that another transaction paid, or denies it again. */

describe.each(drawnDatabases())('money that the bank denies, on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));
  const { refund, night } = operationsOn(gateway);
  const { keep, paid, ordered, say, withTwoForms, review: repeat, statusOf, alertsOf, booked } = deniedOn(gateway);
  const refused = { code: 'OPERATION_NOT_POSSIBLE', path: ['status'] };
  /** What the console offers is what the gateway does. */
  const decide = async (id: string, status: Decision) => {
    const events = await gateway.store.eventsOf(id, 0, 100);
    const nodes = events.map(({ data, ...event }) => ({
      node: {
        ...event,
        cause: null,
        reason: null,
        bankTransaction: null,
        ...data,
        previousStatus: factOf(data, 'from'),
      },
    }));
    const shown = { status: await statusOf(id), events: { edges: nodes } } as unknown as Parameters<
      typeof decisionsOf
    >[0];
    const answer = await repeat(id, status);
    expect('payment' in answer).toBe(decisionsOf(shown).includes(status));
    return answer;
  };
  const became = (status: string) => ({ payment: { status } });

  it.each([
    [500, 'PARTIALLY_REFUNDED'],
    [1250, 'REFUNDED'],
  ])('is taken back after %i cents were refunded, and comes after all', async (amount, status) => {
    const id = await paid();
    await night();
    await refund({ id, amount });
    expect([await statusOf(id), await booked(id)]).toEqual([status, 1250 - amount]);
    expect(await decide(id, 'RETURNED')).toMatchObject(refused);
    await say(id, 'CAPTURE_FAILED');
    expect([alertsOf(id), await statusOf(id)]).toEqual([[didNotCome], status]);
    expect(await decide(id, 'PAID')).toMatchObject(refused);
    expect(await decide(id, 'RETURNED')).toMatchObject(became('RETURNED'));
    expect(await booked(id)).toBe(-amount);
    expect(await decide(id, 'PAID')).toMatchObject(refused);
    await say(id, 'CAPTURED');
    expect(alertsOf(id)).toEqual([didNotCome, cameAfterAll]);
    expect(await decide(id, 'REFUNDED')).toMatchObject(refused);
    for (const decides of [decide, repeat]) expect(await decides(id, 'PAID')).toMatchObject(became(status));
    expect(await booked(id)).toBe(1250 - amount);
    if (amount === 500) await refund({ id });
    expect([await statusOf(id), await booked(id)]).toEqual(['REFUNDED', 0]);
    expect(await decide(id, 'RETURNED')).toMatchObject(refused);
  });

  it.each([true, false])('stops another payment of a returned order only where it came after all: %s', async (came) => {
    const { id, ask } = await ordered(`returned-${came}`);
    await say(id, 'AUTHORISED', 0, { vads_trans_uuid: id.slice(4) });
    await say(id, 'CAPTURE_FAILED');
    await decide(id, 'RETURNED');
    if (came) await say(id, 'CAPTURED');
    expect((await ask()).payment_id === id).toBe(came);
  });

  it('is not taken back of a payment that a person found refunded: no books have it', async () => {
    const id = keep(await inReview(gateway, { paymentTarget: 'LABANQUEPOSTALE' }));
    await decide(id, 'REFUNDED');
    await say(id, 'CAPTURE_FAILED');
    expect(await decide(id, 'RETURNED')).toMatchObject(refused);
    expect(await booked(id)).toBe(0);
  });

  it('leaves the payment paid by the other transaction, from which a refund goes', async () => {
    const { id, numbers, pay } = await withTwoForms();
    await pay(0);
    await say(id, 'CAPTURE_FAILED', numbers[0]);
    await pay(1);
    expect(alertsOf(id)).toEqual([didNotCome, cameAfterAll]);
    expect(await decide(id, 'RETURNED')).toMatchObject(refused);
    await night();
    await refund({ id });
    const [operation] = await gateway.store.operationsOf(id);
    const attempts = await gateway.store.attemptsOf(id);
    expect(operation).toMatchObject({ status: 'DONE', attemptId: attempts[numbers[1]]?.id });
    expect([await statusOf(id), await booked(id)]).toEqual(['REFUNDED', 0]);
    expect(await decide(id, 'RETURNED')).toMatchObject(refused);
    // Then it was paid twice.
    await say(id, 'CAPTURED', numbers[0]);
    expect(alertsOf(id).at(-1)).toBe('paid twice');
  });

  it('leaves the payment paid by the other transaction of the same attempt, from which a refund goes', async () => {
    const id = await paid();
    const beside = 'e'.repeat(32);
    await say(id, 'CAPTURED', 0, { vads_trans_uuid: beside });
    const [first] = await gateway.store.attemptsOf(id);
    await say(id, 'CAPTURE_FAILED');
    expect(alertsOf(id)).toEqual(['paid twice', didNotCome]);
    expect(await gateway.store.attemptsOf(id)).toMatchObject([{ status: 'PAID', bankTransaction: beside }]);
    expect(await decide(id, 'RETURNED')).toMatchObject(refused);
    await say(id, 'CAPTURED', 0, { vads_trans_uuid: first?.bankTransaction ?? '' });
    expect(alertsOf(id).at(-1)).toBe('paid twice');
    await say(id, 'CAPTURE_FAILED');
    expect(await gateway.store.attemptsOf(id)).toMatchObject([{ bankTransaction: first?.bankTransaction }]);
    expect(await decide(id, 'RETURNED')).toMatchObject(refused);
    await night();
    await refund({ id });
    expect([await statusOf(id), await booked(id)]).toEqual(['REFUNDED', 0]);
  });

  it('is all taken back once where the bank denies both transactions, whichever came first', async () => {
    for (const isDeniedFirst of [true, false]) {
      const { id, numbers, pay } = await withTwoForms();
      await pay(0);
      if (isDeniedFirst) await say(id, 'CAPTURE_FAILED', numbers[0]);
      await pay(1);
      if (!isDeniedFirst) await say(id, 'CAPTURE_FAILED', numbers[0]);
      expect(await decide(id, 'RETURNED')).toMatchObject(refused);
      await say(id, 'CAPTURE_FAILED', numbers[1]);
      expect(await decide(id, 'RETURNED')).toMatchObject(became('RETURNED'));
      expect([await booked(id), (await gateway.store.journalEntriesOf(id)).length]).toEqual([0, 2]);
    }
  });

  it('ends the payment where the bank gives back the other transaction, too', async () => {
    const { id, numbers, pay } = await withTwoForms();
    await pay(0);
    await pay(1);
    await say(id, 'CAPTURE_FAILED', numbers[0]);
    expect(alertsOf(id)).toEqual(['paid twice', didNotCome]);
    await night();
    await say(id, 'CAPTURED', numbers[1], { vads_operation_type: 'CREDIT', vads_trans_uuid: 'c'.repeat(32) });
    expect([await statusOf(id), await booked(id)]).toEqual(['REFUNDED', 0]);
    expect(await decide(id, 'RETURNED')).toMatchObject(refused);
  });

  it('lets a person say that a returned payment is paid by another transaction', async () => {
    const { id, numbers, pay } = await withTwoForms();
    await pay(0);
    await say(id, 'CAPTURE_FAILED', numbers[0]);
    await decide(id, 'RETURNED');
    await pay(1);
    expect(alertsOf(id)).toEqual([didNotCome, cameAfterAll]);
    expect(await decide(id, 'PAID')).toMatchObject(became('PAID'));
    expect(await booked(id)).toBe(1250);
    expect(await decide(id, 'RETURNED')).toMatchObject(refused);
    await say(id, 'CAPTURED', numbers[0]);
    expect(alertsOf(id).at(-1)).toBe('paid twice');
    await say(id, 'CAPTURE_FAILED', numbers[1]);
    expect(await decide(id, 'RETURNED')).toMatchObject(refused);
    expect(await booked(id)).toBe(1250);
  });

  /** The bank's answer to a question about the first attempt. */
  const answer = async (id: string, isPaid: boolean): Promise<void> => {
    const payment = await gateway.store.paymentById(id);
    const [attempt] = await gateway.store.attemptsOf(id);
    if (!payment || !attempt) throw new Error('the payment is there');
    const bankStatus = isPaid ? 'CAPTURED' : 'CAPTURE_FAILED';
    const update: ProviderUpdate = {
      ...{ attemptReference: attempt.reference, operation: 'DEBIT', status: isPaid ? 'PAID' : 'FAILED', bankStatus },
      ...{ bankTransaction: attempt.bankTransaction, bankCode: null, amountCents: 1250, currency: '978' },
      ...{ idSociete: '1', runMode: 'TEST', testEvidence: null, tellsCapture: true, deduplicationKey: '' },
    };
    const services = servicesOver(gateway.store, { clock: gateway.now });
    const found = { outcome: 'FOUND', update, credits: [], refundedCents: null } as const;
    await gateway.store.transact((transaction) => applyInquiry(services, transaction, payment, found));
  };
  const reasonsOf = async (id: string) =>
    (await gateway.store.eventsOf(id, 0, 100)).flatMap(({ type, data }) =>
      type === 'CONTRADICTION' ? [data.reason] : [],
    );

  it('counts by the last answer of the bank, however often it changes', async () => {
    const id = await paid();
    for (const isPaid of [false, true, false, true, false, false]) await answer(id, isPaid);
    expect(await reasonsOf(id)).toEqual([didNotCome, cameAfterAll, didNotCome, cameAfterAll, didNotCome]);
    await decide(id, 'RETURNED');
    for (const isPaid of [false, true, true]) await answer(id, isPaid);
    expect((await reasonsOf(id)).slice(5)).toEqual([cameAfterAll]);
    await answer(id, false);
    expect(await decide(id, 'PAID')).toMatchObject(refused);
    await answer(id, true);
    expect(await decide(id, 'PAID')).toMatchObject(became('PAID'));
    expect(await booked(id)).toBe(1250);
    await answer(id, false);
    expect(await decide(id, 'RETURNED')).toMatchObject(became('RETURNED'));
    expect(await booked(id)).toBe(0);
  });

  it('makes the gateway ask where a message says again what another word followed', async () => {
    const id = await paid();
    for (const status of ['CAPTURE_FAILED', 'CAPTURED', 'CAPTURE_FAILED'] as const) await say(id, status);
    expect(await reasonsOf(id)).toEqual([didNotCome, cameAfterAll]);
    const [attempt] = await gateway.store.attemptsOf(id);
    const asked = async () => (await askedAttempts(gateway.store, { id })).map((one) => one.id);
    expect(await asked()).toEqual([attempt?.id]);
    await gateway.runWorkers('resolver');
    expect(await asked()).toEqual([]);
    expect(await decide(id, 'RETURNED')).toMatchObject(refused);
  });

  it('is not booked twice where accounting has reversed an entry of it by hand', async () => {
    const id = await paid();
    const services = servicesOver(gateway.store, { clock: gateway.now });
    const undo = (entry: string | undefined) =>
      reverseJournalEntry(services, anonymous, { id: entry, reason: 'jamais venu' });
    const lastOf = async () => (await gateway.store.journalEntriesOf(id)).at(-1)?.id;
    const decisions = [
      ['CAPTURE_FAILED', 'RETURNED', 0],
      ['CAPTURED', 'PAID', 1250],
    ] as const;
    for (const [said, decision, cents] of decisions) {
      await say(id, said);
      const reversal = await undo(await lastOf());
      expect(await repeat(id, decision)).toMatchObject({
        ...refused,
        message: 'Accounting has reversed the entry of this money: reverse that reversal first.',
      });
      await undo(reversal.id);
      expect(await decide(id, decision)).toMatchObject(became(decision));
      expect(await booked(id)).toBe(cents);
    }
  });
});
