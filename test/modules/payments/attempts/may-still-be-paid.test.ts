import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../../src/app/store.ts';
import { creditorReference } from '../../../../src/kernel/sepa/creditor-reference.ts';
import { startOfParisDay } from '../../../../src/kernel/sepa/target-calendar.ts';
import {
  CancelPaymentDocument,
  MayStillBePaidDocument,
  RefreshPaymentDocument,
  ReviewPaymentDocument,
} from '../../../generated/graphql.ts';
import { inReview, payAtBank } from '../../../support/at-bank.ts';
import { credit, writtenStatement } from '../../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { scriptFault, startGateway } from '../../../support/gateway.ts';
import { inBackOffice } from '../../../support/in-back-office.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { openLink, pressButtons, useForm } from '../../../support/pages/pay-link.ts';
import { type Initiated, initiated } from '../../../support/requests.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** What a shop reads before it asks its customer for a second payment. */
describe.each(drawnDatabases())('whether a payment may still be paid, on $name', ({ open }) => {
  /** Comes in once a payment was read, before it is asked what the bank is still asked about it. */
  let meanwhile: (() => Promise<void>) | null = null;
  const around = (store: Store): Store => ({
    ...store,
    attemptsWithLostInquiry: async (id) => {
      const first = meanwhile;
      meanwhile = null;
      await first?.();
      return store.attemptsWithLostInquiry(id);
    },
  });
  const gateway = openForGroup(() =>
    startGateway({ open, around, bankCallLimits: { breaker: { failures: 1000, restMs: 1 } } }),
  );
  const noFaults = () => gateway.get('/sandbox/faults', { method: 'DELETE' });
  beforeEach(async () => void (await noFaults()));

  const standing = async ({ payment: { id } }: Initiated) => {
    const { data, errors } = await gateway.send(MayStillBePaidDocument, { id });
    expect(errors).toBeUndefined();
    return [data?.payment?.status, data?.payment?.mayStillBePaid];
  };
  const pageOf = async ({ payment }: Initiated) =>
    (await openLink(gateway, new URL(payment.paymentUrl ?? '').pathname)).body;
  const silence = (bank: string) =>
    scriptFault(gateway, { kind: 'ANSWER_500', bank, operation: 'INQUIRY', lasting: true });
  const loseMessage = ({ payment }: Initiated) =>
    scriptFault(gateway, { kind: 'LOSE_NOTIFICATION', reference: `${payment.reference}-1` });
  const cancel = async ({ payment: { id } }: Initiated) => {
    const { data } = await gateway.send(CancelPaymentDocument, { input: { id } });
    expect(data?.cancelPayment.__typename).toBe('CancelPaymentSuccess');
  };
  const hosted = ['PAYBOX', 'LABANQUEPOSTALE'] as const;

  it.each(hosted)('until its time is over, where nothing more is asked of %s', async (paymentTarget) => {
    const refused = await initiated(gateway, { paymentTarget, idCommande: '0' });
    const untried = await initiated(gateway, { paymentTarget, idCommande: '0' });
    const paid = await initiated(gateway, { paymentTarget, idCommande: '0' });
    expect(await standing(paid)).toEqual(['REQUIRES_ACTION', true]);
    await payAtBank(paid);
    await payAtBank(refused, 'refuse');
    expect([await standing(paid), await standing(refused)]).toEqual([
      ['PAID', false],
      ['REFUSED', true],
    ]);
    await gateway.pass(20 * minuteMs);
    await gateway.pass(dayMs);
    expect([await standing(refused), await standing(untried)]).toEqual([
      ['REFUSED', false],
      ['EXPIRED', false],
    ]);
  });

  it.each(hosted)('after its time, while %s does not say whether it was paid', async (paymentTarget) => {
    const initiation = await initiated(gateway, { paymentTarget, idCommande: '0' });
    await loseMessage(initiation);
    await silence(paymentTarget);
    await payAtBank(initiation);
    await gateway.pass(20 * minuteMs);
    await gateway.pass(23 * hourMs + 41 * minuteMs);
    expect(await standing(initiation)).toEqual(['EXPIRED', true]);
    expect(await pageOf(initiation)).toContain('Ne payez pas une seconde fois');
    await noFaults();
    await gateway.pass(31 * minuteMs);
    expect(await standing(initiation)).toEqual(['PAID', false]);
  });

  it.each(hosted)('for as long as %s is asked in vain, until a day after the last age', async (paymentTarget) => {
    const initiation = await initiated(gateway, { paymentTarget, idCommande: '0' });
    await loseMessage(initiation);
    await silence(paymentTarget);
    await payAtBank(initiation);
    await gateway.pass(20 * minuteMs);
    for (let minutes = 20; minutes < 48.5 * 60; minutes += 30) {
      await gateway.pass(30 * minuteMs);
      expect([minutes, (await standing(initiation))[1]]).toEqual([minutes, true]);
    }
    await gateway.pass(hourMs);
    expect(await standing(initiation)).toEqual(['EXPIRED', false]);
  });

  it.each(hosted)('after its time, while the page of %s for the last form may be open', async (paymentTarget) => {
    const initiations = [await initiated(gateway, { paymentTarget }), await initiated(gateway, { paymentTarget })];
    await gateway.pass(20 * minuteMs);
    await gateway.pass(dayMs - 36 * minuteMs);
    const links = initiations.map(({ payment }) => new URL(payment.paymentUrl ?? '').pathname);
    const [first] = [await openLink(gateway, links[0] ?? ''), await openLink(gateway, links[1] ?? '')];
    await gateway.pass(14 * minuteMs);
    // Paybox takes the form again, and La Banque Postale takes it late.
    const form = paymentTarget === 'PAYBOX' ? await openLink(gateway, links[0] ?? '') : first;
    const page = await useForm(form, paymentTarget);
    await gateway.pass(8 * minuteMs);
    for (const one of initiations) expect(await standing(one)).toEqual(['EXPIRED', true]);
    await pressButtons(page, paymentTarget, 'pay');
    await gateway.pass(40 * minuteMs);
    expect(await Promise.all(initiations.map(standing))).toEqual([
      ['PAID', false],
      ['EXPIRED', false],
    ]);
  });

  it.each(hosted)('where it was given up, while %s does not say whether it was paid', async (paymentTarget) => {
    const [unpaid, paid] = [await initiated(gateway, { paymentTarget }), await initiated(gateway, { paymentTarget })];
    await loseMessage(paid);
    await payAtBank(paid);
    await cancel(unpaid);
    expect(await standing(unpaid)).toEqual(['CANCELLED', false]);
    await silence(paymentTarget);
    await cancel(paid);
    expect(await standing(paid)).toEqual(['CANCELLED', true]);
    expect(await pageOf(paid)).toContain('Ne payez pas une seconde fois');
    await noFaults();
    await gateway.pass(minuteMs);
    expect([await standing(unpaid), await standing(paid)]).toEqual([
      ['CANCELLED', false],
      ['PAID', false],
    ]);
  });

  it('no more once the bank has answered about one that was given up', async () => {
    const initiation = await initiated(gateway, { paymentTarget: 'PAYBOX' });
    await silence('PAYBOX');
    await cancel(initiation);
    expect(await standing(initiation)).toEqual(['CANCELLED', true]);
    await noFaults();
    await gateway.pass(minuteMs);
    expect(await standing(initiation)).toEqual(['CANCELLED', false]);
  });

  it.each(
    hosted.flatMap((paymentTarget) => [
      { paymentTarget, capture: 'NOW' as const },
      { paymentTarget, capture: 'LATER' as const },
    ]),
  )('no more once its money was cancelled in the back office: $paymentTarget, $capture', async (input) => {
    // Banks collect at midnight, and then cancel nothing more.
    const morning = startOfParisDay(gateway.now()) + 32 * hourMs;
    gateway.advance(morning - gateway.now());
    const initiation = await initiated(gateway, { ...input, idCommande: '0' });
    const { id } = initiation.payment;
    await payAtBank(initiation);
    await gateway.pass(2 * hourMs);
    await inBackOffice(gateway, { paymentId: id, kind: 'CANCEL', amountCents: 1250 });
    await gateway.send(RefreshPaymentDocument, { id });
    expect(await standing(initiation)).toEqual(['CANCELLED', false]);
  });

  it('as long as the answer is older than what the bank said meanwhile', async () => {
    const initiation = await initiated(gateway, { paymentTarget: 'PAYBOX', idCommande: '0' });
    await loseMessage(initiation);
    await silence('PAYBOX');
    await payAtBank(initiation);
    await gateway.pass(20 * minuteMs);
    await gateway.pass(dayMs - 10 * minuteMs);
    meanwhile = async () => {
      await noFaults();
      await gateway.pass(31 * minuteMs);
    };
    expect(await standing(initiation)).toEqual(['EXPIRED', true]);
    expect(await standing(initiation)).toEqual(['PAID', false]);
  });

  it('no more once a person, who looks at the bank, has decided', async () => {
    const initiation = await inReview(gateway);
    const { id } = initiation.payment;
    expect(await standing(initiation)).toEqual(['NEEDS_REVIEW', true]);
    await silence('PAYBOX');
    await gateway.store.transact(async (transaction) => {
      const attempt = await transaction.lastAttemptOf(id);
      const since = gateway.now();
      await transaction.saveLostInquiry({ attemptId: attempt?.id ?? '', since, nextAskAt: since + dayMs });
    });
    await gateway.send(ReviewPaymentDocument, { input: { id, status: 'REFUSED' } });
    expect(await standing(initiation)).toEqual(['REFUSED', false]);
  });

  it.each([
    ['expired', 'EXPIRED'],
    ['given up', 'CANCELLED'],
  ])('by the rest of a transfer that came in part and was %s', async (_how, status) => {
    const transfer = { paymentTarget: 'MILLIET', paymentType: 'SEPA', idCommande: '0', amount: 50_000 } as const;
    const [empty, inPart] = [await initiated(gateway, transfer), await initiated(gateway, transfer)];
    const { reference } = inPart.payment;
    const structured = creditorReference(reference);
    const entries = [credit('400.00', { structured }, { bankReference: reference })];
    const body = writtenStatement({ id: reference, entries });
    const headers = { 'Content-Type': 'application/xml' };
    const answer = await gateway.get('/bank-files?name=bank.xml', { method: 'POST', headers, body });
    expect(await answer.json()).toMatchObject({ status: 'IMPORTED', applied: 1 });
    if (status === 'EXPIRED') {
      await gateway.pass(31 * dayMs);
      // Ordered on the last day, it is in no file of the bank yet.
      expect(await standing(empty)).toEqual([status, true]);
      await gateway.pass(9 * dayMs);
    } else for (const one of [empty, inPart]) await cancel(one);
    expect([await standing(empty), await standing(inPart)]).toEqual([
      [status, false],
      [status, true],
    ]);
  });
});
