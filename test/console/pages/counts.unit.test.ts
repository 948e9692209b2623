import { expect, it } from 'vitest';
import { searchTexts } from '../../../console/src/app/search/texts.ts';
import { texts as batch } from '../../../console/src/pages/batch/texts.ts';
import { texts as debits } from '../../../console/src/pages/debits/texts.ts';

it.each([
  [0, ['0 résultat', '0 prélèvement', 'Société 1 · 0 prélèvement · 0 €'], ['0 results', '0 debits']],
  [1, ['1 résultat', '1 prélèvement', 'Société 1 · 1 prélèvement · 0 €'], ['1 result', '1 debit']],
  [2, ['2 résultats', '2 prélèvements', 'Société 1 · 2 prélèvements · 0 €'], ['2 results', '2 debits']],
])('counts %i: in French the plural begins at two', (count, french, english) => {
  const { fr, en } = searchTexts;
  expect([fr.count(count, false), debits.fr.count(count), batch.fr.lead('1', count, '0 €')]).toEqual(french);
  expect([en.count(count, false), debits.en.count(count)]).toEqual(english);
});
