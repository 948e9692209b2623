import type { Operation } from '@reglement/client';
import { readEvents } from '@reglement/client/sse';
import { transport } from './client.ts';

/** Three heartbeats of the gateway. */
const silenceMs = 36_000;

/**
 * Asks for a stream, once. `events` is null where the gateway refused.
 * @throws where the answer does not begin in time; `events` throws where nothing comes for so long
 */
export async function openStream<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
) {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(new Error('No answer came in time.')), silenceMs);
  const ends = AbortSignal.any(signal ? [signal, silence.signal] : [silence.signal]);
  const send = { accept: 'text/event-stream', authorization: undefined, signal: ends };
  const response = await transport.send(transport.read(operation), variables, send).finally(() => clearTimeout(timer));
  return {
    requestId: response.headers.get('x-request-id'),
    events: response.ok && response.body ? readEvents(response.body, silenceMs) : null,
  };
}
