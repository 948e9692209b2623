import assert from 'node:assert/strict';
import { z } from 'zod';
import { recordAction } from '../../../kernel/audit/record-action.ts';
import { actingName, type Caller, consoleClient } from '../../../kernel/caller.ts';
import { refuseInput } from '../../../kernel/errors.ts';
import { nonEmptyText } from '../../../kernel/input-fields.ts';
import { parseInput } from '../../../kernel/parse-input.ts';
import { newToken } from '../open-session.ts';
import { localIssuer, type Person, type PersonStatus } from '../person.ts';
import type { Services, Transaction } from '../ports.ts';
import { joinedRole } from '../role.ts';
import { hashOfToken } from '../session.ts';

/** Local accounts: entered, changed and reset from the command line. */

const linkMs = 24 * 3_600_000;

const invitation = z.strictObject({
  login: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._@+-]{2,99}$/, 'must be 3 to 100 letters, digits or . _ @ + -'),
  name: nonEmptyText(100),
  roles: z.array(z.string()).min(1, 'must name a role'),
});

/** A one-time link by which a person sets its passkey or password. */
export type OneTimeLink = { readonly person: Person; readonly token: string; readonly expiresAt: number };

/** @throws InvalidInputError */
export async function invitePerson(services: Services, by: Caller, given: unknown): Promise<OneTimeLink> {
  const { login, name, roles } = parseInput(invitation, given);
  checkRoles(services, roles);
  const at = services.clock();
  const person: Person = {
    id: services.identifiers.newId('per'),
    ...{ issuer: localIssuer, subject: login, login, name, roles, status: 'ACTIVE' as const },
    ...{ createdAt: at, updatedAt: at, signedInAt: null },
  };
  return services.store.transact(async (transaction) => {
    if (!(await transaction.insertPerson(person)))
      refuseInput('login', 'login is taken: reset gives this person a new link.');
    await recordAction(services, transaction, by, 'INVITE_PERSON', person.id);
    return newLink(transaction, person, at);
  });
}

/**
 * Takes away every proof and session of a local account and makes a new link, for a person who lost its device or whose
 * account may be in other hands.
 * @throws InvalidInputError
 */
export async function resetPerson(services: Services, by: Caller, login: string): Promise<OneTimeLink> {
  return services.store.transact(async (transaction) => {
    const person = await localPerson(transaction, login);
    if (person.status !== 'ACTIVE') refuseInput('login', 'login is of a person who is disabled.');
    await takeAway(transaction, person.id);
    await recordAction(services, transaction, by, 'RESET_PERSON', person.id);
    return newLink(transaction, person, services.clock());
  });
}

export type PersonChange = { readonly roles?: readonly string[]; readonly status?: PersonStatus };

/**
 * Changes the roles of a local account, or disables anyone and ends the sessions. The roles of others come from the
 * identity provider.
 * @param named a login or a `per_…`
 * @throws InvalidInputError
 */
export async function changePerson(
  services: Services,
  by: Caller,
  named: string,
  change: PersonChange,
): Promise<Person> {
  const { store, clock } = services;
  if (change.roles) checkRoles(services, change.roles);
  return store.transact(async (transaction) => {
    const { id } = (await transaction.person(named)) ?? (await localPerson(transaction, named));
    // As it is once the row is ours: a person that was erased meanwhile gets no name back.
    const person = await transaction.lockPerson(id);
    assert(person, 'a person is never deleted');
    if (change.roles && person.issuer !== localIssuer)
      refuseInput('roles', 'roles of this person come from the identity provider.');
    const changed = { ...person, ...change, updatedAt: clock() };
    if (change.roles) await transaction.updatePerson(changed);
    if (change.status) await transaction.setPersonStatus(person.id, change.status, changed.updatedAt);
    await recordAction(services, transaction, by, 'CHANGE_PERSON', person.id);
    if (changed.status !== 'ACTIVE') {
      await transaction.removeSessionsOf(person.id, '');
      await transaction.removeLinksOf(person.id);
    }
    return changed;
  });
}

/**
 * Erases who a person was, for one who left long ago: nothing but its id stays, in what it did. It may not sign in any
 * more; a person of a provider who comes again is a new one.
 * @param named a login or a `per_…`
 * @throws InvalidInputError
 */
export async function forgetPerson({ store, ...services }: Services, by: Caller, named: string): Promise<void> {
  await store.transact(async (transaction) => {
    const { id } = (await transaction.person(named)) ?? (await localPerson(transaction, named));
    await takeAway(transaction, id);
    await transaction.removeLinksOf(id);
    await transaction.removeSavedViewsOf(actingName({ client: consoleClient, person: { id, roles: [] } }));
    await transaction.erasePersonOfConsole(id, services.clock());
    await recordAction(services, transaction, by, 'FORGET_PERSON', id);
  });
}

/** Every proof and session, also those of sign-ins that are under way. */
async function takeAway(transaction: Transaction, id: string): Promise<void> {
  await transaction.lockPerson(id);
  await transaction.setLocalProofs(id, { password: null, totp: null, totpStep: 0 });
  await transaction.removePasskeysOf(id);
  await transaction.removeRecoveryCodesOf(id);
  await transaction.removeSessionsOf(id, '');
}

async function localPerson(transaction: Transaction, login: string): Promise<Person> {
  const person = await transaction.personBySubject(localIssuer, login.trim().toLowerCase());
  if (person === null) refuseInput('login', 'There is no local account with this login.');
  return person;
}

function checkRoles({ console }: Services, names: readonly string[]): void {
  const { roles } = console();
  const unknown = names.find((name) => !roles.has(name));
  if (unknown !== undefined) refuseInput('roles', `roles are ${[...roles.keys()].join(', ')}; ${unknown} is none.`);
  if (joinedRole(roles, names) === 'ROLES_DIFFER')
    refuseInput(
      'roles',
      'roles cover different sociétés, origins, targets or run modes, so that they cannot be joined.',
    );
}

async function newLink(transaction: Transaction, person: Person, at: number): Promise<OneTimeLink> {
  const token = newToken();
  const expiresAt = at + linkMs;
  await transaction.removeLinksOf(person.id);
  await transaction.insertLink({ hash: hashOfToken(token), personId: person.id, expiresAt });
  return { person, token, expiresAt };
}
