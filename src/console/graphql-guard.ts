import { finished } from 'node:stream';
import type { Request, RequestHandler, Response } from 'express';
import type { Caller } from '../kernel/caller.ts';
import { requestIdOf } from '../kernel/identifiers.ts';
import type { NoteRefusedRequest } from './note-refused-request.ts';
import { isSameOrigin } from './same-origin.ts';
import { type ConsoleOptions, callerAgain, callerOfConsole } from './shared.ts';

/** Who asks at `POST /console/graphql`: the session's person. No key counts here, as no cookie counts at `/graphql`. */

export type ConsoleCaller = { readonly caller: Caller; readonly callerNow: () => Caller | null };

type GuardOptions = Pick<ConsoleOptions, 'services' | 'visitor' | 'noteCaller' | 'noteRefused'>;

const personKey = Symbol('the person who asks');

/** Comes before the door, whose own guards refuse too, and notes what they refused. */
export const noteRefusals =
  (noteRefused: NoteRefusedRequest): RequestHandler =>
  (_request, response, next) => {
    response.once('finish', () => {
      if (response.statusCode !== 403) return;
      const locals = response.locals as { readonly [personKey]?: Caller };
      const caller = locals[personKey];
      const code = caller ? 'PERSISTED_QUERY_ONLY' : 'CROSS_SITE_REQUEST';
      void noteRefused({ code, request: requestIdOf(response), person: caller?.person ?? null });
    });
    next();
  };

/** A stream outlives its request, so that its session is looked at again. */
const lookAgainMs = 15_000;
/** After so many looks in a row without an answer, the session counts as ended. */
const mostFailures = 3;

/** @returns null where it refused */
export function createConsoleIdentify({ services, visitor, noteCaller, noteRefused }: GuardOptions) {
  return async (request: Request, response: Response): Promise<ConsoleCaller | null> => {
    response.set('Cache-Control', 'no-store');
    if (request.method !== 'POST') return refuse(response.set('Allow', 'POST'), 405, 'BAD_REQUEST', 'Ask by POST.');
    if (request.get('X-Console') !== '1' || !isSameOrigin(request)) {
      return refuse(response, 403, 'CROSS_SITE_REQUEST', 'Only pages of the console may ask here. Nothing was done.');
    }
    const isStream = /text\/event-stream/i.test(request.get('Accept') ?? '');
    // A page says where it asks by itself, and no person is there.
    const isUse = !isStream && request.get('X-Console-Idle') !== '1';
    const caller = await callerOfConsole({ services, visitor, noteRefused }, request, response, { isUse });
    if (caller === null)
      return refuse(response, 401, 'UNAUTHENTICATED', 'Sign in: there is no session, or it has ended.');
    (response.locals as { [personKey]?: Caller })[personKey] = caller;
    noteCaller(request, caller);
    // Every answer: a subscription is also answered where `Accept` is `*/*`.
    return watched(caller, () => callerAgain({ services, visitor }, caller), response);
  };
}

function refuse(response: Response, status: number, code: string, message: string): null {
  response.status(status).json({ errors: [{ message, extensions: { code } }] });
  return null;
}

/** Closes the stream of a session that has ended, and follows rights that change. */
function watched(first: Caller, find: () => Promise<Caller | null>, response: Response): ConsoleCaller {
  let now: Caller | null = first;
  let failures = 0;
  const look = async (): Promise<void> => {
    try {
      now = await find();
      failures = 0;
    } catch {
      // The database may be away for a moment, which ends no session.
      if (++failures === mostFailures) now = null;
    }
    if (now === null) response.destroy();
  };
  const timer = setInterval(() => void look(), lookAgainMs);
  timer.unref();
  // Also where the caller has left already.
  finished(response, () => clearInterval(timer));
  return { caller: first, callerNow: () => now };
}
