import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import {
  drawnFrom,
  drawsSamples,
  leftOut,
  leftOutOfRun,
  namesTests,
  onPostgresToo,
} from '../support/run/drawn-files.ts';
import { testFiles } from '../support/run/skipped-here.ts';

const files = [...testFiles().keys()];
const drawnIn = (seed: number): readonly string[] => {
  const left = new Set(leftOut(files, seed));
  return drawnFrom(files).filter((file) => !left.has(file));
};

describe('the files that npm test draws', () => {
  it('are another part by each seed, the same by the same one, and each by some', () => {
    expect(drawnIn(1)).toEqual(drawnIn(1));
    expect(drawnIn(2)).not.toEqual(drawnIn(1));
    const seen = new Set(Array.from({ length: 60 }, (_, seed) => drawnIn(seed)).flat());
    expect([...seen].toSorted()).toEqual(drawnFrom(files).toSorted());
  });

  it('have a page and a task of the console, its shell or a walk, another page, and the program', () => {
    for (const seed of [1, 2, 3]) {
      for (const kind of [
        /console\/pages\//,
        /console\/tasks\//,
        /console\/(?!pages|tasks)/,
        /pages\/|schema|sandbox/,
        /app\/|deploy|examples/,
      ])
        expect(drawnIn(seed).some((file) => kind.test(file))).toBe(true);
    }
  });

  it('are all there for the exhaustive tests, and where files are named', () => {
    vi.stubEnv('EXHAUSTIVE', '1');
    expect(leftOutOfRun(files, [])).toEqual([]);
    vi.unstubAllEnvs();
    vi.stubEnv('EXHAUSTIVE', '');
    vi.stubEnv('SEED', '7');
    expect(leftOutOfRun(files, ['run', 'test/console'])).toEqual([]);
    expect(leftOutOfRun(files, ['run'])).toEqual(leftOut(files, 7));
    vi.unstubAllEnvs();
  });

  it('and those that run on a second database are there', () => {
    expect(onPostgresToo.filter((file) => !files.includes(file))).toEqual([]);
  });

  it('and the samples within files are known to the exhaustive tests, those by a helper too', () => {
    const all = globSync('test/support/**/*.ts').map((file) => file.replaceAll('\\', '/'));
    const helpers = all.filter((file) => !file.endsWith('.test.ts'));
    const drawing = helpers.filter((file) => /from '[./]*\/sample\.ts'/.test(readFileSync(file, 'utf8')));
    expect(drawing.length).toBeGreaterThan(3);
    for (const file of drawing) expect([file, drawsSamples(`from '../${file.slice(5)}'`)]).toEqual([file, true]);
    expect(drawsSamples("from '../support/draw-sample.ts'")).toBe(false);
  });

  it('leave every other file in', () => {
    expect(leftOut(files, 1).every((file) => drawnFrom(files).includes(file))).toBe(true);
    expect(drawnFrom(files).length).toBeLessThan(files.length / 8);
    expect(drawnFrom(['test/console/graphql.test.ts', 'test/console/tasks/targets.unit.test.ts'])).toEqual([]);
  });
});

it.each([
  ['run test/console/shell.test.ts', true],
  ['run ./test/console', true],
  ['run shell.test', true],
  ['run test\\console', true],
  ['run', false],
  ['run --project unit --reporter=json --outputFile.json=/tmp/test/report.json', false],
])('vitest %s names test files: %s', (words, isNamed) => {
  expect(namesTests(words.split(' '))).toBe(isNamed);
});
