import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { problemsOf } from './structure/check.ts';
import { limits, trees } from './structure/rules.ts';

/** Holds the files of `src`, `test`, `clients` and `console` to the rules. */
const files = globSync('{src,test,clients,console}/**/*.{ts,tsx}', { exclude: ['**/dist', '**/node_modules'] });
const sources = new Map(
  await Promise.all(
    files.toSorted().map(async (file) => [file.replaceAll('\\', '/'), await readFile(file, 'utf8')] as const),
  ),
);
const problems = problemsOf(sources, { trees, limits });
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log(`${sources.size} files keep the rules of scripts/structure/rules.ts.`);
