import assert from 'node:assert/strict';
import { type Kysely, sql } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { first, pick, preparedQuery } from '../../../store/prepared-query.ts';
import { consolePage, type SavedView, type SavedViewReads, type SavedViewWrites } from '../views/saved-view.ts';
import { type SavedViewRow, savedViewColumns, type Tables } from './tables.ts';

type Changed = Pick<SavedViewRow, 'id' | 'name' | 'search' | 'is_shared' | 'societes' | 'updated_at'>;

export function savedViewQueries(db: Kysely<Tables>) {
  const views = db.selectFrom('saved_views').select(savedViewColumns);
  return {
    savedView: preparedQuery(({ id }: { id: string }) => views.where('id', '=', id)),
    savedViewsOf: preparedQuery(({ owner }: { owner: string }) => views.where('owner', '=', owner).orderBy('id')),
    sharedViews: preparedQuery(({ limit }: { limit: number }) =>
      views
        .where('is_shared', '=', sql.lit(1))
        // Along the index of what is shared.
        .where('id', '<', sql.lit('sav_g'))
        .orderBy('id', 'desc')
        .limit(limit),
    ),
    insertSavedView: preparedQuery((row: SavedViewRow) =>
      db.insertInto('saved_views').values(pick(row, savedViewColumns)),
    ),
    updateSavedView: preparedQuery((row: Changed) =>
      db
        .updateTable('saved_views')
        .set(pick(row, ['name', 'search', 'is_shared', 'societes', 'updated_at'] as const))
        .where('id', '=', row.id),
    ),
    removeSavedView: preparedQuery(({ id }: { id: string }) => db.deleteFrom('saved_views').where('id', '=', id)),
    removeSavedViewsOf: preparedQuery(({ owner }: { owner: string }) =>
      db.deleteFrom('saved_views').where('owner', '=', owner),
    ),
  };
}

type Prepared = Preparation<typeof savedViewQueries>;

export const createSavedViewReads = ({ queries }: Prepared, connection: Connection): SavedViewReads => ({
  savedView: async (id) => first(await queries.savedView(connection, { id }), viewOf),
  savedViewsOf: async (owner) => (await queries.savedViewsOf(connection, { owner })).rows.map(viewOf),
  sharedViews: async (limit) => (await queries.sharedViews(connection, { limit })).rows.map(viewOf),
});

export const createSavedViewWrites = ({ queries }: Prepared, connection: Connection): SavedViewWrites => ({
  insertSavedView: async ({ owner, page, createdAt, ...view }) => {
    await queries.insertSavedView(connection, { ...changedOf(view), owner, page, created_at: createdAt });
  },
  updateSavedView: async (view) => {
    await queries.updateSavedView(connection, changedOf(view));
  },
  removeSavedView: async (id) => {
    await queries.removeSavedView(connection, { id });
  },
  removeSavedViewsOf: async (owner) => (await queries.removeSavedViewsOf(connection, { owner })).changes,
});

const changedOf = (view: Parameters<SavedViewWrites['updateSavedView']>[0]): Changed => ({
  ...{ id: view.id, name: view.name, search: view.search, is_shared: view.isShared ? 1 : 0 },
  ...{ societes: view.societes && JSON.stringify(view.societes), updated_at: view.updatedAt },
});

function viewOf(row: SavedViewRow): SavedView {
  const { id, owner, name, page, search } = row;
  assert(consolePage.has(page), 'what is stored is a ConsolePage');
  return {
    ...{ id, owner, name, page, search, isShared: row.is_shared === 1 },
    societes: row.societes === null ? null : JSON.parse(row.societes),
    ...{ createdAt: row.created_at, updatedAt: row.updated_at },
  };
}
