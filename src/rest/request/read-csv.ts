import { CsvError, parse } from 'csv-parse/sync';
import type { ObjectReader } from './given-fields.ts';

/**
 * A line of names and a line of values (RFC 4180). Two lines of values would be two payments, and a value without a name
 * is the rest of one that has an unquoted comma: both are refused.
 */
export const readCsv: ObjectReader = (text) => {
  const rows = rowsOf(text);
  const [names, values, ...more] = rows ?? [];
  if (!names || more.length > 0 || values?.slice(names.length).some((value) => value !== '')) return null;
  return names.flatMap((name, index): (readonly [string, string])[] => {
    const value = values?.[index];
    return value === undefined ? [] : [[name.trim(), value]];
  });
};

/** Null for an open quote, and for text beside a quoted cell. Empty lines are ignored. */
function rowsOf(text: string): string[][] | null {
  try {
    return parse(text, { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, skip_empty_lines: true });
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}
