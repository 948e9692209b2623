import { randomOf } from '../drawn.ts';

/** Draws that are the same for the same label, in their order. */
export type Dice = {
  /** 0 to `limit`, `limit` excluded. */
  readonly below: (limit: number) => number;
  /** True in so many of a hundred draws. */
  readonly percent: (share: number) => boolean;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** One of the keys, by their weights. */
  readonly weigh: <Key extends string>(weights: Readonly<Record<Key, number>>) => Key;
  /** Around `median`, with a few much larger ones, as invoices are. In cents. */
  readonly amount: (median: number, spread?: number) => number;
  /** Dice of its own, so that more draws here change none there. */
  readonly of: (label: string) => Dice;
};

const steps = 2 ** 32;

export function createDice(label: string): Dice {
  let count = 0;
  const below = (limit: number): number => randomOf(`${label} ${count++}`, limit);
  const share = (): number => (below(steps - 1) + 1) / steps;
  /** By Box and Muller. */
  const bell = (): number => Math.sqrt(-2 * Math.log(share())) * Math.cos(2 * Math.PI * share());
  return {
    below,
    percent: (wanted) => share() * 100 < wanted,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
    weigh: (weights) => {
      const entries = Object.entries(weights) as [keyof typeof weights, number][];
      let left = share() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      const found = entries.find(([, weight]) => {
        left -= weight;
        return left <= 0;
      });
      return (found ?? entries[0] ?? fail())[0];
    },
    amount: (median, spread = 0.7) =>
      Math.min(2_500_000, Math.max(490, Math.round(median * Math.exp(bell() * spread)))),
    of: (name) => createDice(`${label} ${name}`),
  };
}

function fail(): never {
  throw new Error('nothing to weigh');
}
