import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingKinds } from '../../torture/check/findings.ts';
import { intentOf } from '../../torture/intents.ts';
import { planTrouble } from '../../torture/trouble.ts';
import { found, runTorture } from './run-torture.ts';

/** A short run of the crash rig; the long one is a command (docs/explanation/reliability.md). */

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
    expect(run.output).toContain('--seed 20261125');
  }, 240_000);
});

describe('a seed', () => {
  const plan = { seed: 7, initiations: 1_000, kills: 40, store: 'postgres', hasWeakDisk: false } as const;

  it('gives the same payments and the same trouble again, and another seed gives others', () => {
    const intents = (seed: number) => Array.from({ length: 200 }, (_, number) => intentOf(seed, number));
    expect(intents(7)).toEqual(intents(7));
    expect(intents(8)).not.toEqual(intents(7));
    expect(planTrouble(plan)).toEqual(planTrouble(plan));
    expect(planTrouble({ ...plan, seed: 8 })).not.toEqual(planTrouble(plan));
  });

  it('spreads as many kills as were asked for over the whole run, on whatever the store has', () => {
    const troubles = planTrouble(plan);
    const deaths = troubles.map(({ kind }) => (kind === 'CRASH_AT_POINT' ? 2 : /KILL|CUT/.test(kind) ? 1 : 0));
    expect(deaths.reduce<number>((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(40);
    expect(troubles.map(({ at }) => at)).toEqual(troubles.map(({ at }) => at).toSorted((a, b) => a - b));
    expect(troubles.at(-1)?.at).toBeGreaterThan(800);
    const kinds = new Set(troubles.map(({ kind }) => kind));
    expect(kinds).toContain('KILL_POSTGRES');
    expect(kinds).not.toContain('CUT_POWER');
  });
});

describe('the command', () => {
  it.each([
    ['sqlite', 'database/payments.sqlite'],
    ['postgres', 'postgres/PG_VERSION'],
  ])(
    'leaves the database where it is asked to keep the run: %s',
    async (store, file) => {
      const run = await runTorture(['--store', store, '--initiations', '1', '--kills', '0', '--keep']);
      const [, folder = ''] = /The run's folder: (.+)/.exec(run.output) ?? [];
      expect(existsSync(path.join(folder, file)), run.output).toBe(true);
      await rm(folder, { recursive: true });
    },
    120_000,
  );

  it('explains itself, and names each fault that it can plant', async () => {
    const run = await runTorture(['--help']);
    expect(run.code).toBe(0);
    for (const word of ['--initiations', '--kills', '--seed', '--store', 'no-full-sync'])
      expect(run.output).toContain(word);
  });

  it.each([
    [['--store', 'oracle'], '--store has to be sqlite, postgres or both'],
    [['--kills', 'many'], '--kills has to be a whole number'],
    [['--broken', 'everything'], 'There is no fault everything'],
    [['--colour', 'red'], '--colour'],
  ])('refuses %j with one line and exit code 64', async (options, reason) => {
    const run = await runTorture(options);
    expect(run.output).toContain(reason);
    expect(run.output.trim().split('\n')).toHaveLength(1);
    expect(run.code).toBe(64);
  });
});
