import { type RawBuilder, sql } from 'kysely';

export type DatabaseKind = 'sqlite' | 'postgres';

/** The types of columns and the end of a table: the only syntax in which the databases differ. */
export type TableWords = {
  /** Compared byte by byte, so that ids sort the same everywhere. */
  readonly text: RawBuilder<unknown>;
  /** 64 bits. */
  readonly integer: RawBuilder<unknown>;
  readonly bytes: RawBuilder<unknown>;
  readonly end: RawBuilder<unknown>;
};

export const tableWords: Readonly<Record<DatabaseKind, TableWords>> = {
  // A strict table refuses a value of another type, which SQLite would otherwise keep.
  sqlite: { text: sql`text`, integer: sql`integer`, bytes: sql`blob`, end: sql`strict` },
  postgres: { text: sql`text collate "C"`, integer: sql`bigint`, bytes: sql`bytea`, end: sql`` },
};
