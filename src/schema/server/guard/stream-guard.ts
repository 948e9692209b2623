import type { ServerResponse } from 'node:http';
import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { actingName } from '../../../kernel/caller.ts';
import type { SchemaContext } from '../context.ts';
import { acceptsAnswer } from './accepted-answer.ts';
import { requestError } from './graphql-error.ts';

export type StreamLimits = {
  /** Open subscriptions of one client. */
  readonly perClient: number;
  /** How long written data may wait for a client that does not read, in milliseconds; noticed after twice that. */
  readonly patienceMs: number;
};

export const streamPatienceMs = 15_000;

/**
 * Counts subscriptions by client, each until its response closes. Drops readers that do not read, because unread data
 * stays in memory. Heartbeats are Yoga's: a comment every 12 seconds.
 */
export function createStreamGuard({
  perClient,
  patienceMs,
}: StreamLimits): Plugin<SchemaContext & { readonly res: ServerResponse }> {
  const counts = new Map<string, number>();
  return {
    onSubscribe({ args, setResultAndStopExecution }) {
      const { caller, res: response } = args.contextValue;
      if (!acceptsAnswer(response.req.headers.accept, ['text/event-stream'])) {
        setResultAndStopExecution(notAStream);
        return;
      }
      // A client that left during the earlier guards emits no further close event, so the count would never end.
      if (response.closed || response.destroyed) {
        setResultAndStopExecution(leftAlready);
        return;
      }
      const name = actingName(caller);
      const open = counts.get(name) ?? 0;
      if (open >= perClient) {
        setResultAndStopExecution(tooMany(perClient));
        return;
      }
      counts.set(name, open + 1);
      const stopWatching = dropWhenUnread(response, patienceMs);
      response.once('close', () => {
        stopWatching();
        const left = (counts.get(name) ?? 1) - 1;
        if (left > 0) counts.set(name, left);
        else counts.delete(name);
      });
    },
  };
}

function dropWhenUnread(response: ServerResponse, patienceMs: number): () => void {
  let wasWaiting = false;
  const timer = setInterval(() => {
    if (response.writableNeedDrain && wasWaiting) response.destroy();
    wasWaiting = response.writableNeedDrain;
  }, patienceMs);
  timer.unref();
  return () => clearInterval(timer);
}

const notAStream: ExecutionResult = {
  errors: [
    requestError('BAD_REQUEST', 'A subscription is answered as text/event-stream: the header Accept must name it.', {
      status: 406,
    }),
  ],
};

/** No client reads it. */
const leftAlready: ExecutionResult = { errors: [requestError('BAD_REQUEST', 'The client has left.')] };

function tooMany(perClient: number): ExecutionResult {
  const http = { status: 429, headers: { 'Retry-After': '10' } };
  return {
    errors: [requestError('TOO_MANY_SUBSCRIPTIONS', `A client has ${perClient} open subscriptions at most.`, http)],
  };
}
