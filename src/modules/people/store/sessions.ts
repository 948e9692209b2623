import type { Kysely } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { done, first, insertRow, pick, preparedQuery } from '../../../store/prepared-query.ts';
import type { SessionReads, SessionWrites } from '../session.ts';
import { personOf } from './people.ts';
import { people, type SessionRow, sessions, type Tables } from './tables.ts';

/** Browser sessions. */

export function sessionQueries(db: Kysely<Tables>) {
  const found = db.selectFrom('sessions').select(sessions.columns);
  return {
    sessionByToken: preparedQuery(({ tokenHash }: { tokenHash: string }) => found.where('token_hash', '=', tokenHash)),
    personOfSession: preparedQuery(({ id }: { id: string }) =>
      db.selectFrom('people').select(people.columns).where('id', '=', id),
    ),
    session: preparedQuery(({ id }: { id: string }) => found.where('id', '=', id)),
    sessionsOf: preparedQuery(({ personId }: { personId: string }) =>
      found.where('person_id', '=', personId).orderBy('id', 'desc'),
    ),
    insertSession: insertRow(db, 'sessions', [...sessions.columns, 'token_hash']),
    renewSession: preparedQuery((change: Pick<SessionRow, 'id' | 'token_hash' | 'confirmed_at' | 'seen_at'>) =>
      db
        .updateTable('sessions')
        .set(pick(change, ['token_hash', 'confirmed_at', 'seen_at'] as const))
        .where('id', '=', change.id),
    ),
    touchSession: preparedQuery(({ id, at }: { id: string; at: number }) =>
      db.updateTable('sessions').set({ seen_at: at }).where('id', '=', id),
    ),
    removeSession: preparedQuery(({ id }: { id: string }) => db.deleteFrom('sessions').where('id', '=', id)),
    removeSessionsOf: preparedQuery(({ personId, exceptId }: { personId: string; exceptId: string }) =>
      db.deleteFrom('sessions').where('person_id', '=', personId).where('id', '<>', exceptId),
    ),
    removeSessionsBefore: preparedQuery(({ createdAt }: { createdAt: number }) =>
      db.deleteFrom('sessions').where('created_at', '<', createdAt),
    ),
  };
}

export function createSessionReads(
  { queries }: Preparation<typeof sessionQueries>,
  connection: Connection,
): SessionReads {
  return {
    sessionByToken: async (tokenHash) => {
      const session = first(await queries.sessionByToken(connection, { tokenHash }), sessions.read);
      const person = session && first(await queries.personOfSession(connection, { id: session.personId }), personOf);
      return session && person ? { session, person } : null;
    },
    session: async (id) => first(await queries.session(connection, { id }), sessions.read),
    sessionsOf: async (personId) => (await queries.sessionsOf(connection, { personId })).rows.map(sessions.read),
  };
}

export function createSessionWrites(
  { queries }: Preparation<typeof sessionQueries>,
  connection: Connection,
): SessionWrites {
  return {
    insertSession: (session, tokenHash) =>
      done(queries.insertSession(connection, { ...sessions.write(session), token_hash: tokenHash })),
    renewSession: async ({ tokenHash, ...change }) =>
      (await queries.renewSession(connection, { ...sessions.write(change), token_hash: tokenHash })).changes === 1,
    touchSession: (id, at) => done(queries.touchSession(connection, { id, at })),
    removeSession: async (id) => (await queries.removeSession(connection, { id })).changes === 1,
    removeSessionsOf: async (personId, exceptId) =>
      (await queries.removeSessionsOf(connection, { personId, exceptId })).changes,
    removeSessionsBefore: (createdAt) => done(queries.removeSessionsBefore(connection, { createdAt })),
  };
}
