import { describe, expect, it } from 'vitest';
import type { NotificationOutcome } from '../../../src/modules/payments/notifications/notification.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { applyRetention, nothingRetired, type Retired } from '../../../src/modules/privacy/apply-retention.ts';
import { type RetentionPeriods, retentionPeriods } from '../../../src/modules/privacy/retention.ts';
import { commandOn } from '../../support/cli/run-gateway.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiated } from '../../support/requests.ts';
import {
  ask,
  exampleEvent,
  exampleNotification,
  examplePayment,
  identifiers,
  initiate,
  insertPayment,
  openTestStore,
} from '../../support/store/examples.ts';
import { found } from '../../support/store/found.ts';

/** What is kept for a time only goes when its time is over, not earlier, and never while a payment needs it. */

const day = 86_400_000;
const now = Date.UTC(2030, 0, 1);
const periods: RetentionPeriods = {
  ...{ notificationMs: 100 * day, payerMs: 200 * day, unconfirmedFileMs: 30 * day, idempotencyKeyMs: 31 * day },
  operatorMs: 300 * day,
  auditMs: null,
};

it('a month is never shorter than a month, and what is null is kept', () => {
  expect(
    retentionPeriods({
      ...{ notificationMonths: 2, payerMonths: null, unconfirmedBankFileDays: 30, idempotencyKeyDays: 31 },
      operatorMonths: 10,
      auditMonths: 60,
    }),
  ).toEqual({
    notificationMs: 62 * day,
    payerMs: null,
    unconfirmedFileMs: 30 * day,
    operatorMs: 310 * day,
    auditMs: 1860 * day,
    idempotencyKeyMs: 31 * day,
  });
});

describe.each(drawnDatabases())('retention on $name', (database) => {
  const opened = openForGroup(() => openTestStore(database));

  const servicesOf = () => ({ store: opened.store, clock: () => now, identifiers, eventHandlers: [] });
  const retire = (change: Partial<Parameters<typeof applyRetention>[1]> = {}): Promise<Retired> =>
    applyRetention(servicesOf(), {
      periods,
      isRehearsal: false,
      limit: Number.POSITIVE_INFINITY,
      goesOn: async () => true,
      ...change,
    });

  const aged = (days: number, change: Partial<Payment> = {}): Promise<Payment> => {
    const at = now - days * day;
    return initiate(opened.store, { status: 'PAID', createdAt: at, updatedAt: at, expiresAt: at + day, ...change });
  };
  const stored = async ({ id }: Pick<Payment, 'id'>): Promise<Payment> => found(await opened.store.paymentById(id));
  const isErased = async (payment: Payment): Promise<boolean> =>
    (await stored(payment)).email.endsWith('@erased.invalid');

  describe('who paid', () => {
    it('goes when the payment ended long enough ago, and the accounts stay', async () => {
      const old = await aged(201, { derivedKey: 'derived-1', mandate: 'RUM-9' });
      const young = await aged(199);
      expect((await retire()).payers).toBe(1);
      const pseudonym = `erased-${old.reference.toLowerCase()}`;
      expect(await stored(old)).toEqual({
        ...old,
        email: `${pseudonym}@erased.invalid`,
        commentaire: null,
        payer: null,
        returnUrl: null,
        updatedAt: now,
        version: 2,
      });
      expect((await opened.store.eventsOf(old.id, 1, 10)).map(({ type, data }) => [type, data])).toEqual([
        ['ERASED', {}],
      ]);
      expect(await stored(young)).toEqual(young);
      expect((await retire()).payers).toBe(0);
    });

    it('stays while it may be needed, however old the payment is', async () => {
      const kept = await Promise.all([
        aged(900, { status: 'PENDING', expiresAt: null }),
        aged(900, { status: 'SUBMITTED', expiresAt: null }),
        aged(900, { status: 'AUTHORIZED' }),
        aged(900, { status: 'NEEDS_REVIEW' }),
        aged(900, { status: 'REQUIRES_ACTION', expiresAt: now + day }),
        aged(900, { status: 'REQUIRES_ACTION', expiresAt: null }),
        // It came back to life: what counts is when something happened last.
        aged(900, { status: 'REFUNDED', updatedAt: now - 199 * day }),
      ]);
      expect((await retire()).payers).toBe(0);
      for (const payment of kept) expect(await stored(payment)).toEqual(payment);
    });

    it('of a payment whose time ran out goes with it, and its key, for no money came', async () => {
      const ranOut = await aged(300, { status: 'REQUIRES_ACTION', derivedKey: 'derived-2' });
      expect((await retire()).payers).toBe(1);
      expect(await stored(ranOut)).toMatchObject({ status: 'EXPIRED', derivedKey: null, payer: null, version: 3 });
    });

    it('that was erased by hand is not touched again', async () => {
      const payment = await aged(300);
      await opened.store.transact(async (transaction) => {
        const at = now - 250 * day;
        const erasure = { email: 'x@erased.invalid', idClient: null, derivedKey: null, updatedAt: at, erasedAt: at };
        await transaction.erasePayer(payment.id, 1, erasure);
        await transaction.appendEvent(exampleEvent(payment, { type: 'ERASED', data: {} }), 2);
      });
      expect((await retire()).payers).toBe(0);
      expect((await stored(payment)).email).toBe('x@erased.invalid');
    });
  });

  describe("a bank's message", () => {
    const message = async (days: number, outcome: NotificationOutcome): Promise<string> => {
      const notification = exampleNotification({ receivedAt: now - days * day, outcome });
      await opened.store.transact((transaction) => transaction.insertNotification(notification));
      return notification.id;
    };
    const outcome = (kind: NotificationOutcome['kind'], paymentId: string | null = null): NotificationOutcome => ({
      kind,
      reason: 'as it was',
      paymentId,
    });
    const contentOf = async (id: string): Promise<string> => {
      const found = await opened.store.notification(id);
      return `${found?.query}|${found?.body.length === 300 ? 'bytes' : found?.body}|${found?.headers}|${found?.source}`;
    };

    it('loses its content, and keeps its digest and what became of it', async () => {
      const paid = await aged(101);
      const ids = await Promise.all([
        message(101, outcome('APPLIED', paid.id)),
        message(101, outcome('REJECTED')),
        message(101, outcome('QUARANTINED')),
        message(101, outcome('DUPLICATE')),
      ]);
      const young = await message(99, outcome('APPLIED', paid.id));
      expect((await retire()).notifications).toBe(4);
      for (const id of ids) expect(await contentOf(id)).toBe('|erased|{}|');
      expect(await contentOf(young)).toContain('bytes');
      expect(await opened.store.notification(ids[0] ?? '')).toMatchObject({
        digest: '00'.repeat(32),
        receivedAt: now - 101 * day,
        outcome: outcome('APPLIED', paid.id),
      });
      expect((await retire()).notifications).toBe(0);
    });

    it('stays while its payment is not at its end, or while it is unread', async () => {
      const waiting = await aged(150, { status: 'AUTHORIZED' });
      const ids = await Promise.all([
        message(101, outcome('APPLIED', waiting.id)),
        message(900, { kind: 'STORED', reason: null, paymentId: null }),
      ]);
      expect((await retire()).notifications).toBe(0);
      for (const id of ids) expect(await contentOf(id)).toContain('bytes');
    });
  });

  describe('an idempotency key', () => {
    const claim = (key: string, at: number) =>
      opened.store.transact((transaction) =>
        transaction.claimIdempotencyKey({ scope: 'boutique', key, fingerprint: 'f', holderId: 'pay_1', at }),
      );
    const keys = async () =>
      (await ask(opened.databaseUrl, 'select key from idempotency_keys order by key')).map(({ key }) => key);

    it('goes after its days, also where thousands are of one moment', async () => {
      await opened.store.transact(async (transaction) => {
        for (let index = 0; index < 450; index++) {
          const at = now - 32 * day + Math.floor(index / 300);
          await transaction.claimIdempotencyKey({ scope: 's', key: `old-${index}`, fingerprint: '', holderId: '', at });
        }
      });
      await claim('at its end', now - 31 * day);
      await claim('young', now - 31 * day + 1);
      expect((await retire({ isRehearsal: true })).idempotencyKeys).toBe(450);
      expect((await retire()).idempotencyKeys).toBe(450);
      expect(await keys()).toEqual(['at its end', 'young']);
      expect(await claim('old-0', now)).toEqual({ claimed: true });
    });
  });

  describe('the work', () => {
    it('only counts where it is a rehearsal', async () => {
      const payment = await aged(500);
      expect(await retire({ isRehearsal: true })).toMatchObject({ payers: 1 });
      expect(await stored(payment)).toEqual(payment);
    });

    it('does nothing where everything is kept', async () => {
      const kept = {
        ...{
          notificationMs: null,
          payerMs: null,
          unconfirmedFileMs: null,
          operatorMs: null,
          auditMs: null,
          idempotencyKeyMs: null,
        },
      };
      expect(await retire({ periods: kept })).toEqual(nothingRetired);
    });

    it('ends with a batch where it may not go on, or has done enough, and goes on another time', async () => {
      await retire();
      const payments = Array.from({ length: 450 }, () =>
        examplePayment({ status: 'PAID', createdAt: now - 400 * day, updatedAt: now - 400 * day }),
      );
      await opened.store.transact(async (transaction) => {
        for (const payment of payments) {
          await insertPayment(transaction, payment);
        }
      });
      expect((await retire({ goesOn: async () => false })).payers).toBe(0);
      // The batches hold payments as well that are old and not at their end.
      const { payers: first } = await retire({ limit: 150 });
      const { payers: second } = await retire({ goesOn: async ({ payers }) => payers < 1 });
      expect([first, second].every((payers) => payers > 150 && payers <= 200)).toBe(true);
      expect((await retire()).payers).toBe(450 - first - second);
      for (const payment of payments) expect(await isErased(payment)).toBe(true);
      const pseudonyms = await Promise.all(payments.map(async (payment) => (await stored(payment)).email));
      expect(new Set(pseudonyms).size).toBe(450);
    });
  });
});

describe.each(drawnDatabases())('a gateway on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));

  async function command(...args: string[]) {
    const { code, written, complaints } = await commandOn(gateway, ['privacy', 'retention', ...args]);
    return [code, written + complaints];
  }

  it('removes by itself what its config does not keep, says so, and counts it', async () => {
    const { payment } = await initiated(gateway, { idempotencyKey: 'a-key', commentaire: 'Pour Marie' });
    await gateway.runWorkers('retention');
    gateway.advance(32 * day);
    const nothing =
      'the content of 0 messages of banks, the payers of 0 payments, the debtors of 0 mandates, the names in 0 exceptions of bank files, 0 bank files that were never confirmed, the users who ran 0 commands, 0 entries of the audit log, ';
    expect(await command('--dry-run')).toEqual([
      0,
      `Would be removed: ${nothing}1 idempotency key. Nothing was changed.\n`,
    ]);
    await gateway.runWorkers('retention');
    await gateway.pass(60 * 31 * day, 'retention');
    expect(await gateway.store.paymentById(payment.id)).toMatchObject({ status: 'EXPIRED', commentaire: null });
    expect(gateway.logs.filter(({ msg }) => msg === 'what was kept long enough was removed')).toMatchObject([
      { idempotencyKeys: 1, payers: 0, notifications: 0 },
      { idempotencyKeys: 0, payers: 1, notifications: 0 },
    ]);
    const metrics = await (await gateway.get('/metrics')).text();
    expect(metrics).toContain('reglement_retention_removed_total{kind="idempotency_key"} 1');
    expect(metrics).toContain('reglement_retention_removed_total{kind="payer"} 1');
    expect(await command()).toEqual([0, `Removed: ${nothing}0 idempotency keys.\n`]);
  });
});
