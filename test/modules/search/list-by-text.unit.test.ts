import { describe, expect, it } from 'vitest';
import { anonymous } from '../../../src/kernel/caller.ts';
import { listByText } from '../../../src/modules/search/list-by-text.ts';
import type { Services } from '../../../src/modules/search/ports.ts';
import type { FoundWords, WordQuery } from '../../../src/modules/search/search-document.ts';
import { examplePayment } from '../../support/store/examples.ts';

/** A list that ends early looks whole, so it goes on, or is refused. */

const payment = examplePayment({ commentaire: 'rare' });

/** An index that finds nothing in so many walks along frequent words, and then the payment. */
function openIndex(walks: number) {
  const asked: (number | null)[] = [];
  const searchWords = async ({ before }: WordQuery): Promise<FoundWords> => {
    asked.push(before);
    const place = before ?? 1_000_000;
    return asked.length <= walks
      ? { keys: [], isWhole: false, goesOnBefore: place - 20_000 }
      : { keys: [{ place: 1, key: payment.id }], isWhole: true };
  };
  const services = { store: { searchWords, searchScopes: async () => [] } } as unknown as Services;
  const list = () =>
    listByText(services, anonymous, {
      ...{ kind: 'PAYMENT', text: 'rare', beforeId: null, limit: 2 },
      read: async () => [payment],
    });
  return { asked, list };
}

describe('a list that is narrowed to a text', () => {
  it('goes on where a walk along frequent words stopped', async () => {
    const { asked, list } = openIndex(2);
    expect(await list()).toEqual([payment]);
    expect(asked).toEqual([null, 980_000, 960_000]);
  });

  it('is refused where it would take too many walks, and not shown as if it were whole', async () => {
    await expect(openIndex(5).list()).rejects.toThrow('text has words that are too frequent');
  });

  it('is refused where the index proposes very much that the list has not', async () => {
    const keys = Array.from({ length: 500 }, (_, place) => ({ place, key: payment.id }));
    const store = { searchWords: async () => ({ keys, isWhole: true }), searchScopes: async () => [] };
    const listing = { kind: 'PAYMENT', text: 'rare', beforeId: null, limit: 2, read: async () => [] } as const;
    await expect(listByText({ store } as unknown as Services, anonymous, listing)).rejects.toThrow('too frequent');
  });
});
