import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BankCall } from '../../modules/payments/operations/bank-operation.ts';

/**
 * Traces show where a request spends its time. Attributes are closed sets, names of routes and hosts of banks: nothing
 * of a request, and nothing about a person. Without tracing there is no such object.
 */
export type Tracing = {
  /** A span for each request, under the caller's span if it sent a `traceparent`. Runs after the request id is set. */
  readonly traceRequests: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  /** A span for an operation of the schema, by whichever door: `mutation initiatePayment`. */
  readonly traceOperation: <Result>(name: string, run: () => Result) => Result;
  readonly traceTransaction: <Result>(run: () => Promise<Result>) => Promise<Result>;
  /** Traces a call to a bank. Its time is also an attribute of the request's span. */
  readonly traceBankCall: (call: BankCall) => BankCall;
  /** The trace id for log lines. */
  readonly logFields: () => { readonly traceId?: string };
  /** Sends the remaining spans; gives up after a few seconds. */
  readonly close: () => Promise<void>;
};
