import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Refusal } from '../../http/refuse.ts';
import { decodePlusAndPercent } from '../../kernel/bytes/percent-encoding.ts';
import { type Fault, invalidField, invalidFields, plainFault } from '../response/errors.ts';
import { sendFault } from '../response/render.ts';
import type { OriginRule } from '../routes/cross-origin.ts';
import { isPreflight, permitOrigin } from '../routes/cross-origin.ts';
import { predefinedRouteOf } from '../routes/predefined-routes.ts';
import { type LegacyDoorOptions, openExchange, setLink } from '../routes/serve.ts';
import { cutSuffix } from './format.ts';
import { readQuery } from './given-fields.ts';
import { operation } from './operation.ts';
import { operationOfPath, segmentsOf, splitTarget } from './path.ts';

/** Refusals before the door: too many requests, a body too large, more than one key, another host, or overload. */
export type EarlyRefusal = Omit<Refusal, 'code'>;

const errorCodes: ReadonlyMap<number, string> = new Map([
  [400, 'InvalidInput'],
  [413, 'RequestEntityTooLarge'],
  [421, 'MisdirectedRequest'],
  [429, 'TooManyRequests'],
  [503, 'ServiceUnavailable'],
]);

type Options = Pick<LegacyDoorOptions, 'settings' | 'count' | 'logger'> & { readonly isCorsOrigin: OriginRule };

/**
 * Answers a request of this door that the guard refuses, as the door would: in the requested format, in the envelope,
 * inside the callback. False, and nothing is sent, for every other request.
 */
export function createEarlyRefusals(
  options: Options,
): (request: IncomingMessage, response: ServerResponse, refusal: EarlyRefusal) => boolean {
  return (request, response, refusal) => {
    const { status, retryAfterSeconds, closes } = refusal;
    const errorCode = errorCodes.get(status);
    const { path, query } = splitTarget(request.url ?? '');
    const name = operationOfPath(path);
    const predefined = name === null ? predefinedRouteOf(path) : null;
    if (errorCode === undefined || (name === null && predefined === null)) return false;
    if (request.method === 'OPTIONS' || isPreflight(request)) return false;
    setLink(response, options.settings);
    permitOrigin(request, response, options.isCorsOrigin);
    if (retryAfterSeconds !== undefined) response.setHeader('Retry-After', retryAfterSeconds);
    if (closes) response.setHeader('Connection', 'close');
    const exchange = openExchange(options, request, response, readQuery(query), {
      operationName: name ?? predefined?.operationName ?? operation.name,
      suffix: predefined ? predefined.suffix : suffixOf(path),
      routeFormat: predefined?.format ?? null,
    });
    // A callback that cannot be one is as if there were none: why nothing is done is said first.
    exchange.callback ??= '';
    options.count({ client: 'unknown', format: exchange.callback ? 'jsonp' : exchange.format, outcome: errorCode });
    sendFault(exchange, faultOf(refusal, errorCode));
    return true;
  };
}

function faultOf({ status, message, field }: EarlyRefusal, errorCode: string): Fault {
  const name = operation.fields.find(({ property }) => property === field)?.name;
  return name ? invalidFields([invalidField(name, message)]) : plainFault(status, errorCode, message);
}

function suffixOf(path: string) {
  const { segments, hasTrailingSlash } = segmentsOf(path);
  const last = hasTrailingSlash ? null : decodePlusAndPercent(segments.at(-1) ?? '');
  return last === null ? null : (cutSuffix(last)?.format ?? null);
}
