import { type Span, SpanStatusCode } from '@opentelemetry/api';
import { knownMethods } from '../route-template.ts';

/** `_OTHER` for an unknown HTTP method, as in OpenTelemetry's conventions. */
export const methodOf = (method: string): string => (knownMethods.has(method) ? method : '_OTHER');

/** Runs, and ends the span afterwards. It records only the name of an error: the message may hold anything. */
export function endSpan<Result>(span: Span, run: () => Result): Result {
  try {
    const result = run();
    if (!(result instanceof Promise)) {
      span.end();
      return result;
    }
    return result.then(
      (value) => {
        span.end();
        return value;
      },
      (error: unknown) => {
        fail(span, error);
        throw error;
      },
    ) as Result;
  } catch (error) {
    fail(span, error);
    throw error;
  }
}

function fail(span: Span, error: unknown): void {
  span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
