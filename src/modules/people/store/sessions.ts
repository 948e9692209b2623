import assert from 'node:assert/strict';
import type { Kysely } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { first, pick, preparedQuery } from '../../../store/prepared-query.ts';
import { type Session, type SessionReads, type SessionWrites, signInMethod } from '../session.ts';
import { personOf } from './people.ts';
import { personColumns, type SessionRow, sessionColumns, type Tables } from './tables.ts';

/** Browser sessions. */

export function sessionQueries(db: Kysely<Tables>) {
  const sessions = db.selectFrom('sessions').select(sessionColumns);
  return {
    sessionByToken: preparedQuery(({ tokenHash }: { tokenHash: string }) =>
      sessions.where('token_hash', '=', tokenHash),
    ),
    personOfSession: preparedQuery(({ id }: { id: string }) =>
      db.selectFrom('people').select(personColumns).where('id', '=', id),
    ),
    session: preparedQuery(({ id }: { id: string }) => sessions.where('id', '=', id)),
    sessionsOf: preparedQuery(({ personId }: { personId: string }) =>
      sessions.where('person_id', '=', personId).orderBy('id', 'desc'),
    ),
    insertSession: preparedQuery((row: SessionRow) => db.insertInto('sessions').values(pick(row, sessionColumns))),
    renewSession: preparedQuery((change: { id: string; tokenHash: string; at: number; seenAt: number }) =>
      db
        .updateTable('sessions')
        .set({ token_hash: change.tokenHash, confirmed_at: change.at, seen_at: change.seenAt })
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
      const session = first(await queries.sessionByToken(connection, { tokenHash }), sessionOf);
      const person = session && first(await queries.personOfSession(connection, { id: session.personId }), personOf);
      return session && person ? { session, person } : null;
    },
    session: async (id) => first(await queries.session(connection, { id }), sessionOf),
    sessionsOf: async (personId) => (await queries.sessionsOf(connection, { personId })).rows.map(sessionOf),
  };
}

export function createSessionWrites(
  { queries }: Preparation<typeof sessionQueries>,
  connection: Connection,
): SessionWrites {
  return {
    insertSession: async (session, tokenHash) => {
      await queries.insertSession(connection, rowOfSession(session, tokenHash));
    },
    renewSession: async ({ id, tokenHash, at }) =>
      (await queries.renewSession(connection, { id, tokenHash, at, seenAt: at })).changes === 1,
    touchSession: async (id, at) => {
      await queries.touchSession(connection, { id, at });
    },
    removeSession: async (id) => (await queries.removeSession(connection, { id })).changes === 1,
    removeSessionsOf: async (personId, exceptId) =>
      (await queries.removeSessionsOf(connection, { personId, exceptId })).changes,
    removeSessionsBefore: async (createdAt) => {
      await queries.removeSessionsBefore(connection, { createdAt });
    },
  };
}

const rowOfSession = (session: Session, tokenHash: string): SessionRow => ({
  id: session.id,
  token_hash: tokenHash,
  person_id: session.personId,
  method: session.method,
  device: session.device,
  created_at: session.createdAt,
  seen_at: session.seenAt,
  confirmed_at: session.confirmedAt,
});

function sessionOf(row: SessionRow): Session {
  const { id, device, method } = row;
  assert(signInMethod.has(method), 'what is stored is a SignInMethod');
  return {
    ...{ id, device, method },
    personId: row.person_id,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    confirmedAt: row.confirmed_at,
  };
}
