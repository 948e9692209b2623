import { type Request, type Response, Router } from 'express';
import type { Logger } from 'pino';
import { readBytes } from '../../../kernel/bytes/bounded-bytes.ts';
import { isEncodedBody } from '../../../kernel/bytes/content-encoding.ts';
import type { Services } from '../ports.ts';
import { type HostedTarget, hostedTargets } from '../provider.ts';
import type { NotificationOutcome } from './notification.ts';
import { type Receipt, receiveNotification } from './receive-notification.ts';

type Count = (notification: { readonly target: HostedTarget; readonly outcome: NotificationOutcome['kind'] }) => void;

export type NotificationsOptions = {
  readonly services: Services;
  readonly logger: Logger;
  readonly count: Count;
  /** The sender's address, behind trusted proxies. */
  readonly addressOf: (request: Request) => string | null;
  /** Called with a payment that its bank has to confirm, once the message is answered. */
  readonly confirm: (paymentId: string) => void;
  /** Laid around the moment in which a message is answered. */
  readonly aroundAnswer?: (answer: () => void) => Promise<void>;
};

/** A message of La Banque Postale's REST API holds the whole payment. */
export const maximumMessageBytes = 64 * 1024;
const longestHeader = 300;
const longestSociete = 64;
/** Banks repeat a message by a schedule of their own. */
const retryAfterSeconds = '5';

/** The headers that may matter when a message is looked at later. */
const keptHeaders = ['content-type', 'user-agent', 'x-forwarded-for'];

/**
 * `/notify/{target}[/{id_societe}]`, GET and POST. 200 for an authentic, stored message, also a refusal, a duplicate or
 * one without a payment. 400 for a bad signature. 503 where the database could not store it, or could not help to
 * verify it. The body is empty, because Paybox wants it so.
 */
export function createNotifications(options: NotificationsOptions): Router {
  const router = Router();
  for (const target of hostedTargets) {
    router.all(`/notify/${target.toLowerCase()}{/:idSociete}`, async (request: Request, response: Response) => {
      response.set('Cache-Control', 'no-store');
      if (request.method !== 'GET' && request.method !== 'POST') {
        response.set('Allow', 'GET, POST').status(405).end();
        return;
      }
      if (isEncodedBody(request.get('Content-Encoding'))) {
        response.status(415).end();
        return;
      }
      if (String(request.params.idSociete ?? '').length > longestSociete) {
        response.status(414).set('Connection', 'close').end();
        return;
      }
      // Signatures cover bytes: the body is kept as it came.
      const body = await readBytes(request, maximumMessageBytes).catch(() => 'LEFT' as const);
      // The bank gave up before the end, and will send it again.
      if (body === 'LEFT') response.destroy();
      else if (body === null) response.status(413).set('Connection', 'close').end();
      else await answer(options, target, { request, method: request.method, body }, response);
    });
  }
  return router;
}

async function answer(
  { services, logger, count, addressOf, confirm, aroundAnswer = async (end) => end() }: NotificationsOptions,
  target: HostedTarget,
  { request, method, body }: { readonly request: Request; readonly method: 'GET' | 'POST'; readonly body: Buffer },
  response: Response,
): Promise<void> {
  const idSociete = request.params.idSociete;
  const requestId = response.getHeader('X-Request-Id');
  let receipt: Receipt;
  try {
    receipt = await receiveNotification(services, {
      target,
      idSociete: typeof idSociete === 'string' ? idSociete : null,
      method,
      query: queryOf(request),
      body,
      headers: Object.fromEntries(
        keptHeaders.flatMap((name) => [[name, (request.get(name) ?? '').slice(0, longestHeader)]]),
      ),
      source: addressOf(request) ?? '',
    });
  } catch (fault) {
    logger.error({ request: requestId, target, ...faultOf(fault) }, 'a notification could not be verified or stored');
    response.status(503).set('Retry-After', retryAfterSeconds).end();
    return;
  }
  const { id, outcome, fault } = receipt;
  count({ target, outcome: outcome.kind });
  const line = {
    request: requestId,
    ...{ notification: id, target, outcome: outcome.kind, reason: outcome.reason, payment: outcome.paymentId },
    ...(fault === undefined ? {} : faultOf(fault)),
  };
  const isRefused = outcome.kind === 'REJECTED';
  const isSuspicious = outcome.kind === 'QUARANTINED' || outcome.kind === 'CONTRADICTION';
  if (isRefused)
    logger.warn(line, 'a notification was refused: its signature or its form is bad; no payment was changed');
  else if (fault !== undefined)
    logger.error(line, 'a notification is stored and could not be applied; the worker will');
  else if (outcome.kind === 'WRONG_MODE')
    logger.error(line, 'a notification is of the other mode than its payment, TEST or LIVE; nothing was changed');
  else logger[isSuspicious ? 'warn' : 'info'](line, 'a notification was received');
  await aroundAnswer(() => response.status(isRefused ? 400 : 200).end());
  if (outcome.kind === 'UNCONFIRMED' && outcome.paymentId !== null) confirm(outcome.paymentId);
}

function queryOf({ url }: Request): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start + 1);
}

const faultOf = (fault: unknown): object =>
  fault instanceof Error ? { fault: fault.name, stack: fault.stack } : { fault: typeof fault };
