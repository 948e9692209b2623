import type { LookupAddress } from 'node:dns';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLoopback } from '../../src/config/networks.ts';
import type { Resolve } from '../../src/http/outgoing/checked-connect.ts';
import { createSandboxCalls } from '../../src/http/outgoing/sandbox-calls.ts';

/** A form may name any address, and its sender may be a stranger: the sandbox calls this machine and the gateway. */

const reached: string[] = [];
const shop = createServer((request, response) => {
  reached.push(`${request.method} ${request.headers.host} ${request.url}`);
  const elsewhere = request.url === '/elsewhere' && { Location: `http://0.0.0.0:${port()}/landed` };
  response.writeHead(elsewhere ? 302 : 200, { ...elsewhere }).end('taken');
});
const port = (): number => (shop.address() as AddressInfo).port;
beforeAll(async () => {
  await new Promise<void>((resolve) => shop.listen(0, resolve));
});
afterAll(() => {
  shop.closeAllConnections();
  shop.close();
});

/** A name server of its own: each name has its addresses, and `rebinding` another one at each question. */
const names: Readonly<Record<string, readonly string[]>> = {
  'loopback.example': ['127.0.0.1'],
  'private.example': ['10.0.0.1'],
  'both.example': ['127.0.0.1', '192.0.2.1'],
  'public.example': ['192.0.2.1'],
  'mapped.example': ['::ffff:10.0.0.1'],
};
let asked = 0;
const resolve: Resolve = (hostname, _options, callback) => {
  const addresses = hostname === 'rebinding.example' ? [asked++ === 0 ? '127.0.0.1' : '0.0.0.0'] : names[hostname];
  const found = addresses?.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 }));
  if (found) callback(null, found);
  else callback(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), []);
};

const calls = createSandboxCalls({ ownUrl: 'http://gateway.example:4000/base', mayCall: isLoopback, resolve });
afterAll(() => calls.close());

/** The status, or the code of why there is none. */
const send = (url: string, request = calls): Promise<number | string> =>
  request.send({ url, method: 'POST', headers: {}, body: 'a=b', signal: AbortSignal.timeout(5_000) }).then(
    ({ status }) => status,
    (error: Error & { code?: string }) => error.code ?? error.name,
  );

describe('the calls of the sandbox', () => {
  it.each(['127.0.0.1', '[::1]', '127.8.9.10', 'localhost', 'loopback.example'])('reach %s', async (host) => {
    const url = `http://${host}:${port()}/ipn`;
    const found = host === 'localhost' ? createSandboxCalls({ ownUrl: 'http://a', mayCall: isLoopback }) : calls;
    expect(await found.mayCall(url)).toBe(true);
    expect([await send(url, found), reached.splice(0)]).toEqual([200, [`POST ${host}:${port()} /ipn`]]);
  });

  it.each([
    '0.0.0.0',
    '[::]',
    '10.0.0.1',
    '169.254.169.254',
    '192.0.2.1',
    '[::ffff:10.0.0.1]',
    '[2001:db8::1]',
    'private.example',
    'public.example',
    'mapped.example',
    'both.example',
    'nowhere.example',
  ])('do not reach %s', async (host) => {
    const url = `http://${host}:${port()}/ipn`;
    expect(await calls.mayCall(url)).toBe(false);
    expect(await send(url)).toBe(host === 'nowhere.example' ? 'ENOTFOUND' : 'ADDRESS_REFUSED');
    expect(reached).toEqual([]);
  });

  it('connect to the address that was checked, also where the name has another one a moment later', async () => {
    const url = `http://rebinding.example:${port()}/ipn`;
    expect(await calls.mayCall(url)).toBe(true);
    expect([await send(url), reached]).toEqual(['ADDRESS_REFUSED', []]);
  });

  it('do not follow a redirect', async () => {
    expect(await send(`http://127.0.0.1:${port()}/elsewhere`)).toBe(302);
    expect(reached.splice(0)).toEqual([`POST 127.0.0.1:${port()} /elsewhere`]);
  });

  it('reach the gateway under whatever address its name has, and not another port of it', async () => {
    const own = createSandboxCalls({ ownUrl: `http://0.0.0.0:${port()}/base`, mayCall: isLoopback });
    expect(await own.mayCall(`http://0.0.0.0:${port()}/notify/paybox`)).toBe(true);
    expect(await send(`http://0.0.0.0:${port()}/notify/paybox`, own)).toBe(200);
    expect(await send(`http://0.0.0.0:${port() + 1}/`, own)).toBe('ADDRESS_REFUSED');
    await own.close();
    expect(await calls.mayCall('http://gateway.example:4000/notify/paybox')).toBe(true);
    expect(await calls.mayCall('http://gateway.example.evil.example:4000/')).toBe(false);
  });
});
