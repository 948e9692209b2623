import type { RequestErrorCode } from '../../../kernel/errors.ts';
import type { RegisteredDocuments } from './registered-documents.ts';

/** A request as it names its document: the parameters of a body, or of a GET. */
export type NamedRequest = Readonly<Record<string, unknown>>;

export type DocumentFault = {
  readonly status: 200 | 400 | 403;
  readonly code: RequestErrorCode;
  readonly fault: string;
};

/** Apollo and urql look for this message or code in an answer with status 200, and send the document then. */
const notSupported: DocumentFault = {
  ...{ status: 200, code: 'PERSISTED_QUERY_NOT_SUPPORTED', fault: 'PersistedQueryNotSupported' },
};
/** The same, and the client goes on to send hashes. */
const notFound: DocumentFault = { status: 200, code: 'PERSISTED_QUERY_NOT_FOUND', fault: 'PersistedQueryNotFound' };
const registeredOnly: DocumentFault = {
  status: 403,
  code: 'PERSISTED_QUERY_ONLY',
  fault: 'This client sends registered documents only, by their ids. Nothing was done.',
};

/**
 * Replaces the id of a registered document by its text. The id counts, whatever text stands beside it.
 * @param isLimited the caller may send registered documents only
 */
export function resolveDocument(
  request: NamedRequest,
  registered: RegisteredDocuments,
  isLimited: boolean,
): { readonly request: NamedRequest } | DocumentFault {
  const id = documentIdOf(request);
  const text = id === null ? undefined : registered.textOf(id);
  const { query, operationName, variables } = request;
  if (text !== undefined) {
    return { request: { query: text, ...(variables !== undefined && { variables }), ...named(operationName) } };
  }
  if (id !== null && !query) return registered.hasAny() || isLimited ? notFound : notSupported;
  if (!isLimited || typeof query !== 'string' || registered.find(query)) return { request };
  return registeredOnly;
}

const named = (operationName: unknown): NamedRequest => (operationName === undefined ? {} : { operationName });

/** `documentId`, as GraphQL over HTTP drafts it, or the hash of Apollo's persisted queries. */
function documentIdOf({ documentId, extensions }: NamedRequest): string | null {
  if (typeof documentId === 'string' && documentId !== '') return documentId;
  const { persistedQuery } = Object(extensions) as { readonly persistedQuery?: unknown };
  if (typeof persistedQuery !== 'object' || persistedQuery === null) return null;
  const { sha256Hash } = persistedQuery as { readonly sha256Hash?: unknown };
  return typeof sha256Hash === 'string' ? sha256Hash : '';
}
