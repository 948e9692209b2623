import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';
import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { pathOf } from '../../http/body-time.ts';
import { requestIdOf } from '../../kernel/identifiers.ts';
import type { BankCall } from '../../modules/payments/operations/bank-operation.ts';
import { noteTrace } from '../request-log.ts';
import { probes, unknownRoute } from '../route-template.ts';
import { createProvider, type ProviderOptions } from './provider.ts';
import { endSpan, methodOf } from './span.ts';
import type { Tracing } from './tracing.ts';

export type TracingOptions = ProviderOptions & {
  readonly databaseKind: 'sqlite' | 'postgresql';
  /** The route's template, never the path. */
  readonly routeOf: (request: IncomingMessage) => string;
  /** Milliseconds from any beginning, never going back. */
  readonly monotonicMs: () => number;
};

/** The current span, and the time that its request has waited for its bank. */
type Frame = { readonly context: Context; readonly waited: { bankMs: number } };

/** Imported where traces are wanted alone: it brings OpenTelemetry with it. */
export function openTracing(options: TracingOptions): Tracing {
  const provider = createProvider(options);
  const tracer = provider.getTracer('reglement', options.version);
  const frames = new AsyncLocalStorage<Frame>();

  const inSpan = <Result>(
    name: string,
    kind: SpanKind,
    attributes: Attributes,
    run: (span: Span) => Result,
  ): Result => {
    const frame = frames.getStore() ?? { context: ROOT_CONTEXT, waited: { bankMs: 0 } };
    const span = tracer.startSpan(name, { kind, attributes }, frame.context);
    return endSpan(span, () => frames.run({ ...frame, context: trace.setSpan(frame.context, span) }, run, span));
  };

  return {
    traceRequests: traceRequests(options, tracer, frames),
    traceOperation: (name, run) => {
      const [type = '', ...fields] = name.split(' ');
      const attributes = { 'graphql.operation.type': type, 'graphql.operation.name': fields.join(' ') };
      return inSpan(name, SpanKind.INTERNAL, attributes, run);
    },
    traceTransaction: (run) =>
      inSpan('store transaction', SpanKind.CLIENT, { 'db.system.name': options.databaseKind }, run),
    traceBankCall: (call: BankCall) => (request) => {
      const { hostname, protocol } = new URL(request.url);
      const attributes = {
        'http.request.method': 'POST',
        'url.scheme': schemeOf(protocol),
        'server.address': hostname,
      };
      return inSpan('bank call', SpanKind.CLIENT, attributes, async (span) => {
        const startedMs = options.monotonicMs();
        try {
          const answer = await call(request);
          span.setAttribute('http.response.status_code', answer.status);
          return answer;
        } finally {
          const frame = frames.getStore();
          if (frame) frame.waited.bankMs += options.monotonicMs() - startedMs;
        }
      });
    },
    logFields: () => {
      const span = frames.getStore() && trace.getSpan(frames.getStore()?.context ?? ROOT_CONTEXT);
      return span ? { traceId: span.spanContext().traceId } : {};
    },
    close: () => provider.close(),
  };
}

/** A proxy may say anything. */
const schemeOf = (protocol: string): 'http' | 'https' => (protocol.startsWith('https') ? 'https' : 'http');

const propagator = new W3CTraceContextPropagator();
/** Node has joined repeated headers; anything but a single text is no `traceparent`. */
const headerGetter = {
  get: (headers: IncomingMessage['headers'], name: string) => headers[name],
  keys: (headers: IncomingMessage['headers']) => Object.keys(headers),
};

function traceRequests(
  { routeOf, monotonicMs }: TracingOptions,
  tracer: ReturnType<ReturnType<typeof createProvider>['getTracer']>,
  frames: AsyncLocalStorage<Frame>,
): Tracing['traceRequests'] {
  return (request, response, next) => {
    if (probes.has(pathOf(request))) {
      next();
      return;
    }
    const startedMs = monotonicMs();
    const parent = propagator.extract(ROOT_CONTEXT, request.headers, headerGetter);
    const method = methodOf(request.method ?? '');
    const attributes = {
      'http.request.method': method,
      // A proxy ends TLS.
      'url.scheme': 'http',
      'reglement.request_id': requestIdOf(response),
    };
    const span = tracer.startSpan(method, { kind: SpanKind.SERVER, attributes }, parent);
    const waited = { bankMs: 0 };
    // Lines that are logged after the response are outside of this context.
    noteTrace(request, span.spanContext().traceId);
    response.once('close', () => {
      const route = routeOf(request);
      // A path that no route serves has no route.
      const isKnown = route !== unknownRoute;
      if (isKnown) span.updateName(`${method} ${route}`);
      span.setAttributes({
        ...(isKnown && { 'http.route': route }),
        'http.response.status_code': response.statusCode,
        'reglement.aborted': !response.writableFinished,
        'reglement.bank_ms': Math.round(waited.bankMs),
        'reglement.own_ms': Math.round(monotonicMs() - startedMs - waited.bankMs),
      });
      if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    });
    frames.run({ context: trace.setSpan(parent, span), waited }, () => next());
  };
}
