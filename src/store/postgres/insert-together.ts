import { hash } from 'node:crypto';
import { DatabaseError } from 'pg';
import { CounterUsedUpError, ValueTakenError } from '../../kernel/transacting.ts';
import type { Connection, Statement } from '../connection.ts';
import { type InsertedRows, type IsFresh, insertInto, type NewRow, nextOfCounter, requireFresh } from '../new-rows.ts';

type Result = { readonly inserted: number; readonly number: number | null };

/** One statement: each row is written only where the row before it was. */
export async function insertTogether(
  execute: Connection['execute'],
  rows: readonly NewRow[],
  isFresh: IsFresh,
): Promise<InsertedRows> {
  requireFresh(isFresh);
  const [result] = (await execute<Result>(statementOf(rows)).catch(asRefusal)).rows;
  return { isTaken: result?.inserted !== 1, number: result?.number ?? null };
}

/**
 * One statement for the rows of several units. The units have the same forms in the same order, and no counter.
 * @throws where one unit is refused: then nothing of any unit is written.
 */
export async function insertUnits(
  execute: Connection['execute'],
  units: readonly (readonly NewRow[])[],
): Promise<readonly InsertedRows[]> {
  if (units.length === 0) return [];
  const forms = units[0]?.map(({ form }) => form) ?? [];
  const { columns = [], grouping } = forms[0] ?? {};
  const idOf = ([first]: readonly NewRow[]): unknown => first?.values[columns.indexOf(grouping?.id ?? '')];
  const parameters = [
    units.map(idOf),
    ...forms.map((_form, place) => JSON.stringify(units.map((rows) => recordOf(rows[place] as NewRow)))),
  ];
  const { rows } = await execute<{ readonly unit: unknown }>({
    ...keptText(`units of ${shapeOf(units[0] ?? [])}`, () => composedOfUnits(forms)),
    ...{ parameters, isRead: false },
  });
  const written = new Set(rows.map(({ unit }) => unit));
  return units.map((unit) => ({ isTaken: !written.has(idOf(unit)), number: null }));
}

const recordOf = ({ form, values }: NewRow): object =>
  Object.fromEntries(form.columns.map((column, index) => [column, values[index]]));

export const uniqueViolation = '23505';
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
  return { ...keptText(shapeOf(rows), () => composed(rows)), parameters, isRead: false };
}

/** The sequence of forms. There are a dozen: with or without key, attempt and messages. */
export const shapeOf = (rows: readonly NewRow[]): string =>
  rows.map(({ form, numbering }) => `${form.table} ${numbering?.column ?? ''}`).join();

type Text = Pick<Statement, 'sql' | 'name'>;
const kept = new Map<string, Text>();

/** The text is built once for each shape. */
function keptText(shape: string, compose: () => string): Text {
  const found = kept.get(shape);
  if (found) return found;
  const sql = compose();
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

/** How long a unit may wait for others: for a lock, or for a server that is gone. */
export const patienceMs = 1000;

/**
 * `with row_0 as (insert … select … from json_populate_recordset(…, $2) on conflict do nothing returning id), row_1 as
 * (insert … where the unit at this place is written) …`. JSON, because an array for each column costs more. It gives up a
 * lock that does not come: only one unit has to wait for it. The setting ends with the statement.
 */
function composedOfUnits(forms: readonly NewRow['form'][]): string {
  const parts = forms.map((form, index) => {
    const columns = form.columns.map((column) => `"${column}"`).join(', ');
    const rows = `json_populate_recordset(null::"${form.table}", $${index + 2})`;
    const from = index === 0 ? `(select set_config('lock_timeout', '${patienceMs}', true)) as patience, ${rows}` : rows;
    const insert = `${insertInto(form)} select ${columns} from ${from}`;
    return index === 0
      ? `row_0 as (${insert} on conflict do nothing returning "${form.grouping?.id}" as unit),
         written as (select place from unnest($1::text[]) with ordinality as units (unit, place) join row_0 using (unit))`
      : `row_${index} as (${insert} with ordinality where ordinality in (select place from written))`;
  });
  return `with ${parts.join(', ')} select unit from row_0`;
}
