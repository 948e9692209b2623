import { generateRegistrationOptions } from '@simplewebauthn/server';
import { recordAudit } from '../../../kernel/audit/record-audit.ts';
import { type ActingPerson, consoleClient } from '../../../kernel/caller.ts';
import { localIssuer, type Passkey, type Person } from '../person.ts';
import type { Services, Transaction } from '../ports.ts';
import { keepChallenge, type PasskeySite, registrationOf, registrationRules } from './passkeys.ts';
import { SignInRefusedError } from './sign-in-refused.ts';

/**
 * Passkeys that a signed-in person adds, for a step-up: people of a provider that does not say when it asked them have no
 * other. At the sign-in they do not count for people of a provider, so that a person who left it cannot come back.
 */

/**
 * Whether the person may add or remove one: it proved just now who it is. Otherwise the holder of a stolen session, or of
 * a browser that is signed in at the provider, could make itself a proof. Where the provider never says when it asked, a
 * new sign-in does for the first passkey alone: there is no other way to a fresh proof.
 */
export async function mayChangePasskeys(
  {
    store,
    clock,
    console,
  }: Pick<Services, 'clock' | 'console'> & {
    readonly store: Pick<Services['store'], 'session' | 'passkeysOf'>;
  },
  { id, sessionId }: ActingPerson,
): Promise<boolean> {
  const session = await store.session(sessionId);
  const freshMs = clock() - console().sessions.confirmedMs;
  if (session === null) return false;
  if (session.confirmedAt !== null) return session.confirmedAt > freshMs;
  const isFirst = session.method === 'OIDC' && (await store.passkeysOf(id)).length === 0;
  return isFirst && session.createdAt > freshMs;
}

/** @throws SignInRefusedError */
export async function offerOwnPasskey(
  services: Services,
  person: ActingPerson,
  { rpId }: PasskeySite,
): Promise<object> {
  if (!(await mayChangePasskeys(services, person))) throw new SignInRefusedError('STALE', { personId: person.id });
  const [known, held] = [await services.store.person(person.id), await services.store.passkeysOf(person.id)];
  const options = await generateRegistrationOptions({
    ...{ rpName: 'Règlement', rpID: rpId, userName: known?.login ?? person.name, userDisplayName: person.name },
    userID: new TextEncoder().encode(person.id),
    excludeCredentials: held.map(({ id }) => ({ id })),
    ...registrationRules,
  });
  await keepChallenge(services, options.challenge);
  return options;
}

/** @throws SignInRefusedError */
export async function addOwnPasskey(
  services: Services,
  person: ActingPerson,
  given: { readonly response: unknown; readonly site: PasskeySite },
): Promise<void> {
  const credential = await registrationOf(services, given);
  await services.store.transact(async (transaction) => {
    await lockFresh(services, transaction, person);
    const passkey: Passkey = { ...credential, personId: person.id, createdAt: services.clock(), usedAt: null };
    if (!(await transaction.insertPasskey(passkey))) throw new SignInRefusedError('PROOF', { personId: person.id });
    const actor = { client: consoleClient, person };
    await recordAudit(services, transaction, actor, { action: 'addPasskey', object: person.id });
  });
}

/** The last proof of a local account stays. @throws SignInRefusedError */
export async function removeOwnPasskey(services: Services, person: ActingPerson, id: string): Promise<void> {
  await services.store.transact(async (transaction) => {
    const known = await lockFresh(services, transaction, person);
    const proofs = await transaction.localProofs(person.id);
    const held = await transaction.passkeysOf(person.id);
    const isLast = known?.issuer === localIssuer && proofs?.password === null && held.length === 1;
    if (!held.some((passkey) => passkey.id === id)) return;
    if (isLast) throw new SignInRefusedError('LAST', { personId: person.id });
    await transaction.removePasskey(id, person.id);
    const actor = { client: consoleClient, person };
    await recordAudit(services, transaction, actor, { action: 'removePasskey', object: person.id });
  });
}

/** Locks the person, whose session is there and who proved just now who it is. */
async function lockFresh(services: Services, transaction: Transaction, person: ActingPerson): Promise<Person | null> {
  const known = await transaction.lockPerson(person.id);
  // By name: the services of a request inherit those of the gateway, which a copy of their own entries would leave out.
  const { clock, console } = services;
  if (!(await mayChangePasskeys({ clock, console, store: transaction }, person)))
    throw new SignInRefusedError('STALE', { personId: person.id });
  return known;
}
