/** Columns as wide as their longest cell; numbers stand to the right. */
export function cells(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const lines = [heads, ...rows].map((row) => row.map(String));
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const isNumber = (column: number): boolean => rows.every((row) => /^-?[\d.,]+$/.test(String(row[column] ?? '')));
  const written = lines.map((line) =>
    line
      .map((cell, column) => (isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return written.map((line) => `  ${line}`).join('\n');
}

export const euros = (cents: number): string => (cents / 100).toFixed(2);
