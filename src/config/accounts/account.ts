import type { z } from 'zod';
import type { MerchantAccounts, Secret } from '../../kernel/merchant.ts';
import type { EffectiveRunMode, PaymentTarget } from '../../kernel/vocabulary.ts';
import type { SecretReader, SecretReference, SecretRule } from '../schema/values.ts';

/** Where an account stands in the file, and what its secrets are read with. */
export type Place = {
  readonly runMode: EffectiveRunMode;
  /** `societes.1.PAYBOX.LIVE`. */
  readonly path: string;
  readonly secrets: SecretReader;
};

/** What the config knows of a target's accounts: their entries in the file, and the rules of these. */
export type AccountKind<Target extends PaymentTarget, Entry> = {
  readonly schema: z.ZodType;
  /** The account of the running gateway. */
  accountOf(entry: Entry, place: Place): MerchantAccounts[Target];
  /** Where an account sends customers and questions to, by the name of the entry. */
  addressesOf(entry: Entry): Readonly<Record<string, string | null | undefined>>;
  /** The mode of an address that the bank publishes, with the bank's name; null for any other. */
  publishedMode(url: URL): { readonly runMode: EffectiveRunMode; readonly bank: string } | null;
  /** Pages that are asked in the background whether they take payments. */
  availabilityOf(entry: Entry): { readonly url?: string | undefined; readonly backupUrl?: string | undefined };
  /** The problems of a production deployment's public address for this bank. */
  problemsOfPublicUrl?(url: URL): readonly string[];
  /** The problems of all its accounts with each other. */
  problemsTogether?(written: readonly { readonly path: string; readonly entry: Entry }[]): readonly string[];
};

/** Reads a list of keys: one, or two during a change-over. */
export function readAll(
  [first, ...rest]: readonly [SecretReference, ...SecretReference[]],
  path: string,
  secrets: SecretReader,
  rule: SecretRule,
): [Secret, ...Secret[]] {
  return [
    secrets.read(first, `${path}.0`, rule),
    ...rest.map((reference, index) => secrets.read(reference, `${path}.${index + 1}`, rule)),
  ];
}
