import { randomBytes } from 'node:crypto';
import { recordAudit } from '../../kernel/audit/record-audit.ts';
import type { Caller } from '../../kernel/caller.ts';
import { UnauthenticatedError } from '../../kernel/errors.ts';
import type { Services, Transaction } from './ports.ts';
import { sealAgain } from './proofs/seal.ts';
import { callerOf } from './role.ts';
import { hashOfToken, type Session, type SignInMethod } from './session.ts';
import type { ConsoleSettings } from './settings.ts';

export type OpenedSession = {
  /** For the cookie alone: only its hash is stored. */
  readonly token: string;
  readonly session: Session;
  readonly caller: Caller;
};

export type SignIn = {
  readonly personId: string;
  readonly method: SignInMethod;
  /** Null: the proof is older than this sign-in. */
  readonly confirmedAt: number | null;
  readonly device: string;
  /** The token that the browser had; its session ends. */
  readonly replaces: string | null;
};

export const newToken = (): string => randomBytes(32).toString('base64url');

/**
 * A session for a person who proved who it is, in the transaction that used the proof up. The token is always new, so
 * that no token from before the sign-in is worth anything.
 * @throws UnauthenticatedError for a person who is disabled, or has no role
 */
export async function openSession(
  services: Omit<Services, 'store'>,
  transaction: Transaction,
  { personId, method, confirmedAt, device, replaces }: SignIn,
): Promise<OpenedSession> {
  const { clock, identifiers, console } = services;
  const at = clock();
  const settings = console();
  // As it is now: an administrator may have changed it since the proof was begun.
  const person = await transaction.lockPerson(personId);
  if (person?.status !== 'ACTIVE') throw new UnauthenticatedError('This person may not sign in.');
  const session: Session = {
    id: identifiers.newId('ses'),
    ...{ personId, method, device, createdAt: at, seenAt: at, confirmedAt },
  };
  const caller = callerOf(settings, person, session);
  if (typeof caller === 'string') throw new UnauthenticatedError(problemTexts[caller]);
  const token = newToken();
  await transaction.removeSessionsBefore(at - settings.sessions.longestMs);
  const before = replaces === null ? null : await transaction.sessionByToken(hashOfToken(replaces));
  if (before) await transaction.removeSession(before.session.id);
  await transaction.insertSession(session, hashOfToken(token));
  await sealWithNewestKey(settings, transaction, personId);
  await transaction.notePersonSignIn(personId, at);
  await recordAudit(services, transaction, caller, { action: 'signIn', object: session.id });
  return { token, session, caller };
}

/** At each sign-in, by whatever proof: an older key may go when each person has signed in once. */
async function sealWithNewestKey(
  { local }: ConsoleSettings,
  transaction: Transaction,
  personId: string,
): Promise<void> {
  const proofs = await transaction.localProofs(personId);
  if (local === null || proofs === null || proofs.totp === null) return;
  const totp = sealAgain(local.keys, proofs.totp, personId);
  if (totp !== null) await transaction.setLocalProofs(personId, { ...proofs, totp });
}

const problemTexts = {
  NO_ROLE: 'This person has no role in the console.',
  ROLES_DIFFER: 'The roles of this person cover different sociétés, origins, targets or run modes.',
} as const;
