import { beforeEach, describe, expect, it } from 'vitest';
import { CancelPaymentDocument, ReviewPaymentDocument } from '../../../generated/graphql.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { startGateway, type TestGateway } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { attemptsOf, say, standingOf, tryAgain, uuidOf } from '../../../support/payments/late-money.ts';
import { orderGetConfig, startOrderGet } from '../../../support/providers/order-get.ts';
import { type Initiated, initiated } from '../../../support/requests.ts';

/** The bank is asked about money that came after the end of its transaction, until it answers or a person is called. */

const [minuteMs, hourMs] = [60_000, 3_600_000];
const unconfirmed = 'reported paid, and the bank does not confirm it';
const ended = 'late: this transaction has ended';

/** Pays by another attempt, as the page offers. */
async function payAgain(gateway: TestGateway, initiation: Initiated): Promise<void> {
  await tryAgain(gateway, initiation);
  await say(gateway, initiation, 'AUTHORISED', 'b', 2);
  expect((await standingOf(gateway, initiation))[0]).toBe('PAID');
}

describe.each(drawnDatabases())('money of a transaction that has ended, on $name', ({ open }) => {
  const bank = openForGroup(() => startOrderGet());
  const gateway = openForGroup(() => startGateway({ open, config: orderGetConfig(bank.url) }));
  beforeEach(() => {
    bank.isDown = false;
  });
  const start = () => initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
  const has = (initiation: Initiated, transactions: Readonly<Record<string, string>>, attempt = 1) => {
    const named = Object.entries(transactions).map(([letter, word]) => [uuidOf(initiation, letter), word]);
    bank.orders.set(`${initiation.payment.reference}-${attempt}`, Object.fromEntries(named));
  };
  const standing = (initiation: Initiated) => standingOf(gateway, initiation);
  const isAsked = async ({ payment: { id } }: Initiated): Promise<boolean> => {
    const [attempt] = await gateway.store.attemptsOf(id);
    return attempt !== undefined && (await gateway.store.reportOf(attempt.id)) !== null;
  };
  async function late(initiation: Initiated, end = 'CAPTURE_FAILED'): Promise<void> {
    await say(gateway, initiation, end);
    await say(gateway, initiation, 'CAPTURED');
  }
  async function passFor(hours: number): Promise<void> {
    for (let count = 0; count < hours * 2; count++) await gateway.pass(30 * minuteMs);
  }

  it.each(['CAPTURED', 'CAPTURE_FAILED'])('is asked about beside another payment of its attempt: %s', async (word) => {
    const initiation = await start();
    await late(initiation);
    await say(gateway, initiation, 'AUTHORISED', 'b');
    has(initiation, { a: word, b: 'AUTHORISED' });
    expect(await standing(initiation)).toEqual(['PAID']);
    await gateway.pass(1000);
    expect(await standing(initiation)).toEqual(['PAID', ...(word === 'CAPTURED' ? ['paid twice'] : [])]);
    expect(await isAsked(initiation)).toBe(false);
  });

  it('is asked about beside the payment by another attempt', async () => {
    const initiation = await start();
    await say(gateway, initiation, 'CAPTURE_FAILED');
    await payAgain(gateway, initiation);
    await say(gateway, initiation, 'CAPTURED');
    has(initiation, { a: 'CAPTURED' });
    await gateway.pass(1000);
    expect(await standing(initiation)).toEqual(['PAID', 'paid twice']);
  });

  it('is asked about where two transactions of an attempt have it', async () => {
    const initiation = await start();
    for (const letter of ['a', 'b']) await say(gateway, initiation, 'CAPTURE_FAILED', letter);
    for (const letter of ['a', 'b']) await say(gateway, initiation, 'CAPTURED', letter);
    has(initiation, { a: 'CAPTURED', b: 'CAPTURED' });
    await gateway.pass(1000);
    expect(await standing(initiation)).toEqual(['PAID', 'paid twice']);
    expect(await isAsked(initiation)).toBe(false);
  });

  it.each(['CANCELLED', 'EXPIRED', 'CAPTURE_FAILED'])('is none where the bank says again: %s', async (word) => {
    const initiation = await start();
    await late(initiation, word);
    has(initiation, { a: word });
    await gateway.pass(1000);
    expect(await isAsked(initiation)).toBe(false);
    await passFor(2);
    expect(await standing(initiation)).toEqual([word === 'CAPTURE_FAILED' ? 'FAILED' : word]);
  });

  it.each(['CAPTURE_FAILED', 'CANCELLED by the client'])('is no end for its customer yet: %s', async (word) => {
    const initiation = await start();
    if (word !== 'CAPTURE_FAILED') {
      await gateway.send(CancelPaymentDocument, { input: { id: initiation.payment.id } });
      await say(gateway, initiation, 'CANCELLED');
    }
    await late(initiation);
    const page = async () => (await gateway.get(new URL(initiation.payment.paymentUrl ?? '').pathname)).text();
    expect(await page()).toContain('La banque n’a pas encore confirmé le résultat');
    expect(await page()).not.toMatch(/débité|réessayer|nouveau lien/);
    has(initiation, { a: 'CAPTURE_FAILED' });
    await gateway.pass(1000);
    expect(await page()).toContain('Vous n’êtes pas débité');
  });

  it('calls a person where the bank is silent, and counts once it answers', async () => {
    const initiation = await start();
    await late(initiation);
    bank.isDown = true;
    await gateway.pass(10 * minuteMs);
    expect(await standing(initiation)).toEqual(['FAILED']);
    await gateway.pass(10 * minuteMs);
    expect(await standing(initiation)).toEqual(['NEEDS_REVIEW', unconfirmed]);
    await passFor(3);
    bank.isDown = false;
    has(initiation, { a: 'CAPTURED' });
    await passFor(1);
    expect(await standing(initiation)).toEqual(['PAID', unconfirmed]);
  });

  it.each(['a', 'b'])('calls a person in time, once, whatever is said of transaction %s meanwhile', async (more) => {
    const initiation = await start();
    for (const letter of ['a', 'b']) await say(gateway, initiation, 'CAPTURE_FAILED', letter);
    await say(gateway, initiation, 'CAPTURED');
    bank.isDown = true;
    await gateway.pass(10 * minuteMs);
    await say(gateway, initiation, 'AUTHORISED', more);
    await gateway.pass(6 * minuteMs);
    const called = ['NEEDS_REVIEW', ...[...new Set(['a', more])].map(() => unconfirmed)];
    expect(await standing(initiation)).toEqual(called);
    await say(gateway, initiation, 'AUTHORISED_TO_VALIDATE', more);
    await passFor(1);
    expect(await standing(initiation)).toEqual(called);
  });

  it('calls a person where it had come, was cancelled and is said again, and the bank is silent', async () => {
    const initiation = await start();
    for (const word of ['AUTHORISED', 'CANCELLED', 'CAPTURED']) await say(gateway, initiation, word);
    bank.isDown = true;
    await passFor(26);
    expect(await standing(initiation)).toEqual(['NEEDS_REVIEW', unconfirmed]);
    expect(await isAsked(initiation)).toBe(false);
  });

  it('is for the person alone where the bank is silent for more than a day', async () => {
    const initiation = await start();
    await late(initiation);
    bank.isDown = true;
    await passFor(26);
    bank.isDown = false;
    has(initiation, { a: 'CAPTURED' });
    expect(await isAsked(initiation)).toBe(false);
    expect(await standing(initiation)).toEqual(['NEEDS_REVIEW', unconfirmed]);
  });

  it('calls a person again where more of it comes after the decision', async () => {
    const initiation = await start();
    await say(gateway, initiation, 'CAPTURE_FAILED');
    await say(gateway, initiation, 'AUTHORISED');
    bank.isDown = true;
    await passFor(1);
    await gateway.send(ReviewPaymentDocument, { input: { id: initiation.payment.id, status: 'FAILED' } });
    await passFor(1);
    expect(await standing(initiation)).toEqual(['FAILED', unconfirmed]);
    await say(gateway, initiation, 'CAPTURED');
    await passFor(1);
    expect(await standing(initiation)).toEqual(['NEEDS_REVIEW', unconfirmed, unconfirmed]);
  });

  it('calls a person beside another payment where the bank is silent', async () => {
    const initiation = await start();
    await late(initiation);
    await say(gateway, initiation, 'AUTHORISED', 'b');
    bank.isDown = true;
    await passFor(1);
    expect(await standing(initiation)).toEqual(['PAID', unconfirmed]);
  });

  it('is asked about again where a message came while the bank answered', async () => {
    const initiation = await start();
    await gateway.pass(60 * hourMs);
    await late(initiation);
    has(initiation, { a: 'CAPTURED', b: 'REFUSED' });
    bank.meanwhile = () => say(gateway, initiation, 'UNDER_VERIFICATION', 'b');
    await gateway.pass(1000);
    expect(await standing(initiation)).toEqual(['PAID']);
    expect(await isAsked(initiation)).toBe(false);
  });

  it('is asked about again where the end came while the bank answered', async () => {
    const initiation = await start();
    await late(initiation);
    has(initiation, { a: 'CAPTURE_FAILED' });
    bank.meanwhile = () => say(gateway, initiation, 'UNDER_VERIFICATION', 'b');
    await gateway.pass(1000);
    expect(await isAsked(initiation)).toBe(false);
  });
});

describe('where the bank cannot be asked, money of a transaction that has ended', () => {
  const why = `${ended}, and the account has no REST API`;
  const gateway = openForGroup(() => startGateway({ config: orderGetConfig(null) }));

  it.each([1, 2])('is for a person beside a payment by attempt %i', async (attempt) => {
    const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
    await say(gateway, initiation, 'CAPTURE_FAILED');
    if (attempt === 2) await payAgain(gateway, initiation);
    else await say(gateway, initiation, 'AUTHORISED', 'b');
    await say(gateway, initiation, 'CAPTURED');
    expect(await standingOf(gateway, initiation)).toEqual(['PAID', why]);
  });

  it('is for a person where it had come and was cancelled', async () => {
    const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
    for (const word of ['AUTHORISED', 'CANCELLED', 'CAPTURED']) await say(gateway, initiation, word);
    const reason = 'late: this transaction was cancelled, and the account has no REST API';
    expect(await standingOf(gateway, initiation)).toEqual(['NEEDS_REVIEW', reason]);
    await gateway.send(ReviewPaymentDocument, { input: { id: initiation.payment.id, status: 'PAID' } });
    expect(await attemptsOf(gateway, initiation)).toEqual(['PAID a']);
  });

  it('is none where the payment rests on another transaction, and that is cancelled', async () => {
    const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
    await say(gateway, initiation, 'CANCELLED');
    await say(gateway, initiation, 'AUTHORISED', 'b');
    await say(gateway, initiation, 'AUTHORISED');
    expect(await standingOf(gateway, initiation)).toEqual(['PAID', why]);
    await say(gateway, initiation, 'CANCELLED', 'b');
    expect(await standingOf(gateway, initiation)).toEqual(['CANCELLED', why]);
  });

  it('is none where it was only held, and has expired', async () => {
    const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE', capture: 'LATER' });
    await say(gateway, initiation, 'EXPIRED');
    await say(gateway, initiation, 'AUTHORISED_TO_VALIDATE');
    expect(await standingOf(gateway, initiation)).toEqual(['EXPIRED']);
  });

  describe('and that a person found paid', () => {
    async function foundPaid(): Promise<Initiated> {
      const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
      await say(gateway, initiation, 'CAPTURE_FAILED');
      await say(gateway, initiation, 'CAPTURED');
      expect(await standingOf(gateway, initiation)).toEqual(['NEEDS_REVIEW', why]);
      await gateway.send(ReviewPaymentDocument, { input: { id: initiation.payment.id, status: 'PAID' } });
      return initiation;
    }

    it('is what the payment rests on', async () => {
      const initiation = await foundPaid();
      await say(gateway, initiation, 'AUTHORISED');
      expect(await standingOf(gateway, initiation)).toEqual(['PAID', why]);
      await say(gateway, initiation, 'CANCELLED');
      expect(await standingOf(gateway, initiation)).toEqual(['CANCELLED', why]);
    });

    it('is beside that of a later transaction', async () => {
      const initiation = await foundPaid();
      await say(gateway, initiation, 'AUTHORISED', 'b');
      expect(await standingOf(gateway, initiation)).toEqual(['PAID', why, 'paid twice']);
    });

    it('is not named where another transaction said the same', async () => {
      const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
      for (const letter of ['a', 'b']) await say(gateway, initiation, 'CAPTURE_FAILED', letter);
      for (const letter of ['a', 'b']) await say(gateway, initiation, 'CAPTURED', letter);
      await gateway.send(ReviewPaymentDocument, { input: { id: initiation.payment.id, status: 'PAID' } });
      const [attempt] = await gateway.store.attemptsOf(initiation.payment.id);
      expect(attempt?.status).toBe('FAILED');
    });
  });
});
