/**
 * Reads a list to its end, a page at a time. Each page comes after the last item of the page before; the first one that
 * is not full is the last.
 */
export async function* walkPages<Item, Place>(
  size: number,
  start: Place,
  read: (after: Place, limit: number) => Promise<readonly Item[]>,
  placeOf: (item: Item) => Place,
): AsyncGenerator<readonly Item[], void> {
  for (let after = start; ; ) {
    const page = await read(after, size);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    if (page.length < size) return;
    after = placeOf(last);
  }
}

/** The same, item by item. */
export async function* walkItems<Item, Place>(
  size: number,
  start: Place,
  read: (after: Place, limit: number) => Promise<readonly Item[]>,
  placeOf: (item: Item) => Place,
): AsyncGenerator<Item, void> {
  for await (const page of walkPages(size, start, read, placeOf)) yield* page;
}

/** The pages of a list that is here already. */
export function* pagesOf<Item>(size: number, items: readonly Item[]): Generator<readonly Item[], void> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
