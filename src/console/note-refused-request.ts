import type { Logger } from 'pino';
import { recordAudit } from '../kernel/audit/record-audit.ts';
import { type Actor, actingName, consoleClient } from '../kernel/caller.ts';
import type { Services } from '../modules/people/ports.ts';

export type RefusedRequest = {
  /**
   * `CROSS_SITE_REQUEST`: another site, or no browser. `PERSISTED_QUERY_ONLY`: a document that is not the console's.
   * `NO_ACCESS`: the person may not act any more. `UNAUTHENTICATED`: the console's cookie in place of a key at `/graphql`.
   */
  readonly code: 'CROSS_SITE_REQUEST' | 'PERSISTED_QUERY_ONLY' | 'NO_ACCESS' | 'UNAUTHENTICATED';
  readonly request: string;
  /** The person of the session; null for a stranger. */
  readonly person: Actor['person'] | null;
};

export type NoteRefusedRequest = (refused: RefusedRequest) => Promise<void>;

const perMinute = 10;

/**
 * Limits what is noted in the audit log where a stranger can cause entries without end: a few a minute for each key, on
 * each gateway, so that a flood under one key hides no entry of another.
 * @param mostKeys so many keys are counted apart in a minute; what comes under others is not noted
 */
export function createNoteLimit(clock: () => number, mostKeys: number): (key: string) => boolean {
  let minute = 0;
  let noted = new Map<string, number>();
  return (key) => {
    const now = Math.floor(clock() / 60_000);
    if (now !== minute) [minute, noted] = [now, new Map()];
    const count = (noted.get(key) ?? 0) + 1;
    if (count > perMinute || (count === 1 && noted.size >= mostKeys)) return false;
    noted.set(key, count);
    return true;
  };
}

const mostCounted = 100;

/**
 * Notes in the audit log what the console refused. A stranger can cause refusals without end, so each kind has a few
 * entries a minute on each gateway, and those of each person are counted apart: a flood hides no other's. The log has them all.
 */
export function createNoteRefusedRequest(services: Services, logger: Logger): NoteRefusedRequest {
  const mayNote = createNoteLimit(services.clock, mostCounted);
  return async ({ code, request, person }) => {
    const actor: Actor = { client: consoleClient, ...(person && { person }) };
    if (!mayNote(`${code} ${actingName(actor)}`)) return;
    const facts = { action: 'consoleRequest', outcome: 'REFUSED', code, request } as const;
    try {
      await services.store.transact((transaction) => recordAudit(services, transaction, actor, facts));
    } catch (error) {
      logger.error({ err: error, request }, 'a refused request of the console could not be noted');
    }
  };
}
