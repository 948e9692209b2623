import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { expect, test, vi } from 'vitest';
import { createPaymentListReads, listQueries } from '../../../src/modules/payment-lists/store/reads.ts';
import type { Tables } from '../../../src/modules/payment-lists/store/tables.ts';
import { allPayments, type PaymentQuery } from '../../../src/modules/payments/payment-store.ts';

const db = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (of) => new SqliteIntrospector(of),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});
const page = { ...allPayments, runMode: 'TEST', sort: 'NEWEST', limit: 21, beforeId: null, beforeValue: null } as const;

/** Reads of an empty database, and the statements that they sent. */
function openReads() {
  const sent: string[] = [];
  const execute = vi.fn(async ({ sql }: { sql: string }) => {
    sent.push(sql);
    return { rows: [], changes: 0 };
  });
  const connection = { execute, insertTogether: () => Promise.reject(new Error('wrote')) };
  const reads = createPaymentListReads({ db, queries: listQueries(db) }, connection as never, 'sqlite');
  const places = () => sent.filter((sql) => sql.includes('cursors')).length;
  return {
    list: (query: Partial<PaymentQuery> = {}) => reads.payments({ ...page, visibleTo: null, ...query }),
    sent,
    places,
    execute,
  };
}

test('lists look for the place of their table once a second', async () => {
  vi.useFakeTimers();
  const { list, sent, places } = openReads();
  await Promise.all([list(), list()]);
  vi.advanceTimersByTime(999);
  await list();
  // The place, the two ends of the tail, and three pages.
  expect([places(), sent.length]).toEqual([1, 6]);
  vi.advanceTimersByTime(1);
  await list();
  expect(places()).toBe(2);
  vi.useRealTimers();
});

test('what a list knows of its kinds is read again after a second, also where its place did not move', async () => {
  vi.useFakeTimers();
  const { list, sent } = openReads();
  const listOfKind = () => list({ sort: 'AMOUNT', paymentTypes: ['CB'] });
  const kinds = () => sent.filter((sql) => sql.includes('distinct')).length;
  await listOfKind();
  vi.advanceTimersByTime(999);
  await listOfKind();
  // Of all payments, and of those with a due date.
  expect(kinds()).toBe(2);
  vi.advanceTimersByTime(1);
  await listOfKind();
  expect(kinds()).toBe(4);
  vi.useRealTimers();
});

test('a place that could not be read is looked for again', async () => {
  const { list, places, execute } = openReads();
  execute.mockRejectedValueOnce(new Error('away'));
  await expect(list()).rejects.toThrow('away');
  await list();
  expect(places()).toBe(1);
});
