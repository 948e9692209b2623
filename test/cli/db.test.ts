import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createCliServices } from '../../src/app/cli-services.ts';
import { openStore } from '../../src/app/store.ts';
import { openDatabaseTools } from '../../src/store/open-store.ts';
import { commandOn } from '../support/cli/run-gateway.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { temporaryFolder } from '../support/open-for.ts';
import {
  findInstalledPostgres,
  type InstalledPostgres,
  startInstalledPostgres,
} from '../support/postgres/installed-postgres.ts';
import { countPayments, initiated } from '../support/requests.ts';

/** Backups, and the drill that says what they are worth. */

const folder = temporaryFolder('db');

const halfPastEight = (): number => Date.UTC(2026, 10, 25, 8, 30);

const db = (
  databaseUrl: string,
  args: readonly string[],
  environment: Record<string, string> = {},
  now: () => number = halfPastEight,
) =>
  commandOn({ databaseUrl, now }, ['db', ...args], {
    environment: { PATH: process.env.PATH, ...environment },
    ...{ openDatabaseTools, createServices: createCliServices },
  });

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
async function drill(source: string, target: string, environment: Record<string, string> = {}): Promise<void> {
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
  expect(restored).toMatchObject({ code: 0, complaints: '' });
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
  expect(await db(target, ['skip-bank-numbers'], environment, Date.now)).toMatchObject({ code: 0, complaints: '' });
  expect(await transactionNumber(second)).toBe(100_004);

  const refused = await db(target, ['restore', backup], environment);
  expect(refused).toMatchObject({ code: 1, complaints: expect.stringContaining('holds payments already') });
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

describe('a SQLite database', () => {
  const url = (name: string): string => `sqlite:${path.join(folder, name, 'payments.sqlite')}`;
  const fileOf = (databaseUrl: string): string => databaseUrl.slice('sqlite:'.length);

  it('is backed up while it works and comes back elsewhere, its event log verified', async () => {
    await drill(url('source'), url('target'));
    expect((await readdir(path.join(folder, 'target'))).filter((name) => /part|restoring/.test(name))).toEqual([]);
    const aside = `${fileOf(url('target'))}.before-restore-20261125T083000Z`;
    const store = await openStore({ databaseUrl: `sqlite:${aside}` });
    await store.ping();
    await store.close();
  });

  it('comes back where it was lost or damaged, without what its log still holds', async () => {
    const [source, lost] = [url('damaged'), url('lost')];
    const backup = path.join(folder, 'before-the-damage');
    const gateway = await startGateway({ databaseUrl: source });
    await initiated(gateway);
    expect(await db(source, ['backup', backup])).toMatchObject({ code: 0 });
    await initiated(gateway);
    await mkdir(path.dirname(fileOf(lost)));
    await copyFile(`${fileOf(source)}-wal`, `${fileOf(lost)}-wal`);
    await gateway.close();
    await writeFile(fileOf(source), 'a head that is none', { flag: 'r+' });
    expect(await db(source, ['restore', backup])).toMatchObject({
      code: 1,
      complaints: expect.stringContaining('--force'),
    });
    const { complaints } = await db(source, ['status']);
    expect(complaints).toBe(`It failed: The SQLite file ${fileOf(source)} cannot be used: file is not a database.\n`);
    for (const databaseUrl of [source, lost]) {
      expect(await db(databaseUrl, ['restore', '--force', backup])).toMatchObject({ code: 0, complaints: '' });
      const restored = await startGateway({ databaseUrl });
      expect(await countPayments(restored)).toBe(1);
      await restored.close();
    }
    expect(await readdir(path.dirname(fileOf(lost)))).toContain('payments.sqlite.before-restore-20261125T083000Z-wal');
    const damaged = `${fileOf(source)}.before-restore-20261125T083000Z`;
    expect(await readFile(damaged, 'latin1')).toMatch(/^a head that is none/);
  });

  it('is not made from a file that is no backup', async () => {
    const file = path.join(folder, 'letter.txt');
    await writeFile(file, 'Dear operator, this is no database, however long it is. '.repeat(40));
    const refused = await db(url('from-a-letter'), ['restore', file]);
    expect(refused).toMatchObject({ code: 1, complaints: expect.stringContaining('no backup of a SQLite database') });
  });

  it('is not there, or empty, or of this version: db status says which, and db migrate makes it', async () => {
    const databaseUrl = url('status');
    expect(await db(databaseUrl, ['status'])).toMatchObject({
      code: 1,
      complaints: expect.stringContaining('There is no database'),
    });
    await mkdir(path.dirname(fileOf(databaseUrl)));
    await writeFile(fileOf(databaseUrl), '');
    expect(await db(databaseUrl, ['skip-bank-numbers'])).toMatchObject({
      code: 1,
      complaints: expect.stringMatching(/^It failed: the database has not the shape .*gateway -- db migrate/),
    });
    expect(await db(databaseUrl, ['migrate'])).toMatchObject({
      code: 0,
      written: expect.stringContaining('Nothing is to be changed'),
    });
    const { written } = await db(databaseUrl, ['status', '--json']);
    expect(JSON.parse(written)).toMatchObject({ kind: 'sqlite', pending: [], sizeBytes: expect.any(Number) });
  });

  it('is as large as its file and its log together, while a gateway works', async () => {
    const databaseUrl = url('busy');
    const gateway = await startGateway({ databaseUrl });
    await initiated(gateway);
    const { written } = await db(databaseUrl, ['status', '--json']);
    const file = await stat(fileOf(databaseUrl));
    const log = await stat(`${fileOf(databaseUrl)}-wal`);
    await gateway.close();
    expect(log.size).toBeGreaterThan(0);
    expect(JSON.parse(written).sizeBytes).toBe(file.size + log.size);
  });

  it('is not overwritten by a backup, nor replaced by what is none', async () => {
    const databaseUrl = url('kept');
    await db(databaseUrl, ['migrate']);
    const taken = path.join(folder, 'taken');
    await writeFile(taken, 'a letter');
    expect(await db(databaseUrl, ['backup', taken])).toMatchObject({
      code: 1,
      complaints: expect.stringContaining('is there already'),
    });
    expect(await readFile(taken, 'utf8')).toBe('a letter');
    const target = url('from-a-letter');
    expect(await db(target, ['restore', taken])).toMatchObject({ code: 1 });
    expect(await db(target, ['restore', path.join(folder, 'nowhere')])).toMatchObject({ code: 1 });
    expect(await readdir(path.dirname(fileOf(target)))).toEqual([]);
  });

  it('does not come back from a backup with a changed amount', async () => {
    const source = url('changed');
    const gateway = await startGateway({ databaseUrl: source });
    await initiated(gateway);
    await gateway.close();
    const backup = path.join(folder, 'changed-backup');
    await db(source, ['backup', backup]);
    const store = await openStore({ databaseUrl: `sqlite:${backup}` });
    await store.close();
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(backup);
    database.exec(`update payment_events set status = 'PAID'`);
    database.close();
    const target = url('of-changed');
    const refused = await db(target, ['restore', backup]);
    expect(refused).toMatchObject({ code: 1, complaints: expect.stringContaining('does not hold') });
    expect(await readdir(path.dirname(fileOf(target)))).toEqual([]);
  });
});

const programs = await findInstalledPostgres();

describe.runIf(programs !== null)('a PostgreSQL database (where this machine has its programs)', () => {
  let postgres: InstalledPostgres;
  beforeAll(async () => {
    postgres = await startInstalledPostgres(programs ?? '');
  });
  afterAll(() => postgres?.stop());

  async function create(name: string): Promise<string> {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query(`create database ${name}`);
    await client.end();
    return postgres.url.replace(/postgres$/, name);
  }

  it('is backed up while it works and comes back elsewhere, its event log verified', async () => {
    await drill(await create('source'), await create('target'), { PATH: `${postgres.programs}:${process.env.PATH}` });
  });

  it('is not replaced by a file that is no backup', async () => {
    const letter = path.join(folder, 'letter');
    await writeFile(letter, 'Dear customer');
    const refused = await db(await create('fromletter'), ['restore', letter], { PATH: postgres.programs });
    expect(refused).toMatchObject({ code: 1, complaints: expect.stringMatching(/pg_restore failed: .*archive/) });
  });
});

describe('the programs of PostgreSQL', () => {
  it('are asked for by name where they are missing', async () => {
    const refused = await db(inject('postgresUrl'), ['backup', path.join(folder, 'none')], { PATH: folder });
    expect(refused).toMatchObject({ code: 1, complaints: expect.stringContaining('pg_dump is not on the PATH') });
  });

  it('are refused where they are older than the server', async () => {
    const old = path.join(folder, 'old');
    await mkdir(old);
    await writeFile(path.join(old, 'pg_dump'), '#!/bin/sh\necho "pg_dump (PostgreSQL) 9.6.24"\n', { mode: 0o755 });
    const refused = await db(inject('postgresUrl'), ['backup', path.join(folder, 'none')], {
      PATH: `${old}:${process.env.PATH}`,
    });
    expect(refused).toMatchObject({
      code: 1,
      complaints: expect.stringMatching(/pg_dump on the PATH is of PostgreSQL 9, and the server is 18/),
    });
  });
});
