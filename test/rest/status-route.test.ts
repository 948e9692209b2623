import { JsonServiceClient } from '@servicestack/client';
import { beforeAll, describe, expect, test } from 'vitest';
import { debit } from '../support/direct-debits/debit-requests.ts';
import { signed } from '../support/direct-debits/mandate-requests.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { type Initiated, initiated } from '../support/requests.ts';
import { blamedIn, envelopeOf, jsonOf, type RawAnswer, sendRaw } from '../support/rest/requests.ts';
import { clients, startProduction, withKey } from '../support/rights/clients.ts';

let paid: Initiated['payment'];
let path: string;
const gateway = openForGroup(() => startGateway());
beforeAll(async () => {
  ({ payment: paid } = await initiated(gateway));
  path = `/payment_status/${paid.reference}`;
});

const ask = (target: string, options: Parameters<typeof sendRaw>[2] = {}): Promise<RawAnswer> =>
  sendRaw(gateway.url, target, options);

describe('the status of a payment', () => {
  test('has the fields of the answer to its initiation, as they are now, and does not say replayed', async () => {
    const answer = await ask(`${path}.json`);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    expect(jsonOf(answer)).toMatchObject({
      payment_id: paid.id,
      reference: paid.reference,
      status: 'REQUIRES_ACTION',
      payment_url: paid.paymentUrl,
      amount: '1250',
      email: paid.email,
      redirect: { method: 'POST' },
    });
    expect(jsonOf(answer)).not.toHaveProperty('replayed');
    const { payment } = await initiated(gateway, { idCommande: 'expiring' });
    gateway.advance(25 * 3_600_000);
    await gateway.get(new URL(payment.paymentUrl ?? '').pathname);
    const later = jsonOf(await ask(`/payment_status/${payment.reference}?format=json`));
    expect(later).toMatchObject({ payment_id: payment.id, status: 'EXPIRED' });
    expect(later).not.toHaveProperty('redirect');
  });

  test('is found however the reference is written, by any case of the route, with or without a slash at the end', async () => {
    const written = [
      paid.reference.toLowerCase(),
      paid.reference.replace('-', ''),
      paid.reference.replace('-', '%20'),
      `${paid.reference}/`,
    ];
    for (const reference of written) {
      const answer = await ask(`/Payment_Status/${reference}?format=json`);
      expect([reference, answer.status]).toEqual([reference, 200]);
    }
  });

  test.each([
    ['.json', {}, 'application/json; charset=utf-8', '{"payment_id":'],
    ['.xml', {}, 'application/xml', '<payment_status_response '],
    ['.jsv', {}, 'application/jsv', '{payment_id:'],
    ['.csv', {}, 'text/csv', 'payment_id,reference,status,'],
    ['.jsonl', {}, 'text/jsonl', '{"payment_id":'],
    ['', {}, 'text/html', '<!doctype html>'],
    ['?format=xml', {}, 'application/xml', '<payment_status_response '],
    ['', { Accept: 'application/json' }, 'application/json; charset=utf-8', '{"payment_id":'],
    ['?callback=shop.cb', {}, 'text/javascript; charset=utf-8', '/**/shop.cb({"payment_id":'],
  ])('is written in every format of the door: %s %j', async (rest, headers, type, begins) => {
    const answer = await ask(path + rest, { headers });
    expect([answer.status, answer.headers['content-type']]).toEqual([200, type]);
    expect(answer.body.replace(/^<\?xml[^>]*\?>/, '').startsWith(begins)).toBe(true);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['content-disposition'] ?? '').not.toContain('payment_initiate');
  });

  test('is a page without a gap where nothing leads on', async () => {
    await signed(gateway, { idClient: 'gap' });
    const { payment } = await initiated(gateway, { ...debit, idClient: 'gap' });
    const page = await ask(`/payment_status/${payment.reference}`);
    expect(page.body).toContain(payment.reference);
    expect(page.body).not.toContain('class="buttons"');
  });

  test('to a HEAD is the same without a body, and to other methods there is no route', async () => {
    const head = await ask(`${path}.json`, { method: 'HEAD' });
    const get = await ask(`${path}.json`);
    expect([head.status, head.body, head.headers['content-type']]).toEqual([200, '', get.headers['content-type']]);
    expect(Number(head.headers['content-length'])).toBeGreaterThan(100);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect((await ask(path, { method })).status).toBe(404);
    }
    expect((await ask('/payment_status')).status).toBe(404);
    expect((await ask(`${path}/more`)).status).toBe(404);
  });

  test('tells the script of any page no more than where the payment stands', async () => {
    const open = await ask(`${path}?callback=cb`, { headers: { 'Sec-Fetch-Site': 'cross-site' } });
    const told = JSON.parse(open.body.slice('/**/cb('.length, -1));
    expect(Object.keys(told)).toEqual([
      'payment_id',
      'reference',
      'status',
      'effective_run_mode',
      'amount',
      'currency',
    ]);
    const own = await ask(`${path}?callback=cb`, { headers: { 'Sec-Fetch-Site': 'same-site' } });
    expect(own.body).toContain(paid.email);
  });

  test.each([
    ['an unknown reference', '/payment_status/0000-0000'],
    ['what can be no reference', '/payment_status/anything'],
    ['a null byte', '/payment_status/0000%00000'],
  ])('is 404 in the envelope for %s', async (_name, target) => {
    const answer = await ask(`${target}.json`);
    expect(answer.status).toBe(404);
    expect(envelopeOf(answer)).toEqual({ errorCode: 'NotFound', message: 'There is no such payment.', errors: [] });
    expect((await ask(`${target}?format=xml`)).body).toContain('<ErrorCode>NotFound</ErrorCode>');
    const page = await ask(target, { headers: { 'Accept-Language': 'fr' } });
    expect(page.body).toContain('Aucun paiement n’a cette référence.');
    expect(page.body).not.toContain('enregistré');
    expect((await ask(`${target}?callback=cb`)).body).toMatch(/^\/\*\*\/cb\(\{"responseStatus"/);
  });

  test('is 400 for what is no percent-encoded text, and for a callback that is too long', async () => {
    for (const target of ['/payment_status/%E9?format=json', '/payment_status/%E9.json']) {
      const answer = await ask(target);
      expect([answer.status, blamedIn(answer)]).toEqual([400, ['reference']]);
    }
    expect((await ask(`${path}?callback=${'c'.repeat(101)}`)).status).toBe(400);
  });

  test('is there by name as well, for the ServiceStack client', async () => {
    const byName = await ask(`/json/reply/payment_status?Reference=${paid.reference}`);
    expect(jsonOf(byName)).toMatchObject({ payment_id: paid.id });
    expect(blamedIn(await ask('/json/reply/payment_status'))).toEqual(['reference']);
    expect(blamedIn(await ask('/api/payment_status?reference=1&reference=2'))).toEqual(['reference']);
    const post = await ask('/api/payment_status', { method: 'POST' });
    expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD']);
    class payment_status {
      reference = paid.reference;
      getTypeName = () => 'payment_status';
      getMethod = () => 'GET';
      createResponse = (): { payment_id?: string } => ({});
    }
    for (const basePath of ['', 'api']) {
      const client = new JsonServiceClient(gateway.url);
      client.basePath = basePath;
      expect((await client.get(new payment_status())).payment_id).toBe(paid.id);
    }
  });

  test('can be read by the page of an allowed origin', async () => {
    const answer = await ask(`${path}.json`, { headers: { Origin: 'http://localhost:3000' } });
    expect(answer.headers['access-control-allow-origin']).toBe('http://localhost:3000');
    expect(answer.headers.vary).toBe('Origin, Accept');
  });
});

describe('on a production deployment', () => {
  let reference: string;
  const production = openForGroup(() => startProduction());
  beforeAll(async () => {
    ({ reference } = (await initiated(production, { paymentRunMode: 'LIVE' }, withKey('owner'))).payment);
  });
  const status = async (name: string | null, of = reference) => {
    const answer = await sendRaw(production.url, `/payment_status/${of}.json`, {
      headers: name === null ? {} : withKey(name),
    });
    return { status: answer.status, errorCode: answer.status === 200 ? null : envelopeOf(answer).errorCode, answer };
  };

  test('no one sees a payment without a key, and each client sees its own alone', async () => {
    expect(await status(null)).toMatchObject({ status: 401, errorCode: 'Unauthorized' });
    expect(await status('right')).toMatchObject({ status: 200 });
    const unknown = await status('right', '0000-0000');
    for (const name of ['wrong-societe', 'wrong-origin', 'wrong-target', 'only-initiates']) {
      const { status: code, answer } = await status(name);
      expect([name, code, answer.body]).toEqual([name, 404, unknown.answer.body]);
    }
  });

  test('answers name no documentation, for none is served', async () => {
    expect((await status('right')).answer.headers.link).toBe('</graphql>; rel="successor-version"');
  });

  test('a caller that asks too often is refused in the envelope, inside the callback', async () => {
    const headers = { 'X-Forwarded-For': '192.0.2.77' };
    const urls = Array.from({ length: 100 }, () => `/payment_status/${reference}.json`);
    let last: RawAnswer | undefined;
    // A thousand a minute are free, and more come back while a busy machine sends them.
    for (let round = 0; round < 50 && last === undefined; round++) {
      const answers = await Promise.all(urls.map((url) => sendRaw(production.url, url, { headers })));
      last = answers.find((answer) => answer.status === 429);
    }
    expect(last && envelopeOf(last).errorCode).toBe('TooManyRequests');
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
    const script = await sendRaw(production.url, '/payment_initiate/x/y?callback=cb', { headers });
    expect(script.status).toBe(429);
    expect(script.body).toMatch(/^\/\*\*\/cb\(\{"responseStatus":\{"errorCode":"TooManyRequests"/);
    const xml = await sendRaw(production.url, '/payment_initiate/x/y@b.fr.xml', { headers });
    expect(xml.body).toContain('<ErrorCode>TooManyRequests</ErrorCode>');
    const page = await sendRaw(production.url, '/payment_initiate/x/y', { headers });
    expect([page.status, page.headers['content-type']]).toEqual([429, 'text/html']);
    const other = await sendRaw(production.url, '/graphql', { headers });
    expect(other.body).toContain('RATE_LIMITED');
  });
});

describe('a client without JSONP', () => {
  test('is refused in plain JSON, and has every other format', async () => {
    const client = clients.find(({ caller }) => caller.client === 'right');
    if (!client) throw new Error('no such client');
    await using closed = await startGateway({
      config: { clients: [{ ...client, caller: { ...client.caller, jsonp: false } }] },
    });
    const headers = withKey('right');
    const { reference } = (await initiated(closed, {}, headers)).payment;
    const urls = [
      `/payment_status/${reference}`,
      '/json/reply/payment_initiate',
      '/payment_initiate/a/b/c/d/e/f/g/h/i/j',
    ];
    for (const url of urls) {
      const answer = await sendRaw(closed.url, `${url}?callback=cb`, { headers });
      expect([answer.status, answer.headers['content-type']]).toEqual([403, 'application/json; charset=utf-8']);
      expect(envelopeOf(answer).errorCode).toBe('NotAllowed');
    }
    expect((await sendRaw(closed.url, `/payment_status/${reference}.json`, { headers })).status).toBe(200);
  });
});
