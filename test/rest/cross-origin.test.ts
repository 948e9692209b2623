import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openPage, type TestBrowser } from '../support/browser.ts';
import { startGateway } from '../support/gateway.ts';
import { type Serving, serving } from '../support/http/serving.ts';
import { openForGroup } from '../support/open-for.ts';
import { countPayments } from '../support/requests.ts';
import { goodPath, pathWith, type RawAnswer, sendRaw } from '../support/rest/requests.ts';

/** Pages of other sites that call the legacy door with fetch, as the ServiceStack client does. */

const gateway = openForGroup(() => startGateway());

const listed = 'http://localhost:8123';
const unlisted = 'https://ailleurs.example';
const permission = (answer: RawAnswer) => [
  answer.headers['access-control-allow-origin'],
  answer.headers['access-control-allow-credentials'],
];
const preflight = (target: string, origin: string) =>
  sendRaw(gateway.url, target, {
    method: 'OPTIONS',
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'content-type',
    },
  });

const targets = [goodPath, '/json/reply/payment_initiate', '/api/payment_initiate', pathWith({}, '.xml')];

describe.each(targets)('%s', (target) => {
  test('answers the preflight of a listed origin, by name and with credentials, and records nothing', async () => {
    const before = await countPayments(gateway);
    const answer = await preflight(target, listed);
    expect([answer.status, answer.body]).toEqual([204, '']);
    expect(permission(answer)).toEqual([listed, 'true']);
    expect(answer.headers['access-control-allow-methods']).toBe('GET, POST');
    expect(answer.headers['access-control-allow-headers']).toContain('Content-Type');
    expect(answer.headers['access-control-allow-headers']).not.toContain('*');
    expect(answer.headers.vary).toBe('Origin');
    expect(await countPayments(gateway)).toBe(before);
  });

  test.each([unlisted, 'null', 'http://localhost.example', '*'])('gives %s no permission', async (origin) => {
    const answer = await preflight(target, origin);
    expect(answer.status).toBe(404);
    expect(permission(answer)).toEqual([undefined, undefined]);
  });

  test('keeps 404 for an OPTIONS that is no preflight', async () => {
    const incomplete: readonly Record<string, string>[] = [
      {},
      { Origin: listed },
      { 'Access-Control-Request-Method': 'GET' },
    ];
    for (const headers of incomplete) {
      expect((await sendRaw(gateway.url, target, { method: 'OPTIONS', headers })).status).toBe(404);
    }
  });
});

test('answers and refusals can be read by a listed origin alone', async () => {
  for (const [target, status] of [
    [`${goodPath}.json`, 200],
    [`${pathWith({ 8: '0' })}.json`, 400],
    ['/payment_initiate/PAYBOX', 404],
  ] as const) {
    const own = await sendRaw(gateway.url, target, { headers: { Origin: listed } });
    expect([own.status, ...permission(own)]).toEqual([status, listed, 'true']);
    const others = await sendRaw(gateway.url, target, { headers: { Origin: unlisted } });
    expect([others.status, ...permission(others)]).toEqual([status, undefined, undefined]);
    const plain = await sendRaw(gateway.url, target);
    expect([...permission(plain), plain.headers.vary]).toEqual([undefined, undefined, 'Accept']);
  }
  const answer = await sendRaw(gateway.url, `${goodPath}.json`, { headers: { Origin: listed } });
  expect(answer.headers.vary).toBe('Origin, Accept');
});

test('paths of others are left to others', async () => {
  expect(permission(await preflight('/elsewhere', listed))).toEqual([undefined, undefined]);
});

describe('the npm client in a browser', () => {
  let browser: TestBrowser;
  let server: Serving;
  let origin: string;

  beforeAll(async () => {
    const modules = path.resolve(import.meta.dirname, '../../node_modules');
    const client = await readFile(path.join(modules, '@servicestack/client/dist/servicestack-client.mjs'), 'utf8');
    const pages = createServer((request, response) => {
      const isClient = request.url === '/client.mjs';
      response.setHeader('Content-Type', isClient ? 'text/javascript' : 'text/html; charset=utf-8');
      response.end(isClient ? client : '<!doctype html><title>…</title>');
    });
    server = await serving(pages);
    origin = `http://localhost:${server.port}`;
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** What a page of that site gets by the client's `get` of a plain route, and by its `post` of the operation. */
  async function callFrom(page: Page, order: string): Promise<{ got: string; posted: string; refused: string }> {
    const [base, get, bad] = [gateway.url, pathWith({ 6: `${order}-get` }), pathWith({ 0: 'BOGUS' })].map(String);
    return page.evaluate(
      `(async () => {
        const { JsonServiceClient } = await import('/client.mjs');
        const client = new JsonServiceClient(${JSON.stringify(base)});
        const operation = {
          payment_target: 'PAYBOX', payment_run_mode: 'TEST', payment_type: 'CB', id_origin: 'web', id_societe: '1',
          id_client: '2263', id_commande: ${JSON.stringify(`${order}-post`)}, type_paiement: 'CB', amount: '1250',
          email: 'a.client@example.fr', commentaire: 'été', getTypeName: () => 'payment_initiate',
          getMethod: () => 'POST', createResponse: () => ({}),
        };
        const outcome = (call) => call.then(
          (answer) => answer.id_commande,
          (error) => error.responseStatus?.errors?.[0]?.message ?? 'no answer',
        );
        return {
          got: await outcome(client.get(${JSON.stringify(get?.slice(1))})),
          posted: await outcome(client.post(operation)),
          refused: await outcome(client.get(${JSON.stringify(bad?.slice(1))})),
        };
      })()`,
    );
  }

  test('works on a page of a listed origin', async () => {
    const { page } = await openPage(browser);
    await page.goto(origin);
    expect(await callFrom(page, 'navigateur')).toEqual({
      got: 'navigateur-get',
      posted: 'navigateur-post',
      refused: "'BOGUS' is an Invalid value for 'payment_target'",
    });
  });
});

describe('the npm client in a browser, on a page that is not listed', () => {
  test('is not even sent: the preflight stops it', async () => {
    await using browser = await launchBrowser();
    const context = await browser.newContext();
    const page = await context.newPage();
    const before = await countPayments(gateway);
    // A page of an address of its own has the origin "null".
    await page.goto('data:text/html,<title>ailleurs</title>');
    const outcome = await page.evaluate(
      `fetch(${JSON.stringify(gateway.url + pathWith({ 6: 'ailleurs' }))}, {
        headers: { 'Content-Type': 'application/json' }, credentials: 'include',
      }).then((answer) => String(answer.status), (error) => error.name)`,
    );
    expect(outcome).toBe('TypeError');
    expect(await countPayments(gateway)).toBe(before);
  });
});
