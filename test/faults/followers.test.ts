import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/app/store.ts';
import { StoreUnavailableError } from '../../src/kernel/store-unavailable.ts';
import { payAtBank } from '../support/at-bank.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { initiated } from '../support/requests.ts';
import { isExhaustive } from '../support/sample.ts';
import { listen } from '../support/streams.ts';

/** Those who follow a payment come and go by the thousand, and miss nothing. */

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const megabyte = 1024 * 1024;

describe.each(drawnDatabases())('followers on $name', ({ open }) => {
  let isAway = false;
  let failures = 0;
  const away = (): void => {
    if (!isAway) return;
    failures++;
    throw new StoreUnavailableError('UNREACHABLE', { cause: null, isOutcomeUnknown: false });
  };
  const around = (store: Store): Store => ({
    ...store,
    eventsOf: async (...of) => {
      away();
      return store.eventsOf(...of);
    },
    versionsOf: async (...of) => {
      away();
      return store.versionsOf(...of);
    },
  });
  const gateway = openForGroup(() => startGateway({ open, around, environment: { LOG_LEVEL: 'silent' } }));

  async function follow(id: string, afterEvent: string | null = null) {
    const stream = await listen(gateway, {
      query:
        'subscription($id: ID!, $afterEvent: String) { paymentUpdated(id: $id, afterEvent: $afterEvent) { id type } }',
      variables: { id, afterEvent },
    });
    /** The events received, once there are `count`. */
    const heard = async (count: number): Promise<readonly { id: string; type: string }[]> => {
      for (;;) {
        const events = [...stream.heard().matchAll(/^data: (\{.*\})$/gm)].map(
          ([, line]) => JSON.parse(line ?? '').data,
        );
        if (events.length >= count) return events.map(({ paymentUpdated }) => paymentUpdated);
        if (!(await stream.goesOn())) throw new Error(`the stream ended after ${events.length} events`);
      }
    };
    return { heard, leave: stream.leave };
  }
  const followers = async (): Promise<number> => {
    const text = await (await gateway.get('/metrics')).text();
    return Number(/^reglement_followers (\d+)$/m.exec(text)?.[1]);
  };

  it('who connect and leave, a thousand in the exhaustive tests, leave no listener and no memory', async () => {
    const { payment } = await initiated(gateway);
    const wave = async (): Promise<void> => {
      const streams = await Promise.all(Array.from({ length: 50 }, () => follow(payment.id)));
      for (const { heard } of streams) expect(await heard(1)).toMatchObject([{ type: 'INITIATED' }]);
      expect(await followers()).toBe(50);
      for (const { leave } of streams) leave();
      await expect.poll(followers).toBe(0);
    };
    const heap = async (): Promise<number> => {
      // What the last wave's sockets still hold goes first.
      await new Promise((resolve) => setTimeout(resolve, 100));
      collectGarbage();
      return process.memoryUsage().heapUsed;
    };
    // What is compiled and kept once is kept by now.
    for (let count = 0; count < 4; count++) await wave();
    const before = await heap();
    for (let count = 0; count < (isExhaustive ? 20 : 5); count++) await wave();
    const grownBytes = (await heap()) - before;
    // A listener with its stream is some 20 KB: 250 that stayed would be 5 MB, a thousand 20 MB.
    expect(grownBytes).toBeLessThan((isExhaustive ? 4 : 2.5) * megabyte);
  });

  it('one that comes again with the last event that it has misses nothing, and hears nothing twice', async () => {
    const initiation = await initiated(gateway);
    const { id } = initiation.payment;
    const first = await follow(id);
    const [initiatedEvent] = await first.heard(1);
    first.leave();
    await payAtBank(initiation, 'refuse', 'try-again', 'pay');
    const second = await follow(id, initiatedEvent?.id);
    const missed = await second.heard(2);
    expect(missed.map(({ type }) => type)).toEqual(['STATUS_CHANGED', 'STATUS_CHANGED']);
    second.leave();
    const third = await follow(id, missed[0]?.id);
    expect(await third.heard(1)).toEqual([missed[1]]);
    third.leave();
    const stored = await gateway.store.eventsOf(id, 0, 100);
    expect([initiatedEvent, ...missed].map((event) => event?.id)).toEqual(stored.map((event) => event.id));
    await expect.poll(followers).toBe(0);
  });

  it('stay while the database does not answer, and miss nothing', async () => {
    const initiation = await initiated(gateway);
    const { heard, leave } = await follow(initiation.payment.id);
    await heard(1);
    isAway = true;
    await payAtBank(initiation, 'pay');
    await expect.poll(() => failures, { timeout: 5_000 }).toBeGreaterThan(2);
    isAway = false;
    expect((await heard(2)).map(({ type }) => type)).toEqual(['INITIATED', 'STATUS_CHANGED']);
    leave();
    await expect.poll(followers).toBe(0);
  });
});
