import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hashOfClientKey } from '../../src/config/client-key.ts';
import { type Config, ConfigError, readConfig } from '../../src/config/config.ts';

/** What the gateway makes of a config file with these entries, or with this text. @throws ConfigError */
export function configOf(file: object | string, environment: Readonly<Record<string, string>> = {}): Config {
  const folder = mkdtempSync(path.join(tmpdir(), 'reglement-config-'));
  try {
    const CONFIG = path.join(folder, 'config.json');
    writeFileSync(CONFIG, typeof file === 'string' ? file : JSON.stringify(file));
    return readConfig({ FORM_KEY: 'a-form-key', ...environment, CONFIG });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Why such a file is refused, line by line. */
export function problemsOfConfig(...given: Parameters<typeof configOf>): readonly string[] {
  try {
    configOf(...given);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.lines;
    throw error;
  }
}

/** A client that holds as little as it can; a test adds what it is about. */
export const clientEntry = (name: string, change: object = {}) => ({
  name,
  keyHashes: [{ hash: hashOfClientKey(`key of ${name}`) }],
  origins: ['web'],
  societes: ['1'],
  runModes: ['TEST'],
  scopes: ['initiate'],
  ...change,
});

/** A production deployment that starts, with one société at La Banque Postale and at its own bank. */
export const productionFile = {
  deployment: 'production',
  publicUrl: 'https://pay.example',
  societes: {
    '1': {
      name: 'One',
      LABANQUEPOSTALE: { LIVE: { siteId: '12345678', formKeys: [{ env: 'FORM_KEY' }] } },
      MILLIET: { LIVE: { creditorName: 'ONE', iban: 'FR1420041010050500013M02606', bic: 'PSSTFRPPPAR' } },
    },
  },
  clients: [clientEntry('shop', { runModes: ['LIVE'] })],
};
