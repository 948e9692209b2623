import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { initiated, legacyPath } from '../support/requests.ts';
import { asClient, endpoint, toldClient } from '../support/webhooks/told-client.ts';

/**
 * How many trees of SQLite an initiation writes. Each is a page more to read, to log and to sync: it is a limit, and
 * what lists and the console need belongs into tables that a worker fills after the commit.
 */

/** Counts the entries of each tree. Without the values: the file itself is asked. */
function entriesOf(databaseUrl: string): Map<string, number> {
  const file = new DatabaseSync(databaseUrl.slice('sqlite:'.length), { readOnly: true });
  try {
    const trees = file
      .prepare(`select name, tbl_name, sql from sqlite_schema where rootpage > 0 and name not like 'sqlite_stat%'`)
      .all() as { name: string; tbl_name: string; sql: string | null }[];
    return new Map(
      trees.flatMap(({ name, tbl_name: table, sql }) => {
        // A table in the order of its key is one tree, and its key has no other.
        const isKeyOfTable = file.prepare(`select 1 from pragma_index_list(?) where name = ? and origin = 'pk'`);
        const wholeTable = trees.find((one) => one.name === table)?.sql ?? '';
        if (isKeyOfTable.get(table, name) && /without rowid/i.test(wholeTable)) return [];
        const where = /\bwhere\b(.*)$/is.exec(sql ?? '')?.[1];
        const condition = name !== table && where ? ` where ${where}` : '';
        const { found } = file.prepare(`select count(*) as found from "${table}"${condition}`).get() as {
          found: number;
        };
        return [[name, found]] as const;
      }),
    );
  } finally {
    file.close();
  }
}

describe.each(databases.filter(({ name }) => name === 'sqlite'))('the trees that an initiation writes', ({ open }) => {
  const gateway = openForGroup(() =>
    startGateway({
      open,
      config: {
        clients: [
          toldClient('quiet', []),
          toldClient('told', [endpoint('http://127.0.0.1:9/', ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])]),
        ],
      },
    }),
  );

  async function writtenBy(run: () => Promise<unknown>): Promise<readonly string[]> {
    const before = entriesOf(gateway.databaseUrl);
    await run();
    const after = entriesOf(gateway.databaseUrl);
    return [...after]
      .filter(([name, found]) => found !== before.get(name))
      .map(([name]) => name)
      .toSorted();
  }

  const ofPayment = [
    ...['payments', 'payments_reference', 'payments_token', 'payments_id_client', 'payments_id_commande'],
    'payments_expiry',
  ];
  const ofCard = [...ofPayment, 'payment_attempts', 'payment_attempts_id', 'payment_events'];
  const ofKey = ['idempotency_keys', 'idempotency_keys_at'];
  const ofWebhook = [
    ...['webhook_deliveries', 'sqlite_autoindex_webhook_deliveries_1', 'sqlite_autoindex_webhook_deliveries_2'],
    ...['webhook_deliveries_due', 'webhook_deliveries_waiting'],
  ];

  test('are 9 for a card, 11 with a key, and 16 with a key and a webhook', async () => {
    expect(await writtenBy(() => initiated(gateway, {}, asClient('quiet')))).toEqual(ofCard.toSorted());
    const keyed = await writtenBy(() => initiated(gateway, { idempotencyKey: 'one' }, asClient('quiet')));
    expect(keyed).toEqual([...ofCard, ...ofKey].toSorted());
    const told = await writtenBy(() => initiated(gateway, { idempotencyKey: 'two' }, asClient('told')));
    expect(told).toEqual([...ofCard, ...ofKey, ...ofWebhook].toSorted());
    expect([ofCard.length, keyed.length, told.length]).toEqual([9, 11, 16]);
  });

  test('are 10 by an old URL, whose key stands on the payment', async () => {
    const headers = asClient('quiet');
    const written = await writtenBy(() => gateway.get(legacyPath({}, '?format=json'), { headers }));
    expect(written).toEqual([...ofCard, 'payments_derived_key'].toSorted());
  });
});
