import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { amountPaths } from '../../scripts/documentation/amount-paths.ts';

const lists = amountPaths.map(({ files }) => files.map(([file]) => file));

/** Joined by a name instead of an import: a scalar by the builder, a migration by its table. */
const joinedByName = new Set(['src/schema/server/scalars.ts', 'src/store/migrations/0001-payments.ts']);

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)].map(([, specifier = '']) =>
    path.posix.join(path.posix.dirname(file), specifier),
  );

describe('the way of an amount', () => {
  it('has 12 files from the argument to the row, and 14 from the message to PAID', () => {
    expect(lists.map((files) => files.length)).toEqual([12, 14]);
  });

  it.each(lists)('goes from %s over files that import each other', (...files) => {
    for (const file of files) expect(existsSync(file), file).toBe(true);
    for (const file of files.filter((one) => !joinedByName.has(one))) {
      const others = files.filter((one) => one !== file);
      const isJoined = others.some((one) => importsOf(file).includes(one) || importsOf(one).includes(file));
      expect(isJoined, file).toBe(true);
    }
  });
});
