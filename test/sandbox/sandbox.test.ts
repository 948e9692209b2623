import { createPublicKey } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openForEach } from '../support/open-for.ts';
import { runSandbox, whereTo } from '../support/sandbox/running-sandbox.ts';
import { accepted, scelliusShopOn } from '../support/sandbox/scellius-shop.ts';

const bank = openForEach(() => runSandbox({ notificationTimeoutMs: 1_000 }));

const iban = 'FR1420041010050500013M02606';

const shop = scelliusShopOn(bank);
const open = (transactionId: string, change: Readonly<Record<string, string>> = {}) => {
  const own = { vads_trans_id: transactionId, vads_order_id: `order-${transactionId}` };
  const noReturns = { vads_url_success: null, vads_url_refused: null, vads_url_cancel: null, vads_return_mode: null };
  const back = { ...noReturns, vads_url_return: `${bank.shop}/return` };
  return shop.open({ ...own, ...back, vads_cust_email: 'canary@example.com', ...change });
};

describe('the simulators’ memory', () => {
  test('outlives them: key, sessions, transactions and used ids', async () => {
    const session = await open('000001');
    await bank.press(session, 'pay', accepted);
    const unfinished = await open('000002');
    const publicKey = bank.publicKeyPem();
    await bank.restart();
    expect(bank.publicKeyPem()).toBe(publicKey);
    expect(await (await bank.get(session)).text()).toContain('Paiement accepté');
    await expect(open('000001')).rejects.toThrow('403');
    expect(whereTo(await bank.press(unfinished, 'pay', accepted))).toBe(`${bank.shop}/return`);
    const index = await (await bank.get(bank.url)).text();
    expect(index).toContain('order-000001');
    expect(index).toContain('order-000002');
  });

  test('keeps the platform’s key for its owner alone, of the real length', async () => {
    const file = path.join(bank.folder, 'paybox-platform-key.pem');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(createPublicKey(bank.publicKeyPem()).asymmetricKeyDetails?.modulusLength).toBe(1024);
    expect((await readdir(bank.folder)).filter((name) => name.includes('key'))).toEqual(['paybox-platform-key.pem']);
  });

  test('holds no whole card number and, once decided, no account', async () => {
    await bank.press(await open('000001'), 'pay', accepted);
    const debit = await open('000002', { vads_payment_cards: 'SDD' });
    await bank.press(debit, 'pay', { iban });
    await bank.press(debit, 'authenticate', { code: '123456' });
    expect(bank.received[1]?.body).toContain(iban);
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(path.join(bank.folder, 'sandbox.sqlite'), { readOnly: true });
    const rows = ['session', 'bank_transaction', 'delivery'].flatMap((table) =>
      database.prepare(`SELECT * FROM ${table}`).all(),
    );
    database.close();
    const kept = JSON.stringify(rows);
    expect(rows).toHaveLength(6);
    expect(kept).not.toContain('4970100000000000');
    expect(kept).not.toContain(iban);
    expect(kept).toContain('497010XXXXXX0000');
  });
});

describe('a shop that does not take the notification', () => {
  test.each([
    [
      'answers 500',
      () => bank.answerWith((_request, response) => void response.writeHead(500).end('no')),
      { httpStatus: 500, failure: null },
    ],
    ['hangs', () => bank.answerWith(() => {}), { httpStatus: null, failure: 'TimeoutError' }],
    [
      'hangs in the middle of its answer',
      () => bank.answerWith((_request, response) => void response.write('O')),
      { httpStatus: 200, failure: 'TimeoutError' },
    ],
    [
      'cuts the connection',
      () => bank.answerWith((request) => void request.socket.destroy()),
      { httpStatus: null, failure: 'UND_ERR_SOCKET' },
    ],
  ])('because it %s does not keep the buyer from returning', async (_what, misbehave, expected) => {
    misbehave();
    expect(whereTo(await bank.press(await open('000001'), 'pay', accepted))).toBe(`${bank.shop}/return`);
    expect(bank.logged).toEqual([
      {
        event: 'sandbox.notification_failed',
        bank: 'LABANQUEPOSTALE',
        transaction: expect.any(String),
        to: bank.shop,
        ...expected,
      },
    ]);
    expect(JSON.stringify(bank.logged)).not.toContain('canary');
    expect(await (await bank.get(bank.url)).text()).toContain('✗');
  });

  test('is not followed when it redirects', async () => {
    bank.answerWith((_request, response) => void response.writeHead(302, { Location: '/elsewhere' }).end());
    await bank.press(await open('000001'), 'pay', accepted);
    expect(bank.received.map(({ path }) => path)).toEqual(['/notify']);
    // Lyra counts a redirect as delivered, although the data are lost.
    expect(bank.logged).toEqual([]);
  });

  test('does not keep the simulators from closing', async () => {
    bank.answerWith(() => {});
    const waiting = bank.press(await open('000001'), 'pay', accepted);
    await expect.poll(() => bank.received.length).toBe(1);
    await bank.restart();
    expect((await waiting).status).toBe(303);
    expect(await (await bank.get(bank.url)).text()).toContain('AUTHORISED');
  });
});

describe('the index', () => {
  test('says what this is, in French or English', async () => {
    expect(await (await bank.get(bank.url)).text()).toContain('aucun argent ne bouge');
    const english = await bank.get(`${bank.url}/`, { 'Accept-Language': 'en' });
    expect(await english.text()).toContain('no money moves');
  });

  test('lists sessions and transactions without naming a buyer', async () => {
    await bank.press(await open('000001'), 'pay', accepted);
    const session = await open('000002');
    await bank.press(session, 'refuse');
    const page = await (await bank.get(bank.url)).text();
    for (const word of ['order-000001', 'payée', 'AUTHORISED 00', 'REFUSED 05', 'CB 497010XXXXXX0000', '✓ HTTP 200']) {
      expect(page).toContain(word);
    }
    expect(page).not.toContain('canary');
    expect(page).not.toContain(session.split('/').at(-1));
  });
});

test('the availability page of Paybox says OK', async () => {
  expect(await (await bank.get(`${bank.url}/paybox/load.html`)).text()).toContain('<div id="server_status">OK</div>');
});
