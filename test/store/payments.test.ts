import { beforeAll, describe, expect, test } from 'vitest';
import { anonymous, type Caller } from '../../src/kernel/caller.ts';
import type { PaymentTarget } from '../../src/kernel/vocabulary.ts';
import { maySee } from '../../src/modules/payments/may-see.ts';
import type { Payment } from '../../src/modules/payments/payment.ts';
import type { PaymentQuery } from '../../src/modules/payments/payment-store.ts';
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
  openTestStore,
} from '../support/store/examples.ts';

describe.each(databases)('a payment ($name)', (database) => {
  const opened = openForGroup(() => openTestStore(database));

  test('comes back as it was stored, by each of its keys', async () => {
    const { store } = opened;
    const payment = examplePayment({ derivedKey: 'clé' });
    expect(await store.transact((transaction) => transaction.insertPayment(payment))).toBe(true);
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
    await store.transact((transaction) => transaction.insertPayment(payment));
    expect(await store.paymentById(payment.id)).toEqual(payment);
    const empty = examplePayment({ commentaire: '', payer: {} });
    await store.transact((transaction) => transaction.insertPayment(empty));
    expect(await store.paymentById(empty.id)).toEqual(empty);
  });

  test.each([0, -1, 1.5, 1e12, Number.NaN])('of %d cents is refused, and nothing is written', async (amountCents) => {
    const payment = examplePayment({ amountCents });
    await expect(opened.store.transact((transaction) => transaction.insertPayment(payment))).rejects.toThrow('amount');
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
      await transaction.insertPayment(second),
      await transaction.paymentById(second.id),
      await transaction.insertPayment({ ...second, [key]: identifiers.newToken() }),
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
          const inserted = await transaction.insertPayment(payment);
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
      await transaction.insertPayment(payment);
      expect(await transaction.lastAttemptOf(payment.id)).toBeNull();
      for (const attempt of attempts) await transaction.insertAttempt(attempt, 'PAYBOX');
    });
    expect(await store.attemptsOf(payment.id)).toEqual(attempts.toReversed());
    expect(await store.lastAttemptOf(payment.id)).toEqual(attempts[0]);
    expect(await store.attemptsOf('pay_unknown')).toEqual([]);
  });

  test('are found by their reference at their bank, and at no other', async () => {
    const { store } = opened;
    const payment = examplePayment({ paymentTarget: 'LABANQUEPOSTALE' });
    const attempt = exampleAttempt(payment);
    await store.transact(async (transaction) => {
      await transaction.insertPayment(payment);
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
    ['a number', { number: 1, reference: 'another' }],
    ['a reference at the bank', { number: 2, reference: 'taken' }],
  ])('never share %s', async (_what, change) => {
    const { store } = opened;
    const payment = examplePayment();
    const reference = change.reference === 'taken' ? `${payment.reference}-1` : change.reference;
    const second = exampleAttempt(payment, { ...change, reference });
    await store.transact(async (transaction) => {
      await transaction.insertPayment(payment);
      await transaction.insertAttempt(exampleAttempt(payment), 'PAYBOX');
    });
    await expect(store.transact((transaction) => transaction.insertAttempt(second, 'PAYBOX'))).rejects.toThrow(
      /unique/i,
    );
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

const clients = ['boutique', 'compta', 'ibar'];
const societes = ['1', '2', '3'];
const origins = ['web', 'télévente'];
const statuses = ['REQUIRES_ACTION', 'PAID', 'REFUSED'] as const;
const targets = ['PAYBOX', 'MILLIET'] as const;

type Rights = {
  readonly client: string;
  readonly societes: readonly string[] | null;
  readonly origins: readonly string[] | null;
  readonly targets?: readonly PaymentTarget[] | null;
  readonly runModes?: readonly ('TEST' | 'LIVE')[];
};

const callers: readonly Rights[] = [
  { client: 'boutique', societes: null, origins: null },
  { client: 'boutique', societes: null, origins: null, targets: null },
  { client: 'boutique', societes: [], origins: null },
  { client: 'boutique', societes: null, origins: [] },
  { client: 'boutique', societes: null, origins: null, targets: [] },
  { client: 'boutique', societes: ['2'], origins: null },
  { client: 'boutique', societes: null, origins: ['web'] },
  { client: 'boutique', societes: null, origins: null, targets: ['MILLIET'] },
  { client: 'nobody', societes: ['1', '3', '9'], origins: ['web', 'télévente', 'dcp'] },
  { client: 'nobody', societes: ['1', '2'], origins: ['télévente'], targets: ['PAYBOX', 'LABANQUEPOSTALE'] },
  { client: 'nobody', societes: ['1', '2', '3'], origins: null, targets: ['MILLIET'] },
  { client: 'nobody', societes: null, origins: ['web'], targets: ['PAYBOX', 'MILLIET'] },
  { client: 'nobody', societes: null, origins: ['web', 'dcp'], targets: ['PAYBOX'] },
  { client: 'nobody', societes: [], origins: [] },
  { client: 'boutique', societes: ['1'], origins: [] },
  { client: 'boutique', societes: ['1'], origins: null, targets: [] },
  { client: 'nobody', societes: ['1', '2'], origins: ['web', 'dcp'], runModes: ['TEST'] },
  { client: 'boutique', societes: ['1'], origins: ['web'], targets: ['PAYBOX'], runModes: ['LIVE'] },
  { client: 'nobody', societes: ['1'], origins: null, runModes: ['TEST'] },
  { client: 'nobody', societes: null, origins: ['web'], runModes: ['LIVE'] },
  { client: 'nobody', societes: null, origins: null, targets: ['PAYBOX'], runModes: ['TEST'] },
  { client: 'nobody', societes: null, origins: null, runModes: ['TEST'] },
  { client: 'boutique', societes: null, origins: null, runModes: [] },
];

/** Where a right to LIVE is one to real money. */
const production = { settings: { deployment: 'production' } } as const;
const everybody: Caller = { ...anonymous, runModes: new Set(['TEST', 'LIVE']) };

const filters: readonly (Partial<PaymentQuery> & { readonly what: string })[] = [
  { what: 'no filter' },
  { what: 'a status', statuses: ['PAID'] },
  { what: 'two statuses, one of them twice', statuses: ['PAID', 'REFUSED', 'PAID'] },
  { what: 'no status', statuses: [] },
  { what: 'a target', paymentTargets: ['MILLIET'] },
  { what: 'both targets', paymentTargets: ['MILLIET', 'PAYBOX'] },
  { what: 'no target', paymentTargets: [] },
  { what: 'a société', idSociete: '2' },
  { what: 'an origin', idOrigin: 'télévente' },
  { what: 'a client number', idClient: '7' },
  { what: 'an order', idCommande: '11' },
  { what: 'all of it', statuses: ['PAID', 'REFUSED'], paymentTargets: ['PAYBOX'], idSociete: '1', idOrigin: 'web' },
  { what: 'something that is nowhere', idClient: 'nowhere', idCommande: 'nowhere' },
];

describe.each(databases)('the list of payments ($name)', (database) => {
  const stored: Payment[] = [];
  const opened = openForGroup(() => openTestStore(database));
  beforeAll(async () => {
    stored.length = 0;
    await opened.store.transact(async (transaction) => {
      for (let index = 0; index < 150; index++) {
        const payment = examplePayment({
          client: clients[index % 3],
          idSociete: societes[(index >> 1) % 3],
          idOrigin: origins[(index >> 2) % 2],
          status: statuses[(index >> 3) % 3],
          paymentTarget: targets[(index >> 4) % 2],
          effectiveRunMode: index % 5 === 0 ? 'LIVE' : 'TEST',
          idClient: String(index % 10),
          idCommande: String(index % 40),
        });
        stored.unshift(payment);
        await transaction.insertPayment(payment);
      }
    });
  });

  /** The same question, answered by the domain's own rule over everything that was stored. */
  function expected(query: PaymentQuery, caller: Caller): readonly Payment[] {
    const equal = (wanted: string | null, value: string) => wanted === null || wanted === value;
    return stored.filter(
      (payment) =>
        maySee(production, caller, payment) &&
        (query.statuses === null || query.statuses.includes(payment.status)) &&
        (query.paymentTargets === null || query.paymentTargets.includes(payment.paymentTarget)) &&
        equal(query.idSociete, payment.idSociete) &&
        equal(query.idOrigin, payment.idOrigin) &&
        equal(query.idClient, payment.idClient) &&
        equal(query.idCommande, payment.idCommande),
    );
  }

  async function everyPage(query: PaymentQuery): Promise<readonly Payment[]> {
    const found: Payment[] = [];
    let beforeId: string | null = null;
    while (found.length <= stored.length) {
      const page: readonly Payment[] = await opened.store.payments({ ...query, beforeId });
      found.push(...page);
      expect(page.length).toBeLessThanOrEqual(query.limit);
      if (page.length < query.limit) break;
      beforeId = page.at(-1)?.id ?? null;
    }
    return found;
  }

  describe.each(filters)('with $what', ({ what: _, ...filter }) => {
    test('shows everything to who may see everything, page by page, newest first', async () => {
      const query = { ...everything, ...filter };
      for (const limit of [7, 100]) {
        expect(await everyPage({ ...query, limit })).toEqual(expected(query, everybody));
      }
    });

    test.each(callers)('shows what maySee allows, to %j', async (visibleTo) => {
      const { client, societes, origins, targets = null, runModes = ['TEST', 'LIVE'] } = visibleTo;
      const caller: Caller = {
        ...anonymous,
        client,
        societes: societes && new Set(societes),
        origins: origins && new Set(origins),
        targets: targets && new Set(targets),
        runModes: new Set(runModes),
      };
      const query = { ...everything, ...filter, visibleTo };
      expect(await everyPage({ ...query, limit: 13 })).toEqual(expected(query, caller));
    });
  });

  test('sorts ids byte by byte', async () => {
    const { store } = opened;
    const ids = ['pay_B', 'pay_a', 'pay_Z', 'pay_é', 'pay_0'];
    await store.transact(async (transaction) => {
      for (const id of ids) await transaction.insertPayment(examplePayment({ id, idClient: 'bytes' }));
    });
    const listed = await store.payments({ ...everything, idClient: 'bytes' });
    expect(listed.map(({ id }) => id)).toEqual(['pay_é', 'pay_a', 'pay_Z', 'pay_B', 'pay_0']);
  });
});
