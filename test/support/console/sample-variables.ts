import assert from 'node:assert/strict';
import {
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  typeFromAST,
} from 'graphql';

/** A value of each scalar that a document of the console may take. */
const scalars: Readonly<Record<string, unknown>> = {
  ...{ ID: 'pay_1', String: '1', Int: 5, Boolean: false, Cents: 100, Date: '2026-11-27' },
  ...{ DateTime: '2026-11-27T12:00:00.000Z', EmailAddress: 'a@example.fr', URL: 'https://example.fr/' },
};

/** Variables with which a document is valid: what it requires, and nothing more. */
export function sampleVariables(schema: GraphQLSchema, text: string): Readonly<Record<string, unknown>> {
  const [operation] = parse(text).definitions;
  assert(operation?.kind === Kind.OPERATION_DEFINITION);
  const given = (operation.variableDefinitions ?? []).flatMap(({ variable, type: node }) => {
    const type = typeFromAST(schema, node) as GraphQLInputType;
    return isNonNullType(type) ? [[variable.name.value, sampleOf(type)] as const] : [];
  });
  return Object.fromEntries(given);
}

function sampleOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) return [sampleOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return scalars[type.name];
  const fields = Object.values(type.getFields());
  const needed = type.isOneOf ? fields.slice(0, 1) : fields.filter((field) => isNonNullType(field.type));
  return Object.fromEntries(needed.map((field) => [field.name, sampleOf(field.type)]));
}
