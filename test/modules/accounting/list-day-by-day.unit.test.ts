import { expect, it } from 'vitest';
import { anonymous } from '../../../src/kernel/caller.ts';
import type { JournalEntry, JournalQuery } from '../../../src/modules/accounting/journal.ts';
import { listJournalEntries } from '../../../src/modules/accounting/read-journal.ts';

const november = (day: number): string => `2026-11-${String(day).padStart(2, '0')}`;
const span = (from: number | null, to: number | null) => ({
  from: from === null ? null : november(from),
  to: to === null ? null : november(to),
});

/** Books of an account: so many entries of it on each day, among any number of others. */
function booksWith(onDays: ReadonlyMap<number, number>, isMany: boolean) {
  const asked: JournalQuery[] = [];
  const days = [...onDays.keys()].map(november);
  const store = {
    hasManyLines: async () => isMany,
    lastBookedDay: async (_books: object, until: string) => days.filter((day) => day <= until).at(-1) ?? null,
    journalEntries: async (query: JournalQuery): Promise<JournalEntry[]> => {
      asked.push(query);
      const { from = null, to = null } = query.date ?? {};
      const found = [...onDays].toReversed().flatMap(([day, entries]) => {
        const date = november(day);
        const isIn = (from === null || from <= date) && (to === null || date <= to);
        return Array.from({ length: isIn ? entries : 0 }, () => ({ date }) as JournalEntry);
      });
      return found.slice(0, query.limit);
    },
  };
  const list = async (more: Partial<JournalQuery>) => {
    const services = { store, settings: { deployment: 'development' } as const };
    const query = { idSociete: '1', runMode: 'TEST', limit: 3, beforeId: null, account: '411000', ...more } as const;
    return (await listJournalEntries(services as never, anonymous, query)).map(({ date }) => date);
  };
  return { asked, list };
}

const onDays = new Map([
  [3, 2],
  [4, 0],
  [9, 0],
  [20, 2],
  [21, 0],
  [28, 5],
]);

it.each<[Partial<JournalQuery>, read: number[], found: number[]]>([
  [{ date: span(1, 30) }, [28], [28, 28, 28]],
  [{ date: span(1, 27) }, [21, 20, 9, 4, 3], [20, 20, 3]],
  [{ date: span(4, 27) }, [21, 20, 9, 4], [20, 20]],
  [{ date: span(10, 19) }, [], []],
  [{ date: span(null, 4) }, [4, 3], [3, 3]],
  [{ date: span(21, null), limit: 9 }, [28, 21], [28, 28, 28, 28, 28]],
  [{ date: span(1, 30), beforeId: 'jrn_1', beforeDate: november(20) }, [20, 9, 4, 3], [20, 20, 3]],
])('an account of many lines is listed a day at a time: %j', async (more, read, found) => {
  const { asked, list } = booksWith(onDays, true);
  expect(await list(more)).toEqual(found.map(november));
  expect(asked.map(({ date }) => date)).toEqual(read.map((day) => span(day, day)));
});

it.each<[Partial<JournalQuery>, isMany: boolean, looksUpAccount: boolean]>([
  [{ date: span(1, 30) }, false, true],
  [{}, false, true],
  [{ date: span(1, 30), account: null }, true, false],
  [{ date: span(1, 30), number: 7 }, true, false],
  [{ date: span(1, 30), paymentId: 'pay_1' }, true, false],
  [{ date: span(1, 30), ids: ['jrn_1'] }, true, false],
  [{ date: span(1, 30), paymentIds: ['pay_1'] }, true, false],
])('other lists are one read: %j, many lines: %s', async (more, isMany, looksUpAccount) => {
  const { asked, list } = booksWith(onDays, isMany);
  await list(more);
  expect(asked.map((query) => [query.date, query.looksUpAccount ?? false])).toEqual([[more.date, looksUpAccount]]);
});

/** Books of 12,000 entries, among entries of other books, and an account that some of all of them are on. */
function largeBooks(isOnAccount: (id: string) => boolean, othersOnAccount: number) {
  const ids = Array.from({ length: 12_000 }, (_, index) => `jrn_${String(index).padStart(5, '0')}`);
  const others = Array.from(
    { length: othersOnAccount },
    (_, index) => `jrn_${String(index % 12_000).padStart(5, '0')}_${index}_`,
  );
  const lines = [...ids.filter(isOnAccount), ...others].toSorted();
  const read = { most: 0, all: 0 };
  const before = (of: readonly string[], id: string | null) => (id === null ? of : of.filter((one) => one < id));
  const store = {
    hasManyLines: async () => true,
    entryBefore: async (_books: object, id: string | null, entries: number) => before(ids, id).at(-1 - entries) ?? null,
    lineBefore: async (_account: string, id: string | null, entries: number) =>
      before(lines, id).at(-1 - entries) ?? null,
    journalEntries: async ({ beforeId, fromId, limit, looksUpAccount }: JournalQuery) => {
      const along = before(looksUpAccount ? lines : ids, beforeId).filter((id) => id >= (fromId ?? ''));
      read.most = Math.max(read.most, along.length);
      read.all += along.length;
      const found = along.filter((id) => !id.endsWith('_') && isOnAccount(id)).toReversed();
      return found.slice(0, limit).map((id) => ({ id }) as JournalEntry);
    },
  };
  const services = { store, settings: { deployment: 'development' } as const };
  const query = { idSociete: '1', runMode: 'TEST', beforeId: null, account: '411000' } as const;
  const list = async (limit: number) =>
    (await listJournalEntries(services as never, anonymous, { ...query, limit })).map(({ id }) => id);
  return { list, read, all: ids.filter(isOnAccount).toReversed() };
}

it('an account of many lines without days is listed in turns of 5,000 entries, and no entry is left out', async () => {
  const { list, read, all } = largeBooks((id) => id === 'jrn_00001' || id.endsWith('999'), 30_000);
  expect(await list(100)).toEqual(all);
  expect(read.most).toBe(5001);
  expect(await list(7)).toEqual(all.slice(0, 7));
});

it('an account that is rare in large books is found along its own lines', async () => {
  const { list, read, all } = largeBooks((id) => id < 'jrn_00003', 100);
  expect(await list(100)).toEqual(all);
  // One turn of the books before the lines, which are read to the end.
  expect(read.all).toBe(5001 + 103);
});
