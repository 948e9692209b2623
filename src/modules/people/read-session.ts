import type { Caller } from '../../kernel/caller.ts';
import { localIssuer, type Person } from './person.ts';
import type { Services } from './ports.ts';
import { callerOf } from './role.ts';
import { endOf, hashOfToken, type Session, type SessionLimits } from './session.ts';
import type { ConsoleSettings } from './settings.ts';

export type SignedIn = { readonly session: Session; readonly caller: Caller };

/** The last request is noted once in so long, so that reading does not become writing. */
const noteEveryMs = ({ idleMs }: SessionLimits): number => Math.min(60_000, idleMs / 4);

/**
 * Who a token belongs to now. The rights are those of this moment: a role that was withdrawn, by the config or from the
 * person, and a way to sign in that the config no longer has, count no more.
 * @param isUse false for a stream, and for what a page asks by itself: an open page alone does not keep a session alive
 * @returns null for a token that is unknown, idle, too old, or of a person who may not sign in any more
 */
export async function readSession(
  services: Services,
  token: string,
  { isUse = true }: { readonly isUse?: boolean } = {},
): Promise<SignedIn | null> {
  const found = await services.store.sessionByToken(hashOfToken(token));
  const signedIn = found && signedInNow(services, found);
  const now = services.clock();
  const { sessions } = services.console();
  if (!signedIn || !isUse || now - signedIn.session.seenAt < noteEveryMs(sessions)) return signedIn;
  const { session, caller } = signedIn;
  await services.store.transact((transaction) => transaction.touchSession(session.id, now));
  return { session: { ...session, seenAt: now }, caller };
}

/**
 * Who a session belongs to now, for an answer that lasts. It is looked up by its id, because a step-up meanwhile replaces
 * the token. This is no use of the session.
 * @returns null as `readSession`
 */
export async function readSessionAgain(services: Services, id: string): Promise<SignedIn | null> {
  const session = await services.store.session(id);
  const person = session && (await services.store.person(session.personId));
  return session && person && signedInNow(services, { session, person });
}

function signedInNow(
  { clock, console }: Services,
  { session, person }: { readonly session: Session; readonly person: Person },
): SignedIn | null {
  const settings = console();
  if (person.status !== 'ACTIVE' || !isWayIn(settings, person.issuer)) return null;
  if (clock() >= endOf(session, settings.sessions)) return null;
  const caller = callerOf(settings, person, session);
  return typeof caller === 'string' ? null : { session, caller };
}

/**
 * Whose session this is, where the session itself is still good and its person may not act any more: disabled, without a
 * role, or by a way in that is gone. Null otherwise.
 */
export async function personWithoutAccess(services: Services, token: string): Promise<Person | null> {
  const found = await services.store.sessionByToken(hashOfToken(token));
  if (found === null || services.clock() >= endOf(found.session, services.console().sessions)) return null;
  return (await readSession(services, token, { isUse: false })) === null ? found.person : null;
}

/** Whether people of this issuer may sign in now. */
export function isWayIn({ oidc, local }: Pick<ConsoleSettings, 'oidc' | 'local'>, issuer: string): boolean {
  if (issuer === localIssuer) return local !== null;
  if (oidc === null) return false;
  return !isIssuer(oidc.issuer) || plain(oidc.issuer) === plain(issuer);
}

const plain = (url: string): string | undefined => URL.parse(url)?.href.replace(/\/$/, '');

/**
 * Whether the address of the config is what people have as issuer. Microsoft's addresses by the name of a tenant are
 * not, nor is that of the provider's metadata.
 */
const isIssuer = (address: string): boolean =>
  !/\/\.well-known\/|^https:\/\/(?:login\.microsoftonline\.com|[^/]+\.b2clogin\.com)\//.test(address) ||
  /^https:\/\/login\.microsoftonline\.com\/[\da-f-]{36}\/v2\.0\/?$/.test(address);
