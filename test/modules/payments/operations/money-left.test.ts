import { describe, expect, it } from 'vitest';
import { factOf } from '../../../../src/kernel/stored-facts.ts';
import {
  CancelPaymentDocument,
  CapturePaymentDocument,
  RefreshPaymentDocument,
  RefundPaymentDocument,
  ReviewPaymentDocument,
} from '../../../generated/graphql.ts';
import { night } from '../../../support/at-bank.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { scriptFault } from '../../../support/gateway.ts';
import { inBackOffice } from '../../../support/in-back-office.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { initiationBy, openLink, type Shown, useForm } from '../../../support/pages/pay-link.ts';
import { standingOf, startFarFromNight, twiceHeld, twoForms } from '../../../support/payments/settling.ts';
import { initiated, legacyPath } from '../../../support/requests.ts';
import { postMessage } from '../../../support/scellius-messages.ts';

/** Which money of a payment is left decides its status, and what its old URL means. */

describe.each(drawnDatabases())('the money that is left, on $name', ({ open }) => {
  const gateway = openForGroup(() => startFarFromNight(open));
  const standing = (id: string) => standingOf(gateway, id);
  const contradictions = async (id: string) =>
    (await gateway.store.eventsOf(id, 0, 100)).filter(({ type }) => type === 'CONTRADICTION');
  const refresh = (id: string) => gateway.send(RefreshPaymentDocument, { id });

  /** Captured, and then its second form authorised. */
  async function capturedAndHeld(paymentTarget: 'PAYBOX' | 'LABANQUEPOSTALE') {
    const { id, paymentUrl } = (await initiated(gateway, { paymentTarget, capture: 'LATER' })).payment;
    const [first, second] = await twoForms(gateway, new URL(paymentUrl ?? '').pathname);
    await useForm(first, paymentTarget, 'pay');
    await gateway.send(CapturePaymentDocument, { input: { id } });
    await useForm(second, paymentTarget, 'pay');
    expect((await standing(id)).slice(-2)).toEqual(['PAID', 'AUTHORIZED']);
    expect((await gateway.store.eventsOf(id, 0, 100)).at(-1)).toMatchObject({
      type: 'CONTRADICTION',
      data: { reason: 'paid twice', newsStatus: 'AUTHORIZED' },
    });
    return { id, second, captured: (await standing(id)).indexOf('PAID', 1) - 1 };
  }

  it.each(['PAYBOX', 'LABANQUEPOSTALE'] as const)(
    'is none of an authorisation at %s once another is captured',
    async (target) => {
      const { id, captured } = await capturedAndHeld(target);
      await night(gateway);
      const given = { paymentId: id, kind: 'REFUND', amountCents: 1250, attempt: captured } as const;
      expect(await inBackOffice(gateway, given)).toMatchObject({ outcome: 'DONE' });
      await refresh(id);
      expect((await standing(id))[0]).toBe('REFUNDED');
      // The end of what is only held changes nothing, and calls no person.
      const { length } = await contradictions(id);
      gateway.advance(31 * 86_400_000);
      await refresh(id);
      expect((await standing(id))[0]).toBe('REFUNDED');
      expect(await contradictions(id)).toHaveLength(length);
    },
  );

  it.each([
    ['PAYBOX', 'PAID'],
    ['PAYBOX', 'REFUNDED'],
    ['LABANQUEPOSTALE', 'PAID'],
    ['LABANQUEPOSTALE', 'REFUNDED'],
  ] as const)('calls a person once where %s takes what was only held and the payment is %s', async (target, status) => {
    const { id, captured } = await capturedAndHeld(target);
    await night(gateway);
    if (status === 'REFUNDED') await gateway.send(RefundPaymentDocument, { input: { id } });
    const { length } = await contradictions(id);
    await inBackOffice(gateway, { paymentId: id, kind: 'CAPTURE', amountCents: 1250, attempt: captured + 1 });
    await refresh(id);
    await refresh(id);
    const flagged = (await contradictions(id)).slice(length).map(({ data }) => factOf(data, 'reason'));
    expect([...(await standing(id)).slice(-2), ...flagged]).toEqual(['PAID', 'PAID', 'paid twice']);
    expect((await standing(id))[0]).toBe(status);
  });

  it('is none of an authorisation where the captured transaction is cancelled', async () => {
    const { id } = await capturedAndHeld('LABANQUEPOSTALE');
    await gateway.send(CancelPaymentDocument, { input: { id } });
    expect(await standing(id)).toEqual(['CANCELLED', 'SUPERSEDED', 'CANCELLED', 'AUTHORIZED']);
    // The bank still holds it: it can be captured or cancelled.
    await refresh(id);
    expect((await standing(id))[0]).toBe('AUTHORIZED');
    await gateway.send(CancelPaymentDocument, { input: { id } });
    expect(await standing(id)).toEqual(['CANCELLED', 'SUPERSEDED', 'CANCELLED', 'CANCELLED']);
  });

  it('is that of the first where the second came and went back between two questions to the bank', async () => {
    const { id, paymentUrl } = (await initiated(gateway, { paymentTarget: 'PAYBOX' })).payment;
    const [first, second] = await twoForms(gateway, new URL(paymentUrl ?? '').pathname);
    await useForm(first, 'PAYBOX', 'pay');
    const reference = (await gateway.store.attemptsOf(id))[1]?.reference;
    await scriptFault(gateway, { kind: 'LOSE_NOTIFICATION', reference });
    await useForm(second, 'PAYBOX', 'pay');
    await night(gateway);
    const given = { paymentId: id, kind: 'REFUND', amountCents: 1250, attempt: 1 } as const;
    expect(await inBackOffice(gateway, given)).toMatchObject({ outcome: 'DONE' });
    await refresh(id);
    expect(await standing(id)).toEqual(['PAID', 'PAID', 'PAID']);
    const reasons = (await gateway.store.eventsOf(id, 0, 100)).slice(-2).map(({ data }) => factOf(data, 'reason'));
    expect(reasons).toEqual(['paid twice', 'it gives back what was paid twice']);
  });

  const office = { vads_url_check_src: 'MERCH_BO', vads_operation_type: 'CREDIT' };
  const notifyOf = (id: string) => (shown: Shown, change: Record<string, string>) =>
    postMessage(gateway, initiationBy(id, shown), change);

  let orders = 0;
  /** From an old system, with two forms of its link. */
  async function linked() {
    const url = legacyPath({ paymentTarget: 'LABANQUEPOSTALE', idCommande: `left-${++orders}` }, '.json');
    const ask = async () => (await (await gateway.get(url)).json()) as { payment_id: string; payment_url: string };
    const { payment_id: id, payment_url } = await ask();
    const path = new URL(payment_url).pathname;
    const [first, second] = await twoForms(gateway, path);
    const pay = (form: typeof first) => useForm(form, 'LABANQUEPOSTALE', 'pay');
    const notify = notifyOf(id);
    return { id, path, ask, first, second, pay, notify };
  }

  it('is none when the second is cancelled in the back office after a refund of the first', async () => {
    const { id, ask, first, second, pay } = await linked();
    await pay(first);
    await pay(second);
    await gateway.send(RefundPaymentDocument, { input: { id } });
    expect((await ask()).payment_id).toBe(id);
    await inBackOffice(gateway, { paymentId: id, kind: 'CANCEL', amountCents: 1250, attempt: 2 });
    await refresh(id);
    expect(await standing(id)).toEqual(['REFUNDED', 'SUPERSEDED', 'PAID', 'CANCELLED']);
    expect((await ask()).payment_id).not.toBe(id);
  });

  it('is none when a person decides that all was given back', async () => {
    const { id, ask, first, second, pay, notify } = await linked();
    await notify(first, { vads_amount: '999', vads_trans_uuid: 'c'.repeat(32) });
    await pay(first);
    await pay(second);
    expect(await standing(id)).toEqual(['NEEDS_REVIEW', 'SUPERSEDED', 'PAID', 'PAID']);
    await gateway.send(ReviewPaymentDocument, { input: { id, status: 'REFUNDED' } });
    expect((await standing(id))[0]).toBe('REFUNDED');
    expect((await ask()).payment_id).not.toBe(id);
  });

  it('is some where money comes after that decision', async () => {
    const { id, ask, first, second, pay, notify } = await linked();
    await notify(first, { vads_amount: '999', vads_trans_uuid: 'd'.repeat(32) });
    await pay(first);
    await gateway.send(ReviewPaymentDocument, { input: { id, status: 'REFUNDED' } });
    await pay(second);
    expect((await gateway.store.eventsOf(id, 0, 100)).at(-1)).toMatchObject({ type: 'CONTRADICTION' });
    expect((await ask()).payment_id).toBe(id);
  });

  it('is some where money comes after a refund that was a cancellation, until that is given back', async () => {
    const { id, ask, first, second, pay, notify } = await linked();
    await pay(first);
    const reference = (await gateway.store.attemptsOf(id))[1]?.reference;
    await scriptFault(gateway, { kind: 'CUT_CONNECTION', operation: 'REFUND', bank: 'LABANQUEPOSTALE', reference });
    await gateway.send(RefundPaymentDocument, { input: { id } });
    for (const minutes of [1, 3]) await gateway.pass(minutes * 60_000);
    await pay(second);
    expect(await standing(id)).toEqual(['REFUNDED', 'SUPERSEDED', 'CANCELLED', 'PAID']);
    // A person hears of it.
    expect((await gateway.store.eventsOf(id, 0, 100)).at(-1)).toMatchObject({ type: 'CONTRADICTION' });
    expect((await ask()).payment_id).toBe(id);
    await notify(second, { ...office, vads_trans_uuid: 'e'.repeat(32) });
    expect((await ask()).payment_id).not.toBe(id);
  });

  it('calls a person where the office captures and gives back the second, and says the refund first', async () => {
    const { id, second } = await capturedAndHeld('LABANQUEPOSTALE');
    const own = (await gateway.store.attemptsOf(id)).at(-1)?.bankTransaction ?? '';
    await notifyOf(id)(second, { ...office, vads_trans_uuid: '8'.repeat(32) });
    const captured = { vads_url_check_src: 'MERCH_BO', vads_trans_uuid: own, vads_trans_status: 'AUTHORISED' };
    await notifyOf(id)(second, captured);
    expect(await contradictions(id)).toHaveLength(2);
  });

  it('is none when the second is given back and the first cancelled', async () => {
    const { id, ask, first, second, pay, notify } = await linked();
    await pay(first);
    await pay(second);
    await notify(second, { ...office, vads_trans_uuid: 'f'.repeat(32) });
    await gateway.send(CancelPaymentDocument, { input: { id } });
    expect(await standing(id)).toEqual(['CANCELLED', 'SUPERSEDED', 'CANCELLED', 'PAID']);
    await ask();
    expect(await standing(id)).toEqual(['REQUIRES_ACTION', 'SUPERSEDED', 'CANCELLED', 'PAID', 'OPEN']);
  });

  it('is that of the next form alone after all was given back, whatever the bank says again of the first', async () => {
    const { id, path, ask, first, second, pay } = await linked();
    await pay(first);
    await night(gateway);
    await pay(second);
    await inBackOffice(gateway, { paymentId: id, kind: 'REFUND', amountCents: 1250, attempt: 1 });
    await refresh(id);
    await gateway.send(CancelPaymentDocument, { input: { id } });
    await ask();
    const third = await openLink(gateway, path);
    await refresh(id);
    expect(await standing(id)).toEqual([
      'REQUIRES_ACTION',
      ...['SUPERSEDED', 'PAID', 'CANCELLED', 'SUPERSEDED', 'OPEN'],
    ]);
    await pay(third);
    await refresh(id);
    expect([(await standing(id))[0], (await ask()).payment_id]).toEqual(['PAID', id]);
    expect(await contradictions(id)).toHaveLength(1);
  });

  it('is that of the authorisation that a person found captured, where the other is cancelled', async () => {
    const { id } = await twiceHeld(gateway, 'LABANQUEPOSTALE');
    await inBackOffice(gateway, { paymentId: id, kind: 'CAPTURE', amountCents: 1250, attempt: 1 });
    await gateway.send(ReviewPaymentDocument, { input: { id, status: 'PAID' } });
    await inBackOffice(gateway, { paymentId: id, kind: 'CANCEL', amountCents: 1250, attempt: 2 });
    await refresh(id);
    expect(await standing(id)).toEqual(['PAID', 'SUPERSEDED', 'PAID', 'CANCELLED']);
    const statuses = (await gateway.store.eventsOf(id, 0, 100)).map(({ status }) => status);
    expect(statuses.slice(statuses.indexOf('PAID'))).not.toContain('CANCELLED');
  });

  it('may still come by another attempt of a refunded order', async () => {
    const { id, ask, first, second, pay, notify } = await linked();
    await pay(first);
    const pending = { vads_trans_uuid: '1'.repeat(32), vads_trans_status: 'WAITING_AUTHORISATION' };
    await notify(second, pending);
    await night(gateway);
    await gateway.send(RefundPaymentDocument, { input: { id } });
    expect([(await standing(id))[0], (await ask()).payment_id]).toEqual(['REFUNDED', id]);
    await notify(second, { ...pending, vads_trans_status: 'REFUSED' });
    expect((await ask()).payment_id).not.toBe(id);
  });

  it('is none of a transaction whose cancellation ended the payment, whatever is said of it late', async () => {
    const { id, first, notify } = await linked();
    const of = (transaction: string) => ({ vads_trans_uuid: transaction.repeat(32) });
    const cancelled = { vads_url_check_src: 'MERCH_BO', vads_trans_status: 'CANCELLED' };
    await notify(first, of('a'));
    await notify(first, { ...of('a'), ...cancelled });
    await notify(first, of('b'));
    await notify(first, { ...of('a'), vads_trans_status: 'CAPTURED', vads_url_check_src: 'RETRY' });
    expect(await contradictions(id)).toEqual([]);
    await notify(first, { ...of('b'), ...cancelled });
    expect((await standing(id))[0]).toBe('CANCELLED');
  });

  it.each(['a newer form', 'an older one'])(
    'is some where money comes by %s after a decision that there was none',
    async (which) => {
      const { id, path, ask, first, second, notify } = await linked();
      const of = (transaction: string) => ({ vads_trans_uuid: transaction.repeat(32) });
      await notify(first, { ...of('2'), vads_amount: '999' });
      await gateway.send(ReviewPaymentDocument, { input: { id, status: 'CANCELLED' } });
      await ask();
      const [newer, fourth] = await twoForms(gateway, path);
      const third = which === 'an older one' ? second : newer;
      await notify(third, { ...of('3'), vads_amount: '998' });
      await gateway.send(ReviewPaymentDocument, { input: { id, status: 'PAID' } });
      await notify(third, of('4'));
      await notify(fourth, of('5'));
      await notify(fourth, { ...of('5'), vads_url_check_src: 'MERCH_BO', vads_trans_status: 'CANCELLED' });
      expect([(await standing(id))[0], (await ask()).payment_id]).toEqual(['PAID', id]);
    },
  );

  it('is none of a sum that was held after a person found another one paid', async () => {
    const { id, paymentUrl } = (await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE', capture: 'LATER' }))
      .payment;
    const [first, second] = await twoForms(gateway, new URL(paymentUrl ?? '').pathname);
    await useForm(first, 'LABANQUEPOSTALE', 'pay');
    const notify = notifyOf(id);
    await notify(first, { vads_amount: '999', vads_trans_uuid: '6'.repeat(32) });
    await inBackOffice(gateway, { paymentId: id, kind: 'CAPTURE', amountCents: 1250, attempt: 1 });
    await gateway.send(ReviewPaymentDocument, { input: { id, status: 'PAID' } });
    await useForm(second, 'LABANQUEPOSTALE', 'pay');
    expect(await standing(id)).toEqual(['PAID', 'SUPERSEDED', 'AUTHORIZED', 'AUTHORIZED']);
    await notify(first, { ...office, vads_trans_uuid: '7'.repeat(32) });
    expect((await standing(id))[0]).toBe('REFUNDED');
  });
});
