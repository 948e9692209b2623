import { networkInterfaces } from 'node:os';
import { getSystemErrorName } from 'node:util';
import ipaddr from 'ipaddr.js';
import { once } from '../kernel/once.ts';
import { createNetworkCheck, isLoopback, plainAddress } from './networks.ts';

/** Addresses where clouds give a machine its credentials: never called, in any network. */
const metadataAddresses = once(() =>
  createNetworkCheck(['169.254.169.254', 'fd00:ec2::254', '100.100.100.200', '168.63.129.16']),
);

/** The addresses of internet hosts (IANA). All other IPv6 addresses are special or unassigned. */
const publicIpv6 = once(() => createNetworkCheck(['2000::/3']));

export type AddressRule = {
  readonly deployment: 'development' | 'production';
  /** CIDR, from the config. */
  readonly privateNetworks: readonly string[];
};

/**
 * Whether a webhook may go to an address. Allowed are internet addresses and the networks in the config; on a
 * development deployment, this machine too. Refused are special addresses (IANA's registries: private, local, shared,
 * multicast, embedded IPv4), clouds' metadata, and in production this machine under any of its addresses.
 * @throws OwnAddressesError where that depends on the addresses of this machine, and they cannot be read
 */
export function createAddressCheck({ deployment, privateNetworks }: AddressRule): (address: string) => boolean {
  const isNamed = createNetworkCheck(privateNetworks);
  return (text) => {
    const address = plainAddress(text);
    if (address === null || metadataAddresses()(address)) return false;
    if (isNamed(address)) return true;
    if (isLoopback(address)) return deployment === 'development';
    return isPublic(address) && !(deployment === 'production' && isOfThisMachine(address));
  };
}

function isPublic(address: string): boolean {
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || publicIpv6()(address);
}

/** Why no internet address can be checked in production; null where that works. */
export function whyUnchecked(): string | null {
  try {
    ownInterfaces();
    return null;
  } catch (error) {
    if (error instanceof OwnAddressesError) return error.message;
    throw error;
  }
}

const isOfThisMachine = (address: string): boolean =>
  Object.values(ownInterfaces()).some((entries) => entries?.some((entry) => plainAddress(entry.address) === address));

/** The addresses of this machine cannot be read; `code` is the system's, such as `EMFILE`. */
export class OwnAddressesError extends Error {
  override readonly name = 'OwnAddressesError';
  readonly code: string;

  constructor(code: string) {
    super(`the addresses of this machine cannot be read through AF_NETLINK (${code})`);
    this.code = code;
  }
}

function ownInterfaces(): ReturnType<typeof networkInterfaces> {
  try {
    return networkInterfaces();
  } catch (error) {
    throw new OwnAddressesError(systemCodeOf(error));
  }
}

/** Node names the number of the failed call in `info`, and with the wrong sign, so that it finds no code for it. */
function systemCodeOf(error: unknown): string {
  const { errno } = (error as { info?: { errno?: unknown } }).info ?? {};
  return typeof errno === 'number' ? getSystemErrorName(-Math.abs(errno)) : 'UNKNOWN';
}
