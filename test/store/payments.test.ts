import { describe, expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { openForGroup } from '../support/open-for.ts';
import {
  ask,
  at,
  everything,
  exampleAttempt,
  exampleEvent,
  examplePayment,
  identifiers,
  initiate,
  insertPayment,
  openTestStore,
} from '../support/store/examples.ts';

describe.each(databases)('a payment ($name)', (database) => {
  const opened = openForGroup(() => openTestStore(database));

  test('comes back as it was stored, by each of its keys', async () => {
    const { store } = opened;
    const payment = examplePayment({ derivedKey: 'clé' });
    expect(await store.transact((transaction) => insertPayment(transaction, payment))).toBe(true);
    expect(await store.paymentById(payment.id)).toEqual(payment);
    expect(await store.paymentByReference(payment.reference)).toEqual(payment);
    expect(await store.paymentByToken(payment.token)).toEqual(payment);
    expect(await store.paymentByDerivedKey('clé')).toEqual(payment);
  });

  test('keeps what has no value, and the largest amount', async () => {
    const { store } = opened;
    const payment = examplePayment({
      amountCents: 999_999_999_999,
      commentaire: null,
      payer: null,
      returnUrl: null,
      mandate: null,
      expiresAt: null,
    });
    await store.transact((transaction) => insertPayment(transaction, payment));
    expect(await store.paymentById(payment.id)).toEqual(payment);
    const empty = examplePayment({ commentaire: '', payer: {} });
    await store.transact((transaction) => insertPayment(transaction, empty));
    expect(await store.paymentById(empty.id)).toEqual(empty);
  });

  test.each([0, -1, 1.5, 1e12, Number.NaN])('of %d cents is refused, and nothing is written', async (amountCents) => {
    const payment = examplePayment({ amountCents });
    await expect(opened.store.transact((transaction) => insertPayment(transaction, payment))).rejects.toThrow('amount');
    expect(await opened.store.paymentById(payment.id)).toBeNull();
  });

  test('whose amount was spoilt on disk is not handed out', async () => {
    const { store, databaseUrl } = opened;
    const payment = await initiate(store);
    const spoil = `update payments set amount_cents = 0 where id = '${payment.id}'`;
    await expect(ask(databaseUrl, spoil)).rejects.toThrow(/check/i);
    await ask(databaseUrl, `update payments set status = 'PAYED' where id = '${payment.id}'`);
    await expect(store.paymentById(payment.id)).rejects.toThrow('PaymentStatus');
    await ask(databaseUrl, `update payments set status = 'PAID', currency = 'USD' where id = '${payment.id}'`);
    await expect(store.paymentById(payment.id)).rejects.toThrow('EUR');
    await ask(databaseUrl, `update payments set currency = 'EUR' where id = '${payment.id}'`);
    expect(await store.paymentById(payment.id)).toEqual({ ...payment, status: 'PAID' });
  });

  test.each(['unknown', '', "' or 1=1 --", 'a\0b', '\ud800', 'é'.repeat(5000)])('is not found by %j', async (key) => {
    const { store } = opened;
    await initiate(store);
    expect(await store.paymentById(key)).toBeNull();
    expect(await store.paymentByReference(key)).toBeNull();
    expect(await store.paymentByToken(key)).toBeNull();
    expect(await store.paymentByDerivedKey(key)).toBeNull();
    expect(await store.attemptByReference('PAYBOX', key)).toBeNull();
    expect(await store.notification(key)).toBeNull();
    expect(await store.payments({ ...everything, idClient: key })).toEqual([]);
  });

  test.each(['reference', 'token', 'derivedKey'] as const)('with a %s that is taken is not written', async (key) => {
    const { store } = opened;
    const first = await initiate(store, { derivedKey: identifiers.newToken() });
    const second = examplePayment({ derivedKey: identifiers.newToken(), [key]: first[key] });
    const outcome = await store.transact(async (transaction) => [
      await insertPayment(transaction, second),
      await transaction.paymentById(second.id),
      await insertPayment(transaction, { ...second, [key]: identifiers.newToken() }),
    ]);
    expect(outcome).toEqual([false, null, true]);
  });

  test('shares a derived key with no other, of twenty that ask at once', async () => {
    const { store } = opened;
    const derivedKey = identifiers.newToken();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () =>
        store.transact(async (transaction) => {
          const payment = examplePayment({ derivedKey });
          const inserted = await insertPayment(transaction, payment);
          return { inserted, holder: (await transaction.paymentByDerivedKey(derivedKey))?.id };
        }),
      ),
    );
    expect(outcomes.filter(({ inserted }) => inserted)).toHaveLength(1);
    expect(new Set(outcomes.map(({ holder }) => holder)).size).toBe(1);
  });

  test('changes only from the version that was read', async () => {
    const { store } = opened;
    const payment = await initiate(store, { derivedKey: identifiers.newToken() });
    const change = { status: 'PAID', derivedKey: null, expiresAt: null, updatedAt: at + 5 } as const;
    const update = (version: number) =>
      store.transact((transaction) => transaction.updatePayment(payment.id, version, change));
    expect(await update(2)).toBe(false);
    expect(await store.paymentById(payment.id)).toEqual(payment);
    expect(await update(1)).toBe(true);
    expect(await store.paymentById(payment.id)).toEqual({ ...payment, ...change, version: 2 });
    expect(await update(1)).toBe(false);
  });

  test('keeps what a change does not name', async () => {
    const { store } = opened;
    const payment = await initiate(store, { derivedKey: identifiers.newToken() });
    const changes = [
      { updatedAt: at + 2 },
      { updatedAt: at + 3, status: undefined, expiresAt: at },
      { updatedAt: at + 4, status: 'REFUSED' as const },
    ];
    await store.transact(async (transaction) => {
      for (const [index, change] of changes.entries()) await transaction.updatePayment(payment.id, index + 1, change);
    });
    const expected = { ...payment, updatedAt: at + 4, expiresAt: at, status: 'REFUSED', version: 4 };
    expect(await store.paymentById(payment.id)).toEqual(expected);
  });

  test('is changed once by twenty that read the same version', async () => {
    const { store } = opened;
    const payment = await initiate(store);
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        store.transact((transaction) => transaction.updatePayment(payment.id, 1, { updatedAt: at + index })),
      ),
    );
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    expect((await store.paymentById(payment.id))?.version).toBe(2);
  });
});

describe.each(databases)('the attempts of a payment ($name)', (database) => {
  const opened = openForGroup(() => openTestStore(database));

  test('come back in order, and the last one by itself', async () => {
    const { store } = opened;
    const payment = examplePayment();
    const attempts = [10, 2, 1].map((number) => exampleAttempt(payment, { number, sequence: number * 1000 }));
    await store.transact(async (transaction) => {
      await insertPayment(transaction, payment);
      expect(await transaction.lastAttemptOf(payment.id)).toBeNull();
      for (const attempt of attempts) await transaction.insertAttempt(attempt, 'PAYBOX');
    });
    expect(await store.attemptsOf(payment.id)).toEqual(attempts.toReversed());
    expect(await store.lastAttemptOf(payment.id)).toEqual(attempts[0]);
    expect(await store.attemptsOf('pay_unknown')).toEqual([]);
  });

  test('are found by their reference at their bank, and at no other', async () => {
    const { store } = opened;
    const payment = examplePayment({ paymentTarget: 'LABANQUEPOSTALE', reference: '7K4M-9QXR' });
    const attempt = exampleAttempt(payment);
    await store.transact(async (transaction) => {
      await insertPayment(transaction, payment);
      await transaction.insertAttempt(attempt, 'LABANQUEPOSTALE');
    });
    expect(await store.attemptByReference('LABANQUEPOSTALE', attempt.reference)).toEqual(attempt);
    expect(await store.attemptByReference('PAYBOX', attempt.reference)).toBeNull();
    expect(await store.attemptByReference('LABANQUEPOSTALE', attempt.reference.toLowerCase())).toBeNull();
  });

  test('change only in what is named', async () => {
    const { store } = opened;
    const payment = await initiate(store);
    const attempt = await store.lastAttemptOf(payment.id);
    if (attempt === null) throw new Error('there is an attempt');
    const paid = { status: 'PAID', bankTransaction: '9', bankCode: '00000' } as const;
    await store.transact((transaction) => transaction.updateAttempt(attempt.id, { openedAt: at }));
    await store.transact((transaction) => transaction.updateAttempt(attempt.id, paid));
    await store.transact((transaction) => transaction.updateAttempt(attempt.id, {}));
    expect(await store.lastAttemptOf(payment.id)).toEqual({ ...attempt, ...paid, openedAt: at });
    await store.transact((transaction) => transaction.updateAttempt(attempt.id, { bankCode: null }));
    expect((await store.lastAttemptOf(payment.id))?.bankCode).toBeNull();
  });

  test.each([
    ['a number', 1, /unique/i],
    ['a reference at the bank', 2, 'ends with its number'],
  ])('never share %s', async (_what, number, refusal) => {
    const { store } = opened;
    const payment = examplePayment();
    const second = exampleAttempt(payment, { number, reference: `${payment.reference}-1` });
    await store.transact(async (transaction) => {
      await insertPayment(transaction, payment);
      await transaction.insertAttempt(exampleAttempt(payment), 'PAYBOX');
    });
    await expect(store.transact((transaction) => transaction.insertAttempt(second, 'PAYBOX'))).rejects.toThrow(refusal);
    expect(await store.attemptsOf(payment.id)).toHaveLength(1);
  });

  test('belong to a payment and are there before they change', async () => {
    const { store } = opened;
    const stray = exampleAttempt(examplePayment());
    await expect(store.transact((tx) => tx.insertAttempt(stray, 'PAYBOX'))).rejects.toThrow(/foreign key/i);
    await expect(store.transact((tx) => tx.updateAttempt(stray.id, { openedAt: at }))).rejects.toThrow('is there');
    const event = exampleEvent(examplePayment());
    await expect(store.transact((tx) => tx.appendEvent(event, 1))).rejects.toThrow(/foreign key/i);
  });
});
