import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createIndexText, type IndexBuild } from './index-build.ts';
import type { DatabaseKind } from './table.ts';

const kindColumns = [
  ...['effective_run_mode', 'id_societe', 'client', 'id_origin'],
  ...['payment_target', 'payment_type', 'status'],
];
/** How many payments of a million share the values, for SQLite's planner. */
const alike = [900_000, 230_000, 60_000, 55_000, 50_000, 45_000, 10_000];

const sorted = [
  { by: ['id'], where: '' },
  { by: ['amount_cents', 'id'], where: '' },
  { by: ['due_date', 'id'], where: ' where due_date is not null' },
];

const nameOf = (by: readonly string[]): string =>
  ['payment_list_kind', ...by.filter((column) => column !== 'id')].join('_');

/**
 * For lists of payments by any combination of what takes few values: payments that have all of it in common stand
 * together, in each order of a list. The worker of the lists writes these, an initiation does not.
 */
export const paymentKindIndexes: readonly IndexBuild[] = sorted.map(({ by, where }) => ({
  name: nameOf(by),
  on: `payment_list (${[...kindColumns, ...by].join()})${where}`,
}));

/** On PostgreSQL they were made beforehand, while older gateways write: see `builtBeforehand`. */
export const createPaymentKinds = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    for (const index of paymentKindIndexes) await sql.raw(createIndexText(index)).execute(db);
    if (kind === 'postgres') return;
    for (const { by } of sorted) {
      const figures = [1_000_000, ...alike, ...by.map(() => 1)].join(' ');
      await sql`insert into sqlite_stat1 (tbl, idx, stat)
        values ('payment_list', ${nameOf(by)}, ${figures})`.execute(db);
    }
  },
});
