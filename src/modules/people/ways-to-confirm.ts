import type { ActingPerson } from '../../kernel/caller.ts';
import type { Services } from './ports.ts';

/** How a person can prove again who it is: at the provider it signed in by, by a passkey, by a code of its app. */
export type WaysToConfirm = { readonly provider: boolean; readonly passkey: boolean; readonly code: boolean };

export async function waysToConfirm(
  { store, console }: Pick<Services, 'store' | 'console'>,
  { id, sessionId }: Pick<ActingPerson, 'id' | 'sessionId'>,
): Promise<WaysToConfirm> {
  const [session, passkeys, local] = [
    await store.session(sessionId),
    await store.passkeysOf(id),
    await store.localProofs(id),
  ];
  return {
    provider: session?.method === 'OIDC' && console().oidc !== null,
    passkey: passkeys.length > 0,
    code: local?.totp != null,
  };
}
