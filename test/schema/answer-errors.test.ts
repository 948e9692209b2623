import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { anonymous } from '../../src/kernel/caller.ts';
import { answerErrors } from '../../src/schema/server/guard/answer-errors.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { cardPayment } from '../support/requests.ts';
import { startProduction, withKey } from '../support/rights/clients.ts';
import { askGraphql, codesOf, postGraphql } from '../support/schema/ask-graphql.ts';

/**
 * What an answer of a production deployment says of what went wrong: which name or field, nothing of the inside, nothing
 * of what was sent. `development-errors.test.ts` has what developers see besides.
 */

const gateway = openForGroup(() => startProduction());
const ask = (query: string, variables?: Record<string, unknown>, headers: Record<string, string> = {}) =>
  askGraphql(gateway, query, variables, { ...withKey('right'), ...headers });

const mutation = 'mutation($input: InitiatePaymentInput!) { initiatePayment(input: $input) { __typename } }';
/** The mutation with its input in the document, as a literal for each field. */
function inDocument(changed: Record<string, string>): string {
  const literals = {
    ...{ paymentTarget: 'PAYBOX', paymentRunMode: 'TEST', paymentType: 'CB' },
    ...{ idOrigin: '"web"', idSociete: '"1"', idClient: '"1"', amount: '1250', email: '"a@b.fr"' },
    ...changed,
  };
  const fields = Object.entries(literals).map(([name, literal]) => `${name}: ${literal}`);
  return `mutation { initiatePayment(input: { ${fields.join(' ')} }) { __typename } }`;
}
const shop = {
  caller: { ...anonymous, client: 'shop' },
  keyHashes: [{ hash: createHash('sha256').update('a key').digest('hex'), expiresAt: null }],
  networks: [],
  webhooks: [],
};
const secret = 'canary-4970101122334455';

describe('an error', () => {
  it('of syntax says where, and not what the parser read', async () => {
    const { errors } = await ask(`{\n  payment(id: "${secret}) { id }\n}`);
    expect(errors).toEqual([
      {
        message: 'The document is not valid GraphQL.',
        locations: [{ line: 2, column: expect.any(Number) }],
        extensions: { code: 'GRAPHQL_PARSE_FAILED' },
      },
    ]);
  });

  it('of a name says which, and suggests nothing', async () => {
    const { errors, text } = await ask(
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
      { paymentTarget: secret },
      'Variable "$input" at "paymentTarget": Value does not exist in "PaymentTarget" enum.',
    ],
    [
      'a name that imitates the message',
      { paymentTarget: `${secret}" does not exist in "PaymentTarget" enum. ${secret}"; Value "${secret}` },
      'Variable "$input" at "paymentTarget": Value does not exist in "PaymentTarget" enum.',
    ],
    [
      'a number for a name',
      { paymentTarget: 7 },
      'Variable "$input" at "paymentTarget": Enum "PaymentTarget" cannot represent non-string value.',
    ],
    [
      'an object for an amount',
      { amount: { cents: secret } },
      'Variable "$input" at "amount": Cents is a number or a string of digits.',
    ],
  ])('of a variable with %s says what is expected, and not what came', async (_title, change, message) => {
    // The first time the document is measured, the second time it is known: the two find it in different ways.
    const document = `${mutation} # ${message}`;
    const first = await ask(document, { input: { ...cardPayment, ...change } });
    await ask(document, { input: { ...cardPayment, amount: 0 } });
    const second = await ask(document, { input: { ...cardPayment, ...change } });
    for (const { errors, text } of [first, second]) {
      expect(errors.map((error) => error.message)).toEqual([message]);
      expect(text).not.toContain(secret);
    }
    expect([second.status, second.text]).toEqual([first.status, first.text]);
    expect([first.status, codesOf(first)]).toEqual([200, ['BAD_USER_INPUT']]);
  });

  it('of variables tells of each, and has the status of the form that was asked for', async () => {
    const variables = { input: { ...cardPayment, paymentType: secret, amount: [secret] } };
    const askFor = (accept: string) => ask(`${mutation} # ${accept}`, variables, { Accept: accept });
    for (const [accept, status] of [
      ['application/json', 200],
      ['application/graphql-response+json', 400],
    ] as const) {
      const first = await askFor(accept);
      await ask(`${mutation} # ${accept}`, { input: { ...cardPayment, amount: 0 } });
      expect((await askFor(accept)).text).toBe(first.text);
      expect([first.status, codesOf(first)]).toEqual([status, ['BAD_USER_INPUT', 'BAD_USER_INPUT']]);
      expect(first.text).not.toContain(secret);
    }
  });

  it('of a list says which of its values', async () => {
    const query = 'query($status: [PaymentStatus!]) { payments(filter: { status: $status }) { edges { cursor } } }';
    const first = await ask(query, { status: ['PAID', secret] });
    await ask(query, { status: ['PAID'] });
    for (const { errors } of [first, await ask(query, { status: ['PAID', secret] })]) {
      expect(errors).toMatchObject([
        { message: 'Variable "$status" at "[1]": Value does not exist in "PaymentStatus" enum.' },
      ]);
    }
  });

  it.each([
    [
      '{ payments(filter: { status: [CANARY] }) { edges { cursor } } }',
      'Value does not exist in "PaymentStatus" enum.',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'mutation { replayWebhooks(input: { endpoint: "a", from: "canary 1", to: "2026-11-25T09:30:00Z" }) { __typename } }',
      'DateTime cannot represent an invalid date-time-string.',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'mutation { replayWebhooks(input: { endpoint: "a", from: true, to: "2026-11-25T09:30:00Z" }) { __typename } }',
      'DateTime cannot represent non string or Date type.',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [inDocument({ amount: 'true' }), 'Cents is a number or a string of digits.', 'BAD_USER_INPUT'],
    [inDocument({ email: '5' }), 'EmailAddress is a string.', 'BAD_USER_INPUT'],
    [inDocument({ returnUrl: '[CANARY]' }), 'URL is a string.', 'BAD_USER_INPUT'],
    [inDocument({ accounting: '{ date: 20261211 }' }), 'Date is a string.', 'BAD_USER_INPUT'],
  ])('of a value in the document says what is expected, and where: %s', async (query, message, code) => {
    const { errors, text } = await ask(query);
    const locations = [{ line: 1, column: expect.any(Number) }];
    expect(errors).toEqual([{ message, locations, extensions: { code } }]);
    expect(text.toLowerCase()).not.toContain('canary');
  });

  it('of a time in a variable says what is expected', async () => {
    const query = 'mutation($input: ReplayWebhooksInput!) { replayWebhooks(input: $input) { __typename } }';
    const askFrom = (from: string) => ask(query, { input: { endpoint: 'a', from, to: '2026-11-25T09:30:00Z' } });
    const first = await askFrom(secret);
    await askFrom('2026-11-24T09:30:00Z');
    for (const { errors } of [first, await askFrom(secret)]) {
      expect(errors).toMatchObject([
        { message: 'Variable "$input" at "from": DateTime cannot represent an invalid date-time-string.' },
      ]);
    }
  });

  it('of a body with an unknown member does not name it', async () => {
    const answer = await postGraphql(
      gateway,
      JSON.stringify({ query: '{ __typename }', [secret]: secret }),
      withKey('right'),
    );
    expect(answer.errors).toMatchObject([
      {
        message: 'The body has a parameter that is not one of query, documentId, operationName, variables, extensions.',
        extensions: { code: 'BAD_REQUEST' },
      },
    ]);
    expect([answer.status, answer.text.includes(secret)]).toEqual([400, false]);
  });

  it('is one of five at most, and of 200 characters', async () => {
    const { errors } = await ask(
      `{ ${Array.from({ length: 90 }, (_, index) => `x${index}${'y'.repeat(300)}`).join(' ')} }`,
    );
    expect(errors).toHaveLength(5);
    for (const { message } of errors) expect(message).toHaveLength(200);
  });

  it('that was unexpected says nothing but the id of the request, under which the log has it', async () => {
    await using broken = await startGateway();
    await broken.store.close();
    const answer = await askGraphql(broken, `{ payment(id: "pay_${'0'.repeat(32)}") { id } }`);
    const requestId = answer.headers.get('X-Request-Id');
    expect(answer.errors).toMatchObject([
      { message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } },
    ]);
    expect(answer.text).not.toMatch(/database|closed|\.ts|stack/i);
    const lines = broken.logs.filter(({ request, msg }) => request === requestId && msg !== 'request');
    expect(lines).toMatchObject([{ fault: expect.any(String), stack: expect.stringContaining('.ts') }]);
  });

  it('of a key that is missing is a 401 before the document is read', async () => {
    await using closed = await startGateway({ config: { clients: [shop] } });
    const answer = await askGraphql(closed, '{ this is not GraphQL');
    expect([answer.status, codesOf(answer), answer.headers.get('WWW-Authenticate')]).toEqual([
      401,
      ['UNAUTHENTICATED'],
      'Bearer',
    ]);
  });
});

describe('the wording of errors', () => {
  const messages = (errors: unknown[], faults: unknown[] = []) =>
    answerErrors(
      errors,
      { requestId: 'req_1', isMutation: false },
      { errors: 5, messageCharacters: 200, choicesOf: null },
      (fault) => faults.push(fault),
    ).map((error) => [error.message, error.extensions]);

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
    // Another process may have the processor meanwhile.
    const takenMs = Array.from({ length: 5 }, () => {
      const startedAt = performance.now();
      messages([new GraphQLError(imitation), new GraphQLError(` at "a${'a'.repeat(60_000)}`)]);
      return performance.now() - startedAt;
    });
    expect(Math.min(...takenMs)).toBeLessThan(200);
  });
});
