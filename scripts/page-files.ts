import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The pages of the console, as `console/src/pages/index.ts` lists them: one a line. */

export type PageFile = {
  /** Below `/console`: `/payments`, `/payments/$id`. */
  readonly path: string;
  /** Below `console/src/pages`: `payments/page.tsx`. */
  readonly file: string;
};

const list = readFileSync(path.resolve(import.meta.dirname, '../console/src/pages/index.ts'), 'utf8');
const lines = list.split('\n').filter((line) => line.startsWith('  { path: '));

export const pageFiles: readonly PageFile[] = lines.map((line) => {
  const [, address, file] = /^ {2}\{ path: '([^']+)', load: \(\) => import\('\.\/([^']+)'\)/.exec(line) ?? [];
  if (!address || !file) throw new Error(`a page is one line, with its path and its file first: ${line}`);
  return { path: address, file };
});
