import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { type Caller, callerOrNull } from '../../kernel/caller.ts';
import { requestIdOf } from '../../kernel/identifiers.ts';
import type { LanguageOf } from '../../kernel/locale/language.ts';
import { type Execute, unavailabilityOf } from '../../schema/server/execute.ts';
import { RequestAbortedError } from '../request/bodies.ts';
import type { Query } from '../request/given-fields.ts';
import { applyJsonConfig, type Casing } from '../request/json-config.ts';
import { type OperationName, operation } from '../request/operation.ts';
import { callbackOf, formatOf, type Written } from '../request/read-request.ts';
import {
  databaseUnavailable,
  type Fault,
  LegacyFaultError,
  noJsonp,
  unauthorized,
  unexpectedFault,
} from '../response/errors.ts';
import { sendFault } from '../response/render.ts';
import { linkHeader } from '../response/respond.ts';
import type { OriginRule } from './cross-origin.ts';
import { type Exchange, type LegacyCount, logRefusal, logUnexpected } from './exchange.ts';

export type LegacyDoorOptions = {
  readonly execute: Execute;
  /** @throws UnauthenticatedError for a key that is missing or unknown. */
  readonly authenticate: (request: IncomingMessage) => Caller;
  readonly logger: Logger;
  /** Called once for each request that this door answered. */
  readonly count: (request: LegacyCount) => void;
  /** Which sites' pages may read answers with fetch; left out, none but our own. */
  readonly isCorsOrigin?: OriginRule;
  readonly settings: LegacyDoorSettings;
};

export type LegacyDoorSettings = {
  readonly envelopeCasing: Casing;
  readonly maximumBodyBytes: number;
  /** The path of the public URL, without a trailing slash. Left out: it has none. */
  readonly publicPath?: string;
  /** Whether `/docs` is served, so that answers may name it. */
  readonly isDocumented: boolean;
  readonly languageOf: LanguageOf;
};

export function openExchange(
  { settings, count, logger }: Pick<LegacyDoorOptions, 'settings' | 'count' | 'logger'>,
  request: IncomingMessage,
  response: ServerResponse,
  query: Query,
  { operationName, ...written }: Written & { readonly operationName: OperationName },
): Exchange {
  const { headers } = request;
  const format = formatOf(headers, query, written);
  return {
    request,
    response,
    logger,
    count,
    operationName,
    requestId: requestIdOf(response),
    language: settings.languageOf(headers['accept-language']),
    format,
    callback: callbackOf(format, query),
    style: applyJsonConfig({ casing: settings.envelopeCasing, writesNulls: false }, query.jsonConfig),
    client: 'unknown',
    bound: {},
  };
}

/** Links to the GraphQL door and to the documentation. */
export function setLink(response: ServerResponse, { publicPath = '', isDocumented }: LegacyDoorSettings): void {
  response.setHeader('Link', linkHeader(publicPath, isDocumented));
}

/** Runs the work, which answers a request that succeeds, and sends why where it does not. */
export async function serve(exchange: Exchange, work: () => Promise<Fault | null>): Promise<void> {
  try {
    const fault = await work();
    if (fault) refuseWith(exchange, fault);
  } catch (error) {
    if (error instanceof RequestAbortedError) return;
    if (error instanceof LegacyFaultError) {
      refuseWith(exchange, error.fault);
      return;
    }
    logUnexpected(exchange, error);
    const unavailability = unavailabilityOf(error, exchange.operationName === operation.name);
    conclude(exchange, unavailability ? databaseUnavailable(unavailability) : unexpectedFault(exchange.requestId));
  }
}

function refuseWith(exchange: Exchange, fault: Fault): void {
  logRefusal(exchange, fault);
  conclude(exchange, fault);
}

function conclude(exchange: Exchange, fault: Fault): void {
  countOutcome(exchange, fault.errorCode);
  sendFault(exchange, fault);
}

export function countOutcome({ count, client, format, callback }: Exchange, outcome: string): void {
  count({ client, format: callback ? 'jsonp' : format, outcome });
}

/**
 * The caller, noted in the exchange.
 * @throws LegacyFaultError without a known caller, and for a client that may not receive the answer as a script.
 */
export function identify({ authenticate }: Pick<LegacyDoorOptions, 'authenticate'>, exchange: Exchange): Caller {
  const caller = callerOrNull(authenticate, exchange.request);
  if (caller === null) {
    throw new LegacyFaultError(unauthorized('A key is needed, and this request has none that is known.'));
  }
  exchange.client = caller.client;
  if (exchange.callback && caller.jsonp === false) {
    exchange.callback = '';
    throw new LegacyFaultError(noJsonp);
  }
  return caller;
}
