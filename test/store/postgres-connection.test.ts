import { inspect } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connection } from '../../src/store/connection.ts';
import { poolConfig, postgresConnection } from '../../src/store/postgres/connection.ts';
import { postgres } from '../support/databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { openTestStore } from '../support/store/examples.ts';

describe('a connection to PostgreSQL', () => {
  let pool: pg.Pool;
  let connection: Connection;
  const opened = openForGroup(() => openTestStore(postgres));
  beforeAll(async () => {
    pool = new pg.Pool({ ...poolConfig(opened.databaseUrl), max: 1 });
    connection = postgresConnection(pool);
  });
  afterAll(async () => {
    await pool.end();
  });

  const read = async (sql: string, name: string | null = null) =>
    (await connection.execute<Record<string, unknown>>({ sql, parameters: [], name, isRead: true })).rows;

  test.each([
    ['statement_timeout', '10s'],
    ['lock_timeout', '5s'],
    ['idle_in_transaction_session_timeout', '10s'],
  ])('has a limit: %s of %s', async (name, limit) => {
    expect(await read(`select current_setting('${name}') as limit`)).toEqual([{ limit }]);
  });

  test('reads 64-bit integers as numbers, and refuses those that no number can hold', async () => {
    expect(await read('select 9007199254740991::int8 as large, -5::int8 as small')).toEqual([
      { large: 9007199254740991, small: -5 },
    ]);
    await expect(read('select 9007199254740993::int8 as larger')).rejects.toThrow('2^53');
    expect(await read('select 1::int8 as one')).toEqual([{ one: 1 }]);
  });

  test('keeps a statement prepared where it has a name, and only there', async () => {
    for (let count = 0; count < 3; count++) {
      await read('select 1 as kept', 'kept');
      await read('select 2 as not_kept');
    }
    const prepared = await read('select name, statement from pg_prepared_statements');
    expect(prepared).toEqual([{ name: 'kept', statement: 'select 1 as kept' }]);
  });

  test('keeps the values of a refused row out of its errors', async () => {
    const columns = "insert into sequences (counter, next) values ('jean.dupont@exemple.fr', 0)";
    const refusal = await read(columns).catch((error: unknown) => error);
    expect(String(refusal)).toMatch(/check/);
    expect(inspect(refusal, { depth: 5 })).not.toContain('jean.dupont');
  });

  test('finds nothing that is equal to a text with a NUL, and does not store one', async () => {
    const sql = 'select 1 as found where $1 = $1';
    const statement = { sql, parameters: ['a\0b'], name: null, isRead: true };
    expect((await connection.execute(statement)).rows).toEqual([]);
    await expect(connection.execute({ ...statement, isRead: false })).rejects.toThrow('0x00');
  });
});
