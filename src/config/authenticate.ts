import { timingSafeEqual } from 'node:crypto';
import { anonymous, type Caller } from '../domain/caller.ts';
import { UnauthenticatedError } from '../domain/errors.ts';
import { hashOfClientKey } from './client-key.ts';
import type { Config } from './config.ts';
import { type AddressedRequest, createAddressOf, createNetworkCheck } from './networks.ts';

/** @throws UnauthenticatedError for a request of nobody that we know. */
export type Authenticate = (request: AddressedRequest) => Caller;

type AccessConfig = Pick<Config, 'deployment' | 'clients' | 'trustedProxies'>;

/**
 * Who sends a request. A key (`Authorization: Bearer` or `X-API-Key`) decides alone, also where it is a bad one;
 * without a key, the client whose network the request comes from. No query parameter and no cookie is an identity.
 * Without clients a development deployment has one caller, `anonymous`, and a production deployment none.
 * The clients are looked at for each request, so that they may change while the gateway runs.
 */
export function createAuthenticate(access: AccessConfig, clock: () => number): Authenticate {
  let known = knownClients(access);
  return (request) => {
    if (known.clients !== access.clients) known = knownClients(access);
    if (known.clients.length === 0 && access.deployment === 'development') return anonymous;
    const keys = keysOf(request.headers);
    return keys.length > 0 ? callerByKey(known, keys, clock()) : callerByNetwork(known, request);
  };
}

type KnownClients = ReturnType<typeof knownClients>;

function knownClients({ clients, trustedProxies }: AccessConfig) {
  return {
    clients,
    keys: clients.flatMap(({ caller, keyHashes }) =>
      keyHashes.map(({ hash, expiresAt }) => ({ caller, digest: Buffer.from(hash, 'hex'), expiresAt })),
    ),
    networks: clients.flatMap(({ caller, networks }) =>
      networks.length > 0 ? [{ caller, holds: createNetworkCheck(networks) }] : [],
    ),
    addressOf: createAddressOf(trustedProxies),
  };
}

/** Every key that the request shows. Credentials of another kind are the empty key, which is nobody's. */
function keysOf({ authorization, 'x-api-key': apiKey }: AddressedRequest['headers']): readonly string[] {
  return [
    ...(authorization === undefined ? [] : [/^Bearer +(\S+) *$/i.exec(String(authorization))?.[1] ?? '']),
    ...(apiKey === undefined ? [] : [String(apiKey)]),
  ];
}

function callerByKey({ keys }: KnownClients, given: readonly string[], now: number): Caller {
  if (new Set(given).size > 1) throw new UnauthenticatedError('Authorization and X-API-Key hold different keys.');
  const [key = ''] = given;
  if (key === '') throw new UnauthenticatedError('This key is not known.');
  const digest = Buffer.from(hashOfClientKey(key), 'hex');
  // Every candidate is compared, so that the time says nothing about which one came close.
  const [match] = keys.filter((candidate) => timingSafeEqual(candidate.digest, digest));
  if (!match) throw new UnauthenticatedError('This key is not known.');
  if (match.expiresAt !== null && now >= match.expiresAt) throw new UnauthenticatedError('This key has expired.');
  return match.caller;
}

function callerByNetwork({ networks, addressOf }: KnownClients, request: AddressedRequest): Caller {
  const address = networks.length > 0 ? addressOf(request) : null;
  const match = address === null ? undefined : networks.find(({ holds }) => holds(address));
  if (!match) throw new UnauthenticatedError('A key is needed: Authorization: Bearer … or X-API-Key: ….');
  return match.caller;
}
