import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthenticate } from '../../src/config/authenticate.ts';
import { hashOfClientKey, newClientKey } from '../../src/config/client-key.ts';
import { type Config, ConfigError, readConfig } from '../../src/config/config.ts';
import {
  createAddressOf,
  createCountedAddressOf,
  overlap,
  parseNetwork,
  plainAddress,
} from '../../src/config/networks.ts';
import { printableConfig } from '../../src/config/print.ts';
import { createReloadableConfig } from '../../src/config/reload.ts';
import { defaultRates } from '../../src/http/rates.ts';
import { defaultServerLimits } from '../../src/http/server.ts';
import { UnauthenticatedError } from '../../src/kernel/errors.ts';
import { startGateway } from '../support/gateway.ts';
import { initiated } from '../support/requests.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'reglement-config-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const publicKeyOf = (type: 'rsa' | 'ed25519'): string => {
  const { publicKey } =
    type === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 1024 }) : generateKeyPairSync('ed25519');
  return publicKey.export({ type: 'spki', format: 'pem' }).toString();
};
const platformKey = publicKeyOf('rsa');
const hashes = ['premier', 'deuxième', 'troisième'].map(hashOfClientKey);

const goodClient = {
  name: 'boutique',
  keyHashes: [{ hash: hashes[0] }],
  origins: ['web'],
  societes: ['1'],
  runModes: ['TEST', 'LIVE'],
  scopes: ['initiate', 'read'],
};
const goodPaybox = {
  site: '1999888',
  rang: '32',
  identifiant: '110647233',
  hmacKeys: [{ env: 'PAYBOX_KEY' }],
  pageUrl: 'https://tpeweb.example/php/',
};
const goodMilliet = { creditorName: 'J MILLIET BBC', iban: 'FR1420041010050500013M02606', bic: 'PSSTFRPPPAR' };
const goodFile = {
  deployment: 'production',
  publicUrl: 'https://pay.example',
  societes: { '1': { name: 'J. Milliet BBC', PAYBOX: { LIVE: goodPaybox }, MILLIET: { LIVE: goodMilliet } } },
  clients: [goodClient],
};
const secrets = { PAYBOX_KEY: ` ${'0123456789abcdef'.repeat(8)}\n`, FORM_KEY: ' 1122334455667788\t' };

async function read(file: object, environment: Record<string, string> = {}): Promise<Config> {
  const name = path.join(folder, 'config.json');
  await writeFile(name, JSON.stringify(file));
  return readConfig({ ...secrets, ...environment, CONFIG: name }, [platformKey]);
}

async function problemsOf(file: object, environment: Record<string, string> = {}): Promise<readonly string[]> {
  return read(file, environment).then(
    () => [],
    (error: unknown) => {
      if (!(error instanceof ConfigError)) throw error;
      return error.lines;
    },
  );
}

const withClients = (...changes: object[]) => ({
  ...goodFile,
  clients: changes.map((change, index) => ({
    ...goodClient,
    name: `client-${index}`,
    keyHashes: [{ hash: hashes[index] }],
    ...change,
  })),
});
const withPaybox = (change: object) => ({
  ...goodFile,
  societes: { '1': { name: 'A', PAYBOX: { LIVE: { ...goodPaybox, ...change } } } },
});
const withMilliet = (change: object) => ({
  ...goodFile,
  societes: { '1': { name: 'A', MILLIET: { LIVE: { ...goodMilliet, ...change } } } },
});
const withFallback = (fallbackPayer: object) => ({
  ...goodFile,
  societes: { '1': { name: 'A', fallbackPayer, PAYBOX: { LIVE: goodPaybox } } },
});
const goodFallback = {
  ...{ firstName: 'A', lastName: 'B', address: 'C', zipCode: '75002', city: 'Paris', country: 'FR' },
  phone: '+33612345678',
};
const labanquepostale = { siteId: '12345678', formKeys: [{ env: 'FORM_KEY' }] };

describe('a config file', () => {
  it('gives each client its rights, and each société its accounts, with secrets from where they are', async () => {
    const config = await read({
      ...goodFile,
      clients: [
        {
          ...goodClient,
          origins: ['te\u0301le\u0301vente'],
          targets: ['PAYBOX'],
          keyHashes: [{ hash: hashes[0] }, { hash: hashes[1], expiresAt: '2027-01-31T01:00:00+01:00' }],
          networks: ['10.1.0.0/16', '2001:db8::1'],
          keylessMoney: { pageOrigins: ['https://intranet.example'] },
          returnOrigins: ['https://shop.example'],
        },
      ],
    });
    expect(config.clients).toEqual([
      {
        keyHashes: [
          { hash: hashes[0], expiresAt: null },
          { hash: hashes[1], expiresAt: Date.UTC(2027, 0, 31) },
        ],
        networks: ['10.1.0.0/16', '2001:db8::1'],
        keylessMoney: { pageOrigins: new Set(['https://intranet.example']) },
        webhooks: [],
        caller: {
          client: 'boutique',
          origins: new Set(['télévente']),
          societes: new Set(['1']),
          targets: new Set(['PAYBOX']),
          runModes: new Set(['TEST', 'LIVE']),
          scopes: new Set(['initiate', 'read']),
          returnOrigins: new Set(['https://shop.example']),
          returnsToLoopback: false,
          bankFilesNeedConfirmation: false,
          jsonp: true,
        },
      },
    ]);
    const account = config.societes?.get('1')?.accounts.PAYBOX?.LIVE;
    expect(account?.hmacKeys[0].reveal()).toBe('0123456789abcdef'.repeat(8));
    expect(account?.publicKeys).toEqual([platformKey]);
  });

  it('gives no client the loopback origins of the open development deployment', async () => {
    const { clients } = await read({
      ...withClients({}),
      deployment: 'development',
      publicUrl: 'http://127.0.0.1:4000',
    });
    expect(clients.map(({ caller }) => caller.returnsToLoopback)).toEqual([false]);
  });

  it('has the limits of the gateway where it says nothing, and those that it says', async () => {
    const { limits } = await read(goodFile);
    expect(limits.rates).toEqual(defaultRates);
    expect(limits.connections).toBe(defaultServerLimits.connections);
    expect(limits.keepAliveSeconds * 1000).toBe(defaultServerLimits.keepAliveTimeoutMs);
    const said = { connections: 50, keepAliveSeconds: 75, rates: { creation: { requests: 20 } } };
    expect((await read({ ...goodFile, limits: said })).limits).toEqual({
      ...said,
      connectionsPerAddress: 5,
      connectionsPerNetwork: 20,
      streams: { total: 1000, perLink: 20, perAddress: 50, perClient: 750, subscriptionsPerClient: 100 },
      rates: { ...defaultRates, creation: { requests: 20, seconds: 10 } },
    });
  });

  it('gives an address a tenth of the connections in production, and all of them in development', async () => {
    const sharesOf = async (file: object) => {
      const { connectionsPerAddress, connectionsPerNetwork } = (await read(file)).limits;
      return [connectionsPerAddress, connectionsPerNetwork];
    };
    expect(await sharesOf(goodFile)).toEqual([200, 800]);
    expect(await sharesOf({})).toEqual([null, null]);
    const limits = { connectionsPerAddress: null, connectionsPerNetwork: 7 };
    expect(await sharesOf({ ...goodFile, limits })).toEqual([null, 7]);
    expect(await sharesOf({ limits })).toEqual([null, 7]);
    const streamsOf = async (file: object) => (await read(file)).limits.streams;
    expect(await streamsOf({})).toMatchObject({ total: 1000, perAddress: null, perClient: 750 });
    const streams = { total: 40, perLink: 3 };
    expect(await streamsOf({ ...goodFile, limits: { streams } })).toMatchObject({
      ...streams,
      perAddress: 2,
      perClient: 30,
    });
  });

  it('reads an IBAN as people write it, and trims a pasted key', async () => {
    const config = await read({
      ...goodFile,
      societes: {
        '1': {
          name: 'A',
          LABANQUEPOSTALE: { LIVE: labanquepostale },
          MILLIET: { LIVE: { ...goodMilliet, iban: 'fr14 2004 1010 0505 0001 3m02 606' } },
        },
      },
    });
    const accounts = config.societes?.get('1')?.accounts;
    expect(accounts?.MILLIET?.LIVE?.iban).toBe('FR1420041010050500013M02606');
    expect(accounts?.LABANQUEPOSTALE?.LIVE?.formKeys[0].reveal()).toBe('1122334455667788');
  });

  it('takes the secret of the database by reference, and a plain address as it is', async () => {
    const url = 'postgres://gateway:hunter2@db.example/payments';
    const config = await read({ ...goodFile, databaseUrl: { env: 'DB' } }, { DB: url });
    expect(config.databaseUrl).toBe(url);
    expect((await read({ ...goodFile, databaseUrl: 'sqlite:/var/lib/r.sqlite' })).databaseUrl).toBe(
      'sqlite:/var/lib/r.sqlite',
    );
  });

  it.each([
    [{ PORT: '0x50' }, 'environment variable PORT: must be a whole number from 0 to 65535.'],
    [{ PORT: '1e3' }, 'environment variable PORT: must be a whole number from 0 to 65535.'],
    [{ PORT: '65536' }, 'environment variable PORT: must be a whole number from 0 to 65535.'],
    [{ STOP_GRACE_SECONDS: ' 5' }, 'environment variable STOP_GRACE_SECONDS: must be a whole number from 0 to 300.'],
    [
      { PUBLIC_URL: 'ftp://pay.example' },
      'environment variable PUBLIC_URL: must be an address that begins with https:// or http://.',
    ],
    [
      { DATABASE_URL: 'mysql://h/d' },
      'databaseUrl (DATABASE_URL): must begin with sqlite: (and a path) or with postgres://.',
    ],
  ])('is refused for the environment %j', async (environment, problem) => {
    expect(await problemsOf(goodFile, environment)).toEqual([problem]);
  });

  it('says where the file is no JSON, without its words, and reads one that begins with a mark', async () => {
    const CONFIG = path.join(folder, 'text.json');
    await writeFile(CONFIG, '{\n  "clients": ["secret"],\n}');
    expect(() => readConfig({ CONFIG }, [platformKey])).toThrow(
      expect.objectContaining({ lines: [`CONFIG: the file ${CONFIG} is not JSON (line 3 column 1).`] }),
    );
    await writeFile(CONFIG, `\uFEFF${JSON.stringify(goodFile)}`);
    expect(readConfig({ ...secrets, CONFIG }, [platformKey]).deployment).toBe('production');
  });

  const refusals: readonly [string, object, string][] = [
    ['a client without key and network', withClients({ keyHashes: [] }), 'clients.0: needs keyHashes or networks'],
    ['a client without scopes', withClients({ scopes: undefined }), 'clients.0.scopes:'],
    ['a scope that does not exist', withClients({ scopes: ['everything'] }), 'clients.0.scopes.0:'],
    ['a key instead of its hash', withClients({ keyHashes: [{ hash: 'rgl_canary' }] }), 'clients.0.keyHashes.0.hash:'],
    [
      'the hash of the empty key',
      withClients({ keyHashes: [{ hash: hashOfClientKey('') }] }),
      'clients.0.keyHashes.0.hash: is the hash of nothing',
    ],
    [
      'a day for a moment',
      withClients({ keyHashes: [{ hash: hashes[0], expiresAt: '2027-01-31' }] }),
      'expiresAt: must be a moment',
    ],
    ['the name of nobody', withClients({ name: 'anonymous' }), 'clients.0.name:'],
    ['a name twice', withClients({ name: 'a' }, { name: 'a' }), 'clients.1.name: another client has this name'],
    ['a key twice', withClients({}, { keyHashes: [{ hash: hashes[0] }] }), 'clients.1.keyHashes.0:'],
    [
      'networks that overlap',
      withClients({ networks: ['10.0.0.0/8'] }, { networks: ['10.1.0.0/16'] }),
      'clients.1.networks.0: overlaps',
    ],
    ['the network of everybody', withClients({ networks: ['0.0.0.0/0'] }), 'clients.0.networks.0:'],
    ['a network that is none', withClients({ networks: ['10.0.0.0/40'] }), 'clients.0.networks.0:'],
    [
      'a société that does not exist',
      withClients({ societes: ['1', '9'] }),
      'clients.0.societes.1: 9 is not a société',
    ],
    ['an origin that could never be asked for', withClients({ origins: ['a/b'] }), 'clients.0.origins.0:'],
    [
      'a return address instead of an origin',
      withClients({ returnOrigins: ['https://shop.example/thanks'] }),
      'clients.0.returnOrigins.0:',
    ],
    [
      'a return origin without TLS',
      withClients({ returnOrigins: ['http://shop.example'] }),
      'clients.0.returnOrigins.0:',
    ],
    [
      'an IBAN with a wrong digit',
      withMilliet({ iban: 'FR1420041010050500013M02607' }),
      'societes.1.MILLIET.LIVE.iban:',
    ],
    [
      'a BIC that the version of the file cannot hold',
      withMilliet({ bic: '1SSTFRPPPAR', directDebit: { ics: 'FR72ZZZ123456', painVersion: '02' } }),
      'societes.1.MILLIET.LIVE.bic: must begin with six letters',
    ],
    ['a BIC that is none', withMilliet({ bic: 'PSST' }), 'societes.1.MILLIET.LIVE.bic:'],
    [
      'a creditor with an outer blank',
      withMilliet({ creditorName: 'J MILLIET ' }),
      'societes.1.MILLIET.LIVE.creditorName:',
    ],
    [
      'a public key that is none',
      withPaybox({ publicKeys: ['-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----'] }),
      'publicKeys.0: must be an RSA',
    ],
    [
      'a public key of another kind',
      withPaybox({ publicKeys: [publicKeyOf('ed25519')] }),
      'publicKeys.0: must be an RSA',
    ],
    [
      'a fallback payer from a country that there is not',
      withFallback({ ...goodFallback, country: 'UK' }),
      'societes.1.fallbackPayer.country: must be an ISO 3166-1',
    ],
    [
      'a backup page without TLS',
      withPaybox({
        availabilityUrl: 'https://tpeweb.example/load.html',
        backup: { pageUrl: 'http://tpeweb1.example/php/', availabilityUrl: 'https://tpeweb1.example/load.html' },
      }),
      'societes.1.PAYBOX.LIVE.backup.pageUrl:',
    ],
    [
      'a backup page for a page that nobody asks',
      withPaybox({
        backup: { pageUrl: 'https://tpeweb1.example/php/', availabilityUrl: 'https://tpeweb1.example/load.html' },
      }),
      'societes.1.PAYBOX.LIVE.availabilityUrl: is missing',
    ],
    ['a secret in the open', withPaybox({ hmacKeys: ['canary'] }), 'hmacKeys.0: must be {"env":"NAME"}'],
    [
      'a secret that is not there',
      withPaybox({ hmacKeys: [{ env: 'NOWHERE' }] }),
      'hmacKeys.0: the secret {"env":"NOWHERE"} is not there',
    ],
    [
      'a password in the database address',
      { ...goodFile, databaseUrl: 'postgres://u:canary@h/d' },
      'databaseUrl: must be a database URL without a password',
    ],
    [
      'a password in its parameters',
      { ...goodFile, databaseUrl: 'postgres://h/d?password=canary' },
      'databaseUrl: must be',
    ],
    ['production without clients', { ...goodFile, clients: [] }, 'clients: a production deployment needs'],
    [
      'production without sociétés',
      { ...goodFile, societes: undefined, clients: [goodClient] },
      'societes: a production deployment needs',
    ],
    [
      'production without its address',
      { ...goodFile, publicUrl: undefined },
      'publicUrl: a production deployment needs',
    ],
    [
      'production without TLS',
      { ...goodFile, publicUrl: 'http://pay.example' },
      'publicUrl: a production deployment needs https',
    ],
    [
      'a port that Paybox does not notify',
      { ...goodFile, publicUrl: 'https://pay.example:8443' },
      'publicUrl: Paybox notifies no other ports',
    ],
    [
      'a bank page without TLS',
      withPaybox({ pageUrl: 'http://tpeweb.example/php/' }),
      'societes.1.PAYBOX.LIVE.pageUrl:',
    ],
    [
      'a live account on the page for tests',
      withPaybox({ pageUrl: 'https://preprod-tpeweb.paybox.com/php/' }),
      "societes.1.PAYBOX.LIVE.pageUrl: is Paybox's address for TEST, and the account is for LIVE",
    ],
    [
      'a page that is the sandbox',
      withPaybox({ pageUrl: 'https://pay.example/sandbox/paybox/page' }),
      'societes.1.PAYBOX.LIVE.pageUrl: is the sandbox',
    ],
    [
      'an address with a semicolon',
      { ...goodFile, publicUrl: 'https://pay.example/a;b' },
      'publicUrl: must not hold a semicolon',
    ],
    [
      'an address with a query',
      { ...goodFile, publicUrl: 'https://pay.example/?a=1' },
      'publicUrl: must have no user name, query',
    ],
    ['a proxy that is not a network', { ...goodFile, trustedProxies: ['proxy.example'] }, 'trustedProxies.0:'],
    [
      'a site that is none for CORS',
      { ...goodFile, graphql: { corsOrigins: ['https://shop.example/'] } },
      'graphql.corsOrigins.0:',
    ],
    [
      'a rate of nothing',
      { ...goodFile, limits: { rates: { reading: { requests: 0 } } } },
      'limits.rates.reading.requests:',
    ],
    ['a rate that is not known', { ...goodFile, limits: { rates: { writing: {} } } }, 'limits.rates.writing: is not'],
    ['an entry that is not known', { ...goodFile, colour: 'red' }, 'colour: is not a setting that is known'],
  ];
  it.each(refusals)('is refused for %s, and says where', async (_name, file, problem) => {
    const problems = await problemsOf(file);
    expect(problems.join('\n')).toContain(problem);
    expect(problems).toHaveLength(1);
    expect(problems.join('\n')).not.toContain('canary');
  });

  it.each([
    ['PAYBOX_KEY', 'ab'.repeat(19)],
    ['PAYBOX_KEY', 'a'.repeat(41)],
    ['PAYBOX_KEY', 'canary'.repeat(10)],
    ['FORM_KEY', '1122 3344'],
  ])('is refused for a %s that cannot be one, without showing it', async (name, value) => {
    const societes = { '1': { name: 'A', PAYBOX: { LIVE: goodPaybox }, LABANQUEPOSTALE: { LIVE: labanquepostale } } };
    const [problem, ...others] = await problemsOf({ ...goodFile, societes }, { [name]: value });
    expect(problem).toMatch(/^societes\.1\.\w+\.LIVE\.(hmacKeys|formKeys)\.0: the secret must be/);
    expect(others).toEqual([]);
    expect(problem).not.toContain(value);
  });

  it('tells no production deployment to die, and takes only a moment that it knows', async () => {
    expect(await problemsOf(goodFile, { CRASH_AT: 'after-commit:initiation' })).toEqual([
      'environment variable CRASH_AT: a production deployment cannot be told to die.',
    ]);
    const [problem, ...others] = await problemsOf({}, { CRASH_AT: 'after-commit:lunch' });
    expect(problem).toMatch(/^environment variable CRASH_AT: is not one of before-commit:any, after-commit:any, /);
    expect(others).toEqual([]);
    expect((await read({}, { CRASH_AT: 'before-call:refund@3' })).crashAt).toEqual({
      point: 'before-call:refund',
      time: 3,
    });
  });

  it('names everything that is wrong at once', async () => {
    const problems = await problemsOf({ ...goodFile, publicUrl: 'http://pay.example', clients: [] });
    expect(problems.map((line) => line.split(':')[0])).toEqual(['clients', 'publicUrl']);
  });

  it('may leave the sociétés out on a development deployment: they stand on the sandbox banks', async () => {
    const { societes, clients } = await read({ clients: [{ ...goodClient, societes: ['1', '6'] }] });
    expect(societes).toBeNull();
    expect(clients).toHaveLength(1);
    expect(await problemsOf({ clients: [{ ...goodClient, societes: ['5'] }] })).toEqual([
      'clients.0.societes.0: 5 is not a société of this config.',
    ]);
  });
});

describe('the example of the documentation', () => {
  it('is a config that the gateway takes, once its secrets are there', async () => {
    const text = await readFile(path.resolve(import.meta.dirname, '../../docs/reference/configuration.md'), 'utf8');
    const example = JSON.parse(/```json\n([\s\S]*?)```/.exec(text)?.[1] ?? '') as object;
    const environment = { REGLEMENT_DATABASE_URL: 'postgres://u:p@h/d', SCELLIUS_1_TEST_KEY: '1122334455667788' };
    expect(await problemsOf(example, environment)).toEqual([
      'societes.1.PAYBOX.LIVE.hmacKeys.0: the secret {"file":"/run/secrets/paybox-1"} is not there or empty.',
      'clients.0.webhooks.0.secrets.0: the secret {"file":"/run/secrets/boutique-webhook"} is not there or empty.',
    ]);
  });
});

describe('a gateway without clients', () => {
  it.each(['127.0.0.1', 'localhost', '::1', '[::1]', '127.8.8.8', '::ffff:127.0.0.1'])('may listen on %s', (HOST) => {
    expect(readConfig({ HOST }, [platformKey]).clients).toEqual([]);
  });

  it.each(['0.0.0.0', '::', '192.168.1.4', 'gateway.example', '::ffff:10.0.0.1'])(
    'does not listen on %s',
    async (HOST) => {
      expect(() => readConfig({ HOST }, [platformKey])).toThrow(/^host: without clients the gateway is open/);
      expect(await problemsOf({ clients: [goodClient] }, { HOST })).toEqual([]);
    },
  );

  it('asks nobody who they are on a development deployment, and lets nobody in on another', () => {
    const ofNobody = { headers: { authorization: 'Bearer whatever' } };
    const without = (deployment: Config['deployment']) =>
      createAuthenticate({ deployment, clients: [], trustedProxies: [] }, Date.now);
    expect(without('development')(ofNobody)).toMatchObject({ client: 'anonymous', runModes: new Set(['TEST']) });
    expect(() => without('production')(ofNobody)).toThrow(UnauthenticatedError);
  });

  it.each([
    ['a user and a password', { authorization: 'Basic dXNlcjpwdw==' }],
    ['Bearer and nothing', { authorization: 'Bearer ' }],
    ['an empty key', { 'x-api-key': '' }],
  ])('takes %s for nobody, whatever hash a client was given', async (_name, headers) => {
    const { clients, trustedProxies } = await read(goodFile);
    const [client] = clients;
    assert(client);
    const ofEmptyKey = { ...client, keyHashes: [{ hash: hashOfClientKey(''), expiresAt: null }] };
    const authenticate = createAuthenticate(
      { deployment: 'production', clients: [ofEmptyKey], trustedProxies },
      Date.now,
    );
    expect(() => authenticate({ headers })).toThrow(UnauthenticatedError);
  });
});

describe('the bank that an account stands at', () => {
  const direct = { url: 'https://direct.example/', backupUrl: null };
  const developing = (mode: 'TEST' | 'LIVE', change: object) => ({
    societes: { '1': { name: 'A', PAYBOX: { [mode]: { ...goodPaybox, direct, ...change } } } },
  });

  it.each([
    ['TEST', 'pageUrl', { pageUrl: 'https://tpeweb.paybox.com/php/' }],
    ['TEST', 'pageUrl', { pageUrl: 'https://TPEWEB1.e-transactions.fr./php/' }],
    ['TEST', 'direct.url', { direct: { url: 'https://ppps.paybox.com/PPPS.php' } }],
    ['TEST', 'direct.backupUrl', { direct: { ...direct, backupUrl: 'https://ppps1.paybox.com/PPPS.php' } }],
    ['LIVE', 'pageUrl', { pageUrl: 'https://recette-tpeweb.e-transactions.fr/php/' }],
    ['LIVE', 'direct.url', { direct: { url: 'https://preprod-ppps.paybox.com/PPPS.php' } }],
  ] as const)('is not that of the other mode, on any deployment: %s %s %o', async (mode, entry, change) => {
    expect(await problemsOf(developing(mode, change))).toEqual([
      expect.stringContaining(`societes.1.PAYBOX.${mode}.${entry}: is Paybox's address for `),
    ]);
  });

  it.each([
    ['TEST', { pageUrl: 'https://preprod-tpeweb.paybox.com/php/' }],
    [
      'LIVE',
      { pageUrl: 'https://tpeweb1.paybox.com/php/', direct: { url: 'https://ppps.e-transactions.fr/PPPS.php' } },
    ],
    ['TEST', { pageUrl: 'https://tpeweb.paybox.com.example/php/' }],
    ['TEST', { pageUrl: 'http://127.0.0.1:4000/sandbox/paybox/page' }],
  ] as const)('is that of its own mode, or one that nobody knows: %s %o', async (mode, change) => {
    expect(await problemsOf(developing(mode, change))).toEqual([]);
  });

  it.each([
    ['TEST', 'prodpassword_canary'],
    ['LIVE', 'testpassword_canary'],
  ] as const)('is not asked in mode %s with a password of the other mode', async (mode, password) => {
    const rest = { url: 'https://api.example', password: { env: 'REST_PASSWORD' } };
    const file = { societes: { '1': { name: 'A', LABANQUEPOSTALE: { [mode]: { ...labanquepostale, rest } } } } };
    const problems = await problemsOf(file, { REST_PASSWORD: password });
    expect(problems).toEqual([expect.stringContaining(`societes.1.LABANQUEPOSTALE.${mode}.rest.password:`)]);
    expect(problems.join()).not.toContain('canary');
  });
});

describe('the longest public address', () => {
  it('gives the banks addresses of 150 characters, and one more is refused', async () => {
    const longest = `https://${'a'.repeat(60)}.${'b'.repeat(27)}.example`;
    const one = `${longest}x`;
    expect(
      (await problemsOf({ ...goodFile, publicUrl: longest })).concat(await problemsOf({ ...goodFile, publicUrl: one })),
    ).toEqual(['publicUrl: is too long by 1: Paybox takes addresses of 150 characters.']);
    const gateway = await startGateway({ environment: { PUBLIC_URL: longest } });
    const { payment } = await initiated(gateway);
    await gateway.close();
    const fields = payment.nextAction?.__typename === 'RedirectAction' ? payment.nextAction.fields : [];
    const lengths = fields.filter(({ value }) => value.startsWith(longest)).map(({ value }) => value.length);
    expect(Math.max(...lengths)).toBe(150);
  });
});

describe('networks', () => {
  it.each([
    ['10.0.0.0/8', 8],
    ['10.1.2.3', 32],
    ['2001:db8::/32', 32],
    ['::1', 128],
  ])('reads %s', (text, prefix) => {
    expect(parseNetwork(text)).toMatchObject({ prefix });
  });

  it.each([
    '',
    '10.0.0.0/',
    '10.0.0.0/33',
    '10.0.0.0/8/8',
    '10.0.0/8',
    '0.0.0.0/0',
    '::/0',
    '::ffff:10.0.0.0/104',
    'fe80::1%eth0',
    '010.0.0.1',
  ])('does not read %j', (text) => expect(parseNetwork(text)).toBeNull());

  it.each([
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['::FFFF:0a00:0001', '10.0.0.1'],
    ['0:0:0:0:0:ffff:10.0.0.1', '10.0.0.1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['2001:db8::1', '2001:db8::1'],
    ['10.0.0.1:4711', null],
    ['unknown', null],
  ])('takes the address %s for %s', (text, address) => {
    expect(plainAddress(text)).toBe(address);
  });

  it('overlap where one holds the other, and not where they only look alike', () => {
    expect([overlap('10.0.0.0/8', '10.1.0.0/16'), overlap('10.1.0.0/16', '10.0.0.0/8')]).toEqual([true, true]);
    expect([overlap('10.1.0.0/16', '10.2.0.0/16'), overlap('10.0.0.0/8', '2001:db8::/32')]).toEqual([false, false]);
  });
});

describe('the address of a request', () => {
  const addressOf = createAddressOf(['10.0.0.0/8', '2001:db8::/32']);
  const from = (remoteAddress: string | undefined, forwarded?: string) =>
    addressOf({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress } });

  it.each<[string, string | undefined, string | undefined, string | null]>([
    ['nobody in between', '192.0.2.1', undefined, '192.0.2.1'],
    ['a stranger who claims to be a proxy', '192.0.2.1', '10.0.0.1', '192.0.2.1'],
    ['one proxy', '10.0.0.1', '192.0.2.1', '192.0.2.1'],
    ['one proxy, and a sender who lies', '10.0.0.1', '198.51.100.7, 192.0.2.1', '192.0.2.1'],
    ['two proxies', '::ffff:10.0.0.1', '198.51.100.7, 192.0.2.1, 2001:db8::5', '192.0.2.1'],
    ['proxies alone: the first one is the sender', '10.0.0.1', '10.0.0.9', '10.0.0.9'],
    ['a proxy that says nothing', '10.0.0.1', undefined, null],
    ['a proxy of IPv6 that says nothing', '2001:db8::5', undefined, null],
    ['a proxy that says nothing, as IPv6', '::ffff:10.0.0.1', undefined, null],
    ['a proxy whose header is empty', '10.0.0.1', '', null],
    ['a proxy whose list ends in nothing', '10.0.0.1', '192.0.2.1, ', null],
    ['a proxy that says nonsense', '10.0.0.1', 'canary', null],
    ['a proxy that does not know', '10.0.0.1', '192.0.2.1, unknown', null],
    ['a proxy that adds a port', '10.0.0.1', '192.0.2.1:443', null],
    ['no socket', undefined, '192.0.2.1', null],
  ])('behind %s', (_name, remoteAddress, forwarded, expected) => {
    expect(from(remoteAddress, forwarded)).toBe(expected);
  });

  it('is no client where a trusted proxy in its network names no sender, and the sender where one does', async () => {
    const file = { ...goodFile, trustedProxies: ['10.0.0.1'], clients: [{ ...goodClient, networks: ['10.0.0.0/8'] }] };
    const authenticate = createAuthenticate(await read(file), Date.now);
    const as = (headers: Record<string, string>, remoteAddress = '10.0.0.1') =>
      authenticate({ headers, socket: { remoteAddress } }).client;
    for (const header of [undefined, '', 'unknown', ' , ']) {
      expect(() => as(header === undefined ? {} : { 'x-forwarded-for': header })).toThrow(UnauthenticatedError);
    }
    expect(() => as({ 'x-forwarded-for': '192.0.2.1' })).toThrow(UnauthenticatedError);
    expect([as({ 'x-forwarded-for': '10.4.5.6' }), as({}, '10.4.5.6')]).toEqual(['boutique', 'boutique']);
  });

  it('that is counted is the proxy where it names no sender, so that one proxy does not use up the share of all', () => {
    const counted = createCountedAddressOf(['10.0.0.0/8']);
    const at = (remoteAddress: string, forwarded?: string) =>
      counted({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress } });
    expect([at('10.0.0.1'), at('10.0.0.2', 'canary')]).toEqual(['10.0.0.1', '10.0.0.2']);
    expect([at('10.0.0.1', '192.0.2.1'), at('192.0.2.9', '192.0.2.1')]).toEqual(['192.0.2.1', '192.0.2.9']);
  });
});

describe('a client key', () => {
  it('is recognisable, long and random, and kept as its hash', () => {
    const key = newClientKey((size) => Buffer.alloc(size, 0xff));
    expect(key).toBe(`rgl_${'_'.repeat(42)}8`);
    expect(hashOfClientKey('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('the printed config', () => {
  it('shows the settings in force and no secret', async () => {
    const databaseUrl = 'postgres://gateway:canary@db.example:5432/payments?sslpassword=canary';
    const file = {
      ...goodFile,
      societes: {
        '1': {
          name: 'A',
          PAYBOX: { LIVE: goodPaybox },
          LABANQUEPOSTALE: {
            TEST: { ...labanquepostale, rest: { url: 'https://api.example/', password: { env: 'FORM_KEY' } } },
          },
        },
      },
      clients: [{ ...goodClient, networks: ['10.0.0.0/8'] }],
    };
    const printed = printableConfig(await read(file, { DATABASE_URL: databaseUrl }));
    expect(printed).toMatchObject({
      deployment: 'production',
      databaseUrl: 'postgres://gateway:[secret]@db.example:5432/payments?[secret]',
      rest: { documentation: false },
      graphql: { graphiql: false, introspection: true },
      clients: [
        {
          name: 'boutique',
          origins: ['web'],
          networks: ['10.0.0.0/8'],
          targets: null,
          keyHashes: [{ expiresAt: null }],
        },
      ],
      societes: {
        '1': {
          accounts: {
            PAYBOX: { LIVE: { site: '1999888', hmacKeys: ['[secret]'] } },
            LABANQUEPOSTALE: {
              TEST: { formKeys: ['[secret]'], rest: { url: 'https://api.example', password: '[secret]' } },
            },
          },
        },
      },
    });
    const text = JSON.stringify(printed);
    for (const secret of ['canary', '0123456789abcdef', '1122334455667788', hashes[0]])
      expect(text).not.toContain(secret);
  });
});

describe('a config that is read again', () => {
  const lines: [level: string, details: Record<string, unknown>, message: string][] = [];
  const logger = Object.fromEntries(
    ['info', 'warn', 'error'].map((level) => [
      level,
      (details: object, message: string) => void lines.push([level, { ...details }, message]),
    ]),
  ) as Parameters<ReturnType<typeof createReloadableConfig>['reload']>[0];

  async function reloadTo(...files: (object | string)[]) {
    lines.length = 0;
    await read(Object(files[0]));
    const name = path.join(folder, 'config.json');
    const { config, reload } = createReloadableConfig(() => readConfig({ ...secrets, CONFIG: name }, [platformKey]));
    const authenticate = createAuthenticate(config, () => 0);
    const clientOf = (key: string): string | null => {
      try {
        return authenticate({ headers: { 'x-api-key': key } }).client;
      } catch (error) {
        if (error instanceof UnauthenticatedError) return null;
        throw error;
      }
    };
    const before = clientOf('premier');
    for (const file of files.slice(1)) {
      await writeFile(name, typeof file === 'string' ? file : JSON.stringify(file));
      reload(logger);
    }
    return { config, clientOf, before };
  }

  it('lets a new key in and an old one out, while the gateway runs', async () => {
    const rotated = { ...goodFile, clients: [{ ...goodClient, name: 'caisse', keyHashes: [{ hash: hashes[1] }] }] };
    const { config, clientOf, before } = await reloadTo(goodFile, rotated);
    expect([before, clientOf('premier'), clientOf('deuxième')]).toEqual(['boutique', null, 'caisse']);
    expect(config.clients[0]?.caller.client).toBe('caisse');
    expect(lines).toEqual([['info', { clients: 1, societes: 1 }, expect.stringContaining('in force')]]);
  });

  it('takes other sociétés and REST settings over, and says what waits for a restart', async () => {
    const societes = { ...goodFile.societes, '2': { name: 'BCASH Chapelle' } };
    const next = { ...goodFile, port: 4711, logLevel: 'debug', societes, rest: { repeatWindowMinutes: 3 } };
    const { config } = await reloadTo(goodFile, next);
    expect([config.societes?.size, config.rest.repeatWindowMinutes, config.port, config.logLevel]).toEqual([
      2,
      3,
      4000,
      'info',
    ]);
    expect(lines).toEqual([
      [
        'warn',
        { clients: 1, societes: 2, waiting: ['port', 'logLevel'] },
        expect.stringContaining('wait for a restart'),
      ],
    ]);
  });

  it('keeps all of the old one where anything is wrong with the new one, and says what', async () => {
    const good = { ...goodFile, clients: [{ ...goodClient, keyHashes: [{ hash: hashes[1] }] }] };
    const { clientOf } = await reloadTo(goodFile, { ...good, rest: { repeatWindowMinutes: -1 } }, '{"clients": [', {
      ...good,
      deployment: 'development',
    });
    expect([clientOf('premier'), clientOf('deuxième')]).toEqual(['boutique', null]);
    expect(lines.map(([level, { problems }]) => [level, String(problems).split(':')[0]])).toEqual([
      ['error', 'rest.repeatWindowMinutes'],
      ['error', 'CONFIG'],
      ['error', 'deployment'],
    ]);
    expect(lines.every(([, , message]) => message.includes('the old one stays in force'))).toBe(true);
  });
});
