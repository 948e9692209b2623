import type { TypedDocumentString } from './generated/graphql.ts';

/**
 * All that a front end needs to talk to the gateway: `fetch`, and operations whose types were generated from the
 * schema. An operation's result and variables come with it: `execute(StartCheckoutDocument, { input })`.
 */
type Operation<Result, Variables> = TypedDocumentString<Result, Variables>;
type Answer<Result> = { readonly data?: Result | null; readonly errors?: readonly { readonly message: string }[] };

const endpoint = `${document.documentElement.dataset.gateway}/graphql`;

/** A query or a mutation. Throws where there is no answer; an expected refusal is part of the result. */
export async function execute<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const response = await post(operation.toString(), variables, 'application/json', null);
  return resultOf((await response.json()) as Answer<Result>);
}

/** A subscription, by server-sent events over the same URL. Ends when the gateway ends it or the connection breaks. */
export async function* subscribe<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  signal: AbortSignal,
): AsyncGenerator<Result> {
  const response = await post(operation.toString(), variables, 'text/event-stream', signal);
  if (response.body === null) return;
  let unread = '';
  for await (const text of readChunks(response.body.pipeThrough(new TextDecoderStream()))) {
    const messages = (unread + text).split('\n\n');
    unread = messages.pop() ?? '';
    for (const message of messages) {
      if (message.includes('event: complete')) return;
      const data = message.split('\n').find((line) => line.startsWith('data: '));
      if (data !== undefined) yield resultOf(JSON.parse(data.slice('data: '.length)) as Answer<Result>);
    }
  }
}

async function post(query: string, variables: unknown, accept: string, signal: AbortSignal | null): Promise<Response> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ query, variables }),
    signal,
  });
  if (!response.ok) throw new Error(`The gateway answered ${response.status}.`);
  return response;
}

function resultOf<Result>({ data, errors }: Answer<Result>): Result {
  if (errors !== undefined || data === undefined || data === null) {
    throw new Error(errors?.[0]?.message ?? 'The answer is empty.');
  }
  return data;
}

/** Not every browser can walk through a stream by `for await` itself. */
async function* readChunks(stream: ReadableStream<string>): AsyncGenerator<string> {
  const reader = stream.getReader();
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) yield chunk.value;
  } finally {
    await reader.cancel();
  }
}
