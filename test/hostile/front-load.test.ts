import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { defaultRates } from '../../src/config/schema/limits.ts';
import { createRateCounter, type Rates } from '../../src/http/rates.ts';
import { anonymous } from '../../src/kernel/caller.ts';
import { openFront } from '../support/hostile/front.ts';
import { exchangeRaw } from '../support/hostile/raw-exchange.ts';
import { isExhaustive } from '../support/sample.ts';

/** What the gateway refuses before it parses, authenticates or looks anything up. */

const second = 'GET /second HTTP/1.1\r\nHost: a\r\n\r\n';

/** Six connections that have sent this, and wait. */
async function sendersOf(head: string, url: string, front: Awaited<ReturnType<typeof openFront>>['front']) {
  const senders = Array.from({ length: 6 }, () => connect(Number(new URL(url).port), '127.0.0.1'));
  for (const socket of senders) socket.write(head);
  await expect.poll(() => front.openResponses().length).toBe(6);
  return senders;
}

async function expectServed(url: string, lookEveryMs: number): Promise<void> {
  for (let looks = 0; looks < 5; looks++) {
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    expect((await fetch(`${url}/a`)).status).toBe(200);
  }
}

describe('overload', () => {
  it('is answered 503 before anything is done, while liveness answers, and passes', async () => {
    const overload = { eventLoopDelayMs: 50, waitingRequests: 500, lookEveryMs: 150 };
    const { url, seen } = await openFront({ overload });
    expect((await fetch(`${url}/a`)).status).toBe(200);
    const blocked = setInterval(() => {
      for (const end = performance.now() + 120; performance.now() < end; );
    }, 0);
    await expect.poll(async () => (await fetch(`${url}/b`)).status).toBe(503);
    const count = seen.length;
    const refused = await fetch(`${url}/graphql`, { method: 'POST', body: '{}' });
    const live = await fetch(`${url}/health/live`);
    clearInterval(blocked);
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '1']);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED' } }] });
    expect(live.status).toBe(200);
    expect(seen.slice(count)).toEqual(['/health/live']);
    await expect.poll(async () => (await fetch(`${url}/c`)).status).toBe(200);
  });

  it('is not one large job: what comes right after it is served', async () => {
    const overload = { eventLoopDelayMs: 100, waitingRequests: 500, lookEveryMs: 250 };
    const { url } = await openFront({ overload });
    for (let jobs = 0; jobs < (isExhaustive ? 3 : 1); jobs++) {
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
    await expect.poll(async () => (await fetch(`${url}/a`)).status).toBe(200);
  });

  it('is not a body that its sender sends slowly', async () => {
    const overload = { eventLoopDelayMs: 10_000, waitingRequests: 3, lookEveryMs: 20 };
    const { url, front } = await openFront({ overload });
    const senders = await sendersOf('POST /never HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\na', url, front);
    await expectServed(url, overload.lookEveryMs);
    for (const socket of senders) socket.write('b');
    await expect.poll(async () => (await fetch(`${url}/a`)).status).toBe(503);
    for (const socket of senders) socket.destroy();
  });

  it('is also a queue of bodies that the gateway has not read yet, however large', async () => {
    const overload = { eventLoopDelayMs: 10_000, waitingRequests: 3, lookEveryMs: 20 };
    const count = (name: string) => (name === 'notification' ? new Promise<null>(() => {}) : Promise.resolve(null));
    const { url } = await openFront({ overload, rates: { count, close: async () => undefined } });
    const controller = new AbortController();
    for (const size of [1, 1000, 200_000, 500_000]) {
      const init = { method: 'POST', body: 'a'.repeat(size), signal: controller.signal };
      fetch(`${url}/notify/a`, init).catch(() => undefined);
    }
    await expect.poll(async () => (await fetch(`${url}/a`)).status).toBe(503);
    controller.abort();
    await expect.poll(async () => (await fetch(`${url}/a`)).status).toBe(200);
  });

  it('is not what waits for its refusal on purpose', async () => {
    const overload = { eventLoopDelayMs: 10_000, waitingRequests: 3, lookEveryMs: 20 };
    const none = { requests: 0, seconds: 60 };
    const rates = createRateCounter({ ...defaultRates, notification: none });
    const { url, front } = await openFront({ overload, rates, refuseAfterMs: 3_600_000 });
    const delayed = await sendersOf('GET /notify/paybox HTTP/1.1\r\nHost: a\r\n\r\n', url, front);
    await expectServed(url, overload.lookEveryMs);
    for (const socket of delayed) socket.destroy();
    await expect.poll(() => front.openResponses().length).toBe(0);
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
