import type { TestGateway } from './gateway.ts';

export type Heard = { readonly status: number; readonly text: string };

/** What a subscriber hears: the beginning of the stream, up to its first message. */
export async function firstEvent(gateway: TestGateway, query: string, headers: Record<string, string>): Promise<Heard> {
  const leaving = new AbortController();
  const stream = await listen(gateway, query, headers, leaving.signal);
  while (!/^data: ?\{/m.test(stream.heard()) && (await stream.goesOn()));
  leaving.abort();
  return { status: stream.status, text: stream.heard() };
}

export type Stream = {
  readonly status: number;
  readonly heard: () => string;
  /** Waits for more; false at the end of the stream. */
  readonly goesOn: () => Promise<boolean>;
};

export async function listen(
  gateway: Pick<TestGateway, 'get'>,
  query: string,
  headers: Record<string, string>,
  signal?: AbortSignal,
): Promise<Stream> {
  const response = await gateway.get('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream', ...headers },
    body: JSON.stringify({ query }),
    ...(signal && { signal }),
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    status: response.status,
    heard: () => text,
    goesOn: async () => {
      const part = await reader?.read();
      if (part === undefined || part.done) return false;
      text += part.value;
      return true;
    },
  };
}
