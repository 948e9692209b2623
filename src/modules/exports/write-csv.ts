import assert from 'node:assert/strict';
import { stringify } from 'csv-stringify/sync';
import { spreadsheetOfCents } from '../../kernel/locale/spreadsheet.ts';
import type { Column } from './columns.ts';
import type { Asked, Page } from './export-kind.ts';

/** For spreadsheets in French: semicolons, decimal commas, a byte order mark, times in Paris. */

export const csvType = 'text/csv; charset=utf-8; header=present';

const textOf = (rows: readonly (readonly (string | number)[])[]): string =>
  stringify(rows as (string | number)[][], spreadsheetOfCents);

/** Without the columns that name people, where they were not asked for. @param row one cell for each column */
function shown<Value>(columns: readonly Column[], { names }: Asked, row: readonly Value[]): readonly Value[] {
  assert(row.length === columns.length, 'a row has one cell for each column');
  return row.filter((_cell, place) => names || !columns[place]?.isName);
}

export const headOf = (columns: readonly Column[], asked: Asked): string =>
  `\uFEFF${textOf([shown(columns, asked, columns).map((column) => column[asked.language])])}`;

/** Text, or cents, which may be below zero. */
type Cell = string | number | null;

export const pageOf = (columns: readonly Column[], asked: Asked, rows: readonly (readonly Cell[])[]): Page => ({
  rows: rows.length,
  text: textOf(rows.map((row) => shown(columns, asked, row).map((cell) => cell ?? ''))),
});

const parisTime = new Intl.DateTimeFormat('sv-SE', {
  ...{ timeZone: 'Europe/Paris', year: 'numeric', month: '2-digit', day: '2-digit' },
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
});

/** `2026-11-25 10:30:00`, in Paris. */
export const momentOf = (at: number): string => parisTime.format(at);
