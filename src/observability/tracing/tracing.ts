import type { RequestHandler } from 'express';
import type { BankCall } from '../../modules/payments/operations/bank-operation.ts';

/**
 * Where the time of a request goes, for those who collect traces. Attributes are closed sets, names of routes and
 * hosts of banks: nothing of a request, and nothing about a person. Where tracing is off there is no such object.
 */
export type Tracing = {
  /** A span for each request, under the caller's where it sent a `traceparent`. Behind the id of the request. */
  readonly traceRequests: RequestHandler;
  /** A span for an operation of the schema, by whichever door: `mutation initiatePayment`. */
  readonly traceOperation: <Result>(name: string, run: () => Result) => Result;
  readonly traceTransaction: <Result>(run: () => Promise<Result>) => Promise<Result>;
  /** Its time is the bank's, and is told apart on the request's span. */
  readonly traceBankCall: (call: BankCall) => BankCall;
  /** What a log line says of the trace that it is written in. */
  readonly logFields: () => { readonly traceId?: string };
  /** Sends what is not sent yet; gives up after a few seconds. */
  readonly close: () => Promise<void>;
};
