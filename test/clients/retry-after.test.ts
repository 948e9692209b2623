import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { followPayment } from '../../clients/typescript/src/follow.ts';
import { createClient, GatewayError, GetPaymentDocument } from '../../clients/typescript/src/index.ts';

afterEach(() => void vi.useRealTimers());

/** A gateway that answers each request so, and the client that asks it. */
async function refusing(answer: RequestListener) {
  let asked = 0;
  const server = createServer((request, response) => {
    asked++;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { client: createClient({ url: `http://127.0.0.1:${port}` }), asked: () => asked };
}

const away =
  (retryAfter: string): RequestListener =>
  (_request, response) =>
    response.writeHead(503, { 'content-type': 'application/json', 'retry-after': retryAfter }).end('{}');

describe('a gateway that is away', () => {
  it.each(['0', 'Wed, 21 Oct 2015 07:28:00 GMT', '99999999', '99999999999'])(
    'is not asked all the time for the events of a payment: Retry-After %s',
    async (retryAfter) => {
      const { client, asked } = await refusing(away(retryAfter));
      const stop = new AbortController();
      const over = followPayment(client, 'pay_1', stop).next();
      await sleep(600);
      stop.abort();
      await over;
      expect(asked()).toBeGreaterThan(0);
      expect(asked()).toBeLessThanOrEqual(3);
    },
  );

  it('says in the error how long it wants to be left alone', async () => {
    const { client, asked } = await refusing(away('60'));
    const refused = client.execute(GetPaymentDocument, { id: 'pay_1' });
    await expect(refused).rejects.toMatchObject({ status: 503, retryAfterMs: 60_000 });
    expect(asked()).toBe(1);
  });

  it('is given time before the last try of a request, also with Retry-After 0', async () => {
    const { client, asked } = await refusing(away('0'));
    const begin = performance.now();
    await expect(client.execute(GetPaymentDocument, { id: 'pay_1' })).rejects.toBeInstanceOf(GatewayError);
    expect([asked(), performance.now() - begin > 900]).toEqual([4, true]);
  });
});

it('a refusal whose body stalls is a silence: the events are asked for again', async () => {
  const { client, asked } = await refusing((_request, response) =>
    response.writeHead(503, { 'content-type': 'application/json' }).write('{"err'),
  );
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const stop = new AbortController();
  const over = followPayment(client, 'pay_1', stop).next();
  await vi.waitUntil(() => asked() === 1);
  await vi.advanceTimersByTimeAsync(36_000);
  await vi.waitUntil(async () => {
    await vi.advanceTimersByTimeAsync(500);
    return asked() > 1;
  });
  stop.abort();
  expect(await over).toEqual({ done: true, value: undefined });
});
