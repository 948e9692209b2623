import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isUnionType,
} from 'graphql';

/**
 * Requests that fill every argument and every field of every input of the schema. New ones are included without a
 * change here.
 */

export type FilledRequest = {
  /** `mutation refundPayment`. */
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
};

/** What is put into a leaf. `path` begins with the argument: `['input', 'payer', 'phone']`. */
export type Fill = (path: readonly string[], typeName: string) => unknown;

type Root = { readonly operation: string; readonly field: GraphQLField<unknown, unknown> };

function rootsOf(schema: GraphQLSchema): Root[] {
  return [
    ...Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => ({ operation: 'query', field })),
    ...Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => ({ operation: 'mutation', field })),
    ...Object.values(schema.getSubscriptionType()?.getFields() ?? {}).map((field) => ({
      operation: 'subscription',
      field,
    })),
  ];
}

/** Scalars whose value is not looked at before the use case does. */
const texts: ReadonlySet<string> = new Set(['String', 'ID', 'EmailAddress', 'URL', 'Cents']);

/**
 * Of each field of the roots: one with the mark in every text, and for each leaf one with the mark there alone; a query
 * also without it, for a list whose only text is its cursor takes no other.
 */
export function requestsOf(schema: GraphQLSchema, { marked, plain }: { marked: Fill; plain: Fill }): FilledRequest[] {
  return rootsOf(schema).flatMap((root) => {
    const leaves = leavesOf(root);
    return [
      ...(root.operation === 'query' ? [fillRequest(root, plain)] : []),
      fillRequest(root, (path, typeName) => (texts.has(typeName) ? marked : plain)(path, typeName)),
      ...leaves.map((leaf) =>
        fillRequest(root, (path, typeName) =>
          path.join('.') === leaf ? marked(path, typeName) : plain(path, typeName),
        ),
      ),
    ];
  });
}

function leavesOf(root: Root): string[] {
  const leaves: string[] = [];
  fillRequest(root, (path) => void leaves.push(path.join('.')));
  return leaves;
}

function fillRequest({ operation, field }: Root, fill: Fill): FilledRequest {
  const given = field.args.map(({ name, type }) => ({ name, type, value: filled(type, [name], fill) }));
  const declared = given.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const passed = given.map(({ name }) => `${name}: $${name}`).join(', ');
  const call = given.length > 0 ? `${field.name}(${passed})` : field.name;
  return {
    name: `${operation} ${field.name}`,
    query: `${operation}${given.length > 0 ? `(${declared})` : ''} { ${call} ${selectionOf(getNamedType(field.type))} }`,
    variables: Object.fromEntries(given.map(({ name, value }) => [name, value])),
  };
}

const selectionOf = (type: GraphQLNamedType): string => {
  if (!isCompositeType(type)) return '';
  return isUnionType(type) ? '{ __typename ... on PaymentError { code message path requestId } }' : '{ __typename }';
};

function filled(type: GraphQLInputType, path: readonly string[], fill: Fill): unknown {
  if (isNonNullType(type)) return filled(type.ofType, path, fill);
  if (isListType(type)) return [filled(type.ofType, path, fill)];
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    return Object.fromEntries(fields.map((field) => [field.name, filled(field.type, [...path, field.name], fill)]));
  }
  return fill(path, isEnumType(type) ? `enum ${type.getValues()[0]?.name}` : type.name);
}
