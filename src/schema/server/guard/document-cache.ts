import type { DocumentNode } from 'graphql';

export type CachedDocument = {
  readonly document: DocumentNode;
  /** Whether its complexity depends on the variables of a request. */
  readonly isVariable: boolean;
};

export type DocumentCache = {
  readonly find: (text: string) => CachedDocument | undefined;
  /** Keeps a document that was validated; one that is too long is not kept. */
  readonly keep: (text: string, kept: CachedDocument) => void;
  readonly size: () => number;
};

/**
 * The documents that were used last, by their exact text. Bounded in entries and in bytes, and only for documents that
 * passed every check, so that a flood of refused ones leaves nothing behind.
 */
export function createDocumentCache(limits: {
  readonly cachedDocuments: number;
  readonly cachedDocumentBytes: number;
}): DocumentCache {
  const byText = new Map<string, CachedDocument>();
  return {
    find(text) {
      const kept = byText.get(text);
      if (kept !== undefined) {
        // A map keeps the order of insertion: what was used last goes to its end.
        byText.delete(text);
        byText.set(text, kept);
      }
      return kept;
    },
    keep(text, kept) {
      if (Buffer.byteLength(text) > limits.cachedDocumentBytes) return;
      byText.set(text, kept);
      if (byText.size <= limits.cachedDocuments) return;
      const [oldest] = byText.keys();
      if (oldest !== undefined) byText.delete(oldest);
    },
    size: () => byText.size,
  };
}
