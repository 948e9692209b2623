import { generateKeyPairSync, hash, sign } from 'node:crypto';
import type { Passkey } from '../../../src/modules/people/person.ts';
import type { PasskeySite } from '../../../src/modules/people/sign-in/passkeys.ts';

/** An authenticator without a browser: an ES256 key that signs what a site asks. */
export function createAuthenticator(personId: string, at: number) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = Buffer.from(`passkey of ${personId} ${x}`).toString('base64url');
  // CBOR: { 1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y }
  const head = Buffer.from('a5010203262001215820', 'hex');
  const key = Buffer.concat([
    head,
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ]);
  const passkey: Passkey = { id, personId, publicKey: new Uint8Array(key), counter: 0, createdAt: at, usedAt: null };
  return {
    passkey,
    /** The answer to the options of `askForPasskey`. */
    answer: (options: object, { origin, rpId }: PasskeySite): object => {
      const { challenge } = options as { readonly challenge: string };
      const clientData = Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge, origin, crossOrigin: false }));
      // The user is there and verified; the counter stays 0, as that of synchronised passkeys does.
      const flags = Buffer.from('0500000000', 'hex');
      const authenticatorData = Buffer.concat([Buffer.from(hash('sha256', rpId), 'hex'), flags]);
      const clientHash = Buffer.from(hash('sha256', clientData), 'hex');
      const signature = sign('sha256', Buffer.concat([authenticatorData, clientHash]), privateKey);
      const response = {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: signature.toString('base64url'),
      };
      return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
    },
  };
}
