import { stat } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { createCliServices } from '../../../src/app/cli-services.ts';
import { openDatabaseTools } from '../../../src/store/open-store.ts';
import { startGateway, type TestGateway } from '../gateway.ts';
import { countPayments, initiated } from '../requests.ts';
import { commandOn } from './run-gateway.ts';

const halfPastEight = (): number => Date.UTC(2026, 10, 25, 8, 30);

/** `db …` on this database, at half past eight unless `now` says otherwise. */
export const db = (
  databaseUrl: string,
  args: readonly string[],
  environment: Record<string, string> = {},
  now: () => number = halfPastEight,
) =>
  commandOn({ databaseUrl, now }, ['db', ...args], {
    environment: { PATH: process.env.PATH, ...environment },
    ...{ openDatabaseTools, createServices: createCliServices },
  });

/** Takes a payment with a gateway on this database, and counts all. */
export async function pay(databaseUrl: string): Promise<number> {
  const gateway = await startGateway({ databaseUrl });
  await initiated(gateway, { idCommande: `${Math.random()}` });
  const payments = await countPayments(gateway);
  await gateway.close();
  return payments;
}

/** Initiates payments without a pause, until it is stopped. */
function keepPaying(gateway: TestGateway): { readonly stop: () => Promise<number> } {
  let isOver = false;
  const paying = (async () => {
    let count = 0;
    while (!isOver) {
      await initiated(gateway, { idCommande: `load-${count}` });
      count++;
    }
    return count;
  })();
  return {
    stop: () => {
      isOver = true;
      return paying;
    },
  };
}

/** What La Banque Postale knows a new payment by, once a day. */
async function transactionNumber(gateway: TestGateway): Promise<number | null | undefined> {
  const { payment } = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE', idCommande: `${Math.random()}` });
  return (await gateway.store.attemptsOf(payment.id))[0]?.sequence;
}

/** Backs a busy gateway up, restores it elsewhere, and takes a payment there. */
export async function drill(
  folder: string,
  source: string,
  target: string,
  environment: Record<string, string> = {},
): Promise<void> {
  const backup = path.join(folder, `backup-${Math.random()}`);
  const gateway = await startGateway({ databaseUrl: source });
  await Promise.all(Array.from({ length: 30 }, (_, index) => initiated(gateway, { idCommande: `before-${index}` })));
  expect(await transactionNumber(gateway)).toBe(0);
  await gateway.runWorkers();
  const load = keepPaying(gateway);
  expect(await db(source, ['backup', backup], environment)).toMatchObject({ code: 0, complaints: '' });
  const paidMeanwhile = await load.stop();
  expect(await transactionNumber(gateway)).toBe(1);
  const atTheEnd = await countPayments(gateway);
  expect(atTheEnd).toBe(32 + paidMeanwhile);
  await gateway.close();
  expect((await stat(backup)).mode & 0o077).toBe(0);

  const restored = await db(target, ['restore', backup], environment, Date.now);
  expect(restored).toMatchObject({
    code: 0,
    complaints: '',
    written: expect.stringContaining('everyone signs in anew'),
  });
  const [, payments] = /The event log holds: (\d+) payments/.exec(restored.written) ?? [];
  expect(Number(payments)).toBeGreaterThanOrEqual(30);
  expect(Number(payments)).toBeLessThanOrEqual(atTheEnd);
  const second = await startGateway({ databaseUrl: target });
  expect(await countPayments(second)).toBe(Number(payments));
  const all = { actors: ['command line'], action: null, object: null, outcome: null, from: null, until: null };
  const noted = await second.store.auditEntries(all, null, 10);
  expect(noted.map(({ action }) => action)).toEqual(expect.arrayContaining(['db restore', 'db backup']));
  const { replayed } = await initiated(second, { idCommande: 'after' });
  expect(replayed).toBe(false);
  // The bank has seen number 1, which the backup does not know.
  expect(await transactionNumber(second)).toBe(50_002);
  const file = await second.store.transact((transaction) => transaction.nextSequence('pain.008 TEST'));
  expect(file).toBeGreaterThan(50_000);
  expect(await db(target, ['skip-bank-numbers'], environment, Date.now)).toMatchObject({ code: 0, complaints: '' });
  expect(await transactionNumber(second)).toBe(100_004);

  const refused = await db(target, ['restore', backup], environment);
  expect(refused).toMatchObject({ code: 1, complaints: expect.stringContaining('is not empty') });
  expect(refused.complaints).toContain('With --force it replaces the payments, and keeps them beside.');
  const missing = path.join(folder, 'no-such-folder', 'backup');
  const notThere = await db(target, ['restore', missing], environment);
  expect(notThere.complaints).toContain(`There is no backup at ${missing}: give the file that \`db backup\` wrote.`);
  const nowhere = await db(target, ['backup', missing], environment);
  expect(nowhere.complaints).toContain(`There is no folder ${path.dirname(missing)}: make it, or name another.`);
  const busy = await db(target, ['restore', '--force', backup], environment);
  expect(busy).toMatchObject({ code: 1, complaints: expect.stringMatching(/stop (it|them) first/) });
  expect(await countPayments(second)).toBe(Number(payments) + 3);
  await second.close();

  const forced = await db(target, ['restore', '--force', backup], environment);
  expect(forced).toMatchObject({
    code: 0,
    written: expect.stringMatching(/kept as .*before.restore.20261125t083000z/i),
  });
  expect(await db(target, ['status'], environment)).toMatchObject({
    code: 0,
    written: expect.stringContaining('Nothing is to be changed'),
  });
}
