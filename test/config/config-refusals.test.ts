import { describe, expect, it } from 'vitest';
import { hashOfClientKey } from '../../src/config/client-key.ts';
import {
  goodClient,
  goodFile,
  goodMilliet,
  goodPaybox,
  hashes,
  labanquepostale,
  problemsOf,
  publicKeyOf,
  read,
  withClients,
  withMilliet,
  withPaybox,
} from '../support/config/good-file.ts';

const withFallback = (fallbackPayer: object) => ({
  ...goodFile,
  societes: { '1': { name: 'A', fallbackPayer, PAYBOX: { LIVE: goodPaybox } } },
});
const goodFallback = {
  ...{ firstName: 'A', lastName: 'B', address: 'C', zipCode: '75002', city: 'Paris', country: 'FR' },
  phone: '+33612345678',
};

describe('a config file', () => {
  it.each([
    [{ PORT: '0x50' }, 'environment variable PORT: must be a whole number from 0 to 65535.'],
    [{ PORT: '1e3' }, 'environment variable PORT: must be a whole number from 0 to 65535.'],
    [{ PORT: '65536' }, 'environment variable PORT: must be a whole number from 0 to 65535.'],
    [{ STOP_GRACE_SECONDS: ' 5' }, 'environment variable STOP_GRACE_SECONDS: must be a whole number from 0 to 300.'],
    [
      { PUBLIC_URL: 'ftp://pay.example' },
      'environment variable PUBLIC_URL: must be an address that begins with https:// or http://.',
    ],
    ...['mysql://h/d', 'sqlite: a', 'sqlite://a/b'].map((url): [Record<string, string>, string] => [
      { DATABASE_URL: url },
      'databaseUrl (DATABASE_URL): must begin with sqlite: (and a path) or with postgres://.',
    ]),
    ...['sqlite:', 'sqlite::memory:', 'sqlite:file:a?mode=memory'].map((url): [Record<string, string>, string] => [
      { DATABASE_URL: url },
      'databaseUrl (DATABASE_URL): must name a file after sqlite: a database in memory loses payments.',
    ]),
    [{ DATABASE_URL: 'sqlite:a ' }, 'databaseUrl (DATABASE_URL): must not end with a blank.'],
  ])('is refused for the environment %j', (environment, problem) => {
    expect(problemsOf(goodFile, environment)).toEqual([problem]);
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
    ['no list of keys', withPaybox({ hmacKeys: { env: 'KEY' } }), 'hmacKeys: must be a list.'],
    [
      'a variable that no environment has',
      withPaybox({ hmacKeys: [{ env: '__proto__' }] }),
      'hmacKeys.0: the secret {"env":"…"} is not there or empty.',
    ],
    [
      'a secret in place of the name of its variable',
      withPaybox({ hmacKeys: [{ env: '0123456789ABCDEF'.repeat(8) }] }),
      'hmacKeys.0: the secret {"env":"…"} is not there or empty.',
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
      'a former IBAN with a wrong digit',
      withMilliet({ formerIbans: ['FR1420041010050500013M02607'] }),
      'societes.1.MILLIET.LIVE.formerIbans.0: must be an IBAN',
    ],
    ...[[goodMilliet.iban], ['FR7630006000011234567890189', 'FR76 3000 6000 0112 3456 7890 189']].map(
      (formerIbans): [string, object, string] => [
        `the former accounts ${formerIbans.join(', ')}`,
        withMilliet({ formerIbans }),
        'societes.1.MILLIET.LIVE.formerIbans: must name each account once',
      ],
    ),
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
      'an address of the availability without TLS',
      withPaybox({ availabilityUrl: 'http://tpeweb.example/load.html' }),
      'societes.1.PAYBOX.LIVE.availabilityUrl: a production deployment needs https',
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
  it.each(refusals)('is refused for %s, and says where', (_name, file, problem) => {
    const problems = problemsOf(file);
    expect(problems.join('\n')).toContain(problem);
    expect(problems).toHaveLength(1);
    expect(problems.join('\n')).not.toContain('canary');
  });

  it.each([
    ['PAYBOX_KEY', 'ab'.repeat(19)],
    ['PAYBOX_KEY', 'a'.repeat(41)],
    ['PAYBOX_KEY', 'canary'.repeat(10)],
    ['FORM_KEY', '1122 3344'],
  ])('is refused for a %s that cannot be one, without showing it', (name, value) => {
    const societes = { '1': { name: 'A', PAYBOX: { LIVE: goodPaybox }, LABANQUEPOSTALE: { LIVE: labanquepostale } } };
    const [problem, ...others] = problemsOf({ ...goodFile, societes }, { [name]: value });
    expect(problem).toMatch(/^societes\.1\.\w+\.LIVE\.(hmacKeys|formKeys)\.0: the secret must be/);
    expect(others).toEqual([]);
    expect(problem).not.toContain(value);
  });

  it('lets no production deployment die, and takes only a moment that it knows', () => {
    expect(problemsOf(goodFile, { CRASH_AT: 'after-commit:initiation' })).toEqual([
      'environment variable CRASH_AT: a production deployment does not start with it.',
    ]);
    const [problem, ...others] = problemsOf({}, { CRASH_AT: 'after-commit:lunch' });
    expect(problem).toMatch(/^environment variable CRASH_AT: is not one of before-commit:any, after-commit:any, /);
    expect(others).toEqual([]);
    expect(read({}, { CRASH_AT: 'before-call:refund@3' }).crashAt).toEqual({ point: 'before-call:refund', time: 3 });
  });

  it('names everything that is wrong at once', () => {
    const problems = problemsOf({ ...goodFile, publicUrl: 'http://pay.example', clients: [] });
    expect(problems.map((line) => line.split(':')[0])).toEqual(['clients', 'publicUrl']);
  });
});
