import { StaleVersionError } from '../kernel/until-fresh.ts';

/** Rows that are inserted together: all of them, or none. They are data, so that an engine writes them in one go. */

/** A table and the columns that an insert names. One constant for each form: engines keep its SQL. */
export type RowForm<Row extends object> = {
  readonly table: string;
  readonly columns: readonly (keyof Row & string)[];
  /** Rows of several callers may be written by one statement where the first row of each names these columns. */
  readonly grouping?: {
    /** Has another value in each row. */
    readonly id: keyof Row & string;
    /** The unique value that another gateway may want to write at the same time. */
    readonly contested: keyof Row & string;
  };
};

export type NewRow = {
  readonly form: RowForm<Record<string, unknown>>;
  /** In the order of the form's columns. */
  readonly values: readonly unknown[];
  readonly numbering: Numbering | null;
};

/** One column gets the next number of a counter: of those of one day, at a bank. */
export type Numbering = {
  readonly column: string;
  readonly counter: string;
  readonly first: number;
  /** The number after the last one. */
  readonly limit: number;
};

/**
 * `isTaken`: a unique value of the first row is taken, and nothing was written. A unique value of a later row that is
 * taken is a `ValueTakenError`, and a counter at its limit a `CounterUsedUpError`: both end a transaction.
 */
export type InsertedRows = {
  readonly isTaken: boolean;
  readonly number: number | null;
  /** The answer to a first try was lost: a value may be taken by these very rows. */
  readonly isRepeated?: boolean;
};

export const newRow = <Row extends object>(
  form: RowForm<Row>,
  row: Row,
  numbering: Numbering | null = null,
): NewRow => ({ form: form as NewRow['form'], values: form.columns.map((column) => row[column]), numbering });

/** Asked just before rows are sent, because they may have waited for a lock, a connection or a process that stood still. */
export type IsFresh = () => boolean;

export function requireFresh(isFresh: IsFresh): void {
  if (!isFresh()) throw new StaleVersionError('what is to be inserted was drawn too long ago');
}

/** The next number of a counter, in `insert into sequences (counter, next) … on conflict (counter) do update`. */
export const nextOfCounter = 'case when sequences.next < excluded.next then excluded.next else sequences.next + 1 end';

/** `insert into "t" ("a", "b")` */
export const insertInto = ({ table, columns }: NewRow['form']): string =>
  `insert into "${table}" (${columns.map((column) => `"${column}"`).join(', ')})`;
