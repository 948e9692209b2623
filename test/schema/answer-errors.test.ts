import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous } from '../../src/domain/caller.ts';
import { answerErrors } from '../../src/schema/guard/answer-errors.ts';
import { startGateway, type TestGateway } from '../gateway.ts';
import { cardPayment } from '../requests.ts';
import { askGraphql, codesOf } from './ask-graphql.ts';

/** What an answer says of what went wrong: enough for a developer, nothing of the inside, nothing of what was sent. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

const mutation = 'mutation($input: InitiatePaymentInput!) { initiatePayment(input: $input) { __typename } }';
const shop = {
  caller: { ...anonymous, client: 'shop' },
  keyHashes: [{ hash: createHash('sha256').update('a key').digest('hex'), expiresAt: null }],
  networks: [],
  webhooks: [],
};
const secret = 'canary-4970101122334455';

describe('an error', () => {
  it('of syntax says where, and not what the parser read', async () => {
    const { errors } = await askGraphql(gateway, `{\n  payment(id: "${secret}) { id }\n}`);
    expect(errors).toEqual([
      {
        message: 'The document is not valid GraphQL.',
        locations: [{ line: 2, column: expect.any(Number) }],
        extensions: { code: 'GRAPHQL_PARSE_FAILED' },
      },
    ]);
  });

  it('of a name says which, and suggests nothing', async () => {
    const { errors, text } = await askGraphql(
      gateway,
      '{ paymentByReferenc(reference: "x") { id } payments(frist: 1) { edges { cursor } } }',
    );
    expect(errors.map(({ message }) => message)).toEqual([
      'Cannot query field "paymentByReferenc" on type "Query".',
      'Unknown argument "frist" on field "Query.payments".',
    ]);
    expect(text).not.toContain('Did you mean');
  });

  it.each<[string, Record<string, unknown>, string]>([
    [
      'another kind',
      { commentaire: [secret] },
      'Variable "$input" at "commentaire": String cannot represent a non string value.',
    ],
    [
      'an unknown field',
      { comentaire: `${secret}; x` },
      'Variable "$input": Expected value of type "InitiatePaymentInput" not to include unknown field "comentaire".',
    ],
    [
      'a missing field',
      { email: undefined },
      'Variable "$input": Expected value of type "InitiatePaymentInput" to include required field "email".',
    ],
    [
      'a name that does not exist',
      { paymentTarget: 'PAYBOY' },
      'Variable "$input" at "paymentTarget": Value "PAYBOY" does not exist in "PaymentTarget" enum.',
    ],
    [
      'an object for an amount',
      { amount: { cents: secret } },
      'Variable "$input" at "amount": Cents is a number or a string of digits.',
    ],
  ])('of a variable with %s says what is expected, and not what came', async (_title, change, message) => {
    // The first time the document is measured, the second time it is known: the two find it in different ways.
    const document = `${mutation} # ${message}`;
    const first = await askGraphql(gateway, document, { input: { ...cardPayment, ...change } });
    await askGraphql(gateway, document, { input: { ...cardPayment, amount: 0 } });
    const second = await askGraphql(gateway, document, { input: { ...cardPayment, ...change } });
    for (const { errors, text } of [first, second]) {
      expect(errors.map((error) => error.message)).toEqual([message]);
      expect(text).not.toContain(secret);
    }
  });

  it('is one of five at most, and of 200 characters', async () => {
    const { errors } = await askGraphql(
      gateway,
      `{ ${Array.from({ length: 90 }, (_, index) => `x${index}${'y'.repeat(300)}`).join(' ')} }`,
    );
    expect(errors).toHaveLength(5);
    for (const { message } of errors) expect(message).toHaveLength(200);
  });

  it('that nobody expected says nothing but the id of the request, under which the log has it', async () => {
    const broken = await startGateway();
    await broken.store.close();
    const answer = await askGraphql(broken, `{ payment(id: "pay_${'0'.repeat(32)}") { id } }`);
    const requestId = answer.headers.get('X-Request-Id');
    expect(answer.errors).toMatchObject([
      { message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } },
    ]);
    expect(answer.text).not.toMatch(/database|closed|\.ts|stack/i);
    const lines = broken.logs.filter(({ request, msg }) => request === requestId && msg !== 'request');
    expect(lines).toMatchObject([{ fault: expect.any(String), stack: expect.stringContaining('.ts') }]);
    await broken.close();
  });

  it('of a key that is missing is a 401 before the document is read', async () => {
    const closed = await startGateway({ config: { clients: [shop] } });
    const answer = await askGraphql(closed, '{ this is not GraphQL');
    expect([answer.status, codesOf(answer), answer.headers.get('WWW-Authenticate')]).toEqual([
      401,
      ['UNAUTHENTICATED'],
      'Bearer',
    ]);
    await closed.close();
  });
});

describe('the wording of errors', () => {
  const messages = (errors: unknown[], faults: unknown[] = []) =>
    answerErrors(errors, 'req_1', { errors: 5, messageCharacters: 200 }, (fault) => faults.push(fault)).map((error) => [
      error.message,
      error.extensions,
    ]);

  it('keeps what was meant to be read, and takes a parser away', () => {
    const meant = new GraphQLError('There is no such payment.', {
      extensions: { code: 'NOT_FOUND', originalError: { message: secret } },
    });
    expect(messages([meant])).toEqual([['There is no such payment.', { code: 'NOT_FOUND' }]]);
  });

  it('masks every other error, however it comes, and reports it', () => {
    const fault = new TypeError(secret);
    const faults: unknown[] = [];
    const located = new GraphQLError(secret, { originalError: fault, path: ['payment'] });
    const wrapped = new GraphQLError(secret, { originalError: located });
    for (const [message, extensions] of messages([fault, located, wrapped, secret], faults)) {
      expect(message).toBe('Unexpected error.');
      expect(extensions).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', requestId: 'req_1' });
    }
    expect(faults).toEqual([fault, fault, located, secret]);
  });

  it('takes no time for a value that imitates the messages', () => {
    const imitation = `Variable "$a" got invalid value ${' at "a.b"; Expected value, found: cannot represent : '.repeat(1000)}`;
    const startedAt = performance.now();
    messages([new GraphQLError(imitation), new GraphQLError(` at "a${'a'.repeat(60_000)}`)]);
    expect(performance.now() - startedAt).toBeLessThan(200);
  });
});
