import type { Pool } from 'pg';
import { createIndexText, type IndexBuild } from '../migrations/index-build.ts';

/**
 * Indexes that are built and dropped while gateways write. PostgreSQL does it outside of a transaction, so each step can
 * be interrupted, and is done again.
 */

/** Answers whether the index was missing. */
export async function buildConcurrently(pool: Pool, index: IndexBuild): Promise<boolean> {
  const { rows } = await pool.query<{ valid: boolean }>(
    'select indisvalid as valid from pg_index where indexrelid = to_regclass($1)',
    [index.name],
  );
  if (rows[0]?.valid) return false;
  // An interrupted build leaves an index that every write keeps up and no query reads.
  if (rows[0]) await dropConcurrently(pool, index.name);
  await pool.query(createIndexText(index, 'concurrently'));
  return true;
}

/** Answers whether the index was there. */
export async function dropConcurrently(pool: Pool, name: string): Promise<boolean> {
  const { rows } = await pool.query('select 1 from pg_class where oid = to_regclass($1)', [name]);
  if (rows.length === 0) return false;
  await pool.query(`drop index concurrently if exists ${name}`);
  return true;
}
