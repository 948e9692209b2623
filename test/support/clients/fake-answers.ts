import { afterEach, beforeEach, vi } from 'vitest';
import {
  type ClientOptions,
  createClient,
  type ExecuteOptions,
  GatewayError,
  InitiatePaymentDocument,
  type InitiatePaymentInput,
} from '../../../clients/typescript/src/index.ts';

/** Answers as a gateway, a proxy or a broken line gives them, and a client that gets them one after another. */

/** The waits of a client, which `settle` lets pass at once. */
export function fakeTimers(): void {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());
}

export type Sent = {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: Record<string, unknown>;
};
/** What the other side does with a request: an answer, or a connection that breaks. */
export type Reply = () => Response;

export const lost: Reply = () => {
  throw new TypeError('fetch failed');
};
export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Reply =>
  () =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
export const fault = (
  code: string,
  status: number,
  extensions: object = {},
  headers: Record<string, string> = {},
): Reply => json({ errors: [{ message: 'A fault.', extensions: { code, ...extensions } }] }, status, headers);
export const success = json({ data: { initiatePayment: { __typename: 'InitiatePaymentSuccess', replayed: false } } });
export const unavailable = (retryAfterSeconds: number): Reply =>
  json({
    data: {
      initiatePayment: { __typename: 'ProviderUnavailableError', retryAdvice: 'RETRY_SAME_KEY', retryAfterSeconds },
    },
  });
export const read = json({ data: { payment: null } });
export const proxy: Reply = () => new Response('<h1>Bad gateway</h1>', { status: 502 });

export function clientOf(replies: readonly Reply[], options: Partial<ClientOptions> = {}) {
  const sent: Sent[] = [];
  const waiting = [...replies];
  const fetch = async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    sent.push({
      url: String(url),
      headers: init.headers as Record<string, string>,
      body: JSON.parse(String(init.body)) as Record<string, unknown>,
    });
    return (waiting.shift() ?? lost)();
  };
  return { sent, client: createClient({ url: 'https://pay.example/', fetch, ...options }) };
}

export const input: InitiatePaymentInput = {
  ...{ paymentTarget: 'PAYBOX', paymentRunMode: 'TEST', paymentType: 'CB', idOrigin: 'web', idSociete: '1' },
  ...{ idClient: '2263', idCommande: '45012', amount: 1250, email: 'client@example.fr' },
};

export async function settle<Value>(promise: Promise<Value>): Promise<Value | GatewayError> {
  const caught = promise.catch((error: unknown) => {
    if (error instanceof GatewayError) return error;
    throw error;
  });
  await vi.runAllTimersAsync();
  return caught;
}

export async function initiate(replies: readonly Reply[], options: ExecuteOptions = {}) {
  const { client, sent } = clientOf(replies);
  const outcome = await settle(client.execute(InitiatePaymentDocument, { input }, options));
  return { outcome, sent, keys: new Set(sent.map(({ headers }) => headers['idempotency-key'])) };
}
