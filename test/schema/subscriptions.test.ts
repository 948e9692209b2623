import { createServer, get, type ServerResponse } from 'node:http';
import type { ExecutionResult } from 'graphql';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { anonymous } from '../../src/kernel/caller.ts';
import { createStreamGuard } from '../../src/schema/server/guard/stream-guard.ts';
import { startGateway } from '../support/gateway.ts';
import { serving } from '../support/http/serving.ts';
import { openForGroup } from '../support/open-for.ts';
import { initiated } from '../support/requests.ts';

/** Streams of server-sent events: how many, how long, and for whom. */

let paymentId: string;
const gateway = openForGroup(() => startGateway());
beforeAll(async () => {
  paymentId = (await initiated(gateway)).payment.id;
});

async function subscribe(
  to = gateway,
  id = paymentId,
  afterEvent: string | null = null,
): Promise<{ response: Response; leave: () => void }> {
  const controller = new AbortController();
  const response = await to.get('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
    body: JSON.stringify({
      query:
        'subscription ($id: ID!, $after: String) { paymentUpdated(id: $id, afterEvent: $after) { sequence type } }',
      variables: { id, after: afterEvent },
    }),
    signal: controller.signal,
  });
  return { response, leave: () => controller.abort() };
}

describe('a stream', () => {
  it('tells what happened, and then that it lives', async () => {
    const { response, leave } = await subscribe();
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString();
      if (/INITIATED.*\n:\n/s.test(text)) break;
    }
    expect(response.headers.get('Content-Type')).toBe('text/event-stream');
    expect(text).toContain('"type":"INITIATED"');
    leave();
  });

  it.each([
    ['that was never', async () => `evt_${'0'.repeat(32)}`],
    ['that is no id', async () => 'last'],
    ['that is not there yet', async () => '2'],
    [
      'of another payment',
      async () => (await gateway.store.eventsOf((await initiated(gateway)).payment.id, 0, 1))[0]?.id ?? '',
    ],
  ])('after an event %s is refused, and reveals nothing', async (_which, event) => {
    const { response } = await subscribe(gateway, paymentId, await event());
    const text = await response.text();
    expect(text).toContain('No event of this payment has this cursor or id.');
    expect(text).toContain('BAD_USER_INPUT');
    expect(text).not.toContain('INITIATED');
  });

  it('of a payment that is not there is refused', async () => {
    const { response } = await subscribe(gateway, `pay_${'0'.repeat(32)}`);
    expect(await response.text()).toContain('There is no such payment.');
  });

  it('that fails says no more than any other answer', async () => {
    await using broken = await startGateway();
    const { payment } = await initiated(broken);
    const { response } = await subscribe(broken, payment.id);
    await broken.store.close();
    const text = await response.text();
    const requestId = response.headers.get('X-Request-Id');
    expect(text).toContain('"type":"INITIATED"');
    expect(text).toContain('"message":"Unexpected error."');
    expect(text).toContain(`"extensions":{"code":"INTERNAL_SERVER_ERROR","requestId":"${requestId}"}`);
    expect(text).not.toMatch(/database|closed|stack/);
    expect(broken.logs).toContainEqual(expect.objectContaining({ request: requestId, fault: expect.any(String) }));
  });

  it('is one of a hundred of a client; who leaves makes room', async () => {
    const streams = await Promise.all(Array.from({ length: 100 }, () => subscribe()));
    expect(streams.map(({ response }) => response.status)).toEqual(Array(100).fill(200));
    const { response } = await subscribe();
    expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '10']);
    expect(await response.text()).toContain('TOO_MANY_SUBSCRIPTIONS');
    streams.pop()?.leave();
    const tryAgain = async () => {
      const stream = await subscribe();
      streams.push(stream);
      return stream.response.status;
    };
    await expect.poll(tryAgain).toBe(200);
    for (const { leave } of streams) leave();
    expect(gateway.logs.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });

  it('of a client that left while it was asked how often it comes takes no place, and nothing watches it', async () => {
    const guard = createStreamGuard({ perClient: 1, patienceMs: 50 });
    const open = (response: ServerResponse): string[] => {
      const args = { contextValue: { caller: anonymous, res: response } };
      const messages: string[] = [];
      const setResultAndStopExecution = ({ errors = [] }: ExecutionResult) =>
        messages.push(...errors.map(({ message }) => message));
      void guard.onSubscribe?.({ args, setResultAndStopExecution } as never);
      return messages;
    };
    const responses: ServerResponse[] = [];
    const { port, close } = await serving(createServer((_request, response) => responses.push(response)));
    const [leaving, staying] = ['/leaving', '/staying'].map((path) => get({ port, host: '127.0.0.1', path }));
    leaving?.on('error', () => undefined);
    staying?.on('error', () => undefined);
    await expect.poll(() => responses.length).toBe(2);
    leaving?.destroy();
    const [gone, here] = responses.toSorted((a) => (a.req.url === '/leaving' ? -1 : 1)) as ServerResponse[];
    await expect.poll(() => gone?.closed).toBe(true);
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      expect(open(gone as ServerResponse)).toEqual(['The client has left.']);
      expect(vi.getTimerCount()).toBe(0);
      expect(open(here as ServerResponse)).toEqual([]);
      expect(open(here as ServerResponse)).toEqual(['A client has 1 open subscriptions at most.']);
      await close();
      await expect.poll(() => here?.closed).toBe(true);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
      await close();
    }
  });

  it('of a reader that does not read is dropped, and one that reads is not', async () => {
    const guard = createStreamGuard({ perClient: 2, patienceMs: 50 });
    const open = (response: ServerResponse) => {
      const args = { contextValue: { caller: anonymous, res: response } };
      const refused: unknown[] = [];
      void guard.onSubscribe?.({ args, setResultAndStopExecution: (result: unknown) => refused.push(result) } as never);
      expect(refused).toEqual([]);
    };
    const responses: ServerResponse[] = [];
    const server = createServer((request, response) => {
      responses.push(response);
      open(response);
      response.write(request.url === '/much' ? 'x'.repeat(16 * 1024 * 1024) : ':\n\n');
    });
    const { port, close } = await serving(server);
    const paused = get({ port, host: '127.0.0.1', path: '/much' }, (message) => message.pause());
    const reading = get({ port, host: '127.0.0.1', path: '/little' }, (message) => message.resume());
    paused.on('error', () => undefined);
    reading.on('error', () => undefined);
    await expect
      .poll(() => responses.map(({ destroyed, req }) => [req.url, destroyed]).sort())
      .toEqual([
        ['/little', false],
        ['/much', true],
      ]);
    await close();
  });
});
