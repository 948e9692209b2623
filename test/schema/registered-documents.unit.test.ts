import { describe, expect, it } from 'vitest';
import { schema } from '../../src/schema/index.ts';
import { defaultDocumentLimits } from '../../src/schema/server/guard/limits.ts';
import { createRegisteredDocuments } from '../../src/schema/server/guard/registered-documents.ts';

const standing = 'query Standing($id: ID!) { payment(id: $id) { status } }';

function register(initial: Record<string, string>, introspection = true) {
  let documents: ReadonlyMap<string, string> = new Map(Object.entries(initial));
  const reported: string[] = [];
  const registered = createRegisteredDocuments({
    ...{ schema, introspection, limits: defaultDocumentLimits },
    documents: () => documents,
    report: (id, reason) => reported.push(`${id}: ${reason}`),
  });
  const reload = (next: Record<string, string>): void => {
    documents = new Map(Object.entries(next));
  };
  return { registered, reported, reload };
}

describe('registered documents', () => {
  it('change with the config: what is taken out is a stranger again', () => {
    const { registered, reload } = register({});
    expect([registered.hasAny(), registered.find(standing)]).toEqual([false, undefined]);
    reload({ a1: standing });
    expect([registered.hasAny(), registered.textOf('a1')]).toEqual([true, standing]);
    expect(registered.find(standing)).toBeDefined();
    reload({});
    expect([registered.hasAny(), registered.textOf('a1'), registered.find(standing)]).toEqual([
      ...[false, undefined, undefined],
    ]);
  });

  it.each(['a1', 'A1', 'sha256:a1', 'SHA256:A1'])('are found by %s, with and without the algorithm', (id) => {
    expect(register({ a1: standing }).registered.textOf(id)).toBe(standing);
    expect(register({ 'sha256:a1': standing }).registered.textOf(id)).toBe(standing);
  });

  it.each(['__proto__', 'constructor', '', 'sha256:'])('have no id %j by accident', (id) => {
    expect(register({ a1: standing }).registered.textOf(id)).toBeUndefined();
  });

  it.each([
    ['no GraphQL', '{'],
    ['an unknown field', '{ noSuchField }'],
    ['two operations', 'query A { __typename } query B { __typename }'],
    [
      'two mutations',
      'mutation { a: refreshPayment(id: "x") { __typename } b: refreshPayment(id: "y") { __typename } }',
    ],
  ])('leave out and report %s', (_what, text) => {
    const { registered, reported } = register({ bad: text, good: standing });
    expect([registered.textOf('bad'), registered.textOf('good')]).toEqual([undefined, standing]);
    expect(reported).toEqual([expect.stringMatching(/^bad: /)]);
  });

  it('hold no introspection where the config turns it off', () => {
    const look = 'query Look { __schema { queryType { name } } }';
    expect(register({ look }, false).reported).toHaveLength(1);
    expect(register({ look }).reported).toEqual([]);
  });
});
