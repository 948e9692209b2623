import type { ActingPerson } from '../../../kernel/caller.ts';
import { freeText } from '../../../kernel/input-fields.ts';
import { confirmSession } from '../confirm-session.ts';
import type { OpenedSession } from '../open-session.ts';
import type { Person } from '../person.ts';
import type { Services, Transaction } from '../ports.ts';
import { joinedRole, rolesOfClaims } from '../role.ts';
import { SignInRefusedError } from './sign-in-refused.ts';
import { type Browser, openAllowed } from './sign-in-with-password.ts';

/** What a verified ID token says. */
export type ProviderIdentity = {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string | null;
  readonly login: string | null;
  /** The values of the roles claim. */
  readonly claims: readonly string[];
  /** When the provider last asked the person; null where it does not say. */
  readonly authenticatedAt: number | null;
  /** By what the provider publishes, not by this answer: what the browser sent there can change the answer. */
  readonly neverSaysWhen: boolean;
};

/** So long a person may take at the provider. */
const atProviderMs = 600_000;

/**
 * Signs in a person whom the identity provider vouches for. The person is entered at the first sign-in; name and roles
 * follow the provider at each.
 * @throws SignInRefusedError for a person who may not act by its roles: one that is known loses those that it had, and
 * nothing is kept of another; and where the provider did not ask within the longest session, or does not say so
 */
export async function signInWithProvider(
  services: Services,
  identity: ProviderIdentity,
  { device, replaces }: Browser,
): Promise<OpenedSession> {
  const { issuer, subject, authenticatedAt } = identity;
  const { store, clock, identifiers } = services;
  const doubt = doubtAbout(services, identity);
  if (doubt !== null) {
    const known = await store.personBySubject(issuer, subject);
    throw new SignInRefusedError('NOT_ASKED', { personId: known?.id ?? null, cause: doubt });
  }
  const said = saidBy(services, identity);
  if (!mayAct(services, said)) {
    const id = await store.transact(async (transaction) => {
      const known = await lockBySubject(transaction, identity);
      if (known) await transaction.updatePerson({ id: known.id, ...said });
      return known?.id ?? null;
    });
    throw new SignInRefusedError('NOT_ALLOWED', { personId: id });
  }
  return store.transact(async (transaction) => {
    const person: Person = {
      ...{ id: identifiers.newId('per'), issuer, subject, ...said, status: 'ACTIVE' },
      ...{ createdAt: said.updatedAt, signedInAt: null },
    };
    // Of two first sign-ins at once the second waits, and then finds the person. One who was erased meanwhile is a new one.
    let known: Person | null = null;
    while (known === null) {
      const isNew = await transaction.insertPerson(person);
      known = isNew ? person : await lockBySubject(transaction, identity);
    }
    if (known !== person) await transaction.updatePerson({ id: known.id, ...said });
    const confirmedAt = authenticatedAt === null ? null : Math.min(authenticatedAt, clock());
    return openAllowed(services, transaction, { personId: known.id, method: 'OIDC', confirmedAt, device, replaces });
  });
}

/** As it is once the row is ours: a person that was erased meanwhile gets no name back. */
async function lockBySubject(
  transaction: Transaction,
  { issuer, subject }: Pick<ProviderIdentity, 'issuer' | 'subject'>,
): Promise<Person | null> {
  const found = await transaction.personBySubject(issuer, subject);
  const person = found && (await transaction.lockPerson(found.id));
  return person?.subject === subject ? person : null;
}

/** Why the provider may not have asked the person lately, with a code for the log; null where it did, or never says. */
function doubtAbout(
  { clock, console }: Pick<Services, 'clock' | 'console'>,
  { authenticatedAt, neverSaysWhen }: ProviderIdentity,
): Error | null {
  const doubtOf = (code: string, message: string): Error => Object.assign(new Error(message), { code });
  if (authenticatedAt === null)
    return neverSaysWhen ? null : doubtOf('NO_AUTH_TIME', 'the ID token does not say when the provider asked');
  const isLate = clock() - authenticatedAt >= console().sessions.longestMs + atProviderMs;
  return isLate ? doubtOf('OLD_AUTH_TIME', 'the provider asked too long ago') : null;
}

/**
 * A step-up: the provider asked the person again, and says anew who it is. A role that it took away is gone.
 * @returns the new token of the session
 * @throws SignInRefusedError for another person, an answer without a fresh proof, or a person who may not act by now
 */
export async function confirmWithProvider(
  services: Services,
  { id, sessionId }: ActingPerson,
  identity: ProviderIdentity,
): Promise<string> {
  const { store, clock, console } = services;
  const { authenticatedAt } = identity;
  const said = saidBy(services, identity);
  const { confirmedMs } = console().sessions;
  const token = await store.transact(async (transaction) => {
    const person = await lockBySubject(transaction, identity);
    if (person?.id !== id || authenticatedAt === null || clock() - authenticatedAt >= confirmedMs)
      throw new SignInRefusedError('PROOF', { personId: id });
    await transaction.updatePerson({ id, ...said });
    return confirmSession(services, transaction, sessionId, authenticatedAt);
  });
  if (!mayAct(services, said)) throw new SignInRefusedError('NOT_ALLOWED', { personId: id });
  return token;
}

const mayAct = ({ console }: Services, { roles }: Pick<Person, 'roles'>): boolean =>
  typeof joinedRole(console().roles, roles) !== 'string';

/** What the provider says of a person now. */
function saidBy({ clock, console }: Services, { name, login, claims }: ProviderIdentity) {
  const shown = plain(login);
  const roles = rolesOfClaims(console().roles, claims);
  return { name: plain(name) ?? shown ?? 'sans nom', login: shown, roles, updatedAt: clock() };
}

/** A text of the provider, as far as it can be shown; null where it cannot. */
function plain(text: string | null): string | null {
  const parsed = freeText(100).safeParse(text ?? '');
  return parsed.success && parsed.data !== '' ? parsed.data : null;
}
