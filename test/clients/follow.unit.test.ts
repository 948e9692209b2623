import { describe, expect, it, vi } from 'vitest';
import { type FollowOptions, followPayment } from '../../clients/typescript/src/follow.ts';
import { createClient } from '../../clients/typescript/src/index.ts';
import { readEvents } from '../../clients/typescript/src/sse.ts';
import { fakeTimers, fault, json, lost, proxy, type Reply } from '../support/clients/fake-answers.ts';

fakeTimers();

const streamOf = (parts: readonly (string | Uint8Array)[], ends: boolean): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(typeof part === 'string' ? new TextEncoder().encode(part) : part);
      if (ends) controller.close();
    },
  });
const next = (id: string, status: string): string =>
  `event: next\nid: ${id}\ndata: {"data":{"paymentUpdated":{"id":"${id}","status":"${status}"}}}\n\n`;
const stream =
  (parts: readonly string[], ends = true): Reply =>
  () =>
    new Response(streamOf(parts, ends), { headers: { 'content-type': 'text/event-stream' } });
const standing = (isFinal: boolean, later: number, more: object = {}): Reply =>
  json({
    data: {
      payment: {
        ...{ isFinal, events: { edges: Array.from({ length: later }, () => ({ node: { id: 'later' } })) }, ...more },
      },
    },
  });

/** Follows a payment of a gateway that gives these streams, and these answers to where the payment stands. */
async function follow(streams: readonly Reply[], standings: readonly Reply[], options: FollowOptions = {}) {
  const [streamsLeft, standingsLeft] = [[...streams], [...standings]];
  const asked: (string | null)[] = [];
  const fetch = async (_url: unknown, init: RequestInit = {}): Promise<Response> => {
    const isStream = new Headers(init.headers).get('accept') === 'text/event-stream';
    if (isStream) asked.push(JSON.parse(String(init.body)).variables.afterEvent);
    const left = isStream ? streamsLeft : standingsLeft;
    const reply = left.shift();
    if (!reply) throw new Error('nothing more is asked');
    return reply();
  };
  const client = createClient({ url: 'https://pay.example', fetch: fetch as typeof globalThis.fetch });
  const events: string[] = [];
  const followed = (async () => {
    for await (const { id, status } of followPayment(client, 'pay_1', options)) events.push(`${id} ${status}`);
  })().then(
    () => 'over',
    (error: unknown) => error,
  );
  for (let round = 0; round < 200; round++) await vi.advanceTimersByTimeAsync(5000);
  return { events, asked, end: await followed, left: standingsLeft.length + streamsLeft.length };
}

/** Never answers. */
const silent = ({ signal }: RequestInit) =>
  new Promise<Response>((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });

describe('followPayment', () => {
  it('asks again where no answer comes to its request', async () => {
    let asked = 0;
    const fetch = async (_url: unknown, init: RequestInit = {}): Promise<Response> =>
      ++asked === 1 ? silent(init) : fault('NOT_FOUND', 404)();
    const client = createClient({ url: 'https://pay.example', fetch: fetch as typeof globalThis.fetch });
    const refused = expect(followPayment(client, 'pay_1').next()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await vi.advanceTimersByTimeAsync(40_000);
    expect(asked).toBe(2);
    await refused;
  });

  it('asks again for a key that does not come, until its caller gives up', async () => {
    const key = vi.fn(() => new Promise<string>(() => undefined));
    const stop = new AbortController();
    const next = followPayment(createClient({ url: 'https://pay.example', key }), 'pay_1', stop).next();
    await vi.advanceTimersByTimeAsync(40_000);
    expect(key).toHaveBeenCalledTimes(2);
    stop.abort();
    expect(await next).toEqual({ done: true, value: undefined });
  });

  it('ends at once where its caller gives up while it asks how the payment stands', async () => {
    let asked = 0;
    const fetch = async (_url: unknown, init: RequestInit = {}): Promise<Response> =>
      ++asked === 1 ? stream([next('a', 'PAID')])() : silent(init);
    const client = createClient({ url: 'https://pay.example', fetch: fetch as typeof globalThis.fetch });
    const stop = new AbortController();
    const followed = followPayment(client, 'pay_1', { signal: stop.signal });
    await followed.next();
    const last = followed.next();
    await vi.advanceTimersByTimeAsync(10);
    stop.abort();
    expect([await last, asked]).toEqual([{ done: true, value: undefined }, 2]);
  });

  it('goes on after an outage that is longer than the retries of a request', async () => {
    const outage = Array.from({ length: 12 }, (_, index) => (index % 2 ? lost : proxy));
    const { events, asked, end, left } = await follow(
      [stream([next('a', 'REQUIRES_ACTION')]), lost, proxy, stream([next('b', 'PAID')])],
      [...outage, standing(false, 0), standing(false, 0), standing(false, 0), standing(true, 0)],
    );
    expect([events, asked, end, left]).toEqual([['a REQUIRES_ACTION', 'b PAID'], [null, 'a', 'a', 'a'], 'over', 0]);
  });

  it('does not take a refusal in the middle of the story for its end', async () => {
    const replayed = stream([next('a', 'REFUSED'), next('b', 'REQUIRES_ACTION'), next('c', 'PAID')], false);
    const { events, end } = await follow([replayed], [standing(true, 2), standing(true, 0)]);
    expect([events, end]).toEqual([['a REFUSED', 'b REQUIRES_ACTION', 'c PAID'], 'over']);
  });

  const mayBePaid = standing(true, 0, { mayStillBePaid: true });
  const settled = standing(true, 0, { mayStillBePaid: false });

  it('goes on after a refusal until the payment is settled', async () => {
    const told = stream([next('a', 'REFUSED'), next('b', 'REQUIRES_ACTION'), next('c', 'PAID')], false);
    const followed = await follow([told], [mayBePaid, settled], { until: 'SETTLED' });
    expect([followed.events, followed.end]).toEqual([['a REFUSED', 'b REQUIRES_ACTION', 'c PAID'], 'over']);
    const final = await follow([told], [mayBePaid]);
    expect([final.events, final.end]).toEqual([['a REFUSED'], 'over']);
  });

  it('has settled a payment that cannot be paid any more', async () => {
    const { events, end } = await follow([stream([next('a', 'EXPIRED')], false)], [settled], { until: 'SETTLED' });
    expect([events, end]).toEqual([['a EXPIRED'], 'over']);
  });

  it('looks again whether a refused payment can be paid, since no event says that its time is over', async () => {
    const clock = vi.spyOn(performance, 'now');
    const refused: Reply = () => {
      const body = new ReadableStream<Uint8Array>({
        async start(controller) {
          controller.enqueue(new TextEncoder().encode(next('a', 'REFUSED')));
          await new Promise((resolve) => setTimeout(resolve, 12_000));
          clock.mockReturnValue(Number.MAX_SAFE_INTEGER);
          controller.enqueue(new TextEncoder().encode(':\n\n'));
        },
      });
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
    };
    const { events, end, left } = await follow([refused], [mayBePaid, settled], { until: 'SETTLED' });
    clock.mockRestore();
    expect([events, end, left]).toEqual([['a REFUSED'], 'over', 0]);
  });

  it('opens a silent connection again', async () => {
    const { events, end } = await follow(
      [stream([next('a', 'REQUIRES_ACTION')], false), stream([next('b', 'PAID')], false)],
      [standing(false, 0), standing(true, 0)],
    );
    expect([events, end]).toEqual([['a REQUIRES_ACTION', 'b PAID'], 'over']);
  });

  it('waits while the gateway has too many streams', async () => {
    const full = fault('TOO_MANY_SUBSCRIPTIONS', 429, {}, { 'retry-after': '10' });
    const { events, end } = await follow([full, full, stream([next('a', 'PAID')])], [standing(true, 0)]);
    expect([events, end]).toEqual([['a PAID'], 'over']);
  });

  it('ends with a final status that only a newer gateway has', async () => {
    const beating: Reply = () => {
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(new TextEncoder().encode(next('a', 'BRAND_NEW'))),
        async pull(controller) {
          await new Promise((resolve) => setTimeout(resolve, 12_000));
          controller.enqueue(new TextEncoder().encode(':\n\n'));
        },
      });
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
    };
    const { events, end } = await follow([beating], [standing(true, 0)]);
    expect([events, end]).toEqual([['a BRAND_NEW'], 'over']);
  });

  it('throws what will not pass', async () => {
    const { end } = await follow([fault('UNAUTHENTICATED', 401)], []);
    expect(end).toMatchObject({ name: 'GatewayError', code: 'UNAUTHENTICATED' });
  });
});

it('reads events however they are cut, with every line end, and leaves comments out', async () => {
  const text = ':\n\nevent: next\nid: é\ndata: 1\ndata:2\n\n: beat\r\n\r\nevent: complete\r\ndata\r\n\r\n';
  const expected = [
    { event: 'next', data: '1\n2', id: 'é' },
    { event: 'complete', data: '', id: null },
  ];
  const bytes = new TextEncoder().encode(text);
  for (let cut = 0; cut <= bytes.length; cut++) {
    const events: unknown[] = [];
    for await (const event of readEvents(streamOf([bytes.slice(0, cut), bytes.slice(cut)], true), 1000)) {
      events.push(event);
    }
    expect([cut, events]).toEqual([cut, expected]);
  }
});
