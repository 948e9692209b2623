import type { WebhookEndpoint } from '../modules/webhooks/webhook.ts';
import type { Config } from './config.ts';
import { shownBy } from './shown.ts';

/** The settings in force as JSON, with secrets and links that grant a right masked. */
export function printableConfig(config: Config): unknown {
  const clients = config.clients.map(({ caller, keyHashes, networks, webhooks, keylessMoney = null }) => {
    const { client: name, returnsToLoopback: _development, ...rights } = caller;
    const hashes = keyHashes.map(({ hash, expiresAt }) => ({
      hash: `${hash.slice(0, 8)}…`,
      expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
    }));
    return { name, keyHashes: hashes, networks, keylessMoney, ...rights, webhooks: webhooks.map(printableWebhook) };
  });
  const { documentation, graphiql, introspection } = shownBy(config);
  const { misspelt: _remarks, ...settings } = config;
  return plain({
    ...settings,
    rest: { ...config.rest, documentation },
    graphql: { compiledOperations: true, ...config.graphql, graphiql, introspection },
    databaseUrl: maskDatabaseUrl(config.databaseUrl),
    societes: config.societes ?? 'built-in, on the sandbox banks',
    clients,
    documents: [...config.documents.keys()],
  });
}

/** The query of a webhook URL may hold a secret. */
function printableWebhook({ name, url, secrets, events }: WebhookEndpoint): object {
  return { name, url: url.replace(/\?.*$/, '?[secret]'), secrets, events: events ?? 'all' };
}

/** Sets as lists, maps as objects; a secret writes its own mask. */
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_name, part: unknown) => {
      if (part instanceof Set) return [...part];
      return part instanceof Map ? Object.fromEntries(part) : part;
    }),
  );
}

/** The parameters of a database URL may hold a password as well. */
function maskDatabaseUrl(databaseUrl: string): string {
  if (databaseUrl.startsWith('sqlite:') || !URL.canParse(databaseUrl)) {
    return databaseUrl.startsWith('sqlite:') ? databaseUrl : '[secret]';
  }
  const { protocol, username, host, pathname, search } = new URL(databaseUrl);
  const user = username === '' ? '' : `${username}:[secret]@`;
  return `${protocol}//${user}${host}${pathname}${search === '' ? '' : '?[secret]'}`;
}
