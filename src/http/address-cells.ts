import { hash, randomBytes } from 'node:crypto';

const cells = 16_384;

/**
 * The cell in which an address is counted. Whoever has many addresses cannot fill the memory, for there are only so
 * many cells; nor can they choose whom they share one with, for the salt is this process' own. The addresses of one
 * IPv6 network of 64 bits belong to one customer.
 */
export function createAddressCells(): (address: string | null) => string {
  const salt = randomBytes(16).toString('hex');
  return (address) => {
    const digest = hash('sha256', salt + networkOf(address ?? 'unknown'), 'buffer');
    return `cell ${digest.readUInt32BE() % cells}`;
  };
}

function networkOf(address: string): string {
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
