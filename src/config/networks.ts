import { BlockList, isIP } from 'node:net';

/** A network in CIDR notation; a single address is a network of its own. */
export type Network = { readonly address: string; readonly prefix: number; readonly family: 'ipv4' | 'ipv6' };

/**
 * Parses `10.1.0.0/16`, `2001:db8::/32` or `10.1.2.3`. Null for an invalid network and for the whole internet, which
 * identifies no client. An IPv4 network is written as such, not as `::ffff:…`.
 */
export function parseNetwork(text: string): Network | null {
  const [address = '', length, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0 || address.includes('%') || plainAddress(address) !== address) return null;
  const bits = version === 4 ? 32 : 128;
  if (length !== undefined && !/^\d{1,3}$/.test(length)) return null;
  const prefix = length === undefined ? bits : Number(length);
  return prefix >= 1 && prefix <= bits ? { address, prefix, family: version === 4 ? 'ipv4' : 'ipv6' } : null;
}

/** Whether an address, as `plainAddress` gives it, is in one of the networks. Each must be one that `parseNetwork` reads. */
export function createNetworkCheck(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const text of networks) {
    const network = parseNetwork(text);
    if (!network) throw new Error(`${text} is not a network`);
    list.addSubnet(network.address, network.prefix, network.family);
  }
  return (address) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** Two networks overlap where one holds the other's address: one of them is always the larger. */
export function overlap(one: string, other: string): boolean {
  return createNetworkCheck([one])(other.split('/')[0] ?? '') || createNetworkCheck([other])(one.split('/')[0] ?? '');
}

/** The address without its zone, with an IPv4-mapped address (`::ffff:10.0.0.1`) as IPv4. Null for an invalid one. */
export function plainAddress(text: string): string | null {
  const address = text.split('%')[0] ?? '';
  const version = isIP(address);
  if (version === 4) return address;
  if (version !== 6) return null;
  const mapped = /^(?:0*:){2,5}ffff:(?:(\d+\.\d+\.\d+\.\d+)|([0-9a-f]{1,4}):([0-9a-f]{1,4}))$/i.exec(address);
  if (!mapped) return address;
  const [, dotted, high = '0', low = '0'] = mapped;
  if (dotted !== undefined) return dotted;
  return [high, low].flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff]).join('.');
}

/** A hop of `X-Forwarded-For`. Some proxies write a port (`192.0.2.1:4711`, `[2001:db8::1]:4711`), and some quote it. */
function addressOfHop(hop: string): string | null {
  const written = hop.trim().replace(/^"(.*)"$/, '$1');
  const [, bracketed, dotted] = /^(?:\[(.*)\]|([\d.]+))(?::\d+)?$/.exec(written) ?? [];
  return plainAddress(bracketed ?? dotted ?? written);
}

/** The parts of a request that give its address. Node's own request has this shape. */
export type AddressedRequest = {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly socket?: { readonly remoteAddress?: string | undefined };
};

/**
 * The address of a request's sender: the socket's, unless it is a trusted proxy. Each trusted proxy appends to
 * `X-Forwarded-For` the address that it received the request from. Read from the right, the first address that is not a
 * trusted proxy counts, because earlier ones may be forged. If all are trusted proxies, the first one sent it. Null
 * where the proxies name no sender; the proxy's own address would then stand for all customers.
 * @param noteUnreadable called where a hop is no address, with the proxy that sent the request
 */
export function createAddressOf(
  trustedProxies: readonly string[],
  noteUnreadable: (proxy: string) => void = () => undefined,
): (request: AddressedRequest) => string | null {
  const isTrusted = createNetworkCheck(trustedProxies);
  return ({ headers, socket }) => {
    const forwarded = headers['x-forwarded-for'];
    const hops = typeof forwarded === 'string' ? forwarded.split(',') : [];
    const connected = plainAddress(socket?.remoteAddress ?? '');
    let address = connected;
    if (hops.length === 0) return address !== null && isTrusted(address) ? null : address;
    while (address !== null && isTrusted(address)) {
      const hop = hops.pop();
      if (hop === undefined) return address;
      address = addressOfHop(hop);
    }
    if (address === null && connected !== null) noteUnreadable(connected);
    return address;
  };
}

/** The address under which a request is counted: its sender, or its connection where the proxies name no sender. */
export function createCountedAddressOf(
  trustedProxies: readonly string[],
  noteUnreadable?: (proxy: string) => void,
): (request: AddressedRequest) => string | null {
  const addressOf = createAddressOf(trustedProxies, noteUnreadable);
  return (request) => addressOf(request) ?? plainAddress(request.socket?.remoteAddress ?? '');
}

export function isLoopback(host: string): boolean {
  const address = plainAddress(host.replace(/^\[(.*)\]$/, '$1'));
  if (address === null) return host.toLowerCase() === 'localhost';
  return createNetworkCheck([isIP(address) === 4 ? '127.0.0.0/8' : '::1'])(address);
}
