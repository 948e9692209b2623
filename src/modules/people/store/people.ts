import assert from 'node:assert/strict';
import type { Kysely } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { first, pick, preparedQuery } from '../../../store/prepared-query.ts';
import {
  type LocalProofs,
  type Passkey,
  type Person,
  type PersonReads,
  type PersonWrites,
  personStatus,
} from '../person.ts';
import { type PasskeyRow, type PersonRow, passkeyColumns, personColumns, type Tables } from './tables.ts';

/** People and their proofs. */

type StoredPerson = Pick<PersonRow, (typeof personColumns)[number]>;

export function personQueries(db: Kysely<Tables>) {
  const people = db.selectFrom('people').select(personColumns);
  const passkeys = db.selectFrom('passkeys').select(passkeyColumns);
  return {
    person: preparedQuery(({ id }: { id: string }) => people.where('id', '=', id)),
    personBySubject: preparedQuery(({ issuer, subject }: Pick<Person, 'issuer' | 'subject'>) =>
      people.where('issuer', '=', issuer).where('subject', '=', subject),
    ),
    people: preparedQuery(({ afterId, limit }: { afterId: string; limit: number }) =>
      people.where('id', '>', afterId).orderBy('id').limit(limit),
    ),
    insertPerson: preparedQuery((row: StoredPerson & { totp_step: number }) =>
      db
        .insertInto('people')
        .values({ ...pick(row, personColumns), totp_step: row.totp_step })
        .onConflict((conflict) => conflict.doNothing()),
    ),
    updatePerson: preparedQuery((row: StoredPerson) =>
      db
        .updateTable('people')
        .set(pick(row, ['name', 'login', 'roles', 'status', 'updated_at', 'signed_in_at'] as const))
        .where('id', '=', row.id),
    ),
    localProofs: preparedQuery(({ id }: { id: string }) =>
      db.selectFrom('people').select(['password', 'totp', 'totp_step']).where('id', '=', id),
    ),
    setLocalProofs: preparedQuery((row: Pick<PersonRow, 'id' | 'password' | 'totp' | 'totp_step'>) =>
      db
        .updateTable('people')
        .set(pick(row, ['password', 'totp', 'totp_step'] as const))
        .where('id', '=', row.id),
    ),
    useTotpStep: preparedQuery(({ id, step }: { id: string; step: number }) =>
      db.updateTable('people').set({ totp_step: step }).where('id', '=', id).where('totp_step', '<', step),
    ),
    passkey: preparedQuery(({ id }: { id: string }) => passkeys.where('id', '=', id)),
    passkeysOf: preparedQuery(({ personId }: { personId: string }) =>
      passkeys.where('person_id', '=', personId).orderBy('created_at'),
    ),
    insertPasskey: preparedQuery((row: PasskeyRow) =>
      db
        .insertInto('passkeys')
        .values(pick(row, passkeyColumns))
        .onConflict((conflict) => conflict.doNothing()),
    ),
    usePasskey: preparedQuery((row: { id: string; counter: number; at: number }) =>
      db.updateTable('passkeys').set({ counter: row.counter, used_at: row.at }).where('id', '=', row.id),
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
    insertRecoveryCode: preparedQuery((row: { hash: string; person_id: string }) =>
      db.insertInto('recovery_codes').values(pick(row, ['hash', 'person_id'] as const)),
    ),
    useRecoveryCode: preparedQuery(({ hash, personId }: { hash: string; personId: string }) =>
      db.deleteFrom('recovery_codes').where('hash', '=', hash).where('person_id', '=', personId),
    ),
    removeRecoveryCodesOf: preparedQuery(({ personId }: { personId: string }) =>
      db.deleteFrom('recovery_codes').where('person_id', '=', personId),
    ),
  };
}

export function createPersonReads({ queries }: Preparation<typeof personQueries>, connection: Connection): PersonReads {
  return {
    person: async (id) => first(await queries.person(connection, { id }), personOf),
    personBySubject: async (issuer, subject) =>
      first(await queries.personBySubject(connection, { issuer, subject }), personOf),
    people: async (page) => (await queries.people(connection, page)).rows.map(personOf),
    localProofs: async (id) => first(await queries.localProofs(connection, { id }), proofsOf),
    passkey: async (id) => first(await queries.passkey(connection, { id }), passkeyOf),
    passkeysOf: async (personId) => (await queries.passkeysOf(connection, { personId })).rows.map(passkeyOf),
    recoveryCodesLeft: async (personId) =>
      first(await queries.recoveryCodesLeft(connection, { personId }), ({ left }) => Number(left)) ?? 0,
  };
}

export function createPersonWrites(
  { queries }: Preparation<typeof personQueries>,
  connection: Connection,
): PersonWrites {
  return {
    insertPerson: async (person) =>
      (await queries.insertPerson(connection, { ...rowOfPerson(person), totp_step: 0 })).changes === 1,
    updatePerson: async (person) => {
      await queries.updatePerson(connection, rowOfPerson(person));
    },
    setLocalProofs: async (id, { password, totp, totpStep }) => {
      await queries.setLocalProofs(connection, { id, password, totp, totp_step: totpStep });
    },
    useTotpStep: async (id, step) => (await queries.useTotpStep(connection, { id, step })).changes === 1,
    insertPasskey: async (passkey) => (await queries.insertPasskey(connection, rowOfPasskey(passkey))).changes === 1,
    usePasskey: async (id, counter, at) => {
      await queries.usePasskey(connection, { id, counter, at });
    },
    removePasskeysOf: async (personId) => {
      await queries.removePasskeysOf(connection, { personId });
    },
    insertRecoveryCode: async (hash, personId) => {
      await queries.insertRecoveryCode(connection, { hash, person_id: personId });
    },
    useRecoveryCode: async (hash, personId) =>
      (await queries.useRecoveryCode(connection, { hash, personId })).changes === 1,
    removeRecoveryCodesOf: async (personId) => {
      await queries.removeRecoveryCodesOf(connection, { personId });
    },
  };
}

const rowOfPerson = ({ roles, createdAt, updatedAt, signedInAt, ...person }: Person): StoredPerson => ({
  ...person,
  roles: JSON.stringify(roles),
  created_at: createdAt,
  updated_at: updatedAt,
  signed_in_at: signedInAt,
});

export function personOf(row: StoredPerson): Person {
  const { id, issuer, subject, name, login, status } = row;
  assert(personStatus.has(status), 'what is stored is a PersonStatus');
  const roles: unknown = JSON.parse(row.roles);
  assert(Array.isArray(roles) && roles.every((role) => typeof role === 'string'), 'roles are names');
  const times = { createdAt: row.created_at, updatedAt: row.updated_at, signedInAt: row.signed_in_at };
  return { ...{ id, issuer, subject, name, login, status, roles }, ...times };
}

const proofsOf = ({ password, totp, totp_step }: Pick<PersonRow, 'password' | 'totp' | 'totp_step'>): LocalProofs => ({
  ...{ password, totp },
  totpStep: totp_step,
});

const rowOfPasskey = ({ personId, publicKey, createdAt, usedAt, ...passkey }: Passkey): PasskeyRow => ({
  ...passkey,
  person_id: personId,
  public_key: publicKey,
  created_at: createdAt,
  used_at: usedAt,
});

const passkeyOf = (row: PasskeyRow): Passkey => ({
  id: row.id,
  personId: row.person_id,
  publicKey: new Uint8Array(row.public_key),
  counter: row.counter,
  createdAt: row.created_at,
  usedAt: row.used_at,
});
