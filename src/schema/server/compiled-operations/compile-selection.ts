import { defaultFieldResolver, defaultTypeResolver } from '@graphql-tools/executor';
import {
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { onceFor } from '../../../kernel/once.ts';
import { collectFields, type Source } from './collect-fields.ts';
import { compileArguments } from './compile-arguments.ts';
import { goOn, isPromise, type Run, remember, surprise, type Variables } from './run.ts';

/** Selections as functions. Each gives a part of the answer, or a promise that never rejects. A fault is a surprise. */

type Path = GraphQLResolveInfo['path'];
type ReadField = (parent: unknown, run: Run, above: Path | undefined) => unknown;
/** Makes a part of the answer of what a resolver gave. */
type Complete = (value: unknown, run: Run, path: Path, info: GraphQLResolveInfo) => unknown;
export type FieldPlan = { readonly name: string; readonly read: ReadField };

export function compileFields(
  source: Source,
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
  isRoot = false,
): readonly FieldPlan[] {
  return [...collectFields(source, type, selectionSets)].flatMap(([name, nodes]): FieldPlan[] => {
    const [node] = nodes as readonly [FieldNode];
    if (node.name.value === '__typename') return [{ name, read: () => type.name }];
    const field = type.getFields()[node.name.value];
    return field ? [{ name, read: compileField(source, { type, name, nodes, field, isRoot }) }] : [];
  });
}

/** V8 makes a dictionary of an object that gets 20 names one by one: it and its JSON take twice as long. */
const blankOf = onceFor((fields: readonly FieldPlan[]) =>
  Object.fromEntries(fields.map(({ name }) => [name, null as unknown])),
);

export function readFields(fields: readonly FieldPlan[], parent: unknown, run: Run, path: Path | undefined): unknown {
  const answer: Record<string, unknown> = fields.length > 19 ? { ...blankOf(fields) } : {};
  const waiting: PromiseLike<unknown>[] = [];
  for (const { name, read } of fields) {
    const value = read(parent, run, path);
    answer[name] = value;
    if (isPromise(value)) waiting.push(value.then((settled) => Reflect.set(answer, name, settled)));
  }
  const [first] = waiting;
  if (first === undefined) return answer;
  return (waiting.length === 1 ? first : Promise.all(waiting)).then(() => answer);
}

type FieldOf = {
  readonly type: GraphQLObjectType;
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  readonly field: GraphQLField<unknown, unknown>;
  readonly isRoot: boolean;
};

function compileField(source: Source, { type, name, nodes, field, isRoot }: FieldOf): ReadField {
  const { resolve = defaultFieldResolver } = field;
  const argumentsOf = compileArguments(field, nodes[0] as FieldNode);
  const complete = compileCompletion(source, field.type, nodes);
  const facts = { fieldName: field.name, fieldNodes: nodes, returnType: field.type, parentType: type };
  const FieldInfo = fieldInfoWith({ ...source, ...facts, ...alike });
  return (parent, run, above) => {
    if (run.isSurprised) return null;
    try {
      const path: Path = { prev: above, key: name, typename: type.name };
      const info = new FieldInfo(path, run.variables) as unknown as GraphQLResolveInfo;
      const values = argumentsOf(run.variables);
      const result = isRoot
        ? remember(run, name, () => resolve(parent, values, run.context, info))
        : resolve(parent, values, run.context, info);
      return isPromise(result)
        ? goOn(run, result, (value) => complete(value, run, path, info))
        : complete(result, run, path, info);
    } catch {
      return surprise(run);
    }
  };
}

/** Alike for all fields. */
const asyncHelpers = { promiseAll: Promise.all.bind(Promise), track: () => undefined };
const alike = { getAbortSignal: () => {}, getAsyncHelpers: () => asyncHelpers };

/** What a resolver may ask of its field. Facts stand on the prototype: copies were a tenth of what a request allocates. */
function fieldInfoWith(facts: object) {
  class FieldInfo {
    readonly path: Path;
    readonly variableValues: Variables;
    constructor(path: Path, variableValues: Variables) {
      this.path = path;
      this.variableValues = variableValues;
    }
  }
  Object.assign(FieldInfo.prototype, facts);
  return FieldInfo;
}

function compileCompletion(source: Source, type: GraphQLOutputType, nodes: readonly FieldNode[]): Complete {
  const isRequired = isNonNullType(type);
  const complete = completionOfGiven(source, getNullableType(type), nodes);
  return (value, run, path, info) => {
    if (value === null || value === undefined) return isRequired ? surprise(run) : null;
    return value instanceof Error ? surprise(run) : complete(value, run, path, info);
  };
}

function completionOfGiven(source: Source, type: GraphQLOutputType, nodes: readonly FieldNode[]): Complete {
  if (isListType(type)) return completionOfList(compileCompletion(source, type.ofType as GraphQLOutputType, nodes));
  if (isLeafType(type)) return completionOfLeaf(type);
  if (isAbstractType(type)) return completionOfAbstract(source, type, nodes);
  if (isObjectType(type)) return completionOfObject(source, type, nodes);
  throw new Error(`${String(type)} is of no known kind`);
}

const completionOfLeaf =
  (type: GraphQLLeafType): Complete =>
  (value, run) => {
    const shown: unknown = type.serialize(value);
    return shown === null || shown === undefined || isPromise(shown) ? surprise(run) : shown;
  };

const completionOfList =
  (complete: Complete): Complete =>
  (values, run, above, info) => {
    // Another iterable can be read only once.
    if (!Array.isArray(values)) return surprise(run);
    const completeItem = (value: unknown, key: number): unknown => {
      const path: Path = { prev: above, key, typename: undefined };
      if (isPromise(value)) return goOn(run, value, (settled) => complete(settled, run, path, info));
      try {
        return complete(value, run, path, info);
      } catch {
        // The promises after it get their handlers all the same.
        return surprise(run);
      }
    };
    const answer = Array.from(values as readonly unknown[], completeItem);
    return answer.some(isPromise) ? Promise.all(answer) : answer;
  };

function completionOfAbstract(source: Source, type: GraphQLAbstractType, nodes: readonly FieldNode[]): Complete {
  const resolveType = type.resolveType ?? defaultTypeResolver;
  const possible = source.schema.getPossibleTypes(type);
  const completions = new Map(possible.map((one) => [one.name, completionOfObject(source, one, nodes)]));
  return (value, run, path, info) => {
    const name = resolveType(value, run.context, info, type);
    const complete = typeof name === 'string' ? completions.get(name) : undefined;
    return complete ? complete(value, run, path, info) : surprise(run);
  };
}

function completionOfObject(source: Source, type: GraphQLObjectType, nodes: readonly FieldNode[]): Complete {
  const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const fields = compileFields(source, type, selectionSets);
  return (value, run, path, info) => {
    if (type.isTypeOf) {
      const isOfType = type.isTypeOf(value, run.context, info);
      if (!isOfType || isPromise(isOfType)) return surprise(run);
    }
    return readFields(fields, value, run, path);
  };
}
