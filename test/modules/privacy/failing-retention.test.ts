import { describe, expect, it } from 'vitest';
import { StoreUnavailableError } from '../../../src/kernel/store-unavailable.ts';
import { applyRetention } from '../../../src/modules/privacy/apply-retention.ts';
import { retentionMonthMs, retentionPeriods } from '../../../src/modules/privacy/retention.ts';
import { commandOn } from '../../support/cli/run-gateway.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiated } from '../../support/requests.ts';
import { ask, exampleNotification, identifiers } from '../../support/store/examples.ts';

/** One row that cannot be read holds up no other row and no other kind. */

const line = 'what was kept long enough could not be removed; it is tried again';

describe.each(drawnDatabases())('a retention that fails for one row, on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));

  async function command(): Promise<readonly [number, string]> {
    const { code, written, complaints } = await commandOn(gateway, ['privacy', 'retention']);
    return [code, written + complaints];
  }
  const failures = () => gateway.logs.filter(({ msg }) => msg === line);

  it('removes the rest, logs the row at error, and removes it once it can be read', async () => {
    const [broken, sound] = [(await initiated(gateway)).payment, (await initiated(gateway)).payment];
    const messages = [broken, sound].map(({ id }) =>
      exampleNotification({ receivedAt: gateway.now(), outcome: { kind: 'APPLIED', reason: null, paymentId: id } }),
    );
    const act = { id: identifiers.newId('act'), client: 'command line', operator: 'camille', subject: 'x' } as const;
    await gateway.store.transact(async (transaction) => {
      for (const message of messages) await transaction.insertNotification(message);
      await transaction.insertAction({ ...act, kind: 'IMPORT_FILE', at: gateway.now() });
    });
    await gateway.pass(2 * 86_400_000);
    const ofBroken = `where id = '${broken.id}'`;
    await ask(gateway.databaseUrl, `update payments set payer = '{"name":"Marie\nDupont' ${ofBroken}`);
    gateway.advance(61 * retentionMonthMs);
    const { payment: ranOut } = await initiated(gateway);
    gateway.advance(61 * retentionMonthMs);
    await gateway.runWorkers('retention');
    const fault = expect.stringMatching(/^SyntaxError: at /);
    expect(failures()).toMatchObject([
      { level: 50, subject: messages[0]?.id, fault },
      { level: 50, subject: broken.id, fault },
    ]);
    expect(gateway.logs.at(-1)).toMatchObject({ notifications: 1, payers: 2, operators: 1 });
    for (const { id } of [sound, ranOut])
      expect(await gateway.store.paymentById(id)).toMatchObject({ email: expect.stringMatching(/^erased-/) });
    const report = new RegExp(
      `^Removed: .*\nIt failed for:\n${messages[0]?.id}: SyntaxError: at .*\n${broken.id}: SyntaxError`,
    );
    expect(await command()).toEqual([1, expect.stringMatching(report)]);
    await ask(gateway.databaseUrl, `update payments set payer = '{}' ${ofBroken}`);
    expect(await command()).toEqual([0, expect.stringMatching(/of 1 message of banks, the payers of 1 payment/)]);
    await gateway.runWorkers('retention');
    expect(failures()).toHaveLength(2);
  });

  it('ends at once where the database cannot be used', async () => {
    const unreachable = new StoreUnavailableError('UNREACHABLE', { cause: null, isOutcomeUnknown: false });
    const { store, now: clock } = gateway;
    const periods = { notificationMonths: 1, payerMonths: 1, operatorMonths: 1, auditMonths: 1 };
    const done = applyRetention(
      { store, clock, identifiers, eventHandlers: [] },
      {
        periods: retentionPeriods({ ...periods, unconfirmedBankFileDays: 1, idempotencyKeyDays: 1 }),
        ...{ isRehearsal: true, limit: 1, failed: () => expect.unreachable() },
        goesOn: () => Promise.reject(unreachable),
      },
    );
    await expect(done).rejects.toBe(unreachable);
  });
});
