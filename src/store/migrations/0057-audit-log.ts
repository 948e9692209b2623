import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/** Who did what, and the chain over it. */
export const createAuditLog = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    const { text, integer, end } = tableWords[kind];
    await db.schema
      .createTable('audit_entries')
      .addColumn('id', text, (column) => column.primaryKey().notNull())
      .addColumn('at', integer, (column) => column.notNull())
      .addColumn('actor', text, (column) => column.notNull())
      .addColumn('roles', text, (column) => column.notNull())
      .addColumn('operator', text)
      .addColumn('action', text, (column) => column.notNull())
      .addColumn('object', text)
      .addColumn('outcome', text, (column) => column.notNull())
      .addColumn('code', text)
      .addColumn('request', text)
      .addColumn('approval', text)
      .modifyEnd(end)
      .execute();
    for (const column of ['actor', 'action', 'object']) {
      await db.schema.createIndex(`audit_entries_${column}`).on('audit_entries').columns([column, 'id']).execute();
    }
    await db.schema
      .createIndex('audit_entries_operator')
      .on('audit_entries')
      .columns(['at', 'id'])
      .where(sql.ref('operator'), '<>', sql.lit('erased'))
      .execute();
    await db.schema
      .createTable('audit_anchors')
      .addColumn('number', integer, (column) => column.primaryKey().notNull().check(sql`number >= 1`))
      .addColumn('at', integer, (column) => column.notNull())
      .addColumn('from_entry', text, (column) => column.notNull())
      .addColumn('until_entry', text, (column) => column.notNull())
      .addColumn('entries', text, (column) => column.notNull())
      .addColumn('previous_hash', text)
      .addColumn('hash', text, (column) => column.notNull())
      .addCheckConstraint('audit_anchors_chain', sql`(number = 1) = (previous_hash is null)`)
      .modifyEnd(end)
      .execute();
  },
});
