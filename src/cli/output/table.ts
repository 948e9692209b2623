/** Columns side by side, each as wide as its widest cell; a row is a line that begins with two blanks. */
export function tableOf(rows: readonly (readonly string[])[]): string[] {
  // Not by arguments of one call: a table may have a hundred thousand rows.
  const widths = (rows[0] ?? []).map((_cell, column) =>
    rows.reduce((width, row) => Math.max(width, (row[column] ?? '').length), 0),
  );
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}

/** The same under a line of titles, as one text. */
export const titledTable = (titles: readonly string[], rows: readonly (readonly string[])[]): string =>
  `${tableOf([titles, ...rows]).join('\n')}\n`;
