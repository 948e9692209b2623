import { describe, expect, inject, test } from 'vitest';
import { openStore } from '../../src/app/store.ts';
import { defaultConnectionLimits } from '../../src/store/postgres/connection.ts';
import { postgres } from '../support/databases.ts';
import { freePort } from '../support/http/free-port.ts';
import { openForGroup } from '../support/open-for.ts';
import { connectTo } from '../support/postgres/client.ts';
import { startFreezingProxy } from '../support/postgres/freezing-proxy.ts';
import { startCuttingProxy, startMeddlingProxy, startSlowProxy } from '../support/postgres/meddling-proxies.ts';
import {
  ask,
  exampleAttempt,
  exampleEvent,
  examplePayment,
  initiate,
  insertPayment,
  openTestStore,
} from '../support/store/examples.ts';

const endOtherSessions = `select pg_terminate_backend(pid, 5000) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`;

const sessionsOf = `select pid from pg_stat_activity
  where datname = current_database() and application_name ~ '^reglement [0-9]+$' and pid <> pg_backend_pid()`;

describe('a PostgreSQL store', () => {
  const opened = openForGroup(() => openTestStore(postgres));

  test('runs again the unit of work that the database gave up over a deadlock', async () => {
    const { store } = opened;
    let meet = (): void => undefined;
    const met = new Promise<void>((resolve) => {
      let waiting = 2;
      meet = () => {
        waiting--;
        if (waiting === 0) resolve();
      };
    });
    let runs = 0;
    const cross = (first: string, second: string) =>
      store.transact(async (transaction) => {
        runs++;
        const one = await transaction.nextSequence(first);
        meet();
        await met;
        return [one, await transaction.nextSequence(second)];
      });
    const numbers = await Promise.all([cross('left', 'right'), cross('right', 'left')]);
    // The one that was given up may be back before the other wakes, and be given up again.
    expect(runs).toBeGreaterThan(2);
    expect(numbers.flat().toSorted()).toEqual([0, 0, 1, 1]);
  });

  test('loses the unit of work whose connection is lost, and goes on', async () => {
    const { store, databaseUrl } = opened;
    const payment = examplePayment();
    const losing = store.transact(async (transaction) => {
      await insertPayment(transaction, payment);
      await ask(databaseUrl, endOtherSessions);
      await transaction.insertAttempt(exampleAttempt(payment), 'PAYBOX');
    });
    await expect(losing).rejects.toThrow(/connection/i);
    expect(await store.paymentById(payment.id)).toBeNull();
    expect(await initiate(store, payment)).toEqual(payment);
  });

  test('is not opened where no server answers, and does not show the password', async () => {
    const port = await freePort();
    const refusal = await openStore({ databaseUrl: `postgres://user:geheim@127.0.0.1:${port}/reglement` }).catch(
      String,
    );
    expect(refusal).toMatch(/DATABASE_URL.*ECONNREFUSED/);
    expect(refusal).not.toContain('geheim');
  });

  test('is not opened with a wrong password, on a database that is not there, or with a broken address', async () => {
    const change = (part: 'password' | 'pathname' | 'port', value: string) => {
      const url = new URL(inject('postgresUrl'));
      url[part] = value;
      return openStore({ databaseUrl: url.href });
    };
    await expect(change('password', 'geheim')).rejects.toThrow(/DATABASE_URL.*password authentication failed/);
    await expect(change('pathname', '/nowhere')).rejects.toThrow(/DATABASE_URL.*does not exist/);
    await expect(openStore({ databaseUrl: 'postgres://user:geheim@[host/db' })).rejects.toThrow(/^((?!geheim).)*$/);
  });

  test('is not opened on a server that answers before a commit is on disk', async () => {
    const client = await connectTo(opened.databaseUrl);
    await client.query(`alter database ${client.database} set synchronous_commit = off`);
    await expect(openStore({ databaseUrl: opened.databaseUrl })).rejects.toThrow('synchronous_commit');
    await client.query(`alter database ${client.database} reset synchronous_commit`);
    await client.end();
    await (await openStore({ databaseUrl: opened.databaseUrl })).close();
  });

  test('survives the loss of a connection at the moment in which it is handed over', async () => {
    await using cutting = await startCuttingProxy('BEGIN');
    await using store = await openStore({ databaseUrl: cutting.url(opened.databaseUrl) });
    await initiate(store);
    cutting.cut(2);
    const payment = examplePayment();
    // Nothing had been asked for yet: another connection is tried, and the caller notices nothing.
    expect(await store.transact((transaction) => insertPayment(transaction, payment))).toBe(true);
    expect(cutting.cuts()).toBe(2);
  });

  test('runs nothing again that may have been kept, where the answer to COMMIT is lost', async () => {
    const payment = await initiate(opened.store);
    await using meddling = await startMeddlingProxy();
    await using store = await openStore({ databaseUrl: meddling.url(opened.databaseUrl) });
    await initiate(store);
    // As it stands on the wire: READ COMMITTED is another word.
    meddling.withholdAnswerTo('COMMIT\0');
    let runs = 0;
    const lost = store.transact(async (transaction) => {
      runs++;
      await transaction.insertAttempt(exampleAttempt(payment, { number: 7 + runs }), 'PAYBOX');
    });
    await expect(lost).rejects.toThrow(/connection|terminated/i);
    await expect(lost).rejects.toMatchObject({ fault: 'UNREACHABLE', retryAdvice: 'CHECK_STATUS_FIRST' });
    expect(runs).toBe(1);
    expect(await opened.store.attemptsOf(payment.id)).toHaveLength(2);
  });

  test('keeps nothing of a unit of work whose BEGIN was refused, though more was sent after it', async () => {
    await using meddling = await startMeddlingProxy();
    await using store = await openStore({ databaseUrl: meddling.url(opened.databaseUrl) });
    await initiate(store);
    meddling.spoil('BEGIN ISOLATION');
    const payment = examplePayment();
    const inserting = () => store.transact((transaction) => insertPayment(transaction, payment));
    await expect(inserting()).rejects.toThrow(/syntax error/);
    expect(await opened.store.paymentById(payment.id)).toBeNull();
    expect(await inserting()).toBe(true);
  });

  test('waits for its server where it has to know the answer, and nowhere else', async () => {
    await using slow = await startSlowProxy();
    await using store = await openStore({ databaseUrl: slow.url(opened.databaseUrl) });
    // The first one opens the connection, and has its statements prepared.
    const taken = await initiate(store);
    const before = slow.waits();
    await store.transact(async (transaction) => {
      await transaction.nextSequence('waits');
      await transaction.insertAttempt(exampleAttempt(taken, { number: 2 }), 'PAYBOX');
      await transaction.insertAttempt(exampleAttempt(taken, { number: 3 }), 'PAYBOX');
    });
    // BEGIN; the number; then the attempts and COMMIT together.
    expect(slow.waits() - before).toBe(3);
    expect(await opened.store.attemptsOf(taken.id)).toHaveLength(3);
  });

  test('writes more in one unit of work than it sends ahead, in the order in which it was asked to', async () => {
    const { store } = opened;
    const payment = examplePayment();
    const numbers = Array.from({ length: 250 }, (_, index) => index + 1);
    const seen = await store.transact(async (transaction) => {
      await insertPayment(transaction, payment);
      for (const number of numbers) await transaction.insertAttempt(exampleAttempt(payment, { number }), 'PAYBOX');
      return transaction.attemptsOf(payment.id);
    });
    expect(seen.map(({ number }) => number)).toEqual(numbers);
    expect(await store.attemptsOf(payment.id)).toHaveLength(250);
  });

  test('has its connection back in order after a unit of work that was refused in part', async () => {
    const { databaseUrl } = opened;
    await using store = await openStore({ databaseUrl, limits: { ...defaultConnectionLimits, connections: 1 } });
    const taken = await initiate(store);
    const [session] = await ask(databaseUrl, sessionsOf);
    for (let round = 0; round < 3; round++) {
      const failing = store.transact(async (transaction) => {
        await transaction.appendEvent(exampleEvent(taken), 1);
        await transaction.insertAttempt(exampleAttempt(taken), 'PAYBOX');
      });
      await expect(failing).rejects.toThrow(/payment_events/);
      expect(await initiate(store)).toMatchObject({ status: 'REQUIRES_ACTION' });
    }
    expect(await ask(databaseUrl, sessionsOf)).toContainEqual(session);
  });

  test('says within two seconds that its server does not say a word, with a connection or without', async () => {
    const proxy = await startFreezingProxy();
    const limits = { ...defaultConnectionLimits, connections: 1, connectTimeoutSeconds: 3 };
    const store = await openStore({ databaseUrl: proxy.url(opened.databaseUrl), limits });
    await store.ping();
    proxy.freeze();
    // The first gives the connection up, and the second waits for another.
    for (const _ping of [1, 2]) {
      const asked = performance.now();
      await expect(store.ping()).rejects.toThrow();
      expect(performance.now() - asked).toBeLessThan(2000);
    }
    await proxy.close();
    await store.close();
  });

  test('survives the loss of its connections', async () => {
    const warnings: string[] = [];
    const { databaseUrl } = opened;
    await using store = await openStore({
      databaseUrl,
      logger: { warn: (_details, message) => warnings.push(message) },
    });
    const payment = await initiate(store);
    await ask(databaseUrl, endOtherSessions);
    await expect.poll(() => warnings).toContain('a database connection was lost');
    expect(await store.paymentById(payment.id)).toEqual(payment);
  });
});
