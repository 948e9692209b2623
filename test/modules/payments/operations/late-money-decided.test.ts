import { describe, expect, it } from 'vitest';
import { factOf } from '../../../../src/kernel/stored-facts.ts';
import { startGateway } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { attemptsOf, decide, say, standingOf, tryAgain, uuidOf } from '../../../support/payments/late-money.ts';
import { orderGetConfig, startOrderGet } from '../../../support/providers/order-get.ts';
import { type Initiated, initiated } from '../../../support/requests.ts';

/** A person decides about money that came after the end of its transaction. */

const dayMs = 86_400_000;

describe('where the bank cannot be asked, a payment with late money', () => {
  const late = 'late: this transaction has ended, and the account has no REST API';
  const gateway = openForGroup(() => startGateway({ config: orderGetConfig(null) }));
  const start = () => initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });

  /** Money of attempt 1 came late, and attempt 2 is open. */
  async function lateBesideAnother(): Promise<Initiated> {
    const initiation = await start();
    await say(gateway, initiation, 'CAPTURE_FAILED');
    await tryAgain(gateway, initiation);
    await say(gateway, initiation, 'CAPTURED');
    expect(await standingOf(gateway, initiation)).toEqual(['NEEDS_REVIEW', late]);
    return initiation;
  }

  async function foundPaidByAnother(): Promise<Initiated> {
    const initiation = await lateBesideAnother();
    await decide(gateway, initiation, 'FAILED');
    await say(gateway, initiation, 'UNDER_VERIFICATION', 'b', 2);
    for (let days = 0; days < 8; days++) await gateway.pass(dayMs);
    await decide(gateway, initiation, 'PAID');
    return initiation;
  }

  it('does not rest on it where a person found that it did not come', async () => {
    const initiation = await foundPaidByAnother();
    expect(await attemptsOf(gateway, initiation)).toEqual(['FAILED a', 'PENDING b']);
    await say(gateway, initiation, 'AUTHORISED', 'b', 2);
    expect(await standingOf(gateway, initiation)).toEqual(['PAID', late]);
    await say(gateway, initiation, 'CANCELLED', 'b', 2);
    expect(await standingOf(gateway, initiation)).toEqual(['CANCELLED', late]);
  });

  it('does not rest on it beside another transaction that is pending', async () => {
    const initiation = await start();
    await say(gateway, initiation, 'CAPTURE_FAILED');
    await tryAgain(gateway, initiation);
    await say(gateway, initiation, 'UNDER_VERIFICATION', 'b', 2);
    await say(gateway, initiation, 'CAPTURED');
    await decide(gateway, initiation, 'PAID');
    expect(await attemptsOf(gateway, initiation)).toEqual(['FAILED a', 'PENDING b']);
  });

  it.each(['CANCELLED', 'FAILED'] as const)('is for a person again where more of it comes after %s', async (status) => {
    const initiation = await start();
    await say(gateway, initiation, 'CANCELLED');
    await say(gateway, initiation, 'AUTHORISED');
    await decide(gateway, initiation, status);
    await say(gateway, initiation, 'CAPTURED');
    expect(await standingOf(gateway, initiation)).toEqual(['NEEDS_REVIEW', late, late]);
  });

  it('rests on it where it comes again after an earlier decision', async () => {
    const initiation = await start();
    await say(gateway, initiation, 'CAPTURE_FAILED');
    await say(gateway, initiation, 'AUTHORISED');
    await decide(gateway, initiation, 'FAILED');
    await say(gateway, initiation, 'CAPTURED');
    await decide(gateway, initiation, 'PAID');
    expect(await attemptsOf(gateway, initiation)).toEqual(['PAID a']);
  });
});

describe('where the bank is silent', () => {
  const called = 'reported paid, and the bank does not confirm it';
  const bank = openForGroup(() => startOrderGet());
  const gateway = openForGroup(() => startGateway({ config: orderGetConfig(bank.url) }));

  /** All of these have ended, and a person is called for the money that some of them say after that. */
  async function lateAndSilent(letters: readonly string[], paid?: string): Promise<Initiated> {
    const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
    for (const letter of letters) await say(gateway, initiation, 'CAPTURE_FAILED', letter);
    if (paid) await say(gateway, initiation, 'AUTHORISED', paid);
    bank.isDown = true;
    for (const letter of letters) await say(gateway, initiation, 'CAPTURED', letter);
    for (let count = 0; count < 2; count++) await gateway.pass(dayMs / 96);
    bank.isDown = false;
    return initiation;
  }

  it('a payment that a person found paid rests on the late money that was asked about', async () => {
    const initiation = await lateAndSilent(['a']);
    expect(await standingOf(gateway, initiation)).toEqual(['NEEDS_REVIEW', called]);
    await decide(gateway, initiation, 'PAID');
    expect(await attemptsOf(gateway, initiation)).toEqual(['PAID a']);
  });

  it.each([undefined, 'c'])('a person is called for each late transaction of an attempt, paid by %s', async (paid) => {
    const initiation = await lateAndSilent(['a', 'b'], paid);
    expect(await standingOf(gateway, initiation)).toEqual([paid ? 'PAID' : 'NEEDS_REVIEW', called, called]);
    const story = await gateway.store.eventsOf(initiation.payment.id, 0, 1000);
    const calls = story.flatMap(({ type, data }) =>
      type === 'CONTRADICTION' ? [factOf(data, 'bankTransaction')] : [],
    );
    expect(calls).toEqual(['a', 'b'].map((letter) => uuidOf(initiation, letter)));
    if (paid) return;
    await decide(gateway, initiation, 'PAID');
    expect(await attemptsOf(gateway, initiation)).toEqual(['FAILED b']);
  });

  it('the page shows what a person decided, until more of it comes', async () => {
    const initiation = await lateAndSilent(['a']);
    const page = async () => (await gateway.get(new URL(initiation.payment.paymentUrl ?? '').pathname)).text();
    await decide(gateway, initiation, 'FAILED');
    expect(await page()).toContain('Vous n’êtes pas débité');
    gateway.advance(1000);
    await say(gateway, initiation, 'AUTHORISED');
    expect(await page()).toContain('La banque n’a pas encore confirmé le résultat');
  });
});
