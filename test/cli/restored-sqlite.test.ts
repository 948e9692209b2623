import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sqliteTools } from '../../src/store/sqlite/tools.ts';
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
    // The lowest folder is missing, and made by the restore.
    const file = path.join(folder, 'owned', 'data', 'payments.sqlite');
    await mkdir(path.join(folder, 'owned'));
    await chown(path.join(folder, 'owned'), 65_534, 65_533);
    const restore = ['restore', '--force', await backedUp()];
    const owner = async () => [(await stat(file)).uid, (await stat(file)).gid];
    expect(await db(`sqlite:${file}`, restore)).toMatchObject({ code: 0 });
    expect(await owner()).toEqual([65_534, 65_533]);
    // The simulators' key among them, which the gateway reads at its start.
    const made = await readdir(path.join(folder, 'owned'), { recursive: true });
    expect(made).toContainEqual(expect.stringMatching(/^data\/payments\.sandbox\/.+\/paybox-platform-key\.pem$/));
    for (const name of made) {
      const { uid, gid } = await stat(path.join(folder, 'owned', name));
      expect([name, uid, gid]).toEqual([name, 65_534, 65_533]);
    }
    await chown(file, 65_532, 65_533);
    expect(await db(`sqlite:${file}`, restore)).toMatchObject({ code: 0 });
    expect(await owner()).toEqual([65_532, 65_533]);
  });

  it('fails where another restore began after it, which replaces nothing by half', async () => {
    const databaseUrl = `sqlite:${folder}/twice.sqlite`;
    const backup = await backedUp();
    const first = restoring(databaseUrl, backup, async () => {
      expect(await db(databaseUrl, ['restore', backup])).toMatchObject({ code: 0, complaints: '' });
    });
    await expect(first).rejects.toThrow('was removed: does another run write the same file?');
    expect(await pay(databaseUrl)).toBe(2);
    const names = (await readdir(folder)).filter((name) => name.startsWith('twice.sqlite'));
    expect(names).toEqual(['twice.sqlite']);
  });

  it('leaves the payments that a gateway took meanwhile, and names the file where they may make way', async () => {
    const databaseUrl = `sqlite:${folder}/meanwhile.sqlite`;
    const backup = await backedUp();
    const takesPayments = async () => void (await pay(databaseUrl));
    await expect(restoring(databaseUrl, backup, takesPayments)).rejects.toThrow('is not empty');
    expect(await pay(databaseUrl)).toBe(2);
    const aside = await restoring(databaseUrl, backup, takesPayments, true);
    expect(aside).toBe(`${folder}/meanwhile.sqlite.before-restore-20261125T083000Z`);
    expect(await pay(databaseUrl)).toBe(2);
    // Within the same second: what was moved aside is not replaced.
    await expect(restoring(databaseUrl, backup, takesPayments, true)).rejects.toThrow('EEXIST');
    expect(await pay(`sqlite:${aside}`)).toBe(4);
  });

  it('names an empty database that it moved aside', async () => {
    const file = path.join(folder, 'empty.sqlite');
    await writeFile(file, '');
    const restored = { code: 0, written: expect.stringContaining(`kept as ${file}.before-restore-`) };
    expect(await db(`sqlite:${file}`, ['restore', await backedUp()])).toMatchObject(restored);
  });

  function restoring(databaseUrl: string, backup: string, meanwhile: () => Promise<void>, replaces = false) {
    const tools = sqliteTools(databaseUrl.slice('sqlite:'.length), () => Date.UTC(2026, 10, 25, 8, 30));
    return tools.restore(backup, { replaces, bringUp: meanwhile });
  }

  async function backedUp(): Promise<string> {
    const file = path.join(folder, 'backup-of-one');
    if (existsSync(file)) return file;
    const databaseUrl = `sqlite:${folder}/backed-up.sqlite`;
    await pay(databaseUrl);
    expect(await db(databaseUrl, ['backup', file])).toMatchObject({ code: 0 });
    return file;
  }
});
