import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/** `docs/reference/legacy-wire.md` promises a test or a reason for each point of the old service. Promises are kept. */
const page = await readFile('docs/reference/legacy-wire.md', 'utf8');
const differences = await readFile('docs/reference/legacy-differences.md', 'utf8');

const testFiles = await readdir('test/rest', { recursive: true });

/** A section is a title and a table, after a blank line each. */
const sections = page
  .trim()
  .split('\n\n## ')
  .slice(1)
  .map((section) => {
    const [title, , , , ...rows] = section.split('\n');
    return { title, points: rows.map(pointOf) };
  });
const points = sections.flatMap((section) => section.points);

function pointOf(row: string) {
  const [before = '', here = '', tests = ''] = row.slice(2, -2).split(' | ');
  return { before, here, tests: tests.split('<br>').filter((one) => one !== '') };
}

/** A call whose first argument is a text and whose second is a function or options: a test, or a group of them. */
const titled = /(?:\b(describe|test)|\))\(\s*(['"`])((?:\\.|(?!\2).)+)\2,\s*(?:async\s*)?[({]/gs;

/** Titles alone, and after the title of their group. */
async function titlesOf(file: string): Promise<ReadonlySet<string>> {
  const name = testFiles.find((one) => [`${file}.test.ts`, `${file}.unit.test.ts`].includes(path.basename(one)));
  const source = await readFile(`test/rest/${name}`, 'utf8');
  const titles = new Set<string>();
  let group = '';
  for (const [, kind, , text = ''] of source.matchAll(titled)) {
    const title = text.replaceAll("\\'", "'");
    if (kind === 'describe') group = title;
    else titles.add(title).add(`${group} › ${title}`);
  }
  return titles;
}

const anchors = new Set(
  [...differences.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading.toLowerCase().replaceAll(' ', '-')),
);

test('the list has every section, and points in each', () => {
  expect(sections.map(({ title }) => title)).toEqual([
    'The format of the answer',
    'JSONP',
    'Binding',
    'Enums',
    'Errors',
    'Verbs',
    'Predefined routes',
    'JSON',
  ]);
  expect(sections.every((section) => section.points.length > 0)).toBe(true);
  expect(points.length).toBeGreaterThan(100);
});

describe.each(points)('$before', ({ here, tests }) => {
  test('is held by tests that exist, or has a reason', async () => {
    expect(tests.length > 0 || here.startsWith('not here: ')).toBe(true);
    for (const one of tests) {
      const [, file = '', title = ''] = /^`([\w-]+)` (.+)$/.exec(one) ?? [];
      expect(await titlesOf(file), one).toContain(title);
    }
  });

  test('is linked to the reason where it differs', () => {
    const links = [...here.matchAll(/\(legacy-differences\.md#([\w-]+)\)/g)].map(([, anchor]) => anchor);
    if (here.startsWith('not here: ')) expect(links).not.toEqual([]);
    for (const anchor of links) expect(anchors).toContain(anchor);
  });
});
