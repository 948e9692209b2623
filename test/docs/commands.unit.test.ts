import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (page: string): string => readFileSync(path.join(root, page), 'utf8');

test('every command that a page names is there', () => {
  const headings = [...read('docs/reference/command-line.md').matchAll(/^###? (.*)$/gm)].map(([, name = '']) => name);
  const groups = headings.filter((name) => /^[a-z]+(?:-log)?$/.test(name));
  expect(groups).toEqual(expect.arrayContaining(['db', 'journal', 'event-log']));
  const command = new RegExp(`(?:\`|gateway -- )((?:${groups.join('|')}) [a-z][a-z-]*)`, 'g');
  const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root })];
  const named = pages.flatMap((page) => [...read(page).matchAll(command)].map(([, name = '']) => ({ page, name })));
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter(({ name }) => !headings.includes(name))).toEqual([]);
});
