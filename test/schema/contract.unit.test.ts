import { readFileSync } from 'node:fs';
import { type DefinitionNode, Kind, parse, print, printSchema, visit } from 'graphql';
import { expect, it } from 'vitest';
import { scope } from '../../src/kernel/caller.ts';
import { schema } from '../../src/schema/index.ts';

/** Each definition's lines by its first one; the descriptions are free. */
function definitionsOf(source: string): Map<string, readonly string[]> {
  const document = visit(parse(source), {
    enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined),
  });
  return new Map(document.definitions.map((definition) => [nameOf(definition), print(definition).split('\n')]));
}

const nameOf = (definition: DefinitionNode): string =>
  `${definition.kind} ${'name' in definition ? definition.name?.value : ''}`;

const promised = definitionsOf(readFileSync(new URL('contract.graphql', import.meta.url), 'utf8'));
const actual = definitionsOf(printSchema(schema));

it.each([...promised])('keeps what front ends were promised: %s', (name, lines) => {
  const kept = (actual.get(name) ?? []).filter((line) => lines.includes(line));
  // Of unions and enums the order counts too: that of the enums is the order of the legacy ordinals.
  const inOrder = (all: readonly string[]) => (name.startsWith(Kind.ENUM_TYPE_DEFINITION) ? all : all.toSorted());
  expect(inOrder(kept)).toEqual(inOrder(lines));
});

it('promises all that the schema has', () => {
  const missing = [...actual].flatMap(([name, lines]) =>
    lines.filter((line) => !promised.get(name)?.includes(line)).map((line) => `${name}: ${line.trim()}`),
  );
  expect(missing, 'what is new goes into contract.graphql').toEqual([]);
});

it('keeps the scopes that configs name', () => {
  expect(scope.names).toEqual([
    ...['initiate', 'read', 'refund', 'cancel', 'capture', 'allPayments', 'book', 'refresh', 'decide', 'mandates'],
    ...['batches', 'accounting', 'customers', 'replay', 'bankFiles', 'operations'],
  ]);
});
