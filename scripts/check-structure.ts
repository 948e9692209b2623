import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { problemsOf } from './structure/check.ts';
import { limits, parts } from './structure/rules.ts';

/**
 * Holds the files of `src`, `test` and `clients` to the rules. What breaks one today is listed in `debts.txt`, which only gets
 * shorter: a line that is not true any more has to go.
 */
const files = globSync('{src,test,clients}/**/*.ts', { exclude: ['**/dist', '**/node_modules'] });
const sources = new Map(
  await Promise.all(
    files.toSorted().map(async (file) => [file.replaceAll('\\', '/'), await readFile(file, 'utf8')] as const),
  ),
);
const debtsFile = new URL('./structure/debts.txt', import.meta.url);
const debts = new Set((await readFile(debtsFile, 'utf8')).split('\n').filter((line) => line !== ''));
/** Without figures, which change with every edit. */
const asDebt = (problem: string): string =>
  problem.replace(/:\d+: a function of \d+ lines/, ': a function').replace(/\d+ (lines|files);/, '$1;');
const problems = problemsOf(sources, { parts, limits });
const found = new Set(problems.map(asDebt));
const update = problems.filter((problem) => !debts.has(asDebt(problem)));
const paid = [...debts].filter((debt) => !found.has(debt));
for (const problem of update) console.error(problem);
for (const debt of paid) console.error(`This is true no more; take it out of scripts/structure/debts.txt: ${debt}`);
if (update.length + paid.length > 0) process.exitCode = 1;
else console.log(`${sources.size} files keep the rules of scripts/structure/rules.ts, but for ${debts.size} debts.`);
