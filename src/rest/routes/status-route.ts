import type { IncomingMessage, ServerResponse } from 'node:http';
import { decodePercent } from '../../kernel/bytes/percent-encoding.ts';
import { normaliseReference } from '../../kernel/identifiers.ts';
import { LegacyPaymentStatusDocument } from '../../schema/generated/graphql.ts';
import { cutSuffix, type FormatName } from '../request/format.ts';
import { readQuery } from '../request/given-fields.ts';
import { statusOperation } from '../request/operation.ts';
import { segmentsOf } from '../request/path.ts';
import { type Answer, type StatusAnswer, statusAnswerOf } from '../response/answer.ts';
import {
  badCallback,
  type Fault,
  invalidField,
  invalidFields,
  unknownPayment,
  unknownStatusVerb,
} from '../response/errors.ts';
import { isReadableAnywhere } from '../response/readable-anywhere.ts';
import { sendAnswer, sendScriptAnswer } from '../response/render.ts';
import { sendPlain } from '../response/respond.ts';
import type { Exchange } from './exchange.ts';
import type { PredefinedRoute } from './predefined-routes.ts';
import { countOutcome, identify, type LegacyDoorOptions, openExchange, serve } from './serve.ts';

/** A request of the door, before anything but its path was looked at. */
export type Arrived = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  readonly queryText: string;
  readonly predefined: PredefinedRoute | null;
};

type Asked = { readonly reference: string | null; readonly suffix: FormatName | null; readonly fault: Fault | null };

const methods: ReadonlySet<string> = new Set(statusOperation.methods);

/**
 * `GET /payment_status/{reference}`: the status of a payment, in every format of the door, by one typed query.
 * References are short and spoken aloud, so a reference is no right: the caller must be known, and allowed to see the
 * payment.
 */
export function serveStatus(options: LegacyDoorOptions, arrived: Arrived): Promise<void> | undefined {
  const { request, response, path, queryText, predefined } = arrived;
  const isKnownMethod = methods.has(request.method ?? '');
  const asked = predefined ? referenceInQuery(queryText, predefined) : referenceInPath(path);
  if (asked === null || request.method === 'OPTIONS' || (predefined === null && !isKnownMethod)) {
    options.count({ client: 'unknown', format: 'none', outcome: 'not_found' });
    sendPlain(response, 404);
    return;
  }
  const exchange = openExchange(options, request, response, readQuery(queryText), {
    operationName: statusOperation.name,
    suffix: asked.suffix,
    routeFormat: predefined?.format ?? null,
  });
  return serve(exchange, async () => {
    if (exchange.callback === null) return badCallback;
    return isKnownMethod ? show(options, exchange, asked) : unknownStatusVerb;
  });
}

async function show(
  options: LegacyDoorOptions,
  exchange: Exchange,
  { reference, fault }: Asked,
): Promise<Fault | null> {
  const caller = identify(options, exchange);
  if (fault) return fault;
  if (reference === null) return unknownPayment;
  const { requestId, language } = exchange;
  const context = { caller, door: 'legacy', requestId, language } as const;
  const { paymentByReference } = await options.execute(LegacyPaymentStatusDocument, { reference }, context);
  if (paymentByReference === null) return unknownPayment;
  const answer = statusAnswerOf(paymentByReference);
  countOutcome(exchange, 'shown');
  if (isReadableAnywhere(exchange)) sendScriptAnswer(exchange, openPart(answer));
  else sendAnswer(exchange, answer);
  return null;
}

/** The fields that any page may read that guesses references: no person's name, and no link to pay or to see more. */
function openPart({ payment_id, reference, status, effective_run_mode, amount, currency }: StatusAnswer): Answer {
  return { payment_id, reference, status, effective_run_mode, amount, currency };
}

/** Null for a path that is no route. */
function referenceInPath(path: string): Asked | null {
  const { segments, hasTrailingSlash } = segmentsOf(path);
  const [, written = ''] = segments;
  if (segments.length !== 2) return null;
  const decoded = decodePercent(written);
  // An undecodable path is refused in the requested format, too.
  const cut = hasTrailingSlash ? null : cutSuffix(decoded ?? written);
  const suffix = cut?.format ?? null;
  if (decoded === null) {
    const message = `${statusOperation.field} is not percent-encoded UTF-8.`;
    return { reference: null, suffix, fault: invalidFields([invalidField(statusOperation.field, message)]) };
  }
  return { reference: referenceOf(cut?.rest ?? decoded), suffix, fault: null };
}

function referenceInQuery(queryText: string, { suffix }: PredefinedRoute): Asked {
  const values = [...new URLSearchParams(queryText)]
    .filter(([name, value]) => name.toLowerCase() === statusOperation.field && value !== '')
    .map(([, value]) => value);
  const [value] = values;
  if (value !== undefined && values.length === 1) return { reference: referenceOf(value), suffix, fault: null };
  const message = `${statusOperation.field} is ${value === undefined ? 'required' : 'given more than once'}.`;
  return { reference: null, suffix, fault: invalidFields([invalidField(statusOperation.field, message)]) };
}

/** Null for an impossible reference, which counts as unknown. */
function referenceOf(written: string): string | null {
  const reference = normaliseReference(written);
  return /^[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(reference) ? reference : null;
}
