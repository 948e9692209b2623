import { hash, randomBytes } from 'node:crypto';
import { customerNetworkOf } from './address-network.ts';

const cells = 16_384;

/**
 * The cell in which an address is counted. The number of cells is fixed, so a sender with many addresses cannot fill
 * the memory. The salt is random for each process, so a sender cannot choose whose cell it shares.
 */
export function createAddressCells(): (address: string | null) => string {
  const salt = randomBytes(16).toString('hex');
  return (address) => {
    const digest = hash('sha256', salt + customerNetworkOf(address ?? 'unknown'), 'buffer');
    return `cell ${digest.readUInt32BE() % cells}`;
  };
}
