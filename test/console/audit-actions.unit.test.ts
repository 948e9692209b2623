import { globSync, readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { actionNames } from '../../console/src/pages/audit/actions.ts';
import { exportKind } from '../../src/modules/exports/export-kind.ts';

const mutations = Object.keys(
  buildSchema(readFileSync('schema.graphql', 'utf8')).getMutationType()?.getFields() ?? {},
).filter((name) => name !== 'initiatePayment');

/** What use cases record beside the mutations. Values in capitals are of other sets. */
const recorded = globSync('src/**/*.ts').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/\baction: '([a-z]\w+)'/g)].map(([, name = '']) => name),
);

const exports = exportKind.names.map((kind) => `export${kind.charAt(0).toUpperCase()}${kind.slice(1)}`);

it.each(['fr', 'en'] as const)('every action of the audit log has a name in %s', (language) => {
  const all = new Set<string>([...mutations, ...recorded, ...exports]);
  expect(all.size).toBeGreaterThan(50);
  expect([...all].filter((name) => !Object.hasOwn(actionNames[language], name))).toEqual([]);
});
