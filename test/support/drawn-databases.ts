import path from 'node:path';
import { expect, inject } from 'vitest';
import { databases, type TestDatabases } from './databases.ts';
import { drawSample } from './draw-sample.ts';
import { isExhaustive, seed } from './sample.ts';

/**
 * For `describe.each`: `npm test` runs a file on one of the two databases, which the seed draws. The exhaustive tests
 * run it on both, and so does a run that names test files. What tests the store itself takes `databases`.
 */
export function drawnDatabases(): readonly TestDatabases[] {
  if (isExhaustive || inject('namesTests')) return databases;
  const { testPath = '' } = expect.getState();
  const file = path.relative(import.meta.dirname, testPath).replaceAll('\\', '/');
  return drawSample(databases, { about: 1, kind: () => '', name: `databases of ${file}`, seed });
}
