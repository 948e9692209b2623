import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  type GraphQLUnionType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';

/** The kinds of root fields, in the order of use, and their part of the address. */
export const rootKinds = ['mutations', 'queries', 'subscriptions'] as const;
export type RootKind = (typeof rootKinds)[number];

export type Field = GraphQLField<unknown, unknown>;

/** One page of the reference, and what it is about. */
export type Entry = {
  readonly name: string;
  readonly description: string;
  readonly path: string;
} & ({ readonly kind: RootKind; readonly of: Field } | { readonly kind: 'types'; readonly of: GraphQLNamedType });

export const referencePath = '/docs/graphql';

export const rootFields = (schema: GraphQLSchema, kind: RootKind): readonly Field[] => {
  const types = {
    mutations: schema.getMutationType(),
    queries: schema.getQueryType(),
    subscriptions: schema.getSubscriptionType(),
  };
  return Object.values(types[kind]?.getFields() ?? {});
};

/** Types that people read about: not the roots, which have pages of their own, and not GraphQL's own. */
export function documentedTypes(schema: GraphQLSchema): readonly GraphQLNamedType[] {
  const roots = [schema.getMutationType(), schema.getQueryType(), schema.getSubscriptionType()];
  return Object.values(schema.getTypeMap())
    .filter(
      (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type) && !roots.some((root) => root === type),
    )
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}

export const entriesOf = (schema: GraphQLSchema): readonly Entry[] => [
  ...rootKinds.flatMap((kind) => rootFields(schema, kind).map((of) => ({ kind, of, ...pageOf(kind, of) }))),
  ...documentedTypes(schema).map((of) => ({ kind: 'types' as const, of, ...pageOf('types', of) })),
];

const pageOf = (kind: Entry['kind'], { name, description }: Described) => ({
  ...{ name, description: description ?? '' },
  path: `${referencePath}/${kind}/${name}`,
});

/** Fields, values and members that a search looks into besides the entry's own name and description. */
function wordsOf({ kind, of }: Entry): string {
  if (kind !== 'types') return of.args.map(({ name }) => name).join(' ');
  if (isEnumType(of)) return describe(of.getValues());
  if (isUnionType(of)) return membersOf(of).join(' ');
  return describe(fieldsOf(of));
}

const membersOf = (type: GraphQLUnionType): readonly string[] => type.getTypes().map(({ name }) => name);

/** None where the type has no fields. */
const fieldsOf = (type: GraphQLNamedType): readonly (Described & Using)[] =>
  isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : [];

type Described = { readonly name: string; readonly description?: string | null | undefined };
const describe = (parts: readonly Described[]): string =>
  parts.map(({ name, description }) => `${name} ${description ?? ''}`).join(' ');

export type Search = (query: string) => readonly Entry[];

/** Finds entries by words. Each word has to occur. Entries with a word in their name come first. */
export function createSearch(schema: GraphQLSchema): Search {
  const indexed = entriesOf(schema).map((one) => ({
    one,
    name: one.name.toLowerCase(),
    words: `${one.name} ${one.description} ${wordsOf(one)}`.toLowerCase(),
  }));
  return (query) => {
    const wanted = query.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10);
    if (wanted.length === 0) return [];
    const rank = (name: string): number =>
      wanted.some((word) => name === word) ? 0 : wanted.some((word) => name.includes(word)) ? 1 : 2;
    return indexed
      .filter(({ words }) => wanted.every((word) => words.includes(word)))
      .toSorted((a, b) => rank(a.name) - rank(b.name))
      .map(({ one }) => one);
  };
}

type Using = { readonly type: GraphQLType; readonly args?: readonly { readonly type: GraphQLType }[] };

/** Root fields and types that name a type: where a reader may have met it. */
export function usesOf(schema: GraphQLSchema, name: string): readonly Entry[] {
  const names = (type: GraphQLType): boolean => getNamedType(type).name === name;
  const uses = ({ type, args = [] }: Using): boolean => names(type) || args.some((argument) => names(argument.type));
  return entriesOf(schema).filter(({ kind, of }) => {
    if (kind !== 'types') return uses(of);
    return isUnionType(of) ? membersOf(of).includes(name) : fieldsOf(of).some(uses);
  });
}
