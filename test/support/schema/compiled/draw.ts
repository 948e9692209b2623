/** Numbers that look random and depend on the seed alone. */
export type Draw = {
  /** From 0 up to and without `below`. */
  readonly number: (below: number) => number;
  /** True in one of so many draws. */
  readonly oneIn: (many: number) => boolean;
  readonly of: <Item>(items: readonly Item[]) => Item;
  /** For texts and ids of an input. */
  readonly texts: readonly string[];
};

const someTexts = ['a', 'pay_none', '12', 'é', '2026-11-27'];

export function drawFrom(seed: number, texts: readonly string[] = someTexts): Draw {
  let state = seed >>> 0;
  const next = (): number => {
    // Mulberry32.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const number = (below: number): number => next() % below;
  return { number, texts, oneIn: (many) => number(many) === 0, of: (items) => items[number(items.length)] as never };
}

/** FNV-1a, mixed once more: neighbouring texts get numbers far apart. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
