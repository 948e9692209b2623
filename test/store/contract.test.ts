import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCliServices } from '../../src/app/cli-services.ts';
import { openStore } from '../../src/app/store.ts';
import { openDatabaseTools } from '../../src/store/open-store.ts';
import { commandOn } from '../support/cli/run-gateway.ts';
import { postgres } from '../support/databases.ts';
import { openForGroup, temporaryFolder } from '../support/open-for.ts';
import { connectTo } from '../support/postgres/client.ts';
import { ask, examplePayment, initiate, insertPayment } from '../support/store/examples.ts';
import { openOlder } from '../support/store/older-shape.ts';

/** What only older gateways need leaves PostgreSQL: at once in a new database, by a command in an existing one. */

const tools = (databaseUrl: string) => openDatabaseTools({ databaseUrl, environment: {}, clock: Date.now });
const command = (databaseUrl: string, ...args: string[]) =>
  commandOn({ databaseUrl, now: Date.now }, ['db', ...args], { openDatabaseTools, createServices: createCliServices });

async function contract(databaseUrl: string): Promise<string[]> {
  const steps: string[] = [];
  await (await tools(databaseUrl)).contract({ report: (step) => steps.push(step), lookForMs: 500 });
  return steps;
}

const indexesOf = (databaseUrl: string) =>
  ask(
    databaseUrl,
    `select indexdef, indisvalid from pg_indexes join pg_index on indexrelid = indexname::regclass
      where schemaname = 'public' order by indexdef`,
  );

describe('a new database on PostgreSQL', () => {
  test('has nothing to remove', async () => {
    await using opened = await postgres.open();
    const { databaseUrl } = opened;
    expect(await (await tools(databaseUrl)).status()).toMatchObject({ pending: [], contractions: [] });
    expect(await contract(databaseUrl)).toEqual([]);
  });
});

test('SQLite has nothing to remove', async () => {
  const databaseUrl = `sqlite:${path.join(temporaryFolder('contract'), 'payments.sqlite')}`;
  await command(databaseUrl, 'migrate');
  expect(await command(databaseUrl, 'contract')).toMatchObject({
    ...{ code: 0, complaints: '', written: expect.stringContaining('Nothing is to be changed') },
  });
});

/** The database gives up the second index that is made. */
const loseDeadlock = [
  ...['create schema elsewhere', 'create sequence elsewhere.builds'],
  `create function elsewhere.lose() returns event_trigger language plpgsql as $$ begin
    if nextval('elsewhere.builds') = 2 then raise exception using errcode = '40P01'; end if;
  end $$`,
  `create event trigger lose_deadlock on ddl_command_start when tag in ('CREATE INDEX')
    execute function elsewhere.lose()`,
];

describe('an older database on PostgreSQL', () => {
  const opened = openForGroup(() => openOlder(postgres, '0065'));
  const store = openForGroup(() => openStore(opened));

  test('keeps what older gateways need when a gateway starts', async () => {
    const before = await indexesOf(opened.databaseUrl);
    await store.migrate();
    // Later migrations add these.
    const added =
      / INDEX (?:direct_debit_batches_to_hand_over|journal_entries_(?:posted_days|waiting)|payment_events_contradictions|rate_limits_pkey|restores_pkey|webhook_deliveries_tried) /;
    const after = await indexesOf(opened.databaseUrl);
    expect(after.filter(({ indexdef }) => !added.test(String(indexdef)))).toEqual(before);
    const { code, written } = await command(opened.databaseUrl, 'status');
    expect([code, written]).toEqual([
      0,
      expect.stringContaining('by "db contract": 0065-contracted, 0069-lighter-copies, 0071-fewer-lists'),
    ]);
    expect(written).toContain('Nothing is to be changed for this version.');
  });

  test.each(['reglement', 'reglement 0064', 'reglement 0070'])('is left alone while "%s" works', async (name) => {
    const before = await indexesOf(opened.databaseUrl);
    const older = await connectTo(opened.databaseUrl, { application_name: name });
    const { code, complaints } = await command(opened.databaseUrl, 'contract');
    expect([code, complaints]).toEqual([
      1,
      expect.stringMatching(
        /^It failed: Gateways of an older version work on this database, on 1 connections: replace them first\.$/m,
      ),
    ]);
    await older.end();
    expect(await indexesOf(opened.databaseUrl)).toEqual(before);
  });

  test('is left alone while its lists are not filled', async () => {
    const { databaseUrl } = opened;
    await initiate(store, { id: 'pay_0' });
    const columns = await ask(
      databaseUrl,
      `select column_name as name from information_schema.columns where table_name = 'payments'`,
    );
    const names = columns.map(({ name }) => String(name));
    const copied = new Map([
      ['id', `'pay_1' || number`],
      ...['reference', 'token'].map((one) => [one, 'number'] as const),
    ]);
    const values = names.map((name) => copied.get(name) ?? name);
    await ask(
      databaseUrl,
      `insert into payments (${names}) select ${values} from payments, generate_series(1, 10000) as number`,
    );
    await expect(contract(databaseUrl)).rejects.toThrow(/still filling the lists/);
    await ask(databaseUrl, `update cursors set position = 'pay_9 evt_9' where name = 'payment list'`);
  });

  test('gets the indexes of a new one while its gateways write, though a build was interrupted, and another lost a deadlock', async () => {
    const { databaseUrl } = opened;
    for (const statement of loseDeadlock) await ask(databaseUrl, statement);
    await ask(databaseUrl, 'create index webhook_deliveries_due on webhook_deliveries (client)');
    await ask(
      databaseUrl,
      `update pg_index set indisvalid = false where indexrelid = 'webhook_deliveries_due'::regclass`,
    );
    let isOver = false;
    const writing = (async () => {
      let written = 0;
      for (; !isOver; written++) await initiate(store);
      return written;
    })();
    const steps = await contract(databaseUrl);
    isOver = true;
    await ask(databaseUrl, 'drop event trigger lose_deadlock');
    expect(await writing).toBeGreaterThan(5);
    expect(steps).toContain('made    webhook_deliveries_due');
    expect(steps).toContain('dropped payments_client_status');
    expect(steps).toContain('dropped payment_list_mode_client_status');
    expect(steps).toContain('dropped payment_list_mode_amount_cents');
    expect(steps.at(-1)).toBe('done    0071-fewer-lists');
    await using fresh = await postgres.open();
    expect(await indexesOf(databaseUrl)).toEqual(await indexesOf(fresh.databaseUrl));
    expect(await contract(databaseUrl)).toEqual([]);
    expect(await (await tools(databaseUrl)).status()).toMatchObject({ pending: [], contractions: [] });
  });

  test('still has one payment for each derived key, and any number without one', async () => {
    const insert = (derivedKey: string | null) =>
      store.transact((transaction) => insertPayment(transaction, examplePayment({ derivedKey })));
    const inserted = [await insert('one'), await insert('one'), await insert(null), await insert(null)];
    expect(inserted).toEqual([true, false, true, true]);
  });
});

test('a database that was contracted before loses only what became unused since', async () => {
  await using opened = await openOlder(postgres, '0071');
  const { databaseUrl } = opened;
  const older = await connectTo(databaseUrl, { application_name: 'reglement 0070' });
  await using store = await openStore({ databaseUrl });
  await store.migrate();
  await expect(contract(databaseUrl)).rejects.toThrow(/Gateways of an older version/);
  await older.end();
  expect(await contract(databaseUrl)).toEqual([
    ...['amount_cents', 'due_date', 'status', 'payment_target', 'payment_type'].map(
      (columns) => `dropped payment_list_mode_${columns}`,
    ),
    'done    0071-fewer-lists',
  ]);
  await using fresh = await postgres.open();
  expect(await indexesOf(databaseUrl)).toEqual(await indexesOf(fresh.databaseUrl));
});

test('indexes of the journal are built while older gateways write into it', async () => {
  await using opened = await openOlder(postgres, '0061');
  const { databaseUrl } = opened;
  const [older, other] = [
    await connectTo(databaseUrl, { application_name: 'reglement' }),
    await connectTo(databaseUrl, { application_name: 'reglement' }),
  ];
  const write = 'lock table journal_entries, journal_lines in row exclusive mode';
  await older.query(`begin; ${write}`);
  await using store = await openStore({ databaseUrl });
  const migrating = store.migrate();
  const building = `select 1 from pg_stat_activity where query like 'create index concurrently%'
    and wait_event_type = 'Lock' and datname = current_database()`;
  await expect.poll(async () => (await ask(databaseUrl, building)).length).toBe(1);
  await other.query(`set lock_timeout = '1s'; begin; ${write}; commit`);
  await older.end();
  await migrating;
  const made = await ask(
    databaseUrl,
    `select indisvalid from pg_index where indexrelid = 'journal_lines_account'::regclass`,
  );
  expect(made).toEqual([{ indisvalid: true }]);
  await other.end();
});
