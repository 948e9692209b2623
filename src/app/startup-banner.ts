import type { Config } from '../config/config.ts';
import { hasOwnHost } from '../config/public-url.ts';

/** The text that a development deployment prints at its start: addresses, and whether real money can move. */
export function startupBanner(
  config: Pick<Config, 'societes' | 'clients' | 'databaseUrl'>,
  publicUrl: string,
  { restarts = false }: { readonly restarts?: boolean } = {},
): string {
  const legacyUrl = `${publicUrl}/payment_initiate/PAYBOX/TEST/CB/web/1/2263/45012/CB/1250/client@example.fr`;
  return [
    '',
    `  Règlement takes payments at ${publicUrl}, ${moneyOf(config)}`,
    '',
    ...(hasOwnHost(publicUrl) ? [`  the console      ${publicUrl}/console`] : []),
    `  GraphiQL         ${publicUrl}/graphql`,
    // Only for the built-in sociétés, because those of another config may not accept this payment.
    ...(config.societes === null ? [`  a legacy URL     ${legacyUrl}`] : []),
    `  the simulators   ${publicUrl}/sandbox`,
    // Only without clients: each client has endpoints of its own.
    ...(config.clients.length === 0 ? ['  webhooks         npm run example:webhooks receives and verifies them'] : []),
    ...(restarts
      ? ['', `  It restarts when a source file or the config changes. Payments stay ${placeOf(config)}.`]
      : []),
    '',
  ].join('\n');
}

function placeOf({ databaseUrl }: Pick<Config, 'databaseUrl'>): string {
  return databaseUrl.startsWith('sqlite:') ? `in ${databaseUrl.slice('sqlite:'.length)}` : 'in PostgreSQL';
}

function moneyOf({ societes, clients }: Pick<Config, 'societes' | 'clients'>): string {
  if (societes === null) return 'on the sandbox banks: no real money moves.';
  const holdsLive = [...societes.values()].some(({ accounts }) =>
    Object.values(accounts).some((account) => account?.LIVE !== undefined),
  );
  const forcing = clients.filter(({ caller }) => caller.runModes.has('FORCE_LIVE')).map(({ caller }) => caller.client);
  return holdsLive && forcing.length > 0
    ? `with the accounts of the config: FORCE_LIVE moves REAL MONEY, for ${forcing.join(', ')}.`
    : 'with the accounts of the config: LIVE runs as TEST, on the TEST accounts.';
}
