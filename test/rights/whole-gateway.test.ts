import { describe, expect, it } from 'vitest';
import { hashOfClientKey } from '../../src/config/client-key.ts';
import type { Client } from '../../src/config/clients.ts';
import { type Caller, scope, seesEverything } from '../../src/kernel/caller.ts';
import type { PaymentRunMode } from '../../src/kernel/vocabulary.ts';
import { openForGroup } from '../support/open-for.ts';
import { keyOf, startProduction, withKey } from '../support/rights/clients.ts';
import { askGraphql } from '../support/schema/ask-graphql.ts';

/** What belongs to no société, origin, target or run mode alone is for those whose sight is narrowed in none. */

const both: readonly PaymentRunMode[] = ['TEST', 'LIVE'];
const callerOf = (client: string, runModes: readonly PaymentRunMode[], change: Partial<Caller> = {}): Caller => ({
  ...{ client, origins: null, societes: null, targets: null, scopes: new Set(scope.names) },
  ...{ runModes: new Set(runModes), returnOrigins: new Set<string>(), returnsToLoopback: true },
  ...change,
});
const callers: readonly Caller[] = [
  callerOf('whole', both),
  callerOf('tests', ['TEST']),
  callerOf('lives', ['LIVE']),
  callerOf('societe', both, { societes: new Set(['1']) }),
  callerOf('origin', both, { origins: new Set(['web']) }),
  callerOf('target', both, { targets: new Set(['PAYBOX']) }),
];
const clients = callers.map(
  (caller): Client => ({
    ...{ caller, keyHashes: [{ hash: hashOfClientKey(keyOf(caller.client)), expiresAt: null }] },
    ...{ networks: [], webhooks: [] },
  }),
);

describe('the settings and the requests of all', () => {
  const gateway = openForGroup(() => startProduction({ config: { clients } }));

  it.each(callers.map(({ client }) => client))('are shown as far as the sight of %s reaches', async (name) => {
    const { data } = await askGraphql(gateway, '{ settings { json } requestLog { client } }', {}, withKey(name));
    const { settings, requestLog } = data as { settings: object | null; requestLog: readonly { client: string }[] };
    expect(settings === null).toBe(name !== 'whole');
    if (name !== 'whole') expect(requestLog.filter(({ client }) => client !== name)).toEqual([]);
  });

  it('are for one who sees TEST on a development deployment, which has no other', () => {
    const on = { settings: { deployment: 'development' } } as const;
    const [, tests] = callers;
    expect(tests && seesEverything(on, tests)).toBe(true);
  });
});
