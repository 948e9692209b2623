import assert from 'node:assert/strict';
import type { Kysely } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { done, first, pick, preparedQuery } from '../../../store/prepared-query.ts';
import type { RowOf } from '../../../store/record.ts';
import type { LocalProofs, Person, PersonReads, PersonWrites } from '../person.ts';
import { type PersonRow, people, type Tables } from './tables.ts';

/** People, and the password and app of local accounts. */

type StoredPerson = RowOf<typeof people>;

export function personQueries(db: Kysely<Tables>) {
  const found = db.selectFrom('people').select(people.columns);
  return {
    person: preparedQuery(({ id }: { id: string }) => found.where('id', '=', id)),
    personBySubject: preparedQuery(({ issuer, subject }: Pick<Person, 'issuer' | 'subject'>) =>
      found.where('issuer', '=', issuer).where('subject', '=', subject),
    ),
    people: preparedQuery(({ afterId, limit }: { afterId: string; limit: number }) =>
      found.where('id', '>', afterId).orderBy('id').limit(limit),
    ),
    insertPerson: preparedQuery((row: StoredPerson & { totp_step: number }) =>
      db
        .insertInto('people')
        .values({ ...pick(row, people.columns), totp_step: row.totp_step })
        .onConflict((conflict) => conflict.doNothing()),
    ),
    // The update changes nothing and takes the row's lock.
    lockPerson: preparedQuery(({ id }: { id: string }) =>
      db
        .updateTable('people')
        .set(({ ref }) => ({ updated_at: ref('updated_at') }))
        .where('id', '=', id)
        .returning(people.columns),
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

export function createPersonReads({ queries }: Preparation<typeof personQueries>, connection: Connection) {
  return {
    person: async (id) => first(await queries.person(connection, { id }), personOf),
    personBySubject: async (issuer, subject) =>
      first(await queries.personBySubject(connection, { issuer, subject }), personOf),
    people: async (page) => (await queries.people(connection, page)).rows.map(personOf),
    localProofs: async (id) => first(await queries.localProofs(connection, { id }), proofsOf),
  } satisfies Partial<PersonReads>;
}

export function createPersonWrites({ queries }: Preparation<typeof personQueries>, connection: Connection) {
  return {
    insertPerson: async (person) =>
      (await queries.insertPerson(connection, { ...people.write(person), totp_step: 0 })).changes === 1,
    lockPerson: async (id) => first(await queries.lockPerson(connection, { id }), personOf),
    updatePerson: ({ id, name, login, roles, updatedAt }) =>
      done(queries.updatePerson(connection, people.write({ id, name, login, roles, updatedAt }))),
    setPersonStatus: (id, status, at) => done(queries.setPersonStatus(connection, { id, status, at })),
    notePersonSignIn: (id, at) => done(queries.notePersonSignIn(connection, { id, at })),
    erasePersonOfConsole: (id, at) =>
      done(queries.erasePersonOfConsole(connection, { id, subject: `erased ${id}`, at })),
    setLocalProofs: (id, { password, totp, totpStep }) =>
      done(queries.setLocalProofs(connection, { id, password, totp, totp_step: totpStep })),
    useTotpStep: async (id, step) => (await queries.useTotpStep(connection, { id, step })).changes === 1,
  } satisfies Partial<PersonWrites>;
}

export function personOf(row: StoredPerson): Person {
  const person = people.read(row);
  assert(Array.isArray(person.roles) && person.roles.every((role) => typeof role === 'string'), 'roles are names');
  return person;
}

const proofsOf = ({ password, totp, totp_step }: Pick<PersonRow, 'password' | 'totp' | 'totp_step'>): LocalProofs => ({
  ...{ password, totp },
  totpStep: totp_step,
});
