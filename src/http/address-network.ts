/** The address without the form that IPv4 has on a socket for both versions, and without its zone. */
export function plainSocketAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
}

/** An IPv4 address as it is; of an IPv6 address its network of 64 bits, for all addresses in it belong to one customer. */
export function customerNetworkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/** The /24 of an IPv4 address, the /64 of an IPv6 address. */
export function networkOf(address: string): string {
  return address.includes(':') ? customerNetworkOf(address) : address.replace(/\.\d+$/, '');
}
