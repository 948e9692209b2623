import type { Kysely } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { done, first, insertRow, insertRowOnce, preparedQuery } from '../../../store/prepared-query.ts';
import type { PersonReads, PersonWrites } from '../person.ts';
import { passkeys, type Tables } from './tables.ts';

/** Passkeys and recovery codes. */

export function proofQueries(db: Kysely<Tables>) {
  const found = db.selectFrom('passkeys').select(passkeys.columns);
  return {
    passkey: preparedQuery(({ id }: { id: string }) => found.where('id', '=', id)),
    passkeysOf: preparedQuery(({ personId }: { personId: string }) => found.where('person_id', '=', personId)),
    insertPasskey: insertRowOnce(db, 'passkeys', passkeys.columns),
    usePasskey: preparedQuery((row: { id: string; counter: number; at: number }) =>
      db.updateTable('passkeys').set({ counter: row.counter, used_at: row.at }).where('id', '=', row.id),
    ),
    removePasskey: preparedQuery(({ id, personId }: { id: string; personId: string }) =>
      db.deleteFrom('passkeys').where('id', '=', id).where('person_id', '=', personId),
    ),
    removePasskeysOf: preparedQuery(({ personId }: { personId: string }) =>
      db.deleteFrom('passkeys').where('person_id', '=', personId),
    ),
    recoveryCodesLeft: preparedQuery(({ personId }: { personId: string }) =>
      db
        .selectFrom('recovery_codes')
        .select(({ fn }) => fn.countAll<number>().as('left'))
        .where('person_id', '=', personId),
    ),
    insertRecoveryCode: insertRow(db, 'recovery_codes', ['hash', 'person_id']),
    useRecoveryCode: preparedQuery(({ hash, personId }: { hash: string; personId: string }) =>
      db.deleteFrom('recovery_codes').where('hash', '=', hash).where('person_id', '=', personId),
    ),
    removeRecoveryCodesOf: preparedQuery(({ personId }: { personId: string }) =>
      db.deleteFrom('recovery_codes').where('person_id', '=', personId),
    ),
  };
}

export function createProofReads({ queries }: Preparation<typeof proofQueries>, connection: Connection) {
  return {
    passkey: async (id) => first(await queries.passkey(connection, { id }), passkeys.read),
    passkeysOf: async (personId) =>
      (await queries.passkeysOf(connection, { personId })).rows
        .map(passkeys.read)
        .toSorted((one, other) => one.createdAt - other.createdAt),
    recoveryCodesLeft: async (personId) =>
      first(await queries.recoveryCodesLeft(connection, { personId }), ({ left }) => Number(left)) ?? 0,
  } satisfies Partial<PersonReads>;
}

export function createProofWrites({ queries }: Preparation<typeof proofQueries>, connection: Connection) {
  return {
    insertPasskey: async (passkey) => (await queries.insertPasskey(connection, passkeys.write(passkey))).changes === 1,
    usePasskey: async (id, counter, at) => (await queries.usePasskey(connection, { id, counter, at })).changes === 1,
    removePasskey: (id, personId) => done(queries.removePasskey(connection, { id, personId })),
    removePasskeysOf: (personId) => done(queries.removePasskeysOf(connection, { personId })),
    insertRecoveryCode: (hash, personId) => done(queries.insertRecoveryCode(connection, { hash, person_id: personId })),
    useRecoveryCode: async (hash, personId) =>
      (await queries.useRecoveryCode(connection, { hash, personId })).changes === 1,
    removeRecoveryCodesOf: (personId) => done(queries.removeRecoveryCodesOf(connection, { personId })),
  } satisfies Partial<PersonWrites>;
}
