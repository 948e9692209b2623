import { createPublicKey } from 'node:crypto';
import { z } from 'zod';
import type { Secret } from '../../kernel/merchant.ts';
import { parseNetwork } from '../networks.ts';

/** Values that several parts of the config file share. A secret appears only as a reference. */

export const secretReference = z.union(
  [z.strictObject({ env: z.string().min(1) }), z.strictObject({ file: z.string().min(1) })],
  { error: 'must be {"env":"NAME"} or {"file":"/path"}: secrets stand in the config by reference only' },
);
export type SecretReference = z.output<typeof secretReference>;

/** The pattern of a secret, and the message for a bad one; the value itself is never shown. */
export type SecretRule = { readonly pattern: RegExp; readonly message: string };

/** Reads secrets and collects their problems, each under its path in the file. */
export type SecretReader = {
  readonly read: (reference: SecretReference, path: string, rule?: SecretRule) => Secret;
  readonly problems: readonly string[];
};

export const httpUrl = z.url({
  protocol: /^https?$/,
  error: 'must be an address that begins with https:// or http://',
});
export const oneOrMore = <Item extends z.ZodType>(item: Item) => z.tuple([item], item);

/** The rule of `id_origin` and `id_societe`: a value that no request can have is a mistake. */
export const identifier = z
  .string()
  .transform((value) => value.normalize('NFC'))
  .refine(
    (value) => /^[\p{L}\p{N}][\p{L}\p{N} ._:-]{0,63}$/u.test(value),
    'must be 1 to 64 letters, digits, blanks or . _ : - and begin with a letter or a digit',
  );

export const publicKey = z.string().refine(isRsaPublicKey, 'must be an RSA public key in PEM form (BEGIN PUBLIC KEY)');

function isRsaPublicKey(pem: string): boolean {
  if (!pem.trimStart().startsWith('-----BEGIN PUBLIC KEY-----')) return false;
  try {
    return createPublicKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}

export const network = z
  .string()
  .refine(
    (value) => parseNetwork(value) !== null,
    'must be a network, for instance 10.1.0.0/16, 2001:db8::/32 or 10.1.2.3, and not the whole internet',
  );

const isOrigin = (value: string): boolean => URL.canParse(value) && new URL(value).origin === value;
export const httpsOrigin = z
  .string()
  .refine(
    (value) => isOrigin(value) && value.startsWith('https:'),
    'must be an https origin, for instance https://shop.example',
  );
export const webOrigin = z
  .string()
  .refine(
    (value) => isOrigin(value) && /^https?:/.test(value),
    'must be the origin of a site, for instance https://shop.example',
  );

export const shortName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'must be 1 to 32 small letters, digits or dashes');
