import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { Secret, type Societe } from '../../../src/kernel/merchant.ts';
import { asClient, clientNamed } from '../clients/client-named.ts';
import type { TestGateway } from '../gateway.ts';
import { serving } from '../http/serving.ts';
import { type Initiated, initiated } from '../requests.ts';
import { createKeyPair, account as example, paidData, signedMessage } from './paybox-examples.ts';

/** A production deployment with a contract at PAYBOX, and a Paybox Direct that says what a test wants. */

/** The platform has one pair of keys for every merchant, and for test and production. */
const platform = createKeyPair(1024);

export type Direct = {
  readonly url: string;
  /** What the contract has under a reference; null: nothing. Left out of `status`: it cannot be asked (00017). */
  says: { readonly trans: string; readonly status: string; readonly auth?: string } | null | 'SILENT';
  /** Done once, while the next answer that has a status is on its way. */
  meanwhile: (() => Promise<unknown>) | null;
  /** The questions, by TYPE, reference, amount and currency. */
  readonly asked: Record<string, string>[];
  close(): Promise<void>;
};

export async function startDirect(): Promise<Direct> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const question = new URLSearchParams((await buffer(request)).toString());
    direct.asked.push(Object.fromEntries(question));
    const { says } = direct;
    if (says === 'SILENT') {
      response.destroy();
      return;
    }
    const isFound = says !== null;
    const hasStatus = isFound && question.get('TYPE') === '00017';
    const { meanwhile } = direct;
    if (hasStatus) {
      direct.meanwhile = null;
      await meanwhile?.();
    }
    const values = {
      NUMTRANS: (says?.trans ?? '0').padStart(10, '0'),
      NUMAPPEL: '0000000042',
      NUMQUESTION: question.get('NUMQUESTION') ?? '',
      SITE: question.get('SITE') ?? '',
      RANG: question.get('RANG') ?? '',
      AUTORISATION: says?.auth ?? '123456',
      CODEREPONSE: isFound ? '00000' : '00018',
      ...(hasStatus && { STATUS: says.status, REMISE: '' }),
    };
    response.end(
      Buffer.from(
        Object.entries(values)
          .map((pair) => pair.join('='))
          .join('&'),
        'latin1',
      ),
    );
  };
  const server = createServer((request, response) => void answer(request, response));
  const { url, close } = await serving(server);
  const direct: Direct = { url: `${url}/PPPS.php`, says: null, meanwhile: null, asked: [], close };
  return direct;
}

type Account = NonNullable<NonNullable<Societe['accounts']['PAYBOX']>['LIVE']>;

/** `directUrl` null: the contract has no Paybox Direct. */
export function liveSociete(id: string, directUrl: string | null, change: Partial<Account> = {}): Societe {
  const account: Account = {
    ...example,
    site: `123456${id}`,
    hmacKeys: [new Secret('0123456789ABCDEF'.repeat(8))],
    publicKeys: [platform.publicKey],
    direct: directUrl === null ? undefined : { url: directUrl, backupUrl: null },
    ...change,
  };
  return {
    id,
    name: id,
    fallbackPayer: {
      ...{ firstName: 'Camille', lastName: 'Exemple', address: '12 rue de la Paix', zipCode: '75002', city: 'Paris' },
      ...{ country: 'FR', phone: '+33612345678' },
    },
    accounts: { PAYBOX: { LIVE: account, TEST: account } },
  };
}

export const liveConfig = (...societes: readonly Societe[]) => ({
  deployment: 'production' as const,
  societes: new Map(societes.map((societe) => [societe.id, societe])),
  metrics: { host: '127.0.0.1', port: null, token: null },
  clients: [clientNamed('shop', { runModes: new Set(['TEST', 'LIVE'] as const) })],
});

export const startLive = (gateway: TestGateway, idSociete = '1', change: object = {}): Promise<Initiated> =>
  initiated(gateway, { paymentTarget: 'PAYBOX', paymentRunMode: 'LIVE', idSociete, ...change }, asClient('shop'));

/** A message of the platform about the payment's first attempt, as it signs it for any contract. */
export async function tell(
  gateway: TestGateway,
  { payment }: Initiated,
  change: Readonly<Record<string, string | null>> = {},
  { path = `/notify/paybox/${payment.idSociete}`, headers = {} as Record<string, string> } = {},
): Promise<number> {
  const data = paidData({ amount: '1250', ref: `${payment.reference}-1`, ...change });
  const { status } = await gateway.get(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: signedMessage(data, platform),
  });
  return status;
}

/** Waits for what happens after the answer to a message. */
export async function eventually<Value>(
  read: () => Promise<Value>,
  isMeant: (value: Value) => boolean,
): Promise<Value> {
  for (let tries = 0; ; tries++) {
    const value = await read();
    if (isMeant(value) || tries === 500) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
