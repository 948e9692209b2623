import { recordAudit } from '../../kernel/audit/record-audit.ts';
import { type Actor, type Caller, consoleClient, requireFreshProof, requireRight } from '../../kernel/caller.ts';
import type { Services } from './ports.ts';
import { hashOfToken } from './session.ts';

/** Signs out: ends the session of a token, whatever its person may do now. */
export async function signOut(services: Services, token: string): Promise<void> {
  const found = await services.store.sessionByToken(hashOfToken(token));
  if (found) await removeSession(services, { client: consoleClient, person: found.person }, found.session.id);
}

/**
 * Ends a session, on every gateway. One's own needs no right; that of another person the right `people` and a fresh
 * proof. A person may repeat the request: a session that is gone has no owner any more. The two answers say only whether
 * a session is there, to a person who knows its id, which holds 62 random bits.
 * @returns whether it was there
 * @throws NotAllowedError without the right; to a program also where there is no such session
 */
export async function endSession(services: Services, caller: Caller, id: string): Promise<boolean> {
  const session = await services.store.session(id);
  if (session === null && caller.person) return false;
  if (session === null || session.personId !== caller.person?.id) {
    requireRight(caller, 'people', 'end a session that is not your own');
    if (session === null) return false;
    requireFreshProof(caller, services.clock(), 'end the session of another person');
  }
  return removeSession(services, caller, id);
}

const removeSession = (services: Services, actor: Actor, id: string): Promise<boolean> =>
  services.store.transact(async (transaction) => {
    const isRemoved = await transaction.removeSession(id);
    if (isRemoved) await recordAudit(services, transaction, actor, { action: 'endSession', object: id });
    return isRemoved;
  });

/**
 * For a database that came back: it has sessions that have ended since, and links and challenges that were used. Everyone
 * signs in anew.
 */
export const endAllSessions = ({ store }: Pick<Services, 'store'>): Promise<void> =>
  store.transact(async (transaction) => {
    const ever = Number.MAX_SAFE_INTEGER;
    await transaction.removeSessionsBefore(ever);
    await transaction.removeUsedUp({ now: ever, guessesAt: 0 });
  });

/**
 * Signs out everywhere.
 * @param personId null: the caller's own sessions
 * @param keepsThis the session of this request stays
 * @returns how many ended
 * @throws NotAllowedError without the right `people`, whether the other person exists or not
 */
export async function endSessions(
  services: Services,
  caller: Caller,
  { personId, keepsThis }: { readonly personId: string | null; readonly keepsThis: boolean },
): Promise<number> {
  const whose = personId ?? caller.person?.id ?? null;
  if (whose === null) return 0;
  if (whose !== caller.person?.id) {
    requireRight(caller, 'people', 'end the sessions of another person');
    requireFreshProof(caller, services.clock(), 'end the sessions of another person');
  }
  const exceptId = keepsThis ? (caller.person?.sessionId ?? '') : '';
  return services.store.transact(async (transaction) => {
    const removed = await transaction.removeSessionsOf(whose, exceptId);
    if (removed > 0) await recordAudit(services, transaction, caller, { action: 'endSessions', object: whose });
    return removed;
  });
}
