import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const rowsOf = (file: string): string[][] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) => line.split('|').map((cell) => cell.trim()));
const english = rowsOf('docs/glossary.md').map(([, word = '']) => word.replace(/, .*$/, ''));
const french = rowsOf('docs/glossaire.md');

describe('the glossary', () => {
  it('has the same words in English and French', () => {
    expect(french.map(([, , word]) => word).toSorted()).toEqual(english.toSorted());
  });

  it.each([
    ['English', english],
    ['French', french.map(([, word = '']) => word)],
  ])('has each word once, in %s', (_language, words) => {
    expect(new Set(words).size).toBe(words.length);
  });
});
