import { chmod, copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { openStore } from '../../src/app/store.ts';
import { db, drill } from '../support/cli/restore-drill.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup, temporaryFolder } from '../support/open-for.ts';
import { withClient } from '../support/postgres/client.ts';
import { findInstalledPostgres, startInstalledPostgres } from '../support/postgres/installed-postgres.ts';
import { countPayments, initiated } from '../support/requests.ts';

/** Backups, and the drill that says what they are worth. */

const folder = temporaryFolder('db');

const counted = async (databaseUrl: string): Promise<number> => {
  const gateway = await startGateway({ databaseUrl });
  const payments = await countPayments(gateway);
  await gateway.close();
  return payments;
};

describe('a SQLite database', () => {
  const url = (name: string): string => `sqlite:${path.join(folder, name, 'payments.sqlite')}`;
  const fileOf = (databaseUrl: string): string => databaseUrl.slice('sqlite:'.length);

  it('is backed up while it works and comes back elsewhere, its event log verified', async () => {
    await drill(folder, url('source'), url('target'));
    expect((await readdir(path.join(folder, 'target'))).filter((name) => /part/.test(name))).toEqual([]);
    const aside = `${fileOf(url('target'))}.before-restore-20261125T083000Z`;
    await using store = await openStore({ databaseUrl: `sqlite:${aside}` });
    await store.ping();
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
      await chmod(backup, databaseUrl === source ? 0o644 : 0o400);
      expect(await db(databaseUrl, ['restore', '--force', backup])).toMatchObject({ code: 0, complaints: '' });
      expect((await stat(fileOf(databaseUrl))).mode & 0o777).toBe(0o600);
      expect(await counted(databaseUrl)).toBe(1);
    }
    expect(await readdir(path.dirname(fileOf(lost)))).toContain('payments.sqlite.before-restore-20261125T083000Z-wal');
    const damaged = `${fileOf(source)}.before-restore-20261125T083000Z`;
    expect(await readFile(damaged, 'latin1')).toMatch(/^a head that is none/);
  });

  it('is not replaced while a gateway works, which is found before the backup is read', async () => {
    const source = url('working');
    const backup = path.join(folder, 'of-the-working');
    const gateway = await startGateway({ databaseUrl: source });
    await initiated(gateway);
    expect(await db(source, ['backup', backup])).toMatchObject({ code: 0 });
    const refused = { code: 1, written: '', complaints: expect.stringContaining('A gateway works on') };
    expect(await db(source, ['restore', '--force', backup])).toMatchObject(refused);
    await initiated(gateway, { idCommande: 'after it' });
    await gateway.close();
    expect(await counted(source)).toBe(2);
  });

  it('takes nothing from the log of a restore that was killed', async () => {
    const [source, target] = [url('logged'), url('killed')];
    const backup = path.join(folder, 'before-the-log');
    const gateway = await startGateway({ databaseUrl: source });
    await initiated(gateway);
    expect(await db(source, ['backup', backup])).toMatchObject({ code: 0 });
    await initiated(gateway, { idCommande: 'only in the log' });
    await mkdir(path.dirname(fileOf(target)));
    const copy = `${fileOf(target)}.0badcafe.part`;
    for (const ending of ['', '-wal', '-shm']) await copyFile(fileOf(source) + ending, copy + ending);
    await gateway.close();
    expect(await db(target, ['restore', backup])).toMatchObject({ code: 0, complaints: '' });
    expect((await readdir(path.dirname(copy))).filter((name) => /part/.test(name))).toEqual([]);
    expect(await counted(target)).toBe(1);
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
    const backup = path.join(folder, 'of-nothing');
    const empty = { code: 1, complaints: expect.stringContaining('is DATABASE_URL right?\n') };
    expect(await db(databaseUrl, ['backup', backup])).toMatchObject(empty);
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
  const postgres = openForGroup(() => startInstalledPostgres(programs ?? ''));

  const run = (databaseUrl: string, statements: string) =>
    withClient(databaseUrl, (client) => client.query(statements));
  async function create(name: string): Promise<string> {
    await run(postgres.url, `create database ${name}`);
    return postgres.url.replace(/postgres$/, name);
  }

  it('is backed up while it works and comes back elsewhere, its event log verified', async () => {
    await drill(folder, await create('source'), await create('target'), {
      PATH: `${postgres.programs}:${process.env.PATH}`,
    });
  });

  it('is not replaced by a file that is no backup, nor by one with a changed amount', async () => {
    const environment = { PATH: postgres.programs };
    const [target, changed] = [await create('kept'), await create('changed')];
    const letter = path.join(folder, 'letter');
    await writeFile(letter, 'Dear customer');
    const refused = await db(target, ['restore', letter], environment);
    expect(refused).toMatchObject({ code: 1, complaints: expect.stringMatching(/pg_restore failed: .*archive/) });
    for (const [databaseUrl, count] of [
      [target, 2],
      [changed, 1],
    ] as const) {
      await using gateway = await startGateway({ databaseUrl });
      for (let each = 0; each < count; each++) await initiated(gateway, { idCommande: `${each}` });
    }
    await run(changed, `update payment_events set status = 'PAID'`);
    const backup = path.join(folder, 'changed-on-postgres');
    expect(await db(changed, ['backup', backup], environment)).toMatchObject({ code: 0 });
    const doesNotHold = { code: 1, complaints: expect.stringContaining('does not hold') };
    expect(await db(target, ['restore', '--force', backup], environment)).toMatchObject(doesNotHold);
    expect(await counted(target)).toBe(2);
    const empty = await create('empty');
    const ofNothing = { code: 1, complaints: expect.stringContaining('is DATABASE_URL right?\n') };
    expect(await db(empty, ['backup', path.join(folder, 'of-nothing')], environment)).toMatchObject(ofNothing);
    expect(await db(empty, ['restore', backup], environment)).toMatchObject(doesNotHold);
    expect(await counted(empty)).toBe(0);
  });

  it('stays open to the users who had rights in it, one without rights to change tables as well', async () => {
    const environment = { PATH: postgres.programs };
    const target = await create('shared');
    const asUser = (name: string): string => target.replace('postgres@', `${name}@`);
    await run(target, 'create role teller login; create role reader login; revoke usage on schema public from public');
    await run(target, 'grant usage on schema public to teller, reader');
    await run(
      target,
      'alter default privileges in schema public grant select, insert, update, delete on tables to teller',
    );
    const gateway = await startGateway({ databaseUrl: target });
    await initiated(gateway);
    await gateway.close();
    await run(target, 'grant select on payments to reader');
    const backup = path.join(folder, 'of-the-shared');
    expect(await db(target, ['backup', backup], environment)).toMatchObject({ code: 0 });
    expect(await db(target, ['restore', '--force', backup], environment)).toMatchObject({ code: 0, complaints: '' });
    const ofTeller = await startGateway({ databaseUrl: asUser('teller') });
    expect((await initiated(ofTeller, { idCommande: 'after the restore' })).replayed).toBe(false);
    await ofTeller.close();
    await run(asUser('reader'), 'select id from payments');
    await expect(run(asUser('reader'), 'delete from payments')).rejects.toThrow('permission denied');
    await run(target, 'create table later (id text)');
    await run(asUser('teller'), 'select id from later');
  });

  it('is not filled where payments from before an earlier restore are all that is left: a person decides', async () => {
    const environment = { PATH: postgres.programs };
    const target = await create('emptied');
    const [backup, aside] = [path.join(folder, 'before-it-was-emptied'), 'before_restore_20261125t083000z'];
    expect(await counted(target)).toBe(0);
    expect(await db(target, ['backup', backup], environment)).toMatchObject({ code: 0 });
    await run(target, `alter schema public rename to ${aside}; create schema public`);
    await run(target, `comment on schema ${aside} is 'before a restore of public'`);
    const back = `drop schema public; alter schema ${aside} rename to public`;
    const refused = { code: 1, complaints: expect.stringContaining(`(${back})`) };
    for (const command of [['status'], ['migrate'], ['restore', backup], ['restore', '--force', backup]])
      expect(await db(target, command, environment)).toMatchObject(refused);
    await run(target, back);
    expect(await counted(target)).toBe(0);
    await run(target, 'alter schema public rename to kept; create schema public');
    // The server ends the sessions of the gateway a moment after it.
    const restored = { code: 0, complaints: '' };
    await expect.poll(() => db(target, ['restore', backup], environment), { timeout: 10_000 }).toMatchObject(restored);
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
