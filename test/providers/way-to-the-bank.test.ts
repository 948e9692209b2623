import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { Secret } from '../../src/kernel/merchant.ts';
import { createBankCall } from '../../src/modules/payments/inquiry/bank-call.ts';
import { serving } from '../support/http/serving.ts';
import { openForEach } from '../support/open-for.ts';
import {
  labanquepostaleAccount,
  type Paying,
  payAtLabanquepostale,
  payAtPaybox,
  payboxAccount,
  script,
} from '../support/providers/paying.ts';
import { runSandbox, scelliusShop } from '../support/sandbox/running-sandbox.ts';

/**
 * Between us and the bank stands a host that speaks its protocol, and misbehaves when it is asked to give money back.
 * Whether the bank acted cannot be known then: nothing is asked for a second time, not even at the bank's other host.
 */

const deadlineMs = 1_500;
const maximumAnswerBytes = 64 * 1024;
const call = () => createBankCall({ connectTimeoutMs: 1_000, deadlineMs, maximumAnswerBytes });

type Behave = (passOn: () => Promise<void>, response: ServerResponse) => unknown;
type Host = { readonly url: string; asked: number; refunds: number; passedOn: number };

const closing: (() => void)[] = [];
const bank = openForEach(() => runSandbox());
afterEach(async () => {
  for (const close of closing.splice(0)) close();
});

const isRefund = (path: string, body: string): boolean =>
  body.includes('TYPE=00014') || path.endsWith('/Transaction/CancelOrRefund');

/** A host of the bank, which does with a refund what the test wants. */
async function openHost(behave: Behave): Promise<Host> {
  const host = { url: '', asked: 0, refunds: 0, passedOn: 0 };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = (await buffer(request)).toString();
    const path = request.url ?? '';
    const passOn = async (): Promise<void> => {
      const { authorization = '', 'content-type': type = '' } = request.headers;
      const headers = { 'Content-Type': type, ...(authorization && { Authorization: authorization }) };
      const answered = await fetch(bank.url + path, { method: 'POST', headers, body });
      const bytes = Buffer.from(await answered.arrayBuffer());
      if (isRefund(path, body)) host.passedOn++;
      if (!response.destroyed && !response.headersSent) response.writeHead(answered.status).end(bytes);
    };
    host.asked++;
    if (!isRefund(path, body)) return passOn();
    host.refunds++;
    await behave(passOn, response);
  };
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  const { url, close } = await serving(server);
  closing.push(() => void close());
  host.url = url;
  return host;
}

const asItShould: Behave = (passOn) => passOn();

const atPaybox = (
  host: Pick<Host, 'url'>,
  backup: Pick<Host, 'url'> | null = null,
  calling = call(),
): Promise<Paying> => {
  const direct = { url: `${host.url}/paybox/PPPS.php`, backupUrl: backup && `${backup.url}/paybox/PPPS.php` };
  return payAtPaybox(bank, 'PAID', payboxAccount(bank, { direct }), calling);
};
const atLabanquepostale = (host: Pick<Host, 'url'>, _backup: null = null, calling = call()): Promise<Paying> => {
  const rest = { url: `${host.url}/labanquepostale`, password: new Secret(scelliusShop.passwords.TEST) };
  return payAtLabanquepostale(bank, 'PAID', labanquepostaleAccount(bank, { rest }), calling);
};
const banks = [
  ['PAYBOX', atPaybox],
  ['LABANQUEPOSTALE', atLabanquepostale],
] as const;

/** What a host does with a refund, and whether the bank had it. */
const misbehaviours: readonly (readonly [string, Behave, 'ACTED' | 'DID_NOTHING'])[] = [
  ['hangs up before the bank acts', (_passOn, response) => response.destroy(), 'DID_NOTHING'],
  [
    'hangs up after the bank acted',
    async (passOn, response) => {
      response.destroy();
      await passOn();
    },
    'ACTED',
  ],
  ['never answers', () => undefined, 'DID_NOTHING'],
  ['answers 500', (_passOn, response) => response.writeHead(500).end('<h1>500</h1>'), 'DID_NOTHING'],
  [
    'begins and does not end',
    (_passOn, response) => response.writeHead(200, { 'Content-Length': 1_000 }).write('a'),
    'DID_NOTHING',
  ],
  ['says too much', (_passOn, response) => response.end('a'.repeat(maximumAnswerBytes + 1)), 'DID_NOTHING'],
];

describe.each(banks)('a host of %s that, asked to give back,', (name, pay) => {
  test.each(misbehaviours)('%s: is not asked twice, nor another, and time is bounded', async (_what, behave, act) => {
    const host = await openHost(behave);
    const backup = await openHost(asItShould);
    const paying = await (name === 'PAYBOX' ? atPaybox(host, backup) : pay(host));
    await fetch(`${bank.url}/night`, { method: 'POST' });
    const startedAt = performance.now();
    expect(await paying.perform('REFUND', paying.payment.amountCents)).toMatchObject({ outcome: 'UNKNOWN' });
    expect(performance.now() - startedAt).toBeLessThan(deadlineMs * 4);
    expect(host.refunds).toBe(1);
    expect(backup.asked).toBe(0);
    await expect.poll(() => host.passedOn).toBe(act === 'ACTED' ? 1 : 0);
    // What the bank says then settles it.
    const answer = await paying.inquire();
    expect(answer).toMatchObject({ outcome: 'FOUND' });
  });

  test.each([301, 302, 307, 308])('redirects with %i: the gateway does not follow, key or not', async (status) => {
    const elsewhere = await openHost(asItShould);
    const host = await openHost((_passOn, response) =>
      response.writeHead(status, { Location: `${elsewhere.url}/paybox/PPPS.php` }).end(),
    );
    const paying = await pay(host);
    expect(await paying.perform('REFUND', paying.payment.amountCents)).toMatchObject({ outcome: 'UNKNOWN' });
    expect([host.refunds, elsewhere.asked]).toEqual([1, 0]);
  });
});

describe.each(banks)('a host of %s that is slow', (name, pay) => {
  test('was not asked to give back where others wait for it too: a person can ask again', async () => {
    const host = await openHost(() => undefined);
    const calling = call();
    const paying = await pay(host, null, calling);
    await fetch(`${bank.url}/night`, { method: 'POST' });
    const refund = { bank: name, url: host.url, headers: {}, body: 'TYPE=00014' };
    const crowd = () => Array.from({ length: 16 }, () => calling(refund).catch(() => undefined));
    const first = crowd();
    await expect.poll(() => host.refunds).toBe(first.length);
    // When the first ones end, the second ones still have this long to get their connections.
    await setTimeout(deadlineMs / 3);
    const second = crowd();
    expect(await paying.perform('REFUND', paying.payment.amountCents)).toMatchObject({ outcome: 'NOT_SENT' });
    await Promise.all([...first, ...second]);
    expect(host.refunds).toBe(first.length + second.length);
  });
});

describe('the backup host of PAYBOX', () => {
  test('gives back where the first cannot be reached, once', async () => {
    const away = await openHost(asItShould);
    const backup = await openHost(asItShould);
    const paying = await atPaybox(away, backup);
    for (const close of closing.splice(0, 1)) close();
    await fetch(`${bank.url}/night`, { method: 'POST' });
    expect(await paying.perform('REFUND', paying.payment.amountCents)).toMatchObject({ outcome: 'DONE' });
    expect([away.asked, backup.refunds, backup.passedOn]).toEqual([0, 1, 1]);
  });

  test('is not asked where the first had the question and the answer was lost on the way to the bank', async () => {
    const host = await openHost(asItShould);
    const backup = await openHost(asItShould);
    const paying = await atPaybox(host, backup);
    await fetch(`${bank.url}/night`, { method: 'POST' });
    await script(bank, { kind: 'CUT_CONNECTION', bank: 'PAYBOX', operation: 'REFUND', moment: 'AFTER' });
    expect(await paying.perform('REFUND', paying.payment.amountCents)).toMatchObject({ outcome: 'UNKNOWN' });
    expect([host.refunds, backup.asked]).toEqual([1, 0]);
  });
});
