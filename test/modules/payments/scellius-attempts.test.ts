import { describe, expect, it } from 'vitest';
import { developmentSocietes, sandboxShops } from '../../../src/config/development.ts';
import { PaymentDocument } from '../../generated/graphql.ts';
import { payAtBank } from '../../support/at-bank.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { type Initiated, initiated, legacyPath } from '../../support/requests.ts';
import { answerOf, formOf, hashed, postMessage, postNotification } from '../../support/scellius-messages.ts';
import { askGraphql } from '../../support/schema/ask-graphql.ts';

/** Scellius takes a transaction's number once: which form may be posted, and which numbers an account gives. */

const shop = sandboxShops().labanquepostaleShops[0];
const sdd = { effectiveBrand: 'SDD' };

describe.each(drawnDatabases())('on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));
  /** Its société 9 has three numbers a day. */
  const ranged = openForGroup(() => {
    const [built] = developmentSocietes('http://127.0.0.1:1').values();
    const account = built?.accounts.LABANQUEPOSTALE?.TEST;
    if (!built || !account) throw new Error('there is no account');
    const few = { ...account, siteId: '11111111', transactionNumbers: { from: 450_000, to: 450_002 } };
    const other = { ...built, id: '9', accounts: { LABANQUEPOSTALE: { TEST: few } } };
    return startGateway({ databaseUrl: gateway.databaseUrl, config: { societes: new Map([['9', other]]) } });
  });

  const start = (change = {}) => initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE', ...change });
  const linkOf = ({ payment }: Pick<Initiated, 'payment'>): string => new URL(payment.paymentUrl ?? '').pathname;
  /** The number in the form of the link's page. */
  const followLink = async (path: string): Promise<string | undefined> =>
    /name="vads_trans_id" value="(\d{6})"/.exec(await (await gateway.get(path)).text())?.[1];
  const attemptsOf = async (id: string) =>
    (await gateway.store.attemptsOf(id)).map(({ status, formGivenAt, openedAt }) => [
      status,
      formGivenAt !== null,
      openedAt !== null,
    ]);

  describe('the link', () => {
    it('opens an attempt of its own where the answer held the form', async () => {
      const initiation = await start();
      const inAnswer = formOf(initiation).vads_trans_id;
      const byLink = await followLink(linkOf(initiation));
      expect(byLink).toMatch(/^\d{6}$/);
      expect(byLink).not.toBe(inAnswer);
      expect(await attemptsOf(initiation.payment.id)).toEqual([
        ['SUPERSEDED', true, false],
        ['OPEN', false, true],
      ]);
    });

    it('is not refused by the bank where the form of the answer was posted before', async () => {
      const initiation = await start();
      await payAtBank(initiation, 'refuse');
      const path = legacyPath({ paymentTarget: 'LABANQUEPOSTALE', idCommande: 'given-up' }, '.json');
      const { redirect, payment_url, payment_id } = (await (await gateway.get(path)).json()) as {
        redirect: { url: string; fields: Record<string, string> };
        payment_url: string;
        payment_id: string;
      };
      // Posted to the bank, and given up.
      const body = new URLSearchParams(redirect.fields);
      expect((await fetch(redirect.url, { method: 'POST', body, redirect: 'manual' })).status).toBe(303);
      expect((await fetch(redirect.url, { method: 'POST', body, redirect: 'manual' })).status).not.toBe(303);
      const number = await followLink(new URL(payment_url).pathname);
      expect(number).not.toBe(redirect.fields.vads_trans_id);
      expect((await attemptsOf(payment_id)).at(-1)).toEqual(['OPEN', false, true]);
    });

    it('uses the first attempt where no form has left', async () => {
      const query = `mutation($input: InitiatePaymentInput!) { initiatePayment(input: $input) {
        ... on InitiatePaymentSuccess { payment { id paymentUrl } } } }`;
      const input = { paymentTarget: 'LABANQUEPOSTALE', paymentRunMode: 'TEST', paymentType: 'CB', idOrigin: 'web' };
      const who = { idSociete: '1', idClient: '1', amount: '1250', email: 'a@example.fr' };
      const { data } = await askGraphql(gateway, query, { input: { ...input, ...who } });
      const { payment } = (data as { initiatePayment: Initiated }).initiatePayment;
      expect(await attemptsOf(payment.id)).toEqual([['OPEN', false, false]]);
      await followLink(linkOf({ payment }));
      expect(await attemptsOf(payment.id)).toEqual([['OPEN', false, true]]);
      // The customer has it: who asks gets the link.
      const asked = (await gateway.send(PaymentDocument, { id: payment.id })).data?.payment?.nextAction;
      expect(asked).toMatchObject({ method: 'GET', fields: [] });
      expect(await attemptsOf(payment.id)).toEqual([['OPEN', false, true]]);
    });
  });

  it('a form is the same for five minutes, also for who asks again, and until the link is opened', async () => {
    const initiation = await start();
    const ask = async () => (await gateway.send(PaymentDocument, { id: initiation.payment.id })).data?.payment;
    expect(formOf({ payment: (await ask()) as Initiated['payment'] })).toEqual(formOf(initiation));
    await followLink(linkOf(initiation));
    expect((await ask())?.nextAction).toMatchObject({ method: 'GET', fields: [] });
  });

  it.each(['cancelled', 'refused', 'error'])('a form is used up once its customer is back as %s', async (outcome) => {
    const initiation = await start();
    const { id, paymentUrl } = initiation.payment;
    const ask = async () => (await gateway.send(PaymentDocument, { id })).data?.payment?.nextAction;
    const comeBack = (path: string, init: RequestInit = {}) =>
      gateway.get(`${linkOf(initiation)}/return/${path}`, init);
    for (const path of ['success', 'pending']) await comeBack(path);
    await comeBack(outcome, { method: 'HEAD' });
    await comeBack(outcome, { headers: { 'Sec-Purpose': 'prefetch' } });
    await comeBack(outcome, { headers: { 'User-Agent': 'WhatsApp/2' } });
    expect(await ask()).toMatchObject({ method: 'POST' });
    expect((await comeBack(outcome)).status).toBe(200);
    expect(await ask()).toMatchObject({ method: 'GET', url: paymentUrl, fields: [] });
    expect(await attemptsOf(id)).toEqual([['OPEN', true, true]]);
    expect(await followLink(linkOf(initiation))).not.toBe(formOf(initiation).vads_trans_id);
    // What the bank says about the form still counts.
    await postMessage(gateway, initiation);
    await comeBack(outcome);
    expect((await attemptsOf(id)).map(([status]) => status)).toEqual(['PAID', 'OPEN']);
  });

  it('eight browsers that follow the link at once have a number each, and one of them counts', async () => {
    const initiation = await start();
    const { id } = initiation.payment;
    const numbers = await Promise.all(Array.from({ length: 8 }, () => followLink(linkOf(initiation))));
    expect(new Set([...numbers, formOf(initiation).vads_trans_id]).size).toBe(9);
    expect((await gateway.store.attemptsOf(id)).filter(({ status }) => status === 'OPEN')).toHaveLength(1);
  });

  it('the link opens thirty attempts in an hour, and uses up no more numbers', async () => {
    const initiation = await start();
    const attempts = async () => (await gateway.store.attemptsOf(initiation.payment.id)).length;
    while ((await attempts()) < 30) await followLink(linkOf(initiation));
    const refused = await gateway.get(linkOf(initiation));
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '3600']);
    expect(await refused.text()).toContain('Trop d’essais');
    expect(await attempts()).toBe(30);
    gateway.advance(3_600_000);
    expect(await followLink(linkOf(initiation))).toMatch(/^\d{6}$/);
    gateway.advance(-3_600_000);
  });

  it("an account's numbers are its range, and used up they refuse loudly until the next day", async () => {
    const startRanged = () => initiated(ranged, { paymentTarget: 'LABANQUEPOSTALE', idSociete: '9' });
    const numbers = [];
    for (let count = 0; count < 3; count++) numbers.push(formOf(await startRanged()).vads_trans_id);
    expect(numbers).toEqual(['450000', '450001', '450002']);
    const refused = await ranged.get(legacyPath({ paymentTarget: 'LABANQUEPOSTALE', idSociete: '9' }, '.json'));
    expect(refused.status).toBe(503);
    expect(await refused.text()).toContain('450000 to 450002');
    expect(ranged.logs.some(({ msg, level }) => level === 50 && String(msg).includes('used up'))).toBe(true);
    ranged.advance(86_400_000);
    expect(formOf(await startRanged()).vads_trans_id).toBe('450000');
  });

  it('a range that moves within a day never gives a number twice', async () => {
    const next = (first?: number) => gateway.store.transact((tx) => tx.nextSequence('moves', first));
    expect([await next(), await next(), await next(10), await next(10), await next(5), await next(20)]).toEqual([
      0, 1, 10, 11, 12, 20,
    ]);
  });

  it('an authorisation alone, where a payment was asked for, alerts', async () => {
    const initiation = await start();
    const held = { vads_trans_status: 'AUTHORISED_TO_VALIDATE' };
    for (let time = 0; time < 2; time++) await postMessage(gateway, initiation, held);
    const events = await gateway.store.eventsOf(initiation.payment.id, 0, 100);
    expect(events.map(({ type, status }) => [type, status])).toEqual([
      ['INITIATED', 'REQUIRES_ACTION'],
      ['STATUS_CHANGED', 'AUTHORIZED'],
      ['CONTRADICTION', 'AUTHORIZED'],
    ]);
    const later = await start({ capture: 'LATER' });
    await postMessage(gateway, later, held);
    expect((await gateway.store.eventsOf(later.payment.id, 0, 100)).map(({ type }) => type)).toEqual([
      'INITIATED',
      'STATUS_CHANGED',
    ]);
  });

  it.each([
    ['at once', ['AUTHORISED_TO_VALIDATE']],
    ['after the bank has looked at it', ['UNDER_VERIFICATION', 'AUTHORISED_TO_VALIDATE']],
  ])('a debit that the shop has to validate alerts once, %s, and stays pending', async (_when, words) => {
    const initiation = await start({ paymentType: 'DIRECT_SEPA' });
    const { id } = initiation.payment;
    const say = async (status: string, change = {}) => {
      await postMessage(gateway, initiation, { vads_trans_status: status, vads_card_brand: 'SDD', ...change });
    };
    for (const word of words) await say(word);
    const rest = { detailedStatus: 'AUTHORISED_TO_VALIDATE', transactionDetails: { cardDetails: sdd } };
    await postNotification(gateway, hashed(JSON.stringify(answerOf(initiation, rest)), shop?.passwords.TEST ?? ''));
    const warnings = async () =>
      (await gateway.store.eventsOf(id, 0, 100)).flatMap(({ type, status, data }) =>
        type === 'CONTRADICTION' ? [[status, data.reason]] : [],
      );
    const reason = 'the shop has to validate this debit in the back office of the bank, or it expires';
    expect(await warnings()).toEqual([['PENDING', reason]]);
    const alerts = gateway.logs.filter(({ level, payment }) => level === 50 && payment === id);
    expect(alerts.map((alert) => alert.reason)).toEqual([reason]);
    await say('AUTHORISED');
    expect(await warnings()).toHaveLength(1);
    expect((await gateway.store.paymentById(id))?.status).toBe('PENDING');
  });
});
