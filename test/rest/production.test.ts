import { describe, expect, test } from 'vitest';
import { openForGroup } from '../support/open-for.ts';
import { countPayments } from '../support/requests.ts';
import { envelopeOf, goodPath, jsonOf, pathWith, sendRaw } from '../support/rest/requests.ts';
import { startProduction, withKey } from '../support/rights/clients.ts';

/** The door where real money moves: clients have keys, and nothing tells a stranger what exists. */

const gateway = openForGroup(() => startProduction());

const live = pathWith({ 1: 'LIVE' }, '.json');

describe('on a production deployment', () => {
  test.each([
    '/',
    '/metadata',
    '/json/metadata?op=payment_initiate',
    '/openapi.json',
    '/docs',
    '/docs/swagger-ui.css',
    '/types/typescript',
    '/sandbox',
    '/sandbox/house-bank',
  ])('%s is not there, with a key or without', async (path) => {
    for (const headers of [{}, withKey('owner')])
      expect((await sendRaw(gateway.url, path, { headers })).status).toBe(404);
  });

  test.each([
    live,
    `${goodPath}.xml`,
    `${goodPath}?callback=cb`,
    goodPath,
    '/payment_initiate/x',
    '/json/reply/unknown',
  ])('%s names the newer door and no documentation', async (path) => {
    expect((await sendRaw(gateway.url, path)).headers.link).toBe('</graphql>; rel="successor-version"');
  });

  test('no one asks for real money without a key, and a key in the address is none', async () => {
    const before = await countPayments(gateway);
    const { Authorization = '' } = withKey('owner');
    const key = Authorization.replace('Bearer ', '');
    expect(key).not.toBe('');
    for (const query of ['', `?api_key=${key}`, `?X-API-Key=${key}`, `?Authorization=Bearer%20${key}`]) {
      const answer = await sendRaw(gateway.url, live + query);
      expect([answer.status, envelopeOf(answer).errorCode]).toEqual([401, 'Unauthorized']);
    }
    const script = await sendRaw(gateway.url, `${pathWith({ 1: 'LIVE' })}?callback=cb`);
    expect([script.status, script.body.startsWith('/**/cb({"responseStatus":')]).toEqual([401, true]);
    expect(await countPayments(gateway)).toBe(before);
  });

  test('crawlers are asked to stay away from every address', async () => {
    const { status, headers, body } = await sendRaw(gateway.url, '/robots.txt');
    expect([status, headers['content-type'], body]).toEqual([
      200,
      'text/plain; charset=utf-8',
      'User-agent: *\nDisallow: /\n',
    ]);
  });

  test('a client with a key asks for it', async () => {
    const answer = await sendRaw(gateway.url, live, { headers: withKey('owner') });
    expect([answer.status, jsonOf(answer).effective_run_mode]).toEqual([200, 'LIVE']);
  });
});
