import { describe, expect, it } from 'vitest';
import type { InitiatePaymentInput } from '../../../generated/graphql.ts';
import { asClient, clientNamed } from '../../../support/clients/client-named.ts';
import { startGateway } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { countPayments, initiate, legacyPath } from '../../../support/requests.ts';
import { askGraphql } from '../../../support/schema/ask-graphql.ts';

/** A caller learns all that is wrong with an input at once, through both doors. */

const longEmail = `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.example`;
const elsewhere = 'https://elsewhere.example/';
const gateway = openForGroup(() => startGateway());

type Change = Partial<InitiatePaymentInput>;

async function pathsOf(change: Change, headers: Record<string, string> = {}): Promise<readonly string[]> {
  const refused = await initiate(gateway, change, headers);
  if (refused.__typename !== 'InvalidInputError') throw new Error(refused.__typename);
  expect([refused.path, refused.message]).toEqual([refused.issues[0]?.path, refused.issues[0]?.message]);
  return refused.issues.map(({ path }) => path.join('.'));
}

async function legacyErrors(path: string) {
  const response = await gateway.get(path);
  const { responseStatus } = (await response.json()) as {
    responseStatus: { errorCode: string; message: string; errors: { fieldName: string; message: string }[] };
  };
  return { status: response.status, ...responseStatus };
}

describe('an input with several problems', () => {
  it('names the two keys that differ, and what else is wrong', async () => {
    const change = { idempotencyKey: 'a', amount: 0, email: 'nobody' };
    expect(await pathsOf(change, { 'Idempotency-Key': 'b' })).toEqual(['idempotencyKey', 'amount', 'email']);
    expect(await pathsOf(change, { 'Idempotency-Key': '"a"' })).toEqual(['amount', 'email']);
  });

  it.each<[string, Change, readonly string[]]>([
    [
      'rules of a card payment',
      { typePaiement: 'AMEX', returnUrl: elsewhere, accounting: { means: 'CARD' }, email: longEmail },
      ['typePaiement', 'accounting', 'returnUrl', 'email'],
    ],
    [
      'fields that cannot be used, then rules',
      { amount: 0, typePaiement: 'AMEX', returnUrl: elsewhere },
      ['amount', 'typePaiement', 'returnUrl'],
    ],
    [
      'a field that is not known to the bank, beside one that cannot be used',
      { amount: 0, email: longEmail },
      ['amount', 'email'],
    ],
    [
      'a way that cannot be paid',
      { paymentType: 'SEPA', typePaiement: 'CB', returnUrl: elsewhere },
      ['typePaiement', 'paymentType', 'returnUrl'],
    ],
    [
      'a way that cannot be paid, beside a field that cannot be used',
      { amount: 0, paymentType: 'SEPA' },
      ['amount', 'paymentType'],
    ],
    ['a société that is not there', { amount: 0, idSociete: '99' }, ['amount', 'idSociete']],
    [
      'a société that is not there, and a way that cannot be paid',
      { idSociete: '99', paymentType: 'SEPA', returnUrl: elsewhere },
      ['idSociete', 'paymentType', 'returnUrl'],
    ],
    [
      'a transfer',
      { paymentTarget: 'MILLIET', paymentType: 'SEPA', amount: 999_999_999_999, capture: 'LATER' },
      ['capture', 'amount'],
    ],
    [
      'a booking',
      {
        ...{ paymentTarget: 'MILLIET', paymentType: 'COMPTABILITE', typePaiement: 'CB', returnUrl: elsewhere },
        ...{ capture: 'LATER', amount: 200_000, accounting: { means: 'CASH', date: '1999-01-01' } },
      },
      ['returnUrl', 'capture', 'accounting.date', 'accounting.means'],
    ],
  ])('names each over GraphQL: %s', async (_title, change, paths) => {
    expect(await pathsOf(change)).toEqual(paths);
  });

  it('has another kind of refusal first where that is the first', async () => {
    const refused = await initiate(gateway, { paymentType: 'SEPA', returnUrl: elsewhere });
    expect(refused).toMatchObject({ __typename: 'UnsupportedPaymentError', path: ['paymentType'] });
  });

  it('names each in the envelope of the old interface, the first as its message', async () => {
    const path = legacyPath({ typePaiement: 'AMEX', email: longEmail, amount: 0, idSociete: '99' }, '.json');
    const { status, errorCode, message, errors } = await legacyErrors(path);
    expect([status, errorCode]).toEqual([400, 'InvalidInput']);
    expect(errors.map(({ fieldName }) => fieldName)).toEqual(['amount', 'type_paiement', 'email', 'id_societe']);
    expect(message).toBe(errors[0]?.message);
  });

  it('records nothing', async () => {
    await initiate(gateway, { typePaiement: 'AMEX', returnUrl: elsewhere, idClient: 'nothing' });
    expect(await countPayments(gateway, { idClient: 'nothing' })).toBe(0);
  });
});

describe('the other mutations', () => {
  const debtor = { name: 'Jeanne Martin', iban: 'FR7630006000011234567890189' };
  const mandate = { idSociete: '1', idClient: '7', runMode: 'TEST', scheme: 'CORE', debtor };
  const batch = { idSociete: '1', cutOff: '2099-01-01', runMode: 'TEST' };
  const exception = { id: `bkx_${'0'.repeat(32)}`, resolution: 'ASSIGNED', reason: 'seen' };

  it.each<[string, object, readonly string[]]>([
    ['createMandate', { ...mandate, idSociete: '99', rum: '//' }, ['rum', 'idSociete']],
    ['createDirectDebitBatch', { ...batch, idempotencyKey: '' }, ['idempotencyKey', 'cutOff']],
    ['createDirectDebitBatch', { ...batch, idSociete: '99', idempotencyKey: '' }, ['idempotencyKey', 'idSociete']],
    ['upsertCustomer', { idSociete: '99', idClient: '7', country: 'xx' }, ['country', 'idSociete']],
    ['resolveBankException', { ...exception, reason: 'no' }, ['reason', 'payment']],
    ['signMandate', { id: 'x', signedOn: '2999-01-01', method: 'PAPER' }, ['id', 'signedOn']],
    [
      'replayWebhooks',
      { endpoint: 'none', from: '1960-01-01T00:00:00Z', to: '2026-11-25T09:30:00Z' },
      ['from', 'endpoint'],
    ],
  ])('%s names each of %j', async (name, input, paths) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation($input: ${type}!) { answer: ${name}(input: $input) { ... on InvalidInputError { issues { path } } } }`;
    const { data, errors } = await askGraphql(gateway, query, { input });
    expect(errors).toEqual([]);
    const { issues } = (data as { answer: { issues: { path: string[] }[] } }).answer;
    expect(issues.map(({ path }) => path.join('.'))).toEqual(paths);
  });
});

describe('a caller without the right', () => {
  const clients = [
    clientNamed('shop', { societes: new Set(['1']), scopes: new Set(['initiate']) }),
    clientNamed('reader', { scopes: new Set(['read']) }),
  ];
  const restricted = openForGroup(() => startGateway({ config: { clients } }));
  const booking = { paymentTarget: 'MILLIET', paymentType: 'COMPTABILITE', typePaiement: 'CB' } as const;

  it.each<[string, string, Change]>([
    ['of a société that is not its own', 'shop', { idSociete: '99', typePaiement: 'AMEX' }],
    ['where it may not initiate payments', 'reader', { idSociete: '99', typePaiement: 'AMEX' }],
    ['of days, where it may not book', 'shop', { ...booking, accounting: { date: '1999-01-01' } }],
  ])('learns only what its own fields are %s', async (_title, client, change) => {
    const refused = await initiate(restricted, { ...change, amount: 0 }, asClient(client));
    expect(refused).toMatchObject({ __typename: 'InvalidInputError', issues: [{ path: ['amount'] }] });
    expect('issues' in refused && refused.issues).toHaveLength(1);
    expect(await initiate(restricted, change, asClient(client))).toMatchObject({ __typename: 'NotAllowedError' });
  });
});
