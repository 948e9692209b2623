import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import { schema } from '../../../src/schema/index.ts';
import type { TestGateway } from '../gateway.ts';
import { askGraphql } from '../schema/ask-graphql.ts';

/** What a client sees by every query that lists, counts or sums. The schema names the fields, so that a new one is asked for. */

type Field = GraphQLField<unknown, unknown>;

const daysFromNow = (days: number): string =>
  `"${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}"`;

/** The required arguments, as `createBelongings` needs them. `rum`: a mandate is asked for by one of two. */
const given: Readonly<Record<string, string>> = {
  ...{ idSociete: '"1"', runMode: 'LIVE', from: daysFromNow(-3), to: daysFromNow(3), text: '"kept"' },
  ...{ idClient: '"kept"', rum: '"RUM-1"', input: `{ idSociete: "1", runMode: LIVE, cutOff: ${daysFromNow(3)} }` },
};

/**
 * By an id that is not known before: `belongings.test.ts` and `nodes.test.ts` ask for these. What each request changes:
 * `whole-gateway.test.ts` does. And what is about no object of ours.
 */
const askedElsewhere = new Set([
  ...['node', 'payment', 'paymentByReference', 'bankFile', 'directDebitBatch'],
  ...['requestLog', 'explainUrl', 'health'],
]);

const argumentsOf = (args: readonly GraphQLArgument[]): string => {
  const values = args.flatMap((arg) => {
    if (arg.name === 'first') return ['first: 1'];
    if (!isRequiredArgument(arg) && arg.name !== 'rum') return [];
    const value = given[arg.name];
    if (value === undefined) throw new Error(`say in ${import.meta.filename} what ${arg.name} is`);
    return [`${arg.name}: ${value}`];
  });
  return values.length === 0 ? '' : `(${values.join(', ')})`;
};

const isA = (type: GraphQLObjectType, name: 'Node' | 'PaymentError'): boolean =>
  type.getInterfaces().some((one) => one.name === name);

/** One selection for each leaf under a type. Of an object with an id only that it is there, of a refusal its message. */
function leavesIn(type: GraphQLNamedType, path: readonly string[]): readonly string[] {
  if (isUnionType(type)) {
    return type.getTypes().flatMap((one) => leavesIn(one, path).map((leaf) => `... on ${one.name} { ${leaf} }`));
  }
  if (!isObjectType(type) || isA(type, 'Node')) return ['__typename'];
  if (isA(type, 'PaymentError')) return ['message'];
  if (path.includes(type.name)) return [];
  return Object.values(type.getFields()).flatMap((field) => leavesOf(field, [...path, type.name]));
}

function leavesOf({ name, args, type }: Field, path: readonly string[] = []): readonly string[] {
  const head = `${name}${argumentsOf(args)}`;
  const named = getNamedType(type);
  return isLeafType(named) ? [head] : leavesIn(named, path).map((leaf) => `${head} { ${leaf} }`);
}

const askedRoots: readonly Field[] = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
  ({ name }) => !askedElsewhere.has(name),
);

let asked = 0;

/** What a client sees, by root field: the answers to all of its leaves. */
export async function seenBy(
  gateway: TestGateway,
  headers: Record<string, string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  /** As many at once as a document may have. */
  async function answersTo(leaves: readonly string[]): Promise<readonly string[]> {
    const query = `{ ${leaves.join(' ')} }`;
    // Each from an address of its own, so that no rate is reached.
    const address = { 'X-Forwarded-For': `198.52.${asked >> 8}.${asked++ & 255}` };
    const { text, data } = await askGraphql(gateway, query, {}, { ...address, Accept: 'application/json', ...headers });
    if (text.includes('DOCUMENT_REFUSED') && leaves.length > 1) {
      const half = Math.ceil(leaves.length / 2);
      return [...(await answersTo(leaves.slice(0, half))), ...(await answersTo(leaves.slice(half)))];
    }
    if (data === undefined) throw new Error(`${text} to ${query}`);
    return [text.replaceAll(/req_[0-9a-f]{32}/g, 'req_')];
  }
  const seen = new Map<string, readonly string[]>();
  for (const root of askedRoots) seen.set(root.name, await answersTo(leavesOf(root)));
  return seen;
}
