import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Payment } from '../../src/modules/payments/payment.ts';
import type { StreamLimits } from '../../src/pages/streams.ts';
import { type PagesServer, startPages } from '../support/pages/pages-server.ts';

/** What the customer's page listens to, read as an EventSource would. */

let server: PagesServer;
const leaving: AbortController[] = [];
afterEach(async () => {
  for (const controller of leaving.splice(0)) controller.abort();
  await server.close();
});

const start = async (payment: Partial<Payment> = {}, streamLimits: Partial<StreamLimits> = {}): Promise<void> => {
  server = await startPages({ payment, streamLimits });
};

type Listener = {
  readonly status: number;
  readonly headers: Headers;
  /** The next message, comments included; null at the end of the stream. */
  readonly next: () => Promise<string | null>;
  readonly leave: () => void;
};

async function listen(headers: Record<string, string> = {}, query = ''): Promise<Listener> {
  const controller = new AbortController();
  leaving.push(controller);
  const { signal } = controller;
  const response = await fetch(`${server.origin}/pay/${server.token}/events${query}`, { headers, signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (): Promise<string | null> => {
    while (!text.includes('\n\n')) {
      const part = await reader?.read();
      if (part === undefined || part.done) return null;
      text += part.value;
    }
    const end = text.indexOf('\n\n');
    const message = text.slice(0, end);
    text = text.slice(end + 2);
    return message;
  };
  return { status: response.status, headers: response.headers, next, leave: () => controller.abort() };
}

const said = (sequence: number, status: string, isFinal: boolean): string =>
  `id: ${sequence}\nevent: status\ndata: {"status":"${status}","isFinal":${isFinal},"sequence":${sequence}}`;
const end = 'event: end\ndata: {}';
const nobodyFollows = () => expect.poll(() => server.followers()).toBe(0);

/** A reader that takes nothing loses its stream, and another gets one. */
async function expectUnreadDropped(): Promise<void> {
  for (let count = 0; count < 150_000; count++) server.turn(count % 2 ? 'REQUIRES_ACTION' : 'PENDING');
  const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
  socket.pause();
  socket.write(`GET /pay/${server.token}/events HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: 1\r\n\r\n`);
  await expect.poll(() => server.followers()).toBe(1);
  await nobodyFollows();
  await expect.poll(async () => (await listen()).status).toBe(200);
  socket.destroy();
}

describe('the events of a payment', () => {
  it('tell at once where it stands, then each change, and end with a final status', async () => {
    await start();
    const listener = await listen();
    expect(listener.status).toBe(200);
    expect(Object.fromEntries(listener.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    expect(await listener.next()).toBe(said(1, 'REQUIRES_ACTION', false));
    server.turn('PENDING');
    expect(await listener.next()).toBe(said(2, 'PENDING', false));
    server.turn('PAID');
    expect(await listener.next()).toBe(said(3, 'PAID', true));
    expect(await listener.next()).toBe(end);
    expect(await listener.next()).toBeNull();
    await nobodyFollows();
  });

  it('of a payment that has ended are one, without a follower', async () => {
    await start({ status: 'REFUSED', version: 4 });
    const listener = await listen();
    expect([await listener.next(), await listener.next(), await listener.next()]).toEqual([
      said(4, 'REFUSED', true),
      end,
      null,
    ]);
    expect(server.followers()).toBe(0);
  });

  it('reach every listener', async () => {
    await start();
    const listeners = await Promise.all([listen(), listen(), listen()]);
    for (const listener of listeners) await listener.next();
    server.turn('CANCELLED');
    for (const listener of listeners) expect(await listener.next()).toBe(said(2, 'CANCELLED', true));
  });

  it('are not followed for a HEAD, though its connection stays open', async () => {
    await start();
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
    socket.write(`HEAD /pay/${server.token}/events HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.followers()).toBe(0);
    socket.destroy();
  });

  it('are not there for an unknown token', async () => {
    await start();
    const response = await fetch(`${server.origin}/pay/${'x'.repeat(22)}/events`);
    expect([response.status, await response.text()]).toEqual([404, '']);
    expect((await fetch(`${server.origin}/pay/x/events`)).status).toBe(404);
  });
});

describe('a browser whose customer says to have paid', () => {
  it('is not left at a refusal, but at what comes of it', async () => {
    await start();
    server.turn('REFUSED');
    const listener = await listen({}, '?awaits=money');
    expect(await listener.next()).toBe(said(2, 'REFUSED', true));
    server.turn('PENDING');
    expect(await listener.next()).toBe(said(3, 'PENDING', false));
    server.turn('PAID');
    expect(await listener.next()).toBe(said(4, 'PAID', true));
    expect(await listener.next()).toBe(end);
  });
});

describe('a browser that connects again', () => {
  it.each([
    ['gets what it missed, in order, and what comes after', 'PENDING', false, 'AUTHORIZED'],
    ['is not left at a refusal after which the customer tried again', 'REFUSED', true, 'REQUIRES_ACTION'],
  ] as const)('%s', async (_what, missed, isFinal, last) => {
    await start();
    for (const status of [missed, last]) server.turn(status);
    const listener = await listen({ 'Last-Event-ID': '1' });
    expect(await listener.next()).toBe(said(2, missed, isFinal));
    expect(await listener.next()).toBe(said(3, last, false));
    server.turn('PAID');
    expect(await listener.next()).toBe(said(4, 'PAID', true));
    expect(await listener.next()).toBe(end);
  });

  it('gets the end that it missed', async () => {
    await start();
    for (const status of ['PENDING', 'PAID'] as const) server.turn(status);
    const listener = await listen({ 'Last-Event-ID': '2' });
    expect([await listener.next(), await listener.next(), await listener.next()]).toEqual([
      said(3, 'PAID', true),
      end,
      null,
    ]);
  });

  it.each(['2', '99', '-1', '1e0', '0x1', ' ', 'NaN', '1,1', '9999999999999999999999'])(
    'with the id %j gets where the payment stands',
    async (id) => {
      await start();
      server.turn('PENDING');
      const listener = await listen({ 'Last-Event-ID': id });
      expect(await listener.next()).toBe(said(2, 'PENDING', false));
      server.turn('PAID');
      expect(await listener.next()).toBe(said(3, 'PAID', true));
    },
  );

  it('gets a thousand missed events as fast as it reads', async () => {
    await start();
    for (let count = 0; count < 1000; count++) server.turn(count % 2 ? 'REQUIRES_ACTION' : 'PENDING');
    const listener = await listen({ 'Last-Event-ID': '1' });
    for (let sequence = 2; sequence <= 1001; sequence++) {
      expect(await listener.next()).toBe(said(sequence, sequence % 2 ? 'REQUIRES_ACTION' : 'PENDING', false));
    }
  });
});

describe('a listener that leaves', () => {
  it('leaves no listener', async () => {
    await start();
    const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const [first, ...others] = await Promise.all(Array.from({ length: 10 }, () => listen()));
    const timersWhileListening = timers();
    expect(server.followers()).toBe(10);
    first?.leave();
    await expect.poll(() => server.followers()).toBe(9);
    for (const listener of others) listener.leave();
    await nobodyFollows();
    // Other timers come and go meanwhile; each stream had one of its own.
    expect(timers()).toBeLessThan(timersWhileListening - 5);
  });

  it('while its payment is looked up, leaves no listener', async () => {
    await start({}, { total: 1 });
    const held = server.hold();
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
    socket.write(`GET /pay/${server.token}/events HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    await held.isAsked;
    socket.destroy();
    await once(socket, 'close');
    await new Promise((resolve) => setTimeout(resolve, 50));
    held.release();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.followers()).toBe(0);
    expect((await listen()).status).toBe(200);
  });

  it('by not reading any more, is dropped', async () => {
    await start({}, { heartbeatMs: 400, perLink: 1 });
    await expectUnreadDropped();
  });

  it('because the record cannot be read, is cut off and can come again', async () => {
    await start({}, { total: 1 });
    const listener = await listen();
    await listener.next();
    server.failReads();
    await expect(listener.next()).rejects.toThrow();
    await nobodyFollows();
    expect((await listen()).status).toBe(200);
  });
});

describe('a stream', () => {
  it('has a heartbeat, so that nothing on the way takes it for dead', async () => {
    await start({}, { heartbeatMs: 20 });
    const listener = await listen();
    await listener.next();
    expect(await listener.next()).toBe(': still there');
    expect(await listener.next()).toBe(': still there');
  });

  it('ends after a while without saying so, and the browser that comes again is asked for its link anew', async () => {
    await start({}, { longestMs: 50 });
    const listener = await listen();
    expect(await listener.next()).toBe(said(1, 'REQUIRES_ACTION', false));
    expect(await listener.next()).toBeNull();
    await nobodyFollows();
    const again = await listen({ 'Last-Event-ID': '1' });
    expect(await again.next()).toBe(said(1, 'REQUIRES_ACTION', false));
  });

  it('that ended is dropped where its reader does not take the rest', async () => {
    await start({}, { heartbeatMs: 400, longestMs: 300, perLink: 1 });
    await expectUnreadDropped();
  });

  it.each([
    ['link', { perLink: 2 }],
    ['address', { perAddress: 2 }],
    ['client', { perClient: 2 }],
    ['gateway', { total: 2 }],
  ])('is refused where the %s has too many, until one leaves', async (_name, limits) => {
    await start({}, limits);
    const [first] = await Promise.all([listen(), listen()]);
    const refused = await listen();
    expect([refused.status, refused.headers.get('Retry-After'), await refused.next()]).toEqual([503, '5', null]);
    expect(server.followers()).toBe(2);
    first?.leave();
    await expect.poll(async () => (await listen()).status).toBe(200);
  });

  it('is refused for the address that has its share, and not for another', async () => {
    await start({}, { perAddress: 1 });
    const from = async (address: string) => (await listen({ 'X-Test-Address': address })).status;
    expect([await from('192.0.2.1'), await from('192.0.2.1'), await from('192.0.2.2')]).toEqual([200, 503, 200]);
    expect(server.refusedStreams).toEqual(['address']);
  });
});
