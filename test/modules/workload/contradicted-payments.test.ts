import { describe, expect, it } from 'vitest';
import { sandboxShops } from '../../../src/config/development.ts';
import { isContradicted } from '../../../src/modules/payments/attempts/surplus.ts';
import {
  ContradictedDocument,
  RefreshPaymentDocument,
  RefundPaymentDocument,
  ReviewPaymentDocument,
} from '../../generated/graphql.ts';
import { night } from '../../support/at-bank.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { inBackOffice } from '../../support/in-back-office.ts';
import { openForGroup } from '../../support/open-for.ts';
import { openLink, useForm } from '../../support/pages/pay-link.ts';
import { startFarFromNight, twoForms } from '../../support/payments/settling.ts';
import { initiated } from '../../support/requests.ts';
import { messageOf, postNotification, signed } from '../../support/scellius-messages.ts';

const shop = sandboxShops().labanquepostaleShops[0];
const dayMs = 86_400_000;

describe.each(drawnDatabases())('payments that the bank contradicts, on $name', ({ open }) => {
  const gateway = openForGroup(() => startFarFromNight(open));

  async function contradicted(id: string) {
    const { data } = await gateway.send(ContradictedDocument, {});
    return data?.workload.paymentsContradicted.find((payment) => payment.id === id) ?? null;
  }
  const surplus = (cents: number, ...bankTransactions: string[]) =>
    expect.objectContaining({ surplus: { amount: { cents }, bankTransactions } });

  /** With messages of La Banque Postale. */
  async function notified() {
    const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
    const { id, reference, paymentUrl } = initiation.payment;
    await openLink(gateway, new URL(paymentUrl ?? '').pathname);
    const number = (letter: string) => `${id.slice(4, 35)}${letter}`;
    const post = async (letter: string, attempt: number, change: Record<string, string> = {}): Promise<void> => {
      const message = messageOf(initiation, { vads_trans_uuid: number(letter), ...change });
      const sent = { ...message, vads_order_id: `${reference}-${attempt}` };
      expect(await postNotification(gateway, signed(sent, shop?.keys.TEST ?? ''))).toBe(200);
    };
    const office = { vads_url_check_src: 'MERCH_BO' };
    const credit = (letter: string, attempt: number, vads_amount = '1250') =>
      post(letter, attempt, { ...office, vads_operation_type: 'CREDIT', vads_amount });
    const cancel = (letter: string, attempt: number) =>
      post(letter, attempt, { ...office, vads_trans_status: 'CANCELLED' });
    return { id, number, pay: post, credit, cancel };
  }

  it('cannot be asked for many times in one request, for each is judged by its story', async () => {
    const asked = async (times: number): Promise<string> => {
      const fields = Array.from(
        { length: times },
        (_, number) => `w${number}: workload(runMode: TEST) { paymentsContradicted { id } }`,
      );
      const body = JSON.stringify({ query: `{ ${fields.join(' ')} }` });
      const headers = { 'Content-Type': 'application/json' };
      return (await gateway.get('/graphql', { method: 'POST', headers, body })).text();
    };
    expect(await asked(1)).not.toContain('errors');
    expect(await asked(5)).toContain('complex');
  });

  describe.each([
    ['in one attempt', 1],
    ['in two attempts', 2],
  ])('paid twice %s', (_where, second) => {
    it('is listed with the second, until that is given back', async () => {
      const { id, number, pay, credit } = await notified();
      await pay('a', 1);
      expect(await contradicted(id)).toBeNull();
      await pay('b', second);
      expect(await contradicted(id)).toEqual(surplus(1250, number('b')));
      await credit('c', second, '500');
      expect(await contradicted(id)).toEqual(surplus(750, number('b')));
      await credit('d', second, '750');
      expect(await contradicted(id)).toBeNull();
    });

    it.each(['a', 'b'])('is quiet when transaction %s is cancelled at the bank', async (letter) => {
      const { id, pay, cancel } = await notified();
      await pay('a', 1);
      await pay('b', second);
      await cancel(letter, letter === 'a' ? 1 : second);
      expect((await gateway.store.paymentById(id))?.status).toBe('PAID');
      expect(await contradicted(id)).toBeNull();
    });

    it('is quiet when the bank denies one, and waits for a decision when it denies both', async () => {
      const { id, pay } = await notified();
      await pay('a', 1);
      await pay('b', second);
      await pay('b', second, { vads_trans_status: 'REFUSED' });
      expect(await contradicted(id)).toBeNull();
      await pay('a', 1, { vads_trans_status: 'REFUSED' });
      expect(await contradicted(id)).toMatchObject({ status: 'PAID', surplus: null });
      await gateway.send(ReviewPaymentDocument, { input: { id, status: 'RETURNED' } });
      expect(await contradicted(id)).toBeNull();
    });
  });

  it('reads the story of each payment once', async () => {
    const { id, pay, cancel } = await notified();
    for (const letter of ['a', 'b']) await pay(letter, 1);
    await cancel('b', 1);
    const payment = await gateway.store.paymentById(id);
    if (payment === null) throw new Error('the payment was there a moment ago');
    const read: string[] = [];
    const counted = new Proxy(gateway.store, {
      get: (store, name) => {
        read.push(String(name));
        return Reflect.get(store, name);
      },
    });
    expect(await isContradicted(counted, payment)).toBe(false);
    expect(read.toSorted()).toEqual(['attemptsOf', 'eventsOf', 'operationsOf']);
  });

  it.each(['LABANQUEPOSTALE', 'PAYBOX'] as const)('stays listed after a refund here, at %s', async (paymentTarget) => {
    const { id, paymentUrl } = (await initiated(gateway, { paymentTarget })).payment;
    const forms = await twoForms(gateway, new URL(paymentUrl ?? '').pathname);
    for (const form of forms) await useForm(form, paymentTarget, 'pay');
    const attempts = await gateway.store.attemptsOf(id);
    const last = attempts.findLastIndex(({ status }) => status === 'PAID');
    const second = surplus(1250, attempts[last]?.bankTransaction ?? '');
    await night(gateway);
    await gateway.send(RefundPaymentDocument, { input: { id, amount: '500' } });
    expect(await contradicted(id)).toMatchObject({ status: 'PARTIALLY_REFUNDED' });
    expect(await contradicted(id)).toEqual(second);
    await gateway.send(RefundPaymentDocument, { input: { id } });
    expect(await contradicted(id)).toMatchObject({ status: 'REFUNDED' });
    expect(await contradicted(id)).toEqual(second);
    const given = { paymentId: id, kind: 'REFUND', amountCents: 1250, attempt: last } as const;
    expect(await inBackOffice(gateway, given)).toMatchObject({ outcome: 'DONE' });
    await gateway.send(RefreshPaymentDocument, { id });
    expect(await contradicted(id)).toBeNull();
  });

  it('are listed to who may see them', async () => {
    const { id, pay } = await notified();
    await pay('a', 1);
    await pay('b', 1);
    const listed = async (client: string, societes: readonly string[], idSociete: string | null = null) => {
      const visibleTo = { client, societes, origins: null };
      const query = { runMode: 'TEST', idSociete, visibleTo, since: 0, limit: 50 } as const;
      return (await gateway.store.paymentsContradicted(query)).some((payment) => payment.id === id);
    };
    expect(await listed('anonymous', [])).toBe(true);
    expect(await listed('another', ['1'], '1')).toBe(true);
    expect(await listed('another', ['2'])).toBe(false);
    expect(await listed('anonymous', [], '2')).toBe(false);
  });

  it('leaves the list after 90 days, where the bank says nothing of it', async () => {
    const { id, pay } = await notified();
    await pay('a', 1);
    await pay('b', 1);
    gateway.advance(90 * dayMs - 60_000);
    expect(await contradicted(id)).not.toBeNull();
    gateway.advance(120_000);
    expect(await contradicted(id)).toBeNull();
  });
});
