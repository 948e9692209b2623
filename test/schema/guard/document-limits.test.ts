import { buildSchema, GraphQLError, getIntrospectionQuery, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { examples, lastPayment } from '../../../src/schema/graphiql/examples.ts';
import { schema } from '../../../src/schema/index.ts';
import { dependsOnVariables, excessOf } from '../../../src/schema/server/guard/complexity.ts';
import { createDocumentCache } from '../../../src/schema/server/guard/document-cache.ts';
import { defaultDocumentLimits } from '../../../src/schema/server/guard/limits.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { cardPayment, countPayments, initiated } from '../../support/requests.ts';
import { askGraphql, codesOf } from '../../support/schema/ask-graphql.ts';

/** What a document may be, to the last one that passes and the first that does not. */

const gateway = openForGroup(() => startGateway());

const isRefused = async (query: string, variables?: Record<string, unknown>) => {
  const answer = await askGraphql(gateway, query, variables);
  const refused = codesOf(answer)[0] === 'DOCUMENT_REFUSED';
  if (refused) {
    expect(answer.status).toBe(400);
    expect(answer.errors).toHaveLength(1);
  }
  return refused ? (answer.errors[0]?.message ?? '') : false;
};
const repeat = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

describe('a document of', () => {
  it.each<[string, number, (count: number) => string]>([
    ['tokens', 1000, (count) => `{payments(filter:{status:[${repeat(count - 16, () => 'PAID')}]}){__typename}}`],
    [
      'levels of brackets',
      32,
      (count) => `{payments(filter:{status:${'['.repeat(count - 3)}${']'.repeat(count - 3)}}){__typename}}`,
    ],
    ['spreads', 30, (count) => `{${repeat(count, () => '... on Query{__typename}')}}`],
    [
      'fragments',
      15,
      (count) =>
        `{...f0} ${repeat(count, (index) => `fragment f${index} on Query{__typename ${index + 1 < count ? `...f${index + 1}` : ''}}`)}`,
    ],
    ['aliases', 30, (count) => `{${repeat(count, (index) => `a${index}:__typename`)}}`],
  ])('%s passes with %i, and not with one more', async (words, limit, documentOf) => {
    expect(await isRefused(documentOf(limit))).toBe(false);
    expect(await isRefused(documentOf(limit + 1))).toBe(`The document has more than ${limit} ${words}.`);
  });

  it('100 comments is read, and one of 101 is not', async () => {
    const documentOf = (count: number) => `${'#\n'.repeat(count)}{__typename}`;
    expect((await askGraphql(gateway, documentOf(100))).data).toEqual({ __typename: 'Query' });
    expect(codesOf(await askGraphql(gateway, documentOf(101)))).toEqual(['GRAPHQL_PARSE_FAILED']);
  });

  it('100 fields passes, those of a fragment counted each time, and one of 101 does not', async () => {
    const documentOf = (count: number) =>
      `{...f ...f __typename ${repeat(count - 61, () => '__typename')}} fragment f on Query{${repeat(30, () => '__typename')}}`;
    expect(await isRefused(documentOf(100))).toBe(false);
    expect(await isRefused(documentOf(101))).toBe("The document's breadth is 101; it may be 100.");
  });
});

describe('complexity', () => {
  const storyOf = (first: string) => `query${first === '$n' ? '($n: Int)' : ''} {
    payments(first: ${first}) { edges { node { id attempts { id number status bankCode } events { edges { node { id type status cause } } } } } }
  }`;

  it('grows with the page that is asked for, written out or in a variable, also where the document is known', async () => {
    expect(await isRefused(storyOf('10'))).toBe(false);
    expect(await isRefused(storyOf('100'))).toMatch(/complexity is \d{3}; it may be 500/);
    for (let round = 0; round < 2; round++) {
      expect(await isRefused(storyOf('$n'), { n: 10 })).toBe(false);
      expect(await isRefused(storyOf('$n'), { n: 100 })).toMatch(/complexity is \d{3}; it may be 500/);
    }
  });

  it('is not made small by a number that no page has', async () => {
    for (const first of ['2147483647', '101', '0', '-100']) {
      expect([first, codesOf(await askGraphql(gateway, storyOf(first)))]).toEqual([first, ['BAD_USER_INPUT']]);
    }
  });

  it('names each page size and language that cannot be used, with its place', async () => {
    const query = `query($first: Int) {
      payments(first: $first) { edges { node {
        events(first: 0) { pageInfo { endCursor } } amount { formatted(locale: "no language") }
      } } }
    }`;
    for (const first of [101, 1, 101]) {
      const { errors } = await askGraphql(gateway, query, { first });
      expect(errors.map(({ message, locations }) => [message, locations])).toEqual([
        ...(first === 101 ? [['first must be 1 to 100.', [{ line: 2, column: 16 }]]] : []),
        ['first must be 1 to 100.', [{ line: 3, column: 16 }]],
        ['locale is not a language tag.', [{ line: 3, column: 72 }]],
      ]);
    }
  });

  it('looks for no more faults than an answer tells', () => {
    const { errors } = defaultDocumentLimits;
    const document = parse(`{${'payments(first: 0) { edges { cursor } } '.repeat(70)}}`);
    expect(excessOf(schema, document, {}, defaultDocumentLimits)).toHaveLength(errors);
    let read = 0;
    const parseValue = () => {
      read++;
      throw new GraphQLError('wrong');
    };
    const counting = buildSchema('scalar Count type Query { a(all: [Count]): Int }');
    Object.assign(counting.getType('Count') ?? {}, { parseValue, coerceInputValue: parseValue });
    const list = { all: Array.from({ length: 300 }, () => 1) };
    const asked = parse('query ($all: [Count]) { a(all: $all) }');
    expect(excessOf(counting, asked, list, defaultDocumentLimits)).toHaveLength(errors);
    expect(read).toBeLessThan(2 * errors);
  });

  it('leaves room for a page of 100 payments with everything that was asked', async () => {
    const fields =
      'id reference status isFinal paymentTarget paymentType idOrigin idSociete idClient idCommande email createdAt amount{cents formatted}';
    expect(
      await isRefused(`{payments(first: 100){edges{cursor node{${fields}}} pageInfo{hasNextPage endCursor}}}`),
    ).toBe(false);
  });

  it('and depth are limits of their own', () => {
    const document = parse('{payments{edges{node{id}}}}');
    const excess = (limits: object) =>
      excessOf(schema, document, {}, { ...defaultDocumentLimits, ...limits })[0]?.message;
    expect(excess({})).toBeUndefined();
    expect(excess({ depth: 4 })).toBeUndefined();
    expect(excess({ depth: 3 })).toBe("The document's depth is 4; it may be 3.");
    expect(excess({ complexity: 5 })).toMatch(/complexity is \d+; it may be 5/);
  });

  it('is measured again for each request only where a variable says how long a page is', () => {
    expect(dependsOnVariables(schema, parse(storyOf('$n')))).toBe(true);
    expect(dependsOnVariables(schema, parse(storyOf('5')))).toBe(false);
    expect(dependsOnVariables(schema, parse('query($id: ID!){payment(id: $id){id}}'))).toBe(false);
  });
});

describe('one document', () => {
  const input = JSON.stringify({ ...cardPayment, commentaire: undefined })
    .replaceAll(/"(\w+)":/g, '$1:')
    .replaceAll(/"(PAYBOX|TEST|CB)"/g, '$1');
  const initiation = `initiatePayment(input:${input}){__typename}`;

  it.each([
    ['two mutations under two names', `mutation{a:${initiation} b:${initiation}}`],
    ['two mutations that would merge', `mutation{${initiation} ${initiation}}`],
    ['a second one in a fragment', `mutation{a:${initiation} ...f} fragment f on Mutation{b:${initiation}}`],
    [
      'a second one in an inline fragment that is left out',
      `mutation{a:${initiation} ...@include(if:false){b:${initiation}}}`,
    ],
    ['two operations', `mutation a{${initiation}} mutation b{${initiation}}`],
    ['a query beside a mutation', `mutation a{${initiation}} query b{__typename}`],
  ])('with %s is refused whole', async (_title, query) => {
    expect(await isRefused(query)).toMatch(/^A document has one (mutation|operation)\.$/);
    expect(await isRefused(query), 'the second time as well').not.toBe(false);
    expect(await countPayments(gateway)).toBe(0);
  });

  it('with one mutation and __typename is not', async () => {
    expect(await isRefused('mutation{__typename}')).toBe(false);
  });
});

describe('a document with a variable', () => {
  it.each([
    ['__proto__', 'A variable is not named $__proto__.'],
    ['__prototype', false],
  ] as const)('named $%s: what is said is %j', async (name, said) => {
    const query = `query($${name}:Int){payments(first:$${name}){edges{node{reference}}}}`;
    const variables = JSON.parse(`{"${name}":2}`) as Record<string, unknown>;
    expect(await isRefused(query, variables)).toBe(said);
    expect(await isRefused(query, variables), 'the second time as well').toBe(said);
  });
});

describe('the schema', () => {
  it('is shown to the introspection query of GraphiQL, with every option', async () => {
    const options = {
      descriptions: true,
      inputValueDeprecation: true,
      oneOf: true,
      specifiedByUrl: true,
      schemaDescription: true,
      directiveIsRepeatable: true,
    };
    for (const query of [getIntrospectionQuery(options), getIntrospectionQuery()]) {
      expect((await askGraphql(gateway, query)).data).toHaveProperty('__schema');
    }
  });

  it.each([
    ['twice', '{__schema{types{name}} ...{b:__type(name:"Payment"){name}}}'],
    ['under other names', '{__schema{types{a:name b:name}}}'],
    ['with the fields of the types of fields', '{__schema{types{fields{type{fields{name}}}}}}'],
    [
      'with those in fragments',
      '{__schema{types{...t}}} fragment t on __Type{fields{...f}} fragment f on __Field{type{...u}} fragment u on __Type{interfaces{name}}',
    ],
    [
      'with the fields of the types of arguments',
      '{__type(name:"Mutation"){fields{args{type{ofType{inputFields{name}}}}}}}',
    ],
  ])('is not shown %s', async (_title, query) => {
    expect(await isRefused(query)).toMatch(/schema|lists of a type/);
  });
});

describe('what honest clients send', () => {
  it.each(examples.map((example) => [example.query.split('\n')[0], example] as const))(
    'passes: %s',
    async (_title, { query, variables }) => {
      const { payment } = await initiated(gateway);
      const filled = JSON.stringify(variables).replaceAll(lastPayment, payment.id);
      // What a subscription sends does not end.
      if (query.includes('\nsubscription ')) expect(await isRefused(query)).toBe(false);
      else expect((await askGraphql(gateway, query, JSON.parse(filled))).errors).toEqual([]);
    },
  );

  it('passes where it is sent twice, and a subscription is under the same limits', async () => {
    const { payment } = await initiated(gateway);
    expect((await initiated(gateway)).payment.id).not.toBe(payment.id);
    expect(await isRefused(`subscription{paymentUpdated(id:"${payment.id}"){${repeat(101, () => 'id')}}}`)).toMatch(
      /breadth/,
    );
  });
});

describe('documents that are kept', () => {
  const kept = (text: string) => ({ document: parse(text), isVariable: false });

  it('are so many at most, those that were used last', () => {
    const documents = createDocumentCache({ cachedDocuments: 3, cachedDocumentBytes: 100 });
    for (const text of ['{a}', '{b}', '{c}']) documents.keep(text, kept(text));
    expect(documents.find('{a}')).toBeDefined();
    documents.keep('{d}', kept('{d}'));
    expect(documents.size()).toBe(3);
    expect(documents.find('{b}')).toBeUndefined();
    expect(documents.find('{a}')).toBeDefined();
  });

  it('are short, in bytes and not in characters', () => {
    const documents = createDocumentCache({ cachedDocuments: 3, cachedDocumentBytes: 20 });
    documents.keep('{a}#éééééééé', kept('{a}'));
    documents.keep('{a}#ééééééééé', kept('{a}'));
    expect(documents.size()).toBe(1);
  });
});
