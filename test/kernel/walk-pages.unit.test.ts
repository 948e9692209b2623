import { expect, test } from 'vitest';
import { walkItems, walkPages } from '../../src/kernel/walk-pages.ts';

/** A list of numbers from 1 on, and the places after which it was read. */
function listOf(length: number) {
  const asked: number[] = [];
  const read = async (after: number, limit: number): Promise<readonly number[]> => {
    asked.push(after);
    return Array.from({ length: Math.min(limit, length - after) }, (_, index) => after + index + 1);
  };
  return { asked, read };
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

test.each([
  [0, [0]],
  [2, [0]],
  [3, [0, 3]],
  [7, [0, 3, 6]],
])('a list of %i is read to its end, and not further', async (length, places) => {
  const { asked, read } = listOf(length);
  const pages = await all(walkPages(3, 0, read, (item) => item));
  expect([pages.flat(), asked]).toEqual([Array.from({ length }, (_, index) => index + 1), places]);
  expect(pages.every((page) => page.length > 0)).toBe(true);
  expect(await all(walkItems(3, 0, read, (item) => item))).toEqual(pages.flat());
});

test('what is not asked for is not read', async () => {
  const { asked, read } = listOf(100);
  for await (const item of walkItems(3, 0, read, (one) => one)) if (item === 4) break;
  expect(asked).toEqual([0, 3]);
});
