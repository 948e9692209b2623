import { drawSample } from '../draw-sample.ts';
import { seedOfRun } from './seed.ts';

/**
 * Files of whole journeys. Each takes many seconds of CPU. `npm test` draws about so many of each kind by the seed. The
 * exhaustive tests run all of them, and so does a run that names test files.
 */
const kinds: readonly { readonly about: number; readonly files: RegExp }[] = [
  { about: 2, files: /^test\/console\/pages\// },
  { about: 2, files: /^test\/console\/tasks\/(?!.*\.unit\.)/ },
  // What all pages of the console share.
  {
    about: 2,
    files:
      /^test\/console\/(?:heard\/|app\/|parts\/(?!.*\.unit\.)|(?:shell|two-tabs|days|half-dates|in-a-browser|tour|every-page|exports-large|walk)\.test)/,
  },
  {
    about: 2,
    files:
      /^test\/(?:pages\/(?:behind-a-path|every-page|in-a-browser)|schema\/graphiql\/browser|rest\/documentation-browser|examples\/checkout-example|sandbox\/(?:index|house-bank)-page)\.test/,
  },
  // The program as it is started and shown.
  {
    about: 1,
    files: /^test\/(?:app\/(?:bundle|npm-scripts|rolling-restart)|deploy\/image|examples\/(?:months-)?demo)\.test/,
  },
  // Processes that are killed at each of their steps.
  { about: 1, files: /^test\/(?:cli\/(?:interrupted-restore|restored-postgres)|examples\/any-order)\.test/ },
  // What is installed.
  { about: 1, files: /^test\/(?:clients\/package|structure\/(?:platforms|supply-chain))\.test/ },
];

/**
 * What stands on the whole gateway and is worth a second run on PostgreSQL. `npm test` runs each on one of the two
 * databases, drawn by the seed. Other files ask `drawnDatabases`.
 */
export const onPostgresToo: readonly string[] = [
  'test/schema/error-table.test.ts',
  'test/modules/customers/rights.test.ts',
  'test/modules/direct-debits/mandate-form.test.ts',
  'test/modules/privacy/canaries.test.ts',
  'test/rest/clients.test.ts',
  'test/rest/hostile-input.test.ts',
  'test/rest/legacy-bodies.test.ts',
  'test/rest/legacy-door.test.ts',
  'test/rest/legacy-formats.test.ts',
  'test/rest/legacy-predefined.test.ts',
  'test/rest/legacy-refusals.test.ts',
  'test/schema/answer-errors.test.ts',
  'test/schema/subscriptions.test.ts',
];

/** By the text of a test file: it takes a part of its cases, itself or by a helper, and the exhaustive tests take all. */
export const drawsSamples = (text: string): boolean =>
  /support\/(?:drawn-databases|faults\/moments|fuzz|hostile\/corpus|sample)\.ts'/.test(text);

const kindOf = (file: string): number => kinds.findIndex(({ files }) => files.test(file));

/** The files among them. */
export const drawnFrom = (files: Iterable<string>): readonly string[] => [...files].filter((file) => kindOf(file) >= 0);

/** Those that a run of this seed leaves to the exhaustive tests. */
export function leftOut(files: Iterable<string>, seed: number): readonly string[] {
  const all = drawnFrom(files).toSorted();
  return kinds.flatMap(({ about }, kind) => {
    const some = all.filter((file) => kindOf(file) === kind);
    const drawn = new Set(drawSample(some, { about, kind: () => '', name: `files ${kind}`, seed }));
    return some.filter((file) => !drawn.has(file));
  });
}

/** Whether the command line names test files or folders, as `npx vitest run test/console`. */
export const namesTests = (commandLine: readonly string[]): boolean =>
  commandLine.some((word) => !word.startsWith('-') && /(?:^|[/\\])test(?:[/\\]|$)|\.test\b/.test(word));

/** Whether each file runs, on both databases: in the exhaustive tests, and where the command line names test files. */
export const runsWhole = (commandLine: readonly string[] = process.argv.slice(2)): boolean =>
  process.env.EXHAUSTIVE === '1' || namesTests(commandLine);

export const leftOutOfRun = (files: Iterable<string>, commandLine?: readonly string[]): readonly string[] =>
  runsWhole(commandLine) ? [] : leftOut(files, seedOfRun());
