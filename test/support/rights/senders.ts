import type { Caller } from '../../../src/kernel/caller.ts';
import { clients, fromAddress, keyOf, withKey } from './clients.ts';

/** Every kind of sender, and the client that the gateway has to take it for. */

export type Sender = {
  readonly kind: string;
  readonly headers: Record<string, string>;
  /** Null: no known client. */
  readonly caller: Caller | null;
};

function callerOf(name: string): Caller {
  const client = clients.find(({ caller }) => caller.client === name);
  if (!client) throw new Error(`there is no client ${name}`);
  return client.caller;
}

const known = (kind: string, name: string, headers = withKey(name)): Sender => ({
  kind,
  headers,
  caller: callerOf(name),
});
const nobody = (kind: string, headers: Record<string, string>): Sender => ({ kind, headers, caller: null });

export const senders: readonly Sender[] = [
  known('the right client', 'right'),
  known('the right client, by X-API-Key', 'right', { 'X-API-Key': keyOf('right') }),
  known('the right client, by its network', 'by-network', fromAddress('10.1.2.3')),
  known('the right client, by its IPv6 network', 'by-network', fromAddress('2001:db8:1::7')),
  {
    kind: 'a client without a key that moves no real money without',
    headers: fromAddress('10.3.0.1'),
    caller: { ...callerOf('by-network-alone'), keylessRefusal: 'NO_KEY' },
  },
  known('a key, from the network of another client', 'only-reads', {
    ...withKey('only-reads'),
    ...fromAddress('10.1.2.3'),
  }),
  known('a client of another origin', 'wrong-origin'),
  known('a client of another société', 'wrong-societe'),
  known('a client of another target', 'wrong-target'),
  known('a client that may only read', 'only-reads'),
  known('a client that may only initiate', 'only-initiates'),
  known('a client without the scope initiate', 'without-initiate'),
  known('a client without the scope read', 'without-read'),
  known('a client without the scope refund', 'without-refund'),
  known('a client without the scope mandates', 'without-mandates'),
  known('a client that may only bring files of the bank', 'only-files'),
  known('a client without the scopes of the back office', 'without-back-office'),
  known('a client that may only test', 'only-tests'),
  nobody('an expired key', withKey('expired')),
  nobody('an unknown key', { Authorization: 'Bearer rgl_unknown' }),
  nobody('an unknown key, from a known network', { Authorization: 'Bearer rgl_unknown', ...fromAddress('10.1.2.3') }),
  nobody('an empty key, from a known network', { 'X-API-Key': '', ...fromAddress('10.1.2.3') }),
  nobody('credentials of another kind', { Authorization: 'Basic cmdsOmtleQ==', ...fromAddress('10.1.2.3') }),
  nobody('two different keys', { ...withKey('right'), 'X-API-Key': keyOf('owner') }),
  nobody('another network', fromAddress('10.2.0.1')),
  nobody('another network, and a lie about it', fromAddress('10.1.2.3, 10.2.0.1')),
  nobody('a network that cannot be told', fromAddress('10.1.2.3, unknown')),
  nobody('nobody', {}),
  nobody('a cookie', { Cookie: `key=${keyOf('right')}; Authorization=Bearer ${keyOf('right')}` }),
];
