import type { IncomingMessage, ServerResponse } from 'node:http';
import { type BoundFields, bindRequest, inputOf } from '../request/bind.ts';
import { type Query, readQuery } from '../request/given-fields.ts';
import { operation, statusOperation } from '../request/operation.ts';
import { bodyOf, earlyFault, routeOf, sourcesOf, type Target, targetOf, writtenOf } from '../request/read-request.ts';
import { answerOf, type PaymentAnswer } from '../response/answer.ts';
import { type Fault, faultOfRefusal } from '../response/errors.ts';
import { isReadableAnywhere } from '../response/readable-anywhere.ts';
import { sendAnswer } from '../response/render.ts';
import { sendPlain } from '../response/respond.ts';
import { isPreflight, permitOrigin, sendPreflight } from './cross-origin.ts';
import { type Exchange, logOverride } from './exchange.ts';
import { runInitiation } from './run-initiation.ts';
import { countOutcome, identify, type LegacyDoorOptions, openExchange, serve, setLink } from './serve.ts';
import { type Arrived, serveStatus } from './status-route.ts';

/**
 * The legacy REST door. It is mounted at the root, before every body parser, because it reads the raw request line. It
 * translates the request, runs the operation's one document against the schema, and translates back. Every other path
 * goes on to the next handler.
 */
export function createLegacyDoor(options: LegacyDoorOptions) {
  const { isCorsOrigin = () => false, settings } = options;
  return (request: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> | undefined => {
    const route = routeOf(request.url ?? '');
    if (route === null) {
      next();
      return undefined;
    }
    setLink(response, settings);
    const isPermitted = permitOrigin(request, response, isCorsOrigin);
    if (isPermitted && isPreflight(request)) {
      options.count({ client: 'unknown', format: 'none', outcome: 'preflight' });
      sendPreflight(response);
      return undefined;
    }
    return route.operationName === statusOperation.name
      ? serveStatus(options, { request, response, ...route })
      : serveInitiation(options, { request, response, ...route });
  };
}

function serveInitiation(options: LegacyDoorOptions, arrived: Arrived): Promise<void> | undefined {
  const { request, response, queryText } = arrived;
  const target = targetOf(request, arrived);
  if (typeof target === 'number') {
    options.count({ client: 'unknown', format: 'none', outcome: target === 403 ? 'unintended' : 'not_found' });
    sendPlain(response, target);
    return;
  }
  const query = readQuery(queryText);
  const written = { operationName: operation.name, ...writtenOf(target) };
  const exchange = openExchange(options, request, response, query, written);
  return serve(exchange, () => answer(options, exchange, query, target));
}

/** Answers a request that succeeds; otherwise answers nothing and gives the fault. */
async function answer(
  options: LegacyDoorOptions,
  exchange: Exchange,
  query: Query,
  target: Target,
): Promise<Fault | null> {
  const { request } = exchange;
  const fault = earlyFault(request.method, exchange.callback, target);
  if (fault) {
    // The page of a refusal shows the other values beside the one to blame.
    const path = target.reading?.values ?? [];
    if (path.length > 0) exchange.bound = bindRequest({ below: [], path, above: [] }).bound;
    return fault;
  }
  const caller = identify(options, exchange);
  const body = await bodyOf(request, target, options.settings.maximumBodyBytes);
  const binding = bindRequest(sourcesOf(query, body, target));
  exchange.bound = binding.bound;
  if (binding.fault) return binding.fault;
  if (binding.overridden.length > 0) logOverride(exchange, binding.overridden);
  // Programs that give up close their connection: its readable side ends.
  const isGone = (): boolean => request.socket.readableEnded || request.socket.destroyed;
  const result = await runInitiation(options.execute, caller, exchange, inputOf(binding.bound), isGone);
  if (result.__typename !== 'InitiatePaymentSuccess') return faultOfRefusal(result);
  countOutcome(exchange, result.replayed ? 'replayed' : 'initiated');
  sendAnswer(exchange, isReadableAnywhere(exchange) ? openAnswer(answerOf(result), binding.bound) : answerOf(result));
  return null;
}

/** A repeat need not have the comment of the payment that it finds. The script of any site gets only the one that it sent. */
function openAnswer(answer: PaymentAnswer, { commentaire: sent = '' }: BoundFields): PaymentAnswer {
  return answer.commentaire === sent.normalize('NFC').trim() ? answer : { ...answer, commentaire: undefined };
}
