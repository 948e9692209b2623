import { type FieldNode, type GraphQLField, getArgumentValues, isNonNullType, Kind } from 'graphql';
import { defaultOf } from './input-coercion.ts';
import type { Variables } from './run.ts';

type Arguments = Record<string, unknown>;

/** Reads literals and defaults once, and variables each time. What it returns throws for what the executor refuses. */
export function compileArguments(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): (variables: Variables) => Arguments {
  const variables = new Map(
    node.arguments?.flatMap(({ name, value }) =>
      value.kind === Kind.VARIABLE ? [[name.value, value.name.value] as const] : [],
    ),
  );
  const others = { ...field, args: field.args.filter(({ name }) => !variables.has(name)) };
  // graphql-js makes an object without a prototype, which V8 copies slowly.
  const constant = { ...getArgumentValues(others as typeof others & typeof field, node) };
  if (variables.size === 0) return () => ({ ...constant });
  const all = field.args.map((argument) => {
    const { name, type } = argument;
    const variable = variables.get(name) ?? null;
    // Without a variable it is a literal or the default.
    const value = variable === null ? constant[name] : defaultOf(argument);
    return { name, variable, value, isRequired: isNonNullType(type) };
  });
  return ({ coerced }) => {
    const values: Arguments = {};
    for (const { name, variable, value: otherwise, isRequired } of all) {
      const value = variable !== null && Object.hasOwn(coerced, variable) ? coerced[variable] : otherwise;
      if (isRequired && (value === null || value === undefined)) throw new Error(`${name} is required`);
      if (value !== undefined) values[name] = value;
    }
    return values;
  };
}
