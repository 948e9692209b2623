import { describe, expect, test } from 'vitest';
import { openStore, type Transaction } from '../../src/app/store.ts';
import { databases } from '../support/databases.ts';
import { openForGroup } from '../support/open-for.ts';
import {
  at,
  everything,
  exampleAttempt,
  exampleEvent,
  examplePayment,
  initiate,
  insertPayment,
  openTestStore,
} from '../support/store/examples.ts';

describe.each(databases)('a unit of work ($name)', (database) => {
  const opened = openForGroup(() => openTestStore(database));

  test('answers what it worked out, and sees what it wrote', async () => {
    const payment = examplePayment();
    const answer = await opened.store.transact(async (transaction) => {
      await insertPayment(transaction, payment);
      await transaction.insertAttempt(exampleAttempt(payment), 'PAYBOX');
      await transaction.updatePayment(payment.id, 1, { status: 'PAID', updatedAt: at });
      return {
        payment: await transaction.paymentById(payment.id),
        attempts: (await transaction.attemptsOf(payment.id)).length,
        listed: await transaction.payments({ ...everything, statuses: ['PAID'], limit: 1 }),
      };
    });
    const changed = { ...payment, status: 'PAID', version: 2, updatedAt: at };
    expect(answer).toEqual({ payment: changed, attempts: 1, listed: [changed] });
  });

  test('is not seen by others before it is committed', async () => {
    const { store } = opened;
    const payment = examplePayment();
    await store.transact(async (transaction) => {
      await insertPayment(transaction, payment);
      expect(await store.paymentById(payment.id)).toBeNull();
    });
    expect(await store.paymentById(payment.id)).toEqual(payment);
  });

  test('that throws is rolled back, while those beside it are kept', async () => {
    const { store } = opened;
    // Two of so many drawn references can be the same.
    const payments = Array.from({ length: 200 }, (_, index) => examplePayment({ reference: `BESIDE-${index}` }));
    const outcomes = await Promise.allSettled(
      payments.map((payment, index) =>
        store.transact(async (transaction) => {
          await insertPayment(transaction, payment);
          if (index % 3 === 0) throw new Error(`refused ${index}`);
          await transaction.insertAttempt(exampleAttempt(payment), 'PAYBOX');
          return index;
        }),
      ),
    );
    for (const [index, payment] of payments.entries()) {
      const failed = index % 3 === 0;
      expect(outcomes[index]).toEqual(
        failed ? { status: 'rejected', reason: new Error(`refused ${index}`) } : { status: 'fulfilled', value: index },
      );
      expect(await store.paymentById(payment.id)).toEqual(failed ? null : payment);
      expect(await store.attemptsOf(payment.id)).toHaveLength(failed ? 0 : 1);
    }
  });

  test('that throws by itself is rolled back', async () => {
    const { store } = opened;
    const payment = examplePayment();
    const failing = store.transact(async (transaction) => {
      await insertPayment(transaction, payment);
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    expect(await store.paymentById(payment.id)).toBeNull();
    expect(await store.transact((transaction) => insertPayment(transaction, payment))).toBe(true);
  });

  test('that throws before it awaits anything is refused like any other', async () => {
    const throwing = opened.store.transact(() => {
      throw new Error('at once');
    });
    await expect(throwing).rejects.toThrow('at once');
  });

  test.each([1, 5])('in which the database refused a part is lost, even if it goes on (%d at once)', async (count) => {
    const { store } = opened;
    const taken = await initiate(store);
    const payments = Array.from({ length: count }, () => examplePayment());
    const outcomes = await Promise.allSettled(
      payments.map((payment) =>
        store.transact(async (transaction) => {
          await insertPayment(transaction, payment);
          await transaction.appendEvent(exampleEvent(taken), 1).catch(() => undefined);
        }),
      ),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(payments.map(() => 'rejected'));
    for (const { id } of payments) expect(await store.paymentById(id)).toBeNull();
  });

  test('fails over what the database refused, whatever it says itself', async () => {
    const { store } = opened;
    const taken = await initiate(store);
    const failing = store.transact(async (transaction) => {
      await transaction.appendEvent(exampleEvent(taken), 1).catch(() => {
        throw new Error('something of its own');
      });
    });
    await expect(failing).rejects.toThrow(/unique/i);
  });

  test('hears of what the database refused by what it asks next, at the latest', async () => {
    const { store } = opened;
    const taken = await initiate(store);
    const failing = store.transact(async (transaction) => {
      await transaction.appendEvent(exampleEvent(taken), 1).catch(() => undefined);
      await expect(transaction.paymentById(taken.id)).rejects.toThrow(/unique/i);
    });
    await expect(failing).rejects.toThrow(/unique/i);
    expect(await store.eventsOf(taken.id, 0, 10)).toHaveLength(1);
  });

  test('fails over what the database refused, even where it refuses by itself', async () => {
    const { store } = opened;
    const taken = await initiate(store);
    const failing = store.transact(async (transaction) => {
      await transaction.appendEvent(exampleEvent(taken), 1).catch(() => undefined);
      throw new Error('something of its own');
    });
    await expect(failing).rejects.toThrow(/unique/i);
  });

  test('takes its transaction with it when it ends', async () => {
    const { store } = opened;
    const payment = examplePayment();
    const kept = await store.transact(async (transaction): Promise<Transaction> => transaction);
    await expect(insertPayment(kept, payment)).rejects.toThrow('after its unit of work ended');
    await expect(kept.paymentById(payment.id)).rejects.toThrow('after its unit of work ended');
    expect(await store.paymentById(payment.id)).toBeNull();
  });

  test('of another store on the same database is seen once it is committed', async () => {
    const { store, databaseUrl } = opened;
    await using other = await openStore({ databaseUrl });
    const mine = await initiate(store);
    expect(await other.paymentById(mine.id)).toEqual(mine);
    const theirs = await initiate(other);
    expect(await store.paymentById(theirs.id)).toEqual(theirs);
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 === 0 ? store : other).transact((transaction) => transaction.nextSequence('shared')),
      ),
    ).then((numbers) => expect(new Set(numbers).size).toBe(20));
  });
});

describe.each(databases)('a store ($name)', (database) => {
  test('finishes what it was given before it closes, and refuses what comes later', async () => {
    const { databaseUrl, dispose } = await database.openEmpty();
    const store = await openStore({ databaseUrl });
    await store.migrate();
    const payment = examplePayment();
    const inserting = store.transact((transaction) => insertPayment(transaction, payment));
    await Promise.all([store.close(), store.close()]);
    expect(await inserting).toBe(true);
    await expect(store.transact((transaction) => insertPayment(transaction, payment))).rejects.toThrow();
    await expect(store.ping()).rejects.toThrow();
    const again = await openStore({ databaseUrl });
    expect(await again.paymentById(payment.id)).toEqual(payment);
    await again.close();
    await dispose();
  });

  test('migrates as often as one likes, and keeps what is stored', async () => {
    const { databaseUrl, dispose } = await database.openEmpty();
    const [first, second] = [await openStore({ databaseUrl }), await openStore({ databaseUrl })];
    await first.migrate();
    const payment = await initiate(first);
    await second.migrate();
    await first.migrate();
    expect(await second.paymentById(payment.id)).toEqual(payment);
    await Promise.all([first.close(), second.close()]);
    await dispose();
  });

  test('does not answer for a database that was not migrated', async () => {
    const { databaseUrl, dispose } = await database.openEmpty();
    const store = await openStore({ databaseUrl });
    await expect(store.paymentById('pay_1')).rejects.toThrow();
    await expect(store.transact((transaction) => insertPayment(transaction, examplePayment()))).rejects.toThrow();
    await expect(store.ping()).rejects.toThrow();
    await store.close();
    await dispose();
  });
});
