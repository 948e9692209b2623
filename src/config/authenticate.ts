import { createHash, timingSafeEqual } from 'node:crypto';
import { anonymous, type Caller } from '../domain/caller.ts';
import { UnauthenticatedError } from '../domain/errors.ts';
import type { Client } from './config.ts';

export type Authenticate = (request: {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}) => Caller;

/**
 * Who sends a request, by `Authorization: Bearer` or `X-API-Key`. Keys are kept and compared as SHA-256 digests.
 * Without clients in the config there is one caller, `anonymous`, who only ever runs as TEST.
 */
export function createAuthenticate(clients: readonly Client[]): Authenticate {
  if (clients.length === 0) return () => anonymous;
  const known = clients.flatMap(({ caller, keyHashes }) =>
    keyHashes.map((hash) => ({ caller, digest: Buffer.from(hash, 'hex') })),
  );
  return ({ headers }) => {
    const key = keyOf(headers);
    if (key === null) throw new UnauthenticatedError('A key is needed: Authorization: Bearer … or X-API-Key: ….');
    const digest = createHash('sha256').update(key).digest();
    const match = known.filter((candidate) => timingSafeEqual(candidate.digest, digest))[0];
    if (!match) throw new UnauthenticatedError('This key is not known.');
    return match.caller;
  };
}

function keyOf(headers: Parameters<Authenticate>[0]['headers']): string | null {
  const { authorization, 'x-api-key': apiKey } = headers;
  if (typeof authorization === 'string') {
    const bearer = /^Bearer +(\S+) *$/i.exec(authorization);
    return bearer?.[1] ?? '';
  }
  return typeof apiKey === 'string' ? apiKey : null;
}
