import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Every relative link of the documentation leads to a file that exists, and to a heading that exists in it. */
const root = path.resolve(import.meta.dirname, '../..');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'bench/README.md',
  ...globSync('docs/**/*.md', { cwd: root }),
].toSorted();

const withoutCode = (text: string): string => text.replaceAll(/^```[\s\S]*?^```/gm, '').replaceAll(/`[^`\n]*`/g, '');

/** As GitHub makes anchors: small letters, no punctuation, dashes for blanks. */
const anchorsOf = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replaceAll(/\s/g, '-'),
    ),
  );

const read = (page: string): string => readFileSync(path.join(root, page), 'utf8');

describe.each(pages)('%s', (page) => {
  const links = [...withoutCode(read(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  const relative = links.filter((link) => !/^[a-z]+:/.test(link));

  it('has links that all lead somewhere', () => {
    const broken = relative.filter((link) => {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? page : path.posix.join(path.posix.dirname(page), file);
      if (!existsSync(path.join(root, target))) return true;
      if (anchor === undefined) return false;
      return (
        statSync(path.join(root, target)).isDirectory() || !anchorsOf(read(target)).has(decodeURIComponent(anchor))
      );
    });
    expect(broken).toEqual([]);
  });

  it('names files of the tree that exist', () => {
    const named = [...read(page).matchAll(/`((?:src|test|console|bench|scripts|examples|clients)\/[\w./-]+\.\w+)`/g)];
    const files = named.map(([, file = '']) => file);
    expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });
});

it.each(globSync('src/modules/*/README.md', { cwd: root }))('%s names files that exist', (readme) => {
  const named = [...read(readme).matchAll(/`([\w/-]+\.ts)`/g)].map(([, file = '']) => file);
  const places = [path.dirname(readme), 'src/modules', ''];
  expect(named.filter((file) => !places.some((place) => existsSync(path.join(root, place, file))))).toEqual([]);
});

it('leads from docs/README.md to every page', () => {
  const index = read('docs/README.md');
  const listed = [...index.matchAll(/\]\(([^)#\s]+)/g)].map(([, link = '']) => path.posix.join('docs', link));
  expect(
    pages.filter((page) => page.startsWith('docs/') && page !== 'docs/README.md' && !listed.includes(page)),
  ).toEqual([]);
});
