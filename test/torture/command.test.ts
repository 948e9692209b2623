import { describe, expect, it } from 'vitest';
import { runTorture } from '../support/torture/run-torture.ts';

describe('the command', () => {
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
