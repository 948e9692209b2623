import { decimalComma } from '../money.ts';

/**
 * How `csv-stringify` writes for French spreadsheets. A text that begins like a formula (`=`, `+`, `-`, `@`, also as wide
 * signs, tab, carriage return) gets an apostrophe, so that a spreadsheet does not run what a customer wrote. A text of
 * several lines gets quotation marks: else each line would begin a row.
 */
export const spreadsheet = {
  delimiter: ';',
  record_delimiter: '\r\n',
  escape_formulas: true,
  quoted_match: /[\r\n]/,
} as const;

/** The same, where the numbers are cents: one below zero stays a number, which a text that begins with a minus would not. */
export const spreadsheetOfCents = { ...spreadsheet, cast: { number: decimalComma } } as const;
