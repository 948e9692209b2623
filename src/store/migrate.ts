import { type Dialect, Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { createPayments } from './migrations/0001-payments.ts';
import { createLeases } from './migrations/0002-leases.ts';
import type { DatabaseKind } from './migrations/table.ts';

/** Forward only, in this order, each once; what was released is never edited. */
const migrations: Readonly<Record<string, (kind: DatabaseKind) => Migration>> = {
  '0001-payments': createPayments,
  '0002-leases': createLeases,
};

/**
 * Brings the database behind `dialect` to the present shape, in one transaction, and closes it. Several gateways may
 * do so at once: the first one works, the others wait.
 */
export async function migrateToLatest(kind: DatabaseKind, dialect: Dialect): Promise<void> {
  const db = new Kysely<unknown>({ dialect });
  try {
    const provider = {
      getMigrations: async () =>
        Object.fromEntries(Object.entries(migrations).map(([name, create]) => [name, create(kind)])),
    };
    const { error } = await new Migrator({ db, provider }).migrateToLatest();
    if (error === undefined) return;
    throw new Error('The database could not be brought to the present shape.', { cause: error });
  } finally {
    await db.destroy();
  }
}
