import type { ConfigFile } from './schema/config-file.ts';

type Mode = 'TEST' | 'LIVE';

const modes = ['TEST', 'LIVE'] as const;

/** Paybox tells its environments apart by the host alone, under either of the platform's names. */
const payboxHost = /^(?<test>preprod-|recette-)?(?:tpeweb|ppps)1?\.(?:paybox\.com|e-transactions\.fr)\.?$/;

/** Null: a host that we do not know. */
function payboxModeOf(url: string): Mode | null {
  const found = payboxHost.exec(new URL(url).hostname);
  if (!found) return null;
  return found.groups?.test === undefined ? 'LIVE' : 'TEST';
}

type Address = { readonly path: string; readonly url: string };

/** Where an account sends customers and questions to. */
function addressesOf({ societes = {} }: ConfigFile): (Address & { readonly mode: Mode })[] {
  return Object.entries(societes).flatMap(([id, { PAYBOX, LABANQUEPOSTALE }]) =>
    modes.flatMap((mode) => {
      const [paybox, labanquepostale] = [PAYBOX?.[mode], LABANQUEPOSTALE?.[mode]];
      const found: readonly (readonly [path: string, url: string | null | undefined])[] = [
        [`PAYBOX.${mode}.pageUrl`, paybox?.pageUrl],
        [`PAYBOX.${mode}.backup.pageUrl`, paybox?.backup?.pageUrl],
        [`PAYBOX.${mode}.direct.url`, paybox?.direct?.url],
        [`PAYBOX.${mode}.direct.backupUrl`, paybox?.direct?.backupUrl],
        [`LABANQUEPOSTALE.${mode}.formUrl`, labanquepostale?.formUrl],
        [`LABANQUEPOSTALE.${mode}.rest.url`, labanquepostale?.rest?.url],
      ];
      return found.flatMap(([path, url]) => (url ? [{ path: `societes.${id}.${path}`, url, mode }] : []));
    }),
  );
}

type Deployed = { readonly isProduction: boolean; readonly publicUrl: string | null };

/**
 * A test must not touch real money, and a payment that is shown as paid must not have been a test. So a bank address
 * has to match the account's mode. In production it is no simulator, and the connection is encrypted.
 */
export function problemsOfBankAddresses(file: ConfigFile, { isProduction, publicUrl }: Deployed): string[] {
  return addressesOf(file).flatMap(({ path, url, mode }) => {
    const other = mode === 'TEST' ? 'LIVE' : 'TEST';
    const problem = (condition: boolean, text: string): string[] => (condition ? [`${path}: ${text}.`] : []);
    return [
      ...problem(payboxModeOf(url) === other, `is Paybox's address for ${other}, and the account is for ${mode}`),
      ...problem(isProduction && !url.startsWith('https:'), 'a production deployment needs https'),
      ...problem(
        isProduction && publicUrl !== null && isInOurSandbox(url, publicUrl),
        'is the sandbox, which a production deployment does not have',
      ),
    ];
  });
}

function isInOurSandbox(url: string, publicUrl: string): boolean {
  return new URL(url).href.startsWith(`${new URL(publicUrl).href.replace(/\/+$/, '')}/sandbox/`);
}
