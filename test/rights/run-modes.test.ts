import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOfClientKey } from '../../src/config/client-key.ts';
import type { Client } from '../../src/config/clients.ts';
import { type Caller, scope } from '../../src/kernel/caller.ts';
import type { Payment } from '../../src/modules/payments/payment.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { keyOf, startProduction, withKey } from '../support/rights/clients.ts';
import { askGraphql } from '../support/schema/ask-graphql.ts';
import { initiate } from '../support/store/examples.ts';
import { found } from '../support/store/found.ts';
import { firstEvent } from '../support/streams.ts';

/** A right to a run mode is one to what it comes down to on the deployment: to ask for it, and to see it. */

const client = (name: string, runModes: Iterable<'TEST' | 'LIVE' | 'FORCE_LIVE'>): Client => ({
  caller: {
    ...{ client: name, origins: new Set(['web']), societes: new Set(['1']), targets: null },
    ...{ scopes: new Set(scope.names), returnOrigins: new Set<string>(), returnsToLoopback: true },
    runModes: new Set<'TEST' | 'LIVE' | 'FORCE_LIVE'>(runModes),
  } satisfies Caller,
  ...{ keyHashes: [{ hash: hashOfClientKey(keyOf(name)), expiresAt: null }], networks: [], webhooks: [] },
});
const clients = [
  client('tests', ['TEST']),
  client('lives', ['LIVE']),
  client('both', ['TEST', 'LIVE']),
  client('forces', ['FORCE_LIVE']),
];

type Seen = readonly ('TEST' | 'LIVE')[];
const deployments: readonly {
  readonly deployment: 'development' | 'production';
  readonly seen: Readonly<Record<string, Seen>>;
}[] = [
  { deployment: 'production', seen: { tests: ['TEST'], lives: ['LIVE'], both: ['TEST', 'LIVE'], forces: ['LIVE'] } },
  { deployment: 'development', seen: { tests: ['TEST'], lives: [], both: ['TEST'], forces: ['LIVE'] } },
];
const everyone = deployments.flatMap(({ deployment, seen }) =>
  Object.entries(seen).map(([name, modes]) => ({ deployment, name, modes })),
);

describe.each(drawnDatabases())('what a client sees by its run modes, on $name', ({ open }) => {
  const started: Record<string, { gateway: TestGateway; payments: Record<'TEST' | 'LIVE', Payment> }> = {};
  const closing: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    for (const { deployment } of deployments) {
      const { databaseUrl, dispose } = await open();
      const gateway =
        deployment === 'production'
          ? await startProduction({ databaseUrl, config: { clients } })
          : await startGateway({ databaseUrl, config: { clients } });
      closing.push(async () => {
        await gateway.close();
        await dispose();
      });
      const record = (effectiveRunMode: 'TEST' | 'LIVE', owner = 'owner') =>
        initiate(gateway.store, {
          ...{ client: owner, idSociete: '1', idOrigin: 'web', paymentTarget: 'PAYBOX', idCommande: 'modes' },
          ...{ paymentType: 'CB', typePaiement: 'CB', effectiveRunMode, returnUrl: null, payer: null },
        });
      started[deployment] = { gateway, payments: { TEST: await record('TEST'), LIVE: await record('LIVE') } };
    }
  });
  afterAll(async () => {
    for (const close of closing) await close();
  });

  const on = (deployment: string) => found(started[deployment]);
  const ask = (gateway: TestGateway, name: string, query: string) => askGraphql(gateway, query, {}, withKey(name));

  it.each(everyone)('$name on a $deployment deployment: payments of $modes', async ({ deployment, name, modes }) => {
    const { gateway, payments } = on(deployment);
    for (const [mode, { id, reference }] of Object.entries(payments)) {
      const isSeen = modes.includes(mode as 'TEST' | 'LIVE');
      const { data } = await ask(
        gateway,
        name,
        `{ payment(id: "${id}") { id events { edges { node { type } } } } node(id: "${id}") { id }
           paymentByReference(reference: "${reference}") { id } payments { edges { node { id } } } }`,
      );
      const found = isSeen ? { id } : null;
      expect(data).toMatchObject({ node: found, paymentByReference: found });
      expect(data?.payment === null).toBe(!isSeen);
      expect(JSON.stringify(data?.payments).includes(id)).toBe(isSeen);
      expect((await gateway.get(`/payment_status/${reference}.json`, { headers: withKey(name) })).status).toBe(
        isSeen ? 200 : 404,
      );
      const { text } = await firstEvent(
        gateway,
        `subscription { paymentUpdated(id: "${id}") { type } }`,
        withKey(name),
      );
      expect([text.includes('INITIATED'), text.includes('NOT_FOUND')]).toEqual([isSeen, !isSeen]);
      const refresh = `mutation { refreshPayment(id: "${id}") { __typename } }`;
      const answer = JSON.stringify(await ask(gateway, name, refresh));
      expect(answer.includes('InvalidInputError')).toBe(!isSeen);
    }
  });

  it.each(everyone)('$name on a $deployment deployment: books of $modes', async ({ deployment, name, modes }) => {
    const { gateway } = on(deployment);
    for (const mode of ['TEST', 'LIVE'] as const) {
      const books = `idSociete: "1", runMode: ${mode}`;
      const type = (name: string) => (modes.includes(mode) ? name : 'NotAllowedError');
      const { data } = await ask(
        gateway,
        name,
        `{ trialBalance(${books}, from: "2026-01-01", to: "2026-01-31") { __typename } journalEntries(${books}) { __typename } }`,
      );
      expect(data).toEqual({
        trialBalance: { __typename: type('TrialBalance') },
        journalEntries: { __typename: type('JournalEntryConnection') },
      });
    }
  });

  it('a client goes on seeing what it asked for itself', async () => {
    const { gateway } = on('production');
    const { id } = await initiate(gateway.store, {
      ...{ client: 'tests', idSociete: '2', idOrigin: 'dcp', paymentTarget: 'PAYBOX', effectiveRunMode: 'LIVE' },
      ...{ paymentType: 'CB', typePaiement: 'CB', returnUrl: null, payer: null },
    });
    expect((await ask(gateway, 'tests', `{ payment(id: "${id}") { id } }`)).data).toEqual({ payment: { id } });
    expect(JSON.stringify((await ask(gateway, 'tests', '{ payments { edges { node { id } } } }')).data)).toContain(id);
  });
});
