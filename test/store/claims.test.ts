import { describe, expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { at, exampleNotification, initiate, openTestStore } from '../support/store/examples.ts';

describe.each(databases)('what only one may have ($name)', (database) => {
  const opened = openForGroup(() => openTestStore(database));

  test('an idempotency key is claimed by one of fifty at once, and the others learn by whom', async () => {
    const { store } = opened;
    const claims = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        store.transact((transaction) =>
          transaction.claimIdempotencyKey({
            scope: 'boutique initiatePayment TEST',
            key: 'commande n° 45012 + 1',
            fingerprint: `fingerprint ${index}`,
            holderId: `pay_${index}`,
            at,
          }),
        ),
      ),
    );
    const winners = claims.flatMap(({ claimed }, index) => (claimed ? [index] : []));
    expect(winners).toHaveLength(1);
    const taken = { claimed: false, fingerprint: `fingerprint ${winners[0]}`, holderId: `pay_${winners[0]}` };
    expect(claims.filter(({ claimed }) => !claimed)).toEqual(Array.from({ length: 49 }, () => taken));
  });

  test('an idempotency key of another scope is another key', async () => {
    const claim = { key: 'k', fingerprint: 'f', holderId: 'p', at };
    const claimed = await Promise.all(
      ['a', 'b', 'A'].map((scope) => opened.store.transact((tx) => tx.claimIdempotencyKey({ ...claim, scope }))),
    );
    expect(claimed).toEqual([{ claimed: true }, { claimed: true }, { claimed: true }]);
  });

  test('an idempotency key is free again where the unit of work that claimed it failed', async () => {
    const { store } = opened;
    const claim = { scope: 's', key: 'free again', fingerprint: 'f', holderId: 'p', at };
    const failing = store.transact(async (transaction) => {
      await transaction.claimIdempotencyKey(claim);
      throw new Error('refused after all');
    });
    await expect(failing).rejects.toThrow('refused after all');
    expect(await store.transact((transaction) => transaction.claimIdempotencyKey(claim))).toEqual({ claimed: true });
  });

  test('a sequence gives each number once, over all callers', async () => {
    const { store } = opened;
    const next = (counter: string) => store.transact((transaction) => transaction.nextSequence(counter));
    const numbers = await Promise.all(Array.from({ length: 100 }, () => next('shop 2026-11-25')));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, index) => index));
    expect(await next('shop 2026-11-26')).toBe(0);
    const three = await store.transact(async (transaction) => [
      await transaction.nextSequence('t'),
      await transaction.nextSequence('t'),
      await transaction.nextSequence('u'),
    ]);
    expect(three).toEqual([0, 1, 0]);
  });

  test('an update is applied once, however often and under whichever notification it comes', async () => {
    const { store } = opened;
    const claim = (key: string, notification: string) =>
      store.transact((transaction) => transaction.claimUpdate('PAYBOX', key, notification, at));
    const claims = await Promise.all(Array.from({ length: 20 }, (_, index) => claim('9|PAID', `ntf_${index}`)));
    const first = `ntf_${claims.indexOf(null)}`;
    expect(claims.filter((holder) => holder !== null)).toEqual(Array.from({ length: 19 }, () => first));
    expect(await claim('9|PAID', first)).toBe(first);
    expect(await claim('9|REFUSED', 'ntf_1')).toBeNull();
    expect(await store.transact((tx) => tx.claimUpdate('LABANQUEPOSTALE', '9|PAID', 'ntf_1', at))).toBeNull();
  });

  test("a bank's transaction pays one attempt, and later claims learn which", async () => {
    const { store } = opened;
    const attempts = await Promise.all(
      [1, 2].map(async () => (await store.lastAttemptOf((await initiate(store)).id))?.id ?? ''),
    );
    const [first = '', second = ''] = attempts;
    const claim = (attempt: string, runMode: 'TEST' | 'LIVE' = 'TEST') =>
      store.transact((transaction) => transaction.claimBankTransaction('PAYBOX', runMode, '4711', attempt));
    expect(await claim(first)).toBe(first);
    expect(await claim(second)).toBe(first);
    expect(await claim(first)).toBe(first);
    expect(await claim(second, 'LIVE')).toBe(second);
    await expect(
      store.transact((tx) => tx.claimBankTransaction('PAYBOX', 'TEST', '4712', 'att_unknown')),
    ).rejects.toThrow(/foreign key/i);
  });

  test("a contract's transaction pays one attempt, and that of another contract is another one", async () => {
    const { store } = opened;
    const attempts = await Promise.all(
      Array.from({ length: 20 }, async () => (await store.lastAttemptOf((await initiate(store)).id))?.id ?? ''),
    );
    const claim = (attemptId: string, contract = 'PAYBOX LIVE 1999888/32') =>
      store.transact((transaction) =>
        transaction.claimContractTransaction({ contract, bankTransaction: '4713', attemptId }),
      );
    const holders = new Set(await Promise.all(attempts.map((attempt) => claim(attempt))));
    expect(holders.size).toBe(1);
    const [first = ''] = attempts;
    expect(await claim(first, 'PAYBOX LIVE 1999887/32')).toBe(first);
  });

  test('a claim names the société of its payment', async () => {
    const { store } = opened;
    const attemptId = (await store.lastAttemptOf((await initiate(store)).id))?.id ?? '';
    expect(await store.claimantOf('PAYBOX', 'LIVE', '4714')).toBeNull();
    await store.transact((transaction) => transaction.claimBankTransaction('PAYBOX', 'LIVE', '4714', attemptId));
    expect(await store.claimantOf('PAYBOX', 'LIVE', '4714')).toEqual({ attemptId, idSociete: '1' });
    expect(await store.claimantOf('PAYBOX', 'TEST', '4714')).toBeNull();
  });

  test('a report is one for each attempt, is read when it is due, and goes', async () => {
    const { store } = opened;
    const id = (await store.lastAttemptOf((await initiate(store)).id))?.id ?? '';
    const save = (bankTransactions: readonly string[], nextAskAt: number) =>
      store.transact((transaction) => transaction.saveReport({ id, bankTransactions, since: at, nextAskAt }));
    await save(['1'], at + 10);
    await save(['1', '2'], at + 20);
    const due = async (now: number) =>
      (await store.reportsToAsk({ now, behind: { at: 0, id: '' }, limit: 100 })).map((report) => report.id);
    expect(await store.reportOf(id)).toMatchObject({ id, attempt: { id }, bankTransactions: ['1', '2'], since: at });
    expect(await due(at + 19)).not.toContain(id);
    expect(await due(at + 20)).toContain(id);
    const postpone = (bankTransactions: readonly string[]) =>
      store.transact((transaction) => transaction.postponeReport({ id, bankTransactions }, at + 30));
    const remove = (bankTransactions: readonly string[]) =>
      store.transact((transaction) => transaction.deleteReport({ id, bankTransactions }));
    expect([await postpone(['1']), await remove(['1'])]).toEqual([false, false]);
    expect(await postpone(['1', '2'])).toBe(true);
    expect(await store.reportOf(id)).toMatchObject({ since: at, nextAskAt: at + 30 });
    expect([await remove(['1', '2']), await postpone(['1', '2'])]).toEqual([true, false]);
    expect(await store.reportOf(id)).toBeNull();
  });
});

describe.each(databases)('a notification ($name)', (database) => {
  const opened = openForGroup(() => openTestStore(database));

  test.each([
    ['bytes of every value', Buffer.from(Array.from({ length: 256 }, (_, index) => index))],
    ['no bytes', Buffer.alloc(0)],
  ])('keeps its body of %s', async (_what, body) => {
    const { store } = opened;
    const notification = exampleNotification({ body });
    await store.transact((transaction) => transaction.insertNotification(notification));
    const found = await store.notification(notification.id);
    expect(found).toEqual(notification);
    expect(Buffer.isBuffer(found?.body)).toBe(true);
  });

  test('learns what became of it', async () => {
    const { store } = opened;
    const payment = await initiate(store);
    const notification = exampleNotification({ idSociete: null, method: 'GET', query: '' });
    const outcome = { kind: 'CONTRADICTION', reason: 'amount', paymentId: payment.id } as const;
    await store.transact((transaction) => transaction.insertNotification(notification));
    const update = () =>
      store.transact((transaction) => transaction.updateNotification(notification.id, 'STORED', outcome));
    expect([await update(), await update()]).toEqual([true, false]);
    expect(await store.notification(notification.id)).toEqual({ ...notification, outcome });
  });
});
