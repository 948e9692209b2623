import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { lstat, mkdtemp, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/app/store.ts';
import { parisDateOf } from '../../src/kernel/sepa/target-calendar.ts';
import { writtenStatement } from '../support/bank-statements/written-files.ts';
import { runGatewayHere } from '../support/cli/run-gateway.ts';
import { temporaryFolder } from '../support/open-for.ts';

/** The bank and the books from the command line, as the documentation shows it. */

const folder = temporaryFolder('books');
let environment: Record<string, string>;
let statement: string;
const run = (...args: string[]) => runGatewayHere(args, environment);

beforeAll(async () => {
  const CONFIG = path.join(folder, 'config.json');
  const account = {
    ...{ creditorName: 'J MILLIET BBC', iban: 'FR1420041010050500013M02606', bic: 'PSSTFRPPPAR' },
    rules: [{ name: 'salaires', text: 'salaire', action: 'IGNORE' }],
  };
  await writeFile(CONFIG, JSON.stringify({ societes: { '1': { name: 'A', MILLIET: { TEST: account } } } }));
  environment = { CONFIG, DATABASE_URL: `sqlite:${path.join(folder, 'books.sqlite')}` };
  const store = await openStore({ databaseUrl: environment.DATABASE_URL ?? '' });
  await store.migrate();
  await store.close();
  statement = path.join(folder, 'releve.xml');
  const out = (amount: string, name: string, text: string) => ({
    ...{ amount, direction: 'DBIT' as const, bankReference: name },
    details: [{ amount, creditor: { name }, texts: [text] }],
  });
  const entries = [out('12.00', '=EDF', '＝FACTURE'), out('1800.00', 'Martin', 'SALAIRE')];
  await writeFile(statement, writtenStatement({ opening: 100_000, entries }));
});

describe('the command line', () => {
  it('shows which rule each entry meets, before and after the import', async () => {
    const before = await run('bank', 'rules', 'preview', statement);
    expect(before).toMatchObject({ code: 0 });
    expect(before.stdout).toMatch(/TEST +2026-11-25 +-12,00 +LIST +\(default\)/);
    expect(before.stdout).toMatch(/IGNORE +salaires +1 +-1800,00/);
    expect((await run('bank', 'import', statement)).stdout).toContain('2 by rule');
    const stored = await run('bank', 'rules', 'preview', '--societe', '1', '--from', '2026-11-25');
    expect(stored.stdout).toMatch(/TEST +IGNORE +salaires +1 +-1800,00/);
    expect(await run('bank', 'rules', 'preview')).toMatchObject({ code: 2 });
    expect(await run('bank', 'rules', 'preview', path.join(folder, 'none.xml'))).toMatchObject({ code: 2 });
  });

  it('reconciles a day, as text and as CSV, and raises what a rule placed', async () => {
    const text = await run('books', 'reconcile', '--societe', '1', '--from', '2026-11-25');
    expect(text.code).toBe(0);
    expect(text.stdout).toMatch(/2026-11-25 +1000,00 +0,00 +-1812,00 +-812,00 +0,00/);
    const file = path.join(folder, 'rapprochement.csv');
    await run('books', 'reconcile', '--societe', '1', '--from', '2026-11-25', '--format', 'csv', '--out', file);
    const csv = await readFile(file, 'utf8');
    expect(csv).toContain('2026-11-25;DAY;1000,00;0,00;-1812,00;-812,00;0,00');
    // An amount below zero is a number, and a text is no formula, in wide signs either.
    expect(csv).toContain("LISTED;;;;;;-12,00;'=EDF;'=EDF;'＝FACTURE;");
    const id = /bke_[0-9a-f]{32}/.exec(text.stdout)?.[0] ?? '';
    expect((await run('bank', 'raise', id)).stdout).toMatch(/waits for a decision as bkx_/);
    expect(await run('bank', 'raise', id)).toMatchObject({ code: 1 });
    const after = await run('books', 'reconcile', '--societe', '1', '--from', '2026-11-25');
    expect([after.code, after.stdout]).toEqual([0, expect.stringContaining('EXCEPTION')]);
  });

  it('writes a file that only its owner reads, also in place of one that others read', async () => {
    const file = path.join(folder, 'older.csv');
    await writeFile(file, 'older', { mode: 0o644 });
    const period = ['--societe', '1', '--from', '2026-11-25'];
    expect(await run('books', 'reconcile', ...period, '--out', file)).toMatchObject({ code: 0 });
    expect(await readFile(file, 'utf8')).toContain('2026-11-25');
    if (process.platform !== 'win32') expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600');
    expect(await run('books', 'reconcile', ...period, '--out', folder)).toMatchObject({
      ...{ code: 2, stdout: '', stderr: expect.stringContaining('--out must be a file, not a folder') },
    });
  });

  const day = ['--societe', '1', '--from', '2026-11-25'];
  const exercise = ['--societe', '1', '--exercise', parisDateOf(Date.now()).slice(0, 4)];
  describe.skipIf(process.platform === 'win32').each([
    ['books reconcile', day],
    ['journal export', exercise],
  ] as const)('%s', (command, args) => {
    it('does not replace a link or a pipe', async () => {
      const place = await mkdtemp(path.join(folder, 'taken-'));
      const [pipe, missing] = ['pipe', 'to-nothing'].map((name) => path.join(place, name)) as [string, string];
      execFileSync('mkfifo', [pipe]);
      await symlink(path.join(place, 'nothing'), missing);
      for (const out of [pipe, missing]) {
        const refused = await run(...command.split(' '), ...args, '--out', out);
        expect(refused).toMatchObject({
          code: 2,
          stdout: '',
          stderr: expect.stringContaining('--out must be a file, not a'),
        });
      }
      expect((await lstat(pipe)).isFIFO()).toBe(true);
      expect((await lstat(missing)).isSymbolicLink()).toBe(true);
      expect((await readdir(place)).toSorted()).toEqual(['pipe', 'to-nothing']);
    });
  });

  it.skipIf(process.platform === 'win32')('replaces no socket or device, and names what is there', async () => {
    // A device of the machine would be lost, were it replaced.
    const socket = path.join(await mkdtemp(path.join(folder, 's-')), 's');
    const server = createServer().listen(socket);
    await once(server, 'listening');
    const refused = await run('books', 'reconcile', ...day, '--out', socket);
    server.close();
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining(`a device or socket (${socket})`) });
  });

  it('takes - as standard output', async () => {
    const files = await readdir('.');
    const written = await run('books', 'reconcile', ...day);
    expect(await run('books', 'reconcile', ...day, '--out', '-')).toEqual(written);
    const exported = await run('journal', 'export', ...exercise, '--out', '-');
    expect(exported).toMatchObject({ code: 0, stdout: expect.stringContaining('JournalCode') });
    const batch = await run('sepa', 'batch', '--societe', '1', '--run-mode', 'TEST', '--out', '-');
    expect(batch).toMatchObject({ code: 2, stderr: expect.stringContaining('standard output has the summary') });
    expect(await readdir('.')).toEqual(files);
  });

  it('ends with 1 where a statement is missing between two days, though neither has a difference', async () => {
    const later = path.join(folder, 'later.xml');
    await writeFile(later, writtenStatement({ id: 'LATER', day: '2026-11-27', opening: 500_000, entries: [] }));
    expect(await run('bank', 'import', later)).toMatchObject({ code: 0 });
    const period = ['--societe', '1', '--from', '2026-11-25', '--to', '2026-11-27'];
    const { code, stdout, stderr } = await run('books', 'reconcile', ...period);
    expect(code).toBe(1);
    expect(stdout).toMatch(/2026-11-27 +STATEMENT_MISSING +5812,00/);
    expect(stderr).toContain('A statement is missing before, or disagrees on: 2026-11-27.');
  });

  it.each([
    [['--societe', '9', '--from', '2026-11-25'], '--societe must be one of 1'],
    [['--societe', '1', '--from', 'x'], '--from must be a day'],
    [['--societe', '1', '--from', '2026-11-25', '--to', '2026-11-01'], '--to must not lie before --from'],
    [['--societe', '1', '--from', '2026-11-25', '--out', 'no-such/file'], '--out must be in a folder that is there'],
    [['--societe', '1', '--from', '2024-01-01', '--to', '2026-11-01'], '366 days at most'],
    [['--societe', '1', '--mode', 'LIVE', '--from', '2026-11-25'], 'has no account of its own in LIVE'],
  ])('refuses %j', async (args, reason) => {
    const ran = await run('books', 'reconcile', ...args);
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining(reason)]);
  });
});
