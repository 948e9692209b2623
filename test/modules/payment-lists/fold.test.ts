import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/app/store.ts';
import { createIdentifiers } from '../../../src/kernel/identifiers.ts';
import { settlingMs } from '../../../src/modules/event-log/chain.ts';
import { lookAgainAgesMs } from '../../../src/modules/event-log/look-again.ts';
import { foldPayments } from '../../../src/modules/payment-lists/fold-payments.ts';
import { createPaymentListWorker } from '../../../src/modules/payment-lists/worker.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';
import {
  ask,
  everything,
  exampleEvent,
  examplePayment,
  exampleRecord,
  insertPayment,
  openTestStore,
} from '../../support/store/examples.ts';

/** Half an hour before midnight in Paris, on the day on which the clocks go back. */
const start = Date.UTC(2026, 9, 25, 22, 30);

describe.each(drawnDatabases())('the worker of the payment lists ($name)', (database) => {
  const opened = openForEach(() => openTestStore(database));

  /** A clock, ids that follow it, and what is recorded by them. */
  function recorder(store: Store) {
    let now = start;
    let count = 0;
    const { newId } = createIdentifiers(() => now);
    const record = async (change: Partial<Payment> = {}): Promise<Payment> => {
      const reference = `FOLD-${++count}`;
      const payment = examplePayment({ id: newId('pay'), reference, createdAt: now, updatedAt: now, ...change });
      const event = { ...exampleEvent(payment), id: newId('evt') };
      await store.recordInitiation(exampleRecord(payment, { event }));
      return payment;
    };
    const pay = (payment: Payment, id = newId('evt')) =>
      store.transact(async (transaction) => {
        await transaction.updatePayment(payment.id, payment.version, { status: 'PAID', updatedAt: now });
        const data = { from: payment.status, cause: 'CALLER' } as const;
        const event = exampleEvent(payment, { type: 'STATUS_CHANGED', status: 'PAID', at: now, data });
        await transaction.appendEvent({ ...event, id }, payment.version + 1);
      });
    const advance = (ms: number): void => {
      now += ms;
    };
    const fold = (clock = () => now) =>
      foldPayments({ store, clock, keepsLease: async () => true, onStep: () => undefined });
    return { record, pay, advance, fold, newId, clock: () => now };
  }

  const days = async () =>
    ask(
      opened.databaseUrl,
      `select day, status, cast(sum(payments) as integer) as payments, cast(sum(cents) as integer) as cents
        from payment_days group by day, status having sum(payments) <> 0 order by day, status`,
    );
  const listed = async (): Promise<number> =>
    Number((await ask(opened.databaseUrl, 'select count(*) as found from payment_list'))[0]?.found);

  test('is followed by lists that knew no such kind of payments before', async () => {
    const { store } = opened;
    const { record, pay, advance, fold } = recorder(store);
    const first = await record({ paymentType: 'CB' });
    await record({ paymentType: 'AMEX', status: 'PAID' });
    advance(settlingMs + 1);
    await fold();
    const paidByCard = async () => {
      const found = await store.payments({ ...everything, paymentTypes: ['CB'], statuses: ['PAID'] });
      return found.map(({ id }) => id);
    };
    expect(await paidByCard()).toEqual([]);
    await pay(first);
    advance(settlingMs + 1);
    const late = await record({ paymentType: 'CB', status: 'PAID', idOrigin: 'dcp' });
    expect(await paidByCard()).toEqual([late.id, first.id]);
    advance(settlingMs + 1);
    await fold();
    // By the kinds of before, and a second later by those of now.
    expect(await paidByCard()).toEqual([late.id, first.id]);
    await setTimeout(1100);
    expect(await paidByCard()).toEqual([late.id, first.id]);
  });

  test('copies what is settled, and counts it by days in Paris', async () => {
    const { record, pay, advance, fold } = recorder(opened.store);
    const first = await record({ amountCents: 1000 });
    advance(40 * 60_000);
    await record({ amountCents: 300 });
    await fold();
    expect([await listed(), await days()]).toEqual([
      1,
      [{ day: '2026-10-25', status: 'REQUIRES_ACTION', payments: 1, cents: 1000 }],
    ]);
    advance(settlingMs + 1);
    await pay(first);
    await fold();
    const waiting = { day: '2026-10-26', status: 'REQUIRES_ACTION', payments: 1, cents: 300 };
    // Copied as it was, until the change is settled.
    expect(await days()).toEqual([{ ...waiting, day: '2026-10-25', cents: 1000 }, waiting]);
    advance(settlingMs + 1);
    await fold();
    expect(await days()).toEqual([{ day: '2026-10-25', status: 'PAID', payments: 1, cents: 1000 }, waiting]);
  });

  test('counts nothing twice, of several at once and of repeats', async () => {
    const { record, advance, fold } = recorder(opened.store);
    for (let index = 0; index < 40; index++) await record({ amountCents: 100 });
    advance(settlingMs + 60_000);
    await Promise.all(Array.from({ length: 5 }, () => fold()));
    await fold();
    expect([await listed(), await days()]).toEqual([
      40,
      [{ day: '2026-10-25', status: 'REQUIRES_ACTION', payments: 40, cents: 4000 }],
    ]);
  });

  test('shows a payment whose transaction was slow, and folds it', async () => {
    const { record, advance, fold, newId, clock } = recorder(opened.store);
    const slow = newId('pay');
    advance(20_000);
    const next = await record();
    advance(settlingMs - 30_000);
    await fold();
    const late = await record({ id: slow });
    const newest = async () => (await opened.store.payments(everything)).map(({ id }) => id);
    expect(await newest()).toEqual([next.id, late.id]);
    advance(settlingMs);
    await fold(clock);
    expect([await newest(), await listed()]).toEqual([[next.id, late.id], 2]);
  });

  const soonest = Math.min(...lookAgainAgesMs);

  test('finds again what was committed after its time was settled', async () => {
    const { record, pay, advance, fold, newId } = recorder(opened.store);
    const [slow, slowEvent] = [newId('pay'), newId('evt')];
    advance(1);
    const first = await record({ amountCents: 1000 });
    advance(settlingMs + 1);
    await fold();
    const idsOf = async (query: Partial<typeof everything>) =>
      (await opened.store.payments({ ...everything, ...query })).map(({ id }) => id);
    const byAmount = () => idsOf({ runMode: 'TEST', sort: 'AMOUNT' });
    expect(await byAmount()).toEqual([first.id]);
    const late = await record({ id: slow, amountCents: 300, idOrigin: 'dcp' });
    await pay(first, slowEvent);
    await fold();
    expect(await listed()).toBe(1);
    advance(soonest);
    await fold();
    // The kinds that the list knew before.
    await setTimeout(1100);
    expect(await byAmount()).toEqual([first.id, late.id]);
    expect(await idsOf({ idOrigin: 'dcp' })).toEqual([late.id]);
    expect(await idsOf({ statuses: ['PAID'] })).toEqual([first.id]);
    expect(await days()).toEqual([
      { day: '2026-10-25', status: 'PAID', payments: 1, cents: 1000 },
      { day: '2026-10-25', status: 'REQUIRES_ACTION', payments: 1, cents: 300 },
    ]);
  });

  // SQLite writes one transaction at a time, so none commits unseen by another.
  if (database.name === 'postgres') {
    test('finds again what another connection committed after younger payments were copied', async () => {
      const { store } = opened;
      const { record, advance, fold, newId, clock } = recorder(store);
      const [inserted, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const slow = examplePayment({ id: newId('pay'), createdAt: clock() });
      const committing = store.transact(async (transaction) => {
        await insertPayment(transaction, slow);
        inserted.resolve();
        await held.promise;
      });
      await inserted.promise;
      advance(1);
      const next = await record();
      advance(settlingMs + 1);
      await fold();
      held.resolve();
      await committing;
      advance(soonest);
      await fold();
      const found = await store.payments({ ...everything, runMode: 'TEST', sort: 'AMOUNT' });
      expect(new Set(found.map(({ id }) => id))).toEqual(new Set([slow.id, next.id]));
    });
  }

  test('goes on after a clock that was ahead, and nothing is missing meanwhile', async () => {
    const { record, advance, fold, clock } = recorder(opened.store);
    const first = await record();
    await fold(() => clock() + 2 * settlingMs);
    const second = await record();
    advance(settlingMs * 2);
    expect((await opened.store.payments(everything)).map(({ id }) => id)).toEqual([second.id, first.id]);
    await fold();
    expect([await listed(), await days()]).toEqual([
      2,
      [{ day: '2026-10-25', status: 'REQUIRES_ACTION', payments: 2, cents: 2 * first.amountCents }],
    ]);
  });

  test('totals count what comes before the place of a worker whose clock was ahead', async () => {
    const { record, fold } = recorder(opened.store);
    const ahead = Date.now() + 3 * settlingMs;
    const idAt = (at: number) => createIdentifiers(() => at).newId('pay');
    await record({ id: idAt(ahead), createdAt: ahead });
    await fold(() => ahead + settlingMs + 1);
    expect(await listed()).toBe(1);
    await record({ id: idAt(Date.now()), createdAt: Date.now() });
    const { totals } = await opened.store.paymentTotals({ ...everything, by: [] });
    expect(totals).toMatchObject([{ count: 2 }]);
  });

  test('writes nothing where there is nothing to do, and ends where it loses its lease', async () => {
    const { record, advance, clock } = recorder(opened.store);
    const worker = createPaymentListWorker({ store: opened.store, clock, logger: { info: () => undefined } as never });
    for (let index = 0; index < 601; index++) await record();
    advance(settlingMs + 60_000);
    await worker.round(async () => false);
    expect(await listed()).toBe(600);
    await worker.round(async () => true);
    expect(await listed()).toBe(601);
    const { store } = opened;
    const refusing = { ...store, transact: () => Promise.reject(new Error('wrote')) };
    await createPaymentListWorker({ store: refusing, clock, logger: { info: () => undefined } as never }).round(
      async () => true,
    );
  });
});
