import { readFile } from 'node:fs/promises';
import { auditServer } from 'graphql-http';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildGraphiql } from '../support/build-graphiql.ts';
import { startGateway } from '../support/gateway.ts';
import { exchangeRaw } from '../support/hostile/raw-exchange.ts';
import { openForGroup } from '../support/open-for.ts';
import { cardPayment, countPayments } from '../support/requests.ts';
import { answerOf, askGraphql, codesOf, postGraphql } from '../support/schema/ask-graphql.ts';

/** GraphQL over HTTP: what every client may rely on, and what is refused. */

beforeAll(buildGraphiql, 60_000);
const gateway = openForGroup(() =>
  startGateway({ config: { graphql: { graphiql: true, corsOrigins: ['https://shop.example'] } } }),
);

const initiation = {
  query: 'mutation($input: InitiatePaymentInput!) { initiatePayment(input: $input) { __typename } }',
  variables: { input: cardPayment },
};
const get = async (parameters: string, headers: Record<string, string> = {}) =>
  answerOf(await gateway.get(`/graphql?${parameters}`, { headers }));
const typename = `query=${encodeURIComponent('{ __typename }')}`;

it('passes every audit of the specification, by a plain client', async () => {
  const results = await auditServer({ url: `${gateway.url}/graphql` });
  const failed = results.filter(({ status }) => status !== 'ok').map(({ id, name }) => `${id} ${name}`);
  expect(failed).toEqual([]);
  expect(results).toHaveLength(61);
});

it('stands on one copy of graphql: errors of another would not be known as errors', async () => {
  const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8')) as { packages: object };
  expect(Object.keys(packages).filter((place) => place.endsWith('node_modules/graphql'))).toEqual([
    'node_modules/graphql',
  ]);
});

describe('a body', () => {
  it.each([
    ['application/json', 200],
    ['application/json; charset=utf-8', 200],
    ['application/json; charset=UTF-8', 200],
    ['application/json; charset="utf-8"', 200],
    ['application/json; charset= utf-8', 200],
    ['application/json; charset="utf-16"', 415],
    ['application/json; charset=utf-8; charset=latin1', 415],
    ['application/json; charset=utf-7', 415],
    ['application/json; charset=latin1', 415],
    ['text/plain', 415],
    ['text/plain; application/json', 415],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=x', 415],
    ['application/graphql', 415],
    ['application/xml', 415],
  ])('of the type %s is answered %i', async (type, status) => {
    expect((await postGraphql(gateway, '{"query":"{ __typename }"}', { 'Content-Type': type })).status).toBe(status);
  });

  it('of no type is refused', async () => {
    const body = new Blob(['{"query":"{ __typename }"}']);
    expect((await gateway.get('/graphql', { method: 'POST', body })).status).toBe(415);
  });

  it.each(['gzip', 'deflate', 'br', 'zstd', 'x-unknown'])('that claims %s compression is refused', async (coding) => {
    const { status } = await postGraphql(gateway, '{"query":"{ __typename }"}', { 'Content-Encoding': coding });
    expect(status).toBe(415);
  });

  it.each([
    ['cut off', '{"query":"{ __typename }"'],
    ['empty', ''],
    ['a list', '[]'],
    ['a batch', '[{"query":"{ __typename }"},{"query":"{ __typename }"}]'],
    ['a string', '"{ __typename }"'],
    ['null', 'null'],
    ['an empty object', '{}'],
    ['without a query', '{"variables":{}}'],
    ['with a query that is a number', '{"query":1}'],
    ['with a parameter that nobody knows', '{"query":"{ __typename }","extra":1}'],
    ['with prototype keys', '{"__proto__":{"query":"{ __typename }"},"constructor":{"prototype":{"query":"x"}}}'],
    ['nested 10,000 deep', `{"query":"{ __typename }","variables":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
  ])('that is %s is answered 400, in our own words', async (_title, body) => {
    const answer = await postGraphql(gateway, body);
    expect(answer.status).toBe(400);
    expect(answer.text).not.toMatch(/JSON at|Unexpected token|position \d|originalError|SyntaxError|stack/);
  });

  it('that is not UTF-8 is refused, rather than read with other characters in it', async () => {
    const text = Buffer.from('{"query":"{ __typename }","operationName":"\xe9t\xe9"}', 'latin1');
    expect((await postGraphql(gateway, new Uint8Array(text))).status).toBe(400);
  });

  it.each(['{ __typename }', 'query a { __typename }'])(
    'that names an operation which %s does not have is refused by a code of its own',
    async (query) => {
      const answer = await postGraphql(gateway, JSON.stringify({ query, operationName: 'b' }));
      expect([answer.status, codesOf(answer)]).toEqual([400, ['OPERATION_RESOLUTION_FAILURE']]);
    },
  );

  it('of 64 KB is read, and a larger one refused', async () => {
    const bodyOf = (bytes: number) => `{"query":"{ __typename }"${' '.repeat(bytes - 26)}}`;
    expect((await postGraphql(gateway, bodyOf(64 * 1024))).status).toBe(200);
    expect((await postGraphql(gateway, bodyOf(64 * 1024 + 1))).status).toBe(413);
  });
});

describe('a GET', () => {
  it('runs a query', async () => {
    expect(await get(typename)).toMatchObject({ status: 200, data: { __typename: 'Query' } });
  });

  it('never runs a mutation, nor a document that holds one', async () => {
    for (const query of [
      initiation.query,
      `query a { __typename } ${initiation.query.replace('mutation', 'mutation b')}`,
    ]) {
      const parameters = new URLSearchParams({
        query,
        variables: JSON.stringify(initiation.variables),
        operationName: 'b',
      });
      expect((await get(parameters.toString())).status).toBeGreaterThanOrEqual(400);
    }
    expect(await countPayments(gateway)).toBe(0);
  });

  it.each([
    `${typename}&variables=%7B`,
    `${typename}&variables=undefined`,
    `${typename}&variables=[1]`,
    `${typename}&variables="x"`,
    `${typename}&extensions=%7B%22a%22`,
    `${typename}&extensions=7`,
    `${typename}&${typename}`,
    `${typename}&variables={}&variables={}`,
    `${typename}&variables=%ff%fe`,
    'query=',
    'quer=1',
    '',
  ])('with %s is answered 400, in our own words', async (parameters) => {
    const answer = await get(parameters, { Accept: 'application/json' });
    expect(answer.status).toBe(400);
    expect(answer.text).not.toMatch(/JSON at|Unexpected token|position \d|SyntaxError|stack/);
  });

  it('with a Host that is none is no fault of ours, and shows no stack', async () => {
    expect(await get(`${typename}#${'%'.repeat(50)}`)).toMatchObject({ status: 200 });
  });
});

describe('the header Accept', () => {
  const { query, variables } = initiation;
  const unread = { input: { ...variables.input, idCommande: 'unread' } };

  it.each(['text/html', 'application/xml', 'image/*', 'application/json; charset=iso-8859-1'])(
    'that leaves no form for the answer, as %s, is refused before anything is done',
    async (accept) => {
      const answer = await askGraphql(gateway, query, unread, { Accept: accept });
      expect([answer.status, codesOf(answer)]).toEqual([406, ['BAD_REQUEST']]);
      const byGet = await get(typename, { Accept: accept });
      // A browser is shown GraphiQL.
      expect(byGet.status).toBe(accept === 'text/html' ? 200 : 406);
      expect(await countPayments(gateway, { idCommande: 'unread' })).toBe(0);
    },
  );

  it.each(['*/*', 'text/plain, */*;q=0.1', 'application/*', 'Application/JSON', ''])('may be %s', async (accept) => {
    expect((await askGraphql(gateway, '{ __typename }', {}, { Accept: accept })).data).toEqual({ __typename: 'Query' });
  });

  it('has to name event streams for a subscription, and is refused otherwise', async () => {
    const subscription = 'subscription { paymentUpdated(id: "pay_1") { type } }';
    const answer = await askGraphql(gateway, subscription, {}, { Accept: 'application/json' });
    expect([answer.status, codesOf(answer)]).toEqual([406, ['BAD_REQUEST']]);
    expect(answer.text).toContain('text/event-stream');
  });
});

describe('the connection of an answer in parts', () => {
  const body = JSON.stringify({ query: '{ __typename }' });
  const exchange = (version: string, accept: string, ...headers: string[]) => {
    const fields = [
      `Content-Length: ${body.length}`,
      'Content-Type: application/json',
      `Accept: ${accept}`,
      ...headers,
    ];
    const head = [`POST /graphql HTTP/${version}`, 'Host: localhost', ...fields];
    return exchangeRaw(gateway.url, `${head.join('\r\n')}\r\n\r\n${body}`, { waitMs: 3_000 });
  };

  it.each(['multipart/mixed', 'text/event-stream'])('ends where the client wants that: %s', async (accept) => {
    const { text, closed } = await exchange('1.1', accept, 'Connection: close');
    expect(text).toContain('Query');
    expect([closed, text.match(/^Connection: .*$/gim)]).toEqual([true, ['Connection: close']]);
  });

  it.each(['multipart/mixed', 'text/event-stream'])('is not in chunks for HTTP/1.0: %s', async (accept) => {
    const { text, closed } = await exchange('1.0', accept);
    expect(text).toContain('Query');
    expect([closed, text.includes('chunked')]).toEqual([true, false]);
  });
});

describe('another method', () => {
  it.each(['PUT', 'DELETE', 'PATCH'])('%s is refused, and the two that exist are named', async (method) => {
    const response = await gateway.get('/graphql', { method });
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, POST']);
  });
});

describe('a page of another site', () => {
  const body = JSON.stringify({ query: '{ __typename }' });

  it.each<[string, Record<string, string>]>([
    ['by Sec-Fetch-Site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['of the same site', { 'Sec-Fetch-Site': 'same-site', Origin: 'https://other.example' }],
    ['by Origin, where the browser is older', { Origin: 'https://evil.example' }],
    ['of no origin', { Origin: 'null' }],
    ['of a look-alike of the allow-list', { Origin: 'https://shop.example.evil.example' }],
    ['of the allow-list without its s', { Origin: 'http://shop.example' }],
  ])('makes a browser send nothing that is executed: %s', async (_title, headers) => {
    for (const answer of [await get(typename, headers), await postGraphql(gateway, body, headers)]) {
      expect([answer.status, codesOf(answer)]).toEqual([403, ['CROSS_SITE_REQUEST']]);
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull();
    }
  });

  it.each<[string, Record<string, string>]>([
    ['of the allow-list', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://shop.example' }],
    ['of ours', { 'Sec-Fetch-Site': 'same-origin' }],
    ['of nobody: an address that was typed', { 'Sec-Fetch-Site': 'none' }],
  ])('may call where it is one %s', async (_title, headers) => {
    expect((await get(typename, headers)).status).toBe(200);
    expect((await postGraphql(gateway, body, headers)).status).toBe(200);
  });

  it('of ours is known by its host where the browser is older', async () => {
    expect((await get(typename, { Origin: gateway.url })).status).toBe(200);
  });

  it('gets permission in advance from the allow-list alone, never for every site and never with cookies', async () => {
    const preflight = (origin: string) =>
      gateway.get('/graphql', {
        method: 'OPTIONS',
        headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
      });
    const allowed = await preflight('https://shop.example');
    expect(allowed.headers.get('Access-Control-Allow-Origin')).toBe('https://shop.example');
    expect(allowed.headers.get('Access-Control-Allow-Headers')).toContain('Idempotency-Key');
    const refused = await preflight('https://evil.example');
    for (const { headers } of [allowed, refused]) {
      expect(headers.get('Access-Control-Allow-Credentials')).toBeNull();
      expect(headers.get('Vary')).toContain('Origin');
    }
    expect(refused.headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect(refused.headers.get('Access-Control-Allow-Methods')).toBeNull();
  });
});

describe('GraphiQL', () => {
  const page = (headers: Record<string, string> = {}, ofGateway = gateway) =>
    ofGateway.get('/graphql', { headers: { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8', ...headers } });

  it('is shown to a browser that follows a link from another site', async () => {
    const response = await page({ 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' });
    expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  });

  it('and the schema are for whom the setting gives them', async () => {
    await using closed = await startGateway({
      config: { graphql: { graphiql: false, introspection: false, corsOrigins: [] } },
    });
    const response = await page({}, closed);
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('<html');
    const look = await askGraphql(closed, '{ __schema { types { name } } }');
    expect([look.data, codesOf(look)[0]]).toEqual([undefined, 'GRAPHQL_VALIDATION_FAILED']);
    expect(look.text).not.toContain('InitiatePayment');
  });
});
