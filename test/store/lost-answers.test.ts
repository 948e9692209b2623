import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/app/store.ts';
import { postgres } from '../support/databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { startCuttingProxy, startMeddlingProxy } from '../support/postgres/meddling-proxies.ts';
import {
  exampleAttempt,
  examplePayment,
  exampleRecord,
  insertPayment,
  openTestStore,
} from '../support/store/examples.ts';

/** An initiation is one statement. What became of it is found out, where its connection breaks. */

describe.each([postgres])('an initiation on $name', (database) => {
  const opened = openForGroup(() => openTestStore(database));

  test.each([
    ['a second try succeeds', 1, true],
    ['no try is answered', 9, 'CHECK_STATUS_FIRST'],
  ])('whose connection breaks before it is written: %s', async (_what, times, told) => {
    const payment = examplePayment();
    // The reference stands in the values of the statement.
    await using cutting = await startCuttingProxy(payment.reference);
    await using store = await openStore({ databaseUrl: cutting.url(opened.databaseUrl) });
    cutting.cut(times);
    const inserting = insertPayment(store, payment).catch(({ retryAdvice }) => retryAdvice);
    expect(await inserting).toBe(told);
    expect((await opened.store.paymentById(payment.id)) !== null).toBe(told === true);
  });

  test('whose answer is lost stays unknown where it is not fresh any more, and is not drawn again', async () => {
    const payment = examplePayment();
    await using cutting = await startCuttingProxy(payment.reference);
    await using store = await openStore({ databaseUrl: cutting.url(opened.databaseUrl) });
    cutting.cut(1);
    let asked = 0;
    const inserting = store.recordInitiation(exampleRecord(payment, { isFresh: () => ++asked === 1 }));
    await expect(inserting).rejects.toMatchObject({ retryAdvice: 'CHECK_STATUS_FIRST' });
    expect(asked).toBe(2);
  });

  test.each([true, false])('whose answer is lost is found by its second try (with a key: %s)', async (hasKey) => {
    const { store } = opened;
    const payment = examplePayment();
    const claim = { scope: 'lost', key: payment.id, fingerprint: 'f', holderId: payment.id, at: 1 };
    const attempt = exampleAttempt(payment);
    const counter = { name: payment.id, first: 5, limit: 10 };
    const record = exampleRecord(payment, { attempt, counter, claim: hasKey ? claim : null });
    await using meddling = await startMeddlingProxy();
    await using meddled = await openStore({ databaseUrl: meddling.url(opened.databaseUrl) });
    meddling.withholdAnswerTo(payment.reference);
    const recorded = await meddled.recordInitiation(record);
    expect(recorded).toEqual({ isRecorded: true, attempt: { ...attempt, sequence: 5 } });
    expect(await store.attemptsOf(payment.id)).toEqual([recorded.attempt]);
    // Another request with the same key or reference is a repeat.
    const other = exampleRecord({ ...payment, id: examplePayment().id }, { claim: record.claim });
    expect((await meddled.recordInitiation(other)).isRecorded).toBe(false);
  });

  test('that others share their statement with is found by its second try as they are', async () => {
    const payments = Array.from({ length: 20 }, () => examplePayment());
    await using meddling = await startMeddlingProxy();
    await using meddled = await openStore({ databaseUrl: meddling.url(opened.databaseUrl) });
    meddling.withholdAnswerTo(payments.at(-1)?.reference ?? '');
    const recorded = await Promise.all(payments.map((payment) => meddled.recordInitiation(exampleRecord(payment))));
    expect(recorded.map(({ isRecorded }) => isRecorded)).toEqual(payments.map(() => true));
    for (const { id } of payments) expect((await opened.store.eventsOf(id, 0, 10)).length).toBe(1);
  });
});
