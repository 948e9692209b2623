import type { TestGateway } from './gateway.ts';

export type Heard = { readonly status: number; readonly text: string };

/** What a subscriber hears: the beginning of the stream, up to its first message. */
export async function firstEvent(gateway: TestGateway, query: string, headers: Record<string, string>): Promise<Heard> {
  const stream = await listen(gateway, query, headers);
  while (!/^data: ?\{/m.test(stream.heard()) && (await stream.goesOn()));
  stream.leave();
  return { status: stream.status, text: stream.heard() };
}

export type Stream = {
  readonly status: number;
  readonly heard: () => string;
  /** Waits for more; false at the end of the stream. */
  readonly goesOn: () => Promise<boolean>;
  /** @throws Error where the stream ends without this text */
  readonly hears: (text: string) => Promise<void>;
  readonly leave: () => void;
};

/** @param asked a query, or what is sent in its place */
export async function listen(
  gateway: Pick<TestGateway, 'get'>,
  asked: string | object,
  headers: Record<string, string> = {},
  path = '/graphql',
): Promise<Stream> {
  const leaving = new AbortController();
  const response = await gateway.get(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream', ...headers },
    body: JSON.stringify(typeof asked === 'string' ? { query: asked } : asked),
    signal: leaving.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  const goesOn = async (): Promise<boolean> => {
    const part = await reader?.read();
    if (part === undefined || part.done) return false;
    heard += part.value;
    return true;
  };
  return {
    status: response.status,
    heard: () => heard,
    goesOn,
    hears: async (text) => {
      while (!heard.includes(text)) if (!(await goesOn())) throw new Error(`The stream ended without ${text}.`);
    },
    leave: () => leaving.abort(),
  };
}
