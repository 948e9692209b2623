import { type Kysely, sql } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { done, first, insertRow, pick, preparedQuery } from '../../../store/prepared-query.ts';
import type { SavedViewReads, SavedViewWrites } from '../views/saved-view.ts';
import { type SavedViewRow, savedViews, type Tables } from './tables.ts';

type Changed = Pick<SavedViewRow, 'id' | 'name' | 'search' | 'is_shared' | 'societes' | 'updated_at'>;

export function savedViewQueries(db: Kysely<Tables>) {
  const views = db.selectFrom('saved_views').select(savedViews.columns);
  return {
    savedView: preparedQuery(({ id }: { id: string }) => views.where('id', '=', id)),
    savedViewsAfter: preparedQuery(({ after, limit }: { after: string; limit: number }) =>
      views.where('id', '>', after).orderBy('id').limit(limit),
    ),
    savedViewsOf: preparedQuery(({ owner }: { owner: string }) => views.where('owner', '=', owner).orderBy('id')),
    sharedViews: preparedQuery(({ limit }: { limit: number }) =>
      views
        .where('is_shared', '=', sql.lit(1))
        // Along the index of what is shared.
        .where('id', '<', sql.lit('sav_g'))
        .orderBy('id', 'desc')
        .limit(limit),
    ),
    insertSavedView: insertRow(db, 'saved_views', savedViews.columns),
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
  savedView: async (id) => first(await queries.savedView(connection, { id }), savedViews.read),
  savedViewsAfter: async (after, limit) =>
    (await queries.savedViewsAfter(connection, { after, limit })).rows.map(savedViews.read),
  savedViewsOf: async (owner) => (await queries.savedViewsOf(connection, { owner })).rows.map(savedViews.read),
  sharedViews: async (limit) => (await queries.sharedViews(connection, { limit })).rows.map(savedViews.read),
});

export const createSavedViewWrites = ({ queries }: Prepared, connection: Connection): SavedViewWrites => ({
  insertSavedView: (view) => done(queries.insertSavedView(connection, savedViews.write(view))),
  updateSavedView: (view) => done(queries.updateSavedView(connection, savedViews.write(view))),
  removeSavedView: (id) => done(queries.removeSavedView(connection, { id })),
  removeSavedViewsOf: async (owner) => (await queries.removeSavedViewsOf(connection, { owner })).changes,
});
