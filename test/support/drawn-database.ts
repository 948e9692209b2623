import { databases, type TestDatabases } from './databases.ts';
import { sampled } from './sample.ts';

/** For `describe.each` of a long file: one of the two databases, drawn by the seed; both in the exhaustive tests. */
export const drawnDatabase = (name: string): readonly TestDatabases[] => sampled(databases, { about: 1, name });
