import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundlesFolder, digestOfSources } from '../../src/app/bundle.ts';
import { findingKinds } from '../../torture/check/findings.ts';
import { buildProgram } from '../support/process.ts';
import { found, runTorture } from '../support/torture/run-torture.ts';

/** A short run of the crash rig; the long one is a command (docs/explanation/reliability.md). */

beforeAll(async () => void (await buildProgram()), 120_000);

describe.each(['sqlite', 'postgres'] as const)('a short run on %s', (store) => {
  it('kills processes while payments are taken, and finds nothing lost, done twice, or left in between', async () => {
    const run = await runTorture(['--store', store, '--initiations', '160', '--kills', '4', '--seed', '20261125']);
    const [, initiations = '', deaths = ''] = /(\d+) initiations, (\d+) processes killed/.exec(run.output) ?? [];
    expect(Number(initiations)).toBe(160);
    expect(Number(deaths)).toBeGreaterThanOrEqual(4);
    expect(Object.fromEntries(Object.values(findingKinds).map((what) => [what, found(run, what)]))).toEqual(
      Object.fromEntries(Object.values(findingKinds).map((what) => [what, 0])),
    );
    expect(run.code).toBe(0);
    // The processes that were killed are those of `npm start`: the bundle, because it is one of these sources.
    expect(existsSync(path.join(bundlesFolder, digestOfSources()))).toBe(true);
    expect(run.output).toContain('--seed 20261125');
  }, 240_000);
});

describe('the command', () => {
  it.each([
    ['sqlite', 'database/payments.sqlite'],
    ['postgres', 'postgres/PG_VERSION'],
  ])('leaves the database where it is asked to keep the run: %s', async (store, file) => {
    const run = await runTorture(['--store', store, '--initiations', '1', '--kills', '0', '--keep']);
    const [, folder = ''] = /The run's folder: (.+)/.exec(run.output) ?? [];
    expect(existsSync(path.join(folder, file)), run.output).toBe(true);
    await rm(folder, { recursive: true });
  });

  it.each(['sqlite', 'postgres'])('compares nothing where it is stopped while time goes on: %s', async (store) => {
    const run = await runTorture(['--store', store, '--initiations', '20', '--kills', '0'], 'time goes on');
    expect(run.output).toContain('The run was stopped before its end; nothing was compared.');
    expect(run.code).toBe(1);
  });
});
