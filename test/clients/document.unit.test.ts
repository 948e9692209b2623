import { type FieldNode, Kind, OperationTypeNode, parse, type SelectionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { kindOf } from '../../clients/typescript/src/document.ts';
import documents from '../../clients/typescript/src/generated/persisted-documents.json' with { type: 'json' };
import { Intention, LostAnswerError } from '../../clients/typescript/src/index.ts';
import { clientOf, fakeTimers, input, json, lost, type Reply, settle } from '../support/clients/fake-answers.ts';

fakeTimers();

/** What `kindOf` has to find, by the parser of GraphQL. */
function parsedKindOf(text: string): ReturnType<typeof kindOf> {
  const operations = parse(text).definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const [only] = operations.length === 1 ? operations : [];
  if (only && only.operation !== OperationTypeNode.MUTATION) return { isMutation: false, field: null };
  const isTypename = (one: SelectionNode): boolean => one.kind === Kind.FIELD && one.name.value === '__typename';
  const selections = only?.selectionSet.selections.filter((one) => !isTypename(one)) ?? [];
  const isOne = selections.length === 1 && selections[0]?.kind === Kind.FIELD;
  return { isMutation: true, field: isOne ? (selections[0] as FieldNode).name.value : null };
}

const plain = 'mutation Pay($input: InitiatePaymentInput!) { initiatePayment(input: $input) { __typename } }';

const withOneKeyedMutation: readonly [string, string][] = [
  ['a plain one', plain],
  ['no spaces', 'mutation($input:I!){initiatePayment(input:$input){__typename}}'],
  ['an alias', 'mutation { initiate : initiatePayment(input: {}) { __typename } }'],
  ['an alias with a name of GraphQL', 'mutation { query: initiatePayment(input: {}) { __typename } }'],
  ['an alias that is __typename', 'mutation { __typename: initiatePayment(input: {}) { __typename } }'],
  ['__typename before it', 'mutation { __typename initiatePayment(input: {}) { __typename } }'],
  ['an alias of __typename after it', 'mutation { initiatePayment(input: {}) { __typename } kind: __typename }'],
  ['an operation called query', 'mutation query { initiatePayment(input: {}) { __typename } }'],
  ['directives', 'mutation Pay @a(b: { c: "{" }) { initiatePayment(input: {}) @ include(if: true) { __typename } }'],
  ['a default that is an object', 'mutation ($x: Foo = {a: {b: 1}}) { initiatePayment(input: $x) { __typename } }'],
  [
    'a variable with a directive and a parenthesis in a text',
    'mutation ($x: Foo = ")" @a(b: {c: 1}), $y: [Int!] = [1]) { initiatePayment(input: $x) { __typename } }',
  ],
  ['a comment with a query', `# query { a }\n${plain}`],
  ['a comment with a quote', `# "\n${plain} # "`],
  ['a comment up to a carriage return', `# query { a }\r${plain}`],
  ['a comment with a line separator', `# \u2028 query { a }\n${plain}`],
  ['a text with brackets', 'mutation { initiatePayment(input: { email: "\\") } query { a" }) { __typename } }'],
  ['an empty text', 'mutation { initiatePayment(input: { email: "", order: "#" }) { __typename } }'],
  ['a block text', 'mutation { initiatePayment(input: { email: """a "b" \\""" ) } """ }) { __typename } }'],
  ['an empty block text', 'mutation { initiatePayment(input: { email: """""" }) { __typename } }'],
  ['a description', `"""query { a }""" ${plain}`],
  ['a byte order mark and commas', `\uFEFF,,${plain},`],
  [
    'deep selections',
    'mutation { initiatePayment { a { b { c } d { e } } ... on F { g } ...H } } fragment H on H { i }',
  ],
];

const withUncertainMutation: readonly [string, string][] = [
  ['a fragment of the root', 'mutation { ...Root } fragment Root on Mutation { initiatePayment { a } }'],
  ['an inline fragment of the root', 'mutation { ... on Mutation { initiatePayment { a } } }'],
  ['an inline fragment without a type', 'mutation { ... { initiatePayment { a } } }'],
  ['an inline fragment with a directive', 'mutation { ... @include(if: true) { initiatePayment { a } } }'],
  ['a field beside a fragment', 'mutation { reverseJournalEntry { a } ...Root } fragment Root on Mutation { b }'],
  ['two mutations', 'mutation { reverseJournalEntry { a } initiatePayment { a } }'],
  ['two operations', 'query A { a } mutation B { initiatePayment { a } }'],
];

const otherMutations: readonly [string, string][] = [
  ['a mutation without a key', 'mutation { reverseJournalEntry(input: { id: "x" }) { __typename } }'],
  ['an alias that is a mutation with a key', 'mutation { initiatePayment: reverseJournalEntry { a } }'],
];

const queries: readonly [string, string][] = [
  ['a short query', '{ payment { id } }'],
  ['a query with variables', 'query A($id: ID! = "mutation {") @a { payment(id: $id) { id } }'],
  ['a query called mutation', 'query mutation { payment { id } }'],
  ['a query of a fragment', '{ ...Root } fragment Root on Query { payment { id } }'],
  ['a field called mutation', 'query { mutation { initiatePayment } }'],
  ['a subscription', 'subscription { paymentUpdated { id } }'],
];

const fragments = [
  'fragment P on Payment { graphqlTwin { query } }',
  'fragment mutation on Payment @a(b: "}") { mutation { refundPayment } }',
  'fragment query on Payment { id mutation query { id } }',
];

describe('the kind of a document', () => {
  const all = [...withOneKeyedMutation, ...withUncertainMutation, ...otherMutations, ...queries];

  it.each(all)('is what the parser of GraphQL says: %s', (_what, text) => {
    expect(kindOf(text)).toEqual(parsedKindOf(text));
    const kept = text.replace(/^\uFEFF/, '');
    const described = kept.startsWith('{') ? `query ${kept}` : kept;
    for (const fragment of fragments) {
      for (const both of [`${fragment}\n${kept}`, `${described}\n${fragment}`, `${fragment}${kept}\n${fragment}`]) {
        expect(kindOf(both), both).toEqual(parsedKindOf(both));
      }
    }
  });

  it('is found for each operation of the package', () => {
    for (const text of Object.values(documents)) {
      expect(kindOf(text)).toEqual(parsedKindOf(text));
      expect(kindOf(text).isMutation).toBe(kindOf(text).field !== null);
    }
  });

  it.each(['', '[object Object]', 'sha256:4e03', 'mutation { initiatePayment', '{ payment { id }'])(
    'is a mutation where the text cannot be read: "%s"',
    (text) => expect(kindOf(text)).toMatchObject({ isMutation: true, field: null }),
  );
});

describe('a mutation that may take a key', () => {
  const sendAll = async (text: string) => {
    const intention = new Intention();
    const { client, sent } = clientOf([]);
    const outcomes = [
      await settle(client.execute(text, { input }, { intention })),
      await settle(client.execute(text, { input }, { intention })),
    ];
    expect(outcomes).toEqual([expect.any(LostAnswerError), expect.any(LostAnswerError)]);
    expect(outcomes).toMatchObject([{ key: intention.key }, { key: intention.key }]);
    expect(new Set(sent.map(({ headers }) => headers['idempotency-key']))).toEqual(new Set([intention.key]));
    return sent.length;
  };

  it.each(withOneKeyedMutation)('sends its key at every try: %s', async (_what, text) => {
    expect(await sendAll(`${fragments[0]}\n${text.replace(/^\uFEFF/, '')}`)).toBe(8);
  });

  it.each(withUncertainMutation)('is sent once, with the key, where it is not certain: %s', async (_what, text) => {
    expect(await sendAll(text)).toBe(2);
  });

  it('knows its outcome where its answer begins with __typename', async () => {
    const named = (initiatePayment: object): Reply => json({ data: { __typename: 'Mutation', initiatePayment } });
    const away = named({ __typename: 'ProviderUnavailableError', retryAdvice: 'RETRY_SAME_KEY', retryAfterSeconds: 1 });
    const intention = new Intention();
    const { client, sent } = clientOf([lost, away, named({ __typename: 'InitiatePaymentSuccess' })]);
    const text =
      'mutation Pay($input: InitiatePaymentInput!) { __typename initiatePayment(input: $input) { __typename } }';
    expect(await settle(client.execute(text, { input }, { intention }))).toMatchObject({
      initiatePayment: { __typename: 'InitiatePaymentSuccess' },
    });
    expect([sent.length, intention.isUnknown]).toEqual([3, false]);
  });
});
