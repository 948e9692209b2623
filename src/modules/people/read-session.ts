import type { Caller } from '../../kernel/caller.ts';
import type { Services } from './ports.ts';
import { callerOf } from './role.ts';
import { endOf, hashOfToken, type Session } from './session.ts';

export type SignedIn = { readonly session: Session; readonly caller: Caller };

/** The last request is noted once in so long, so that reading does not become writing. */
const noteEveryMs = 60_000;

/**
 * Who a token belongs to now. The rights are those of this moment: a role that was withdrawn, by the config or from the
 * person, counts no more.
 * @param isUse false for a stream: an open page alone does not keep a session alive
 * @returns null for a token that is unknown, idle, too old, or of a person who may not sign in any more
 */
export async function readSession(
  { store, clock, console }: Services,
  token: string,
  { isUse = true }: { readonly isUse?: boolean } = {},
): Promise<SignedIn | null> {
  const found = await store.sessionByToken(hashOfToken(token));
  if (found === null || found.person.status !== 'ACTIVE') return null;
  const { session, person } = found;
  const now = clock();
  const settings = console();
  if (now >= endOf(session, settings.sessions)) return null;
  const caller = callerOf(settings, person, session);
  if (typeof caller === 'string') return null;
  if (!isUse || now - session.seenAt < noteEveryMs) return { session, caller };
  await store.transact((transaction) => transaction.touchSession(session.id, now));
  return { session: { ...session, seenAt: now }, caller };
}
