import type { Caller } from '../kernel/caller.ts';
import type { WebhookEndpoint } from '../modules/webhooks/webhook.ts';
import { changesOf } from './console.ts';
import type { KeylessMoney } from './keyless-money.ts';
import { overlap } from './networks.ts';
import type { ConfigFile } from './schema/config-file.ts';
import type { SecretReader } from './schema/values.ts';
import { webhooksOf } from './webhooks.ts';

export type Client = {
  readonly caller: Caller;
  readonly keyHashes: readonly KeyHash[];
  /** CIDR: a request from there that shows no key is this client's. */
  readonly networks: readonly string[];
  readonly webhooks: readonly WebhookEndpoint[];
  /** Null or left out: without a key it moves no real money. */
  readonly keylessMoney?: KeylessMoney | null;
};

/** SHA-256 of a key in hex, and the moment from which the key is no good; null: never. */
export type KeyHash = { readonly hash: string; readonly expiresAt: number | null };

export const isGoodKey = ({ expiresAt }: Pick<KeyHash, 'expiresAt'>, now: number): boolean =>
  expiresAt === null || now < expiresAt;

/** A client with what it may do now: by a good key, else by its networks. Null: it is shut out. */
export function callerAt({ caller, keyHashes, networks, keylessMoney = null }: Client, now: number): Caller | null {
  if (keyHashes.some((key) => isGoodKey(key, now))) return caller;
  if (networks.length === 0) return null;
  return keylessMoney === null ? { ...caller, keylessRefusal: 'NO_KEY' } : caller;
}

export function clientsOf({ clients }: Pick<ConfigFile, 'clients'>, secrets: SecretReader): Client[] {
  return clients.map(({ name, keyHashes, networks, webhooks, keylessMoney, ...rights }, index) => ({
    keyHashes: keyHashes.map(({ hash, expiresAt }) => ({ hash, expiresAt: expiresAt ?? null })),
    networks,
    keylessMoney: keylessMoney ? { pageOrigins: new Set(keylessMoney.pageOrigins) } : null,
    webhooks: webhooksOf(webhooks, name, `clients.${index}.webhooks`, secrets),
    caller: {
      client: name,
      origins: new Set(rights.origins),
      societes: new Set(rights.societes),
      targets: rights.targets ? new Set(rights.targets) : null,
      runModes: new Set(rights.runModes),
      scopes: new Set(rights.scopes),
      returnOrigins: new Set(rights.returnOrigins),
      jsonp: rights.jsonp,
      ...(rights.documents === 'REGISTERED' && { sendsRegisteredDocumentsOnly: true }),
      ...(rights.refundCeilingCents !== undefined && { refundCeilingCents: rights.refundCeilingCents }),
      ...(rights.refundLimitCents !== undefined && { refundLimitCents: rights.refundLimitCents }),
      ...(changesOf(rights.approvals).size > 0 && { changesToApprove: changesOf(rights.approvals) }),
      bankFilesNeedConfirmation:
        rights.bankFilesNeedConfirmation ??
        (rights.scopes.includes('operations') && !rights.scopes.includes('bankFiles')),
      returnsToLoopback: false,
    },
  }));
}

/** A key or network must identify exactly one client, and a client's sociétés must exist. */
export function problemsOfClients(
  { clients, documents }: Pick<ConfigFile, 'clients' | 'documents'>,
  societes: ReadonlySet<string> | null,
): string[] {
  const hasDocuments = documents.length > 0;
  return clients.flatMap((client, index) => {
    const earlier = clients.slice(0, index);
    const path = `clients.${index}`;
    return [
      ...(earlier.some(({ name }) => name === client.name) ? [`${path}.name: another client has this name.`] : []),
      ...client.keyHashes.flatMap(({ hash }, place) => {
        const others = [...earlier.flatMap(({ keyHashes }) => keyHashes), ...client.keyHashes.slice(0, place)];
        const isTaken = others.some((other) => other.hash === hash);
        return isTaken ? [`${path}.keyHashes.${place}: this key stands in the config before.`] : [];
      }),
      ...client.networks.flatMap((network, place) => {
        const other = earlier.find(({ networks }) => networks.some((one) => overlap(one, network)));
        return other ? [`${path}.networks.${place}: overlaps a network of the client ${other.name}.`] : [];
      }),
      ...(client.documents === 'REGISTERED' && !hasDocuments
        ? [`${path}.documents: this client sends registered documents only, and documents names no file.`]
        : []),
      ...client.societes.flatMap((id, place) =>
        societes && !societes.has(id) ? [`${path}.societes.${place}: ${id} is not a société of this config.`] : [],
      ),
    ];
  });
}
