import type { ObjectReader } from './given-fields.ts';

/** A line of names and a line of values (RFC 4180). More than one line of values is refused: one request, one payment. */
export const readCsv: ObjectReader = (text) => {
  const rows = rowsOf(text);
  const [names, values, ...more] = rows ?? [];
  if (!names || more.length > 0) return null;
  return names.flatMap((name, index): (readonly [string, string])[] => {
    const value = values?.[index];
    return value === undefined ? [] : [[name.trim(), value]];
  });
};

/** Null where a quote is left open or text follows a closing one. Empty lines do not count. */
function rowsOf(text: string): string[][] | null {
  const rows: string[][] = [];
  let row: string[] = [];
  let position = 0;
  while (position <= text.length) {
    const cell = cellAt(text, position);
    if (cell === null) return null;
    row.push(cell.value);
    position = cell.end + 1;
    if (text.charAt(cell.end) === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
    if (text.charAt(cell.end) === '\r' && text.charAt(position) === '\n') position++;
  }
  return rows;
}

const endsCell = new Set(['', ',', '\r', '\n']);

function cellAt(text: string, start: number): { readonly value: string; readonly end: number } | null {
  if (text.charAt(start) === '"') return quotedCellAt(text, start);
  let end = start;
  while (!endsCell.has(text.charAt(end))) end++;
  return { value: text.slice(start, end), end };
}

function quotedCellAt(text: string, start: number): { readonly value: string; readonly end: number } | null {
  for (let index = text.indexOf('"', start + 1); index >= 0; index = text.indexOf('"', index + 2)) {
    if (text.charAt(index + 1) === '"') continue;
    const value = text.slice(start + 1, index).replaceAll('""', '"');
    return endsCell.has(text.charAt(index + 1)) ? { value, end: index + 1 } : null;
  }
  return null;
}
