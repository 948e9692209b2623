import { MeDocument } from '../generated/operations.ts';
import { askAtOnce } from './client.ts';

/** A fresh proof of who the person is: by passkey, by a code of its app, or at the provider. */

/** The proof was refused. */
export class ProofRefusedError extends Error {}

const asJson = { 'content-type': 'application/json', 'x-console': '1' };

async function send(address: string, body: unknown): Promise<unknown> {
  const response = await fetch(address, { method: 'POST', headers: asJson, body: JSON.stringify(body) });
  if (!response.ok) throw new ProofRefusedError(address);
  return response.json();
}

/** A browser that knows no passkeys, or an IP address, where there are none. */
export const knowsPasskeys = (): boolean =>
  typeof PublicKeyCredential === 'function' &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential &&
  !/^[\d.]+$|^\[/.test(location.hostname);

/** @throws ProofRefusedError, or what the browser says where the person gives up */
export async function proveByPasskey(): Promise<void> {
  const options = await send('/console/passkeys/options', {});
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON);
  const credential = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential | null;
  if (credential === null) throw new ProofRefusedError('passkey');
  await send('/console/passkeys/confirm', credential.toJSON());
}

/** @throws ProofRefusedError */
export async function proveByCode(code: string): Promise<void> {
  const body = new URLSearchParams({ code });
  const response = await fetch('/console/confirm', { method: 'POST', body, redirect: 'manual' });
  // The page leads on where the code was right.
  if (response.type !== 'opaqueredirect') throw new ProofRefusedError('code');
}

/** Opens the provider in a window of its own. */
export const proveAtProvider = (): void => void window.open('/console/oidc?confirm=1&window=1', 'console-proof');

/** Whether the proof counts as fresh now. */
export async function isProven(): Promise<boolean> {
  const { me } = await askAtOnce(MeDocument, {});
  return me.isConfirmed;
}
