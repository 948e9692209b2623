import { buildSchema, type ExecutionResult, type GraphQLFieldResolver, type GraphQLResolveInfo, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { compileOperation } from '../../../src/schema/server/compiled-operations/compile-operation.ts';
import {
  createCompiledExecutor,
  createOperationExecutor,
  createPlainExecutor,
  type ExecuteOperation,
} from '../../../src/schema/server/compiled-operations/compiled-executor.ts';

const text = `
  interface Named { name: String }
  type One implements Named { name: String  other: One!  list: [Int] }
  input In { a: Int }
  type Query { one(n: Int, in: In): One  named: Named }
  type Mutation { change(in: In): One  second: One }
  type Subscription { one: One }
`;

function schemaWith(resolvers: Record<string, GraphQLFieldResolver<unknown, unknown>> = {}) {
  const schema = buildSchema(text);
  for (const [coordinate, resolve] of Object.entries(resolvers)) {
    const [type = '', field = ''] = coordinate.split('.');
    const found = schema.getType(type);
    if (found && 'getFields' in found) Object.assign(found.getFields()[field] ?? {}, { resolve });
  }
  return schema;
}

const asked = (query: string, variableValues = {}) => ({ document: parse(query), contextValue: {}, variableValues });

/** The executor's objects have no prototype. */
const isByPlan = ({ data }: ExecutionResult): boolean => Boolean(data && Object.getPrototypeOf(data) !== null);

async function executedByPlan(execute: ExecuteOperation, operation: ReturnType<typeof asked>, times: number) {
  const found: boolean[] = [];
  for (let time = 0; time < times; time++) found.push(isByPlan(await execute(operation)));
  return found;
}

describe('a document', () => {
  it('is compiled when it comes the fourth time', async () => {
    const execute = createCompiledExecutor(schemaWith({ 'Query.one': () => ({ name: 'a' }) }));
    const operation = asked('{ one { name } }');
    expect(await executedByPlan(execute, operation, 5)).toEqual([false, false, false, true, true]);
    expect(await executedByPlan(execute, asked('{ one { name } }'), 1)).toEqual([false]);
  });

  it('is never compiled where the setting is off', async () => {
    const execute = createOperationExecutor(schemaWith({ 'Query.one': () => ({ name: 'a' }) }), false);
    expect(await executedByPlan(execute, asked('{ one { name } }'), 6)).not.toContain(true);
  });

  it.each([1, 19, 20, 40])('gives %i fields in order, waiting ones too, nothing of another answer', async (count) => {
    let reads = 0;
    const name = () => (++reads % 3 === 0 ? Promise.resolve(`late ${reads}`) : `at once ${reads}`);
    const schema = schemaWith({ 'Query.one': () => ({}), 'One.name': name });
    const [compiled, plain] = [createCompiledExecutor(schema, 0), createPlainExecutor(schema)];
    const aliases = Array.from({ length: count }, (_, index) => `field${index}: name`);
    const operation = asked(`{ one { ${aliases.join(' ')} } }`);
    const textOf = async (execute: ExecuteOperation) => {
      reads = 0;
      return JSON.stringify(await execute(operation));
    };
    const expected = await textOf(plain);
    expect(await textOf(compiled)).toBe(expected);
    const earlier = (await compiled(operation)) as ExecutionResult;
    const kept = JSON.stringify(earlier);
    expect(isByPlan(earlier)).toBe(true);
    expect(await textOf(compiled)).toBe(expected);
    expect(JSON.stringify(earlier)).toBe(kept);
  });

  it('goes back to the executor for a while after an error', async () => {
    let isBroken = false;
    const one = () => {
      if (isBroken) throw new Error('broken');
      return { name: 'a' };
    };
    const execute = createCompiledExecutor(schemaWith({ 'Query.one': one }));
    const operation = asked('{ one { name } }');
    await executedByPlan(execute, operation, 4);
    isBroken = true;
    expect(await execute(operation)).toMatchObject({ errors: [{ message: 'broken' }], data: { one: null } });
    isBroken = false;
    expect(await executedByPlan(execute, operation, 5)).toEqual([false, false, false, true, true]);
  });

  it.each([
    ['two operations', 'query A { one { name } } query B { one { name } }'],
    ['a subscription', 'subscription { one { name } }'],
    ['a directive', '{ one { name @skip(if: false) } }'],
    ['a directive of a fragment', '{ one { ... @include(if: true) { name } } }'],
    ['the default of a variable', 'query ($n: Int = 1) { one(n: $n) { name } }'],
    ['a variable in an object', 'query ($n: Int) { one(in: { a: $n }) { name } }'],
    ['introspection', '{ __schema { queryType { name } } }'],
    ['a type in introspection', '{ __type(name: "One") { name } }'],
    ['an alias that no object can hold', '{ one { __proto__: name } }'],
    ['two mutations', 'mutation { change { name } second { name } }'],
  ])('with %s is left to the executor', (_what, query) => {
    expect(compileOperation(schemaWith(), parse(query))).toBeNull();
  });
});

describe('a mutation', () => {
  it.each<[string, Record<string, GraphQLFieldResolver<unknown, unknown>>]>([
    ['its resolver throws', {}],
    ['its resolver rejects', {}],
    ['its resolver returns an error', {}],
    [
      'a field below throws',
      {
        'One.name': () => {
          throw new Error('below');
        },
      },
    ],
    [
      'a field below rejects',
      {
        'One.name': async () => {
          throw new Error('below');
        },
      },
    ],
    ['a field below is missing', { 'One.other': () => null }],
    ['a list below is no list', { 'One.list': () => 7 }],
    ['an item is none, and one after it rejects', { 'One.list': () => ['none', Promise.reject(new Error('late'))] }],
    ['a list below can be read once', { 'One.list': () => [1, 2].values() }],
  ])('runs once where %s', async (what, below) => {
    let calls = 0;
    const change = () => {
      calls++;
      if (what === 'its resolver throws') throw new Error('at the root');
      if (what === 'its resolver rejects') return Promise.reject(new Error('at the root'));
      return what === 'its resolver returns an error'
        ? new Error('at the root')
        : { name: 'a', list: [1], other: { name: 'b' } };
    };
    const execute = createCompiledExecutor(schemaWith({ 'Mutation.change': change, ...below }));
    const operation = asked('mutation ($in: In) { constructor: change(in: $in) { name list other { name } } }', {
      in: { a: 1 },
    });
    const answers: string[] = [];
    for (let time = 1; time <= 6; time++) {
      answers.push(JSON.stringify(await execute(operation)));
      expect(calls).toBe(time);
    }
    expect(new Set(answers).size).toBe(1);
  });

  it('does not run with variables that the executor refuses', async () => {
    let calls = 0;
    const execute = createCompiledExecutor(schemaWith({ 'Mutation.change': () => ({ calls: ++calls }) }));
    const document = parse('mutation ($in: In) { change(in: $in) { name } }');
    const ask = (given: unknown) => execute({ document, contextValue: {}, variableValues: { in: given } });
    for (let time = 0; time < 4; time++) await ask({ a: 1 });
    expect(await ask({ a: 'one' })).toMatchObject({ errors: [{ message: expect.stringContaining('"$in"') }] });
    expect(await ask({ none: 1 })).toMatchObject({ errors: [{ message: expect.stringContaining('"$in"') }] });
    expect(calls).toBe(4);
  });
});

it('gives a resolver all that the executor gives it', async () => {
  const seen: GraphQLResolveInfo[] = [];
  const one: GraphQLFieldResolver<unknown, unknown> = (_parent, _values, _context, info) => {
    seen.push(info);
    return null;
  };
  const execute = createCompiledExecutor(schemaWith({ 'Query.one': one }));
  expect(await executedByPlan(execute, asked('{ one { name } }'), 4)).toEqual([false, false, false, true]);
  const [byExecutor, , , byPlan] = seen as [GraphQLResolveInfo, ...GraphQLResolveInfo[]];
  const valuesOf = (info: GraphQLResolveInfo | undefined) => {
    const { getAbortSignal, getAsyncHelpers, ...values } = Object.fromEntries(
      Object.keys(byExecutor).map((name) => [name, info?.[name as keyof GraphQLResolveInfo]]),
    ) as unknown as GraphQLResolveInfo;
    return { ...values, signal: getAbortSignal(), helpers: Object.keys(getAsyncHelpers()) };
  };
  expect(valuesOf(byPlan)).toEqual(valuesOf(byExecutor));
});
