import { hash } from 'node:crypto';
import { DatabaseError } from 'pg';
import { CounterUsedUpError, ValueTakenError } from '../../kernel/transacting.ts';
import type { Connection, Statement } from '../connection.ts';
import { type InsertedRows, insertInto, type NewRow, nextOfCounter } from '../new-rows.ts';

type Result = { readonly inserted: number; readonly number: number | null };

/** One statement: each row is written only where the row before it was. */
export async function insertTogether(execute: Connection['execute'], rows: readonly NewRow[]): Promise<InsertedRows> {
  const [result] = (await execute<Result>(statementOf(rows)).catch(asRefusal)).rows;
  return { isTaken: result?.inserted !== 1, number: result?.number ?? null };
}

const uniqueViolation = '23505';
const divisionByZero = '22012';

function asRefusal(error: unknown): never {
  const code = error instanceof DatabaseError ? error.code : null;
  if (code === uniqueViolation) throw new ValueTakenError((error as Error).message, { cause: error });
  if (code === divisionByZero) throw new CounterUsedUpError('a counter has no number left', { cause: error });
  throw error;
}

function statementOf(rows: readonly NewRow[]): Statement {
  const parameters = rows.flatMap(({ form, values, numbering }) => {
    if (numbering === null) return values;
    const others = values.filter((_, index) => form.columns[index] !== numbering.column);
    return [numbering.counter, numbering.first + 1, numbering.limit, ...others];
  });
  return { ...textOf(rows), parameters, isRead: false };
}

const kept = new Map<string, Pick<Statement, 'sql' | 'name'>>();

/** The text is built once for each sequence of forms. There are a dozen: with or without key, attempt and messages. */
function textOf(rows: readonly NewRow[]): Pick<Statement, 'sql' | 'name'> {
  const shape = rows.map(({ form, numbering }) => `${form.table} ${numbering?.column ?? ''}`).join();
  const found = kept.get(shape);
  if (found) return found;
  const sql = composed(rows);
  const text = { sql, name: hash('sha256', sql).slice(0, 32) };
  kept.set(shape, text);
  return text;
}

/**
 * `with row_0 as (insert … on conflict do nothing returning 1), row_1 as (insert … select … from row_0 returning 1) …`.
 * A number above the limit divides by zero, which undoes the whole statement.
 */
function composed(rows: readonly NewRow[]): string {
  let places = 0;
  const place = (): string => `$${++places}`;
  let number = 'null::bigint';
  const parts = rows.flatMap(({ form, numbering }, index) => {
    const before = index === 0 ? '' : ` from row_${index - 1}`;
    const ending = index === 0 ? 'on conflict do nothing returning 1' : 'returning 1';
    if (numbering === null) {
      return `row_${index} as (${insertInto(form)} select ${form.columns.map(place).join(', ')}${before} ${ending})`;
    }
    const [counter, first, limit] = [place(), place(), place()];
    number = '(select next - 1 from numbered)';
    const values = form.columns.map((column) =>
      column === numbering.column ? `(next - 1) / (next <= ${limit})::int` : place(),
    );
    return [
      `numbered as (insert into sequences (counter, next) select ${counter}, ${first}${before}
        on conflict (counter) do update set next = ${nextOfCounter} returning next)`,
      `row_${index} as (${insertInto(form)} select ${values.join(', ')} from numbered ${ending})`,
    ];
  });
  return `with ${parts.join(', ')} select (select count(*) from row_0) as inserted, ${number} as number`;
}
