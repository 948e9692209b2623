import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { db, pay } from '../support/cli/restore-drill.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup, temporaryFolder } from '../support/open-for.ts';
import { findInstalledPostgres, startInstalledPostgres } from '../support/postgres/installed-postgres.ts';
import { ask } from '../support/store/examples.ts';

/** What else a PostgreSQL database has, and who may use it, stays as it is when a backup comes back. */

const programs = await findInstalledPostgres();
const folder = temporaryFolder('restored');

describe.runIf(programs !== null)('a restore into PostgreSQL (where this machine has its programs)', () => {
  const postgres = openForGroup(() => startInstalledPostgres(programs ?? ''));
  beforeAll(() => ask(postgres.url, 'create role owning login createrole'));

  const as = (user: string, databaseUrl: string): string => databaseUrl.replace('postgres@', `${user}@`);
  const run = (databaseUrl: string, ...args: readonly string[]) => db(databaseUrl, args, { PATH: postgres.programs });
  /** The administrator's URL of a database that `owning` owns. */
  async function create(name: string): Promise<string> {
    await ask(postgres.url, `create database ${name} owner owning`);
    return postgres.url.replace(/postgres$/, name);
  }
  it('leaves extensions and schemas of others alone', async () => {
    const [administrator, backup] = [await create('crowded'), path.join(folder, 'crowded')];
    const databaseUrl = as('owning', administrator);
    const others = `create schema others; create table others.kept ();
      do $$ begin if exists (select from pg_available_extensions where name = 'pg_stat_statements')
      then create extension pg_stat_statements; end if; end $$`;
    await ask(administrator, others);
    expect(await pay(databaseUrl)).toBe(1);
    expect(await run(databaseUrl, 'backup', backup)).toMatchObject({ code: 0 });
    expect(await run(databaseUrl, 'restore', '--force', backup)).toMatchObject({ code: 0, complaints: '' });
    expect(await pay(databaseUrl)).toBe(2);
    const another = await create('crowded_too');
    await ask(another, others);
    expect(await run(as('owning', another), 'restore', backup)).toMatchObject({ code: 0, complaints: '' });
    expect(await pay(as('owning', another))).toBe(2);
  });

  it('goes into the schema that the backup is of, and into no other', async () => {
    const [administrator, backup] = [await create('named'), path.join(folder, 'named')];
    const databaseUrl = as('owning', administrator);
    await ask(databaseUrl, 'create schema owning');
    expect(await pay(databaseUrl)).toBe(1);
    expect(await run(databaseUrl, 'backup', backup)).toMatchObject({ code: 0 });
    expect(await run(databaseUrl, 'restore', '--force', backup)).toMatchObject({ code: 0, complaints: '' });
    expect(await pay(databaseUrl)).toBe(2);
    const another = await create('unnamed');
    const refused = { code: 1, complaints: expect.stringContaining('no payments of ours in the schema public') };
    expect(await run(as('owning', another), 'restore', backup)).toMatchObject(refused);
    expect(await pay(as('owning', another))).toBe(1);
  });

  it('concerns the payments of its schema, and of no other one of the database', async () => {
    const [administrator, backup] = [await create('apart'), path.join(folder, 'apart')];
    const databaseUrl = as('owning', administrator);
    await ask(administrator, `create role "o'clock" login; create schema authorization "o'clock"`);
    await ask(databaseUrl, 'create schema owning');
    const other = as("o'clock", administrator);
    expect(await pay(databaseUrl)).toBe(1);
    expect(await run(databaseUrl, 'backup', backup)).toMatchObject({ code: 0 });
    expect(await run(databaseUrl, 'restore', '--force', backup)).toMatchObject({ code: 0, complaints: '' });
    const aside = 'before_restore_20261125t083000z';
    const isNamed = new RegExp(`schema "?o.clock"? is empty, and ${aside} holds .* If they are of this schema`);
    await ask(administrator, `comment on schema ${aside} is 'standard public schema'`);
    expect(await run(other, 'status')).toMatchObject({ code: 1, complaints: expect.stringMatching(isNamed) });
    await ask(administrator, `comment on schema ${aside} is 'before a restore of one that is gone'`);
    expect(await run(other, 'status')).toMatchObject({ code: 1, complaints: expect.stringMatching(isNamed) });
    await ask(administrator, `drop schema ${aside} cascade`);
    expect(await run(databaseUrl, 'restore', '--force', backup)).toMatchObject({ code: 0, complaints: '' });
    expect(await pay(other)).toBe(1);
    await ask(databaseUrl, 'drop schema owning cascade; create schema owning');
    const back = `(drop schema owning; alter schema ${aside} rename to owning)`;
    expect(await run(databaseUrl, 'status')).toMatchObject({ code: 1, complaints: expect.stringContaining(back) });
    expect(await run(other, 'restore', '--force', backup)).toMatchObject({ code: 1 });
    expect(await pay(other)).toBe(2);
  });

  it('replaces what a newer gateway changed, so that an older one can take over', async () => {
    const [administrator, backup] = [await create('rolled_back'), path.join(folder, 'rolled-back')];
    const databaseUrl = as('owning', administrator);
    expect(await pay(databaseUrl)).toBe(1);
    expect(await run(databaseUrl, 'backup', backup)).toMatchObject({ code: 0 });
    expect(await pay(databaseUrl)).toBe(2);
    await ask(databaseUrl, `insert into kysely_migration values ('9999-newer', '2027')`);
    const newer = { code: 1, complaints: expect.stringContaining('changed by a newer gateway (9999-newer)') };
    expect(await run(databaseUrl, 'restore', backup)).toMatchObject(newer);
    expect(await run(databaseUrl, 'restore', '--force', backup)).toMatchObject({ code: 0, complaints: '' });
    expect(await pay(databaseUrl)).toBe(2);
    await ask(databaseUrl, `update kysely_migration set name = 'theirs ' || name`);
    const theirs = { code: 1, complaints: expect.stringContaining("another program's") };
    expect(await run(databaseUrl, 'restore', '--force', backup)).toMatchObject(theirs);
  });

  it('leaves all to the user who had it, where another one restores', async () => {
    const [administrator, backup] = [await create('owned'), path.join(folder, 'owned')];
    const databaseUrl = as('owning', administrator);
    expect(await pay(databaseUrl)).toBe(1);
    expect(await run(databaseUrl, 'backup', backup)).toMatchObject({ code: 0 });
    expect(await run(administrator, 'restore', '--force', backup)).toMatchObject({ code: 0, complaints: '' });
    expect(await pay(databaseUrl)).toBe(2);
    const others = `select relname from pg_class where relnamespace = 'public'::regnamespace and relowner <> 'owning'::regrole
      union all select proname from pg_proc where pronamespace = 'public'::regnamespace and proowner <> 'owning'::regrole
      union all select nspname from pg_namespace where nspname = 'public' and nspowner <> 'owning'::regrole`;
    expect(await ask(administrator, others)).toEqual([]);
    await ask(administrator, 'alter table kysely_migration owner to postgres');
    const refused = 'permission denied for table kysely_migration. Are the tables of another user';
    await expect(startGateway({ databaseUrl })).rejects.toThrow(refused);
  });

  it('is refused before it begins, where its user may not give all to the user who had it', async () => {
    const [administrator, backup] = [await create('lent'), path.join(folder, 'lent')];
    await ask(administrator, 'create role renting login; alter database lent owner to renting');
    await ask(administrator, 'grant create on schema public to owning; grant create on database lent to owning');
    const [databaseUrl, rented] = [as('owning', administrator), as('renting', administrator)];
    expect(await pay(databaseUrl)).toBe(1);
    await ask(administrator, 'grant select on all tables in schema public to renting');
    expect(await run(databaseUrl, 'backup', backup)).toMatchObject({ code: 0 });
    const refused = await run(rented, 'restore', '--force', backup);
    expect(refused).toMatchObject({ code: 1, complaints: expect.stringContaining('grant owning to it') });
    await ask(administrator, 'grant owning to renting');
    expect(await run(rented, 'restore', '--force', backup)).toMatchObject({ code: 0, complaints: '' });
    expect(await pay(databaseUrl)).toBe(2);
    await ask(administrator, 'alter schema public owner to postgres');
    const ofSuperuser = await run(rented, 'restore', '--force', backup);
    expect(ofSuperuser).toMatchObject({ code: 1, complaints: expect.stringContaining('belong to postgres') });
    expect(ofSuperuser.complaints).not.toContain('grant');
  });
});
