import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { amountPaths } from '../../scripts/documentation/amount-paths.ts';

const lists = amountPaths.map(({ files }) => files.map(([file]) => file));

/**
 * Joined to the one before by no import: a scalar by its name in the builder, a migration by its table, what the store
 * writes by a port, a bank's message by the registry of the banks.
 */
const joinedByName = new Set([
  'src/schema/server/scalars.ts',
  'src/store/migrations/0001-payments.ts',
  'src/modules/payments/store/initiations.ts',
  'src/modules/payments/store/writes.ts',
  'src/providers/labanquepostale/notification.ts',
]);

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)].map(([, specifier = '']) =>
    path.posix.join(path.posix.dirname(file), specifier),
  );

describe('the way of an amount', () => {
  it('has 12 files from the argument to the row, and 14 from the message to PAID', () => {
    expect(lists.map((files) => files.length)).toEqual([12, 14]);
  });

  it.each(lists)('goes from %s over files that each import one before, or are imported by it', (...files) => {
    for (const file of files) expect(existsSync(file), file).toBe(true);
    for (const [place, file] of files.entries()) {
      if (place === 0 || joinedByName.has(file)) continue;
      const before = files.slice(0, place);
      const isJoined = before.some((one) => importsOf(file).includes(one) || importsOf(one).includes(file));
      expect(isJoined, file).toBe(true);
    }
  });
});
