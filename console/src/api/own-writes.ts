/** What this window has written itself: its lists are read again at once, and no line says that these rows changed. */

/** The stream tells of a write within seconds. */
const rememberedMs = 15_000;

const written = new Map<string, number>();
const listeners = new Set<() => void>();

/** Ids in a request or an answer, at any depth: `pay_…`, `apr_…`. */
function idsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^[a-z]{3}_[0-9a-f]{32}$/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : [];
}

export function noteOwn(value: unknown): void {
  const now = Date.now();
  for (const [id, until] of written) if (until < now) written.delete(id);
  for (const id of idsIn(value)) written.set(id, now + rememberedMs);
  for (const listener of listeners) listener();
}

export function onOwnWrite(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const isOwn = (id: string): boolean => (written.get(id) ?? 0) >= Date.now();
