import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hashOfClientKey } from '../../../src/config/client-key.ts';
import { type GatewayProcess, startProcess } from '../process.ts';
import { cardPayment } from '../requests.ts';

const key = 'rgl_attacked';

export const clientEntry = (name: string, clientKey: string, rights: object) => ({
  ...{ name, keyHashes: [{ hash: hashOfClientKey(clientKey) }], origins: ['web'], societes: ['1'], ...rights },
});

/** Of a production deployment that strangers reach: no network belongs to a client, and no proxy unless `more` has one. */
export async function productionEnvironment(
  folder: string,
  mode: 'TEST' | 'LIVE',
  clients: readonly object[],
  more: object = {},
): Promise<Record<string, string>> {
  const account = {
    ...{ site: '1999888', rang: '32', identifiant: '110647233', hmacKeys: [{ env: 'PAYBOX_KEY' }] },
    pageUrl: 'https://bank.example/pay',
  };
  const societes = { '1': { name: 'J. Milliet BBC', PAYBOX: { [mode]: account } } };
  const config = { deployment: 'production', publicUrl: 'https://pay.example', societes, clients, ...more };
  const file = path.join(folder, 'config.json');
  await writeFile(file, JSON.stringify(config));
  return {
    ...{ CONFIG: file, NODE_ENV: 'production', PAYBOX_KEY: '0123456789abcdef'.repeat(8), LOG_LEVEL: 'warn' },
    DATABASE_URL: `sqlite:${path.join(folder, 'payments.sqlite')}`,
  };
}

/** The real program on a production deployment, with the limits that it has by itself. */
export async function startAttackedProcess(): Promise<GatewayProcess> {
  const folder = await mkdtemp(path.join(tmpdir(), 'reglement-attacked-'));
  const shop = clientEntry('shop', key, { runModes: ['LIVE'], scopes: ['initiate', 'read'] });
  const gateway = await startProcess(await productionEnvironment(folder, 'LIVE', [shop]));
  return {
    ...gateway,
    [Symbol.asyncDispose]: async () => {
      await gateway.stop('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Of the client: with them, `honestBody` initiates a payment at `/graphql`. */
export const honestHeaders = { 'X-API-Key': key, 'Content-Type': 'application/json' };

export function honestBody(order: number, paymentRunMode: 'TEST' | 'LIVE' = 'LIVE'): string {
  const payer = {
    ...{ firstName: 'A', lastName: 'B', address: '1 rue C', zipCode: '75001', city: 'Paris', country: 'FR' },
    phone: '+33102030405',
  };
  const query =
    'mutation($input:InitiatePaymentInput!){initiatePayment(input:$input){__typename ...on PaymentError{message}}}';
  const input = { ...cardPayment, paymentRunMode, idCommande: `${order}`, payer };
  return JSON.stringify({ query, variables: { input } });
}

/** What an initiation that was carried out is answered with. */
export const honestAnswer = 'InitiatePaymentSuccess';
