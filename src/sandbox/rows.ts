import assert from 'node:assert/strict';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';

export type Row = Record<string, SQLOutputValue>;

export const word = (row: Row, column: string): string => {
  const value = row[column];
  assert(typeof value === 'string', `${column} is text`);
  return value;
};
export const count = (row: Row, column: string): number => {
  const value = row[column];
  assert(typeof value === 'number', `${column} is a number`);
  return value;
};
export const wordOrNull = (row: Row, column: string): string | null =>
  row[column] === null ? null : word(row, column);

/** All of it or nothing. Within another one it is a part of that. */
export function atomically<Result>(database: DatabaseSync, work: () => Result): Result {
  if (database.isTransaction) return work();
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
