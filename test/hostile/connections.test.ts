import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { customerNetworkOf, networkOf, plainSocketAddress } from '../../src/http/address-network.ts';
import { type ConnectionCounts, newConnectionCounts } from '../../src/http/connection-shares.ts';
import { createLimitedServer, defaultServerLimits, type ServerLimits } from '../../src/http/server.ts';

/** Who keeps a connection and who does not, where one sender wants all of them. */

type Held = {
  readonly socket: Socket;
  /** What came back, once the server has closed it. */
  readonly closed: Promise<string>;
  readonly isClosed: () => boolean;
};

let server: Server;
let counts: ConnectionCounts;
let sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
  server.closeAllConnections();
  server.close();
});

/** Answers everything at once but `/never`, and bodies once they are there. */
async function open(limits: Partial<ServerLimits>): Promise<void> {
  counts = newConnectionCounts();
  const all = { ...defaultServerLimits, keepAliveTimeoutMs: 60_000, refuseAfterMs: 0, ...limits };
  server = createLimitedServer(all, undefined, counts);
  server.on('request', (request, response) => {
    request.resume().once('end', () => request.url !== '/never' && response.end('served'));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
}

/** Connects from a loopback address, sends, and waits until the server has seen the connection. */
async function hold(localAddress: string, bytes = ''): Promise<Held> {
  const accepted = once(server, 'connection');
  const { port } = server.address() as AddressInfo;
  const socket = connect({ port, host: '127.0.0.1', localAddress });
  sockets.push(socket);
  let text = '';
  socket.on('error', () => undefined).on('data', (chunk) => (text += String(chunk)));
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(text)));
  await accepted;
  if (bytes !== '') socket.write(bytes);
  return { socket, closed, isClosed: () => socket.destroyed };
}

const line = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`;
const halfOpen = 'GET / HTTP/1.1\r\nHost:';

async function serving(localAddress: string): Promise<Held> {
  const asked = once(server, 'request');
  const held = await hold(localAddress, line('/never'));
  await asked;
  return held;
}

async function idle(localAddress: string): Promise<Held> {
  const held = await hold(localAddress, line('/'));
  await once(held.socket, 'data');
  return held;
}

async function sendingBody(localAddress: string, path: string): Promise<Held> {
  const asked = once(server, 'request');
  const held = await hold(localAddress, `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n1`);
  await asked;
  return held;
}

async function statusOf(localAddress: string): Promise<number | null> {
  const held = await hold(localAddress, line('/').replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'));
  const text = await held.closed;
  return /^HTTP\/1\.1 (\d{3})/.test(text) ? Number(text.slice(9, 12)) : null;
}

const many = async (count: number, start: (address: string) => Promise<Held>, address: string): Promise<Held[]> => {
  const held: Held[] = [];
  for (let index = 0; index < count; index++) held.push(await start(address));
  return held;
};

const attacker = '127.0.0.1';
const neighbour = '127.0.0.2';
const stranger = '127.9.9.9';

describe('the share of one address', () => {
  it('is refused beyond, with 429, and takes nothing from another address', async () => {
    await open({ connections: 100, connectionsPerAddress: 20 });
    const held = await many(20, serving, attacker);
    const refused = await (await hold(attacker, line('/'))).closed;
    expect(refused).toMatch(/^HTTP\/1\.1 429 .*\r\nConnection: close\r\nRetry-After: 1\r\n/);
    expect(await statusOf(neighbour)).toBe(200);
    expect(held.some(({ isClosed }) => isClosed())).toBe(false);
    expect(counts.refused).toEqual({ address: 1, network: 0, full: 0 });
    held[0]?.socket.destroy();
    await expect.poll(() => statusOf(attacker)).toBe(200);
  });

  it('is that of a network as well: IPv4 /24', async () => {
    await open({ connections: 100, connectionsPerAddress: 20, connectionsPerNetwork: 30 });
    await many(20, serving, attacker);
    await many(10, serving, neighbour);
    expect(await statusOf('127.0.0.3')).toBe(429);
    expect(await statusOf(stranger)).toBe(200);
    expect(counts.refused).toEqual({ address: 0, network: 1, full: 0 });
  });

  it('becomes smaller as fewer connections are free, so that there is always room for the next sender', async () => {
    await open({ connections: 60, connectionsPerAddress: 60, connectionsPerNetwork: null });
    const senders = ['127.0.0.1', '127.1.0.1', '127.2.0.1'];
    const got = [];
    for (const sender of senders) {
      const before = counts.open;
      while (counts.refused.address + counts.refused.full === got.length) await hold(sender, line('/never'));
      got.push(counts.open - before);
    }
    expect(got).toEqual([30, 16, 14]);
  });

  it('is used anew where one of its own connections does nothing', async () => {
    await open({ connections: 100, connectionsPerAddress: 3, slowAfterMs: 0 });
    const [slow, waiting] = [await hold(attacker, halfOpen), await idle(attacker)];
    await serving(attacker);
    const others = await many(2, idle, neighbour);
    expect(await statusOf(attacker)).toBe(200);
    expect([await slow.closed, waiting.isClosed()]).toEqual(['', false]);
    expect(others.some(({ isClosed }) => isClosed())).toBe(false);
    expect(counts.closed).toEqual({ slow: 1, idle: 0 });
  });

  it('is not counted for a proxy, which brings the requests of many', async () => {
    await open({
      connections: 100,
      connectionsPerAddress: 2,
      connectionsPerNetwork: 2,
      isProxy: (it) => it === attacker,
    });
    await many(30, serving, attacker);
    expect(await statusOf(attacker)).toBe(200);
  });

  it('is no limit where none is set: a benchmark has one address', async () => {
    await open({ connections: 100 });
    await many(99, serving, attacker);
    expect(await statusOf(attacker)).toBe(200);
  });
});

describe('where all connections are taken', () => {
  it('those are closed for a new one that send slowly, the oldest first, then those that wait between two requests', async () => {
    await open({ connections: 5, slowAfterMs: 0 });
    const waiting = await idle(stranger);
    const first = await hold(attacker);
    const second = await hold(attacker, halfOpen);
    const body = await sendingBody(neighbour, '/body');
    const served = await serving(attacker);
    for (const [next, ...others] of [
      [first, second, body, waiting],
      [second, body, waiting],
      [body, waiting],
      [waiting],
    ] as const) {
      const newcomer = await serving(stranger);
      await next.closed;
      expect([...others, served, newcomer].map(({ isClosed }) => isClosed())).not.toContain(true);
    }
    expect(await statusOf(stranger)).toBe(503);
    expect(served.isClosed()).toBe(false);
    expect([counts.closed, counts.refused.full]).toEqual([{ slow: 3, idle: 1 }, 1]);
  });

  it('a file that is read is never closed', async () => {
    await open({ connections: 1, slowAfterMs: 0, isUpload: (path) => path === '/bank-files' });
    const upload = await sendingBody(attacker, '/bank-files');
    expect(await statusOf(neighbour)).toBe(503);
    upload.socket.write('23456789');
    await expect.poll(() => counts.closed.idle + counts.closed.slow).toBe(0);
    expect(upload.isClosed()).toBe(false);
  });

  it('a request that only began to arrive is given up for a sender who holds fewer alone', async () => {
    await open({ connections: 4, slowAfterMs: 60_000 });
    const held = await many(4, (address) => hold(address, halfOpen), attacker);
    expect(await statusOf(attacker)).toBe(503);
    expect(held.some(({ isClosed }) => isClosed())).toBe(false);
    expect(await statusOf(neighbour)).toBe(200);
    expect(await held[0]?.closed).toBe('');
  });

  it('those of a proxy are closed last', async () => {
    await open({ connections: 2, isProxy: (address) => address === attacker });
    const proxied = await idle(attacker);
    const direct = await idle(stranger);
    const next = await serving(neighbour);
    await direct.closed;
    await serving(neighbour);
    await proxied.closed;
    expect(next.isClosed()).toBe(false);
  });
});

describe('a refusal', () => {
  it('waits, and one more than may wait is refused at once', async () => {
    await open({ connections: 2, connectionsPerAddress: 1, refuseAfterMs: 60_000 });
    await serving(attacker);
    const waiting = await many(2, (address) => hold(address, line('/')), attacker);
    expect(await statusOf(attacker)).toBe(429);
    expect(waiting.some(({ isClosed }) => isClosed())).toBe(false);
    waiting[0]?.socket.destroy();
    await expect
      .poll(async () => {
        const next = await hold(attacker, line('/'));
        await new Promise((resolve) => setTimeout(resolve, 20));
        return next.isClosed();
      })
      .toBe(false);
  });

  it('does not wait for a sender that left, or that sends without end', async () => {
    await open({ connections: 1, connectionsPerAddress: 1, refuseAfterMs: 60_000 });
    await serving(attacker);
    const endless = await hold(attacker, 'x'.repeat(200_000));
    expect(await endless.closed).toBe('');
    const left = await hold(attacker);
    left.socket.end();
    expect(await left.closed).toBe('');
  });
});

describe('a network', () => {
  it.each([
    ['192.0.2.77', '192.0.2.77', '192.0.2'],
    ['::ffff:192.0.2.77', '192.0.2.77', '192.0.2'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2', '2001:db8:1:2'],
    ['2001:db8:1:2::1', '2001:db8:1:2', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2', '2001:db8:1:2'],
    ['fe80::1%eth0', 'fe80:0:0:0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0', '0:0:0:0'],
  ])('of %s is that of a customer (%s), and that of neighbours (%s)', (address, customer, neighbours) => {
    const plain = plainSocketAddress(address);
    expect([customerNetworkOf(plain), networkOf(plain)]).toEqual([customer, neighbours]);
  });
});
