/** Whether the session has ended, and the requests that wait for the next one. */

let waiting: (() => void)[] = [];
let hasEnded = false;
const listeners = new Set<() => void>();

const say = (): void => {
  for (const listener of listeners) listener();
};

export const sessionHasEnded = (): boolean => hasEnded;

export function onSessionEnd(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The page asks for a sign-in. */
export function endSession(): void {
  if (hasEnded) return;
  hasEnded = true;
  say();
}

/** Resolves when the person has signed in again. */
export function untilSignedIn(signal?: AbortSignal): Promise<void> {
  const signedIn = new Promise<void>((resolve, reject) => {
    waiting.push(resolve);
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  endSession();
  return signedIn;
}

export function signedInAgain(): void {
  const those = waiting;
  waiting = [];
  hasEnded = false;
  say();
  for (const resolve of those) resolve();
}
