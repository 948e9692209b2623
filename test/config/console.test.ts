import { describe, expect, it } from 'vitest';
import { createAuthenticate } from '../../src/config/authenticate.ts';
import { isConsoleOpen } from '../../src/config/console.ts';
import { printableConfig } from '../../src/config/print.ts';
import { consoleRight, hasRight } from '../../src/kernel/caller.ts';
import { readyRoles } from '../../src/modules/people/role.ts';
import { goodFile, problemsOf, read } from '../support/config/good-file.ts';

/** The entry `console` of the config. */

const oidc = { issuer: 'https://login.example/tenant', clientId: 'reglement', clientSecret: { env: 'OIDC_SECRET' } };
const key = 'a sealing key of 32 characters, or more';
const environment = { OIDC_SECRET: 'the secret of the client', SEALING_KEY: key };
const withConsole = (console: object) => ({ ...goodFile, console });

describe('console', () => {
  it('is off where nothing is said, and open on a development deployment without clients alone', () => {
    const { console } = read(goodFile);
    expect(console).toMatchObject({ oidc: null, local: null, roles: readyRoles });
    const open = { deployment: 'development', clients: [], console } as const;
    expect(isConsoleOpen(open)).toBe(true);
    expect(isConsoleOpen({ ...open, clients: [1] })).toBe(false);
    expect(isConsoleOpen({ ...open, deployment: 'production' })).toBe(false);
    const local = read(withConsole({ local: { keys: [{ env: 'SEALING_KEY' }] } }), environment).console;
    expect(isConsoleOpen({ ...open, console: local })).toBe(false);
  });

  it('gives its rights to a visitor without a key only where no people sign in', () => {
    const visitor = (console: object) => {
      const base = { deployment: 'development', clients: [], trustedProxies: [] } as const;
      return createAuthenticate(
        { ...base, console: read(withConsole(console), environment).console },
        Date.now,
      )({ headers: {} });
    };
    const rightsOf = (console: object) => consoleRight.names.filter((right) => hasRight(visitor(console), right));
    expect(rightsOf({})).toEqual(consoleRight.names);
    for (const console of [{ oidc }, { local: { keys: [{ env: 'SEALING_KEY' }] } }]) {
      expect(visitor(console).client).toBe('anonymous');
      expect(rightsOf(console)).toEqual([]);
    }
  });

  it('changes a ready role by the entries that it names, and adds others', () => {
    const { roles, sessions } = read(
      withConsole({
        oidc,
        roles: {
          comptabilite: { claims: ['8f0e'], refundLimitCents: 1000, approve: true, bankFilesNeedConfirmation: true },
          ventes: { societes: ['1'], runModes: ['TEST'], scopes: ['read'], people: true },
        },
        sessions: { idleMinutes: 5 },
      }),
      environment,
    ).console;
    expect(roles.get('comptabilite')).toEqual({
      ...readyRoles.get('comptabilite'),
      ...{ claims: new Set(['8f0e']), refundLimitCents: 1000, rights: new Set(['approve']) },
      bankFilesNeedConfirmation: true,
    });
    expect(roles.get('ventes')).toEqual({
      ...{ origins: null, targets: null, societes: new Set(['1']), runModes: new Set(['TEST']) },
      ...{ scopes: new Set(['read']), rights: new Set(['people']), refundLimitCents: 0, claims: new Set(['ventes']) },
      bankFilesNeedConfirmation: false,
    });
    expect(roles.get('lecture')).toEqual(readyRoles.get('lecture'));
    expect(sessions).toEqual({ idleMs: 300_000, longestMs: 36_000_000, confirmedMs: 300_000 });
  });

  it('has a second person for the changes of people, and for those of a client where it says so', () => {
    const changes = (console: object, approvals?: object) => {
      const file = withConsole(console);
      const [first, ...others] = file.clients;
      const config = read(
        { ...file, clients: [{ ...first, ...(approvals && { approvals }) }, ...others] },
        environment,
      );
      const [client] = config.clients;
      return [[...config.console.changesToApprove], [...(client?.caller.changesToApprove ?? [])]];
    };
    expect(changes({ oidc })).toEqual([['AMEND_MANDATE', 'REVIEW_PAYMENT'], []]);
    expect(changes({ oidc, approvals: { amendedIban: false } }, { reviewToPaid: true })).toEqual([
      ['REVIEW_PAYMENT'],
      ['REVIEW_PAYMENT'],
    ]);
  });

  it.each([
    [{ oidc: { ...oidc, issuer: 'http://login.example' } }, /^console\.oidc\.issuer: must begin with https/],
    [{ oidc: { ...oidc, issuer: 'https://login.microsoftonline.com/common/v2.0' } }, /^console\.oidc\.issuer: lets in/],
    [
      { oidc: { ...oidc, issuer: 'https://Login.microsoftonline.com/organizations/' } },
      /^console\.oidc\.issuer: lets in/,
    ],
    [{ oidc: { ...oidc, clientSecret: { env: 'NONE' } } }, /^console\.oidc\.clientSecret: the secret/],
    [{ local: { keys: [{ env: 'OIDC_SECRET' }] } }, /^console\.local\.keys\.0: the secret must have 32 characters/],
    [{ approvals: { amendedIban: 'no' } }, /^console\.approvals\.amendedIban/],
    [{ roles: { ventes: {} } }, /^console\.roles\.ventes\.scopes: is missing/],
    [{ roles: { lecture: { societes: ['9'] } } }, /^console\.roles\.lecture\.societes\.0: 9 is not a société/],
    [{ roles: { lecture: { scopes: ['all'] } } }, /^console\.roles\.lecture\.scopes/],
    [{ sessions: { hours: 48 } }, /^console\.sessions\.hours/],
    [{ local: {} }, /^console\.local\.keys/],
  ])('is refused with its path: %j', (console, problem) => {
    expect(problemsOf(withConsole(console), environment)).toEqual([expect.stringMatching(problem)]);
  });

  it('needs an address that a session is safe at, and its own name among the clients', () => {
    const development = { deployment: 'development', clients: goodFile.clients, console: { oidc } };
    expect(problemsOf(development, environment)).toEqual([expect.stringMatching(/set publicUrl/)]);
    expect(problemsOf({ ...development, publicUrl: 'http://pay.example' }, environment)).toEqual([
      expect.stringMatching(/needs https/),
    ]);
    expect(problemsOf({ ...development, publicUrl: 'https://pay.example/gateway' }, environment)).toEqual([
      expect.stringMatching(/must have no path/),
    ]);
    expect(problemsOf({ ...development, publicUrl: 'http://localhost:4000' }, environment)).toEqual([]);
    const [client] = goodFile.clients;
    const named = { ...goodFile, clients: [{ ...client, name: 'console' }] };
    expect(problemsOf(named)).toEqual([]);
    expect(problemsOf({ ...named, console: { oidc } }, environment)).toEqual([
      expect.stringMatching(/the name console is that of people/),
    ]);
  });

  it('is printed without its secrets', () => {
    const config = read(withConsole({ oidc, local: { keys: [{ env: 'SEALING_KEY' }] } }), environment);
    const printed = JSON.stringify(printableConfig(config));
    expect(printed).toContain('"claims":["lecture"]');
    for (const secret of Object.values(environment)) expect(printed).not.toContain(secret);
  });
});
