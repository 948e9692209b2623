import type { Kysely } from 'kysely';
import type { ActionReads, ActionWrites } from '../../../kernel/audit/recorded-action.ts';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { done, first, insertRow, preparedQuery } from '../../../store/prepared-query.ts';
import { recordedActions, type Tables } from './tables.ts';

/** Sorts after every id. */
const afterAll = 'act_g';

export function actionQueries(db: Kysely<Tables>) {
  const actions = db.selectFrom('recorded_actions').select(recordedActions.columns).orderBy('id', 'desc');
  return {
    action: preparedQuery(({ id }: { id: string }) => actions.where('id', '=', id)),
    actions: preparedQuery(({ beforeId, limit }: { beforeId: string; limit: number }) =>
      actions.where('id', '<', beforeId).limit(limit),
    ),
    actionsOf: preparedQuery(({ subject, beforeId, limit }: { subject: string; beforeId: string; limit: number }) =>
      actions.where('subject', '=', subject).where('id', '<', beforeId).limit(limit),
    ),
    insertAction: insertRow(db, 'recorded_actions', recordedActions.columns),
  };
}

export function createActionReads({ queries }: Preparation<typeof actionQueries>, connection: Connection): ActionReads {
  return {
    recordedAction: async (id) => first(await queries.action(connection, { id }), recordedActions.read),
    recordedActions: async ({ subject, beforeId, limit }) => {
      const page = { beforeId: beforeId ?? afterAll, limit };
      const { rows } = await (subject === null
        ? queries.actions(connection, page)
        : queries.actionsOf(connection, { ...page, subject }));
      return rows.map(recordedActions.read);
    },
  };
}

export function createActionWrites(
  { queries }: Preparation<typeof actionQueries>,
  connection: Connection,
): ActionWrites {
  return {
    insertAction: (action) => done(queries.insertAction(connection, recordedActions.write(action))),
  };
}
