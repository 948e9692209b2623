import { hash } from 'node:crypto';
import type { Config } from './config.ts';
import { printableConfig } from './print.ts';

/** Where each gateway listens, and how it reaches the database, may differ without any harm. */
const ownOfEach: ReadonlySet<string> = new Set<keyof Config>(['host', 'port', 'databaseUrl', 'logLevel', 'metrics']);

/**
 * A digest of the settings in force, 12 hexadecimal digits, so that an operator can compare two gateways. It is public,
 * so it covers no secrets. It changes when the config is reloaded.
 */
export function createConfigDigest(config: Config): () => string {
  let digested: readonly unknown[] = [];
  let digest = '';
  return () => {
    const values = Object.values(config);
    if (values.some((value, index) => value !== digested[index])) {
      const printable = Object.entries(printableConfig(config) as object).filter(([name]) => !ownOfEach.has(name));
      digest = hash('sha256', JSON.stringify(printable)).slice(0, 12);
      digested = values;
    }
    return digest;
  };
}
