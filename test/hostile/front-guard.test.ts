import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import express from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { createFrontGuard, type FrontGuard, type FrontGuardOptions } from '../../src/http/front-guard.ts';
import { createRateCounter, defaultRates, type Rates } from '../../src/http/rates.ts';
import { takePath } from '../../src/http/request-target.ts';
import { createLimitedServer, defaultServerLimits } from '../../src/http/server.ts';
import { anonymous } from '../../src/kernel/caller.ts';
import { UnauthenticatedError } from '../../src/kernel/errors.ts';
import { exchangeRaw } from '../support/hostile/raw-exchange.ts';

/** What the gateway refuses before it parses, authenticates or looks anything up. */

const opened: { server: Server; front: FrontGuard }[] = [];
afterEach(async () => {
  for (const { server, front } of opened.splice(0)) {
    server.closeAllConnections();
    server.close();
    await front.close();
  }
});

async function openFront(options: Partial<FrontGuardOptions> = {}, limits = defaultServerLimits) {
  const seen: string[] = [];
  const app = express();
  const front = createFrontGuard({
    rates: null,
    refuseAfterMs: 0,
    addressOf: ({ headers, socket }) => String(headers['x-test-address'] ?? socket.remoteAddress),
    authenticate: ({ headers }) => {
      const client = headers['x-test-client'];
      if (client === undefined) throw new UnauthenticatedError('A key is needed.');
      return { ...anonymous, client: String(client) };
    },
    ...options,
  });
  app.use(front.handler);
  app.use('/at-once', (_request, response) => response.status(401).json({}));
  app.use((request, response) => {
    seen.push(request.originalUrl);
    request.resume().once('end', () => request.url !== '/never' && response.json({ url: request.url }));
  });
  const server = createLimitedServer(limits).on('request', takePath).on('request', app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  opened.push({ server, front });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, front, server };
}

const second = 'GET /second HTTP/1.1\r\nHost: a\r\n\r\n';

describe('a request that can be read in two ways', () => {
  it.each([
    ['two Host headers', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n'],
    ['two Host headers in two cases', 'GET / HTTP/1.1\r\nHost: a\r\nhOST: a\r\n\r\n'],
    ['no Host', 'GET / HTTP/1.1\r\nAccept: */*\r\n\r\n'],
    ['a Host with a blank', 'GET / HTTP/1.1\r\nHost: a b\r\n\r\n'],
    ['a Host with a user', 'GET / HTTP/1.1\r\nHost: a@b\r\n\r\n'],
    ['a Host with a path', 'GET / HTTP/1.1\r\nHost: a/b\r\n\r\n'],
    ['a Host with a port that is none', 'GET / HTTP/1.1\r\nHost: a:99999\r\n\r\n'],
    ['a Host that is no address', 'GET / HTTP/1.1\r\nHost: 1.2.3.999\r\n\r\n'],
    ['an empty Host', 'GET / HTTP/1.1\r\nHost: \r\n\r\n'],
    ['HTTP/0.9', 'GET /\r\n\r\n'],
    ['HTTP/0.9 by name', 'GET / HTTP/0.9\r\nHost: a\r\n\r\n'],
    ['HTTP/2.0', 'GET / HTTP/2.0\r\nHost: a\r\n\r\n'],
    [
      'a coding that is listed twice',
      'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n',
    ],
    ['a coding that nobody knows', 'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n'],
    [
      'chunked twice',
      'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['a list of codings', 'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n'],
    [
      'a coding and a length',
      'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n',
    ],
    ['a coding in HTTP/1.0', 'POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['two idempotency keys', 'POST / HTTP/1.1\r\nHost: a\r\nIdempotency-Key: k\r\nidempotency-key: k\r\n\r\n'],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Length: 44\r\n\r\n'],
    ['two lengths that agree', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n'],
    ['a length with a sign', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +5\r\n\r\nabcde'],
    ['a header whose name ends in a blank', 'GET / HTTP/1.1\r\nHost: a\r\nContent-Length : 5\r\n\r\n'],
    ['a header that is folded', 'GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n'],
    ['a line end of its own kind', 'GET / HTTP/1.1\nHost: a\n\n'],
    ['a NUL in a header', 'GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n'],
    ['a NUL in the target', 'GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['a target that is no path', 'GET evil HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['a target of another scheme', 'GET file:///etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['a chunk whose size is none', 'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n'],
  ])('is refused, and what follows it is not read: %s', async (_title, bytes) => {
    const { url, seen } = await openFront();
    const answer = await exchangeRaw(url, bytes + second, { waitMs: 1000 });
    expect(seen.filter((target) => target !== '/')).toEqual([]);
    expect(answer.answers).toBeLessThanOrEqual(1);
    expect(answer.status === null || answer.status === 400).toBe(true);
    expect(answer.closed).toBe(true);
  });

  it('is not one that proxies send as a whole URL: its path is what counts', async () => {
    const { url, seen } = await openFront();
    await exchangeRaw(url, 'GET http://elsewhere.example/a?b=c HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    await exchangeRaw(url, 'GET https://elsewhere.example HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    expect(seen).toEqual(['/a?b=c', '/']);
  });

  it('is not the one of an honest client, of HTTP/1.0 or on a connection that is kept', async () => {
    const { url, seen } = await openFront();
    expect((await exchangeRaw(url, 'GET /old HTTP/1.0\r\n\r\n')).status).toBe(200);
    const chunked = 'POST /chunked HTTP/1.1\r\nHost: a:80\r\nTransfer-Encoding: Chunked\r\n\r\n0\r\n\r\n';
    expect((await exchangeRaw(url, chunked + second)).answers).toBe(2);
    expect((await exchangeRaw(url, second.replace('Host: a', 'Host: [::1]:4000'))).status).toBe(200);
    expect(seen).toEqual(['/old', '/chunked', '/second', '/second']);
  });
});

describe('time and size', () => {
  const quick = { ...defaultServerLimits, headersTimeoutMs: 300, requestTimeoutMs: 600, checkingIntervalMs: 50 };

  it('end a request whose headers or body never end', async () => {
    const { url } = await openFront({}, quick);
    const drip = { rest: 'X-Slow: 1\r\n', everyMs: 50 };
    const [headers, body] = await Promise.all([
      exchangeRaw(url, 'GET / HTTP/1.1\r\nHost: a\r\n', { waitMs: 3000, drip }),
      exchangeRaw(url, 'POST /never HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n', { waitMs: 3000, drip }),
    ]);
    for (const answer of [headers, body]) {
      expect(answer.closed).toBe(true);
      expect(answer.status).toBe(408);
      expect(answer.ms).toBeLessThan(1500);
    }
  });

  it('leave a file the time that it needs while it is read, and no more once it is answered', async () => {
    const times = { ...quick, requestTimeoutMs: 300, uploadTimeoutMs: 1500, isUpload: (path: string) => path !== '/' };
    const { url } = await openFront({}, times);
    const upload = (path: string, length: number) =>
      exchangeRaw(url, `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: ${length}\r\n\r\n`, {
        waitMs: 5000,
        drip: { rest: '12345', everyMs: 100 },
      });
    const [slow, endless, answered, other] = await Promise.all([
      upload('/upload?name=a', 8),
      upload('/never', 1000),
      upload('/at-once', 1000),
      upload('/', 1000),
    ]);
    expect([slow.status, slow.text.includes('/upload')]).toEqual([200, true]);
    expect([endless.status, endless.closed]).toEqual([408, true]);
    expect(endless.ms).toBeGreaterThan(1400);
    expect([answered.status, answered.closed]).toEqual([401, true]);
    expect(answered.ms).toBeLessThan(1400);
    expect([other.status, other.closed]).toEqual([408, true]);
  });

  it('end a header that is too long', async () => {
    const { url, seen } = await openFront();
    const answer = await exchangeRaw(url, `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(17_000)}\r\n\r\n`, {
      waitMs: 1000,
    });
    expect([answer.status, answer.closed, seen]).toEqual([431, true, []]);
  });

  it('end a body that says it is too large, before it is sent', async () => {
    const { url, seen } = await openFront();
    const answer = await exchangeRaw(url, 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\nabc', {
      waitMs: 1000,
    });
    expect([answer.status, answer.closed, seen]).toEqual([413, true, []]);
  });

  it('end a connection after so many requests, and refuse one too many', async () => {
    const limits = { ...defaultServerLimits, requestsPerConnection: 2, connections: 2, refuseAfterMs: 0 };
    const { url } = await openFront({}, limits);
    const { text } = await exchangeRaw(url, second.repeat(3));
    expect(text.match(/(?<=HTTP\/1\.1 )\d{3}|(?<=Connection: )[\w-]+/g)).toEqual([
      '200',
      'keep-alive',
      '200',
      'close',
      '503',
      'close',
    ]);
    const held = [0, 1].map(() => exchangeRaw(url, '', { waitMs: 500 }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await exchangeRaw(url, second)).toMatchObject({ status: 503, closed: true });
    await Promise.all(held);
  });

  it('end a connection on which requests pile up without an answer', async () => {
    const { url, seen } = await openFront({}, { ...defaultServerLimits, requestsAtOnce: 3 });
    const never = 'GET /never HTTP/1.1\r\nHost: a\r\n\r\n';
    expect((await exchangeRaw(url, never.repeat(3))).closed).toBe(false);
    expect(seen).toHaveLength(3);
    expect(await exchangeRaw(url, never.repeat(5))).toMatchObject({ status: null, closed: true });
    expect(seen).toHaveLength(6);
  });

  it('end a connection whose answer is not read, and not one whose answer is still to come', async () => {
    const unreadMs = 200;
    const server = createLimitedServer({ ...defaultServerLimits, unreadMs, keepAliveTimeoutMs: 5_000 });
    const left: string[] = [];
    server.on('request', (request, response) => {
      response.once('close', () => left.push(`${request.url} ${response.writableFinished}`));
      if (request.url === '/slow') setTimeout(() => response.end('slow'), 5 * unreadMs);
      else response.end(Buffer.alloc(30_000_000));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const deaf = connect(port, '127.0.0.1').pause();
    deaf.write('GET /large HTTP/1.1\r\nHost: a\r\n\r\n');
    const slow = await exchangeRaw(`http://127.0.0.1:${port}`, second.replace('second', 'slow'), {
      waitMs: 10 * unreadMs,
    });
    expect([slow.status, left]).toEqual([200, ['/large false', '/slow true']]);
    deaf.destroy();
    server.close();
    server.closeAllConnections();
  });

  it('say what is wrong with an address that is not encoded', async () => {
    const { url, seen } = await openFront();
    const latin = Buffer.from('GET /payment_initiate/télévente HTTP/1.1\r\nHost: a\r\n\r\n', 'latin1').toString(
      'latin1',
    );
    for (const bytes of [latin, 'GET /payment_initiate/télévente HTTP/1.1\r\nHost: a\r\n\r\n']) {
      const answer = await exchangeRaw(url, bytes);
      expect(answer).toMatchObject({ status: 400, closed: true });
      expect(JSON.stringify(answer)).toContain('must be percent-encoded');
    }
    expect(seen).toEqual([]);
  });

  it('have no room for another protocol', async () => {
    const { url, seen } = await openFront();
    const connect = 'CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n';
    expect(await exchangeRaw(url, connect)).toMatchObject({ status: null, closed: true });
    expect(seen).toEqual([]);
    // What a client asks for that would rather speak HTTP/2 (Java's does), is answered as if it had not asked.
    for (const protocol of ['websocket', 'h2c']) {
      const upgrade = `GET /${protocol} HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: ${protocol}\r\nHTTP2-Settings: AAMAAABk\r\n\r\n`;
      expect(await exchangeRaw(url, upgrade)).toMatchObject({ status: 200 });
    }
    expect(seen).toHaveLength(2);
  });
});

describe('overload', () => {
  it('is answered 503 before anything is done, while liveness answers, and passes', async () => {
    const overload = { eventLoopDelayMs: 50, waitingRequests: 500, lookEveryMs: 150 };
    const { url, seen } = await openFront({ overload });
    expect((await fetch(`${url}/a`)).status).toBe(200);
    const blocked = setInterval(() => {
      for (const end = performance.now() + 120; performance.now() < end; );
    }, 0);
    await expect.poll(async () => (await fetch(`${url}/b`)).status, { timeout: 5000 }).toBe(503);
    const count = seen.length;
    const refused = await fetch(`${url}/graphql`, { method: 'POST', body: '{}' });
    const live = await fetch(`${url}/health/live`);
    clearInterval(blocked);
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '1']);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED' } }] });
    expect(live.status).toBe(200);
    expect(seen.slice(count)).toEqual(['/health/live']);
    await expect.poll(async () => (await fetch(`${url}/c`)).status, { timeout: 5000 }).toBe(200);
  });

  it('is not one large job: what comes right after it is served', async () => {
    const overload = { eventLoopDelayMs: 100, waitingRequests: 500, lookEveryMs: 250 };
    const { url } = await openFront({ overload });
    for (let jobs = 0; jobs < 3; jobs++) {
      for (let turns = 0; turns < 2; turns++) {
        for (const end = performance.now() + 800; performance.now() < end; );
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      expect((await fetch(`${url}/direct-debit-batches/bat_1/file`)).status).toBe(200);
      await new Promise((resolve) => setTimeout(resolve, 600));
    }
  });

  it('is also a queue that does not move; who left it does not count', async () => {
    const overload = { eventLoopDelayMs: 10_000, waitingRequests: 3, lookEveryMs: 20 };
    const { url } = await openFront({ overload });
    const waiting = Array.from({ length: 4 }, () =>
      exchangeRaw(url, second.replace('/second', '/never'), { waitMs: 2000 }),
    );
    await expect.poll(async () => (await fetch(`${url}/a`)).status, { timeout: 2000 }).toBe(503);
    await Promise.all(waiting);
    await expect.poll(async () => (await fetch(`${url}/a`)).status, { timeout: 5000 }).toBe(200);
  });

  it('is not what waits for its refusal on purpose', async () => {
    const overload = { eventLoopDelayMs: 10_000, waitingRequests: 3, lookEveryMs: 20 };
    const none = { requests: 0, seconds: 60 };
    const rates = createRateCounter({ ...defaultRates, notification: none });
    const { url, front } = await openFront({ overload, rates, refuseAfterMs: 3_600_000 });
    const delayed = Array.from({ length: 6 }, () => connect(Number(new URL(url).port), '127.0.0.1'));
    for (const socket of delayed) socket.write('GET /notify/paybox HTTP/1.1\r\nHost: a\r\n\r\n');
    await expect.poll(() => front.openResponses().length, { timeout: 5000 }).toBe(6);
    for (let looks = 0; looks < 5; looks++) {
      await new Promise((resolve) => setTimeout(resolve, overload.lookEveryMs));
      expect((await fetch(`${url}/a`)).status).toBe(200);
    }
    for (const socket of delayed) socket.destroy();
    await expect.poll(() => front.openResponses().length, { timeout: 5000 }).toBe(0);
  });
});

describe('rates', () => {
  const few: Rates = {
    ...defaultRates,
    address: { requests: 6, seconds: 60 },
    notification: { requests: 2, seconds: 60 },
    reading: { requests: 2, seconds: 60 },
    creation: { requests: 2, seconds: 60 },
  };
  const legacy = '/payment_initiate/PAYBOX/TEST/CB/web/1/2263/0/CB/1250/a@b.fr';
  const statuses = async (url: string, paths: readonly string[], headers: Record<string, string>) => {
    const found = [];
    for (const path of paths) found.push((await fetch(url + path, { headers })).status);
    return found;
  };

  it('are kept by address, apart from notifications and from probes', async () => {
    const { url } = await openFront({ rates: createRateCounter(few) });
    const headers = { 'X-Test-Address': '192.0.2.1' };
    expect(await statuses(url, Array(8).fill('/pay/x'), headers)).toEqual([200, 200, 200, 200, 200, 200, 429, 429]);
    expect(await statuses(url, Array(3).fill('/notify/paybox'), headers)).toEqual([200, 200, 429]);
    const probes = ['/health/live', '/health/ready', '/health/live'];
    expect(await statuses(url, [...probes, ...probes], headers)).toEqual(Array(6).fill(200));
    expect(await statuses(url, probes, headers)).toEqual([429, 429, 429]);
    expect(await statuses(url, ['/pay/x', '/health/ready'], { 'X-Test-Address': '192.0.2.2' })).toEqual([200, 200]);
  });

  it('end the connection of a request over them, and what follows it is not read; that of a proxy stays', async () => {
    const isFromProxy = ({ headers }: { headers: object }) => 'x-test-proxy' in headers;
    const rates = createRateCounter({ ...few, address: { requests: 1, seconds: 60 } });
    const { url, seen } = await openFront({ rates, isFromProxy, refuseAfterMs: 50 });
    const proxied = second.replace('Host', 'X-Test-Proxy: 1\r\nHost');
    const direct = await exchangeRaw(url, second.repeat(4), { waitMs: 3000 });
    expect([direct.closed, direct.text.match(/(?<=HTTP\/1\.1 )\d{3}/g)]).toEqual([true, ['200', '429']]);
    const kept = await exchangeRaw(url, proxied.repeat(3), { waitMs: 500 });
    expect([kept.closed, kept.text.match(/(?<=HTTP\/1\.1 )\d{3}/g)]).toEqual([false, ['429', '429', '429']]);
    expect(seen).toEqual(['/second']);
  });

  it('let a refusal wait, for a sender would send the next request at once', async () => {
    const rates = createRateCounter({ ...few, address: { requests: 1, seconds: 60 } });
    const { url } = await openFront({ rates, refuseAfterMs: 60_000 });
    await fetch(url);
    expect(await exchangeRaw(url, second)).toMatchObject({ answers: 0, closed: false });
  });

  it('say when to come back, in the form that the caller reads', async () => {
    const { url } = await openFront({ rates: createRateCounter({ ...few, address: { requests: 1, seconds: 60 } }) });
    await fetch(`${url}/graphql`);
    const refused = await fetch(`${url}/graphql`);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('Retry-After'))).toBeLessThanOrEqual(60);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    expect(await (await fetch(`${url}/pay/x`)).json()).toMatchObject({ error: { status: 429, code: 'RATE_LIMITED' } });
  });

  it('of creation are kept by client, on every way that the old door has', async () => {
    const { url } = await openFront({ rates: createRateCounter({ ...few, address: { requests: 100, seconds: 60 } }) });
    const ways = [
      legacy,
      '/json/reply/payment_initiate',
      '/api/payment_initiate',
      '/bank-files?name=a.xml',
      legacy.replace('payment', '%70ayment'),
    ];
    const headersOf = (client: string) => ({ 'X-Test-Client': client });
    expect(await statuses(url, ways, headersOf('dcp'))).toEqual([200, 200, 429, 429, 429]);
    expect(await statuses(url, ways.slice(0, 2), headersOf('compta'))).toEqual([200, 200]);
    const addressOf = (address: string) => ({ ...headersOf(anonymous.client), 'X-Test-Address': address });
    expect(await statuses(url, ways.slice(0, 3), addressOf('192.0.2.1'))).toEqual([200, 200, 429]);
    expect(await statuses(url, ways.slice(0, 3), { 'X-Test-Address': '192.0.2.2' })).toEqual([200, 200, 429]);
  });

  it('of operations are counted for whom the door names, else by address', async () => {
    const { front } = await openFront({ rates: createRateCounter(few) });
    const from = (address: string) => ({ headers: { 'x-test-address': address }, socket: {} }) as never;
    const waits = [];
    for (let index = 0; index < 3; index++) waits.push(await front.countOperation(from('192.0.2.9'), 'dcp', 'reading'));
    expect(waits).toEqual([null, null, expect.any(Number)]);
    expect(await front.countOperation(from('192.0.2.9'), 'dcp', 'creation')).toBeNull();
    expect(await front.countOperation(from('192.0.2.9'), null, 'reading')).toBeNull();
  });

  it('count an IPv6 network as one, however it is written', async () => {
    const { url } = await openFront({ rates: createRateCounter({ ...few, address: { requests: 3, seconds: 60 } }) });
    const found = [];
    for (const address of [
      '2001:db8:0:1::1',
      '2001:0db8::1:ffff:0:0:2',
      '2001:db8:0:1:aaaa::',
      '2001:db8:0:1::4',
      '2001:db8:0:2::1',
    ])
      found.push(...(await statuses(url, ['/a'], { 'X-Test-Address': address })));
    expect(found).toEqual([200, 200, 200, 429, 200]);
  });

  it('are off without a counter', async () => {
    const { url } = await openFront({ rates: null });
    expect(await statuses(url, Array(20).fill(legacy), {})).toEqual(Array(20).fill(200));
  });
});
