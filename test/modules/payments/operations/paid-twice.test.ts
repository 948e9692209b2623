import { describe, expect, it } from 'vitest';
import {
  CancelPaymentDocument,
  RefreshPaymentDocument,
  RefundPaymentDocument,
  SettleOperationDocument,
} from '../../../generated/graphql.ts';
import { night } from '../../../support/at-bank.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { scriptFault } from '../../../support/gateway.ts';
import { inBackOffice } from '../../../support/in-back-office.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { initiationBy, openLink, useForm } from '../../../support/pages/pay-link.ts';
import { cancellationInDoubt, standingOf, startFarFromNight } from '../../../support/payments/settling.ts';
import { initiated, legacyPath } from '../../../support/requests.ts';
import { postMessage } from '../../../support/scellius-messages.ts';

/** A payment that was paid twice is over only when all of its money was given back. */

describe.each(drawnDatabases())('a payment that was paid twice, on $name', ({ open }) => {
  const gateway = openForGroup(() => startFarFromNight(open));
  const standing = (id: string) => standingOf(gateway, id);
  const heldBy = async (id: string) => (await gateway.store.attemptsOf(id))[0]?.bankTransaction;
  const settled = async (): Promise<void> => {
    for (const minutes of [1, 3]) await gateway.pass(minutes * 60_000);
  };

  let orders = 0;
  /** From an old system, with two forms of its link. */
  async function linked(paymentTarget: 'PAYBOX' | 'LABANQUEPOSTALE') {
    const url = legacyPath({ paymentTarget, idCommande: `twice-${++orders}` }, '.json');
    const ask = async () => (await (await gateway.get(url)).json()) as { payment_id: string; payment_url: string };
    const { payment_id: id, payment_url } = await ask();
    const path = new URL(payment_url).pathname;
    const first = await openLink(gateway, path);
    // After it the form of Paybox is too old, and the link opens another attempt.
    gateway.advance(16 * 60_000);
    const second = await openLink(gateway, path);
    return { id, ask, first, second };
  }
  async function paidTwice(paymentTarget: 'PAYBOX' | 'LABANQUEPOSTALE') {
    const { id, ask, first, second } = await linked(paymentTarget);
    await useForm(first, paymentTarget, 'pay');
    await useForm(second, paymentTarget, 'pay');
    const paying = (await gateway.store.attemptsOf(id)).filter(({ status }) => status === 'PAID');
    expect(paying).toHaveLength(2);
    return { id, ask, reference: paying[0]?.reference, others: (await standing(id)).slice(1, -2) };
  }

  describe.each(['PAYBOX', 'LABANQUEPOSTALE'] as const)('at %s', (paymentTarget) => {
    it.each(['is answered', 'loses its answer'])('stays PAID where one cancellation %s', async (how) => {
      const { id, ask, reference, others } = await paidTwice(paymentTarget);
      if (how === 'loses its answer') {
        const cut = { kind: 'CUT_CONNECTION', operation: 'CANCEL', bank: paymentTarget, reference };
        await scriptFault(gateway, cut);
      }
      await gateway.send(CancelPaymentDocument, { input: { id } });
      await settled();
      expect(await standing(id)).toEqual(['PAID', ...others, 'CANCELLED', 'PAID']);
      expect((await ask()).payment_id).toBe(id);
      expect(await standing(id)).toEqual(['PAID', ...others, 'CANCELLED', 'PAID']);
      await gateway.send(CancelPaymentDocument, { input: { id } });
      expect(await standing(id)).toEqual(['CANCELLED', ...others, 'CANCELLED', 'CANCELLED']);
    });

    it('asks for no new payment where one of the two was given back', async () => {
      const { id, ask } = await paidTwice(paymentTarget);
      await night(gateway);
      await gateway.send(RefundPaymentDocument, { input: { id } });
      expect((await standing(id))[0]).toBe('REFUNDED');
      expect((await ask()).payment_id).toBe(id);
    });
  });

  describe('at PAYBOX, which names no refund', () => {
    const refresh = (id: string) => gateway.send(RefreshPaymentDocument, { id });
    const giveBack = async (paymentId: string, attempt: number) => {
      const given = { paymentId, kind: 'REFUND', amountCents: 1250, attempt } as const;
      expect(await inBackOffice(gateway, given)).toMatchObject({ outcome: 'DONE' });
    };

    it('is given back when both are in its back office', async () => {
      const { id, ask, others } = await paidTwice('PAYBOX');
      await night(gateway);
      await giveBack(id, others.length);
      await giveBack(id, others.length + 1);
      await refresh(id);
      expect((await standing(id))[0]).toBe('REFUNDED');
      const { length } = await gateway.store.eventsOf(id, 0, 100);
      await refresh(id);
      expect(await gateway.store.eventsOf(id, 0, 100)).toHaveLength(length);
      expect((await ask()).payment_id).not.toBe(id);
    });

    it('frees its old URL when the rest is given back after our refund', async () => {
      const { id, ask, others } = await paidTwice('PAYBOX');
      await night(gateway);
      await gateway.send(RefundPaymentDocument, { input: { id } });
      expect((await ask()).payment_id).toBe(id);
      await giveBack(id, others.length + 1);
      await refresh(id);
      expect((await standing(id))[0]).toBe('REFUNDED');
      expect((await ask()).payment_id).not.toBe(id);
    });
  });

  it('takes no money a third time where a refund that cancels one of the two loses its answer', async () => {
    const { id, ask, reference, others } = await paidTwice('LABANQUEPOSTALE');
    await scriptFault(gateway, { kind: 'CUT_CONNECTION', operation: 'REFUND', bank: 'LABANQUEPOSTALE', reference });
    await gateway.send(RefundPaymentDocument, { input: { id } });
    await settled();
    expect(await standing(id)).toEqual(['REFUNDED', ...others, 'PAID', 'PAID']);
    expect((await ask()).payment_id).toBe(id);
  });

  it.each(['the other', 'the same'])('takes no third payment where %s form pays after such a refund', async (form) => {
    const { id, ask, first, second } = await linked('LABANQUEPOSTALE');
    await useForm(first, 'LABANQUEPOSTALE', 'pay');
    const reference = (await gateway.store.attemptsOf(id)).find(({ status }) => status === 'PAID')?.reference;
    await scriptFault(gateway, { kind: 'CUT_CONNECTION', operation: 'REFUND', bank: 'LABANQUEPOSTALE', reference });
    await gateway.send(RefundPaymentDocument, { input: { id } });
    await settled();
    if (form === 'the other') await useForm(second, 'LABANQUEPOSTALE', 'pay');
    else {
      await postMessage(gateway, initiationBy(id, first), { vads_trans_uuid: `${id.slice(4, 35)}b` });
    }
    const paid = form === 'the other' ? ['CANCELLED', 'PAID'] : ['PAID', 'OPEN'];
    expect(await standing(id)).toEqual(['REFUNDED', 'SUPERSEDED', ...paid]);
    expect((await ask()).payment_id).toBe(id);
  });

  /** In the back office of La Banque Postale. */
  async function notified() {
    const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
    const { id, reference, paymentUrl } = initiation.payment;
    await openLink(gateway, new URL(paymentUrl ?? '').pathname);
    const post = (number: number, change: Record<string, string>): Promise<void> =>
      postMessage(gateway, initiation, { ...change, vads_order_id: `${reference}-${number}` });
    const uuid = (letter: string) => ({ vads_trans_uuid: `${id.slice(4, 35)}${letter}` });
    const office = { vads_url_check_src: 'MERCH_BO' };
    const credit = (number: number, letter: string, amount = '1250') =>
      post(number, { ...office, ...uuid(letter), vads_operation_type: 'CREDIT', vads_amount: amount });
    const cancel = (number: number, letter: string) =>
      post(number, { ...office, ...uuid(letter), vads_trans_status: 'CANCELLED' });
    const pay = (number: number, letter: string, change: Record<string, string> = {}) =>
      post(number, { ...uuid(letter), ...change });
    return { id, credit, cancel, pay };
  }

  it.each([
    [1, 2],
    [2, 1],
  ])('is given back when both are, attempt %s first', async (first, second) => {
    const { id, pay, credit } = await notified();
    await pay(1, 'a');
    await pay(2, 'b');
    await credit(first, 'c');
    expect((await standing(id))[0]).toBe('PAID');
    await credit(first, 'c');
    expect((await standing(id))[0]).toBe('PAID');
    await credit(second, 'd');
    expect((await standing(id))[0]).toBe('REFUNDED');
  });

  it('is given back when less than its amount stays', async () => {
    const { id, pay, credit } = await notified();
    await pay(1, 'a');
    await pay(2, 'b');
    await credit(2, 'c', '500');
    expect((await standing(id))[0]).toBe('PAID');
    await credit(1, 'd');
    expect((await standing(id))[0]).toBe('REFUNDED');
    await credit(2, 'e', '750');
    const last = (await gateway.store.eventsOf(id, 0, 100)).at(-1);
    expect([last?.status, last?.type]).toEqual(['REFUNDED', 'NEWS_IGNORED']);
  });

  it('is given back when the first is cancelled, and then the second given back', async () => {
    const { id, pay, credit, cancel } = await notified();
    await pay(1, 'a');
    await pay(2, 'b');
    await cancel(1, 'a');
    expect((await standing(id))[0]).toBe('PAID');
    await credit(2, 'c', '500');
    expect((await standing(id))[0]).toBe('PARTIALLY_REFUNDED');
    await credit(2, 'd', '750');
    expect((await standing(id))[0]).toBe('REFUNDED');
  });

  it('is cancelled when the second is given back, and then the first cancelled', async () => {
    const { id, pay, credit, cancel } = await notified();
    await pay(1, 'a');
    await pay(2, 'b');
    await credit(2, 'c');
    await cancel(1, 'a');
    expect((await standing(id))[0]).toBe('CANCELLED');
  });

  it.each([
    ['cancelled', 'CANCELLED'],
    ['given back', 'REFUNDED'],
  ])('stays PAID while the second transaction of the same attempt stands, until it is %s', async (how, status) => {
    const { id, pay, cancel, credit } = await notified();
    const late = { vads_trans_status: 'CAPTURED' };
    await pay(1, 'a');
    await pay(1, 'b');
    await cancel(1, 'a');
    expect(await standing(id)).toEqual(['PAID', 'PAID', 'OPEN']);
    expect(await heldBy(id)).toMatch(/b$/);
    // A late message about it is no money that came again.
    await pay(1, 'a', late);
    await (how === 'cancelled' ? cancel(1, 'b') : credit(1, 'c'));
    expect((await standing(id))[0]).toBe(status);
    await pay(1, 'a', late);
    await pay(1, 'b', late);
    expect((await standing(id))[0]).toBe(status);
  });

  it.each(['a person', 'the message about it'])('stays PAID where %s confirms the cancellation of one', async (how) => {
    const { id, pay, cancel } = await notified();
    await pay(1, 'a');
    await pay(1, 'b');
    const operation = await cancellationInDoubt(gateway, id);
    if (how === 'a person') {
      await gateway.send(SettleOperationDocument, { input: { id: operation, outcome: 'DONE' } });
    } else await cancel(1, 'a');
    expect((await gateway.store.operation(operation))?.status).toBe('DONE');
    expect(await standing(id)).toEqual(['PAID', 'PAID', 'OPEN']);
    expect(await heldBy(id)).toMatch(/b$/);
    // A late message about the one that was cancelled is no money that came again.
    await pay(1, 'a', { vads_trans_status: 'CAPTURED' });
    await cancel(1, 'b');
    expect(await standing(id)).toEqual(['CANCELLED', 'CANCELLED', 'OPEN']);
  });
});
