import { describe, expect, it } from 'vitest';
import { commentsOf, messagesOf, testNamesOf } from '../../scripts/prose/parts-of-source.ts';
import {
  longestSentence,
  mostWords,
  partsOfDocument,
  problemsOfLength,
  proseProblems,
  wordsOf,
} from '../../scripts/prose/rules.ts';

const words = (count: number): string => `${Array.from({ length: count }, () => 'word').join(' ')}.`;

describe('a text', () => {
  it.each([
    'A file that nobody confirmed.',
    'Somebody has to look.',
    'Whoever asks is served.',
    'The client is told what happened.',
    'Such a check is dear.',
    'Money of which the owner is unknown.',
    "The bank's news is late.",
    'It is for everybody.',
    'The next row stands behind it.',
    'As the client was once told.',
  ])('has a problem: %s', (text) => {
    expect(proseProblems(text)).toHaveLength(1);
  });

  it.each([
    'A person confirms the file.',
    'The client receives a message.',
    'Each check costs 3 µs.',
    'The flag `nobody-asks` plants a fault.',
    'See [the rules](nobody.md).',
    'The gateway is behind a proxy, or behind the balancer.',
  ])('has none: %s', (text) => {
    expect(proseProblems(text)).toEqual([]);
  });

  it('may have sentences up to the limit, each counted alone', () => {
    expect(proseProblems(`${words(longestSentence)} ${words(longestSentence)}`)).toEqual([]);
    expect(proseProblems(words(longestSentence + 1))).toEqual([expect.stringContaining('a sentence of 36 words')]);
  });
});

describe('the documents together', () => {
  it('have their words counted as wc counts them', () => {
    expect(wordsOf(['# One line\n\n| a | `b c` |\n', 'non\u00a0breaking\tends\n'])).toBe(11);
  });

  it('have no more words than the limit, whatever each has', () => {
    const half = Array.from({ length: mostWords / 2 }, () => 'word').join(' ');
    expect(problemsOfLength([half, half])).toEqual([]);
    expect(problemsOfLength([half, half, 'word'])).toEqual([expect.stringContaining(`${mostWords + 1} words`)]);
  });
});

describe('a document', () => {
  it('has paragraphs, list items and cells; no headings and no code', () => {
    const text = '# Title\n\nOne\ntwo.\n\n- three\n  four\n- five\n\n```\nnobody\n```\n| a | b\\|c |\n|---|---|\n';
    const parts = partsOfDocument(text).filter((part) => /\w/.test(part.text));
    expect(parts.map((part) => [part.line, part.text.trim()])).toEqual([
      [3, 'One two.'],
      [6, '- three four'],
      [8, '- five'],
      [13, 'a'],
      [13, 'b\\|c'],
    ]);
  });
});

describe('a source file', () => {
  const source = `/**
 * One
 * comment.
 */
const said = 'a message'; // Two
// lines.
// They are one comment.
it('is named', () => {});
it.each(['not a name'])(\`and \${said} too\`, () => {});
describe.skipIf(false)('inside', () => {});
`;
  const shown = (parts: readonly { line: number; text: string }[]) =>
    parts.map(({ line, text }) => `${line} ${text.replaceAll(/\s+/g, ' ').trim()}`);

  it('has comments', () => {
    expect(shown(commentsOf('some.ts', source))).toEqual(['1 One comment.', '5 Two lines. They are one comment.']);
  });

  it('has messages', () => {
    expect(shown(messagesOf('some.ts', source))).toEqual(['5 a message', '8 is named', '9 not a name', '9 and … too']);
  });

  it('has names of tests', () => {
    expect(shown(testNamesOf('some.test.ts', source))).toEqual(['8 is named', '9 and … too', '10 inside']);
  });
});
