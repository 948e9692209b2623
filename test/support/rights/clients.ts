import { hashOfClientKey } from '../../../src/config/client-key.ts';
import type { Client } from '../../../src/config/clients.ts';
import { readConfig } from '../../../src/config/config.ts';
import { developmentSocietes } from '../../../src/config/development.ts';
import { defaultRates } from '../../../src/config/schema/limits.ts';
import { type Caller, scope } from '../../../src/kernel/caller.ts';
import type { Societe } from '../../../src/kernel/merchant.ts';
import { startGateway, type TestGateway, type TestGatewayOptions } from '../gateway.ts';
import { givenBy } from './powers.ts';

/** Clients of every kind, on a production deployment behind a proxy. */

/** Everything that there is to hold, so that what a client is refused comes of the one thing that it has not. */
const right: Omit<Caller, 'client'> = {
  origins: new Set(['web']),
  societes: new Set(['1']),
  targets: new Set(['PAYBOX']),
  runModes: new Set(['TEST', 'LIVE']),
  scopes: new Set(scope.names),
  returnOrigins: new Set(['https://shop.example']),
  returnsToLoopback: false,
};

const client = (name: string, change: Partial<Caller> = {}, more: Partial<Omit<Client, 'caller'>> = {}): Client => ({
  caller: { ...right, client: name, ...change },
  keyHashes: [{ hash: hashOfClientKey(keyOf(name)), expiresAt: null }],
  networks: [],
  webhooks: [],
  ...more,
});

export const keyOf = (name: string): string => `rgl_key-of-${name}`;

/** The key of `expiring` is good until then. */
export const expiresAt = Date.now() + 3_600_000;

export const clients: readonly Client[] = [
  client('owner'),
  client('right'),
  client(
    'by-network',
    {},
    {
      keyHashes: [],
      networks: ['10.1.0.0/16', '2001:db8:1::/48'],
      keylessMoney: { pageOrigins: new Set(['https://intranet.example']) },
    },
  ),
  client('by-network-alone', { targets: null }, { keyHashes: [], networks: ['10.3.0.0/16'] }),
  client('wrong-origin', { origins: new Set(['dcp']) }),
  client('wrong-societe', { societes: new Set(['2']) }),
  client('wrong-target', { targets: new Set(['MILLIET']) }),
  client('only-reads', { scopes: new Set(['read']) }),
  client('only-initiates', { scopes: new Set(['initiate']) }),
  ...scope.names.map((name) =>
    client(`without-${name}`, { scopes: new Set(scope.names.filter((other) => other !== name)) }),
  ),
  client('without-back-office', {
    scopes: new Set(
      scope.names.filter((name) => name !== 'operations' && !givenBy[name].some((holder) => holder === 'operations')),
    ),
  }),
  ...scope.names.map((name) => client(`holds-${name}`, { targets: null, scopes: new Set(['read', name]) })),
  client('back-office-before', {
    targets: null,
    scopes: new Set(['initiate', 'read', 'refund', 'mandates', 'operations']),
  }),
  client('only-tests', { runModes: new Set(['TEST']) }),
  client('only-forces', { runModes: new Set(['FORCE_LIVE']) }),
  client('expired', {}, { keyHashes: [{ hash: hashOfClientKey(keyOf('expired')), expiresAt: Date.UTC(2020, 0, 1) }] }),
  client('expiring', {}, { keyHashes: [{ hash: hashOfClientKey(keyOf('expiring')), expiresAt }] }),
  client('booking', { targets: null, scopes: new Set(['initiate', 'read', 'operations']) }),
  client('only-files', { targets: null, scopes: new Set(['bankFiles']) }),
  client('every-target', { targets: null, scopes: new Set(['initiate', 'read']) }),
];

/** How each kind of sender shows who it is. */
export const withKey = (name: string): Record<string, string> => ({ Authorization: `Bearer ${keyOf(name)}` });
export const fromAddress = (address: string): Record<string, string> => ({ 'X-Forwarded-For': address });

/** The sandbox's accounts, for LIVE as well. Their bank has no server, so calls fail at once. */
function liveSocietes(): ReadonlyMap<string, Societe> {
  const societes = developmentSocietes('http://127.0.0.1:1');
  return new Map(
    [...societes].map(([id, societe]): [string, Societe] => {
      const { PAYBOX, LABANQUEPOSTALE, MILLIET } = societe.accounts;
      const both = <Account>(accounts: { TEST?: Account } | undefined) => ({ ...accounts, LIVE: accounts?.TEST });
      return [
        id,
        {
          ...societe,
          accounts: { PAYBOX: both(PAYBOX), LABANQUEPOSTALE: both(LABANQUEPOSTALE), MILLIET: both(MILLIET) },
        } as Societe,
      ];
    }),
  );
}

export const startProduction = ({ config, ...options }: TestGatewayOptions = {}): Promise<TestGateway> =>
  startGateway({
    ...options,
    config: {
      ...{ deployment: 'production', publicUrl: 'https://pay.example', societes: liveSocietes(), clients },
      ...{ trustedProxies: ['127.0.0.1', '::1'], limits: { ...readConfig({}).limits, rates: defaultRates }, ...config },
    },
  });
