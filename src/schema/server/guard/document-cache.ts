import type { DocumentNode } from 'graphql';
import type { DocumentLimits } from './limits.ts';

export type CachedDocument = {
  readonly document: DocumentNode;
  /** Whether its measure depends on the variables of a request. */
  readonly isVariable: boolean;
  /** Its own limits. Left out: those of every document. */
  readonly limits?: DocumentLimits;
  /** Called when its complexity is within the limits. */
  readonly measured?: () => void;
};

export type DocumentCache = {
  readonly find: (text: string) => CachedDocument | undefined;
  /** Keeps a document that was validated; one that is too long is not kept. */
  readonly keep: (text: string, kept: CachedDocument) => void;
  readonly size: () => number;
};

/**
 * The most recently used documents, by their exact text. Bounded in entries and bytes, and only for documents that
 * passed every check, so that refused ones never fill it. Registered documents are found besides.
 */
export function createDocumentCache(
  limits: Pick<DocumentLimits, 'cachedDocuments' | 'cachedDocumentBytes'>,
  registered?: { readonly find: (text: string) => CachedDocument | undefined },
): DocumentCache {
  const byText = new Map<string, CachedDocument>();
  let newest: CachedDocument | null = null;
  return {
    find(text) {
      const own = registered?.find(text);
      if (own) return own;
      const kept = byText.get(text);
      if (kept !== undefined && kept !== newest) {
        // A map keeps the order of insertion, so the entry moves to the end when it is used.
        byText.delete(text);
        byText.set(text, kept);
        newest = kept;
      }
      return kept;
    },
    keep(text, kept) {
      if (Buffer.byteLength(text) > limits.cachedDocumentBytes) return;
      byText.set(text, kept);
      newest = kept;
      if (byText.size <= limits.cachedDocuments) return;
      const [oldest] = byText.keys();
      if (oldest !== undefined) byText.delete(oldest);
    },
    size: () => byText.size,
  };
}
