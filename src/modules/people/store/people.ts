import assert from 'node:assert/strict';
import type { Kysely } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { first, pick, preparedQuery } from '../../../store/prepared-query.ts';
import { type LocalProofs, type Person, type PersonReads, type PersonWrites, personStatus } from '../person.ts';
import type { ProofReads, ProofWrites } from './proofs.ts';
import { type PersonRow, personColumns, type Tables } from './tables.ts';

/** People, and the password and app of local accounts. */

type PersonOnlyReads = Omit<PersonReads, keyof ProofReads>;
type PersonOnlyWrites = Omit<PersonWrites, keyof ProofWrites>;

type StoredPerson = Pick<PersonRow, (typeof personColumns)[number]>;

export function personQueries(db: Kysely<Tables>) {
  const people = db.selectFrom('people').select(personColumns);
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
    // The update changes nothing and takes the row's lock.
    lockPerson: preparedQuery(({ id }: { id: string }) =>
      db
        .updateTable('people')
        .set(({ ref }) => ({ updated_at: ref('updated_at') }))
        .where('id', '=', id)
        .returning(personColumns),
    ),
    updatePerson: preparedQuery((row: Pick<StoredPerson, 'id' | 'name' | 'login' | 'roles' | 'updated_at'>) =>
      db
        .updateTable('people')
        .set(pick(row, ['name', 'login', 'roles', 'updated_at'] as const))
        .where('id', '=', row.id),
    ),
    setPersonStatus: preparedQuery(({ id, status, at }: { id: string; status: string; at: number }) =>
      db.updateTable('people').set({ status, updated_at: at }).where('id', '=', id),
    ),
    notePersonSignIn: preparedQuery(({ id, at }: { id: string; at: number }) =>
      db.updateTable('people').set({ signed_in_at: at }).where('id', '=', id),
    ),
    erasePersonOfConsole: preparedQuery((row: { id: string; subject: string; at: number }) =>
      db
        .updateTable('people')
        .set({ subject: row.subject, updated_at: row.at, name: 'erased', login: null, roles: '[]', status: 'DISABLED' })
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
  };
}

export function createPersonReads(
  { queries }: Preparation<typeof personQueries>,
  connection: Connection,
): PersonOnlyReads {
  return {
    person: async (id) => first(await queries.person(connection, { id }), personOf),
    personBySubject: async (issuer, subject) =>
      first(await queries.personBySubject(connection, { issuer, subject }), personOf),
    people: async (page) => (await queries.people(connection, page)).rows.map(personOf),
    localProofs: async (id) => first(await queries.localProofs(connection, { id }), proofsOf),
  };
}

export function createPersonWrites(
  { queries }: Preparation<typeof personQueries>,
  connection: Connection,
): PersonOnlyWrites {
  return {
    insertPerson: async (person) =>
      (await queries.insertPerson(connection, { ...rowOfPerson(person), totp_step: 0 })).changes === 1,
    lockPerson: async (id) => first(await queries.lockPerson(connection, { id }), personOf),
    updatePerson: async ({ id, name, login, roles, updatedAt }) => {
      const row = { id, name, login, roles: JSON.stringify(roles), updated_at: updatedAt };
      await queries.updatePerson(connection, row);
    },
    setPersonStatus: async (id, status, at) => {
      await queries.setPersonStatus(connection, { id, status, at });
    },
    notePersonSignIn: async (id, at) => {
      await queries.notePersonSignIn(connection, { id, at });
    },
    erasePersonOfConsole: async (id, at) => {
      await queries.erasePersonOfConsole(connection, { id, subject: `erased ${id}`, at });
    },
    setLocalProofs: async (id, { password, totp, totpStep }) => {
      await queries.setLocalProofs(connection, { id, password, totp, totp_step: totpStep });
    },
    useTotpStep: async (id, step) => (await queries.useTotpStep(connection, { id, step })).changes === 1,
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
