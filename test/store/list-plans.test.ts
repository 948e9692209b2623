import { describe, expect, test } from 'vitest';
import { firstIdAt } from '../../src/kernel/identifiers.ts';
import { listJournal } from '../../src/modules/accounting/store/list-journal.ts';
import { journalQueries } from '../../src/modules/accounting/store/queries.ts';
import { auditQueries, createAuditReads } from '../../src/modules/audit-log/store/audit-log.ts';
import { listAwaited } from '../../src/modules/bank-statements/store/awaited-transfers.ts';
import { listExceptions } from '../../src/modules/bank-statements/store/bank-exceptions.ts';
import { bothModes } from '../../src/modules/payment-lists/store/conditions.ts';
import { listPayments } from '../../src/modules/payment-lists/store/list-payments.ts';
import { approvalStatus } from '../../src/modules/payments/operations/approval.ts';
import { allPayments } from '../../src/modules/payments/payment-store.ts';
import { approvalQueries, createApprovalReads } from '../../src/modules/payments/store/approvals.ts';
import type { Outcome, Statement } from '../../src/store/connection.ts';
import { newestOfEach } from '../../src/store/newest-of-each.ts';
import { databases } from '../support/databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { openTestStore } from '../support/store/examples.ts';
import { compilerOf, openPlans } from '../support/store/plans.ts';

describe.each(databases)('a list of the back office ($name)', (database) => {
  const db = compilerOf(database.name);
  const opened = openForGroup(() => openTestStore(database));
  const planOf = openPlans(database, opened);
  const noting = () => {
    const statements: string[] = [];
    const values: unknown[] = [];
    const connection = {
      execute: async <Row>({ sql: statement, parameters }: Statement): Promise<Outcome<Row>> => {
        statements.push(statement);
        values.push(...parameters);
        return { rows: [], changes: 0 };
      },
      insertTogether: () => Promise.reject(new Error('it only reads')),
    };
    return { statements, values, connection };
  };

  test.each([
    ['notifications', 'payment_id'],
    ['journal_entries', 'payment_id'],
    ['bank_exceptions', 'payment_id'],
    ['webhook_deliveries', 'subject'],
  ] as const)('for the newest %s of several payments reads those alone', async (table, owner) => {
    const { statements, connection } = noting();
    await newestOfEach<Record<'id' | typeof owner, string>>(db, connection, {
      ...{ table, columns: ['id', owner], owner, owners: ['pay_1', 'pay_2'], limit: 50 },
    });
    const plan = await planOf(statements[0] ?? '');
    expect(plan).not.toMatch(database.name === 'sqlite' ? new RegExp(`SCAN ${table}`) : /Seq Scan/);
  });

  test('for known payments looks each up by its key, once for all scopes and statuses', async () => {
    const ids = Array.from({ length: 500 }, (_, number) => String(number));
    const visibleTo = { client: 'a', societes: ids, origins: ['web'], targets: null, runModes: bothModes };
    const query = { ...allPayments, ids, visibleTo, statuses: ['PAID', 'EXPIRED'], limit: 50 } as const;
    const listing = listPayments(db, query, null, { database: database.name });
    expect(listing?.parameters.length).toBeLessThan(2000);
    const plan = await planOf(listing?.sql ?? '');
    expect(plan).toMatch(database.name === 'sqlite' ? /payments USING PRIMARY KEY \(id=\?\)/ : /payments_pkey/);
  });

  const november = { from: '2026-11-01', to: '2026-11-30' };
  test.each<[object, RegExp]>([
    [{}, /journal_entries_books/],
    [{ kind: 'REVERSAL' }, /journal_entries_kind/],
    [{ kind: 'CARD_PAID' }, /journal_entries_books/],
    [{ number: 7 }, /journal_entries_numbered/],
    [{ paymentId: 'pay_1' }, /journal_entries/],
    [{ account: '411000', fromId: 'jrn_0' }, /journal_entries_books/],
    [{ account: '411000', looksUpAccount: true }, /journal_lines_account/],
    [{ account: '411000', looksUpAccount: true, date: november }, /journal_lines_account/],
    [
      { account: '411000', looksUpAccount: true, fromId: 'jrn_0' },
      /journal_lines_account \(account=\? AND entry_id>\? AND entry_id<\?/,
    ],
    [{ account: '411000', date: { from: '2026-11-30', to: '2026-11-30' } }, /journal_entries_date/],
    [{ ids: ['jrn_1', 'jrn_2'] }, /journal_entries/],
    [{ date: november }, /journal_entries_date/],
  ])('for a list of entries of %j walks along an index', async (change, index) => {
    const books = { idSociete: '1', runMode: 'TEST', limit: 20, beforeId: 'jrn_1', beforeDate: '2026-11-30' } as const;
    const plan = await planOf(listJournal(db, { ...books, ...change }).sql);
    expect(plan).not.toMatch(database.name === 'sqlite' ? /SCAN journal/ : /Seq Scan/);
    // The planner of PostgreSQL knows that the tables are empty.
    if (database.name === 'sqlite') expect(plan).toMatch(index);
  });

  test('of what is in suspense walks along its kind, and looks up what was taken out', async () => {
    const plan = await planOf(journalQueries(db).suspenseEntries.sql);
    expect(plan).not.toMatch(database.name === 'sqlite' ? /SCAN/ : /Seq Scan/);
    if (database.name === 'sqlite') expect(plan).toMatch(/journal_entries_kind/);
  });

  test('for entries by day begins at the day of its cursor, or ends the span before it', () => {
    const books = { idSociete: '1', runMode: 'TEST', limit: 20, beforeId: 'jrn_1', date: november } as const;
    const lastDayAfter = (beforeDate: string) => listJournal(db, { ...books, beforeDate }).parameters[3];
    expect(['2026-11-07', '2026-12-05'].map(lastDayAfter)).toEqual(['2026-11-07', '2026-11-30']);
  });

  test.each([
    { expiresBy: 1 },
    { isInPart: true, beforeId: 'pay_1' },
    { idSociete: '1', visibleTo: { client: 'shop', societes: ['1'], origins: ['web'], runModes: ['TEST'] } },
  ] as const)('for awaited transfers of %j reads only those', async (change) => {
    const sight = { client: null, societes: null, origins: null };
    const all = {
      runMode: 'TEST',
      idSociete: null,
      expiresBy: null,
      isInPart: false,
      beforeId: null,
      limit: 20,
    } as const;
    const plan = await planOf(listAwaited({ ...all, visibleTo: sight, ...change }).compile(db).sql);
    // The planner of PostgreSQL knows that the tables are empty.
    if (database.name === 'sqlite') expect(plan).toMatch(/payments_(awaited_transfers|reminders)/);
    else expect(plan).not.toMatch(/Seq Scan/);
  });

  test.each([{ fileId: 'bkf_1' }, { status: 'OPEN' }, { ids: ['bkx_1', 'bkx_2'] }, {}] as const)(
    'for a list of exceptions of %j walks along an index',
    async (change) => {
      const all = { limit: 20, beforeId: null, status: null, kind: null, societes: null };
      const plan = await planOf(listExceptions(db, { ...all, ...change }).compile().sql);
      expect(plan).not.toMatch(database.name === 'sqlite' ? /SCAN bank_exceptions$|TEMP B-TREE/m : /Seq Scan|Sort/);
    },
  );

  test('for entries of the audit log of a span reads those alone, and of clocks that were a day ahead', async () => {
    const { statements, values, connection } = noting();
    const reads = createAuditReads({ db, queries: auditQueries(db) } as never, connection);
    const [from, until] = [Date.UTC(2026, 0, 2), Date.UTC(2026, 0, 9)];
    const filter = { actors: null, action: null, object: null, outcome: 'FAILED', from, until } as const;
    for (const beforeId of [null, 'aud_g', firstIdAt('aud', from)]) await reads.auditEntries(filter, beforeId, 20);
    const [first, last] = [Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 10)].map((at) => firstIdAt('aud', at));
    const spans = values.filter((value) => String(value).startsWith('aud_'));
    expect(spans).toEqual([first, last, first, last, first, firstIdAt('aud', from)]);
    const plan = await planOf(statements[0] ?? '');
    expect(plan).toMatch(database.name === 'sqlite' ? /\(id>\? AND id<\?\)/ : /Index Cond: \(\(id >= .* AND \(id < /);
  });

  test.each([null, ...approvalStatus.names])('for approvals in %s that a role sees looks each up', async (status) => {
    const { statements, connection } = noting();
    const payments = { client: null, societes: ['1'], origins: ['web'], targets: null, runModes: ['TEST'] } as const;
    const sight = { payments, mandates: { societes: ['1'], runModes: ['TEST'] } };
    const { approvals } = createApprovalReads({ db, queries: approvalQueries(db) } as never, connection);
    for (const requestedBy of [null, 'shop']) {
      await approvals({ requestedBy, sight, status, now: 1, beforeId: null, limit: 20 });
      const plan = await planOf(statements.pop() ?? '');
      expect(plan).not.toMatch(database.name === 'sqlite' ? /SCAN|TEMP B-TREE/ : /Seq Scan|Hash/i);
    }
  });
});
