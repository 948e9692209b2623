import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportColumns } from '../../../src/modules/exports/columns.ts';
import { headOf, pageOf } from '../../../src/modules/exports/write-csv.ts';

const asked = { language: 'fr', names: true } as const;
const columns = exportColumns.suspense;

/** As spreadsheets read it: each of these ends a row outside of quotation marks. */
const read = (text: string): string[][] =>
  parse(text, { delimiter: ';', record_delimiter: ['\r\n', '\n', '\r'], bom: true });

/** A row with a text of a bank, which may have several lines. */
const rowWith = (remittance: string): (string | number)[] => [
  ...['2026-11-24', 'B1', '2026-11-24', 'CREDIT', -1250, 'bkx_1', 'jrn_1', 'ETS MOREAU'],
  remittance,
];

describe('a row of an export', () => {
  it.each(['FACTURE 12\n=1+1', 'FACTURE\r=1+1', 'a\n\nb', '\n=1', 'a;b', 'say "x"\r\n'])(
    'holds the text %j in one cell',
    (text) => {
      const [head, row, ...more] = read(headOf(columns, asked) + pageOf(columns, asked, [rowWith(text)]).text);
      expect(head).toHaveLength(columns.length);
      expect([row?.slice(3, 5), row?.at(-1), more]).toEqual([['CREDIT', '-12,50'], text, []]);
    },
  );

  it('leaves out what names people where it was not asked for, also before a later column', () => {
    const later = [...columns, { en: 'days', fr: 'jours' }];
    const withoutNames = { language: 'fr', names: false } as const;
    const [head, row] = read(
      headOf(later, withoutNames) + pageOf(later, withoutNames, [[...rowWith('FACTURE 12'), 'trois']]).text,
    );
    expect(head?.at(-1)).toBe('jours');
    expect(row?.slice(6)).toEqual(['jrn_1', 'trois']);
  });

  it('has a cell for each column, or is not written', () => {
    expect(() => pageOf(columns, asked, [rowWith('FACTURE 12').slice(1)])).toThrow('one cell for each column');
  });

  it('is one row, whatever its texts are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom(...'a;"\'=+-@\t\r\n') })), (texts) => {
        expect(read(headOf(columns, asked) + pageOf(columns, asked, texts.map(rowWith)).text)).toHaveLength(
          texts.length + 1,
        );
      }),
    );
  });
});
