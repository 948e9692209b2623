import { timingSafeEqual } from 'node:crypto';
import { anonymous, type Caller, type KeylessRefusal, openVisitor } from '../kernel/caller.ts';
import { UnauthenticatedError } from '../kernel/errors.ts';
import type { IsAcceptedHost } from './accepted-hosts.ts';
import { hashOfClientKey } from './client-key.ts';
import { type Client, isGoodKey } from './clients.ts';
import type { Config } from './config.ts';
import { isConsoleOpen } from './console.ts';
import { keylessRefusalOf } from './keyless-money.ts';
import { type AddressedRequest, createAddressOf, createNetworkCheck } from './networks.ts';

/** @throws UnauthenticatedError for a request without a known key or network. */
export type Authenticate = (request: AddressedRequest) => Caller;

type AccessConfig = Pick<Config, 'deployment' | 'clients' | 'trustedProxies' | 'console'>;

/**
 * The sender of a request. A key (`Authorization: Bearer` or `X-API-Key`) decides alone, even a bad one. Without a key,
 * the client whose network the request comes from. A query parameter or a cookie is never an identity. Without clients
 * a development deployment has one caller, `anonymous`, with the rights of the console where no people sign in; a
 * production deployment has none. Clients are read for each request, so that they may change while the gateway runs.
 * @param isAcceptedHost left out, no page counts as the gateway's own
 */
export function createAuthenticate(
  access: AccessConfig,
  clock: () => number,
  isAcceptedHost: IsAcceptedHost = () => false,
): Authenticate {
  let known = knownClients(access);
  return (request) => {
    if (known.clients !== access.clients) known = knownClients(access);
    if (isConsoleOpen(access)) return openVisitor;
    if (known.clients.length === 0 && access.deployment === 'development') return anonymous;
    const keys = keysOf(request.headers);
    return keys.length > 0 ? callerByKey(known, keys, clock()) : callerByNetwork(known, request, isAcceptedHost);
  };
}

type KnownClients = ReturnType<typeof knownClients>;

function knownClients({ clients, trustedProxies }: Pick<AccessConfig, 'clients' | 'trustedProxies'>) {
  return {
    clients,
    keys: clients.flatMap(({ caller, keyHashes }) =>
      keyHashes.map(({ hash, expiresAt }) => ({ caller, digest: Buffer.from(hash, 'hex'), expiresAt })),
    ),
    networks: clients.flatMap((client) =>
      client.networks.length > 0 ? [{ ...keylessCallersOf(client), holds: createNetworkCheck(client.networks) }] : [],
    ),
    addressOf: createAddressOf(trustedProxies),
  };
}

const keylessCallersOf = ({ caller, keylessMoney = null }: Client) => ({
  keylessMoney,
  caller,
  refused: {
    NO_KEY: { ...caller, keylessRefusal: 'NO_KEY' },
    FOREIGN_PAGE: { ...caller, keylessRefusal: 'FOREIGN_PAGE' },
  } satisfies Record<KeylessRefusal, Caller>,
});

/** Every key in the request. Credentials of another kind count as an empty key, which belongs to no client. */
function keysOf({ authorization, 'x-api-key': apiKey }: AddressedRequest['headers']): readonly string[] {
  return [
    ...(authorization === undefined ? [] : [/^Bearer +(\S+) *$/i.exec(String(authorization))?.[1] ?? '']),
    ...(apiKey === undefined ? [] : [String(apiKey)]),
  ];
}

const needsKey = 'A key is needed: Authorization: Bearer … or X-API-Key: ….';

function callerByKey({ keys }: KnownClients, given: readonly string[], now: number): Caller {
  if (new Set(given).size > 1) throw new UnauthenticatedError('Authorization and X-API-Key hold different keys.');
  const [key = ''] = given;
  if (key === '') throw new UnauthenticatedError(needsKey);
  const digest = Buffer.from(hashOfClientKey(key), 'hex');
  // Every candidate is compared, so that the time says nothing about which one came close.
  const [match] = keys.filter((candidate) => timingSafeEqual(candidate.digest, digest));
  if (!match) throw new UnauthenticatedError('This key is not known: no client of the config has its hash.');
  if (!isGoodKey(match, now)) throw new UnauthenticatedError('This key has expired.');
  return match.caller;
}

function callerByNetwork(
  { networks, addressOf }: KnownClients,
  request: AddressedRequest,
  isAcceptedHost: IsAcceptedHost,
): Caller {
  const address = networks.length > 0 ? addressOf(request) : null;
  const match = address === null ? undefined : networks.find(({ holds }) => holds(address));
  if (!match) throw new UnauthenticatedError(needsKey);
  const refusal = keylessRefusalOf(match.keylessMoney, request, isAcceptedHost);
  return refusal === null ? match.caller : match.refused[refusal];
}
