import { describe, expect, it } from 'vitest';
import { paymentTarget } from '../../src/kernel/vocabulary.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { cardPayment } from '../support/requests.ts';
import { startProduction, withKey } from '../support/rights/clients.ts';
import { askGraphql } from '../support/schema/ask-graphql.ts';

/** In development, an error says what may be meant, and where. Production says none of it. */

const gateway = openForGroup(() => startGateway());
const production = openForGroup(() => startProduction());
const mutation = 'mutation($input: InitiatePaymentInput!) { initiatePayment(input: $input) { __typename } }';
const targets = `It is one of ${paymentTarget.names.join(', ')}.`;
const list = (filter: string) => `{ payments(filter: { ${filter} }) { edges { cursor } } }`;

describe('an error in development', () => {
  it.each([
    [
      'a field',
      '{ paymentByReferenc(reference: "x") { id } }',
      'Cannot query field "paymentByReferenc" on type "Query". Did you mean "paymentByReference"?',
    ],
    [
      'an argument',
      '{ payments(frist: 1) { edges { cursor } } }',
      'Unknown argument "frist" on field "Query.payments". Did you mean "first"?',
    ],
    [
      'a type',
      'query($target: PaymentTargt) { payments(filter: { paymentTarget: [$target] }) { edges { cursor } } }',
      'Unknown type "PaymentTargt". Did you mean "PaymentTarget"',
    ],
    [
      'a field of a union',
      `{ payment(id: "x") { nextAction { iban } } }`,
      'Cannot query field "iban" on type "NextAction". Did you mean to use an inline fragment on "BankTransferAction"?',
    ],
    [
      'a field of an input',
      list('idSocite: "1"'),
      'Expected value of type "PaymentFilter" not to include unknown field "idSocite". Did you mean "idSociete"?',
    ],
    [
      'a value of an enum',
      list('paymentTarget: [PAYBOXX]'),
      `Value "PAYBOXX" does not exist in "PaymentTarget" enum. Did you mean the enum value "PAYBOX"? ${targets}`,
    ],
    [
      'a value of an enum in quotes',
      list('paymentTarget: ["PAYBOX"]'),
      `Enum "PaymentTarget" cannot represent non-enum value: "PAYBOX". Did you mean the enum value "PAYBOX"? ${targets}`,
    ],
    ['syntax', '{ payments( }', 'The document is not valid GraphQL. Syntax Error: Expected Name, found "}".'],
  ])('suggests %s, and says where', async (_title, query, message) => {
    const { errors } = await askGraphql(gateway, query);
    expect(errors.map((error) => error.message)).toContainEqual(expect.stringContaining(message));
    for (const { locations } of errors) expect(locations?.[0]).toEqual({ line: 1, column: expect.any(Number) });
    const hidden = await askGraphql(production, query, undefined, withKey('right'));
    expect(hidden.text).not.toMatch(/Did you mean|It is one of|Syntax Error/);
    expect(hidden.errors).toHaveLength(errors.length);
  });

  it.each<[string, Record<string, unknown>, string]>([
    [
      'a value that is near another',
      { paymentTarget: 'paybox' },
      `Variable "$input" at "paymentTarget": Value "paybox" does not exist in "PaymentTarget" enum. Did you mean the enum value "PAYBOX"? ${targets}`,
    ],
    [
      'a value that is near none',
      { paymentTarget: 'x'.repeat(5000) },
      `Variable "$input" at "paymentTarget": Value "${'x'.repeat(59)}…" does not exist in "PaymentTarget" enum. ${targets}`,
    ],
    [
      'a value that imitates the message',
      { paymentTarget: 'a" does not exist in "Scope" enum. "' },
      `Variable "$input" at "paymentTarget": Value "a" does not exist in "Scope" enum. "" does not exist in "PaymentTarget" enum. ${targets}`,
    ],
    [
      'a number',
      { paymentTarget: 7 },
      `Variable "$input" at "paymentTarget": Enum "PaymentTarget" cannot represent non-string value: 7. ${targets}`,
    ],
    [
      'an unknown field, without what came in it',
      { comentaire: 'a canary' },
      'Variable "$input": Expected value of type "InitiatePaymentInput" not to include unknown field "comentaire". Did you mean "commentaire"?',
    ],
    [
      'another kind, without what came',
      { commentaire: ['a canary'] },
      'Variable "$input" at "commentaire": String cannot represent a non string value.',
    ],
  ])('of a variable with %s says what may be meant', async (_title, change, message) => {
    // The first time the document is measured, the second time it is known: the two find it in different ways.
    const document = `${mutation} # ${message}`;
    const input = { ...cardPayment, ...change };
    const first = await askGraphql(gateway, document, { input });
    await askGraphql(gateway, document, { input: { ...cardPayment, amount: 0 } });
    const second = await askGraphql(gateway, document, { input });
    for (const { errors, text } of [first, second]) {
      expect(errors).toMatchObject([{ message, locations: [{ line: 1, column: 10 }] }]);
      expect(text).not.toContain('canary');
    }
    expect(second.text).toBe(first.text);
  });

  it('of an enum takes no time for a value that imitates the message', async () => {
    const value = '. Did you mean the enum value "" does not exist in "PaymentTarget" enum'.repeat(800);
    const takenMs: number[] = [];
    // Another process may have the processor meanwhile.
    for (let round = 0; round < 3; round++) {
      const startedAt = performance.now();
      await askGraphql(gateway, mutation, { input: { ...cardPayment, paymentTarget: value } });
      takenMs.push(performance.now() - startedAt);
    }
    expect(Math.min(...takenMs)).toBeLessThan(1000);
  });
});
