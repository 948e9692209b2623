import { describe, expect, it } from 'vitest';
import type { CrashPoint } from '../../src/kernel/crash-point.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { startGateway } from '../support/gateway.ts';
import { eventually, liveConfig, liveSociete, startDirect, startLive, tell } from '../support/providers/paybox-live.ts';
import { sampled } from '../support/sample.ts';

/** A process dies between the message of Paybox and the confirmation: the one after it finishes what was begun. */

const moments: readonly CrashPoint[] = [
  'after-commit:notification-stored',
  'before-commit:notification-applied',
  'after-commit:notification-applied',
  'before-answer:notification',
  'after-answer:notification',
  'before-call:inquiry',
  'after-call:inquiry',
  'before-commit:inquiry-applied',
  'after-commit:inquiry-applied',
];

describe.each(drawnDatabases())('a reported payment on $name', ({ name, open }) => {
  it.each(sampled(moments, { about: 3, name }))('is confirmed by the next where one died at %s', async (moment) => {
    await using database = await open();
    const direct = await startDirect();
    direct.says = { trans: '4711', status: 'Capturé' };
    const config = liveConfig(liveSociete('1', direct.url));
    let isArmed = false;
    let isDead = false;
    const { databaseUrl } = database;
    await using first = await startGateway({
      databaseUrl,
      config,
      reachCrashPoint: async (point) => {
        isDead ||= isArmed && point === moment;
        if (isDead) throw new Error('the process is gone');
      },
    });
    const initiation = await startLive(first);
    isArmed = true;
    await tell(first, initiation, { trans: '4711' });
    await eventually(
      async () => isDead,
      (is) => is,
    );
    expect(isDead).toBe(true);
    await using next = await startGateway({ databaseUrl, config, aheadMs: 5 * 60_000 });
    await next.runWorkers('inbox');
    await next.runWorkers('resolver');
    const status = async () => (await next.store.paymentById(initiation.payment.id))?.status;
    next.advance(60_000);
    // The question that follows a message may still be under way.
    await eventually(
      async () => {
        await next.runWorkers('resolver');
        return status();
      },
      (now) => now === 'PAID',
    );
    expect(await status()).toBe('PAID');
    const story = await next.store.eventsOf(initiation.payment.id, 0, 100);
    expect(story.map(({ type }) => type)).toEqual(['INITIATED', 'REPORTED_PAID_NOT_CONFIRMED', 'STATUS_CHANGED']);
    await direct.close();
  });
});
