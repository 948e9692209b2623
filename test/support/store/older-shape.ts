import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Kysely, PostgresDialect } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';
import { openSqlite } from '../../../src/store/sqlite/connection.ts';
import { sqliteDialect } from '../../../src/store/sqlite/dialect.ts';
import type { TestDatabase, TestDatabases } from '../databases.ts';

const folder = path.resolve('src/store/migrations');

type Kind = TestDatabases['name'];

async function migrationsBefore(name: string, kind: Kind): Promise<Record<string, Migration>> {
  const files = readdirSync(folder).filter((file) => /^\d{4}-/.test(file) && file < name);
  const migrations: Record<string, Migration> = {};
  for (const file of files) {
    const exported = Object.values((await import(pathToFileURL(path.join(folder, file)).href)) as object);
    const made = exported.find((one) => typeof one === 'function' || 'up' in one);
    migrations[file.replace('.ts', '')] = typeof made === 'function' ? made(kind) : made;
  }
  return migrations;
}

/** A database as it was before this change of its shape, such as `0065`. */
export async function openOlder({ name, openEmpty }: TestDatabases, change: string): Promise<TestDatabase> {
  const database = await openEmpty();
  const { databaseUrl } = database;
  const dialect =
    name === 'sqlite'
      ? sqliteDialect(openSqlite(databaseUrl.replace('sqlite:', ''), { isReadOnly: false }))
      : new PostgresDialect({ pool: new pg.Pool({ connectionString: databaseUrl }) });
  const db = new Kysely<unknown>({ dialect });
  const migrations = await migrationsBefore(change, name);
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  assert.equal(error, undefined);
  await db.destroy();
  return database;
}
