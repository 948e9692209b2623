import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { payAtBank } from '../support/at-bank.ts';
import { startBankGateway, transferOf } from '../support/bank-statements/bank-gateway.ts';
import { signed } from '../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { scriptFault, startGateway } from '../support/gateway.ts';
import { openForEach } from '../support/open-for.ts';
import { type Initiated, initiated } from '../support/requests.ts';
import { ask, exampleNotification } from '../support/store/examples.ts';

/** A row that cannot be read is named at error, holds up no other row, and has its turn once it can be read. */

const [minuteMs, dayMs] = [60_000, 86_400_000];

describe.each(drawnDatabases())('a round over a row that cannot be read, on $name', ({ open }) => {
  const gateway = openForEach(() => startGateway({ open, aheadMs: Date.UTC(2026, 10, 25, 9) - Date.now() }));
  const set = (table: string, id: string, change: string) =>
    ask(gateway.databaseUrl, `update ${table} set ${change} where id = '${id}'`);
  const statusOf = async ({ payment }: Initiated) => (await gateway.store.paymentById(payment.id))?.status;
  const named = (id: string) =>
    gateway.logs.filter((line) => line.level === 50 && [line.subject, line.notification].includes(id)).length;
  const transfer = () => initiated(gateway, { paymentTarget: 'MILLIET', paymentType: 'SEPA' });

  it('ends the payments after it in their time', async () => {
    const [broken, sound] = [await transfer(), await transfer()];
    await set('payments', broken.payment.id, `payer = '{"name":'`);
    await gateway.pass(60 * dayMs);
    for (let round = 0; round < 4; round++) await gateway.pass(minuteMs / 4);
    // The first line, and another after a minute: not one for each round.
    expect([await statusOf(sound), named(broken.payment.id)]).toEqual(['EXPIRED', 2]);
    await set('payments', broken.payment.id, 'payer = null');
    await gateway.pass(minuteMs);
    expect([await statusOf(broken), named(broken.payment.id)]).toEqual(['EXPIRED', 2]);
  });

  it.each(['payments', 'payment_attempts'])('asks the banks about the payments after it, of %s', async (table) => {
    const silent = async (paymentTarget: 'PAYBOX' | 'LABANQUEPOSTALE') => {
      const initiation = await initiated(gateway, { paymentTarget });
      await scriptFault(gateway, { kind: 'LOSE_NOTIFICATION', reference: `${initiation.payment.reference}-1` });
      await payAtBank(initiation);
      return initiation;
    };
    const [broken, sound, other] = [await silent('PAYBOX'), await silent('PAYBOX'), await silent('LABANQUEPOSTALE')];
    const [attempt] = await gateway.store.attemptsOf(broken.payment.id);
    const id = table === 'payments' ? broken.payment.id : String(attempt?.id);
    await set(table, id, `status = 'NONSENSE'`);
    await gateway.pass(20 * minuteMs);
    expect([await statusOf(sound), await statusOf(other)]).toEqual(['PAID', 'PAID']);
    expect(named(String(attempt?.id))).toBeGreaterThan(0);
    await set(table, id, `status = '${table === 'payments' ? 'REQUIRES_ACTION' : 'OPEN'}'`);
    await gateway.pass(minuteMs);
    await gateway.pass(minuteMs);
    expect(await statusOf(broken)).toBe('PAID');
  });

  it('ends the mandates after it', async () => {
    const [broken, sound] = [await signed(gateway, { idClient: 'a' }), await signed(gateway, { idClient: 'b' })];
    await set('mandates', broken.id, `scheme = 'NONSENSE'`);
    await gateway.pass(37 * 31 * dayMs, 'expire-mandates');
    expect(await gateway.store.mandateById(sound.id)).toMatchObject({ status: 'EXPIRED' });
    expect(named(broken.id)).toBe(1);
    await set('mandates', broken.id, `scheme = 'CORE'`);
    await gateway.runWorkers('expire-mandates');
    expect(await gateway.store.mandateById(broken.id)).toMatchObject({ status: 'EXPIRED' });
  });

  it("applies the banks' messages after it, and tries it ever later", async () => {
    const [broken, sound] = [exampleNotification(), exampleNotification({ digest: 'of other bytes' })];
    await gateway.store.transact(async (transaction) => {
      for (const message of [broken, sound]) await transaction.insertNotification(message);
    });
    await set('notifications', broken.id, `method = 'NONSENSE'`);
    await gateway.pass(Math.max(minuteMs, Date.now() + minuteMs - gateway.now()), 'inbox');
    await gateway.runWorkers('inbox');
    expect((await gateway.store.notification(sound.id))?.outcome.kind).toBe('REJECTED');
    expect(named(broken.id)).toBe(1);
  });
});

describe("the worker of the banks' files", () => {
  const gateway = openForEach(startBankGateway);

  it('goes on with the files after one, after a decision and beside a block, that cannot be read', async () => {
    for (const name of ['1', '2', '3']) {
      await writeFile(path.join(gateway.folder, 'inbox', name), transferOf('1.00', 'x', name));
      for (let look = 0; look < 2; look++) await gateway.pass(2_000, 'bank-files');
    }
    const change = (sql: string) => ask(gateway.databaseUrl, sql);
    const [broken, of, sound] = (await change('select id from bank_files order by id')).map(({ id }) => String(id));
    const [decision] = await change('select min(id) as id from bank_exceptions');
    await change(
      `update bank_exceptions set resolution = 'COLLECTED', resolved_at = 0, details = '{' where id = '${decision?.id}'`,
    );
    await change(`update bank_exceptions set kind = 'BLOCK_DIFFERS', details = '{' where file_id = '${of}'`);
    const [block] = await change(`select id from bank_exceptions where file_id = '${of}'`);
    await change(`update bank_files set status = 'RECEIVED', done = 0 where id <> '${of}'`);
    await change(`update bank_files set rights = '{' where id = '${broken}'`);
    for (let round = 0; round < 3; round++) await gateway.runWorkers('bank-files');
    expect(await change(`select status from bank_files where id = '${sound}'`)).toEqual([{ status: 'IMPORTED' }]);
    const named = gateway.logs.filter(({ msg }) => String(msg).includes('could not be taken on'));
    expect(named).toMatchObject([
      { level: 50, exception: decision?.id },
      { level: 50, bankFile: broken },
      { level: 50, exception: block?.id },
    ]);
  });
});
