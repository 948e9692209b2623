import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteQueryCompiler,
} from 'kysely';
import { describe, expect, test } from 'vitest';
import { createQueries, type Tables } from '../../src/app/store.ts';
import type { PaymentQuery } from '../../src/modules/payments/payment-store.ts';
import { listPayments } from '../../src/modules/payments/store/list-payments.ts';
import { paymentColumns } from '../../src/modules/payments/store/payment-row.ts';
import { listWebhooks } from '../../src/modules/webhooks/store/webhooks.ts';
import { openPool, poolConfig } from '../../src/store/postgres/connection.ts';
import { databases } from '../support/databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { ask, everything, examplePayment, initiate, openTestStore } from '../support/store/examples.ts';

/** What lists are asked for, and on SQLite the index along which each is walked. */
const listings: readonly { readonly query: Partial<PaymentQuery>; readonly indexes: readonly string[] }[] = [
  { query: {}, indexes: ['sqlite_autoindex_payments_1'] },
  { query: { beforeId: 'pay_1' }, indexes: ['sqlite_autoindex_payments_1'] },
  { query: { statuses: ['PAID'] }, indexes: ['payments_status'] },
  { query: { idSociete: '1' }, indexes: ['payments_id_societe'] },
  { query: { idOrigin: 'web' }, indexes: ['payments_id_origin'] },
  { query: { paymentTargets: ['MILLIET'] }, indexes: ['payments_payment_target'] },
  { query: { idSociete: '1', statuses: ['PAID'] }, indexes: ['payments_id_societe_status'] },
  { query: { idClient: '7', statuses: ['PAID'], beforeId: 'pay_1' }, indexes: ['payments_id_client'] },
  { query: { idCommande: '7', idSociete: '1', idOrigin: 'web' }, indexes: ['payments_id_commande'] },
  {
    query: { visibleTo: { client: 'a', societes: ['1', '2'], origins: ['web', 'dcp'] } },
    indexes: ['payments_client', 'payments_id_societe_id_origin'],
  },
  {
    query: { visibleTo: { client: 'a', societes: ['1', '2'], origins: ['web', 'dcp'], runModes: ['TEST'] } },
    indexes: ['payments_client', 'payments_test'],
  },
  {
    query: { visibleTo: { client: 'a', societes: ['1'], origins: ['web'], runModes: ['LIVE'] } },
    indexes: ['payments_client', 'payments_id_societe_id_origin'],
  },
  {
    query: { visibleTo: { client: 'a', societes: null, origins: null, runModes: ['TEST'] } },
    indexes: ['payments_client', 'sqlite_autoindex_payments_1'],
  },
  {
    query: { visibleTo: { client: 'a', societes: ['1', '2'], origins: null } },
    indexes: ['payments_client', 'payments_id_societe'],
  },
  {
    query: { visibleTo: { client: 'a', societes: null, origins: null, targets: ['PAYBOX', 'MILLIET'] } },
    indexes: ['payments_client', 'payments_payment_target'],
  },
  {
    query: { visibleTo: { client: 'a', societes: null, origins: ['web'] }, statuses: ['PAID', 'REFUSED'] },
    indexes: ['payments_client_status', 'payments_status'],
  },
  {
    query: { visibleTo: { client: 'a', societes: ['1'], origins: null }, statuses: ['PAID'], beforeId: 'pay_1' },
    indexes: ['payments_client_status', 'payments_id_societe_status'],
  },
];

const compilers = {
  sqlite: { adapter: () => new SqliteAdapter(), compiler: () => new SqliteQueryCompiler() },
  postgres: { adapter: () => new PostgresAdapter(), compiler: () => new PostgresQueryCompiler() },
};

/** Builds and compiles; runs nothing. */
function compilerOf(name: keyof typeof compilers): Kysely<Tables> {
  const { adapter, compiler } = compilers[name];
  return new Kysely<Tables>({
    dialect: {
      createAdapter: adapter,
      createDriver: () => new DummyDriver(),
      createIntrospector: () => {
        throw new Error('only compiles');
      },
      createQueryCompiler: compiler,
    },
  });
}

describe.each(databases)('a query ($name)', (database) => {
  const db = compilerOf(database.name);
  const { updatePayment, updateAttempt, ...others } = createQueries(db);
  const kept = Object.entries({
    ...others,
    updatePayment: updatePayment(['status', 'derived_key', 'expires_at', 'updated_at']),
    updateAttempt: updateAttempt(['status', 'bank_transaction', 'bank_code', 'opened_at']),
  });
  const opened = openForGroup(() => openTestStore(database));

  /** How the database would run the statement, a line for each step. */
  async function planOf(statement: string): Promise<string> {
    const command = database.name === 'sqlite' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN (GENERIC_PLAN)';
    // Empty tables are read from end to end unless that is made expensive; an absent index cannot be taken.
    const url =
      database.name === 'sqlite' ? opened.databaseUrl : `${opened.databaseUrl}?options=-c%20enable_seqscan%3Doff`;
    const rows = await ask(url, `${command} ${statement}`);
    return rows.map((row) => String(row.detail ?? row['QUERY PLAN'])).join('\n');
  }

  test.each(kept)('%s reads no table from end to end', async (_name, { sql }) => {
    const plan = await planOf(sql);
    expect(plan).not.toMatch(database.name === 'sqlite' ? /SCAN|TEMP B-TREE/ : /Seq Scan/);
  });

  test.each(listings)('for a list of $query walks along $indexes', async ({ query, indexes }) => {
    const listing = listPayments(db, { ...everything, ...query })?.compile().sql ?? '';
    const plan = await planOf(listing);
    if (database.name === 'sqlite') {
      const steps = plan.matchAll(/(?:SCAN|SEARCH) payments USING (?:COVERING )?INDEX (\w+) ?(\(id=\?\))?/g);
      const walked = [...steps].flatMap(([, index, byId]) => (byId ? [] : [index]));
      expect([...new Set(walked)].toSorted()).toEqual(indexes.toSorted());
      // Sorting the few that were found is cheap; sorting all that match, before the limit, is not.
      expect(plan).not.toMatch(/SCAN payments$|payments USING .*\n.*TEMP B-TREE/m);
    } else {
      expect(plan).not.toMatch(/Seq Scan/);
    }
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

  test('names its columns, so that a later migration can add some', async () => {
    const { sql } = others.paymentById;
    expect(sql).not.toContain('*');
    await ask(opened.databaseUrl, 'alter table payments add column new_column text');
    expect(await opened.store.paymentById('pay_unknown')).toBeNull();
    for (const column of paymentColumns) expect(sql).toContain(column);
  });
});

describe.each(databases.filter(({ name }) => name === 'postgres'))('a list ($name)', (database) => {
  test('of a société whose payments are older than many others does not pass those', async () => {
    const opened = await openTestStore(database);
    const pool = openPool(poolConfig(opened.databaseUrl));
    try {
      await initiate(opened.store, examplePayment());
      const copied: Partial<Record<string, string>> = {
        ...{ id: `'pay_z' || lpad(number::text, 8, '0')`, reference: 'number::text', token: 'number::text' },
        // A quarter of the older ones, and none of the newest.
        id_societe: 'case when number > 8000 then 1 else number % 4 end::text',
      };
      await pool.query(`insert into payments (${paymentColumns.join()})
        select ${paymentColumns.map((column) => copied[column] ?? column).join()}
        from payments, generate_series(1, 16000) as number`);
      await pool.query('analyze payments');
      const { sql, parameters } = listPayments(compilerOf('postgres'), {
        ...everything,
        idSociete: '3',
      })?.compile() ?? {
        ...{ sql: '', parameters: [] },
      };
      const { rows } = await pool.query(`explain (analyze) ${sql}`, [...parameters]);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toContain('payments_id_societe');
      expect(plan).not.toContain('Rows Removed by Filter');
    } finally {
      await pool.end();
      await opened.close();
    }
  });
});
