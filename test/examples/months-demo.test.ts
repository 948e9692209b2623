import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ran, runGatewayHere } from '../support/cli/run-gateway.ts';
import { postgres } from '../support/databases.ts';
import { programArguments } from '../support/process.ts';

/** `npm run demo`, as a process of its own, for ten days. */

const program = [
  process.execPath,
  '--disable-warning=ExperimentalWarning',
  ...programArguments('examples/demo/demo.ts'),
];
const days = ['--days', '10', '--until', '2026-11-20', '--seed', '3'];

/** @param cwd where the simulators keep their state, in `data/`, when the database is no file */
function demo(
  args: readonly string[],
  { cwd, ...environment }: { readonly cwd: string; readonly DATABASE_URL?: string },
) {
  const [node = '', ...own] = program;
  return new Promise<Ran>((resolve) => {
    const options = { cwd, env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, ...environment } };
    execFile(node, [...own, ...args], options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

/** Status, count and sum of all payments. */
const tableOf = ({ stdout }: Ran): readonly string[] =>
  stdout.split('\n').filter((line) => /^ {2}[A-Z_]+ +\d/.test(line));
const countOf = (ran: Ran): number =>
  tableOf(ran).reduce((sum, line) => sum + Number(/^ {2}\w+ +(\d+)/.exec(line)?.[1]), 0);

describe('npm run demo', () => {
  let folder: string;
  let first: Ran;
  const urlOf = (name: string): string => `sqlite:${path.join(folder, name, 'demo.sqlite')}`;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'demo-test-'));
    first = await demo([...days, '--database', urlOf('first')], { cwd: folder });
  }, 300_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('makes payments in all states, says how to look at them, and leaves only its database', async () => {
    expect(first).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`DATABASE_URL=${urlOf('first')} npm start`),
    });
    expect(tableOf(first).map((line) => line.trim().split(' ')[0])).toEqual([
      ...['AUTHORIZED', 'CANCELLED', 'EXPIRED', 'NEEDS_REVIEW', 'PAID', 'PARTIALLY_REFUNDED', 'PENDING'],
      ...['REFUNDED', 'REFUSED', 'REQUIRES_ACTION', 'SUBMITTED'],
    ]);
    expect(countOf(first)).toBeGreaterThan(250);
    expect((await readdir(path.join(folder, 'first'))).toSorted()).toEqual(['demo.sandbox', 'demo.sqlite']);
  });

  it('makes the same with the same seed, on both databases, and other payments with another', async () => {
    const short = ['--days', '2', '--until', '2026-11-20'];
    const one = await demo([...short, '--seed', '4'], { cwd: folder });
    expect(await readdir(path.join(folder, 'data'))).toContain('demo.sqlite');
    await using database = await postgres.openEmpty();
    const DATABASE_URL = database.databaseUrl;
    const again = await demo([...short, '--seed', '4'], { cwd: folder, DATABASE_URL });
    expect([again.code, tableOf(again)]).toEqual([0, tableOf(one)]);
    const other = await demo([...short, '--seed', '5', '--database', urlOf('other')], { cwd: folder });
    expect(other.code).toBe(0);
    expect(tableOf(other)).not.toEqual(tableOf(one));
    const refused = await demo(short, { cwd: folder, DATABASE_URL });
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('has tables already') });
  }, 300_000);

  it('leaves an event log that verifies, books that agree, and lists and an index that have all', async () => {
    const environment = { DATABASE_URL: urlOf('first') };
    const verified = await runGatewayHere(['ledger', 'verify', '--json'], environment);
    expect([verified.code, JSON.parse(verified.stdout)]).toMatchObject([0, { payments: countOf(first) }]);
    for (const societe of ['1', '2', '3', '6']) {
      const checked = await runGatewayHere(['journal', 'check', '--societe', societe, '--mode', 'TEST'], environment);
      expect(checked.code).toBe(0);
    }
    const listed = await runGatewayHere(['payment', 'totals', '--json'], environment);
    expect(listed).toMatchObject({ code: 0, stdout: expect.stringContaining(`"count": ${countOf(first)},`) });
    const found = await runGatewayHere(['payment', 'find', 'Brasserie', '--json'], environment);
    expect(found).toMatchObject({ code: 0, stdout: expect.stringContaining('"pay_') });
  });

  it('refuses a database that holds something, and changes nothing', async () => {
    const refused = await demo([...days, '--database', urlOf('first')], { cwd: folder });
    expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('exists.') });
    expect((await readdir(path.join(folder, 'first'))).toSorted()).toEqual(['demo.sandbox', 'demo.sqlite']);
  });

  it('explains itself, and names an option that is wrong', async () => {
    expect(await demo(['--help'], { cwd: folder })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('--seed N'),
    });
    for (const [args, problem] of [
      [['--days', '0'], '--days must be 1 to 366'],
      [['--database', 'foo'], '--database must begin with sqlite: (and a path) or with postgres://'],
      [['--seed', 'x'], '--seed must be 0 to 999999'],
      [['--until', '2999-01-01'], '--until must be a day that has begun'],
      [['--until', 'today'], '--until must be a day that has begun'],
      [['--dayz', '3'], 'dayz'],
    ] as const) {
      expect(await demo(args, { cwd: folder })).toMatchObject({ code: 2, stderr: expect.stringContaining(problem) });
    }
  });
});
