import { afterEach, describe, expect, it } from 'vitest';
import { acceptedNames, createHostCheck, hostNameOf } from '../../src/config/accepted-hosts.ts';
import { createForeignHostLog } from '../../src/http/host-guard.ts';
import { configOf, productionFile } from '../support/config-of.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { exchangeRaw, type RawAnswer } from '../support/hostile/raw-exchange.ts';
import { openForGroup } from '../support/open-for.ts';
import { countPayments, legacyPath } from '../support/requests.ts';

/**
 * A page whose name begins to mean the gateway's address (DNS rebinding) calls it from a browser inside the company,
 * with the rights of the browser's network. The name of the page gives it away.
 */

const ask = (url: string, host: string, line: string, body = ''): Promise<RawAnswer> => {
  const type = body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded';
  const rest = [`Content-Type: ${type}`, `Content-Length: ${Buffer.byteLength(body)}`, 'Connection: close', '', body];
  const head = [`${line} HTTP/1.1`, ...(host === '' ? [] : [`Host: ${host}`]), ...rest];
  return exchangeRaw(url, head.join('\r\n'), { untilAnswered: true, waitMs: 20_000 });
};

const mutation = JSON.stringify({
  query: `mutation { initiatePayment(input: {
    paymentTarget: PAYBOX, paymentRunMode: TEST, paymentType: CB, idOrigin: "web", idSociete: "1", idClient: "1",
    amount: 1250, email: "a@b.fr" }) { __typename } }`,
});
const doors: [line: string, body?: string][] = [
  ['POST /graphql', mutation],
  ['GET /graphql?query={__typename}'],
  ['GET /graphql'],
  [`GET ${legacyPath()}`],
  [`POST ${legacyPath()}`, 'commentaire=un'],
  [`GET ${legacyPath()}?callback=cb`],
  ['GET /json/reply/payment_initiate?amount=1'],
  ['GET /payment_status/4K7M-9QXT'],
  ['POST /notify/paybox', 'amount=1'],
  ['GET /notify/labanquepostale/1?vads_amount=1'],
  ['POST /bank-files?name=a.xml', 'x'],
  ['GET /direct-debit-batches/a/file'],
  ['GET /pay/0123456789abcdef0123456789abcdef'],
  ['GET /pay/0123456789abcdef0123456789abcdef/events'],
  ['GET /mandates/0123456789abcdef0123456789abcdef'],
  ['GET /sandbox/'],
  ['POST /sandbox/paybox/pay', 'PBX_SITE=1'],
  ['GET /sandbox/house-bank'],
  ['GET /metadata'],
  ['GET /openapi.json'],
  ['GET /docs'],
  ['GET /'],
  ['GET /nowhere'],
  ['OPTIONS /graphql'],
];

describe('a gateway with a public address', () => {
  const gateway = openForGroup(() => startGateway({ environment: { PUBLIC_URL: 'http://pay.example:8080' } }));

  it.each(doors)('does nothing for another host at any door: %s', async (line, body) => {
    const { status, text } = await ask(gateway.url, 'evil.example', line, body);
    expect([line, status]).toEqual([line, 421]);
    expect(text).not.toMatch(/evil\.example|Access-Control-Allow-Origin/);
    expect(await countPayments(gateway)).toBe(0);
  });

  it.each(doors)('answers to its own name: %s', async (line, body) => {
    const found = await Promise.all(
      ['pay.example:8080', '127.0.0.1'].map((host) => ask(gateway.url, host, line, body)),
    );
    for (const { status } of found) expect([null, 421]).not.toContain(status);
  });

  it('says so in the form of the door', async () => {
    const refusal = async (line: string) => (await ask(gateway.url, 'evil.example', line)).text.split('\r\n\r\n')[1];
    expect(JSON.parse((await refusal('POST /graphql')) ?? '')).toEqual({
      errors: [{ message: expect.stringContaining('acceptedHosts'), extensions: { code: 'HOST_NOT_ACCEPTED' } }],
    });
    expect(await refusal(`GET ${legacyPath()}?format=json`)).toContain('"errorCode":"MisdirectedRequest"');
    expect(await refusal(`GET ${legacyPath()}?callback=cb`)).toMatch(/^\/\*\*\/cb\(\{.*"MisdirectedRequest"/);
    expect(await refusal(`GET ${legacyPath()}?format=xml`)).toContain('<ErrorCode>MisdirectedRequest</ErrorCode>');
    expect(JSON.parse((await refusal('GET /pay/x')) ?? '')).toMatchObject({ error: { code: 'HOST_NOT_ACCEPTED' } });
  });

  it.each(['GET /health/live', 'GET /health/ready', 'GET /metrics'])('answers probes of any host: %s', async (line) => {
    expect((await ask(gateway.url, '10.4.0.7:4000', line)).status).toBe(200);
  });

  it.each([
    'pay.example',
    'PAY.Example:8080',
    'pay.example.',
    'pay.example:1',
    'localhost',
    'localhost:4000',
    'LOCALHOST.',
    '127.0.0.1:4000',
    '127.3.2.1',
    '[::1]',
    '[::1]:4000',
    '[0:0:0:0:0:0:0:1]',
  ])('answers to %s', async (host) => {
    expect((await ask(gateway.url, host, 'GET /graphql?query={__typename}')).status).toBe(200);
  });

  it.each([
    'evil.example',
    'pay.example.evil.example',
    'evilpay.example',
    'example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '10.0.0.1',
    '[2001:db8::1]:4000',
    '0.0.0.0:4000',
    '128.0.0.1',
  ])('does not answer to %s', async (host) => {
    expect((await ask(gateway.url, host, 'GET /graphql?query={__typename}')).status).toBe(421);
  });

  it('looks at the host of a request line that is a whole URL as well', async () => {
    const line = (host: string) => `GET http://${host}${legacyPath()}`;
    expect((await ask(gateway.url, 'pay.example', line('evil.example'))).status).toBe(421);
    expect((await ask(gateway.url, 'evil.example', line('pay.example'))).status).toBe(421);
    expect((await ask(gateway.url, 'pay.example', line('pay.example'))).status).toBe(200);
  });

  it.each([
    'GET http://pay.example/graphql?query={__typename}',
    'GET https://PAY.example:443/graphql?query={__typename}',
    'GET http://pay.example/health/live',
    'GET http://pay.example/docs',
  ])('serves a request line that is a whole URL at every door: %s', async (line) => {
    expect((await ask(gateway.url, 'pay.example', line)).status).toBe(200);
  });

  it('answers a program of HTTP/1.0 that names no host', async () => {
    const request = 'GET /graphql?query={__typename} HTTP/1.0\r\n\r\n';
    expect((await exchangeRaw(gateway.url, request, { untilAnswered: true, waitMs: 20_000 })).status).toBe(200);
  });
});

describe('the settings', () => {
  const opened: TestGateway[] = [];
  afterEach(async () => {
    for (const gateway of opened.splice(0)) await gateway.close();
  });
  const start = async (config: NonNullable<Parameters<typeof startGateway>[0]>['config']): Promise<TestGateway> => {
    const gateway = await startGateway({ config: config ?? {} });
    opened.push(gateway);
    return gateway;
  };
  const counted = async (gateway: TestGateway): Promise<string[]> =>
    (await (await gateway.get('/metrics')).text()).match(/^reglement_foreign_hosts_total\{.+$/gm) ?? [];
  const query = 'GET /graphql?query={__typename}';

  it('accept other names, on any port', async () => {
    const { url } = await start({ acceptedHosts: ['old.example', '10.0.0.1'] });
    const statuses = ['old.example:80', 'OLD.example', '10.0.0.1:4000', 'new.example'].map(
      async (host) => (await ask(url, host, query)).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 200, 200, 421]);
  });

  it('without a public address are this machine alone', async () => {
    const { url } = await start({});
    expect((await ask(url, '127.0.0.1', query)).status).toBe(200);
    const refused = await ask(url, '192.168.1.4:4000', query);
    expect([refused.status, refused.text]).toEqual([421, expect.stringMatching(/PUBLIC_URL.*acceptedHosts/)]);
  });

  it('count what is refused, and log each name once', async () => {
    const gateway = await start({});
    for (const host of ['a.example', 'a.example', 'b.example']) await ask(gateway.url, host, `GET ${legacyPath()}`);
    expect(await counted(gateway)).toContain('reglement_foreign_hosts_total{outcome="refused"} 3');
    const lines = gateway.logs.filter(({ msg }) => String(msg).includes('acceptedHosts'));
    expect(lines).toMatchObject([
      { host: 'a.example', outcome: 'refused', method: 'GET', route: '/payment_initiate', level: 40 },
      { host: 'b.example', outcome: 'refused' },
    ]);
  });

  it('only report where they say so: the same is counted and served', async () => {
    const gateway = await start({ acceptedHostsMode: 'reportOnly' });
    expect((await ask(gateway.url, 'old.example', `GET ${legacyPath()}`)).status).toBe(200);
    expect(await countPayments(gateway)).toBe(1);
    expect(await counted(gateway)).toEqual([
      'reglement_foreign_hosts_total{outcome="refused"} 0',
      'reglement_foreign_hosts_total{outcome="served"} 1',
    ]);
    expect(gateway.logs).toContainEqual(expect.objectContaining({ host: 'old.example', outcome: 'served' }));
  });
});

describe('the check of a host', () => {
  it('follows a config that is read again', () => {
    const hosts = { acceptedHosts: ['old.example'] as readonly string[] };
    const isAccepted = createHostCheck(hosts, 'https://pay.example/base');
    expect(['old.example', 'new.example', 'pay.example'].map(isAccepted)).toEqual([true, false, true]);
    hosts.acceptedHosts = ['new.example'];
    expect(['old.example', 'new.example', 'pay.example'].map(isAccepted)).toEqual([false, true, true]);
  });

  it('remembers few of the ways to write a host, and knows the others all the same', () => {
    const isAccepted = createHostCheck({ acceptedHosts: [] }, 'https://pay.example');
    for (let port = 1; port < 1_000; port++) expect(isAccepted(`pay.example:${port}`)).toBe(true);
    expect(isAccepted('evil.example:1')).toBe(false);
  });

  it.each(['', 'a b', 'a@b', 'a/b', 'a:b', 'a:123456', '[::1', '::1', 'a?b', 'a#b', 'a\\b', '1.2.3.999'])(
    'takes %j for no host',
    (host) => expect(hostNameOf(host)).toBeNull(),
  );
});

describe('the log of foreign hosts', () => {
  it('has a line for each name in an hour, and twenty at most', () => {
    let now = 5;
    const deserves = createForeignHostLog(() => now);
    expect([deserves('a.example'), deserves('a.example'), deserves('b.example')]).toEqual([true, false, true]);
    const many = Array.from({ length: 100 }, (_, index) => deserves(`${index}.example`));
    expect(many.filter(Boolean)).toHaveLength(18);
    now += 3_600_000;
    expect(deserves('a.example')).toBe(true);
  });
});

describe('the entry acceptedHosts', () => {
  const read = (...acceptedHosts: unknown[]) => configOf({ ...productionFile, acceptedHosts });

  it('takes names and addresses, as a URL spells them', () => {
    const written = ['Old.Example.', 'télévente.example', '10.0.0.1', '2001:DB8::1', '[2001:db8::2]', 'reglement'];
    const { acceptedHosts } = read(...written);
    const spelled = ['old.example', 'xn--tlvente-byab.example', '10.0.0.1', '[2001:db8::1]', '[2001:db8::2]'];
    expect(acceptedHosts).toEqual([...spelled, 'reglement']);
    expect(acceptedNames(acceptedHosts, 'https://pay.example:8443')[0]).toBe('pay.example');
  });

  it.each([
    '',
    'https://a.example',
    'a.example:80',
    'a.example/x',
    'a b',
    '*.example',
    '[::1]:80',
    'a@b',
    '1.2.3.999',
    7,
  ])('does not take %j', (host) => expect(() => read(host)).toThrow(/^acceptedHosts\.0: /));
});
