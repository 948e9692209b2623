import { createServer as createRawServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { createAddressCheck } from '../../../src/config/webhook-addresses.ts';
import { createWebhookCall, type WebhookCallOptions } from '../../../src/modules/webhooks/webhook-call.ts';
import { freePort } from '../../support/http/free-port.ts';
import { createListening } from '../../support/http/listening.ts';

/** One call to a real socket: what an endpoint can do to us, and where we do not go at all. */

const { closing, listen, serve, serveBytes } = createListening();

const now = Date.UTC(2026, 10, 25, 9, 30);

function caller(change: Partial<WebhookCallOptions> = {}) {
  const call = createWebhookCall({
    mayCall: createAddressCheck({ deployment: 'development', privateNetworks: [] }),
    ...{ connectTimeoutMs: 5_000, deadlineMs: 5_000, clock: () => now, monotonicMs: () => performance.now() },
    ...change,
  });
  closing.push(call.close);
  return (url: string) => call.post({ url, headers: { 'X-Test': 'yes' }, body: '{"a":"é"}' });
}

describe('a webhook call', () => {
  test('posts what it is given, and says how long it took', async () => {
    const seen: string[] = [];
    const url = await serve((request, response) => {
      request.setEncoding('utf8').on('data', (chunk: string) => seen.push(chunk));
      request.on('end', () => {
        seen.unshift(`${request.method} ${request.url} ${request.headers['x-test']}`);
        response.writeHead(202).end('taken');
      });
    });
    const answer = await caller()(`${url}/hooks?to=me`);
    expect(seen).toEqual(['POST /hooks?to=me yes', '{"a":"é"}']);
    expect(answer).toEqual({
      ...{ outcome: 'DELIVERED', statusCode: 202, detail: null, retryAt: null },
      durationMs: expect.any(Number),
    });
  });

  test.each([
    [200, 'DELIVERED'],
    [299, 'DELIVERED'],
    [301, 'REDIRECTED'],
    [307, 'REDIRECTED'],
    [400, 'REFUSED'],
    [404, 'REFUSED'],
    [410, 'GONE'],
    [500, 'REFUSED'],
  ])('takes an answer of %i for %s', async (statusCode, outcome) => {
    const url = await serve((_request, response) => void response.writeHead(statusCode).end());
    expect(await caller()(url)).toMatchObject({ outcome, statusCode });
  });

  test('does not follow a redirect', async () => {
    let visits = 0;
    const other = await serve((_request, response) => {
      visits++;
      response.end();
    });
    const url = await serve((_request, response) => void response.writeHead(308, { Location: other }).end());
    expect(await caller()(url)).toMatchObject({ outcome: 'REDIRECTED', statusCode: 308 });
    expect(visits).toBe(0);
  });

  test.each([
    ['30', now + 30_000],
    [new Date(now + 90_000).toUTCString(), now + 90_000],
    ['-5', null],
    ['soon', null],
    ['1e3', null],
    ['99999999999999999999', null],
    ['2026-11-25', null],
  ])('reads Retry-After: %s', async (value, retryAt) => {
    const url = await serve((_request, response) => void response.writeHead(503, { 'Retry-After': value }).end());
    expect(await caller()(url)).toMatchObject({ outcome: 'REFUSED', retryAt });
  });

  test('without an answer ends at its deadline', async () => {
    const url = await serve(() => undefined);
    const answer = await caller({ deadlineMs: 400 })(url);
    expect(answer).toMatchObject({ outcome: 'TIMED_OUT', statusCode: null });
    expect(answer.durationMs).toBeLessThan(2_000);
  });

  test('does not wait for the slow answers of other endpoints of its host', async () => {
    const url = await serve((request, response) => void (request.url === '/well' && response.end()));
    const post = caller({ deadlineMs: 3_000 });
    const slow = Array.from({ length: 40 }, () => post(`${url}/slow`));
    expect(await post(`${url}/well`)).toMatchObject({ outcome: 'DELIVERED' });
    for (const answer of await Promise.all(slow)) expect(answer).toMatchObject({ outcome: 'TIMED_OUT' });
  });

  test('whose answer drips header by header ends at its deadline', async () => {
    const url = await listen(
      createRawServer((socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        const timer = setInterval(() => socket.write('X-More: and more\r\n'), 20);
        socket.on('close', () => clearInterval(timer));
      }),
    );
    expect(await caller({ deadlineMs: 400 })(url)).toMatchObject({ outcome: 'TIMED_OUT' });
  });

  test('takes the status of an endless answer and reads no more of it', async () => {
    let written = 0;
    const url = await serve((_request, response) => {
      response.writeHead(200);
      const pour = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536))) written += 65_536;
      };
      response.on('drain', pour);
      pour();
    });
    const answer = await caller()(url);
    expect(answer).toMatchObject({ outcome: 'DELIVERED', statusCode: 200 });
    expect(answer.durationMs).toBeLessThan(2_000);
    const after = written;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(written - after).toBeLessThan(4_000_000);
  });

  test('takes the status of an answer whose body never ends', async () => {
    const url = await serve((_request, response) => void response.writeHead(200).write('and then'));
    const answer = await caller()(url);
    expect(answer).toMatchObject({ outcome: 'DELIVERED' });
    expect(answer.durationMs).toBeLessThan(3_000);
  });

  test.each([
    ['what is not HTTP', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['nothing', ''],
    ['headers without end', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(40_000)}`],
  ])('answered by %s is no answer', async (_what, bytes) => {
    expect(await caller()(await serveBytes(bytes))).toMatchObject({ outcome: 'NO_ANSWER', statusCode: null });
  });

  test('to a closed port, or to a name that does not exist, is no connection', async () => {
    const post = caller({
      resolve: (_hostname, _options, callback) =>
        callback(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), []),
    });
    expect(await post(`http://127.0.0.1:${await freePort()}`)).toMatchObject({
      outcome: 'NO_CONNECTION',
      detail: 'ECONNREFUSED',
    });
    expect(await post('http://nowhere.invalid/')).toMatchObject({ outcome: 'NO_CONNECTION', detail: 'ENOTFOUND' });
  });

  test('to an untrusted certificate is no connection', async () => {
    const url = await serveBytes('this is no TLS');
    expect(await caller()(url.replace('http:', 'https:'))).toMatchObject({ outcome: 'NO_CONNECTION' });
  });
});

const refusedAddresses = [
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '100.100.100.200',
  '127.0.0.1',
  '127.1.2.3',
  '168.63.129.16',
  '169.254.169.254',
  '172.16.0.1',
  '192.0.0.1',
  '192.0.2.1',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:a01:203',
  '64:ff9b::7f00:1',
  '64:ff9b:1::a01:203',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fec0::1',
  'ff02::1',
];

describe('in production a webhook', () => {
  const mayCall = createAddressCheck({ deployment: 'production', privateNetworks: [] });

  test.each(refusedAddresses)('does not go to %s, in the URL or by a name', async (address) => {
    expect(mayCall(address)).toBe(false);
    let asked = 0;
    const post = caller({
      mayCall,
      resolve: (_hostname, _options, callback) => {
        asked++;
        callback(null, [{ address, family: address.includes(':') ? 6 : 4 }]);
      },
    });
    const host = address.includes(':') ? `[${address}]` : address;
    expect(await post(`https://${host}/`)).toMatchObject({ outcome: 'ADDRESS_REFUSED', statusCode: null });
    expect(asked).toBe(0);
    expect(await post('https://innocent.example/')).toMatchObject({ outcome: 'ADDRESS_REFUSED', statusCode: null });
    expect(asked).toBe(1);
  });

  test.each(['2130706433', '0x7f000001', '0x7f.1', '017700000001', '127.1', '①②⑦.0.0.1', '127.0.0.1.'])(
    'does not go to %s, which is this machine written otherwise',
    async (host) => {
      expect(await caller({ mayCall })(`https://${host}/`)).toMatchObject({ outcome: 'ADDRESS_REFUSED' });
    },
  );

  test('does not go to a name of this machine, as the system itself resolves it', async () => {
    const url = await serve((_request, response) => void response.end());
    const { port } = new URL(url);
    expect(await caller({ mayCall })(`http://localhost:${port}/`)).toMatchObject({ outcome: 'ADDRESS_REFUSED' });
    expect(await caller()(`http://localhost:${port}/`)).toMatchObject({ outcome: 'DELIVERED' });
  });

  test('does not go to a name that has one good address and one bad', async () => {
    const post = caller({
      mayCall,
      resolve: (_hostname, _options, callback) =>
        callback(null, [
          { address: '93.184.215.14', family: 4 },
          { address: '10.0.0.1', family: 4 },
        ]),
    });
    expect(await post('https://both.example/')).toMatchObject({ outcome: 'ADDRESS_REFUSED' });
  });

  test('does not go to an address that cannot be checked, and the process goes on', async () => {
    const post = caller({
      mayCall: () => {
        throw Object.assign(new Error('no netlink'), { code: 'EAFNOSUPPORT' });
      },
    });
    const refused = { outcome: 'ADDRESS_REFUSED', detail: 'EAFNOSUPPORT' };
    // The first is looked up by Node, whose callback is in no promise.
    expect(await post('http://localhost:9/')).toMatchObject(refused);
    expect(await post('http://127.0.0.1:9/')).toMatchObject(refused);
  });

  test('goes to the address that was checked, and to no other that the name gets afterwards', async () => {
    let visits = 0;
    const url = await serve((_request, response) => {
      visits++;
      response.end();
    });
    const { port } = new URL(url);
    let asked = 0;
    const checked: string[] = [];
    const post = caller({
      mayCall: (address) => {
        checked.push(address);
        return address === '127.0.0.1';
      },
      // A name that is good when it is looked at first, and turns.
      resolve: (_hostname, _options, callback) =>
        callback(null, [{ address: asked++ === 0 ? '127.0.0.1' : '127.0.0.2', family: 4 }]),
    });
    expect(await post(`http://turning.example:${port}/`)).toMatchObject({ outcome: 'DELIVERED' });
    expect([visits, asked, checked]).toEqual([1, 1, ['127.0.0.1']]);
  });

  test.each(['93.184.215.14', '2606:4700::1111', '8.8.8.8'])('may go to %s', (address) => {
    expect(mayCall(address)).toBe(true);
  });

  test('may go to the private networks that the config names, and not to the metadata of clouds in them', () => {
    const named = createAddressCheck({
      deployment: 'production',
      privateNetworks: ['10.20.0.0/16', 'fd00::/8', '169.254.0.0/16'],
    });
    expect(['10.20.3.4', '::ffff:10.20.3.4', 'fd12::1'].map(named)).toEqual([true, true, true]);
    expect(['10.21.0.1', '169.254.169.254', 'fd00:ec2::254', '127.0.0.1'].map(named)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
