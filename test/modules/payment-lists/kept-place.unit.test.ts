import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { expect, test, vi } from 'vitest';
import { createPaymentListReads, listQueries } from '../../../src/modules/payment-lists/store/reads.ts';
import type { Tables } from '../../../src/modules/payment-lists/store/tables.ts';
import { allPayments } from '../../../src/modules/payments/payment-store.ts';

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
  return { list: () => reads.payments({ ...page, visibleTo: null }), sent, places, execute };
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

test('a place that could not be read is looked for again', async () => {
  const { list, places, execute } = openReads();
  execute.mockRejectedValueOnce(new Error('away'));
  await expect(list()).rejects.toThrow('away');
  await list();
  expect(places()).toBe(1);
});
