import { describe, expect, it } from 'vitest';
import {
  CancelPaymentDocument,
  RefreshPaymentDocument,
  RefundPaymentDocument,
  SettleOperationDocument,
} from '../../generated/graphql.ts';
import { night, payAtBank } from '../../support/at-bank.ts';
import { scriptFault, type TestGateway } from '../../support/gateway.ts';
import { openForGroup, standingFor } from '../../support/open-for.ts';
import { openLink, pressButtons, pressTryAgain, type Shown, useForm } from '../../support/pages/pay-link.ts';
import { initiated } from '../../support/requests.ts';
import { openOvertaken } from '../../support/store/overtaken.ts';

/**
 * Two gateways learn the same at the same moment. On PostgreSQL each statement of a unit of work sees what was committed
 * before it: here the other gateway comes in between any two reads, one after the other, and what it commits there must
 * not be done once more.
 */

describe('a gateway that is overtaken between two reads', () => {
  const on = openForGroup(() => openOvertaken());
  const gateway = standingFor(() => on.gateway);
  const overtaken = standingFor(() => on.overtaken);

  const fault = (script: object) => scriptFault(gateway, script);

  type Doubt = { readonly payment: string; readonly operation: string };
  const doubtful = async (): Promise<Doubt> => {
    const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
    const { id } = initiation.payment;
    await payAtBank(initiation);
    await night(gateway);
    // A call that is answered, so that the bank is not left alone after all those that are not.
    await gateway.send(RefreshPaymentDocument, { id });
    await fault({ kind: 'CUT_CONNECTION', operation: 'REFUND', bank: 'LABANQUEPOSTALE', moment: 'AFTER' });
    await gateway.send(RefundPaymentDocument, { input: { id, amount: 250 } });
    const [operation] = await gateway.store.operationsOf(id);
    expect(operation).toMatchObject({ status: 'UNKNOWN' });
    return { payment: id, operation: operation?.id ?? '' };
  };
  const unheard = async (): Promise<Doubt> => {
    const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
    await fault({ kind: 'LOSE_NOTIFICATION', reference: `${initiation.payment.reference}-1` });
    await payAtBank(initiation);
    return { payment: initiation.payment.id, operation: '' };
  };
  const settle = async (by: TestGateway, { operation }: Doubt) => {
    const answer = await by.send(SettleOperationDocument, { input: { id: operation, outcome: 'DONE' } });
    const settled = answer.data?.settleOperation;
    if (settled?.__typename === 'SettleOperationSuccess') expect(settled.payment.status).toBe('PARTIALLY_REFUNDED');
  };
  const ask = async (by: TestGateway) => {
    await by.pass(60_000);
  };
  /** The bank does not answer, so that the operation stays in doubt. */
  const askInVain = async (by: TestGateway) => {
    await fault({ kind: 'CUT_CONNECTION', operation: 'INQUIRY', bank: 'LABANQUEPOSTALE' });
    await ask(by);
  };
  const refresh = (by: TestGateway, { payment }: Doubt) => by.send(RefreshPaymentDocument, { id: payment });

  it.each([
    ['a person settles a refund, and so did another', doubtful, settle, settle],
    ['the bank is asked about a refund that a person settled', doubtful, ask, settle],
    ['a person settles a refund about which the bank was asked', doubtful, settle, ask],
    ['the bank is asked in vain about a refund that a person settled', doubtful, askInVain, settle],
    ['the bank is asked about a payment, and was by another', unheard, refresh, refresh],
  ])('does and books once what was done: %s', async (_name, begin, late, early) => {
    await on.atEachRead(async (overtakenBy, at) => {
      const doubt = await begin();
      await overtakenBy(
        () => early(gateway, doubt),
        () => late(overtaken, doubt),
      );
      const operations = await gateway.store.operationsOf(doubt.payment);
      expect([at, operations.every(({ status }) => status === 'DONE')]).toEqual([at, true]);
      const events = await gateway.store.eventsOf(doubt.payment, 0, 100);
      const moved = events.filter(
        ({ type, status }) => type === 'REFUND_DONE' || (type === 'STATUS_CHANGED' && status === 'PAID'),
      );
      const entries = await gateway.store.transact((transaction) => transaction.journalEntriesOf(doubt.payment));
      const once = begin === doubtful ? ['STATUS_CHANGED', 'REFUND_DONE'] : ['STATUS_CHANGED'];
      expect([at, moved.map(({ type }) => type), entries.length]).toEqual([at, once, once.length]);
    });
  });

  it('tells both of two cancellations with one key that the payment is cancelled', async () => {
    await on.atEachRead(async (overtakenBy, at) => {
      const { id } = (await initiated(gateway)).payment;
      const told: unknown[] = [];
      const cancel = async (by: TestGateway) => {
        const input = { id, idempotencyKey: `cancel ${at}` };
        const answer = (await by.send(CancelPaymentDocument, { input })).data?.cancelPayment;
        told.push(answer?.__typename === 'CancelPaymentSuccess' ? answer.payment.status : answer);
      };
      await overtakenBy(
        () => cancel(gateway),
        () => cancel(overtaken),
      );
      expect([at, told]).toEqual([at, ['CANCELLED', 'CANCELLED']]);
    });
  });

  it('keeps the money of an attempt that is paid while the bank says that it was refused', async () => {
    await on.atEachRead(async (overtakenBy, at) => {
      const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
      const { id } = initiation.payment;
      const page = await payAtBank(initiation, 'refuse');
      await overtakenBy(
        () => pressButtons(page, initiation.payment.paymentTarget, 'try-again', 'pay'),
        () => refresh(overtaken, { payment: id, operation: '' }),
      );
      const attempts = (await gateway.store.attemptsOf(id)).map(({ status }) => status);
      expect([at, (await gateway.store.paymentById(id))?.status, attempts]).toEqual([at, 'PAID', ['PAID']]);
    });
  });

  it.each(['PAYBOX', 'LABANQUEPOSTALE'] as const)(
    'shows both requests of a double click the form that the faster one opened, at %s',
    async (paymentTarget) => {
      // What is a moment ago for one is so for the other.
      overtaken.advance(gateway.now() - overtaken.now());
      await on.atEachRead(async (overtakenBy, at) => {
        const { payment } = await initiated(gateway, { paymentTarget });
        const link = new URL(payment.paymentUrl ?? '').pathname;
        await useForm(await openLink(gateway, link), paymentTarget, 'refuse');
        const { retryPath } = await openLink(gateway, link);
        const tried = (await gateway.store.attemptsOf(payment.id)).length;
        const pressed: Shown[] = [];
        const press = async (by: TestGateway) => pressed.push(await pressTryAgain(by, retryPath ?? ''));
        await overtakenBy(
          () => press(gateway),
          () => press(overtaken),
        );
        const name = paymentTarget === 'PAYBOX' ? 'PBX_CMD' : 'vads_order_id';
        const forms = pressed.map(({ form }) => form?.fields[name]);
        expect([at, new Set(forms)]).toEqual([at, new Set([`${payment.reference}-${tried + 1}`])]);
      });
    },
  );
});
