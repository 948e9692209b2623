import type { ActingPerson } from '../../../kernel/caller.ts';
import { freeText } from '../../../kernel/input-fields.ts';
import { confirmSession } from '../confirm-session.ts';
import type { OpenedSession } from '../open-session.ts';
import type { Person } from '../person.ts';
import type { Services, Transaction } from '../ports.ts';
import { rolesOfClaims } from '../role.ts';
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
};

/**
 * Signs in a person whom the identity provider vouches for. The person is entered at the first sign-in; name and roles
 * follow the provider at each.
 * @throws SignInRefusedError for a person without a role here: nothing is kept of it
 */
export async function signInWithProvider(
  services: Services,
  identity: ProviderIdentity,
  { device, replaces }: Browser,
): Promise<OpenedSession> {
  const roles = rolesOfClaims(services.console().roles, identity.claims);
  if (roles.length === 0) {
    const known = await services.store.personBySubject(identity.issuer, identity.subject);
    throw new SignInRefusedError('NOT_ALLOWED', { personId: known?.id ?? null });
  }
  return services.store.transact(async (transaction) => {
    const personId = await enteredPerson(services, transaction, { ...identity, roles });
    const confirmedAt = identity.authenticatedAt === null ? null : Math.min(identity.authenticatedAt, services.clock());
    return openAllowed(services, transaction, { personId, method: 'OIDC', confirmedAt, device, replaces });
  });
}

/**
 * A step-up: the provider asked the person again.
 * @returns the new token of the session
 * @throws SignInRefusedError for another person, or an answer without a fresh proof
 */
export async function confirmWithProvider(
  services: Services,
  { id, sessionId }: ActingPerson,
  { issuer, subject, authenticatedAt }: ProviderIdentity,
): Promise<string> {
  const { store, clock, console } = services;
  const person = await store.personBySubject(issuer, subject);
  const isFresh = authenticatedAt !== null && clock() - authenticatedAt < console().sessions.confirmedMs;
  if (person?.id !== id || !isFresh) throw new SignInRefusedError('PROOF', { personId: id });
  return store.transact((transaction) => confirmSession(services, transaction, sessionId));
}

type Known = ProviderIdentity & { readonly roles: readonly string[] };

/** Enters the person, or what the provider says of it now. */
async function enteredPerson(
  { clock, identifiers }: Services,
  transaction: Transaction,
  known: Known,
): Promise<string> {
  const { issuer, subject, roles } = known;
  const at = clock();
  const login = plain(known.login);
  const name = plain(known.name) ?? login ?? 'sans nom';
  const id = identifiers.newId('per');
  const person: Person = {
    ...{ id, issuer, subject, name, login, roles, status: 'ACTIVE' as const },
    ...{ createdAt: at, updatedAt: at, signedInAt: null },
  };
  // Of two first sign-ins at once the second waits, and then finds the person.
  if (await transaction.insertPerson(person)) return id;
  const found = await transaction.personBySubject(issuer, subject);
  if (found === null) throw new Error('the person was entered before');
  await transaction.updatePerson({ id: found.id, name, login, roles, updatedAt: at });
  return found.id;
}

/** A text of the provider, as far as it can be shown; null where it cannot. */
function plain(text: string | null): string | null {
  const parsed = freeText(100).safeParse(text ?? '');
  return parsed.success && parsed.data !== '' ? parsed.data : null;
}
