import { lstat, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeNew } from '../../src/store/whole-file.ts';
import { db, pay } from '../support/cli/restore-drill.ts';
import { openForGroup, temporaryFolder } from '../support/open-for.ts';
import { findInstalledPostgres, startInstalledPostgres } from '../support/postgres/installed-postgres.ts';

const folder = temporaryFolder('overlapping');

async function made(name: string): Promise<string> {
  const place = path.join(folder, name);
  await mkdir(place);
  return place;
}

describe('a file with personal data', () => {
  it('is the whole of one run, of several that write it at once', async () => {
    const place = await made('at-once');
    const file = path.join(place, 'backup');
    await writeFile(`${file}.0badcafe.part`, 'what a killed run left');
    await writeFile(`${file}.0badcafe.part-wal`, 'what a killed run left');
    await writeFile(`${file}.partial`, 'a letter');
    const second = Promise.withResolvers<void>();
    const first = writeNew(file, async (part) => {
      await writeFile(part, 'half');
      await second.promise;
    });
    await expect.poll(() => readdir(place)).toHaveLength(2);
    await writeNew(file, (part) => writeFile(part, 'whole'));
    second.resolve();
    await expect(first).rejects.toThrow('was removed: does another run write the same file?');
    expect(await readFile(file, 'utf8')).toBe('whole');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(place)).toEqual(['backup', 'backup.partial']);
  });

  it.each([
    ['removed', async () => {}],
    ['replaced', (part: string) => writeFile(part, 'half')],
  ])('is not there where it was %s while it was written', async (_what, andThen) => {
    const place = await made(`meanwhile-${_what}`);
    const writing = writeNew(path.join(place, 'backup'), async (part) => {
      await rm(part);
      await andThen(part);
    });
    await expect(writing).rejects.toThrow('was removed: does another run write the same file?');
    expect(await readdir(place)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('takes the name of no link, though it leads nowhere', async () => {
    const file = path.join(await made('link'), 'backup');
    await symlink('nothing', file);
    await expect(writeNew(file, (part) => writeFile(part, 'whole'))).rejects.toThrow('is there already');
    expect((await lstat(file)).isSymbolicLink()).toBe(true);
  });
});

it('backups of SQLite to one name at the same time leave one that holds the payments', async () => {
  const place = await made('sqlite');
  const databaseUrl = `sqlite:${path.join(place, 'payments.sqlite')}`;
  await pay(databaseUrl);
  const backup = path.join(place, 'backup');
  const ended = await Promise.all(Array.from({ length: 4 }, () => db(databaseUrl, ['backup', backup])));
  expect(ended.map(({ code }) => code).toSorted()).toEqual([0, 1, 1, 1]);
  expect((await readdir(place)).filter((name) => name.startsWith('backup'))).toEqual(['backup']);
  const drill = `sqlite:${path.join(place, 'drill.sqlite')}`;
  expect(await db(drill, ['restore', backup])).toMatchObject({ code: 0, complaints: '' });
  expect(await pay(drill)).toBe(2);
});

const programs = await findInstalledPostgres();

describe.runIf(programs !== null)('a dump of PostgreSQL (where this machine has its programs)', () => {
  const postgres = openForGroup(() => startInstalledPostgres(programs ?? ''));

  it.each([
    ['without the payments', `exec ${programs}/pg_dump "$@" --exclude-table='*'`, 'holds no payments of ours'],
    ['removed meanwhile', `for each; do case $each in --file=*) rm "\${each#--file=}";; esac; done`, 'was removed'],
  ])('%s is no backup', async (name, script, said) => {
    await pay(postgres.url);
    const place = await made(name);
    const asked = `case $1 in --version) exec ${programs}/pg_dump --version;; esac`;
    await writeFile(path.join(place, 'pg_dump'), `#!/bin/sh\n${asked}\n${script}\n`, { mode: 0o755 });
    const environment = { PATH: `${place}:${postgres.programs}:${process.env.PATH}` };
    const refused = await db(postgres.url, ['backup', path.join(place, 'backup')], environment);
    expect(refused).toMatchObject({ code: 1, complaints: expect.stringContaining(said) });
    expect(await readdir(place)).toEqual(['pg_dump']);
  });
});
