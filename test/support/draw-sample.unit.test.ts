import { describe, expect, it } from 'vitest';
import { drawSample } from './draw-sample.ts';

const cases = Array.from({ length: 200 }, (_, number) => ({ number, kind: number < 190 ? 'usual' : `rare ${number}` }));
const draw = (seed: number, about = 20) => drawSample(cases, { about, kind: ({ kind }) => kind, name: '', seed });

describe('a sample', () => {
  it('has about as many cases as were asked for, in the order of the table', () => {
    const numbers = draw(1).map(({ number }) => number);
    expect(numbers.length).toBeGreaterThan(17);
    expect(numbers.length).toBeLessThan(32);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(draw(1, 200)).toEqual(cases);
  });

  it('has at least one case of each kind', () => {
    for (const seed of [1, 2, 3]) {
      const kinds = new Set(draw(seed, 1).map(({ kind }) => kind));
      expect(kinds).toEqual(new Set(cases.map(({ kind }) => kind)));
    }
  });

  it('is the same by the same seed, and another one by another seed', () => {
    expect(draw(7)).toEqual(draw(7));
    expect(draw(8)).not.toEqual(draw(7));
  });

  it('comes to every case by some seed', () => {
    const seen = new Set(Array.from({ length: 100 }, (_, seed) => draw(seed)).flat());
    expect(seen.size).toBe(cases.length);
  });
});
