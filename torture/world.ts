import { createHash, randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from '../test/support/http/free-port.ts';
import type { SimulatorsSettings } from './simulators.ts';

/** The company of a run: its sociétés with their accounts at the simulators, and the systems that call the gateway. */

export type World = {
  readonly folder: string;
  readonly gatewayPorts: readonly number[];
  /** Where clients, customers and banks reach the gateways. */
  readonly publicUrl: string;
  readonly simulatorsUrl: string;
  readonly simulators: SimulatorsSettings;
  readonly databaseUrl: string;
  readonly configFile: string;
  /** Secrets that the config file refers to, and the rest of a gateway's environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly clients: Readonly<Record<ClientName, string | null>>;
};

/** `told` gets webhooks, `old` is known by its network and calls the old URLs, `desk` is the back office of them all. */
export type ClientName = 'shop' | 'told' | 'old' | 'desk';
const origins = ['shop', 'told', 'old'] as const;

export const societeIds = ['1', '2'] as const;

export type Places = {
  readonly folder: string;
  readonly databaseUrl: string;
  readonly gateways: number;
  readonly receiverUrl: string;
  /** Null: clients call the one gateway itself. */
  readonly balancerUrl: string | null;
};

export async function createWorld({ folder, databaseUrl, gateways, receiverUrl, balancerUrl }: Places): Promise<World> {
  const ports = await freePorts(gateways + 1);
  const [simulatorsPort = 0, ...gatewayPorts] = ports;
  const secrets = createSecrets();
  const simulators: SimulatorsSettings = {
    port: simulatorsPort,
    dataFolder: path.join(folder, 'simulators'),
    payboxShops: societeIds.map((id) => ({
      ...payboxShop(id),
      hmacKeyHex: secrets[`PAYBOX_${id}`] ?? '',
      name: `Société ${id}`,
    })),
    labanquepostaleShops: societeIds.map((id) => ({
      siteId: siteId(id),
      name: `Société ${id}`,
      keys: { TEST: secrets[`FORM_${id}`] ?? '', PRODUCTION: 'unused' },
      passwords: { TEST: secrets[`REST_${id}`] ?? '', PRODUCTION: 'unused' },
    })),
  };
  const keys = { shop: `rgl_${newSecret()}`, told: `rgl_${newSecret()}`, desk: `rgl_${newSecret()}`, old: null };
  await mkdir(path.join(folder, 'database'), { recursive: true });
  return {
    folder,
    gatewayPorts,
    publicUrl: balancerUrl ?? `http://127.0.0.1:${gatewayPorts[0]}`,
    simulatorsUrl: `http://127.0.0.1:${simulatorsPort}/sandbox`,
    simulators,
    databaseUrl,
    configFile: path.join(folder, 'config.json'),
    environment: {
      ...secrets,
      CONFIG: path.join(folder, 'config.json'),
      DATABASE_URL: databaseUrl,
      WEBHOOK_SECRET: `whsec_${randomBytes(32).toString('base64')}`,
      WEBHOOK_URL: receiverUrl,
    },
    clients: keys,
  };
}

const newSecret = (): string => randomBytes(32).toString('base64url');

function createSecrets(): Record<string, string> {
  return Object.fromEntries(
    societeIds.flatMap((id) => [
      [`PAYBOX_${id}`, randomBytes(64).toString('hex')],
      [`FORM_${id}`, randomBytes(8).toString('hex')],
      [`REST_${id}`, randomBytes(32).toString('hex')],
    ]),
  );
}

const payboxShop = (id: string) => ({ site: `710000${id}`, rang: '01', identifiant: `71000000${id}` });
const siteId = (id: string): string => `7100000${id}`;

/** An example IBAN of French banks' documentation, no real account. */
const iban = 'FR1420041010050500013M02606';
const payer = {
  firstName: 'Camille',
  lastName: 'Exemple',
  address: '12 rue de la Paix',
  zipCode: '75002',
  city: 'Paris',
  country: 'FR',
  phone: '+33612345678',
};

/** @param payboxPublicKeyPem of the simulator, which makes its key when it starts for the first time */
export async function writeConfig(world: World, payboxPublicKeyPem: string): Promise<void> {
  const { configFile, publicUrl, simulatorsUrl, clients, environment } = world;
  const rights = { societes: societeIds, runModes: ['TEST'], scopes: ['initiate', 'read', 'refund', 'operations'] };
  const client = (name: ClientName, more: object) => ({
    name,
    origins: name === 'desk' ? origins : [name],
    ...rights,
    ...(clients[name] === null ? {} : { keyHashes: [{ hash: sha256(clients[name]) }] }),
    ...more,
  });
  const webhook = { name: 'main', url: environment.WEBHOOK_URL, secrets: [{ env: 'WEBHOOK_SECRET' }] };
  const config = {
    deployment: 'development',
    publicUrl,
    logLevel: 'warn',
    clients: [
      client('shop', {}),
      // It works with the payments of all, those of the old URLs included.
      client('desk', { scopes: [...rights.scopes, 'allPayments'] }),
      client('told', { webhooks: [webhook] }),
      client('old', { networks: ['127.0.0.1/32'] }),
    ],
    societes: Object.fromEntries(societeIds.map((id) => [id, societe(id, simulatorsUrl, payboxPublicKeyPem)])),
    lifetimes: { bankTransferDays: 3, bankTransferReminderDays: 1 },
    database: { connections: 8 },
  };
  await writeFile(configFile, JSON.stringify(config, null, 2));
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function societe(id: string, simulatorsUrl: string, payboxPublicKeyPem: string): object {
  return {
    name: `Société ${id}`,
    fallbackPayer: payer,
    PAYBOX: {
      TEST: {
        ...payboxShop(id),
        hmacKeys: [{ env: `PAYBOX_${id}` }],
        pageUrl: `${simulatorsUrl}/paybox/pay`,
        publicKeys: [payboxPublicKeyPem],
        direct: { url: `${simulatorsUrl}/paybox/PPPS.php` },
      },
    },
    LABANQUEPOSTALE: {
      TEST: {
        siteId: siteId(id),
        formKeys: [{ env: `FORM_${id}` }],
        formUrl: `${simulatorsUrl}/labanquepostale/vads-payment/`,
        rest: { url: `${simulatorsUrl}/labanquepostale`, password: { env: `REST_${id}` } },
      },
    },
    MILLIET: { TEST: { creditorName: `SOCIETE ${id}`, iban, bic: 'PSSTFRPPPAR' } },
  };
}

export async function freePorts(count: number): Promise<readonly number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await freePort());
  return [...ports];
}
