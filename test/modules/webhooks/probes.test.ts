import { describe, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../../src/kernel/durations.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { advance } from '../../support/faults/own-clock.ts';
import { deliveringOn } from '../../support/webhooks/delivering.ts';
import { status } from '../../support/webhooks/receiver.ts';
import { newPayment } from '../../support/webhooks/told-client.ts';

/** What an endpoint is tried with that failed again and again. */

describe.each(drawnDatabases())('probes on $name', ({ open }) => {
  const { gateway, receiver, deliver } = deliveringOn(open);

  test('probes are by turns the longest due message, the newest untried one and one that was tried', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 12; count++) ids.push((await newPayment(gateway)).id);
    receiver.answer(status(500));
    await deliver();
    for (let probes = 0; probes < 6; probes++) {
      advance(2 * hourMs);
      await deliver();
    }
    const places = receiver.requests.map(({ body }) => ids.findIndex((id) => body.includes(id)));
    const [firstTries, probed] = [places.slice(0, 8), places.slice(8)];
    const tried = expect.toSatisfy((place: number) => firstTries.includes(place));
    expect(probed).toEqual([8, 11, tried, 9, 10, tried]);
    // Where none is untried, the longest due has that turn as well.
    for (let probes = 0; probes < 3; probes++) {
      advance(2 * hourMs);
      await deliver();
    }
    expect(receiver.requests).toHaveLength(17);
  });

  const takeSecondTries = (): void => {
    const seen = new Set<string>();
    receiver.answer((response, received) => {
      const isRepeat = seen.has(received.id);
      seen.add(received.id);
      status(isRepeat ? 200 : 500)(response, received);
    });
  };

  test('messages that the endpoint takes at their second try arrive, however many come meanwhile', async () => {
    takeSecondTries();
    for (let count = 0; count < 20; count++) await newPayment(gateway);
    for (let minutes = 0; minutes < 60; minutes++) {
      if (minutes % 6 === 0) await newPayment(gateway);
      await deliver();
      advance(minuteMs);
    }
    expect(receiver.messages.length).toBeGreaterThan(25);
  });

  test('they have half of the places while it takes them alone, so that a long backlog arrives as well', async () => {
    takeSecondTries();
    for (let count = 0; count < 80; count++) await newPayment(gateway);
    for (let minutes = 0; minutes < 30; minutes++) {
      await deliver();
      advance(minuteMs);
    }
    expect(receiver.messages.length).toBe(80);
  });
});
