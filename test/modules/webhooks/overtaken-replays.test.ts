import { beforeEach, describe, expect, test } from 'vitest';
import { minuteMs } from '../../../src/kernel/durations.ts';
import { createIdentifiers } from '../../../src/kernel/identifiers.ts';
import type { Transaction } from '../../../src/modules/webhooks/ports.ts';
import { postgres } from '../../support/databases.ts';
import { openForEach } from '../../support/open-for.ts';
import { ask, openTestStore } from '../../support/store/examples.ts';

/** One gateway sends a message while another replays the span that it lies in. SQLite lets one write at a time. */

describe.each([postgres])('a replay of a span on $name', (database) => {
  const opened = openForEach(() => openTestStore(database));
  const main = { client: 'shop', endpoint: 'main' } as const;
  const now = Date.now();
  const later = now + minuteMs;
  let ids: readonly string[];
  const idAt = (place: number): string => ids[place] ?? '';

  beforeEach(async () => {
    const { newId } = createIdentifiers(() => now);
    ids = Array.from({ length: 4 }, () => newId('msg'));
    await opened.store.transact(async (transaction) => {
      for (const id of ids) {
        const about = { id, subject: newId('pay'), sequence: 1, eventId: newId('evt') };
        const times = { createdAt: now, expiresAt: now + minuteMs };
        await transaction.insertMessage({ ...main, ...about, type: 'payment.paid', body: '{}', ...times });
      }
    });
  });

  const claim = (transaction: Transaction, id: string) =>
    transaction.claimWebhook({ id, attempts: 0, now, until: later });
  const replayed = (limit: number, at = now) =>
    opened.store.transact((transaction) =>
      transaction.replayWebhooks(
        { ...main, status: 'WAITING', fromId: idAt(0), toId: 'msg_g', limit },
        { now: at, expiresAt: at + minuteMs },
      ),
    );
  /** What a replay answers that began before `change` was committed, and waited for it. */
  async function whileOthers(change: (transaction: Transaction) => Promise<unknown>, replay: () => Promise<unknown>) {
    const { answer } = await opened.store.transact(async (transaction) => {
      await change(transaction);
      const answer = replay();
      const waits = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      await expect.poll(() => ask(opened.databaseUrl, waits)).toHaveLength(1);
      return { answer };
    });
    return answer;
  }
  const stateOf = (place: number) => opened.store.webhookDelivery(idAt(place));

  test('leaves a message alone that is being sent meanwhile', async () => {
    expect(
      await whileOthers(
        (transaction) => claim(transaction, idAt(1)),
        () => replayed(100),
      ),
    ).toEqual({ replayed: 3, nextId: null });
    expect(await stateOf(1)).toMatchObject({ attempts: 1, tries: 1, claimedUntil: later });
  });

  test('leaves a message alone that was delivered meanwhile', async () => {
    await opened.store.transact((transaction) => claim(transaction, idAt(1)));
    const delivered = { status: 'DELIVERED', nextAttemptAt: null, expiresAt: null, settledAt: now } as const;
    await whileOthers(
      (transaction) => transaction.settleWebhook(idAt(1), 1, delivered),
      () => replayed(100, later),
    );
    expect(await stateOf(1)).toMatchObject(delivered);
  });

  test('goes on after a page that others are sending', async () => {
    const page = await whileOthers(
      async (transaction) => [await claim(transaction, idAt(0)), await claim(transaction, idAt(1))],
      () => replayed(2),
    );
    expect(page).toEqual({ replayed: 0, nextId: idAt(2) });
  });
});
