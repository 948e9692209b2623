import { chmod, copyFile, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { db, pay } from '../support/cli/restore-drill.ts';
import { startGateway } from '../support/gateway.ts';
import { temporaryFolder } from '../support/open-for.ts';
import { initiated } from '../support/requests.ts';

const folder = temporaryFolder('status');

it.each(['wal', 'delete'])('db status changes nothing in a SQLite file (journal mode: %s)', async (mode) => {
  const place = path.join(folder, `${mode} 100%?`);
  await mkdir(place);
  const file = path.join(place, 'payments.sqlite');
  await pay(`sqlite:${path.join(folder, 'made.sqlite')}`);
  await copyFile(path.join(folder, 'made.sqlite'), file);
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA journal_mode = ${mode}`);
  database.close();
  const before = [await readFile(file), (await stat(file)).mtimeMs];
  // Root may write all the same. A look that made a file would leave it.
  await chmod(place, 0o500);
  const said = { code: 0, complaints: '', written: expect.stringContaining('Nothing is to be changed') };
  expect(await db(`sqlite:${file}`, ['status'])).toMatchObject(said);
  await chmod(place, 0o700);
  expect([await readFile(file), (await stat(file)).mtimeMs]).toEqual(before);
  expect(await readdir(place)).toEqual(['payments.sqlite']);
});

it('db status sees what a gateway has only in its log, and delays it by nothing', async () => {
  const databaseUrl = `sqlite:${path.join(folder, 'new.sqlite')}`;
  await using gateway = await startGateway({ databaseUrl });
  const said = { code: 0, written: expect.stringContaining('Nothing is to be changed') };
  expect(await db(databaseUrl, ['status'])).toMatchObject(said);
  await initiated(gateway);
});

it('db backup copies a database that has left its log', async () => {
  const file = path.join(folder, 'left.sqlite');
  await pay(`sqlite:${file}`);
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = DELETE');
  database.close();
  expect(await db(`sqlite:${file}`, ['backup', path.join(folder, 'backup')])).toMatchObject({ code: 0 });
  expect((await readdir(folder)).filter((name) => /^left.*-wal|part/.test(name))).toEqual([]);
});
