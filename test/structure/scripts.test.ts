import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/open-for.ts';

const run = (...programArguments: string[]) => spawnSync(process.execPath, programArguments, { encoding: 'utf8' });

describe('the check of the Node version', () => {
  const underVersion = (version: string) =>
    run(
      '--eval',
      `Object.defineProperty(process.versions, 'node', { value: '${version}' }); require('./scripts/require-node.cjs')`,
    );

  test('stops an older Node with one line that says what to do', () => {
    const { status, stderr } = underVersion('20.20.2');
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('Node 24 or newer is needed');
  });

  test.each(['24.0.0', '26.1.0'])('lets Node %s pass in silence', (version) => {
    expect(underVersion(version)).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });
});

describe('the count of the tests', () => {
  const folder = temporaryFolder('count');

  const countAll = async (reports: readonly unknown[], checkStatus: number) => {
    const files = reports.map((_report, index) => path.join(folder, `report-${index}.json`));
    for (const [index, report] of reports.entries()) {
      await writeFile(files[index] ?? '', report === null ? '' : JSON.stringify(report));
    }
    const { status, stdout } = run('scripts/count-tests.cjs', String(checkStatus), ...files);
    return { status, stdout };
  };
  const count = (report: unknown, checkStatus: number) => countAll([report], checkStatus);
  const file = (status: string, ...outcomes: string[]) => ({
    status,
    assertionResults: outcomes.map((outcome) => ({ status: outcome })),
  });

  test('is green when tests passed and nothing failed', async () => {
    const report = { testResults: [file('passed', 'passed', 'passed'), file('passed', 'passed')] };
    expect(await count(report, 0)).toEqual({ status: 0, stdout: '3 passed, 0 failed\n' });
  });

  test('names skipped tests', async () => {
    const report = { testResults: [file('passed', 'passed', 'skipped', 'pending', 'todo')] };
    expect(await count(report, 0)).toEqual({ status: 0, stdout: '1 passed, 0 failed, 3 skipped\n' });
  });

  test('counts failed tests, and a file that could not be read as one', async () => {
    const report = { testResults: [file('failed', 'passed', 'failed', 'failed'), file('failed')] };
    expect(await count(report, 1)).toEqual({ status: 1, stdout: '1 passed, 3 failed\n' });
  });

  test('is red when another check failed, though every test passed', async () => {
    expect(await count({ testResults: [file('passed', 'passed')] }, 2)).toEqual({
      status: 1,
      stdout: '1 passed, 1 failed\n',
    });
  });

  test('is red when the check ended before the tests', async () => {
    expect(await count(null, 1)).toEqual({ status: 1, stdout: '0 passed, 1 failed\n' });
  });

  test('sums all reports, and is red where one of them is missing', async () => {
    const report = { testResults: [file('passed', 'passed', 'passed')] };
    expect(await countAll([report, report], 0)).toEqual({ status: 0, stdout: '4 passed, 0 failed\n' });
    expect(await countAll([report, null], 0)).toEqual({ status: 1, stdout: '2 passed, 1 failed\n' });
  });

  test('is red when there was no test at all', async () => {
    expect(await count({ testResults: [] }, 0)).toEqual({ status: 1, stdout: '0 passed, 0 failed\n' });
  });
});
