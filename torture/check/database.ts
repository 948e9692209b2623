import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';

/** The database read by plain SQL, which is the same for both: nothing of the gateway's own code is in between. */
export type PlainDatabase = {
  /** Each row once; the statement has no parameters. Large answers come in pages. */
  readonly rows: (sql: string) => AsyncIterable<Row>;
  readonly close: () => Promise<void>;
};

export type Row = Readonly<Record<string, unknown>>;

export async function openPlainDatabase(url: string): Promise<PlainDatabase> {
  return url.startsWith('sqlite:') ? openFile(url.slice('sqlite:'.length)) : openServer(url);
}

export function openFile(file: string): PlainDatabase {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  return {
    rows: async function* (sql) {
      for (const row of database.prepare(sql).iterate()) yield row;
    },
    close: async () => database.close(),
  };
}

const rowsPerPage = 20_000;
/** PostgreSQL's 64-bit integers and sums come as text. */
const numeric = new Set<number>([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);

async function openServer(url: string): Promise<PlainDatabase> {
  const client = new pg.Client({
    connectionString: url,
    types: {
      getTypeParser: (oid, format) => (numeric.has(oid) ? Number : pg.types.getTypeParser(oid, format)),
    },
  });
  client.on('error', () => undefined);
  await client.connect();
  return {
    rows: async function* (sql) {
      await client.query('begin isolation level repeatable read');
      try {
        await client.query(`declare page no scroll cursor for ${sql}`);
        for (;;) {
          const { rows } = await client.query<Row>(`fetch ${rowsPerPage} from page`);
          yield* rows;
          if (rows.length < rowsPerPage) break;
        }
      } finally {
        await client.query('rollback');
      }
    },
    close: () => client.end(),
  };
}

export const text = (row: Row, name: string): string => String(row[name] ?? '');
export const textOrNull = (row: Row, name: string): string | null => (row[name] == null ? null : String(row[name]));
export const count = (row: Row, name: string): number => Number(row[name] ?? 0);
