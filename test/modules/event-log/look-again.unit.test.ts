import { expect, test } from 'vitest';
import { minuteMs } from '../../../src/kernel/durations.ts';
import { lastIdAt } from '../../../src/kernel/identifiers.ts';
import { lookAgain, lookAgainAgesMs } from '../../../src/modules/event-log/look-again.ts';

const [soonMs = 0, lateMs = 0] = lookAgainAgesMs;
const start = Date.UTC(2026, 10, 27);

/** Items with ids of these times; every step compares two. */
function walkAlong(times: readonly number[]) {
  const ids = times.map((at) => lastIdAt('pay', at)).toSorted();
  const cursors = new Map<string, string>();
  const steps: (readonly [string, string])[] = [];
  let isFirst = true;
  const store = {
    cursor: async (name: string) => cursors.get(name) ?? null,
    transact: <T>(work: (writes: { moveCursor: (name: string, position: string) => Promise<void> }) => Promise<T>) =>
      work({ moveCursor: async (name, position) => void cursors.set(name, position) }),
  };
  const look = async (now: number, copiedUntil = lastIdAt('pay', now), keepsLease = async () => true) => {
    steps.length = 0;
    await lookAgain({ store, clock: () => now, keepsLease }, copiedUntil, {
      ...{ name: 'example', kind: 'pay' },
      lastOf: async (from, until) =>
        ids
          .filter((id) => id > from && id <= until)
          .slice(0, 2)
          .at(-1) ?? null,
      complete: async (from, until) => {
        steps.push([from, until]);
        return isFirst;
      },
    });
    return [...steps];
  };
  return { look, ids, cursors, overtake: () => (isFirst = false) };
}

test('each item is looked at once at each age, a batch at a time', async () => {
  const { look, ids } = walkAlong([start, start + 1, start + 2]);
  expect(await look(start + soonMs - 1)).toEqual([]);
  const soon = await look(start + soonMs + minuteMs);
  expect(soon).toEqual([
    ['', ids[1]],
    [ids[1], ids[2]],
  ]);
  expect(await look(start + soonMs + 3 * minuteMs)).toEqual([]);
  expect(await look(start + lateMs + minuteMs)).toEqual(soon);
  expect(await look(start + 2 * lateMs)).toEqual([]);
});

test('what is not copied yet is not looked at', async () => {
  const { look, ids } = walkAlong([start, start + 1]);
  expect(await look(start + soonMs + minuteMs, ids[0])).toEqual([['', ids[0]]]);
});

test('a cursor moves once a minute', async () => {
  const { look, ids } = walkAlong([start, start + 1000, start + minuteMs]);
  expect(await look(start + soonMs)).toEqual([['', ids[0]]]);
  expect(await look(start + soonMs + 2000)).toEqual([]);
  expect(await look(start + soonMs + minuteMs)).toEqual([[ids[0], ids[2]]]);
});

test('a cursor that a clock moved too far comes back', async () => {
  const { look, ids } = walkAlong([start, start + 1000, start + soonMs]);
  await look(start + 2 * soonMs);
  expect(await look(start + soonMs + 1000)).toEqual([[lastIdAt('pay', start + 1000 - soonMs), ids[1]]]);
});

test('it ends where the lease is lost, and does not go on where another process was first', async () => {
  const { look, ids, cursors, overtake } = walkAlong([start, start + 1, start + 2]);
  const now = start + soonMs + minuteMs;
  expect(await look(now, undefined, async () => false)).toEqual([['', ids[1]]]);
  overtake();
  expect(await look(now + minuteMs)).toEqual([[ids[1], ids[2]]]);
  expect([...cursors.values()]).toEqual([ids[1]]);
});
