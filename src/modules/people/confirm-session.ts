import { recordAudit } from '../../kernel/audit/record-audit.ts';
import { type Caller, consoleClient } from '../../kernel/caller.ts';
import { NotAllowedError, UnauthenticatedError } from '../../kernel/errors.ts';
import { newToken } from './open-session.ts';
import type { Services, Transaction } from './ports.ts';
import { hashOfToken } from './session.ts';

/**
 * Notes a fresh proof (a step-up) in the session, in the transaction that used the proof up, and gives it a new token.
 * @throws UnauthenticatedError where the session ended meanwhile
 */
export async function confirmSession(
  services: Pick<Services, 'clock' | 'identifiers'>,
  transaction: Transaction,
  sessionId: string,
): Promise<string> {
  const token = newToken();
  const change = { id: sessionId, tokenHash: hashOfToken(token), at: services.clock() };
  const session = await transaction.session(sessionId);
  const person = session && (await transaction.person(session.personId));
  if (!person || !(await transaction.renewSession(change))) throw new UnauthenticatedError('This session has ended.');
  const actor = { client: consoleClient, person };
  await recordAudit(services, transaction, actor, { action: 'stepUp', object: sessionId });
  return token;
}

/** Whether the person proved within the last minutes who it is. A program proves it with each request, by its key. */
export function isConfirmed(
  { console, clock }: Pick<Services, 'console' | 'clock'>,
  { client, person }: Caller,
): boolean {
  if (!person) return client !== consoleClient;
  return person.confirmedAt !== null && clock() - person.confirmedAt < console().sessions.confirmedMs;
}

/** @throws NotAllowedError where the person has to prove again who it is. `doing` ends a sentence: `end it`. */
export function requireConfirmation(
  services: Pick<Services, 'console' | 'clock'>,
  caller: Caller,
  doing: string,
): void {
  if (isConfirmed(services, caller)) return;
  const minutes = services.console().sessions.confirmedMs / 60_000;
  throw new NotAllowedError(
    `To ${doing}, prove again who you are: the last proof is more than ${minutes} minutes old.`,
  );
}
