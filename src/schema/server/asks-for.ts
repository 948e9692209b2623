import { type GraphQLResolveInfo, type OperationDefinitionNode, visit } from 'graphql';

const found = new WeakMap<OperationDefinitionNode, ReadonlySet<string>>();

/** Whether the operation asks for a field of this name, fragments included; remembered for each document. */
export function asksFor({ operation, fragments }: GraphQLResolveInfo, field: string): boolean {
  let names = found.get(operation);
  if (names === undefined) {
    const all = new Set<string>();
    for (const node of [operation, ...Object.values(fragments)]) {
      visit(node, { Field: ({ name }) => void all.add(name.value) });
    }
    names = all;
    found.set(operation, names);
  }
  return names.has(field);
}
