import { describe, expect, test } from 'vitest';
import { createQueries } from '../../src/app/store.ts';
import { auditChain } from '../../src/modules/audit-log/audit-log.ts';
import { eventChain } from '../../src/modules/event-log/event-log.ts';
import { hasChoice } from '../../src/modules/payment-lists/store/choose-way.ts';
import { listKinds } from '../../src/modules/payment-lists/store/kinds.ts';
import { listPayments } from '../../src/modules/payment-lists/store/list-payments.ts';
import { kindsInside } from '../../src/modules/payment-lists/store/ways.ts';
import type { PaymentQuery } from '../../src/modules/payments/payment-store.ts';
import { paymentColumns } from '../../src/modules/payments/store/payment-row.ts';
import { postgresWordQueries } from '../../src/modules/search/store/postgres-words.ts';
import { listWebhooks } from '../../src/modules/webhooks/store/webhooks.ts';
import {
  deadWebhooks,
  lateTransfers,
  operationsInDoubt,
  paymentsContradicted,
  paymentsInDoubt,
  waiting,
} from '../../src/modules/workload/store/statements.ts';
import { openPool, poolConfig } from '../../src/store/postgres/connection.ts';
import { databases, postgres } from '../support/databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { ask, everything, initiate, openTestStore } from '../support/store/examples.ts';
import { compilerOf, openPlans } from '../support/store/plans.ts';

/** Lists that an index serves alone, and on SQLite that along which the settled payments are walked. Others: `list-ways`. */
const listings: readonly { readonly query: Partial<PaymentQuery>; readonly indexes: readonly string[] }[] = [
  { query: { runMode: 'TEST' }, indexes: ['mode'] },
  { query: { runMode: 'LIVE', beforeId: 'pay_1' }, indexes: ['mode'] },
  { query: { runMode: 'LIVE', sort: 'OLDEST' }, indexes: ['mode'] },
  { query: { runMode: 'LIVE', created: { from: '2026-11-01', to: '2026-11-30' } }, indexes: ['PRIMARY'] },
  { query: { idSociete: '1' }, indexes: ['mode_id_societe'] },
  { query: { idSociete: '1', sort: 'OLDEST', beforeId: 'pay_1' }, indexes: ['mode_id_societe'] },
  { query: { idOrigin: 'web' }, indexes: ['mode_id_origin'] },
  { query: { client: 'shop' }, indexes: ['mode_client'] },
  { query: { mandate: 'RUM-1' }, indexes: ['mode_mandate'] },
  { query: { mandate: 'RUM-1', client: 'shop', statuses: ['PAID'] }, indexes: ['mode_mandate'] },
  {
    query: { visibleTo: { client: 'a', societes: null, origins: null, runModes: ['TEST'] } },
    indexes: ['mode', 'mode_client'],
  },
  {
    query: { visibleTo: { client: 'a', societes: ['1', '2'], origins: null } },
    indexes: ['mode_client', 'mode_id_societe'],
  },
  {
    query: { visibleTo: { client: 'a', societes: null, origins: ['web'] } },
    indexes: ['mode_client', 'mode_id_origin'],
  },
];

/** Few payments have a customer or an order. These and lists without a filter are read from the payments themselves. */
const ownListings: readonly { readonly query: Partial<PaymentQuery>; readonly index: string }[] = [
  { query: {}, index: 'PRIMARY' },
  { query: { beforeId: 'pay_1' }, index: 'PRIMARY' },
  { query: { sort: 'OLDEST', beforeId: 'pay_1' }, index: 'PRIMARY' },
  { query: { created: { from: '2026-11-01', to: '2026-11-30' } }, index: 'PRIMARY' },
  { query: { idClient: '7', statuses: ['PAID'], beforeId: 'pay_1' }, index: 'payments_id_client' },
  { query: { idClient: '7', sort: 'AMOUNT' }, index: 'payments_id_client' },
  { query: { idCommande: '7', idSociete: '1', idOrigin: 'web' }, index: 'payments_id_commande' },
];

/** Where another index has a longer way: SQLite does not know how many rows each has. */
const shortWays = [
  ['debitsToReview', 'SEARCH direct_debits EXISTS USING INDEX sqlite_autoindex_direct_debits_2 (payment_id=?)'],
  ['openCentsOfBlock', 'SEARCH later USING INDEX sqlite_autoindex_direct_debits_2 (payment_id=?)'],
  ['journalEntriesOnAccount', 'journal_entries_date (id_societe=? AND run_mode=? AND date=?)'],
  ['postedFrom', 'journal_entries_posted_days (id_societe=? AND run_mode=? AND date>?)'],
  ['postedUpTo', 'journal_entries_posted_days (id_societe=? AND run_mode=? AND date<?)'],
  [
    'runFrom',
    'SEARCH journal_entries USING INDEX journal_entries_posted_days (id_societe=? AND run_mode=? AND date>?)',
  ],
  [
    'runUpTo',
    'SEARCH journal_entries USING INDEX journal_entries_posted_days (id_societe=? AND run_mode=? AND date<?)',
  ],
  ['waitingBooksAfter', 'journal_entries_waiting ((id_societe,run_mode,id)>(?,?,?))'],
  ['dueEntries', 'journal_entries_waiting ((id_societe,run_mode,id)>(?,?,?) AND (id_societe,run_mode,id)<(?,?,?))'],
  ['triedWebhooks', 'webhook_deliveries_tried (client=? AND endpoint=? AND next_attempt_at<?)'],
  ['makeWebhooksDue', 'webhook_deliveries_due (client=? AND endpoint=? AND next_attempt_at>?)'],
  ['waitingEndpointOfClient', 'webhook_deliveries_due (client=? AND endpoint>?)'],
  ['waitingEndpointOfNextClient', 'webhook_deliveries_due (client>?)'],
  ['settledEndpointOfClient', 'webhook_deliveries_of_endpoint (client=? AND endpoint>?)'],
  ['settledEndpointOfNextClient', 'webhook_deliveries_of_endpoint (client>?)'],
  ['aheadWebhooks', 'webhook_deliveries_waiting (client=? AND id>?)'],
  ['clearedCents', 'SEARCH journal_lines USING INDEX journal_lines_account (account=? AND entry_id=?)'],
] as const;

const listedColumns: readonly string[] = [
  ...['id', 'client', 'effective_run_mode', 'payment_target', 'payment_type', 'id_origin', 'id_societe'],
  ...['mandate', 'amount_cents', 'created_at', 'status'],
];
const place = { payment: 'pay_0198', event: 'evt_0198' };

/** Along which indexes SQLite walks a table. Rows that are looked up by their key do not count. */
function walkedIn(plan: string, table: string): readonly string[] {
  const step = new RegExp(
    `(?:SCAN|SEARCH) ${table} USING (?:(?:COVERING )?INDEX (\\w+)|(PRIMARY) KEY) ?(\\(id=\\?\\))?`,
    'g',
  );
  const walked = [...plan.matchAll(step)].flatMap(([, index, key, byId]) => (byId ? [] : [index ?? key ?? '']));
  return [...new Set(walked)].toSorted();
}

describe.each(databases)('a query ($name)', (database) => {
  const db = compilerOf(database.name);
  const { updatePayment, updateAttempt, updateAttemptAsRead, anchorsOf, ...others } = createQueries(db);
  const kept = Object.entries({
    ...others,
    // SQLite calls each read of FTS5 a scan.
    ...(database.name === 'postgres' && postgresWordQueries(db)),
    updatePayment: updatePayment(['status', 'derived_key', 'expires_at', 'updated_at']),
    ...Object.fromEntries(
      [eventChain, auditChain].flatMap((chain) =>
        Object.entries(anchorsOf(chain)).map(([name, query]) => [`${name} of ${chain.table}`, query]),
      ),
    ),
    updateAttempt: updateAttempt(['status', 'bank_transaction', 'bank_code', 'opened_at']),
    updateAttemptAsRead: updateAttemptAsRead(['status', 'bank_transaction', 'bank_code']),
  });
  const opened = openForGroup(() => openTestStore(database));

  const planOf = openPlans(database, opened);

  test.each(kept)('%s reads no table from end to end', async (_name, { sql }) => {
    const plan = await planOf(sql);
    // `part` is no table: what a query found so far.
    expect(plan).not.toMatch(database.name === 'sqlite' ? /SCAN (?!part\b)|TEMP B-TREE/ : /Seq Scan/);
  });

  test.runIf(database.name === 'sqlite').each(shortWays)('%s looks along the few rows it needs', async (name, step) => {
    expect(await planOf(others[name].sql)).toContain(step);
  });

  test.each(listings)('for a list of $query walks along $indexes', async ({ query, indexes }) => {
    const asked = { ...everything, ...query };
    expect(hasChoice(asked)).toBe(false);
    const plan = await planOf(listPayments(db, asked, place, { database: database.name })?.sql ?? '');
    if (database.name === 'postgres') {
      expect(plan).not.toMatch(/Seq Scan/);
      return;
    }
    expect(walkedIn(plan, 'payment_list')).toEqual(
      indexes.map((index) => index.replace(/^mode/, 'payment_list_mode')).toSorted(),
    );
    // New payments are walked along the key, changed ones are looked up by it.
    expect(new Set(walkedIn(plan, 'payments'))).toEqual(new Set(['PRIMARY']));
    // Sorting the few that were found is cheap; sorting all that match, before the limit, is not.
    expect(plan).not.toMatch(/SCAN payment|payment_list USING .*\n.*TEMP B-TREE/m);
  });

  test.each(ownListings)('for a list of $query walks along $index', async ({ query, index }) => {
    const plan = await planOf(
      listPayments(db, { ...everything, ...query }, null, { database: database.name })?.sql ?? '',
    );
    if (database.name === 'postgres') {
      expect(plan).not.toMatch(/Seq Scan/);
      return;
    }
    // The rows stand in the order of their key: without a condition SQLite calls a walk along it a scan.
    expect(plan.includes('SCAN payments') ? ['PRIMARY'] : walkedIn(plan, 'payments')).toEqual([index]);
    if (index === 'PRIMARY') expect(plan).not.toMatch(/payments.*\n.*TEMP B-TREE/);
  });

  test.each([
    {},
    { endpoint: 'main' },
    { statuses: ['DEAD'] as const },
    { endpoint: 'main', statuses: ['WAITING', 'DEAD'] as const, beforeId: 'msg_1' },
    { subject: 'pay_1', statuses: ['DEAD'] as const },
  ])('for a list of webhooks of %j walks along an index', async (change) => {
    const all = { client: 'shop', endpoint: null, statuses: null, subject: null, beforeId: null, limit: 20 };
    const plan = await planOf(listWebhooks(db, { ...all, ...change }).compile().sql);
    expect(plan).not.toMatch(database.name === 'sqlite' ? /SCAN webhook_deliveries/ : /Seq Scan/);
    // Sorting the few of one payment is cheap; sorting all of a client's, before the limit, is not.
    if (!('subject' in change)) expect(plan).not.toMatch(/webhook_deliveries USING .*\n.*TEMP B-TREE/);
  });

  const narrowed = { client: 'a', societes: ['1', '2'], origins: ['web'] };
  const asked = { runMode: 'TEST', idSociete: '1', limit: 50 } as const;
  test.each([
    ['operations', operationsInDoubt('TEST')],
    ['operations, listed', paymentsInDoubt({ ...asked, visibleTo: narrowed })],
    ['contradictions', paymentsContradicted({ ...asked, since: 1, visibleTo: narrowed })],
    [
      'exceptions, mandates, debits and batches',
      waiting({ runMode: 'TEST', lapsesBy: '2026-12-31', today: '2026-12-01' }),
    ],
    ['webhooks', deadWebhooks('shop')],
    ['late transfers', lateTransfers('TEST', 1)],
  ])('for the workload of %s reads only what waits', async (_what, statement) => {
    const plan = await planOf(statement.compile(db).sql);
    if (database.name === 'sqlite') expect(plan).not.toMatch(/SCAN (?!payment_operations USING)/);
    else expect(plan).not.toMatch(/Seq Scan/);
  });

  test('names its columns, so that a later migration can add some', async () => {
    const { sql } = others.paymentById;
    expect(sql).not.toContain('*');
    await ask(opened.databaseUrl, 'alter table payments add column new_column text');
    expect(await opened.store.paymentById('pay_unknown')).toBeNull();
    for (const column of paymentColumns) expect(sql).toContain(column);
  });
});

describe.each([postgres])('entries without a number ($name)', (database) => {
  test('of another books are passed, however many they are', async () => {
    await using opened = await openTestStore(database);
    const pool = openPool(poolConfig(opened.databaseUrl));
    await using _ending = { [Symbol.asyncDispose]: () => pool.end() };
    const client = await pool.connect();
    await client.query('set session_replication_role = replica');
    // Nearly all entries are of société 1, and all that wait but the last one of société 9.
    await client.query(`insert into journal_entries (id, id_societe, run_mode, journal_code, journal_label, kind,
        piece_reference, piece_date, label, amount_cents, created_at, date, exercise, bank_entry_id, position, number,
        posted_at, hash)
      select 'jrn_' || lpad(number::text, 8, '0'), case when number < 3000 then '9' else '1' end, 'TEST', 'BQ', '', 'BY_RULE',
        '', '', '', 1, 1, '2026-11-25', 2026, number::text, posted, posted, posted, posted::text
      from (select number, case when number between 3000 and 29999 then number end as posted
        from generate_series(1, 30000) as number) as numbers`);
    await client.query('analyze journal_entries');
    client.release();
    const values = [`'1'`, `'TEST'`, `''`, `'1'`, `'TEST'`, `'2026-11-30'`, '1'];
    const { dueEntries } = createQueries(compilerOf('postgres'));
    const sql = dueEntries.sql.replaceAll(/\$(\d)/g, (_mark, place) => values[Number(place) - 1] ?? '');
    const { rows } = await pool.query(`explain (analyze) ${sql}`);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('journal_entries_waiting');
    expect(plan).not.toContain('Rows Removed');
  });
});

describe.each([postgres])('a list ($name)', (database) => {
  test('of a société whose payments are older than many others does not pass those', async () => {
    await using opened = await openTestStore(database);
    const pool = openPool(poolConfig(opened.databaseUrl));
    await using _ending = { [Symbol.asyncDispose]: () => pool.end() };
    await initiate(opened.store, { id: 'pay_0' });
    const copied: Partial<Record<string, string>> = {
      ...{ id: `'pay_0' || lpad(number::text, 8, '0')`, reference: 'number::text', token: 'number::text' },
      // A quarter of the older ones, and none of the newest.
      id_societe: 'case when number > 3000 then 1 else number % 4 end::text',
    };
    await pool.query(`insert into payments (${paymentColumns.join()})
      select ${paymentColumns.map((column) => copied[column] ?? column).join()}
      from payments, generate_series(1, 6000) as number`);
    const listed = paymentColumns.filter((column) => listedColumns.includes(column)).join();
    await pool.query(`insert into payment_list (${listed}) select ${listed} from payments`);
    await pool.query('analyze payments, payment_list');
    const query = { ...everything, idSociete: '3' };
    const listing = listPayments(compilerOf('postgres'), query, place, { database: 'postgres' });
    const { sql, parameters } = listing ?? { sql: '', parameters: [] };
    const { rows } = await pool.query(`explain (analyze) ${sql}`, [...parameters]);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('payment_list_mode_id_societe');
    expect(plan).not.toContain('Rows Removed by Filter');
    // Of all kinds it reads a few payments, and then those up to the last of these: here all of the newest kind.
    const kinds = (await pool.query(listKinds(compilerOf('postgres'), 'postgres', 'all').sql)).rows;
    const alongKinds = { database: 'postgres', way: { along: 'KINDS', kinds } } as const;
    const merged = listPayments(compilerOf('postgres'), { ...everything, limit: 50 }, place, alongKinds);
    const found = await pool.query(`explain (analyze) ${merged?.sql}`, [...(merged?.parameters ?? [])]);
    const steps = found.rows.map((row) => String(row['QUERY PLAN']));
    const read = steps.flatMap((step) => {
      const [, rows, loops] = /payment_list.*\(actual .*rows=([\d.]+) loops=(\d+)\)/.exec(step) ?? [];
      return rows === undefined ? [] : [Number(rows) * Number(loops)];
    });
    expect(read.length).toBeGreaterThan(1);
    expect(Math.max(...read)).toBeLessThan(500);
    // Only société 1 has payments in these days, which it finds with one step for each kind.
    const inDays = { ...everything, created: { from: '1970-01-02', to: '1970-01-03' } } as const;
    const looked = kindsInside(compilerOf('postgres'), inDays, { range: 'created', kinds }, 'postgres');
    const [explained, places] = [
      await pool.query(`explain ${looked.sql}`, [...looked.parameters]),
      await pool.query(looked.sql, [...looked.parameters]),
    ];
    expect(explained.rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('using payment_list_kind on');
    expect(places.rows.map((row) => kinds[Number(row.place)].id_societe)).toEqual(['1']);
  });
});
