import { generateKeyPairSync } from 'node:crypto';
import { hashOfClientKey } from '../../../src/config/client-key.ts';
import type { Config } from '../../../src/config/config.ts';
import { configOf, problemsOfConfig } from '../config-of.ts';

export const publicKeyOf = (type: 'rsa' | 'ed25519'): string => {
  const { publicKey } =
    type === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 1024 }) : generateKeyPairSync('ed25519');
  return publicKey.export({ type: 'spki', format: 'pem' }).toString();
};
export const hashes = ['premier', 'deuxième', 'troisième'].map(hashOfClientKey);

export const goodClient = {
  name: 'boutique',
  keyHashes: [{ hash: hashes[0] }],
  origins: ['web'],
  societes: ['1'],
  runModes: ['TEST', 'LIVE'],
  scopes: ['initiate', 'read'],
};
export const goodPaybox = {
  site: '1999888',
  rang: '32',
  identifiant: '110647233',
  hmacKeys: [{ env: 'PAYBOX_KEY' }],
  pageUrl: 'https://tpeweb.example/php/',
};
export const goodMilliet = { creditorName: 'J MILLIET BBC', iban: 'FR1420041010050500013M02606', bic: 'PSSTFRPPPAR' };
export const goodFile = {
  deployment: 'production',
  publicUrl: 'https://pay.example',
  societes: { '1': { name: 'J. Milliet BBC', PAYBOX: { LIVE: goodPaybox }, MILLIET: { LIVE: goodMilliet } } },
  clients: [goodClient],
};
export const secrets = { PAYBOX_KEY: ` ${'0123456789abcdef'.repeat(8)}\n`, FORM_KEY: ' 1122334455667788\t' };

/** @throws ConfigError */
export const read = (file: object | string, environment: Record<string, string> = {}): Config =>
  configOf(file, { ...secrets, ...environment });

export const problemsOf = (file: object, environment: Record<string, string> = {}): readonly string[] =>
  problemsOfConfig(file, { ...secrets, ...environment });

export const withClients = (...changes: object[]) => ({
  ...goodFile,
  clients: changes.map((change, index) => ({
    ...goodClient,
    name: `client-${index}`,
    keyHashes: [{ hash: hashes[index] }],
    ...change,
  })),
});
export const withPaybox = (change: object) => ({
  ...goodFile,
  societes: { '1': { name: 'A', PAYBOX: { LIVE: { ...goodPaybox, ...change } } } },
});
export const withMilliet = (change: object) => ({
  ...goodFile,
  societes: { '1': { name: 'A', MILLIET: { LIVE: { ...goodMilliet, ...change } } } },
});
export const labanquepostale = { siteId: '12345678', formKeys: [{ env: 'FORM_KEY' }] };
