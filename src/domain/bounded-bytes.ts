type Body = {
  readonly headers: { readonly 'content-length'?: string | undefined };
  readonly iterator: (options: { readonly destroyOnReturn: boolean }) => AsyncIterable<unknown>;
};

/**
 * The bytes of a request's body, or null where they are more than `maximumBytes`: then no more of it is read, however
 * long the sender goes on, and the connection stays open for the refusal. Rejects where the sender leaves before the end.
 */
export async function readBytes(request: Body, maximumBytes: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > maximumBytes) return null;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maximumBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
