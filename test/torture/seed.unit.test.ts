import { describe, expect, it } from 'vitest';
import { intentOf } from '../../torture/intents.ts';
import { planTrouble } from '../../torture/trouble.ts';

/** What a run of the crash rig does follows from its seed. */

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
