import { stringify } from 'csv-stringify/sync';
import { expect, it } from 'vitest';
import { spreadsheet } from '../../src/kernel/locale/spreadsheet.ts';

it('lets no text begin a formula or a row', () => {
  expect(stringify([['=1+1', 'a\n=2+2', 'b\r=3+3', 'c;d', 'e']], spreadsheet)).toBe(
    `'=1+1;"a\n=2+2";"b\r=3+3";"c;d";e\r\n`,
  );
});
