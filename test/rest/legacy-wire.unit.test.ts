import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';

/** `docs/reference/legacy-wire.md` promises a test or a reason for each point of the old service. Promises are kept. */
const page = await readFile('docs/reference/legacy-wire.md', 'utf8');
const differences = await readFile('docs/reference/legacy-differences.md', 'utf8');

const testFiles = await readdir('test/rest');

type Point = { readonly what: string; readonly here: string; readonly proofs: readonly string[] };

const points: readonly Point[] = page.split('\n').flatMap((line) => {
  const cells = line.split(' | ').map((cell) => cell.replace(/^\| |\|$/g, '').trim());
  const [what = '', here = '', proofs = ''] = cells;
  if (cells.length !== 3 || what === 'the old service' || /^-+$/.test(what)) return [];
  return [{ what, here, proofs: proofs === '' ? [] : proofs.split('<br>') }];
});

/** A call whose first argument is a text and whose second is a function or options: a test, or a group of them. */
const titled = /(?:\b(describe|test)|\))\(\s*(['"`])((?:\\.|(?!\2).)+)\2,\s*(?:async\s*)?[({]/gs;

/** Titles alone, and behind the title of their group. */
async function titlesOf(file: string): Promise<ReadonlySet<string>> {
  const name = testFiles.find((one) => one === `${file}.test.ts` || one === `${file}.unit.test.ts`);
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

test('the page has every section, and rows in each', () => {
  const sections = page.split(/^## /m).slice(1);
  expect(sections.map((section) => section.split('\n', 1)[0])).toEqual([
    'The format of the answer',
    'JSONP',
    'Binding',
    'Enums',
    'Errors',
    'Verbs',
    'Predefined routes',
    'JSON',
  ]);
  const rows = page.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:---|the old service)/.test(line));
  expect(points).toHaveLength(rows.length);
  expect(points.length).toBeGreaterThan(100);
});

describe.each(points)('$what', ({ here, proofs }) => {
  test('is held by tests that exist, or has a reason', async () => {
    expect(proofs.length > 0 || here.startsWith('not here: ')).toBe(true);
    for (const proof of proofs) {
      const [, file = '', title = ''] = /^`([\w-]+)` (.+)$/.exec(proof) ?? [];
      expect(await titlesOf(file), proof).toContain(title);
    }
  });

  test('is linked to the reason where it differs', () => {
    const links = [...here.matchAll(/\(legacy-differences\.md#([\w-]+)\)/g)].map(([, anchor]) => anchor);
    if (here.startsWith('not here: ')) expect(links).not.toEqual([]);
    for (const anchor of links) expect(anchors).toContain(anchor);
  });
});
