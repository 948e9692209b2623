import { hash } from 'node:crypto';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { ActingPerson } from '../../../kernel/caller.ts';
import { StoreUnavailableError } from '../../../kernel/store-unavailable.ts';
import { confirmSession } from '../confirm-session.ts';
import type { OpenedSession } from '../open-session.ts';
import { localIssuer, type Passkey } from '../person.ts';
import type { Services, Transaction } from '../ports.ts';
import { personOfLink, useLink } from './enrol-password.ts';
import { SignInRefusedError } from './sign-in-refused.ts';
import { type Browser, openAllowed } from './sign-in-with-password.ts';

/** Passkeys (WebAuthn). The user is always verified: by a finger, a face or a PIN. */

/** Where the browser sees the gateway. */
export type PasskeySite = {
  readonly origin: string;
  /** The host name. An IP address is none: browsers refuse it. */
  readonly rpId: string;
};

/** Ed25519, ES256 and RS256: every authenticator knows one of them. */
const algorithms = [-8, -7, -257];

export const registrationRules = {
  authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  supportedAlgorithmIDs: algorithms,
} as const satisfies Partial<Parameters<typeof generateRegistrationOptions>[0]>;

const challengeMs = 5 * 60_000;
const hashOfChallenge = (challenge: string): string => hash('sha256', challenge);

/** @throws SignInRefusedError */
export async function offerPasskey(services: Services, token: string, { rpId }: PasskeySite): Promise<object> {
  const person = await personOfLink(services, token);
  const options = await generateRegistrationOptions({
    ...{ rpName: 'Règlement', rpID: rpId, userName: person.login ?? person.name, userDisplayName: person.name },
    userID: new TextEncoder().encode(person.id),
    ...registrationRules,
  });
  await keepChallenge(services, options.challenge);
  return options;
}

/**
 * Keeps the passkey of a person with a link, and signs it in. Older proofs and sessions end.
 * @throws SignInRefusedError
 */
export async function enrolPasskey(
  services: Services,
  given: { readonly token: string; readonly response: unknown; readonly site: PasskeySite; readonly browser: Browser },
): Promise<OpenedSession> {
  const { token, browser } = given;
  const person = await personOfLink(services, token);
  const credential = await registrationOf(services, given);
  return services.store.transact(async (transaction) => {
    const at = services.clock();
    await useLink(services, transaction, person, token);
    const passkey: Passkey = { ...credential, personId: person.id, createdAt: at, usedAt: at };
    if (!(await transaction.insertPasskey(passkey))) throw new SignInRefusedError('PROOF', { personId: person.id });
    const { device, replaces } = browser;
    return openAllowed(services, transaction, {
      ...{ personId: person.id, method: 'PASSKEY', confirmedAt: at, device, replaces },
    });
  });
}

/** A new passkey that an authenticator made for this site. @throws SignInRefusedError */
export async function registrationOf(
  services: Services,
  { response, site }: { readonly response: unknown; readonly site: PasskeySite },
): Promise<Pick<Passkey, 'id' | 'publicKey' | 'counter'>> {
  const { registrationInfo } = await heldTo(() =>
    verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: (challenge) => takeChallenge(services, challenge),
      ...{ expectedOrigin: site.origin, expectedRPID: site.rpId, requireUserVerification: true },
      supportedAlgorithmIDs: algorithms,
    }),
  );
  if (!registrationInfo) throw new SignInRefusedError('PROOF');
  const { id, publicKey, counter } = registrationInfo.credential;
  return { id, publicKey, counter };
}

/** What the browser asks the authenticator: any passkey of this site, whose person then is known by it. */
export async function askForPasskey(services: Services, { rpId }: PasskeySite): Promise<object> {
  const options = await generateAuthenticationOptions({ rpID: rpId, userVerification: 'required' });
  await keepChallenge(services, options.challenge);
  return options;
}

/** @throws SignInRefusedError */
export async function signInWithPasskey(
  services: Services,
  given: { readonly response: unknown; readonly site: PasskeySite; readonly browser: Browser },
): Promise<OpenedSession> {
  const { passkey, counter } = await verified(services, given.response, given.site);
  const person = await services.store.person(passkey.personId);
  if (person?.issuer !== localIssuer || services.console().local === null)
    throw new SignInRefusedError('PROOF', { personId: passkey.personId });
  return services.store.transact(async (transaction) => {
    const at = services.clock();
    await use(transaction, { passkey, counter }, at);
    const { device, replaces } = given.browser;
    return openAllowed(services, transaction, {
      ...{ personId: person.id, method: 'PASSKEY', confirmedAt: at, device, replaces },
    });
  });
}

/** A step-up. @returns the new token of the session @throws SignInRefusedError */
export async function confirmWithPasskey(
  services: Services,
  { id, sessionId }: ActingPerson,
  given: { readonly response: unknown; readonly site: PasskeySite },
): Promise<string> {
  const { passkey, counter } = await verified(services, given.response, given.site);
  if (passkey.personId !== id) throw new SignInRefusedError('PROOF', { personId: id });
  return services.store.transact(async (transaction) => {
    await use(transaction, { passkey, counter }, services.clock());
    return confirmSession(services, transaction, sessionId);
  });
}

type Verified = { readonly passkey: Passkey; readonly counter: number };

/** Locks the person. @throws SignInRefusedError for a passkey that was removed since it was verified */
async function use(transaction: Transaction, { passkey, counter }: Verified, at: number): Promise<void> {
  await transaction.lockPerson(passkey.personId);
  const { id, personId } = passkey;
  if (!(await transaction.usePasskey(id, counter, at))) throw new SignInRefusedError('PROOF', { personId });
}

async function verified(services: Services, response: unknown, site: PasskeySite): Promise<Verified> {
  const { id } = Object(response) as { readonly id?: unknown };
  const passkey = typeof id === 'string' && id.length < 2048 ? await services.store.passkey(id) : null;
  if (passkey === null) throw new SignInRefusedError('PROOF');
  const result = await heldTo(
    () =>
      verifyAuthenticationResponse({
        response: response as AuthenticationResponseJSON,
        expectedChallenge: (challenge) => takeChallenge(services, challenge),
        ...{ expectedOrigin: site.origin, expectedRPID: site.rpId, requireUserVerification: true },
        credential: { id: passkey.id, publicKey: passkey.publicKey, counter: passkey.counter },
      }),
    passkey.personId,
  );
  return { passkey, counter: result.authenticationInfo.newCounter };
}

/** Everything that the library finds wrong is one refusal. Its questions about the challenge go to the store. */
async function heldTo<Result extends { readonly verified: boolean }>(
  verify: () => Promise<Result>,
  personId: string | null = null,
): Promise<Result> {
  let result: Result;
  try {
    result = await verify();
  } catch (cause) {
    if (cause instanceof StoreUnavailableError) throw cause;
    throw new SignInRefusedError('PROOF', { personId, cause });
  }
  if (!result.verified) throw new SignInRefusedError('PROOF', { personId });
  return result;
}

export function keepChallenge({ store, clock }: Services, challenge: string): Promise<void> {
  const now = clock();
  const row = { hash: hashOfChallenge(challenge), expiresAt: now + challengeMs };
  return store.transact(async (transaction) => {
    await transaction.removeChallengesUntil(now);
    await transaction.insertChallenge(row);
  });
}

/** Each serves once. */
const takeChallenge = ({ store, clock }: Services, challenge: string): Promise<boolean> =>
  store.transact((transaction) => transaction.useChallenge(hashOfChallenge(challenge), clock()));
