import type { TestGateway } from '../gateway.ts';

/** What a subscriber hears first: the beginning of the stream, up to its first message. */
export async function firstEvent(
  gateway: TestGateway,
  id: string,
  headers: Record<string, string>,
): Promise<{ readonly status: number; readonly text: string }> {
  const leaving = new AbortController();
  const response = await gateway.get('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream', ...headers },
    body: JSON.stringify({ query: `subscription { paymentUpdated(id: "${id}") { type status } }` }),
    signal: leaving.signal,
  });
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (/^data: ?\{/m.test(text)) break;
  }
  leaving.abort();
  return { status: response.status, text };
}
