/** One event of a stream: the fields of the EventSource specification. */
export type ServerEvent = { readonly event: string; readonly data: string; readonly id: string | null };

/**
 * The events of a stream of server-sent events. Throws where nothing comes for `silenceMs`: comments count, and the
 * gateway sends one every 12 seconds. Ends with the first thing that comes at `end` or later.
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  silenceMs: number,
  end = Infinity,
): AsyncGenerator<ServerEvent, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let unread = '';
  try {
    for (;;) {
      const { value, done } = await within(silenceMs, reader.read());
      if (done) return;
      // A line end may be cut between its two characters.
      const text = unread + decoder.decode(value, { stream: true });
      const isCut = text.endsWith('\r');
      const blocks = (isCut ? text.slice(0, -1) : text).replaceAll(/\r\n?/g, '\n').split('\n\n');
      unread = (blocks.pop() ?? '') + (isCut ? '\r' : '');
      for (const block of blocks) {
        const event = eventOf(block);
        if (event) yield event;
      }
      if (performance.now() >= end) return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function eventOf(block: string): ServerEvent | null {
  let event = 'message';
  let id: string | null = null;
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const [, name = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? [];
    if (name === 'event') event = value;
    else if (name === 'data') data.push(value);
    else if (name === 'id') id = value;
  }
  return data.length === 0 && event === 'message' ? null : { event, data: data.join('\n'), id };
}

async function within<Value>(ms: number, waited: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(reject, ms);
  });
  try {
    return await Promise.race([waited, silence]);
  } finally {
    clearTimeout(timer);
  }
}
