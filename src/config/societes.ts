import type { AvailabilityUrl, Societe } from '../kernel/merchant.ts';
import type { PaymentTarget } from '../kernel/vocabulary.ts';
import { writtenAccounts } from './accounts/accounts.ts';
import type { ConfigFile } from './schema/config-file.ts';
import type { SocieteEntry } from './schema/societe.ts';
import type { SecretReader } from './schema/values.ts';

export function societesOf(
  entries: NonNullable<ConfigFile['societes']>,
  secrets: SecretReader,
): ReadonlyMap<string, Societe> {
  return new Map(
    Object.entries(entries).map(([id, entry]): [string, Societe] => [
      id,
      {
        id,
        name: entry.name,
        customerPages: entry.customerPages,
        fallbackPayer: entry.fallbackPayer ?? null,
        accounting: entry.accounting ?? {},
        accounts: accountsOf(id, entry, secrets),
      },
    ]),
  );
}

function accountsOf(id: string, entry: SocieteEntry, secrets: SecretReader) {
  const accounts: Partial<Record<PaymentTarget, object>> = {};
  for (const { target, runMode, path, entry: written, kind } of writtenAccounts({ [id]: entry })) {
    const account = kind.accountOf(written, { runMode, path, secrets });
    accounts[target] = { ...accounts[target], [runMode]: account };
  }
  return accounts as Societe['accounts'];
}

export const availabilityUrlsOf = (entries: ConfigFile['societes']): AvailabilityUrl[] =>
  writtenAccounts(entries).flatMap(({ target, idSociete, runMode, entry, kind }) => {
    const { url, backupUrl } = kind.availabilityOf(entry);
    return url === undefined ? [] : [{ target, idSociete, runMode, url, backupUrl }];
  });
