import { readFileSync } from 'node:fs';
import { buildSchema, isAbstractType } from 'graphql';

/**
 * Prints the members of each interface and union, as the cache of Apollo Client wants them:
 * `npx node examples/possible-types.ts > possible-types.json`.
 */
const schema = buildSchema(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'));
const possibleTypes = Object.fromEntries(
  Object.values(schema.getTypeMap())
    .filter(isAbstractType)
    .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
);
console.log(JSON.stringify(possibleTypes, null, 2));
