import { globSync, readFileSync } from 'node:fs';
import { commentsOf, messagesOf, type Part, testNamesOf } from './prose/parts-of-source.ts';
import { bannedIn, partsOfDocument, problemsOfLength, proseProblems, wordsOf } from './prose/rules.ts';

/** Holds documents, comments, messages and names of tests to `prose/rules.ts`, and counts the documents' words. */
const read = (file: string): string => readFileSync(file, 'utf8');
const isGenerated = (text: string): boolean => text.includes('\nWritten by `npm run codegen`');
/** Pages in French, and one whose rows are as short as the titles of the tests that they name. */
const isLeftOut = (file: string): boolean => /[\\/]fr[\\/]|(?:glossaire|legacy-wire)\.md$/.test(file);
const documents = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md').toSorted()].filter(
  (file) => !isLeftOut(file) && !isGenerated(read(file)),
);
const sources = globSync('src/**/*.ts')
  .filter((file) => !/[\\/]generated[\\/]/.test(file))
  .toSorted();
const tests = globSync('test/**/*.test.ts').toSorted();
const beside = globSync(['{test,torture,bench,examples,scripts}/**/*.ts', 'console/src/**/*.{ts,tsx}'])
  .filter((file) => !/[\\/](?:generated|fixtures|node_modules)[\\/]/.test(file))
  .toSorted();

const check = (file: string, parts: readonly Part[], problemsOf: (text: string) => readonly string[]): string[] =>
  parts.flatMap(({ line, text }) => problemsOf(text).map((problem) => `${file}:${line}: ${problem}`));

const problems = [
  ...problemsOfLength(documents.map(read)),
  ...documents.flatMap((file) => check(file, partsOfDocument(read(file)), proseProblems)),
  ...[...sources, ...beside].flatMap((file) => check(file, commentsOf(file, read(file)), proseProblems)),
  ...sources.flatMap((file) => check(file, messagesOf(file, read(file)), bannedIn)),
  // The examples of the rules themselves.
  ...tests
    .filter((file) => !file.includes('prose.unit'))
    .flatMap((file) => check(file, testNamesOf(file, read(file)), proseProblems)),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else {
  const counts = `${documents.length} documents of ${wordsOf(documents.map(read))} words and ${sources.length + beside.length} sources`;
  console.log(`${counts} keep the rules of scripts/prose/rules.ts.`);
}
