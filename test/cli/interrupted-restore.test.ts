import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { db } from '../support/cli/restore-drill.ts';
import { commandOn } from '../support/cli/run-gateway.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup, temporaryFolder } from '../support/open-for.ts';
import { findInstalledPostgres, startInstalledPostgres } from '../support/postgres/installed-postgres.ts';
import { programArguments } from '../support/process.ts';
import { initiated } from '../support/requests.ts';
import { ask } from '../support/store/examples.ts';

/** A restore into PostgreSQL serves when it has ended, and leaves what was there however it is interrupted. */

const programs = await findInstalledPostgres();
const folder = temporaryFolder('interrupted');

describe.runIf(programs !== null)('a restore into PostgreSQL (where this machine has its programs)', () => {
  const postgres = openForGroup(() => startInstalledPostgres(programs ?? ''));
  let backup: string;

  beforeAll(async () => {
    await mkdir(path.join(folder, 'bin'));
    await writeFile(path.join(folder, 'bin', 'pg_restore'), slowRestore(), { mode: 0o755 });
    backup = path.join(folder, 'backup');
    expect(await db(await create('source', 1), ['backup', backup], { PATH: postgres.programs })).toMatchObject({
      code: 0,
    });
  });

  /** A database with so many payments; with none, it is empty. */
  async function create(name: string, payments: number): Promise<string> {
    await ask(postgres.url, `create database ${name}`);
    const databaseUrl = postgres.url.replace(/postgres$/, name);
    if (payments === 0) return databaseUrl;
    const gateway = await startGateway({ databaseUrl });
    for (let each = 0; each < payments; each++)
      await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE', idCommande: `${each}` });
    await gateway.close();
    return databaseUrl;
  }

  const file = (name: string): string => path.join(folder, name);
  const slowRestore = (): string => `#!/bin/sh
    case "$1" in --version | --list) exec ${postgres.programs}/pg_restore "$@" ;; esac
    touch ${file('started')}
    until test -e ${file('may-load')}; do sleep 0.02; done
    ${postgres.programs}/pg_restore "$@" || exit
    touch ${file('loaded')}
    until test -e ${file('may-end')}; do sleep 0.02; done`;
  const restoreSlowly = (databaseUrl: string, ...options: readonly string[]): ChildProcess =>
    spawn(process.execPath, [...programArguments('src/cli/main.ts'), 'db', 'restore', ...options, backup], {
      env: { DATABASE_URL: databaseUrl, PATH: `${file('bin')}:${process.env.PATH}` },
      stdio: 'ignore',
      detached: true,
    });
  const allow = (name: string): Promise<void> => writeFile(file(name), '');
  const seen = (name: string) => vi.waitFor(() => access(file(name)), { timeout: 20_000, interval: 20 });

  const connect = async (databaseUrl: string, name: string): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: databaseUrl, application_name: name });
    await client.connect();
    return client;
  };
  const untilOneWaits = (databaseUrl: string) =>
    vi.waitFor(
      async () => {
        const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
        expect(await ask(databaseUrl, waiting)).toHaveLength(1);
      },
      { timeout: 20_000, interval: 20 },
    );
  const namesOfAside = async (databaseUrl: string) =>
    (await ask(databaseUrl, `select nspname from pg_namespace where nspname like 'before%'`)).map(
      ({ nspname }) => nspname,
    );
  const count = async (databaseUrl: string, schema = 'public') =>
    (await ask(databaseUrl, `select count(*)::int as found from ${schema}.payments`))[0]?.found;

  /** Where it waits: at a file, or at a lock on a table that the test takes once the backup is loaded. */
  const steps = ['may-load', 'kysely_migration', 'payment_events', 'unfinished_restore'] as const;

  /** Restores as far as this step, looks who may work there, and kills the restore with its pg_restore. */
  async function killAt(step: (typeof steps)[number], databaseUrl: string, ...options: readonly string[]) {
    for (const name of ['started', 'may-load', 'loaded', 'may-end']) await rm(file(name), { force: true });
    const restore = restoreSlowly(databaseUrl, ...options);
    await seen('started');
    const locking = await connect(databaseUrl, 'a test');
    if (step !== 'may-load') {
      await allow('may-load');
      await seen('loaded');
      await locking.query(`begin; lock table ${step} in access exclusive mode`);
      await allow('may-end');
      await untilOneWaits(databaseUrl);
    }
    process.kill(-(restore.pid ?? 0), 'SIGSTOP');
    await expectRefused(databaseUrl);
    const ended = once(restore, 'exit');
    process.kill(-(restore.pid ?? 0), 'SIGKILL');
    await ended;
    // A server that waits for a lock does not see that its client has gone.
    await ask(databaseUrl, `select pg_terminate_backend(pid) from pg_stat_activity where ${ofRestore}`);
    await locking.end();
    await vi.waitFor(async () => expect(await others(databaseUrl)).toBe(0), { timeout: 20_000, interval: 20 });
    return expectRefused(databaseUrl);
  }
  const ofRestore = `datname = current_database() and application_name like 'reglement%'`;
  const others = async (databaseUrl: string) =>
    (await ask(databaseUrl, `select count(*)::int as found from pg_stat_activity where ${ofRestore}`))[0]?.found;

  /** Answers what the operator reads. */
  async function expectRefused(databaseUrl: string): Promise<string> {
    await expect(startGateway({ databaseUrl })).rejects.toThrow('A restore has not ended');
    const { code, complaints } = await db(databaseUrl, ['status']);
    const listed = await commandOn({ databaseUrl, now: Date.now }, ['payment', 'list']);
    expect([code, listed.code]).toEqual([1, 1]);
    expect(listed.complaints).toBe(complaints);
    expect(complaints).toContain('A restore has not ended');
    return complaints;
  }

  it('into an empty database serves nothing before its end, and is repeated wherever it was killed', async () => {
    const target = await create('none', 0);
    for (const step of [steps[0], steps[2]]) expect(await killAt(step, target)).not.toContain('in the schema');
    const restored = await db(target, ['restore', backup], { PATH: postgres.programs }, Date.now);
    expect(restored).toMatchObject({ code: 0, complaints: '', written: expect.stringMatching(/Restored\.\n$/) });
    expect(await namesOfAside(target)).toEqual([]);
    await using gateway = await startGateway({ databaseUrl: target });
    const { payment } = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE', idCommande: 'after' });
    expect((await gateway.store.attemptsOf(payment.id))[0]?.sequence).toBeGreaterThan(50_000);
  });

  it('over payments names where they are wherever it was killed, and keeps them', async () => {
    const target = await create('taken', 2);
    const comment = async () => (await ask(target, `select obj_description('public'::regnamespace) as own`))[0]?.own;
    await ask(target, `comment on schema public is 'L''équipe paiements'`);
    for (const step of steps) {
      const complaints = await killAt(step, target, '--force');
      const [, aside = 'none'] = /in the schema (before_restore_\w+)/.exec(complaints) ?? [];
      expect(await namesOfAside(target)).toEqual([aside]);
      expect(await count(target, aside)).toBe(2);
    }
    const refused = await db(target, ['restore', backup], { PATH: postgres.programs });
    expect(refused).toMatchObject({ code: 1, complaints: expect.stringContaining('is not empty') });
    expect([await count(target), await namesOfAside(target)]).toEqual([2, []]);
    expect(await comment()).toBe("L'équipe paiements");
    const aside = 'before_restore_20261125t083000z';
    const forced = await db(target, ['restore', '--force', backup], { PATH: postgres.programs });
    expect(forced).toMatchObject({ code: 0, written: expect.stringContaining(`kept as schema ${aside}.`) });
    expect([await count(target), await count(target, aside), await namesOfAside(target)]).toEqual([1, 2, [aside]]);
    expect(await comment()).toBe("L'équipe paiements");
  });

  it.each(['reglement 0072', 'reglement rates', 'reglement pg_restore'])('begins not while %s works', async (name) => {
    const target = await create(name.replaceAll(' ', '_'), 1);
    const working = await connect(target, name);
    const refused = await db(target, ['restore', '--force', backup], { PATH: postgres.programs });
    expect(refused).toMatchObject({ code: 1, complaints: expect.stringContaining('stop them first') });
    await working.end();
    expect([await count(target), await namesOfAside(target)]).toEqual([1, []]);
  });

  it('begins once a gateway that is ending has ended', async () => {
    const target = await create('ending', 1);
    const ending = await connect(target, 'reglement 0072');
    const restoring = db(target, ['restore', '--force', backup], { PATH: postgres.programs });
    const looks = `select 1 from pg_stat_activity where datname = current_database() and query like '%1 as others%'
      and pid <> pg_backend_pid()`;
    await vi.waitFor(async () => expect(await ask(target, looks)).toHaveLength(1), { timeout: 20_000 });
    await ending.end();
    expect(await restoring).toMatchObject({ code: 0 });
  });

  it('gives way to a gateway that came at its beginning', async () => {
    const target = await create('raced', 2);
    const holding = await connect(target, 'a test');
    await holding.query('begin; alter schema public rename to held');
    const restoring = db(target, ['restore', '--force', backup], { PATH: postgres.programs });
    await untilOneWaits(target);
    const gateway = await connect(target, 'reglement 0072');
    await holding.query('rollback');
    expect(await restoring).toMatchObject({ code: 1, complaints: expect.stringContaining('stop them first') });
    await Promise.all([gateway.end(), holding.end()]);
    expect([await count(target), await namesOfAside(target)]).toEqual([2, []]);
  });
});
