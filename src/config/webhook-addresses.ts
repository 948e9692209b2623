import { networkInterfaces } from 'node:os';
import ipaddr from 'ipaddr.js';
import { createNetworkCheck, isLoopback, plainAddress } from './networks.ts';

/** Where clouds tell a machine its own credentials: never called, in whatever network it stands. */
const metadataAddresses = createNetworkCheck(['169.254.169.254', 'fd00:ec2::254', '100.100.100.200', '168.63.129.16']);

/** The addresses of the internet's hosts (IANA): everything else of IPv6 is special, or not given out. */
const publicIpv6 = createNetworkCheck(['2000::/3']);

export type AddressRule = {
  readonly deployment: 'development' | 'production';
  /** CIDR: what a person wrote into the config. */
  readonly privateNetworks: readonly string[];
};

/**
 * Whether a webhook may go to an address. Allowed are addresses of the internet and the networks that the config
 * names; on a development deployment, this machine. Refused is all that has a meaning of its own (IANA's registries of
 * special addresses: private, local, shared, multicast, those that hold an IPv4 address), clouds' metadata, and in
 * production this machine under whatever address it has.
 */
export function createAddressCheck({ deployment, privateNetworks }: AddressRule): (address: string) => boolean {
  const isNamed = createNetworkCheck(privateNetworks);
  return (text) => {
    const address = plainAddress(text);
    if (address === null || metadataAddresses(address)) return false;
    if (isNamed(address)) return true;
    if (isLoopback(address)) return deployment === 'development';
    return isPublic(address) && !(deployment === 'production' && isOfThisMachine(address));
  };
}

function isPublic(address: string): boolean {
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || publicIpv6(address);
}

const isOfThisMachine = (address: string): boolean =>
  Object.values(networkInterfaces()).some((entries) =>
    entries?.some((entry) => plainAddress(entry.address) === address),
  );
