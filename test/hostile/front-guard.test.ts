import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createLimitedServer, defaultServerLimits } from '../../src/http/server.ts';
import { openFront } from '../support/hostile/front.ts';
import { exchangeRaw } from '../support/hostile/raw-exchange.ts';

/** What the gateway refuses before it parses, authenticates or looks anything up. */

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
    expect(answered.ms).toBeLessThan(endless.ms - 500);
    expect([other.status, other.closed]).toEqual([408, true]);
  });

  it.each([
    ['a header that is too long', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(17_000)}\r\n\r\n`, 431],
    [
      'a body that says it is too large, before it is sent',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\nabc',
      413,
    ],
  ])('end %s', async (_what, bytes, status) => {
    const { url, seen } = await openFront();
    const answer = await exchangeRaw(url, bytes, { waitMs: 1000 });
    expect([answer.status, answer.closed, seen]).toEqual([status, true, []]);
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
    const held = [0, 1].map(() => connect(Number(new URL(url).port), '127.0.0.1'));
    // They are accepted in the order in which they came.
    await Promise.all(held.map((socket) => once(socket, 'connect')));
    expect(await exchangeRaw(url, second, { waitMs: 5_000 })).toMatchObject({ status: 503, closed: true });
    for (const socket of held) socket.destroy();
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
    const [blank, text] = ['mon comptoir', 'télévente'].map((path) => `GET /${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
    for (const bytes of [latin, text ?? '', blank ?? '']) {
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
