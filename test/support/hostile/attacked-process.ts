import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hashOfClientKey } from '../../../src/config/client-key.ts';
import { type GatewayProcess, startProcess } from '../process.ts';
import { cardPayment } from '../requests.ts';

const key = 'rgl_attacked';

/** Reachable by strangers: without a proxy, and no network belongs to a client. */
const config = {
  deployment: 'production',
  publicUrl: 'https://pay.example',
  societes: {
    '1': {
      name: 'J. Milliet BBC',
      PAYBOX: {
        LIVE: {
          ...{ site: '1999888', rang: '32', identifiant: '110647233', hmacKeys: [{ env: 'PAYBOX_KEY' }] },
          pageUrl: 'https://bank.example/pay',
        },
      },
    },
  },
  clients: [
    {
      ...{ name: 'shop', keyHashes: [{ hash: hashOfClientKey(key) }], origins: ['web'], societes: ['1'] },
      ...{ runModes: ['LIVE'], scopes: ['initiate', 'read'] },
    },
  ],
};

/** The real program on a production deployment, with the limits that it has by itself. */
export async function startAttackedProcess(): Promise<GatewayProcess & { readonly close: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'reglement-attacked-'));
  const file = path.join(folder, 'config.json');
  await writeFile(file, JSON.stringify(config));
  const gateway = await startProcess({
    CONFIG: file,
    NODE_ENV: 'production',
    PAYBOX_KEY: '0123456789abcdef'.repeat(8),
    DATABASE_URL: `sqlite:${path.join(folder, 'payments.sqlite')}`,
    LOG_LEVEL: 'warn',
  });
  return {
    ...gateway,
    close: async () => {
      await gateway.stop('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Of the client: with them, `honestBody` initiates a payment at `/graphql`. */
export const honestHeaders = { 'X-API-Key': key, 'Content-Type': 'application/json' };

export function honestBody(order: number): string {
  const payer = {
    ...{ firstName: 'A', lastName: 'B', address: '1 rue C', zipCode: '75001', city: 'Paris', country: 'FR' },
    phone: '+33102030405',
  };
  const query =
    'mutation($input:InitiatePaymentInput!){initiatePayment(input:$input){__typename ...on PaymentError{message}}}';
  const input = { ...cardPayment, paymentRunMode: 'LIVE', idCommande: `${order}`, payer };
  return JSON.stringify({ query, variables: { input } });
}

/** What an initiation that was carried out is answered with. */
export const honestAnswer = 'InitiatePaymentSuccess';
