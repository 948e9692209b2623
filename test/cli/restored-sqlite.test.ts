import { chown, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { db, pay } from '../support/cli/restore-drill.ts';
import { temporaryFolder } from '../support/open-for.ts';
import { ask } from '../support/store/examples.ts';

describe('a restore into SQLite', () => {
  const folder = temporaryFolder('restored');
  const backup = path.join(folder, 'backup');

  it('replaces what a newer gateway changed, so that an older one can take over', async () => {
    const databaseUrl = `sqlite:${folder}/rolled-back.sqlite`;
    expect(await pay(databaseUrl)).toBe(1);
    expect(await db(databaseUrl, ['backup', backup])).toMatchObject({ code: 0 });
    expect(await pay(databaseUrl)).toBe(2);
    await ask(databaseUrl, `insert into kysely_migration values ('9999-newer', '2027')`);
    const newer = { code: 1, complaints: expect.stringContaining('changed by a newer gateway (9999-newer)') };
    expect(await db(databaseUrl, ['restore', backup])).toMatchObject(newer);
    expect(await db(databaseUrl, ['restore', '--force', backup])).toMatchObject({ code: 0, complaints: '' });
    expect(await pay(databaseUrl)).toBe(2);
    await ask(databaseUrl, `update kysely_migration set name = 'theirs ' || name`);
    const theirs = { code: 1, complaints: expect.stringContaining("another program's") };
    expect(await db(databaseUrl, ['restore', '--force', backup])).toMatchObject(theirs);
  });

  it.runIf(process.getuid?.() === 0)('by root leaves the database to its owner, or that of its folder', async () => {
    const file = path.join(folder, 'owned', 'payments.sqlite');
    await mkdir(path.dirname(file));
    await chown(path.dirname(file), 65_534, 65_533);
    const restore = ['restore', '--force', await backedUp()];
    const owner = async () => [(await stat(file)).uid, (await stat(file)).gid];
    expect(await db(`sqlite:${file}`, restore)).toMatchObject({ code: 0 });
    expect(await owner()).toEqual([65_534, 65_533]);
    await chown(file, 65_532, 65_533);
    expect(await db(`sqlite:${file}`, restore)).toMatchObject({ code: 0 });
    expect(await owner()).toEqual([65_532, 65_533]);
  });

  async function backedUp(): Promise<string> {
    const databaseUrl = `sqlite:${folder}/backed-up.sqlite`;
    await pay(databaseUrl);
    const file = path.join(folder, 'backup-of-one');
    expect(await db(databaseUrl, ['backup', file])).toMatchObject({ code: 0 });
    return file;
  }
});
