import { onceFor } from '../../kernel/once.ts';
import { CounterUsedUpError, ValueTakenError } from '../../kernel/transacting.ts';
import type { Outcome, Statement } from '../connection.ts';
import {
  type InsertedRows,
  type IsFresh,
  insertInto,
  type NewRow,
  type Numbering,
  nextOfCounter,
  requireFresh,
} from '../new-rows.ts';

const takeNumber = `insert into sequences (counter, next) values (?, ?)
  on conflict (counter) do update set next = ${nextOfCounter} returning next`;

/** A connection's `run`. */
type Run = <Row>(statement: Pick<Statement, 'sql' | 'parameters'>) => Outcome<Row>;

/** One prepared statement for each row, without a turn of the event loop between them. */
export function insertTogether(run: Run, rows: readonly NewRow[], isFresh: IsFresh): InsertedRows {
  requireFresh(isFresh);
  let number: number | null = null;
  for (const [place, row] of rows.entries()) {
    if (row.numbering) number = nextNumber(run, row.numbering);
    const parameters = row.numbering ? valuesWith(row, row.numbering, number) : row.values;
    if (place === 0) {
      if (run({ sql: sqlOf(row.form).ifFree, parameters }).changes === 0) return { isTaken: true, number };
    } else insertAfterwards(run, sqlOf(row.form).always, parameters);
  }
  return { isTaken: false, number };
}

/** SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE */
const uniqueCodes: readonly unknown[] = [1555, 2067];

function insertAfterwards(run: Run, sql: string, parameters: readonly unknown[]): void {
  try {
    run({ sql, parameters });
  } catch (error) {
    const isTaken = uniqueCodes.includes((error as { readonly errcode?: unknown }).errcode);
    throw isTaken ? new ValueTakenError((error as Error).message, { cause: error }) : error;
  }
}

function nextNumber(run: Run, { counter, first, limit }: Numbering): number {
  const [row] = run<{ readonly next: number }>({ sql: takeNumber, parameters: [counter, first + 1] }).rows;
  if (row === undefined || row.next > limit) throw new CounterUsedUpError(`${counter} has no number below ${limit}`);
  return row.next - 1;
}

const valuesWith = ({ form, values }: NewRow, { column }: Numbering, number: number | null): readonly unknown[] =>
  values.map((value, index) => (form.columns[index] === column ? number : value));

const sqlOf = onceFor((form: NewRow['form']) => {
  const always = `${insertInto(form)} values (${form.columns.map(() => '?').join(', ')})`;
  return { always, ifFree: `${always} on conflict do nothing` };
});
