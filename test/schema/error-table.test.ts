import { createServer } from 'node:http';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { developmentSocietes } from '../../src/config/development.ts';
import type { InitiatePaymentInput } from '../generated/graphql.ts';
import { asClient, clientNamed } from '../support/clients/client-named.ts';
import { startGateway } from '../support/gateway.ts';
import { serving } from '../support/http/serving.ts';
import { openForGroup } from '../support/open-for.ts';
import { countPayments, initiate, legacyPath } from '../support/requests.ts';

/** Every refusal of the design's table, through both doors, from a gateway on which each can happen. */

const headers = asClient('shop');
const bank = openForGroup(() =>
  serving(createServer((_request, response) => response.writeHead(500).end('down for maintenance'))),
);

const gateway = openForGroup(() => {
  const societes = new Map(developmentSocietes('http://127.0.0.1:1'));
  const withoutFallback = societes.get('2');
  if (withoutFallback) societes.set('2', { ...withoutFallback, fallbackPayer: null });
  const withLive = societes.get('3');
  const account = withLive?.accounts.PAYBOX?.TEST;
  if (withLive && account) societes.set('3', { ...withLive, accounts: { PAYBOX: { TEST: account, LIVE: account } } });
  return startGateway({
    config: {
      ...readConfig({}),
      societes,
      deployment: 'production',
      clients: [clientNamed('shop', { runModes: new Set(['TEST', 'LIVE']) })],
      availabilityUrls: [{ target: 'PAYBOX', idSociete: '3', runMode: 'LIVE', url: `${bank.url}/load.html` }],
    },
  });
});
beforeAll(() => vi.waitFor(() => expect(gateway.logs.some(({ isUp }) => isUp === false)).toBe(true), 30_000));

const rows: readonly [string, Partial<InitiatePaymentInput>, string, number, string, string][] = [
  ['InvalidInputError', { amount: 0 }, 'INVALID_INPUT', 400, 'InvalidInput', 'FIX_INPUT'],
  ['UnsupportedPaymentError', { paymentType: 'SEPA' }, 'UNSUPPORTED_PAYMENT', 400, 'UnsupportedPayment', 'FIX_INPUT'],
  ['PayerDataMissingError', { idSociete: '2' }, 'PAYER_DATA_MISSING', 400, 'PayerDataMissing', 'FIX_INPUT'],
  [
    'MandateRequiredError',
    { paymentTarget: 'MILLIET', paymentType: 'DIRECT_SEPA' },
    'MANDATE_REQUIRED',
    400,
    'MandateRequired',
    'FIX_INPUT',
  ],
  ['NotAllowedError', { paymentRunMode: 'FORCE_LIVE' }, 'NOT_ALLOWED', 403, 'NotAllowed', 'DO_NOT_RETRY'],
  [
    'ProviderUnavailableError',
    { idSociete: '3', paymentRunMode: 'LIVE' },
    'PROVIDER_UNAVAILABLE',
    503,
    'ProviderUnavailable',
    'RETRY_SAME_KEY',
  ],
];

describe.each(rows)('%s', (typename, change, code, status, errorCode, retryAdvice) => {
  it('is typed by GraphQL and has its status and envelope by the old URL; nothing is recorded', async () => {
    const before = await countPayments(gateway);
    expect(await initiate(gateway, change, headers)).toMatchObject({
      __typename: typename,
      code,
      retryAdvice,
      requestId: expect.stringMatching(/^req_/),
    });
    const response = await gateway.get(`${legacyPath(change)}?format=json`, { headers });
    const body = (await response.json()) as { responseStatus: { errorCode: string; message: string } };
    expect([response.status, body.responseStatus.errorCode]).toEqual([status, errorCode]);
    expect(response.headers.get('Retry-After')).toBe(status === 503 ? '30' : null);
    expect(body.responseStatus.message).not.toBe('');
    expect(await countPayments(gateway)).toBe(before);
  });
});

describe('IdempotencyConflictError', () => {
  it('is the same through both doors', async () => {
    await initiate(gateway, { idempotencyKey: 'table' }, headers);
    expect(await initiate(gateway, { idempotencyKey: 'table', amount: 7 }, headers)).toMatchObject({
      __typename: 'IdempotencyConflictError',
      code: 'IDEMPOTENCY_CONFLICT',
      retryAdvice: 'DO_NOT_RETRY',
    });
    const response = await gateway.get(`${legacyPath({ amount: 7 })}?format=json&idempotency_key=table`, { headers });
    expect([response.status, await response.text()]).toEqual([422, expect.stringContaining('"IdempotencyConflict"')]);
  });
});

describe('payer data', () => {
  it('comes from the request where the société declares none, and the missing fields are named', async () => {
    expect(
      await initiate(gateway, { idSociete: '2', payer: { firstName: 'Zoé', lastName: 'Léger' } }, headers),
    ).toMatchObject({ missingFields: ['address', 'zipCode', 'city', 'country', 'phone'] });
    const payer = {
      firstName: 'Zoé',
      lastName: 'Léger',
      address: '1 rue Haute',
      zipCode: '75002',
      city: 'Paris',
      country: 'FR',
      phone: '0612345678',
    };
    expect((await initiate(gateway, { idSociete: '2', payer }, headers)).__typename).toBe('InitiatePaymentSuccess');
  });
});
