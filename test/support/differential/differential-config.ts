import { createHash } from 'node:crypto';
import type { Config } from '../../../src/config/config.ts';
import { developmentSocietes } from '../../../src/config/development.ts';
import { anonymous, type Caller } from '../../../src/kernel/caller.ts';
import type { Societe } from '../../../src/kernel/merchant.ts';

/** Clients with and without rights, a société with a live account, and one that does not know its payers. */
export function differentialConfig(): Partial<Config> {
  const all: Caller = {
    ...anonymous,
    client: 'full',
    runModes: new Set(['TEST', 'LIVE', 'FORCE_LIVE']),
    returnOrigins: new Set(['https://boutique.example.fr']),
  };
  const callers: readonly Caller[] = [
    all,
    { ...anonymous, client: 'everywhere', scopes: new Set(['initiate']) },
    {
      ...anonymous,
      client: 'narrow',
      origins: new Set(['web']),
      societes: new Set(['1', '3']),
      targets: new Set(['PAYBOX']),
    },
  ];
  const societes = new Map(developmentSocietes('http://127.0.0.1:9'));
  const change = (id: string, changed: (societe: Societe) => Partial<Societe>): void => {
    const societe = societes.get(id);
    if (!societe) throw new Error(`there is no société ${id}`);
    societes.set(id, { ...societe, ...changed(societe) });
  };
  change('3', ({ accounts }) => ({
    accounts: { ...accounts, ...(accounts.PAYBOX?.TEST ? { PAYBOX: { LIVE: accounts.PAYBOX.TEST } } : {}) },
  }));
  change('6', () => ({ fallbackPayer: null }));
  return {
    clients: callers.map((caller) => ({
      caller,
      keyHashes: [{ hash: createHash('sha256').update(caller.client).digest('hex'), expiresAt: null }],
      networks: [],
      webhooks: [],
    })),
    societes,
  };
}
