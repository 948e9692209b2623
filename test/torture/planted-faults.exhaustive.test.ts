import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { plantedFaults } from '../../torture/broken.ts';
import { compiler } from '../../torture/power-cut.ts';
import { found, runTorture } from '../support/torture/run-torture.ts';

/** A rig that never fails proves nothing: each of these faults, planted into a copy of the source, is found. */

/** How each shows. */
const shows: Readonly<Record<string, string>> = {
  'answer-before-commit': 'acknowledged and lost',
  'no-full-sync': 'acknowledged and lost',
  'news-before-it-is-stored': 'acknowledged and lost',
  'no-unique-key': 'duplicated',
  'no-version-check': 'broken event log',
  'refund-sent-again': 'gateway and bank disagree',
  'webhook-tried-once': 'stuck',
  'nobody-asks': 'acknowledged and lost',
};

const hasCompiler = spawnSync(compiler, ['--version']).status === 0;
// Where there is no C compiler, no disk forgets anything.
const names = Object.keys(plantedFaults).filter((name) => hasCompiler || name !== 'no-full-sync');

const runBroken = (name: string, seed: string) =>
  runTorture(['--broken', name, '--initiations', '300', '--kills', '5', '--seed', seed]);

describe('the crash rig', () => {
  it.each(names)(
    'finds %s',
    async (name) => {
      const what = shows[name] ?? '';
      const seeds = ['5', '6', '7', '8', '9', '10', '11', '12'];
      // What a kill meets depends on the machine: a run as short as this may miss a fault, eight hardly do.
      let run = await runBroken(name, seeds.shift() ?? '');
      while (found(run, what) === 0 && seeds.length > 0) run = await runBroken(name, seeds.shift() ?? '');
      expect(found(run, what)).toBeGreaterThan(0);
      expect(run.code).toBe(1);
    },
    720_000,
  );

  it('knows how each fault shows', () => {
    expect(Object.keys(shows).toSorted()).toEqual(Object.keys(plantedFaults).toSorted());
  });
});
