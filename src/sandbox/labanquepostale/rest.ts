import { randomBytes, timingSafeEqual } from 'node:crypto';
import express, { type Request, type Router } from 'express';
import { z } from 'zod';
import { type Answer, answerAsked, sendAnswer } from '../answer.ts';
import type { AskedOperation } from '../faults.ts';
import type { State } from '../state.ts';
import type { ScelliusShop } from './form.ts';
import { type Caller, type Input, type Mode, type Platform, RestError, run } from './rest-services.ts';

export type RestParts = Platform & { readonly shops: readonly ScelliusShop[] };

const basePath = '/labanquepostale/api-payment/V4';

const operations: ReadonlyMap<string, AskedOperation> = new Map<string, AskedOperation>([
  ['Transaction/Validate', 'CAPTURE'],
  ['Transaction/Cancel', 'CANCEL'],
  ['Transaction/Refund', 'REFUND'],
]);

/** Lyra's REST API V4 on the simulator's own memory. Errors come with HTTP 200, as on the platform. */
export function labanquepostaleRest(parts: RestParts): Router {
  const router = express.Router();
  const rawBody = express.raw({ type: () => true, limit: '64kb', inflate: false });
  router.post(`${basePath}/:service/:method`, rawBody, (request, response) => {
    const service = `${request.params.service}/${request.params.method}`;
    const caller = authenticate(parts.shops, request);
    if ('error' in caller) return sendAnswer(response, 200, failure(parts, service, 'TEST', caller.error));
    const input = readInput(request.body);
    if (input === null) return sendAnswer(response, 200, failure(parts, service, caller.mode, 'INT_902'));
    const act = (): Answer => {
      try {
        const answer = parts.state.atomically(() => run(parts, caller, service, input));
        return envelope(parts, service, caller.mode, 'SUCCESS', answer);
      } catch (error) {
        if (error instanceof RestError) return failure(parts, service, caller.mode, error.code);
        throw error;
      }
    };
    const reference = referenceOf(parts.state, input);
    answerAsked(
      parts.state,
      { bank: 'LABANQUEPOSTALE', reference, operation: operationOf(service, input), act },
      response,
    );
  });
  return router;
}

/** HTTP Basic, `shop:password`; the password says which mode it is. */
function authenticate(shops: readonly ScelliusShop[], request: Request): Caller | { readonly error: string } {
  const [, credentials = ''] = /^Basic ([A-Za-z0-9+/]+={0,2})$/.exec(request.headers.authorization ?? '') ?? [];
  const [siteId = '', ...rest] = Buffer.from(credentials, 'base64').toString().split(':');
  const shop = shops.find((it) => it.siteId === siteId);
  if (shop === undefined) return { error: 'INT_905' };
  if (shop.passwords === undefined) return { error: 'PSP_100' };
  const given = Buffer.from(rest.join(':'));
  for (const mode of ['TEST', 'PRODUCTION'] as const) {
    const expected = Buffer.from(shop.passwords[mode]);
    if (given.length === expected.length && timingSafeEqual(given, expected)) return { shop, mode };
  }
  return { error: 'INT_905' };
}

function readInput(body: unknown): Input | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.isBuffer(body) ? body : Buffer.alloc(0));
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function operationOf(service: string, input: Input): AskedOperation {
  if (service === 'Transaction/CancelOrRefund')
    return input.resolutionMode === 'CANCELLATION_ONLY' ? 'CANCEL' : 'REFUND';
  return operations.get(service) ?? 'INQUIRY';
}

/** The payment's reference, for the fault scripts. */
function referenceOf(state: State, { orderId, uuid }: Input): string | null {
  if (typeof orderId === 'string') return orderId;
  return typeof uuid === 'string' ? (state.transaction('LABANQUEPOSTALE', uuid)?.reference ?? null) : null;
}

function failure(parts: RestParts, service: string, mode: Mode, errorCode: string): Answer {
  const answer = {
    errorCode,
    errorMessage: 'see the error code',
    detailedErrorCode: null,
    detailedErrorMessage: null,
    _type: 'V4/WebService/WebServiceError',
  };
  return envelope(parts, service, mode, 'ERROR', answer);
}

function envelope(
  { clock }: RestParts,
  webService: string,
  mode: Mode,
  status: 'SUCCESS' | 'ERROR',
  answer: unknown,
): Answer {
  const document = {
    webService,
    version: 'V4',
    applicationVersion: 'sandbox',
    status,
    answer,
    ticket: randomBytes(16).toString('hex'),
    serverDate: new Date(clock()).toISOString(),
    applicationProvider: 'SANDBOX',
    metadata: null,
    mode,
    serverUrl: null,
    _type: 'V4/WebService/Response',
  };
  return { type: 'application/json;charset=UTF-8', body: Buffer.from(JSON.stringify(document)) };
}
