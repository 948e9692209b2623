import { recordAudit } from '../../kernel/audit/record-audit.ts';
import { consoleClient } from '../../kernel/caller.ts';
import { UnauthenticatedError } from '../../kernel/errors.ts';
import { newToken } from './open-session.ts';
import type { Services, Transaction } from './ports.ts';
import { hashOfToken } from './session.ts';

/**
 * Notes a fresh proof (a step-up) in the session, in the transaction that used the proof up, and gives it a new token.
 * @param provenAt when the person gave it, which a provider may say; left out: now
 * @throws UnauthenticatedError where the session ended meanwhile
 */
export async function confirmSession(
  services: Pick<Services, 'clock' | 'identifiers' | 'request'>,
  transaction: Transaction,
  sessionId: string,
  provenAt?: number,
): Promise<string> {
  const token = newToken();
  const seenAt = services.clock();
  const confirmedAt = Math.min(provenAt ?? seenAt, seenAt);
  const change = { id: sessionId, tokenHash: hashOfToken(token), confirmedAt, seenAt };
  const session = await transaction.session(sessionId);
  const person = session && (await transaction.person(session.personId));
  if (!person || !(await transaction.renewSession(change))) throw new UnauthenticatedError('This session has ended.');
  const actor = { client: consoleClient, person };
  await recordAudit(services, transaction, actor, { action: 'stepUp', object: sessionId });
  return token;
}
