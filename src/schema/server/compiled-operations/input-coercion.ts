import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLNullableInputType,
  type GraphQLSchema,
  getArgumentValues,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  Kind,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import type { Variables } from './run.ts';

type Given = Readonly<Record<string, unknown>>;
type Coerce = (value: unknown) => unknown;

/** For a value that the executor has to coerce, or to refuse with its own words. */
const unusual = Symbol('unusual');

/** Coerces the variables of an operation as the executor does; null for values that the executor has to look at. */
export function compileVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): (given: Given) => Variables | null {
  const definitions = variableDefinitions.map((definition) => {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type);
    if (!isInputType(type)) throw new Error(`$${name} is of no input type`);
    const signature = { name, type, default: undefined };
    return { name, isRequired: isNonNullType(type), signature, coerce: coercerOf(type) };
  });
  return (given) => {
    const coerced: Record<string, unknown> = {};
    const sources: Record<string, unknown> = {};
    for (const { name, isRequired, signature, coerce } of definitions) {
      if (Object.hasOwn(given, name)) {
        const value = coerce(given[name]);
        if (value === unusual) return null;
        coerced[name] = value;
        sources[name] = { signature, value: given[name] };
      } else {
        if (isRequired) return null;
        sources[name] = { signature };
      }
    }
    return { coerced, sources } as Variables;
  };
}

function coercerOf(type: GraphQLInputType): Coerce {
  const isRequired = isNonNullType(type);
  const coerce = coercerOfGiven(isRequired ? type.ofType : type);
  return (value) => {
    if (value === null || value === undefined) return isRequired ? unusual : null;
    return coerce(value);
  };
}

function coercerOfGiven(type: GraphQLNullableInputType): Coerce {
  if (isListType(type)) return coercerOfList(coercerOf(type.ofType));
  if (isInputObjectType(type)) return coercerOfObject(type);
  return (value) => {
    try {
      const coerced = type.coerceInputValue(value);
      return coerced === undefined ? unusual : coerced;
    } catch {
      return unusual;
    }
  };
}

const coercerOfList =
  (coerce: Coerce): Coerce =>
  (value) => {
    if (!Array.isArray(value)) return unusual;
    const coerced = value.map(coerce);
    return coerced.includes(unusual) ? unusual : coerced;
  };

/** An input type may hold itself, so its fields are read when a value comes. */
function coercerOfObject(type: GraphQLInputObjectType): Coerce {
  let fields: ReturnType<typeof fieldsOf> | null = null;
  return (given) => {
    fields ??= fieldsOf(type);
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return unusual;
    const coerced: Record<string, unknown> = {};
    let known = 0;
    for (const { name, isRequired, byDefault, coerce } of fields) {
      const value = (given as Given)[name];
      if (value === undefined) {
        if (isRequired) return unusual;
        if (byDefault !== undefined) coerced[name] = byDefault;
        continue;
      }
      const field = coerce(value);
      if (field === unusual || (type.isOneOf && field === null)) return unusual;
      coerced[name] = field;
      known++;
    }
    const named = Object.values(given).filter((value) => value !== undefined).length;
    return known === named && (!type.isOneOf || known === 1) ? coerced : unusual;
  };
}

const fieldsOf = (type: GraphQLInputObjectType) =>
  Object.values(type.getFields()).map((field) => ({
    name: field.name,
    isRequired: isRequiredInputField(field),
    byDefault: defaultOf(field),
    coerce: coercerOf(field.type),
  }));

/** What stands for an argument or an input field that is left out; undefined: nothing. */
export function defaultOf(input: GraphQLArgument | GraphQLInputField): unknown {
  if (isRequiredInputField(input as GraphQLInputField)) return undefined;
  const field = { args: [input] } as unknown as Parameters<typeof getArgumentValues>[0];
  return getArgumentValues(field, { kind: Kind.FIELD, name: { kind: Kind.NAME, value: input.name } })[input.name];
}
