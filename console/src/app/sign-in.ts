/** The way to the sign-in, which is a page of the gateway, and back to the address that was asked for. */

const kept = 'after-sign-in';
const signInWindow = 'console-sign-in';
const channel = new BroadcastChannel('console-session');

/** Leaves the page, and so never returns. */
export function leaveForSignIn(): Promise<never> {
  const { pathname, search } = location;
  sessionStorage.setItem(kept, pathname + search);
  location.replace('/console/sign-in');
  return new Promise(() => undefined);
}

/** After the sign-in the gateway leads to `/console`: from there on to the address that was asked for. */
export function returnFromSignIn(): void {
  // Other windows learn who it is, and that the database was restored, before their forms go out under this session.
  channel.postMessage('signed-in' satisfies Message);
  if (window.name === signInWindow) window.close();
  const address = sessionStorage.getItem(kept);
  sessionStorage.removeItem(kept);
  const isStart = location.pathname === '/console' || location.pathname === '/console/';
  const isElsewhere = address?.startsWith('/console') && address !== location.pathname + location.search;
  if (address && isElsewhere && isStart) location.replace(address);
}

/** A window for the sign-in beside the page, which keeps what is typed. */
export const openSignIn = (): void => void window.open('/console/sign-in', signInWindow);

type Message = 'signed-in' | 'signed-out';

/** Says to the other windows that the session has ended. They share it, so that each of them looks. */
export const sayEnded = (): void => channel.postMessage('signed-out' satisfies Message);

/** Signs out, and says so to the other windows, which then ask for a sign-in over their pages. */
export async function signOut(): Promise<void> {
  const { type } = await fetch('/console/sign-out', { method: 'POST', redirect: 'manual' });
  // The page leads on where it is done.
  if (type !== 'opaqueredirect') throw new Error('The session did not end.');
  sayEnded();
  location.assign('/console/sign-in');
}

/** Calls back when another window has signed in, or out. */
export function onOtherWindow(wanted: Message, callBack: () => void): () => void {
  const listen = ({ data }: MessageEvent<Message>): void => {
    if (data === wanted) callBack();
  };
  channel.addEventListener('message', listen);
  return () => channel.removeEventListener('message', listen);
}
