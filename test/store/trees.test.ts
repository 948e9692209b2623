import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/app/store.ts';
import { settlingMs } from '../../src/modules/event-log/chain.ts';
import { foldPayments } from '../../src/modules/payment-lists/fold-payments.ts';
import { asClient, clientNamed } from '../support/clients/client-named.ts';
import { databases } from '../support/databases.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { initiated, legacyPath } from '../support/requests.ts';
import { entriesOf } from '../support/store/trees.ts';
import { endpoint } from '../support/webhooks/told-client.ts';

/**
 * How many trees an initiation writes. Each is a page more to read, to log and to sync: it is a limit, and what lists and
 * the console need belongs into tables that a worker fills after the commit.
 */
const expected = {
  sqlite: {
    ofCard: [
      ...['payments', 'payments_reference', 'payments_token', 'payments_id_client', 'payments_id_commande'],
      ...['payments_expiry', 'payment_attempts', 'payment_attempts_id', 'payment_events'],
    ],
    ofKey: ['idempotency_keys', 'idempotency_keys_at'],
    ofWebhook: [
      ...['webhook_deliveries', 'sqlite_autoindex_webhook_deliveries_1', 'sqlite_autoindex_webhook_deliveries_2'],
      ...['webhook_deliveries_due', 'webhook_deliveries_waiting'],
    ],
  },
  postgres: {
    ofCard: [
      ...['payments_pkey', 'payments_reference_key', 'payments_token_key', 'payments_id_client'],
      ...['payments_id_commande', 'payments_expiry'],
      ...['payment_attempts_pkey', 'payment_attempts_number', 'payment_events_pk'],
    ],
    ofKey: ['idempotency_keys_pk', 'idempotency_keys_at'],
    ofWebhook: [
      ...['webhook_deliveries_pkey', 'webhook_deliveries_order'],
      ...['webhook_deliveries_due', 'webhook_deliveries_waiting'],
    ],
  },
};

/** Those of its copy for lists. With many payments each is a page at a place of its own. */
const expectedOfLists = [
  ...['mode', 'mode_client', 'mode_id_societe', 'mode_id_origin', 'kind', 'kind_amount_cents'],
].map((columns) => `payment_list_${columns}`);

describe.each(databases)('the trees that an initiation writes ($name)', ({ name, open }) => {
  const { ofCard, ofKey, ofWebhook } = expected[name];
  const gateway = openForGroup(() =>
    startGateway({
      open,
      config: {
        clients: [
          clientNamed('quiet'),
          clientNamed('told', {}, [endpoint('http://127.0.0.1:9/', ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])]),
        ],
      },
    }),
  );

  async function writtenBy(run: () => Promise<unknown>): Promise<readonly string[]> {
    const before = await entriesOf(gateway.databaseUrl);
    await run();
    const after = await entriesOf(gateway.databaseUrl);
    return [...after]
      .filter(([tree, found]) => found !== before.get(tree))
      .map(([tree]) => tree)
      .toSorted();
  }

  test('are 9 for a card, 11 with a key, and at most 16 with a key and a webhook', async () => {
    expect(await writtenBy(() => initiated(gateway, {}, asClient('quiet')))).toEqual(ofCard.toSorted());
    const keyed = await writtenBy(() => initiated(gateway, { idempotencyKey: 'one' }, asClient('quiet')));
    expect(keyed).toEqual([...ofCard, ...ofKey].toSorted());
    const told = await writtenBy(() => initiated(gateway, { idempotencyKey: 'two' }, asClient('told')));
    expect(told).toEqual([...ofCard, ...ofKey, ...ofWebhook].toSorted());
    expect([ofCard.length, keyed.length, told.length]).toEqual([9, 11, name === 'sqlite' ? 16 : 15]);
  });

  test('are 10 by an old URL, whose key stands on the payment', async () => {
    const headers = asClient('quiet');
    const written = await writtenBy(() => gateway.get(legacyPath({}, '?format=json'), { headers }));
    expect(written).toEqual([...ofCard, 'payments_derived_key'].toSorted());
  });

  test('are 7 more for its copy in the lists, of a card', async () => {
    await using store = await openStore({ databaseUrl: gateway.databaseUrl });
    await initiated(gateway, {}, asClient('quiet'));
    const clock = () => Date.now() + 2 * settlingMs;
    const written = await writtenBy(() =>
      foldPayments({ store, clock, keepsLease: async () => true, onStep: () => undefined }),
    );
    const ofLists = written.filter((tree) => tree.startsWith('payment_list'));
    const table = name === 'sqlite' ? 'payment_list' : 'payment_list_pkey';
    expect(ofLists).toEqual([table, ...expectedOfLists].toSorted());
  });
});
