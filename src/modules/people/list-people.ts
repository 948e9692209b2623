import { type Caller, hasRight, requireRight } from '../../kernel/caller.ts';
import type { Person } from './person.ts';
import type { Services } from './ports.ts';
import { endOf, type Session } from './session.ts';

/** @throws NotAllowedError without the right `people` */
export async function listPeople(
  { store }: Services,
  caller: Caller,
  page: { readonly afterId: string; readonly limit: number },
): Promise<readonly Person[]> {
  requireRight(caller, 'people', 'see people');
  return store.people(page);
}

/** One session that is alive, for those who would see it in a list; null to all others. */
export async function readOwnSession(services: Services, caller: Caller, id: string): Promise<Session | null> {
  const session = await services.store.session(id);
  if (session === null) return null;
  return (await listSessions(services, caller, session.personId)).find((one) => one.id === id) ?? null;
}

/** The sessions that are alive, newest first: one's own, or with the right `people` those of a person. */
export async function listSessions(
  { store, clock, console }: Services,
  caller: Caller,
  personId: string | null,
): Promise<readonly Session[]> {
  const whose = personId ?? caller.person?.id ?? null;
  if (whose === null) return [];
  if (whose !== caller.person?.id && !hasRight(caller, 'people')) return [];
  const now = clock();
  const limits = console().sessions;
  return (await store.sessionsOf(whose)).filter((session) => now < endOf(session, limits));
}
