import type { InsertedRows, IsFresh, NewRow } from './new-rows.ts';

/** One SQL statement with its values. */
export type Statement = {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  /** Where the statement is one of a fixed set, the name under which PostgreSQL keeps it prepared. */
  readonly name: string | null;
  readonly isRead: boolean;
  /** Whether it is an insert of one row that succeeds or fails: its result need not be awaited. */
  readonly isPlainInsert?: boolean;
};

export type Outcome<Row> = {
  readonly rows: readonly Row[];
  /** How many rows were written. */
  readonly changes: number;
};

/** Runs statements: a database outside of transactions, or the transaction of a unit of work. */
export type Connection = {
  readonly execute: <Row>(statement: Statement) => Promise<Outcome<Row>>;
  /**
   * Inserts rows together, in this order: in the transaction, or else durably in one of their own.
   * @throws StaleVersionError where they waited until they were not fresh any more: nothing was written
   */
  readonly insertTogether: (rows: readonly NewRow[], isFresh: IsFresh) => Promise<InsertedRows>;
};
