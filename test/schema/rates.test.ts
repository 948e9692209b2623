import { createYoga } from 'graphql-yoga';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { defaultRates } from '../../src/config/schema/limits.ts';
import { anonymous } from '../../src/kernel/caller.ts';
import { schema } from '../../src/schema/index.ts';
import { createRateGuard } from '../../src/schema/server/guard/rate-guard.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { exchangeRaw } from '../support/hostile/raw-exchange.ts';
import { startProduction, withKey } from '../support/rights/clients.ts';
import { askGraphql } from '../support/schema/ask-graphql.ts';

/** A caller that asks too often through GraphQL gets the time to wait. */

function openDoor(client: string, wait: number | null) {
  const counted: unknown[] = [];
  const yoga = createYoga<{ req: string; res: never }>({
    schema,
    logging: false,
    context: { caller: { ...anonymous, client } } as never,
    plugins: [
      createRateGuard<string>(async (...what) => {
        counted.push(what);
        return wait;
      }),
    ],
  });
  const ask = (query: string) =>
    yoga.fetch(
      'http://gateway/graphql',
      { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query }) },
      { req: 'the request' } as never,
    );
  return { ask, counted };
}

describe('an operation', () => {
  it('is counted for its client, a mutation as a creation and all else as reading', async () => {
    const { ask, counted } = openDoor('dcp', null);
    expect(await (await ask('{ __typename }')).json()).toEqual({ data: { __typename: 'Query' } });
    expect(await (await ask('mutation { __typename }')).json()).toEqual({ data: { __typename: 'Mutation' } });
    await ask('subscription { paymentUpdated(id: "x") { id } }');
    expect(counted).toEqual([
      ['the request', 'dcp', 'reading'],
      ['the request', 'dcp', 'creation'],
      ['the request', 'dcp', 'reading'],
    ]);
  });

  it('without a key is counted by its address', async () => {
    const { ask, counted } = openDoor(anonymous.client, null);
    await ask('{ __typename }');
    expect(counted).toEqual([['the request', null, 'reading']]);
  });

  it('over the rate is not executed', async () => {
    const { ask } = openDoor('dcp', 7);
    for (const query of [
      '{ __typename }',
      'mutation { __typename }',
      'subscription { paymentUpdated(id: "x") { id } }',
    ]) {
      const answer = await ask(query);
      expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '7']);
      expect(await answer.text()).toContain('RATE_LIMITED');
    }
  });

  it('that is not valid counts for nothing: it costs no more than its refusal', async () => {
    const { ask, counted } = openDoor('dcp', null);
    await ask('{ nothing }');
    expect(counted).toEqual([]);
  });
});

describe('a deployment', () => {
  it('counts by the rates of its config', async () => {
    const rates = { ...defaultRates, reading: { requests: 2, seconds: 60 } };
    const limits = { ...readConfig({}).limits, rates };
    await using gateway = await startProduction({ config: { limits } });
    const headers = { ...withKey('right'), 'Content-Type': 'application/json' };
    const ask = () => gateway.get('/graphql', { method: 'POST', headers, body: '{"query":"{__typename}"}' });
    const statuses = [];
    for (let asked = 0; asked < 3; asked++) statuses.push((await ask()).status);
    expect(statuses).toEqual([200, 200, 429]);
  });

  it('counts in development by the rates that its config names alone', async () => {
    const limits = { ...readConfig({}).limits, rates: { address: { requests: 2, seconds: 60 } } };
    const [named, usual] = [await startGateway({ config: { limits } }), await startGateway()];
    const statuses = async (gateway: TestGateway) => {
      const answers = [];
      for (let asked = 0; asked < 3; asked++) answers.push((await askGraphql(gateway, '{ __typename }')).status);
      return answers;
    };
    expect(await statuses(named)).toEqual([200, 200, 429]);
    expect(await statuses(usual)).toEqual([200, 200, 200]);
    await Promise.all([named.close(), usual.close()]);
  });

  it('warns once of a proxy whose X-Forwarded-For is no address', async () => {
    await using gateway = await startProduction({ config: { trustedProxies: ['127.0.0.1'] } });
    for (const hop of ['192.0.2.1:4711', 'unknown', 'unknown']) {
      await gateway.get('/health', { headers: { 'X-Forwarded-For': hop } });
    }
    const lines = gateway.logs.filter(({ msg }) => String(msg).includes('X-Forwarded-For'));
    expect(lines).toMatchObject([{ level: 40, proxy: '127.0.0.1' }]);
  });

  it('lets a page of an allowed origin read what comes before the door, and no other page', async () => {
    const rates = { ...defaultRates, address: { requests: 0, seconds: 60 } };
    const limits = { ...readConfig({}).limits, rates };
    const corsOrigins = ['https://shop.example'];
    await using gateway = await startProduction({ config: { limits, graphql: { corsOrigins } } });
    const refusalTo = async (origin: string, { path = '/graphql', host = 'pay.example', length = 0 } = {}) => {
      const lines = [`Host: ${host}`, `Origin: ${origin}`, `Content-Length: ${length}`, 'Connection: close'];
      const bytes = `POST ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
      const { status, text } = await exchangeRaw(gateway.url, bytes, { waitMs: 60_000 });
      return [status, ...(text.match(/^(?:Vary|Access-Control-.*): .*(?=\r$)/gm) ?? [])];
    };
    const readable = [
      'Vary: Origin',
      'Access-Control-Allow-Origin: https://shop.example',
      'Access-Control-Expose-Headers: X-Request-Id, Retry-After',
    ];
    const length = 2 ** 21;
    expect(await refusalTo('https://shop.example')).toEqual([429, ...readable]);
    expect(await refusalTo('https://shop.example', { length })).toEqual([413, ...readable]);
    expect(await refusalTo('https://shop.example', { host: 'other.example' })).toEqual([421, ...readable]);
    expect(await refusalTo('https://other.example')).toEqual([429, 'Vary: Origin']);
    expect(await refusalTo('https://shop.example', { path: '/pay/x' })).toEqual([429]);
  });
});
