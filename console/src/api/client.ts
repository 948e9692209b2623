import { createClient, GatewayError, Intention, type Operation } from '@reglement/client';
import { languageNow } from '../texts/language.tsx';
import { isPresent } from './presence.ts';
import { untilSignedIn } from './session-end.ts';

/** The typed client, at the console's own door: by the hash of each document, with the cookie of the session. */
const client = createClient({
  url: '/console',
  documents: 'HASH',
  get language() {
    return languageNow();
  },
  fetch: async (address, init) => {
    const response = await fetch(address, {
      ...init,
      credentials: 'same-origin',
      headers: { ...init?.headers, 'x-console': '1', ...(!isPresent() && { 'x-console-idle': '1' }) },
    });
    const date = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(date)) aheadMs = date - Date.now();
    return response;
  },
});

let aheadMs = 0;
/** How far the gateway's clock is ahead of the browser's, which may be wrong: to the second. */
export const gatewayAheadMs = (): number => aheadMs;

/** For streams: one request, sent once. */
export const { transport } = client;

let usedAt = Date.now();
/** When the gateway last answered what the person asked, in any window: the session's idle time runs from there. */
export const lastUse = (): number => usedAt;

const uses = new BroadcastChannel('console-uses');
uses.addEventListener('message', () => {
  usedAt = Date.now();
});
function noteUse(): void {
  usedAt = Date.now();
  uses.postMessage(null);
}

export type AskOptions = {
  readonly signal?: AbortSignal;
  /** What is meant, over several calls: the dialog of a write keeps one. */
  readonly intention?: Intention;
};

export const isSignedOut = (error: unknown): boolean => error instanceof GatewayError && error.status === 401;

/**
 * Asks, and throws where no person is signed in. A first refusal of a query is no proof of that: a fresh proof gives the
 * session another cookie while requests with the one before are on their way. A mutation is not sent a second time: the
 * cookie of now may be that of another person.
 */
export async function askAtOnce<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  options: AskOptions = {},
): Promise<Result> {
  return client.execute(operation, variables, options).catch((error: unknown) => {
    if (!isSignedOut(error) || !String(operation).startsWith('query ')) throw error;
    return client.execute(operation, variables, options);
  });
}

/**
 * Runs an operation of `console/operations`. Expected refusals are part of the result. A fault that passes is tried again;
 * where the session has ended, it waits until the person has signed in over the page, and asks again.
 * @throws GatewayError where there is no result
 */
export async function ask<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  { signal, intention = new Intention() }: AskOptions = {},
): Promise<Result> {
  for (;;) {
    const isUse = isPresent();
    try {
      const result = await askAtOnce(operation, variables, { intention, ...(signal && { signal }) });
      if (isUse) noteUse();
      return result;
    } catch (error) {
      if (!isSignedOut(error)) throw error;
      await untilSignedIn(signal);
    }
  }
}
