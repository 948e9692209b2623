import {
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { hashOf } from './draw.ts';

/** What resolvers do in one execution: the same for the same seed, at each place of the answer. */
export type Fates = {
  seed: number;
  /** How many of a thousand values are faults. */
  faults: number;
  /** How often each root resolver was called. */
  calls: Map<string, number>;
};

/** Gives every field a resolver that draws what it does: a value of its type, a promise, or one of many faults. */
export function withFates(schema: GraphQLSchema, fates: Fates): GraphQLSchema {
  const roots = new Set([schema.getQueryType(), schema.getMutationType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isUnionType(type)) type.resolveType = (value: { __typename?: unknown }) => value.__typename as string;
    if (!isObjectType(type)) continue;
    const isRoot = roots.has(type);
    for (const field of Object.values(type.getFields())) {
      field.resolve = (_parent, values, _context, info) => resolve({ schema, fates, info, values, isRoot });
    }
    // Some types check their values, a few of them by a promise.
    if (isRoot || hashOf(type.name) % 3 > 0) continue;
    type.isTypeOf = ({ isRefused }: { isRefused: boolean }) =>
      isWaiting(fates) && hashOf(type.name) % 2 > 0 ? Promise.resolve(!isRefused) : !isRefused;
  }
  return schema;
}

/**
 * Whether what stands in a list comes by promises: all of it or nothing. The executor leaves a rejection without a
 * handler where a promise and a plain value of the same list fail.
 */
const isWaiting = ({ seed }: Fates): boolean => seed % 2 > 0;

type Resolved = {
  readonly schema: GraphQLSchema;
  readonly fates: Fates;
  readonly info: GraphQLResolveInfo;
  readonly values: object;
  readonly isRoot: boolean;
};

function resolve({ schema, fates, info, values, isRoot }: Resolved): unknown {
  const place = placeOf(info);
  if (isRoot) fates.calls.set(place, (fates.calls.get(place) ?? 0) + 1);
  const hash = hashOf(`${fates.seed} ${place}`);
  const make = () => drawnOf(schema, fates, info.returnType, { place, seen: seenBy(info, values), isRoot });
  const give = hash % 1000 < fates.faults ? () => fault(hash, place, make) : make;
  const isLater = /\.\d/.test(place) ? isWaiting(fates) : hash % 5 === 0;
  if (!isLater) return give();
  // Promises of root resolvers, and in what they give, are settled: a plan and the executor after it see them at the
  // same moment. Of two faults that empty the same object the answer has the first.
  return isRoot ? settled(give) : Promise.resolve().then(give);
}

async function settled(give: () => unknown): Promise<unknown> {
  return give();
}

function fault(hash: number, place: string, make: () => unknown): unknown {
  switch (hash % 6) {
    case 0:
      throw new Error(`no ${place}`);
    case 1:
      throw `a text: ${place}`;
    case 2:
      return new Error(`given ${place}`);
    case 3:
      return null;
    case 4:
      return undefined;
    default: {
      const value = make();
      return Array.isArray(value) ? new Set(value) : { wrong: place };
    }
  }
}

function placeOf({ path }: GraphQLResolveInfo): string {
  const keys: (string | number)[] = [];
  for (let at: GraphQLResolveInfo['path'] | undefined = path; at; at = at.prev) keys.unshift(at.key);
  return keys.join('.');
}

/** What a resolver sees of its place. */
const seenBy = (
  { fieldName, parentType, fieldNodes, operation, variableValues, fragments, path }: GraphQLResolveInfo,
  values: object,
): string =>
  JSON.stringify([
    ...[values, fieldName, parentType.name, fieldNodes.length, operation.operation, variableValues, path.typename],
    Object.keys(fragments),
  ]);

type At = { readonly place: string; readonly seen: string; readonly isRoot: boolean };

function drawnOf(schema: GraphQLSchema, fates: Fates, type: GraphQLOutputType, at: At): unknown {
  const { place, seen, isRoot } = at;
  const hash = hashOf(`${fates.seed} value ${place}`);
  const isWrong = hash % 1000 < fates.faults;
  if (isNonNullType(type)) return isWrong ? null : drawnOf(schema, fates, type.ofType, at);
  if (isWrong || hash % 23 === 0) return hash % 2 === 0 ? null : undefined;
  if (isListType(type)) {
    return Array.from({ length: hash % 4 }, (_, index) => {
      const item = () => drawnOf(schema, fates, type.ofType, { ...at, place: `${place}.${index}` });
      if (!isWaiting(fates)) return item();
      return isRoot ? settled(item) : Promise.resolve().then(item);
    });
  }
  const isOdd = hash % 997 < fates.faults;
  if (isEnumType(type)) return isOdd ? 'PURPLE' : type.getValues()[hash % type.getValues().length]?.value;
  if (isAbstractType(type) || isObjectType(type)) {
    const types = isObjectType(type) ? [type] : schema.getPossibleTypes(type);
    const named = types[hash % types.length]?.name;
    return { __typename: isOdd ? ['None', 'String', 7][hash % 3] : named, isRefused: hash % 991 < fates.faults };
  }
  return leafOf(type.name, hash, isOdd, seen);
}

function leafOf(name: string, hash: number, isOdd: boolean, seen: string): unknown {
  if (isOdd) return [{}, Symbol('odd'), Number.NaN, '', 1.5][hash % 5];
  switch (name) {
    case 'Int':
    case 'Float':
      return hash % 100;
    case 'Even':
      return 2 * (hash % 50);
    case 'Boolean':
      return hash % 2 === 0;
    default:
      return seen;
  }
}
