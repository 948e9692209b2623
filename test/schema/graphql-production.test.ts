import { auditServer } from 'graphql-http';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildGraphiql } from '../support/build-graphiql.ts';
import { openForGroup } from '../support/open-for.ts';
import { cardPayment } from '../support/requests.ts';
import { startProduction, withKey } from '../support/rights/clients.ts';
import { askGraphql, codesOf } from '../support/schema/ask-graphql.ts';

beforeAll(buildGraphiql, 60_000);
describe('a production deployment', () => {
  const production = openForGroup(() =>
    startProduction({ config: { graphql: { graphiql: true, introspection: true, corsOrigins: [] } } }),
  );
  const look = (headers: Record<string, string>) =>
    askGraphql(production, '{ __schema { types { name } } }', undefined, headers);

  it('passes every audit too, for a client that shows its key', async () => {
    const fetchFn = (url: string, init?: RequestInit) =>
      fetch(url, { ...init, headers: { ...init?.headers, ...withKey('right') } });
    const results = await auditServer({ url: `${production.url}/graphql`, fetchFn });
    expect(results.filter(({ status }) => status !== 'ok').map(({ id, name }) => `${id} ${name}`)).toEqual([]);
    expect(results).toHaveLength(61);
  });

  it('whose settings give GraphiQL and the schema shows the schema to those alone whom it knows', async () => {
    const page = await production.get('/graphql', { headers: { Accept: 'text/html' } });
    expect([page.status, (await page.text()).includes('<title>GraphiQL')]).toEqual([200, true]);
    expect((await look(withKey('right'))).text).toContain('InitiatePayment');
    for (const headers of [{}, withKey('expired')]) {
      const { status, text } = await look(headers);
      expect([status, text.includes('InitiatePayment')]).toEqual([401, false]);
    }
  });

  it('keeps its answers to GET out of caches, which do not know its clients', async () => {
    const ask = (query: string, headers: Record<string, string>) =>
      production.get(`/graphql?${new URLSearchParams({ query })}`, { headers });
    const answers = [
      await ask('{ payments { edges { node { email } } } }', {
        'X-API-Key': withKey('right').Authorization?.split(' ')[1] ?? '',
      }),
      await ask('{ noSuchField }', withKey('right')),
      await ask('', withKey('right')),
      await ask('{ __typename }', {}),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 400, 401]);
    expect(new Set(answers.map(({ headers }) => headers.get('Cache-Control')))).toEqual(new Set(['no-store']));
  });

  it('gives no GraphiQL unless the config asks for it, and the schema to known clients', async () => {
    await using closed = await startProduction();
    const page = await closed.get('/graphql', { headers: { Accept: 'text/html', ...withKey('right') } });
    expect([page.status, (await page.text()).includes('<html')]).toEqual([400, false]);
    const query = '{ __schema { types { name } } }';
    expect((await askGraphql(closed, query, undefined, withKey('right'))).text).toContain('InitiatePayment');
    const unknown = await askGraphql(closed, query);
    expect([unknown.status, unknown.text.includes('InitiatePayment')]).toEqual([401, false]);
  });

  it('names in a refusal what that société can do, and nothing else', async () => {
    const cells = 'paymentTarget paymentType effectiveRunModes';
    const { data } = await askGraphql(
      production,
      `{ paymentCapabilities(idSociete: "1") { ${cells} } }`,
      undefined,
      withKey('right'),
    );
    const all = data?.paymentCapabilities as { effectiveRunModes: string[] }[];
    const query = `mutation($input: InitiatePaymentInput!) { initiatePayment(input: $input) { ... on UnsupportedPaymentError { allowed { ${cells} } } } }`;
    const input = { ...cardPayment, paymentType: 'SEPA' };
    const refused = await askGraphql(production, query, { input }, withKey('right'));
    expect(refused.data?.initiatePayment).toEqual({
      allowed: all.filter(({ effectiveRunModes }) => effectiveRunModes.length > 0),
    });
  });

  it('whose settings keep the schema shows it to no one', async () => {
    await using closed = await startProduction({ config: { graphql: { introspection: false, corsOrigins: [] } } });
    const answer = await askGraphql(closed, '{ __schema { types { name } } }', undefined, withKey('right'));
    expect(new Set(codesOf(answer))).toEqual(new Set(['GRAPHQL_VALIDATION_FAILED']));
    expect(answer.text).not.toContain('InitiatePayment');
  });
});
