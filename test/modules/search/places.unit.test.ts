import { expect, test } from 'vitest';
import { placeOf, placesFor } from '../../../src/modules/search/search-document.ts';

test('documents of one millisecond take few tries each, and stay near their time', () => {
  const documents = Array.from({ length: 10_000 }, (_, index) => ({ key: `cus_1/${index}`, at: 1_795_000_000_000 }));
  const taken = new Set<number>();
  let tries = 0;
  for (const document of documents) {
    const places = placesFor(document);
    let place = places.next().value;
    for (tries++; taken.has(place); tries++) place = places.next().value;
    taken.add(place);
  }
  expect(tries / documents.length).toBeLessThan(10);
  const own = placeOf(documents[0] ?? { key: '', at: 0 });
  // 4096 places are a millisecond.
  expect((Math.max(...taken) - own) / 4096).toBeLessThan(1_000);
  expect(Math.min(...taken)).toBe(own);
});

test('a document stands at the place of its id where that is free', () => {
  const document = { key: `pay_${'0'.repeat(11)}17001${'0'.repeat(16)}`, at: 0 };
  expect(placesFor(document).next().value).toBe(placeOf(document));
});
