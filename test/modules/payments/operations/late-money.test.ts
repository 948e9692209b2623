import { describe, expect, it } from 'vitest';
import { developmentSocietes } from '../../../../src/config/development.ts';
import { factOf } from '../../../../src/kernel/stored-facts.ts';
import { CancelPaymentDocument, RefreshPaymentDocument, ReviewPaymentDocument } from '../../../generated/graphql.ts';
import { payAtBank } from '../../../support/at-bank.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { scriptFault, startGateway, type TestGateway } from '../../../support/gateway.ts';
import { inBackOffice } from '../../../support/in-back-office.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { notifiedOn } from '../../../support/payments/notified.ts';
import { startFarFromNight } from '../../../support/payments/settling.ts';
import { type Initiated, initiated } from '../../../support/requests.ts';
import { postMessage } from '../../../support/scellius-messages.ts';

/** The bank has ended a transaction, and its earlier message of the money comes after that. */

const dayMs = 86_400_000;
const [ended, cancelled] = ['late: this transaction has ended', 'late: this transaction was cancelled'];

const standingOf = async ({ store }: Pick<TestGateway, 'store'>, { payment: { id } }: Initiated) => {
  const last = (await store.eventsOf(id, 0, 100)).at(-1);
  return [(await store.paymentById(id))?.status, last?.type, last && factOf(last.data, 'reason')];
};

describe.each(drawnDatabases())('money of a transaction that has ended, on $name', ({ open }) => {
  const gateway = openForGroup(() => startFarFromNight(open));
  const { start, notify } = notifiedOn(gateway);
  const refresh = ({ payment: { id } }: Initiated) => gateway.send(RefreshPaymentDocument, { id });
  const standing = (initiation: Initiated) => standingOf(gateway, initiation);
  const say = async (initiation: Initiated, word: string, uuid = 'a'): Promise<void> => {
    const change = { vads_trans_status: word, vads_trans_uuid: uuidOf(initiation, uuid) };
    expect(await notify(initiation, change)).toBe(200);
  };
  const uuidOf = ({ payment }: Initiated, letter: string): string => `${payment.id.slice(4, 35)}${letter}`;
  const release = () => gateway.get('/sandbox/faults/release', { method: 'POST' });

  /** Paid at the bank, whose message is on its way. */
  async function paidUnheard(paymentTarget: 'PAYBOX' | 'LABANQUEPOSTALE', capture: 'NOW' | 'LATER' = 'NOW') {
    const initiation = await initiated(gateway, { paymentTarget, capture });
    const reference = `${initiation.payment.reference}-1`;
    await scriptFault(gateway, { kind: 'DELAY_NOTIFICATION', reference, delayMs: dayMs });
    await payAtBank(initiation);
    return initiation;
  }

  describe.each(['PAYBOX', 'LABANQUEPOSTALE'] as const)('at %s', (paymentTarget) => {
    it.each(['NOW', 'LATER'] as const)('is no money where the bank first called it cancelled: %s', async (capture) => {
      const initiation = await paidUnheard(paymentTarget, capture);
      const paymentId = initiation.payment.id;
      const done = await inBackOffice(gateway, { paymentId, kind: 'CANCEL', amountCents: 1250 });
      expect(done.outcome).toBe('DONE');
      await scriptFault(gateway, { kind: 'LOSE_NOTIFICATION', reference: `${initiation.payment.reference}-1` });
      await refresh(initiation);
      expect(await standing(initiation)).toEqual(['CANCELLED', 'STATUS_CHANGED', null]);
      await release();
      expect(await standing(initiation)).toEqual(['CANCELLED', 'NEWS_IGNORED', ended]);
      await gateway.pass(1000);
      expect(await standing(initiation)).toEqual(['CANCELLED', 'NEWS_IGNORED', ended]);
    });
  });

  it.each(['CAPTURE_FAILED', 'EXPIRED'])('comes by the answer of the bank that it asks, after %s', async (word) => {
    const initiation = await paidUnheard('LABANQUEPOSTALE');
    await endBefore(initiation, word);
    await release();
    expect(await standing(initiation)).toEqual([expect.stringMatching('FAILED|EXPIRED'), 'NEWS_IGNORED', ended]);
    await gateway.pass(1000);
    expect((await standing(initiation))[0]).toBe('PAID');
  });

  it('is for a person where the answer denies a cancellation', async () => {
    const initiation = await paidUnheard('LABANQUEPOSTALE');
    await endBefore(initiation, 'CANCELLED');
    await release();
    expect(await standing(initiation)).toEqual(['CANCELLED', 'NEWS_IGNORED', ended]);
    await gateway.pass(1000);
    const denied = ['NEEDS_REVIEW', 'CONTRADICTION', 'the transaction was not cancelled'];
    expect(await standing(initiation)).toEqual(denied);
  });

  /** A message ends the transaction that the bank has as paid. */
  async function endBefore(initiation: Initiated, vads_trans_status: string): Promise<void> {
    const account = developmentSocietes(gateway.url).get('1')?.accounts.LABANQUEPOSTALE?.TEST;
    const headers = {
      authorization: `Basic ${Buffer.from(`${account?.siteId}:${account?.rest?.password.reveal()}`).toString('base64')}`,
      'content-type': 'application/json',
    };
    const body = JSON.stringify({ orderId: `${initiation.payment.reference}-1` });
    const found = await gateway.get('/sandbox/labanquepostale/api-payment/V4/Order/Get', {
      method: 'POST',
      headers,
      body,
    });
    const { answer } = (await found.json()) as { answer: { transactions: readonly { uuid: string }[] } };
    expect(await notify(initiation, { vads_trans_status, vads_trans_uuid: answer.transactions[0]?.uuid ?? '' })).toBe(
      200,
    );
  }

  it('is no money where the payment had ended before the bank said so', async () => {
    const initiation = await start();
    await gateway.send(CancelPaymentDocument, { input: { id: initiation.payment.id } });
    for (let count = 0; count < 2; count++) {
      await say(initiation, 'CANCELLED');
      expect(await standing(initiation)).toEqual(['CANCELLED', 'NEWS_IGNORED', 'the payment has this status']);
    }
    await say(initiation, 'AUTHORISED');
    expect(await standing(initiation)).toEqual(['CANCELLED', 'NEWS_IGNORED', ended]);
    // What was put off is no money that had come: the bank is asked about each new word.
    await say(initiation, 'CAPTURED');
    expect(await standing(initiation)).toEqual(['CANCELLED', 'NEWS_IGNORED', ended]);
  });

  it('is ignored where it had come before the bank cancelled it', async () => {
    const initiation = await start();
    await say(initiation, 'AUTHORISED');
    await say(initiation, 'CANCELLED');
    await say(initiation, 'CAPTURED');
    expect(await standing(initiation)).toEqual(['CANCELLED', 'NEWS_IGNORED', cancelled]);
  });

  it('is no money where the customer was refused since, and another transaction brings it', async () => {
    const initiation = await start();
    await say(initiation, 'CANCELLED');
    await say(initiation, 'REFUSED', 'b');
    await say(initiation, 'AUTHORISED');
    expect(await standing(initiation)).toEqual(['CANCELLED', 'NEWS_IGNORED', ended]);
    await say(initiation, 'AUTHORISED', 'c');
    expect(await standing(initiation)).toEqual(['PAID', 'STATUS_CHANGED', null]);
  });

  it.each(['REFUSED', 'ABANDONED'])('counts after %s: the customer tried again', async (word) => {
    const initiation = await start();
    await say(initiation, word);
    await say(initiation, 'AUTHORISED');
    expect(await standing(initiation)).toEqual(['PAID', 'STATUS_CHANGED', null]);
  });
});

describe('where the bank cannot be asked, money of a transaction', () => {
  const [societe] = developmentSocietes('http://127.0.0.1:1').values();
  const account = societe?.accounts.LABANQUEPOSTALE?.TEST;
  if (!societe || !account) throw new Error('there is no account');
  const accounts = { LABANQUEPOSTALE: { TEST: { ...account, rest: undefined } } };
  const config = { societes: new Map([['1', { ...societe, id: '1', accounts }]]) };
  const gateway = openForGroup(() => startGateway({ config }));
  const say = async (initiation: Initiated, vads_trans_status: string): Promise<void> => {
    await postMessage(gateway, initiation, { vads_trans_status });
  };

  it('is for a person after its end', async () => {
    const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
    await say(initiation, 'CAPTURE_FAILED');
    await say(initiation, 'CAPTURED');
    const reason = `${ended}, and the account has no REST API`;
    expect(await standingOf(gateway, initiation)).toEqual(['NEEDS_REVIEW', 'CONTRADICTION', reason]);
    await gateway.send(ReviewPaymentDocument, { input: { id: initiation.payment.id, status: 'PAID' } });
    await say(initiation, 'AUTHORISED');
    expect(await standingOf(gateway, initiation)).toEqual(['PAID', 'STATUS_CHANGED', null]);
  });

  it('counts where only its time has run out here', async () => {
    const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE', capture: 'LATER' });
    await say(initiation, 'AUTHORISED_TO_VALIDATE');
    await gateway.pass(8 * dayMs);
    expect((await standingOf(gateway, initiation))[0]).toBe('EXPIRED');
    await say(initiation, 'CAPTURED');
    expect((await standingOf(gateway, initiation))[0]).toBe('PAID');
  });
});
