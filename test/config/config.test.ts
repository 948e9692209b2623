import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { payboxPublicKey } from '../../src/config/accounts/paybox.ts';
import { createAuthenticate } from '../../src/config/authenticate.ts';
import { hashOfClientKey, newClientKey } from '../../src/config/client-key.ts';
import { type Config, readConfig } from '../../src/config/config.ts';
import { printableConfig } from '../../src/config/print.ts';
import { defaultRates } from '../../src/config/schema/limits.ts';
import { defaultServerLimits } from '../../src/http/server.ts';
import { UnauthenticatedError } from '../../src/kernel/errors.ts';
import {
  goodClient,
  goodFile,
  goodMilliet,
  goodPaybox,
  hashes,
  labanquepostale,
  problemsOf,
  read,
  withClients,
  withPaybox,
} from '../support/config/good-file.ts';
import { startGateway } from '../support/gateway.ts';
import { initiated } from '../support/requests.ts';

describe('a config file', () => {
  it('gives each client its rights, and each société its accounts, with secrets from where they are', () => {
    const config = read({
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
    expect(account?.publicKeys).toEqual([payboxPublicKey]);
  });

  it('gives no client the loopback origins of the open development deployment', () => {
    const { clients } = read({ ...withClients({}), deployment: 'development', publicUrl: 'http://127.0.0.1:4000' });
    expect(clients.map(({ caller }) => caller.returnsToLoopback)).toEqual([false]);
  });

  it('has the limits of the gateway where it says nothing, and those that it says', () => {
    const { limits } = read(goodFile);
    expect(limits.rates).toEqual(defaultRates);
    expect(limits.connections).toBe(defaultServerLimits.connections);
    expect(limits.keepAliveSeconds * 1000).toBe(defaultServerLimits.keepAliveTimeoutMs);
    const said = { connections: 50, keepAliveSeconds: 75, rates: { creation: { requests: 20 } } };
    expect(read({ ...goodFile, limits: said }).limits).toEqual({
      ...said,
      connectionsPerAddress: 5,
      connectionsPerNetwork: 20,
      streams: { total: 1000, perLink: 20, perAddress: 50, perClient: 750, subscriptionsPerClient: 100 },
      rates: { ...defaultRates, creation: { requests: 20, seconds: 10 } },
    });
    // In development a rate holds where the file names it.
    expect(read({}).limits.rates).toEqual({});
    expect(read({ limits: said }).limits.rates).toEqual({ creation: { requests: 20, seconds: 10 } });
  });

  it('gives an address a tenth of the connections in production, and all of them in development', () => {
    const sharesOf = (file: object) => {
      const { connectionsPerAddress, connectionsPerNetwork } = read(file).limits;
      return [connectionsPerAddress, connectionsPerNetwork];
    };
    expect(sharesOf(goodFile)).toEqual([200, 800]);
    expect(sharesOf({})).toEqual([null, null]);
    const limits = { connectionsPerAddress: null, connectionsPerNetwork: 7 };
    expect(sharesOf({ ...goodFile, limits })).toEqual([null, 7]);
    expect(sharesOf({ limits })).toEqual([null, 7]);
    const streamsOf = (file: object) => read(file).limits.streams;
    expect(streamsOf({})).toMatchObject({ total: 1000, perAddress: null, perClient: 750 });
    const streams = { total: 40, perLink: 3 };
    expect(streamsOf({ ...goodFile, limits: { streams } })).toMatchObject({ ...streams, perAddress: 2, perClient: 30 });
  });

  it('reads an IBAN as people write it, and trims a pasted key', () => {
    const config = read({
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

  it('takes the secret of the database by reference, and a plain address as it is', () => {
    const url = 'postgres://gateway:hunter2@db.example/payments';
    const config = read({ ...goodFile, databaseUrl: { env: 'DB' } }, { DB: url });
    expect(config.databaseUrl).toBe(url);
    expect(read({ ...goodFile, databaseUrl: 'sqlite:/var/lib/r.sqlite' }).databaseUrl).toBe('sqlite:/var/lib/r.sqlite');
  });

  it('says where the file is no JSON, without its words, and reads one that begins with a mark', () => {
    const problem = expect.stringMatching(/^CONFIG: the file \S+ is not JSON \(line 3 column 1\)\.$/);
    expect(() => read('{\n  "clients": ["secret"],\n}')).toThrow(expect.objectContaining({ lines: [problem] }));
    expect(read(`\uFEFF${JSON.stringify(goodFile)}`).deployment).toBe('production');
  });

  it('says where the file has too many levels', () => {
    const problem = expect.stringMatching(/^CONFIG: the file \S+ has more than 100 levels \(line 1 column 101\)\.$/);
    expect(() => read('['.repeat(20_000))).toThrow(expect.objectContaining({ lines: [problem] }));
  });

  it.each([
    ['{"clients": [],\n "clients": []}', 'clients: is written a second time (line 2 column 2).'],
    ['{"societes":{"1":{"name":"A"},\n"1":{}}}', 'societes.1: is written a second time (line 2 column 1).'],
  ])('names the entry that stands twice in one object: %s', (text, line) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ lines: [line] }));
  });

  it('may leave the sociétés out on a development deployment: they stand on the sandbox banks', () => {
    const { societes, clients } = read({ clients: [{ ...goodClient, societes: ['1', '6'] }] });
    expect(societes).toBeNull();
    expect(clients).toHaveLength(1);
    expect(problemsOf({ clients: [{ ...goodClient, societes: ['5'] }] })).toEqual([
      'clients.0.societes.0: 5 is not a société of this config.',
    ]);
  });
});

describe('the example of the documentation', () => {
  it('is a config that the gateway takes, once its secrets are there', async () => {
    const file = path.resolve(import.meta.dirname, '../../docs/reference/config-example.json');
    const example = JSON.parse(await readFile(file, 'utf8')) as object;
    const environment = { REGLEMENT_DATABASE_URL: 'postgres://u:p@h/d', SCELLIUS_1_TEST_KEY: '1122334455667788' };
    expect(problemsOf(example, environment)).toEqual([
      'societes.1.PAYBOX.LIVE.hmacKeys.0: the secret {"file":"/run/secrets/paybox-1"} is not there or empty.',
      'clients.0.webhooks.0.secrets.0: the secret {"file":"/run/secrets/boutique-webhook"} is not there or empty.',
    ]);
  });
});

it.each([
  ['./secrets/clé paybox.txt', './secrets/clé paybox.txt'],
  ['C:/secrets/paybox', 'C:/secrets/paybox'],
  ['0123456789ABCDEF'.repeat(8), '…'],
  ['/+1hZ5cZp0pJ3zq0Vt9bYw==', '…'],
])('a file of a secret that is not there, %s, is named as %s: a pasted secret is not shown', (file, named) => {
  expect(problemsOf(withPaybox({ hmacKeys: [{ file }] }))).toContain(
    `societes.1.PAYBOX.LIVE.hmacKeys.0: the secret {"file":"${named}"} is not there or empty.`,
  );
});

it('a file of a secret that is there and cannot be read is named with the reason', () => {
  // Root, who runs tests too, may read each file. It reads no folder.
  expect(problemsOf(withPaybox({ hmacKeys: [{ file: '/' }] }))).toContain(
    'societes.1.PAYBOX.LIVE.hmacKeys.0: the secret {"file":"…"} cannot be read (EISDIR).',
  );
});

describe('a gateway without clients', () => {
  it.each(['127.0.0.1', 'localhost', '::1', '[::1]', '127.8.8.8', '::ffff:127.0.0.1'])('may listen on %s', (HOST) => {
    expect(readConfig({ HOST }).clients).toEqual([]);
  });

  it.each(['0.0.0.0', '::', '192.168.1.4', 'gateway.example', '::ffff:10.0.0.1'])('does not listen on %s', (HOST) => {
    expect(() => readConfig({ HOST })).toThrow(/^host: without clients the gateway is open/);
    expect(problemsOf({ clients: [goodClient] }, { HOST })).toEqual([]);
  });

  it('needs no key on a development deployment, and lets no one in without clients on another', () => {
    const ofNobody = { headers: { authorization: 'Bearer whatever' } };
    const without = (deployment: Config['deployment']) =>
      createAuthenticate({ deployment, clients: [], trustedProxies: [], console: read(goodFile).console }, Date.now);
    expect(without('development')(ofNobody)).toMatchObject({ client: 'anonymous', runModes: new Set(['TEST']) });
    expect(() => without('production')(ofNobody)).toThrow(UnauthenticatedError);
  });

  it.each([
    ['a user and a password', { authorization: 'Basic dXNlcjpwdw==' }],
    ['Bearer and nothing', { authorization: 'Bearer ' }],
    ['an empty key', { 'x-api-key': '' }],
  ])('takes %s for no client, whatever hash a client was given, and says how a key is sent', (_name, headers) => {
    const { clients, trustedProxies, console } = read(goodFile);
    const [client] = clients;
    assert(client);
    const ofEmptyKey = { ...client, keyHashes: [{ hash: hashOfClientKey(''), expiresAt: null }] };
    const authenticate = createAuthenticate(
      { deployment: 'production', clients: [ofEmptyKey], trustedProxies, console },
      Date.now,
    );
    expect(() => authenticate({ headers })).toThrow(
      new UnauthenticatedError('A key is needed: Authorization: Bearer … or X-API-Key: ….'),
    );
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
  it('shows the settings in force and no secret', () => {
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
    const printed = printableConfig(read(file, { DATABASE_URL: databaseUrl }));
    expect(printed).toMatchObject({
      deployment: 'production',
      databaseUrl: 'postgres://gateway:[secret]@db.example:5432/payments?[secret]',
      rest: { documentation: false },
      graphql: { compiledOperations: true, graphiql: false, introspection: true },
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

describe('the longest public address', () => {
  it('gives the banks addresses of 150 characters, and one more is refused', async () => {
    const longest = `https://${'a'.repeat(60)}.${'b'.repeat(27)}.example`;
    const one = `${longest}x`;
    expect(problemsOf({ ...goodFile, publicUrl: longest }).concat(problemsOf({ ...goodFile, publicUrl: one }))).toEqual(
      ['publicUrl: is too long by 1: Paybox takes addresses of 150 characters.'],
    );
    const gateway = await startGateway({ environment: { PUBLIC_URL: longest } });
    const { payment } = await initiated(gateway);
    await gateway.close();
    const fields = payment.nextAction?.__typename === 'RedirectAction' ? payment.nextAction.fields : [];
    const lengths = fields.filter(({ value }) => value.startsWith(longest)).map(({ value }) => value.length);
    expect(Math.max(...lengths)).toBe(150);
  });
});
