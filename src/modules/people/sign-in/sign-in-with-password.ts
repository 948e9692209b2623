import type { ActingPerson } from '../../../kernel/caller.ts';
import { UnauthenticatedError } from '../../../kernel/errors.ts';
import { confirmSession } from '../confirm-session.ts';
import { type OpenedSession, openSession } from '../open-session.ts';
import { type LocalProofs, localIssuer, type Person } from '../person.ts';
import type { Services, Transaction } from '../ports.ts';
import { checkCounted, countGuess, forgetGuesses, type Guessed, takeBackGuess } from '../proofs/guesses.ts';
import { verifyPassword } from '../proofs/password.ts';
import { hashOfRecoveryCode } from '../proofs/recovery-codes.ts';
import { unseal } from '../proofs/seal.ts';
import { totpStepOf } from '../proofs/totp.ts';
import { SignInRefusedError } from './sign-in-refused.ts';

/** What a browser brings to every sign-in. */
export type Browser = {
  readonly device: string;
  /** The address, as guesses are counted. */
  readonly network: string;
  /** The token of the session that it has. */
  readonly replaces: string | null;
};

export type PasswordSignIn = {
  readonly login: string;
  readonly password: string;
  /** Six digits of the app, or a recovery code. */
  readonly code: string;
  readonly browser: Browser;
};

/**
 * Password and code are checked together: an answer about one of them would help to guess it.
 * @throws SignInRefusedError, TooManySignInsError
 */
export async function signInWithPassword(services: Services, given: PasswordSignIn): Promise<OpenedSession> {
  const { store, clock } = services;
  const login = given.login.trim().toLowerCase();
  const guessed: Guessed = { kind: 'login', name: login };
  const network: Guessed = { kind: 'network', name: given.browser.network };
  const countedAt = clock();
  const counted = { guessed: [guessed, network], countedAt };
  await countOrRefuse(services, counted.guessed, countedAt);
  const person = await store.personBySubject(localIssuer, login);
  // Asked for an unknown login too, so that the time tells nothing.
  const proofs = await store.localProofs(person?.id ?? '');
  const isRight = await checkCounted(services, counted, () => verifyPassword(proofs?.password ?? null, given.password));
  if (!isRight || person === null || proofs === null)
    throw new SignInRefusedError('WRONG', { personId: person?.id ?? null });
  return store.transact(async (transaction) => {
    await requirePassword(transaction, person.id, proofs.password);
    const used = await useCode(services, transaction, person, given.code);
    if (used === null) throw new SignInRefusedError('WRONG', { personId: person.id });
    await takeBackGuess(transaction, network, countedAt);
    await forgetGuesses(transaction, guessed);
    const { device, replaces } = given.browser;
    // A recovery code stands for a lost device: it signs in, and confirms nothing.
    const confirmedAt = used === 'TOTP' ? clock() : null;
    const proof = { method: 'PASSWORD', confirmedAt, device, replaces } as const;
    return openAllowed(services, transaction, { personId: person.id, ...proof });
  });
}

/**
 * Whether the password that was checked is still that of the person: the check takes so long that it may be changed or
 * taken away meanwhile. Locks the person.
 * @throws SignInRefusedError
 */
export async function requirePassword(
  transaction: Transaction,
  personId: string,
  checked: string | null,
): Promise<void> {
  await transaction.lockPerson(personId);
  const proofs = await transaction.localProofs(personId);
  if (checked === null || proofs?.password !== checked) throw new SignInRefusedError('WRONG', { personId });
}

/** @throws SignInRefusedError for a person who may not sign in, though the proof was right */
export async function openAllowed(...given: Parameters<typeof openSession>): Promise<OpenedSession> {
  try {
    return await openSession(...given);
  } catch (error) {
    if (error instanceof UnauthenticatedError) {
      const [, , { personId }] = given;
      throw new SignInRefusedError('NOT_ALLOWED', { personId, cause: error });
    }
    throw error;
  }
}

/**
 * A step-up by a code of the app. A recovery code does not do: it stands for a lost device, and is for signing in.
 * @returns the new token of the session
 * @throws SignInRefusedError
 */
export async function confirmWithCode(
  services: Services,
  { id, sessionId }: ActingPerson,
  code: string,
): Promise<string> {
  const guessed: Guessed = { kind: 'person', name: id };
  await countOrRefuse(services, [guessed]);
  return services.store.transact(async (transaction) => {
    await transaction.lockPerson(id);
    const proofs = await transaction.localProofs(id);
    if (proofs === null || !(await useTotp(services, transaction, { id, proofs, code })))
      throw new SignInRefusedError('WRONG', { personId: id });
    await forgetGuesses(transaction, guessed);
    return confirmSession(services, transaction, sessionId);
  });
}

export async function countOrRefuse(services: Services, guessed: readonly Guessed[], at?: number): Promise<void> {
  const waitMs = await countGuess(services, guessed, at);
  if (waitMs !== null) throw new SignInRefusedError('WAIT', { waitMs });
}

/** Which code it was; null for a wrong one. */
async function useCode(
  services: Services,
  transaction: Transaction,
  { id }: Person,
  code: string,
): Promise<'TOTP' | 'RECOVERY' | null> {
  const recovery = hashOfRecoveryCode(code);
  if (recovery !== null) return (await transaction.useRecoveryCode(recovery, id)) ? 'RECOVERY' : null;
  const proofs = await transaction.localProofs(id);
  const use = proofs && { id, proofs, code: code.replaceAll(/\s/g, '') };
  return use && (await useTotp(services, transaction, use)) ? 'TOTP' : null;
}

type TotpUse = { readonly id: string; readonly proofs: LocalProofs; readonly code: string };

/** Each code counts once. */
export async function useTotp({ console, clock }: Services, transaction: Transaction, use: TotpUse): Promise<boolean> {
  const { id, proofs, code } = use;
  const keys = console().local?.keys;
  if (!keys || proofs.totp === null) return false;
  const secret = unseal(keys, proofs.totp, id);
  const step = secret === null ? null : totpStepOf(secret, code, clock());
  return step !== null && transaction.useTotpStep(id, step);
}
