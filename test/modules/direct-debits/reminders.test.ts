import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../src/kernel/durations.ts';
import { lateBy } from '../../../src/modules/bank-statements/list-transfers.ts';
import { configOf } from '../../support/config-of.ts';
import { debitOf } from '../../support/direct-debits/debit-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiated } from '../../support/requests.ts';

describe.each(drawnDatabases())('a transfer that is awaited, on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));

  it('is reminded of once before its end, and then given up, each by an event', async () => {
    const { payment } = await initiated(gateway, { paymentTarget: 'MILLIET', paymentType: 'SEPA' });
    const storyOf = async () =>
      (await debitOf(gateway, payment.id)).events.edges.map(({ node }) => `${node.type} ${node.status}`);
    await gateway.runWorkers('remind-of-transfers');
    expect(await storyOf()).toEqual(['INITIATED REQUIRES_ACTION']);
    await gateway.pass(24 * dayMs, 'remind-of-transfers');
    await gateway.runWorkers('remind-of-transfers');
    expect(await storyOf()).toEqual(['INITIATED REQUIRES_ACTION', 'REMINDER_DUE REQUIRES_ACTION']);
    gateway.advance(7 * dayMs);
    await gateway.runWorkers();
    expect((await storyOf()).at(-1)).toBe('STATUS_CHANGED EXPIRED');
  });

  it('has a reference that no other payment has', async () => {
    const references = [];
    for (let count = 0; count < 3; count++) {
      const { payment } = await initiated(gateway, { paymentTarget: 'MILLIET', paymentType: 'SEPA' });
      references.push(payment.nextAction?.__typename === 'BankTransferAction' ? payment.nextAction.reference : '');
    }
    expect(new Set(references).size).toBe(3);
    for (const reference of references) expect(reference).toMatch(/^RF\d{2}[0-9A-Z]{8}$/);
  });

  it('is reminded of though one before it has a broken story', async () => {
    const awaited = async () =>
      (await initiated(gateway, { paymentTarget: 'MILLIET', paymentType: 'SEPA' })).payment.id;
    const [broken, sound] = [await awaited(), await awaited()];
    await gateway.store.transact((transaction) => transaction.updatePayment(broken, 1, { updatedAt: gateway.now() }));
    await gateway.pass(24 * dayMs, 'remind-of-transfers');
    expect((await gateway.store.eventsOf(broken, 0, 100)).map(({ type }) => type)).toEqual(['INITIATED']);
    expect((await gateway.store.eventsOf(sound, 0, 100)).at(-1)?.type).toBe('REMINDER_DUE');
  });
});

describe('a transfer that is awaited for few days', () => {
  const { lifetimes } = configOf({ lifetimes: { bankTransferDays: 3 } });
  const gateway = openForGroup(() => startGateway({ config: { lifetimes } }));

  it('is reminded of after a day, not at once', async () => {
    const { payment } = await initiated(gateway, { paymentTarget: 'MILLIET', paymentType: 'SEPA' });
    const typesOf = async () => (await gateway.store.eventsOf(payment.id, 0, 100)).map(({ type }) => type);
    await gateway.runWorkers('remind-of-transfers');
    expect(await typesOf()).toEqual(['INITIATED']);
    await gateway.pass(dayMs, 'remind-of-transfers');
    expect(await typesOf()).toEqual(['INITIATED', 'REMINDER_DUE']);
  });

  it.each([
    [7, 30, 7],
    [0, 30, 7],
    [0, 3, 2],
    [0, 1, 0],
  ])(
    'is late, with a reminder of %i days and a wait of %i, %i days before its end',
    (bankTransferReminderDays, days, late) => {
      const settings = { bankTransferReminderDays, bankTransferLifetimeMs: days * dayMs };
      expect(lateBy({ clock: () => 0, settings })).toBe(late * dayMs);
    },
  );
});
