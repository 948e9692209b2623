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
  if (window.name === signInWindow) {
    channel.postMessage('signed-in');
    window.close();
  }
  const address = sessionStorage.getItem(kept);
  sessionStorage.removeItem(kept);
  const isStart = location.pathname === '/console' || location.pathname === '/console/';
  if (address?.startsWith('/console/') && isStart) location.replace(address);
}

/** A window for the sign-in beside the page, which keeps what is typed. */
export const openSignIn = (): void => void window.open('/console/sign-in', signInWindow);

/** Calls back when another window has signed in. */
export function onSignedIn(callBack: () => void): () => void {
  channel.addEventListener('message', callBack);
  return () => channel.removeEventListener('message', callBack);
}
