import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup, temporaryFolder } from '../../support/open-for.ts';
import { cardPayment } from '../../support/requests.ts';

/** The spelling of an amount in the variables of a request decides, as that of a literal does. */

const manifest = path.resolve('clients/typescript/src/generated/persisted-documents.json');
const folder = temporaryFolder('written-cents');
const gateway = openForGroup(async () => {
  const CONFIG = path.join(folder, 'config.json');
  await writeFile(CONFIG, JSON.stringify({ documents: [manifest] }));
  return startGateway({ environment: { CONFIG } });
});
const marker = 123_456_789;
const mutation = (definition: string, amount: string) =>
  `mutation Pay(${definition}) { initiatePayment(input: ${amount}) { __typename ... on InvalidInputError { path } } }`;

/** A body whose marker is written in another way, because JSON.stringify writes no `1250.00`. */
const post = async (body: object, spelling: string) => {
  const text = JSON.stringify(body).replace(String(marker), spelling);
  const headers = { 'Content-Type': 'application/json' };
  const answer = await gateway.get('/graphql', { method: 'POST', headers, body: text });
  const { data, errors } = (await answer.json()) as { data?: Record<string, unknown>; errors?: { message: string }[] };
  return errors?.[0]?.message ?? data?.initiatePayment ?? data;
};
const refused = { __typename: 'InvalidInputError', path: ['amount'] };
const { amount: _amount, ...others } = cardPayment;
const literal = Object.entries(others)
  .map(([name, value]) => `${name}: ${/^payment/.test(name) ? value : JSON.stringify(value)}`)
  .join(', ');
const whole = mutation('$input: InitiatePaymentInput!', '$input');
const alone = mutation('$amount: Cents!', `{ ${literal}, amount: $amount }`);
const pay = (spelling: string) => post({ query: whole, variables: { input: { ...others, amount: marker } } }, spelling);

describe('an amount in variables', () => {
  const unusual = ['1250.00', '12500E-1', '1.25e3', '1249.99999999999999999', '1250.5', '-0.0'];

  it.each(unusual)('is refused as %s, in an input and alone, like the literal', async (spelling) => {
    expect(await pay(spelling)).toEqual(refused);
    expect(await post({ query: alone, variables: { amount: marker } }, spelling)).toEqual(refused);
    const query = mutation('', `{ ${literal}, amount: ${spelling} }`).replace('()', '');
    expect(await post({ query }, '')).toEqual(refused);
  });

  it('is refused also where the document is compiled', async () => {
    for (let time = 0; time < 12; time++)
      expect(await pay('1250')).toMatchObject({ __typename: 'InitiatePaymentSuccess' });
    expect(await pay('1250.00')).toEqual(refused);
  });

  it('is taken as a whole number and as text, beside another number with a point', async () => {
    for (const spelling of ['1250', '"1250"', ' 1250 ']) {
      const body = { query: whole, variables: { input: { ...others, amount: marker }, unused: 0.5 } };
      expect(await post(body, spelling)).toMatchObject({ __typename: 'InitiatePaymentSuccess' });
    }
  });

  it('is refused in a filter', async () => {
    const query = 'query Many($filter: PaymentFilter) { payments(filter: $filter, first: 1) { edges { cursor } } }';
    const amount = { from: marker };
    expect(await post({ query, variables: { filter: { amount } } }, '1')).toMatchObject({ payments: {} });
    expect(await post({ query, variables: { filter: { amount } } }, '1.0')).toEqual(expect.any(String));
  });
});

it('a length keeps its number with a point', async () => {
  const query = 'query Some($first: Int) { payments(first: $first) { edges { cursor } } }';
  expect(await post({ query, variables: { first: marker } }, '2.0')).toMatchObject({ payments: {} });
});

it('an amount is refused in a registered document', async () => {
  const documents: Record<string, string> = JSON.parse(await readFile(manifest, 'utf8'));
  const [documentId] = Object.entries(documents).find(([, text]) => text.includes('initiatePayment(')) ?? [];
  const body = { documentId, variables: { input: { ...others, amount: marker } } };
  expect(await post(body, '1250.00')).toMatchObject(refused);
  expect(await post(body, '1250')).toMatchObject({ __typename: 'InitiatePaymentSuccess' });
});
