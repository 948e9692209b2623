import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { answerErrors } from '../../../src/schema/server/guard/answer-errors.ts';
import { openForGroup } from '../../support/open-for.ts';
import { startProduction, withKey } from '../../support/rights/clients.ts';
import { answerOf, type GraphqlAnswer, postGraphql } from '../../support/schema/ask-graphql.ts';

/** A variable may be null by its type, in a place where null is refused: a default stands for it where it is left out. */

const secrets = ['jean.dupont@example.fr', 'FR7630006000011234567890189', 'commentaire'];
const initiation = (definition: string): string => `mutation(${definition}) { initiatePayment(input: {
  email: "${secrets[0]}", commentaire: "M. Dupont ${secrets[1]}", idCommande: $value, paymentTarget: PAYBOX
  paymentRunMode: TEST, paymentType: CB, idOrigin: "web", idSociete: "1", idClient: "1", amount: 5
}) { __typename } }`;
const orders = { byVariable: initiation('$value: String = "8"'), byField: initiation('$value: String') };
const payment = 'query($value: ID = "x") { payment(id: $value) { id } }';
const payments = `query($value: PaymentStatus = PAID) {
  payments(filter: { status: [PAID, $value], idOrigin: "${secrets[0]}" }) { edges { cursor } }
}`;

const idOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const registered = [...Object.values(orders), payment, payments].map((text) => `${text} # registered`);
const documents = new Map(registered.map((text) => [idOf(text), text]));
const gateway = openForGroup(() => startProduction({ config: { documents } }));

const post = (accept: string, body: object) =>
  postGraphql(gateway, JSON.stringify(body), { ...withKey('right'), Accept: accept });
const get = async (accept: string, { variables, ...body }: { readonly variables: object }) => {
  const query = new URLSearchParams({ ...body, variables: JSON.stringify(variables) });
  return answerOf(await gateway.get(`/graphql?${query}`, { headers: { ...withKey('right'), Accept: accept } }));
};

const json = 'application/json';
const form = 'application/graphql-response+json';
const expected = 'Expected variable "$value" provided to non-null type';
const cases = [
  [
    'a mutation',
    orders.byVariable,
    `Argument "Mutation.initiatePayment(input:)" has invalid value at .idCommande: ${expected} "String!" not to be null.`,
  ],
  [
    'a field with a default',
    orders.byField,
    `Argument "Mutation.initiatePayment(input:)" has invalid value at .idCommande: ${expected} "String!" not to be null.`,
  ],
  ['a query', payment, `Argument "Query.payment(id:)" has invalid value: ${expected} "ID!" not to be null.`],
  [
    'a list',
    payments,
    `Argument "Query.payments(filter:)" has invalid value at .status[1]: ${expected} "PaymentStatus!" not to be null.`,
  ],
] as const;

describe('null for a variable, where null is refused', () => {
  it.each(
    cases.flatMap(([title, document, message]) => [
      { title, document, message, accept: json, status: 200 },
      { title, document, message, accept: form, status: 400 },
    ]),
  )('is refused alike before and after the document is known: $title, $accept', async (given) => {
    const { document, message, accept, status } = given;
    const query = `${document} # ${accept}`;
    const answers: GraphqlAnswer[] = [];
    const ask = async (variables: object, body: { readonly query: string } | { readonly documentId: string }) => {
      answers.push(await post(accept, { ...body, variables }));
      if (!document.startsWith('mutation')) answers.push(await get(accept, { ...body, variables }));
    };
    const isNull = { value: null };
    await ask(isNull, { query });
    for (const value of ['REFUSED', 'PAID', 'EXPIRED', 'REFUNDED', 'FAILED']) {
      const usable = await post(accept, { query, variables: { value } });
      expect(usable.errors).toEqual([]);
      await ask(isNull, { query });
    }
    const documentId = idOf(`${document} # registered`);
    await ask(isNull, { documentId });
    expect((await post(accept, { documentId, variables: {} })).errors).toEqual([]);
    await ask(isNull, { documentId });
    const [first] = answers;
    expect(first).toMatchObject({ status, errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] });
    for (const answer of answers) {
      expect([answer.status, answer.text]).toEqual([first?.status, first?.text]);
      for (const secret of secrets) expect(answer.text).not.toContain(secret);
    }
  });
});

describe('a sentence of the executor', () => {
  const answered = (message: string) => {
    const faults: unknown[] = [];
    const wording = { errors: 5, messageCharacters: 200, choicesOf: null };
    const error = new GraphQLError(message, { path: ['payment'] });
    const [shown] = answerErrors([error], { requestId: 'req_1', isMutation: true }, wording, (one) => faults.push(one));
    return { ...shown?.toJSON(), faults: faults.length };
  };
  const wrongInput = { path: ['payment'], extensions: { code: 'BAD_USER_INPUT' }, faults: 0 };

  it.each([
    [`Argument "input" has invalid value {\n  email: "${secrets[0]}"\n}.`, 'Argument "input" has invalid value.'],
    [
      'Argument "id" of non-null type "ID!" must not be null.',
      'Argument "id" of non-null type "ID!" must not be null.',
    ],
  ])('about an argument is about what was sent, and does not say it: %s', (message, shown) => {
    expect(answered(message)).toMatchObject({ message: shown, ...wrongInput });
  });

  it.each([
    `Expected value of type "Payment" but got: { email: "${secrets[0]}" }.`,
    `Abstract type "Node" must resolve to an Object type at runtime for field "Query.node" with value "${secrets[0]}".`,
    `Int cannot represent non-integer value: "${secrets[0]}"`,
    `Some sentence of a later version: "${secrets[0]}"`,
  ])('without a code is masked and reported: %s', (message) => {
    expect(answered(message)).toMatchObject({
      message: 'Unexpected error.',
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'req_1' },
      faults: 1,
    });
  });
});
