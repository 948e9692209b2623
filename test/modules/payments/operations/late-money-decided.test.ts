import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '../../../support/gateway.ts';
import { attemptsOf, decide, say, standingOf, tryAgain } from '../../../support/payments/late-money.ts';
import { orderGetConfig, startOrderGet } from '../../../support/providers/order-get.ts';
import { type Initiated, initiated } from '../../../support/requests.ts';

/** A person decides about money that came after the end of its transaction. */

const dayMs = 86_400_000;

describe('where the bank cannot be asked, a payment that a person found paid', () => {
  const late = 'late: this transaction has ended, and the account has no REST API';
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway({ config: orderGetConfig(null) });
  });
  afterAll(() => gateway.close());
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

  it('does not rest on late money that a person found not to have come', async () => {
    const initiation = await foundPaidByAnother();
    expect(await attemptsOf(gateway, initiation)).toEqual(['FAILED a', 'PENDING b']);
    await say(gateway, initiation, 'AUTHORISED', 'b', 2);
    expect(await standingOf(gateway, initiation)).toEqual(['PAID', late]);
    await say(gateway, initiation, 'CANCELLED', 'b', 2);
    expect(await standingOf(gateway, initiation)).toEqual(['CANCELLED', late]);
  });

  it('does not rest on late money beside another transaction that is pending', async () => {
    const initiation = await start();
    await say(gateway, initiation, 'CAPTURE_FAILED');
    await tryAgain(gateway, initiation);
    await say(gateway, initiation, 'UNDER_VERIFICATION', 'b', 2);
    await say(gateway, initiation, 'CAPTURED');
    await decide(gateway, initiation, 'PAID');
    expect(await attemptsOf(gateway, initiation)).toEqual(['FAILED a', 'PENDING b']);
  });

  it('rests on late money that comes again after an earlier decision', async () => {
    const initiation = await start();
    await say(gateway, initiation, 'CAPTURE_FAILED');
    await say(gateway, initiation, 'AUTHORISED');
    await decide(gateway, initiation, 'FAILED');
    await say(gateway, initiation, 'CAPTURED');
    await decide(gateway, initiation, 'PAID');
    expect(await attemptsOf(gateway, initiation)).toEqual(['PAID a']);
  });
});

describe('where the bank is silent, a payment that a person found paid', () => {
  it('rests on the late money that was asked about', async () => {
    const bank = await startOrderGet();
    const gateway = await startGateway({ config: orderGetConfig(bank.url) });
    const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
    await say(gateway, initiation, 'CAPTURE_FAILED');
    await say(gateway, initiation, 'CAPTURED');
    bank.isDown = true;
    for (let count = 0; count < 2; count++) await gateway.pass(dayMs / 96);
    await decide(gateway, initiation, 'PAID');
    expect(await attemptsOf(gateway, initiation)).toEqual(['PAID a']);
    await gateway.close();
    await bank.close();
  });
});
