import path from 'node:path';
import { expect, inject } from 'vitest';
import { databases, postgres, sqlite, type TestDatabase, type TestDatabases } from './databases.ts';
import { drawSample } from './draw-sample.ts';
import { onPostgresToo } from './run/drawn-files.ts';
import { seed } from './sample.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The database of this project, for the files of `onPostgresToo`. */
    database: TestDatabases['name'];
  }
}

/** From `test`, with slashes. */
const testFile = (): string =>
  path.relative(path.dirname(import.meta.dirname), expect.getState().testPath ?? '').replaceAll('\\', '/');

/**
 * For `describe.each`: `npm test` runs a file on one of the two databases, which the seed draws. The exhaustive tests
 * run it on both, and so does a run that names test files. What tests the store itself takes `databases`.
 */
export function drawnDatabases(): readonly TestDatabases[] {
  if (inject('runsWhole')) return databases;
  return drawSample(databases, { about: 1, kind: () => '', name: `databases of ${testFile()}`, seed });
}

/** With the tables: on SQLite. A file of `onPostgresToo` runs on the database that is drawn, or once on each. */
export function openDatabase(): Promise<TestDatabase> {
  if (inject('database') === 'postgres') return postgres.open();
  const isDrawn = !inject('runsWhole') && onPostgresToo.includes(`test/${testFile()}`);
  const [database = sqlite] = isDrawn ? drawnDatabases() : [];
  return database.open();
}
