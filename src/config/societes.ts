import type { MerchantAccounts, Secret, Societe } from '../kernel/merchant.ts';
import { createNetworkCheck, plainAddress } from './networks.ts';
import type { ConfigFile } from './schema/config-file.ts';
import type { SocieteEntry } from './schema/societe.ts';
import type { SecretReference } from './schema/values.ts';
import type { SecretReader, SecretRule } from './secrets.ts';

export type AvailabilityUrl = {
  readonly target: 'PAYBOX' | 'LABANQUEPOSTALE';
  readonly idSociete: string;
  readonly runMode: 'TEST' | 'LIVE';
  readonly url: string;
  readonly backupUrl?: string | undefined;
};

export type PlatformKeys = readonly [string, ...string[]];

/** Paybox manual: at least 40 hexadecimal digits, two a byte. */
const hmacKeyRule: SecretRule = {
  pattern: /^(?:[0-9a-f]{2}){20,}$/i,
  message: 'must be 40 hexadecimal digits or more, an even number of them',
};
/** The back office of Scellius shows letters and digits. A pasted value with other characters is another field. */
const formKeyRule: SecretRule = { pattern: /^[\x21-\x7e]+$/, message: 'must be printable characters without blanks' };

/** Both modes have one address; Lyra's passwords begin with the mode that they are for. */
const restPasswordRules: Readonly<Record<'TEST' | 'LIVE', SecretRule>> = {
  TEST: { pattern: /^(?!prodpassword_)/, message: 'is a password for LIVE, and the account is for TEST' },
  LIVE: { pattern: /^(?!testpassword_)/, message: 'is a password for TEST, and the account is for LIVE' },
};

/** @param platformKeys Paybox's published public keys, for accounts that name none. */
export function societesOf(
  entries: NonNullable<ConfigFile['societes']>,
  secrets: SecretReader,
  platformKeys: PlatformKeys,
): ReadonlyMap<string, Societe> {
  return new Map(
    Object.entries(entries).map(([id, entry]): [string, Societe] => [
      id,
      {
        id,
        name: entry.name,
        customerPages: entry.customerPages,
        fallbackPayer: entry.fallbackPayer ?? null,
        accounting: mapModes(entry.accounting, (rules) => rules),
        accounts: accountsOf(entry, `societes.${id}`, secrets, platformKeys),
      },
    ]),
  );
}

function accountsOf(
  entry: SocieteEntry,
  path: string,
  secrets: SecretReader,
  platformKeys: PlatformKeys,
): Societe['accounts'] {
  return {
    PAYBOX: mapModes(
      entry.PAYBOX,
      (
        { availabilityUrl: _url, acceptsMessagesAlone: alone, backup, hmacKeys, publicKeys, ...account },
        mode,
      ): MerchantAccounts['PAYBOX'] => ({
        ...account,
        ...(alone && { acceptsMessagesAlone: { ...alone, includes: includedIn(alone.networks) } }),
        ...(backup && { backupPageUrl: backup.pageUrl }),
        hmacKeys: readAll(hmacKeys, `${path}.PAYBOX.${mode}.hmacKeys`, secrets, hmacKeyRule),
        publicKeys: publicKeys ?? platformKeys,
      }),
    ),
    LABANQUEPOSTALE: mapModes(
      entry.LABANQUEPOSTALE,
      ({ availabilityUrl: _url, formKeys, rest, ...account }, mode): MerchantAccounts['LABANQUEPOSTALE'] => ({
        ...account,
        formKeys: readAll(formKeys, `${path}.LABANQUEPOSTALE.${mode}.formKeys`, secrets, formKeyRule),
        ...(rest && {
          rest: {
            url: rest.url,
            password: secrets.read(
              rest.password,
              `${path}.LABANQUEPOSTALE.${mode}.rest.password`,
              restPasswordRules[mode],
            ),
            hmacKey:
              rest.hmacKey && secrets.read(rest.hmacKey, `${path}.LABANQUEPOSTALE.${mode}.rest.hmacKey`, formKeyRule),
          },
        }),
      }),
    ),
    MILLIET: mapModes(entry.MILLIET, (account) => account),
  };
}

/** An unknown address is in no network. */
function includedIn(networks: readonly string[]): (address: string) => boolean {
  const check = createNetworkCheck(networks);
  return (address) => {
    const plain = plainAddress(address);
    return plain !== null && check(plain);
  };
}

function mapModes<In, Out>(
  accounts: { TEST?: In | undefined; LIVE?: In | undefined } | undefined,
  map: (account: In, mode: 'TEST' | 'LIVE') => Out,
): { TEST?: Out; LIVE?: Out } {
  return {
    ...(accounts?.TEST && { TEST: map(accounts.TEST, 'TEST') }),
    ...(accounts?.LIVE && { LIVE: map(accounts.LIVE, 'LIVE') }),
  };
}

function readAll(
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

export function availabilityUrlsOf(entries: NonNullable<ConfigFile['societes']>): AvailabilityUrl[] {
  return Object.entries(entries).flatMap(([idSociete, entry]) =>
    (['PAYBOX', 'LABANQUEPOSTALE'] as const).flatMap((target) =>
      (['TEST', 'LIVE'] as const).flatMap((runMode) => {
        const url = entry[target]?.[runMode]?.availabilityUrl;
        const backupUrl = target === 'PAYBOX' ? entry.PAYBOX?.[runMode]?.backup?.availabilityUrl : undefined;
        return url === undefined ? [] : [{ target, idSociete, runMode, url, backupUrl }];
      }),
    ),
  );
}
