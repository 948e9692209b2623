import { accountKinds, writtenAccounts } from './accounts/accounts.ts';
import type { ConfigFile } from './schema/config-file.ts';

type Deployed = { readonly isProduction: boolean; readonly publicUrl: string | null };

/**
 * A test must not touch real money, and a payment that is shown as paid must not have been a test. So a bank address
 * has to match the account's mode. In production it is no simulator, and the connection is encrypted.
 */
export function problemsOfBankAddresses({ societes }: ConfigFile, { isProduction, publicUrl }: Deployed): string[] {
  return writtenAccounts(societes).flatMap(({ path, runMode, entry, kind }) =>
    Object.entries(kind.addressesOf(entry)).flatMap(([name, url]) => {
      if (!url) return [];
      const problem = (condition: boolean, text: string): string[] => (condition ? [`${path}.${name}: ${text}.`] : []);
      return [
        ...publishedModes(url).flatMap(({ runMode: other, bank }) =>
          problem(other !== runMode, `is ${bank}'s address for ${other}, and the account is for ${runMode}`),
        ),
        ...problem(isProduction && !url.startsWith('https:'), 'a production deployment needs https'),
        ...problem(
          isProduction && publicUrl !== null && isInOurSandbox(url, publicUrl),
          'is the sandbox, which a production deployment does not have',
        ),
      ];
    }),
  );
}

/** Of every bank: an address may stand in the account of another one. */
const publishedModes = (url: string) =>
  Object.values(accountKinds).flatMap(({ publishedMode }) => publishedMode(new URL(url)) ?? []);

function isInOurSandbox(url: string, publicUrl: string): boolean {
  return new URL(url).href.startsWith(`${new URL(publicUrl).href.replace(/\/+$/, '')}/sandbox/`);
}
