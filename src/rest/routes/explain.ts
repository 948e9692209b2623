import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { Caller } from '../../kernel/caller.ts';
import type { InitiatePaymentInput } from '../../schema/generated/graphql.ts';
import type { Execute } from '../../schema/server/execute.ts';
import { bindRequest, inputOf, type Sources } from '../request/bind.ts';
import type { FieldName } from '../request/fields.ts';
import type { FormatName } from '../request/format.ts';
import { readQuery } from '../request/given-fields.ts';
import { operation } from '../request/operation.ts';
import {
  bodyOf,
  callbackOf,
  earlyFault,
  formatOf,
  routeOf,
  sourcesOf,
  targetOf,
  writtenOf,
} from '../request/read-request.ts';
import { answerOf, type PaymentAnswer } from '../response/answer.ts';
import { type Fault, faultOfRefusal, LegacyFaultError, noJsonp, unauthorized } from '../response/errors.ts';
import { runInitiation } from './run-initiation.ts';

export type ExplainedRequest = {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

type BoundField = {
  readonly name: FieldName;
  /** As the gateway understands it: enums by their names. */
  readonly value: string;
  readonly from: 'path' | 'query' | 'body' | 'default';
};

/** The door's reading of a request. */
export type Explanation =
  /** No path, method or purpose of this door's: answered without an envelope; null: another door's. */
  | { readonly kind: 'NO_OPERATION'; readonly status: 403 | 404 | null }
  /** A request that initiates nothing, because it asks for a payment's status. */
  | { readonly kind: 'NO_INITIATION'; readonly operation: string }
  | {
      readonly kind: 'OPERATION';
      readonly format: FormatName;
      /** Cleaned up; empty where there is none. */
      readonly callback: string;
      readonly fields: readonly BoundField[];
      /** The mutation's input; null where the request cannot be bound. */
      readonly input: InitiatePaymentInput | null;
      readonly fault: Fault | null;
      readonly answer: PaymentAnswer | null;
    };

export type ExplainOptions = {
  /** Runs the operation and rolls it back. */
  readonly execute: Execute;
  /** Null: the request shows no key that is known. */
  readonly caller: Caller | null;
  readonly maximumBodyBytes: number;
};

/** Goes the door's own way with a request, in the same order and by the same functions, up to the answer. */
export async function explainRequest(options: ExplainOptions, asked: ExplainedRequest): Promise<Explanation> {
  const request = requestOf(asked);
  const { method, url } = asked;
  const { headers } = request;
  const route = routeOf(url);
  if (route === null) return { kind: 'NO_OPERATION', status: null };
  if (route.operationName !== operation.name) return { kind: 'NO_INITIATION', operation: route.operationName };
  const target = targetOf({ method, headers }, route);
  if (typeof target === 'number') return { kind: 'NO_OPERATION', status: target };
  const query = readQuery(route.queryText);
  const format = formatOf(headers, query, writtenOf(target));
  const callback = callbackOf(format, query);
  const explained = { kind: 'OPERATION', format, callback: callback ?? '' } as const;
  const refused = (fault: Fault, fields: readonly BoundField[] = [], input: InitiatePaymentInput | null = null) =>
    ({ ...explained, fields, input, fault, answer: null }) as const;
  const early = earlyFault(method, callback, target);
  if (early) return refused(early);
  if (options.caller === null)
    return refused(unauthorized('A key is needed, and this request has none that is known.'));
  if (callback && options.caller.jsonp === false) return refused(noJsonp);
  try {
    const sources = sourcesOf(query, await bodyOf(request, target, options.maximumBodyBytes), target);
    const { bound, fault } = bindRequest(sources);
    const fields = operation.fields.flatMap(({ name }, index): BoundField[] => {
      const value = bound[name];
      return value === undefined ? [] : [{ name, value, from: sourceOf(name, index, sources, query.fields) }];
    });
    if (fault) return refused(fault, fields);
    const input = inputOf(bound);
    const exchange = { request, callback, requestId: 'explained', language: 'fr' } as const;
    const result = await runInitiation(options.execute, options.caller, exchange, input);
    if (result.__typename !== 'InitiatePaymentSuccess') return refused(faultOfRefusal(result), fields, input);
    return { ...explained, fields, input, fault: null, answer: answerOf(result) };
  } catch (error) {
    if (error instanceof LegacyFaultError) return refused(error.fault);
    throw error;
  }
}

/** Where a bound value came from, by the precedence of `bindRequest`. */
function sourceOf(
  name: FieldName,
  index: number,
  { below, path, above }: Sources,
  query: Sources['above'][number],
): BoundField['from'] {
  const over = above.findLast((source) => source.get(name)?.value || source.get(name)?.spelling === name);
  if (over?.get(name)?.value) return over === query ? 'query' : 'body';
  if (!over && path?.[index]) return 'path';
  return below.some((source) => source.get(name)?.value) ? 'body' : 'default';
}

function requestOf({ method, url, headers, body }: ExplainedRequest): IncomingMessage {
  const named: IncomingHttpHeaders = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const bytes = Buffer.from(body);
  const sized = bytes.length > 0 ? { ...named, 'content-length': String(bytes.length) } : named;
  const stream = Readable.from(bytes.length > 0 ? [bytes] : []);
  return Object.assign(stream, { method, url, headers: sized }) as unknown as IncomingMessage;
}
