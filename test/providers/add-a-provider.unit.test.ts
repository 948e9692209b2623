import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What a bank has for itself. */
const own = /^src\/(?:providers|sandbox)\/|^src\/config\/accounts\/labanquepostale\.ts$|\/generated\//;
/** A place to try it, and an example for readers. */
const toTry = ['src/config/development.ts', 'src/schema/graphiql/examples.ts'];

test('a bank is a folder, the schema of its account, and one line', () => {
  const all = globSync(['src/**/*.ts', 'console/src/**/*.{ts,tsx}']).map((file) => file.replaceAll('\\', '/'));
  const files = [...all.filter((file) => !own.test(file)), 'src/providers/registry.ts'];
  const lines = files.flatMap((file) => {
    const naming = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => /labanquepostale/i.test(line) && !/^\s*(?:import|\*|\/\*|\/\/)/.test(line));
    return naming.map(() => file);
  });
  expect(lines.filter((file) => !toTry.includes(file)).toSorted()).toEqual(['src/kernel/vocabulary.ts']);
});
