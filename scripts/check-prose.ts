import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { partsOfDocument, proseProblems } from './prose/rules.ts';

/**
 * Holds documents and comments to `prose/rules.ts`. How many problems the comments of a file have today is listed in
 * `prose/debts.txt`, which only gets shorter. `--update` writes the list anew, where the sum did not grow: after files
 * were moved or comments improved.
 */
const read = (file: string): string => readFileSync(file, 'utf8');
const isGenerated = (text: string): boolean => text.includes('\nWritten by `npm run codegen`');
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'clients/typescript/README.md',
  ...globSync('docs/**/*.md').toSorted(),
].filter((file) => !/\/fr\/|glossaire\.md$/.test(file) && !isGenerated(read(file)));
const problems = documents.flatMap((file) =>
  partsOfDocument(read(file)).flatMap(({ line, text }) =>
    proseProblems(text).map((problem) => `${file}:${line}: ${problem}`),
  ),
);

const commentsOf = (file: string): string[] =>
  parseSync(file, read(file)).comments.map(({ value }) => value.replaceAll(/^\s*\*+ ?/gm, ' '));
const sources = globSync('{src,clients/*/src}/**/*.ts').filter((file) => !file.includes('/generated/'));
const found = new Map(
  sources.toSorted().flatMap((file): [string, string[]][] => {
    const ones = commentsOf(file).flatMap((comment) => proseProblems(comment));
    return ones.length > 0 ? [[file.replaceAll('\\', '/'), ones]] : [];
  }),
);

const debtsFile = new URL('./prose/debts.txt', import.meta.url);
const debts = new Map(
  readFileSync(debtsFile, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): [string, number] => [line.replace(/^\d+ /, ''), Number.parseInt(line, 10)]),
);
const sumOf = (counts: Iterable<number>): number => [...counts].reduce((sum, count) => sum + count, 0);
const now = sumOf([...found.values()].map((ones) => ones.length));
if (process.argv.includes('--update') && now <= sumOf(debts.values())) {
  writeFileSync(debtsFile, [...found].map(([file, ones]) => `${ones.length} ${file}\n`).join(''));
} else {
  for (const [file, ones] of found) {
    if (ones.length > (debts.get(file) ?? 0)) problems.push(...ones.map((problem) => `${file}: ${problem}`));
  }
  for (const [file, count] of debts) {
    if ((found.get(file)?.length ?? 0) < count) problems.push(`${file}: fewer problems than listed; run with --update`);
  }
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else
  console.log(
    `${documents.length} documents keep the rules of scripts/prose/rules.ts; comments of src have ${now} debts.`,
  );
