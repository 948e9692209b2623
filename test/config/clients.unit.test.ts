import { expect, it } from 'vitest';
import { callerAt } from '../../src/config/clients.ts';
import { clientNamed } from '../support/clients/client-named.ts';

const client = clientNamed('shop');
const expired = client.keyHashes.map((key) => ({ ...key, expiresAt: 1000 }));
const networks = ['192.0.2.0/24'];
const keylessMoney = { pageOrigins: new Set<string>() };
const withoutMoney = { ...client.caller, keylessRefusal: 'NO_KEY' };

it.each([
  ['has all its rights while a key of it is good', { keyHashes: [...expired, ...client.keyHashes] }, client.caller],
  ['is shut out from the moment on which its last key expires', { keyHashes: expired }, null],
  ['moves no real money by its network alone', { keyHashes: expired, networks }, withoutMoney],
  [
    'moves real money by its network where the config lets it',
    { keyHashes: [], networks, keylessMoney },
    client.caller,
  ],
])('a client %s', (_what, change, caller) => {
  expect(callerAt({ ...client, ...change }, 1000)).toEqual(caller);
});
