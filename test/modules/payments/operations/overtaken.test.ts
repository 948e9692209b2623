import { describe, expect, it } from 'vitest';
import { CancelPaymentDocument, CapturePaymentDocument } from '../../../generated/graphql.ts';
import { payAtBank } from '../../../support/at-bank.ts';
import { asClient, clientNamed } from '../../../support/clients/client-named.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { startGateway } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { dataOf } from '../../../support/payments/operations.ts';
import { standingOf } from '../../../support/payments/settling.ts';
import { initiated, legacyPath } from '../../../support/requests.ts';
import { postMessage } from '../../../support/scellius-messages.ts';

/** What was read decides the rights; what is there when it is written decides them again. */

describe.each(drawnDatabases())('a payment that changes between request and transaction on $name', ({ open }) => {
  let beforeTransaction: (() => Promise<unknown>) | null = null;
  const till = clientNamed('till', { scopes: new Set(['initiate', 'read', 'cancel']) });
  const gateway = openForGroup(() =>
    startGateway({
      open,
      config: { clients: [till, clientNamed('office')] },
      around: (store) => ({
        ...store,
        transact: async (work) => {
          const act = beforeTransaction;
          beforeTransaction = null;
          await act?.();
          return store.transact(work);
        },
      }),
    }),
  );
  const cancel = async (id: string) =>
    dataOf(await gateway.send(CancelPaymentDocument, { input: { id } }, asClient('till'))).cancelPayment;

  it('is not given back by a client that may only cancel, though it was captured in the meantime', async () => {
    const initiation = await initiated(gateway, { paymentTarget: 'PAYBOX', capture: 'LATER' }, asClient('till'));
    const { id } = initiation.payment;
    await payAtBank(initiation);
    beforeTransaction = async () => {
      const { data } = await gateway.send(CapturePaymentDocument, { input: { id } }, asClient('office'));
      expect(data?.capturePayment).toMatchObject({ payment: { status: 'PAID' } });
    };
    expect(await cancel(id)).toMatchObject({ code: 'NOT_ALLOWED', message: expect.stringContaining('refund') });
    expect(await gateway.store.paymentById(id)).toMatchObject({ status: 'PAID' });
    expect(await gateway.store.operationsOf(id)).toMatchObject([{ kind: 'CAPTURE' }]);
  });

  it('does not run out by its old time, though the same URL opened it again in the meantime', async () => {
    const again = async () => {
      const path = legacyPath({ paymentTarget: 'PAYBOX', idCommande: 'opened-again' }, '.json');
      const response = await gateway.get(path, { headers: asClient('till') });
      return (await response.json()) as { payment_id: string; payment_url: string };
    };
    const { payment_id: id, payment_url: url } = await again();
    gateway.advance(25 * 3_600_000);
    beforeTransaction = again;
    await gateway.get(new URL(url).pathname);
    expect(await gateway.store.paymentById(id)).toMatchObject({ status: 'REQUIRES_ACTION' });
    const changes = (await gateway.store.eventsOf(id, 0, 100)).map(({ status }) => status);
    expect(changes.filter((status) => status === 'EXPIRED')).toHaveLength(1);
  });
});

describe.each(drawnDatabases())('a capture whose answer comes late, on $name', ({ open }) => {
  let afterCall: (() => Promise<void>) | null = null;
  const gateway = openForGroup(() =>
    startGateway({
      open,
      reachCrashPoint: async (point) => {
        const act = point === 'after-call:capture' ? afterCall : null;
        if (act) afterCall = null;
        await act?.();
      },
    }),
  );

  const held = async () => {
    const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE', capture: 'LATER' });
    const { id } = initiation.payment;
    await payAtBank(initiation);
    const [attempt] = await gateway.store.attemptsOf(id);
    const notify = async (change: Record<string, string>): Promise<void> => {
      await postMessage(gateway, initiation, change);
    };
    const office = { vads_url_check_src: 'MERCH_BO' };
    const own = { ...office, vads_trans_uuid: attempt?.bankTransaction ?? '' };
    return { id, notify, own, other: { ...office, vads_trans_uuid: `${id.slice(4, 35)}b` } };
  };
  const capture = (id: string) => gateway.send(CapturePaymentDocument, { input: { id } });

  it.each([false, true])('makes nothing PAID where its hold was cancelled (another one came: %s)', async (again) => {
    const { id, notify, own, other } = await held();
    afterCall = async () => {
      await notify({ ...own, vads_trans_status: 'CANCELLED' });
      if (again) await notify({ ...other, vads_url_check_src: 'PAY', vads_trans_status: 'AUTHORISED_TO_VALIDATE' });
    };
    await capture(id);
    const status = again ? 'AUTHORIZED' : 'CANCELLED';
    expect(await standingOf(gateway, id)).toEqual([status, status]);
    expect((await gateway.store.eventsOf(id, 0, 100)).at(-1)).toMatchObject({ type: 'REVIEW_NEEDED' });
  });

  it.each([false, true])('counts where only an unknown transaction was cancelled (message came: %s)', async (told) => {
    const { id, notify, own, other } = await held();
    afterCall = async () => {
      await notify({ ...other, vads_trans_status: 'CANCELLED' });
      if (told) await notify({ ...own, vads_trans_status: 'AUTHORISED' });
    };
    await capture(id);
    expect(await standingOf(gateway, id)).toEqual(['PAID', 'PAID']);
  });

  it('is not needed where the bank itself says that the hold that came since was captured', async () => {
    const { id, notify, own, other } = await held();
    afterCall = async () => {
      await notify({ ...own, vads_trans_status: 'CANCELLED' });
      await notify({ ...other, vads_url_check_src: 'PAY', vads_trans_status: 'AUTHORISED_TO_VALIDATE' });
      await notify({ ...other, vads_trans_status: 'AUTHORISED' });
    };
    await capture(id);
    expect(await standingOf(gateway, id)).toEqual(['PAID', 'PAID']);
  });
});
