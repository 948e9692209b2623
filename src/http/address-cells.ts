import { hash, randomBytes } from 'node:crypto';
import { customerNetworkOf } from './address-network.ts';

const cells = 16_384;

/**
 * The cell in which an address is counted. Whoever has many addresses cannot fill the memory, for there are only so
 * many cells; nor can they choose whom they share one with, for the salt is this process' own.
 */
export function createAddressCells(): (address: string | null) => string {
  const salt = randomBytes(16).toString('hex');
  return (address) => {
    const digest = hash('sha256', salt + customerNetworkOf(address ?? 'unknown'), 'buffer');
    return `cell ${digest.readUInt32BE() % cells}`;
  };
}
