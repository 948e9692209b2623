import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBooks } from '../../src/app/event-handlers.ts';
import { openStore } from '../../src/app/store.ts';
import { defaultAccountingRules } from '../../src/kernel/accounting-rules.ts';
import type { PaymentTarget } from '../../src/kernel/vocabulary.ts';
import { checkJournal } from '../../src/modules/accounting/check-journal.ts';
import { hashOfEvent, sortedKeys } from '../../src/modules/payments/event-hash.ts';
import { databases, postgres } from '../support/databases.ts';
import { temporaryFolder } from '../support/open-for.ts';
import { withClient } from '../support/postgres/client.ts';
import { verifyWhole } from '../support/store/event-log.ts';
import { ask, identifiers } from '../support/store/examples.ts';
import { openOlder } from '../support/store/older-shape.ts';

/**
 * A database that the gateway of commit d8433cf wrote: the demonstration of SEPA, card payments with refunds, captures
 * and cancellations, an erasure, the journal, and an anchor. Its events have to be read, and to keep their hashes.
 */

const firstMigrationSince = '0031';
const fixture = path.resolve('test/fixtures/database-of-d8433cf.sqlite.gz');

/** Every row, in the place of those that the migrations wrote. */
async function copyInto(databaseUrl: string, from: DatabaseSync): Promise<void> {
  const tables = from.prepare(
    `select name from sqlite_schema where type = 'table' and name not like 'sqlite%' and name not like 'kysely%'`,
  );
  await withClient(databaseUrl, async (client) => {
    // A table may come before those that its rows refer to.
    await client.query('set session_replication_role = replica');
    for (const { name } of tables.all()) {
      await client.query(`delete from ${name}`);
      for (const row of from.prepare(`select * from ${name}`).all() as Record<string, SQLInputValue>[]) {
        const names = Object.keys(row);
        const places = names.map((_, index) => `$${index + 1}`);
        await client.query(`insert into ${name} (${names}) values (${places})`, Object.values(row));
      }
    }
  });
}

describe.each(databases)('a database of an older version on $name', ({ name }) => {
  const folder = temporaryFolder('older');
  let databaseUrl: string;
  let dispose: () => Promise<void> = async () => undefined;
  const opened = () => openStore({ databaseUrl });

  beforeAll(async () => {
    const file = path.join(folder, 'older.sqlite');
    await writeFile(file, gunzipSync(await readFile(fixture)));
    if (name === 'sqlite') databaseUrl = `sqlite:${file}`;
    else {
      ({ databaseUrl, dispose } = await openOlder(postgres, firstMigrationSince));
      using from = new DatabaseSync(file);
      await copyInto(databaseUrl, from);
    }
    const store = await opened();
    await store.migrate();
    await store.close();
  });

  afterAll(async () => {
    await dispose();
  });

  it.runIf(name === 'sqlite')('keeps every reference between its tables, and is whole', async () => {
    expect(await ask(databaseUrl, 'PRAGMA foreign_key_check')).toEqual([]);
    expect(await ask(databaseUrl, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    const tables = await ask(databaseUrl, `select name from sqlite_schema where sql like '%strict, without rowid'`);
    expect(tables.map((table) => table.name)).toEqual(expect.arrayContaining(['payments', 'payment_attempts']));
    expect(await ask(databaseUrl, `select name from sqlite_schema where name like '%\\_copy' escape '\\'`)).toEqual([]);
    const stray = `insert into payment_events (id, payment_id, sequence, type, status, at, data, hash)
      values ('evt_x', 'pay_x', 1, 'INITIATED', 'PAID', 1, '{}', 'x')`;
    await expect(ask(databaseUrl, `PRAGMA foreign_keys = ON`)).resolves.toEqual([]);
    await expect(ask(databaseUrl, stray)).rejects.toThrow(/foreign key/i);
  });

  it('finds each attempt by its reference at the bank', async () => {
    await using store = await opened();
    const rows = await ask(databaseUrl, 'select id, payment_target, reference from payment_attempts');
    expect(rows.length).toBeGreaterThan(10);
    for (const { id, payment_target: target, reference } of rows) {
      const found = await store.attemptByReference(target as PaymentTarget, String(reference));
      expect(found?.id).toBe(id);
    }
  });

  it('verifies', async () => {
    await using store = await opened();
    const { problems, report } = await verifyWhole(store);
    expect(problems).toEqual([]);
    expect(report).toMatchObject({ payments: 141, events: 482, anchors: 1 });
  });

  it('has events that are read whole, and whose hashes come out again byte for byte', async () => {
    await using store = await opened();
    const rows = await ask(
      databaseUrl,
      'select payment_id, data, previous_hash, hash from payment_events order by payment_id, sequence',
    );
    const payments = [...new Set(rows.map((row) => String(row.payment_id)))];
    const events = (await Promise.all(payments.map((id) => store.eventsOf(id, 0, 1000)))).flat();
    expect(events).toHaveLength(rows.length);
    for (const [index, event] of events.entries()) {
      const { data, previous_hash: previous, hash } = rows[index] ?? {};
      const sorted = sortedKeys(event.data);
      expect(JSON.stringify(sorted)).toBe(data);
      const previousHash = previous === null ? null : String(previous);
      expect(hashOfEvent(previousHash, { ...event, data: sorted })).toBe(hash);
    }
    expect([...new Set(events.map(({ type }) => type))].toSorted()).toEqual([
      'ATTEMPT_OPENED',
      'CONTRADICTION',
      'ERASED',
      'INITIATED',
      'MONEY_RECEIVED',
      'NEWS_IGNORED',
      'OPERATION_FAILED',
      'OPERATION_REFUSED',
      'OPERATION_REQUESTED',
      'OPERATION_UNKNOWN',
      'PRENOTIFIED',
      'REFUND_DONE',
      'REMINDER_DUE',
      'REVIEW_NEEDED',
      'STATUS_CHANGED',
    ]);
  });

  it('has events of mandates that are read as they were written', async () => {
    await using store = await opened();
    const rows = await ask(databaseUrl, 'select mandate_id, data from mandate_events order by mandate_id, sequence');
    const mandates = [...new Set(rows.map((row) => String(row.mandate_id)))];
    const events = (await Promise.all(mandates.map((id) => store.mandateEventsOf(id, 0, 100)))).flat();
    expect(events.map(({ data }) => data)).toEqual(rows.map(({ data }) => JSON.parse(String(data))));
  });

  it('has books that agree with what its events say of money', async () => {
    await using store = await opened();
    const writing = { identifiers, clock: Date.now, rulesOf: () => defaultAccountingRules };
    for (const idSociete of ['1', '3']) {
      const books = { idSociete, runMode: 'TEST' } as const;
      const options = { books, booksMissing: false, onProgress: () => undefined };
      const { problems, posted } = await checkJournal({ store, ...createBooks(writing) }, options);
      expect(problems).toEqual([]);
      expect(posted).toBeGreaterThan(0);
    }
  });
});
