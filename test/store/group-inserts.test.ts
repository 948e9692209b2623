import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/app/store.ts';
import type { Payment } from '../../src/modules/payments/payment.ts';
import { defaultConnectionLimits } from '../../src/store/postgres/connection.ts';
import { postgres } from '../support/databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { connectTo } from '../support/postgres/client.ts';
import { ask, examplePayment, exampleRecord, openTestStore } from '../support/store/examples.ts';

/** Initiations that meet share a statement: one that has to wait, or is refused, costs the others next to nothing. */

describe.each([postgres])('initiations at once on $name', (database) => {
  const opened = openForGroup(() => openTestStore(database));

  const record = (change: Partial<Payment> = {}) => {
    const payment = examplePayment(change);
    return exampleRecord(payment, {
      claim: { scope: 'group', key: payment.id, fingerprint: 'f', holderId: payment.id, at: 1 },
    });
  };

  /** Two records whose keys an open transaction holds. The database lets a statement wait for them for five minutes. */
  async function holdTwo() {
    const { databaseUrl } = opened;
    const limits = { ...defaultConnectionLimits, lockTimeoutSeconds: 300, statementTimeoutSeconds: 300 };
    const store = await openStore({ databaseUrl, limits });
    const client = await connectTo(databaseUrl);
    const held = [record(), record()];
    await client.query('begin');
    for (const { claim } of held) {
      const values = [claim?.scope, claim?.key, 'f', 'pay_of_another_gateway', 1];
      await client.query(
        'insert into idempotency_keys (scope, key, fingerprint, payment_id, at) values ($1,$2,$3,$4,$5)',
        values,
      );
    }
    const release = async (): Promise<void> => {
      await client.query('rollback');
      await client.end();
    };
    return { databaseUrl, store, held, release };
  }

  test('do not wait for others whose key an open transaction holds', async () => {
    const { databaseUrl, store, held, release } = await holdTwo();
    const stuck: Promise<{ readonly isRecorded: boolean }>[] = [];
    const waiting = `select count(*)::int as found from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    for (const one of held) {
      stuck.push(store.recordInitiation(one));
      await expect.poll(() => ask(databaseUrl, waiting)).toEqual([{ found: stuck.length }]);
    }
    const others = await Promise.all(Array.from({ length: 5 }, () => store.recordInitiation(record())));
    expect(others.map(({ isRecorded }) => isRecorded)).toEqual([true, true, true, true, true]);
    await release();
    expect((await Promise.all(stuck)).map(({ isRecorded }) => isRecorded)).toEqual([true, true]);
    await store.close();
  });

  test('do not wait for one of their own statement that has to wait', async () => {
    const { store, held, release } = await holdTwo();
    const all = [record(), ...held, record()].map((one) => store.recordInitiation(one));
    const [first, one, other, last] = all;
    expect([await first, await last]).toMatchObject([{ isRecorded: true }, { isRecorded: true }]);
    await release();
    expect([await one, await other]).toMatchObject([{ isRecorded: true }, { isRecorded: true }]);
    await store.close();
  });

  test('are written one by one where one is refused, and the log says why', async () => {
    const lines: object[] = [];
    const logger = { warn: (details: object) => void lines.push(details) };
    await using store = await openStore({ databaseUrl: opened.databaseUrl, logger });
    // PostgreSQL keeps no NUL; the use case refuses one before.
    const all = [record(), record({ commentaire: 'a\0b' }), record()];
    const ends = await Promise.allSettled(all.map((one) => store.recordInitiation(one)));
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    for (const [index, { payment }] of all.entries())
      expect((await store.paymentById(payment.id)) !== null).toBe(index !== 1);
    expect(lines).toEqual([{ code: '22P05', initiations: 3 }]);
  });
});
