import type { ServerResponse } from 'node:http';
import { readBytes } from '../../../kernel/bytes/bounded-bytes.ts';
import { isEncodedBody } from '../../../kernel/bytes/content-encoding.ts';
import { type Asked, askedUrl, type Handler } from '../in-order.ts';
import { acceptsAnswer } from './accepted-answer.ts';
import { type DocumentFault, type NamedRequest, resolveDocument } from './document-ids.ts';
import { sendGraphqlError } from './graphql-error.ts';
import type { RegisteredDocuments } from './registered-documents.ts';
import { keepWrittenCents, parseBody, type WrittenCentsOptions, type WrittenNumbers } from './written-cents.ts';

/** JSON alone: a form, a text or a multipart body would need no preflight from another site. */
const jsonType = /^[ \t]*application\/(?:graphql\+)?json[ \t]*(?:;|$)/i;

/** Express would decode every charset whose name begins with `utf-`. */
const otherCharset = /;\s*charset\s*=(?!\s*"?utf-?8"?\s*(?:;|$))/i;

const parameters = ['query', 'documentId', 'operationName', 'variables', 'extensions'];

/** A browser's has some 140 letters. Yoga answers one that it cannot meet with a list of its own for each entry. */
const longestAccept = 1000;

const code = 'BAD_REQUEST';

const notAcceptable = 'The answer is application/json: the header Accept must name it, or */*. Nothing was done.';

export type ParameterCheckOptions = WrittenCentsOptions & {
  readonly maximumBodyBytes: number;
  readonly registered: RegisteredDocuments;
  /** Whether the caller may send registered documents only. */
  readonly isLimited: (response: ServerResponse) => boolean;
  /** Takes the ids of registered documents alone, and no text beside them. */
  readonly onlyById?: boolean;
};

/**
 * Checks the encoding of a request before its document: one object as JSON in UTF-8, not compressed, in the body of a
 * POST; each parameter once in the query of a GET. The id of a registered document becomes its text.
 */
export function createParameterCheck(options: ParameterCheckOptions): Handler {
  const { maximumBodyBytes } = options;
  return (request, response, next) => {
    if ((request.headers.accept?.length ?? 0) > longestAccept) {
      sendGraphqlError(response, 400, code, 'The header Accept is too long.');
    } else if (request.method === 'GET') {
      takeQuery(request, response, next, options);
    } else if (request.method !== 'POST') {
      response.setHeader('Allow', 'GET, POST');
      sendGraphqlError(response, 405, code, 'GraphQL is asked by GET or POST.');
    } else if (!hasJson(request) || otherCharset.test(request.headers['content-type'] ?? '')) {
      sendGraphqlError(response, 415, code, 'The body must be application/json in UTF-8.');
    } else if (isEncodedBody(request.headers['content-encoding'])) {
      sendGraphqlError(response, 415, code, 'A compressed body is not accepted.');
    } else if (!acceptsAnswer(request.headers.accept)) {
      sendGraphqlError(response, 406, code, notAcceptable);
    } else {
      readBytes(request, maximumBodyBytes)
        .then(
          (bytes) => {
            const body = bytes === null ? tooLarge(maximumBodyBytes) : bodyIn(bytes);
            takeBody(request, response, next, 'value' in body ? checked(body, response, options) : body);
          },
          // A client that left before the end of the body gets no answer.
          () => response.destroy(),
        )
        .catch(next);
    }
  };
}

/** As Express' `request.is` decides it, which reads a table of a thousand types first. */
export function hasJson({ headers }: Asked): boolean {
  const { 'content-type': type = '', 'content-length': length, 'transfer-encoding': transfer } = headers;
  const hasBody = transfer !== undefined || !Number.isNaN(Number(length));
  return hasBody && (type === 'application/json' || jsonType.test(type));
}

type Body = { readonly value: NamedRequest; readonly written?: WrittenNumbers | null };
type ReadBody = Body | (Omit<DocumentFault, 'status'> & { readonly status: number });

const tooLarge = (maximumBodyBytes: number): ReadBody => ({
  ...{ status: 413, code },
  fault: `The body is larger than ${maximumBodyBytes} bytes.`,
});
const malformed = (fault: string): ReadBody => ({ status: 400, code, fault });

const utf8 = new TextDecoder('utf-8', { fatal: true });

function bodyIn(bytes: Buffer): ReadBody {
  let parsed: ReturnType<typeof parseBody>;
  try {
    parsed = parseBody(utf8.decode(bytes));
  } catch {
    return malformed('The body is not valid JSON.');
  }
  const { value, written } = parsed;
  if (Array.isArray(value)) return malformed('Batches are not accepted.');
  return typeof value === 'object' && value !== null ? { value: value as NamedRequest, written } : malformed(noQuery);
}

const noQuery = 'The body must be a JSON object whose parameter query is a string.';

/** The request with the text of its document, or what is wrong with it. */
function checked({ value, written }: Body, response: ServerResponse, options: ParameterCheckOptions): ReadBody {
  if (options.onlyById && !isById(value, options.registered)) return onlyShipped;
  const resolved = resolveDocument(value, options.registered, options.isLimited(response));
  if ('fault' in resolved) return resolved;
  const { request } = resolved;
  if (typeof request.query !== 'string') return malformed(noQuery);
  const unknown = Object.entries(value).some(([name, given]) => given !== null && !parameters.includes(name));
  if (unknown) return malformed(`The body has a parameter that is not one of ${parameters.join(', ')}.`);
  if (written) keepWrittenCents(request, written, options);
  if (!('documentId' in request)) return { value: request };
  const { documentId: _named, ...rest } = request;
  return { value: rest };
}

const isById = ({ documentId, query, extensions }: NamedRequest, registered: RegisteredDocuments): boolean =>
  query === undefined &&
  extensions === undefined &&
  typeof documentId === 'string' &&
  registered.textOf(documentId) !== undefined;

const onlyShipped: ReadBody = {
  ...{ status: 403, code: 'PERSISTED_QUERY_ONLY' },
  fault: 'Only documents that were shipped with the console are run, by their ids. Nothing was done.',
};

function takeBody(request: Asked, response: ServerResponse, next: () => void, body: ReadBody): void {
  if ('value' in body) {
    request.body = body.value;
    next();
    return;
  }
  // The rest of the body is not read.
  if (body.status === 413) response.setHeader('Connection', 'close');
  refuse(response, body);
}

function refuse(response: ServerResponse, { status, code, fault }: Exclude<ReadBody, Body>): void {
  if (status === 200) response.setHeader('Cache-Control', 'no-store');
  sendGraphqlError(response, status, code, fault);
}

function takeQuery(request: Asked, response: ServerResponse, next: () => void, options: ParameterCheckOptions): void {
  const url = askedUrl(request);
  const start = url.indexOf('?');
  const query = new URLSearchParams(start < 0 ? '' : url.slice(start + 1));
  const fault = faultOfQuery(query);
  if (fault !== null) {
    sendGraphqlError(response, 400, code, fault);
    return;
  }
  const { extensions, ...named } = Object.fromEntries(parameters.map((name) => [name, query.get(name) ?? undefined]));
  const given: NamedRequest = { ...named, extensions: JSON.parse(extensions || 'null') };
  const resolved = resolveDocument(given, options.registered, options.isLimited(response));
  if ('fault' in resolved) {
    refuse(response, resolved);
  } else if (!resolved.request.query) {
    sendGraphqlError(response, 400, code, 'The parameter query is missing.');
  } else if (!acceptsAnswer(request.headers.accept)) {
    sendGraphqlError(response, 406, code, notAcceptable);
  } else {
    if (resolved.request !== given) request.originalUrl = urlOf(url.slice(0, start), resolved.request);
    next();
  }
}

/** Yoga reads a GET from its URL. */
function urlOf(path: string, request: NamedRequest): string {
  const written = Object.entries(request).map(([name, value]): [string, string] => [name, String(value)]);
  return `${path}?${new URLSearchParams(written)}`;
}

function faultOfQuery(query: URLSearchParams): string | null {
  for (const name of parameters) {
    if (query.getAll(name).length > 1) return `The parameter ${name} is given more than once.`;
  }
  for (const name of ['variables', 'extensions']) {
    const text = query.get(name);
    if (text && !isJson(text)) return `The parameter ${name} is not valid JSON.`;
  }
  return null;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
