import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { readBytes } from '../../../kernel/bounded-bytes.ts';
import { isEncodedBody } from '../../../kernel/content-encoding.ts';
import { acceptsAnswer } from './accepted-answer.ts';
import { sendGraphqlError } from './graphql-error.ts';

/** JSON alone: a form, a text or a multipart body would need no preflight from another site. */
const jsonTypes = ['application/json', 'application/graphql+json'];

/** Express would decode every charset whose name begins with `utf-`. */
const otherCharset = /;\s*charset\s*=\s*"?(?!utf-?8"?\s*(?:;|$))/i;

const parameters = ['query', 'operationName', 'variables', 'extensions'];

/** A browser's has some 140 letters. Yoga answers one that it cannot meet with a list of its own for each entry. */
const longestAccept = 1000;

const code = 'BAD_REQUEST';

const notAcceptable = 'The answer is application/json: the header Accept must name it, or */*. Nothing was done.';

/**
 * Checks the encoding of a request before its document: one object as JSON in UTF-8, not compressed, in the body of a
 * POST; each parameter once in the query of a GET.
 */
export function createParameterCheck({ maximumBodyBytes }: { readonly maximumBodyBytes: number }): RequestHandler {
  return (request, response, next) => {
    if ((request.headers.accept?.length ?? 0) > longestAccept) {
      sendGraphqlError(response, 400, code, 'The header Accept is too long.');
    } else if (request.method === 'GET') {
      const fault = faultOfQuery(request.originalUrl);
      if (fault === notPersisted) sendNotPersisted(response);
      else if (fault !== null) sendGraphqlError(response, 400, code, fault);
      else if (!acceptsAnswer(request.headers.accept)) sendGraphqlError(response, 406, code, notAcceptable);
      else next();
    } else if (request.method !== 'POST') {
      sendGraphqlError(response.set('Allow', 'GET, POST'), 405, code, 'GraphQL is asked by GET or POST.');
    } else if (!request.is(jsonTypes) || otherCharset.test(request.headers['content-type'] ?? '')) {
      sendGraphqlError(response, 415, code, 'The body must be application/json in UTF-8.');
    } else if (isEncodedBody(request.headers['content-encoding'])) {
      sendGraphqlError(response, 415, code, 'A compressed body is not accepted.');
    } else if (!acceptsAnswer(request.headers.accept)) {
      sendGraphqlError(response, 406, code, notAcceptable);
    } else {
      readBytes(request, maximumBodyBytes)
        .then(
          (bytes) => takeBody(request, response, next, bytes === null ? tooLarge(maximumBodyBytes) : bodyIn(bytes)),
          // A client that left before the end of the body gets no answer.
          () => response.destroy(),
        )
        .catch(next);
    }
  };
}

type ReadBody = { readonly fault: string; readonly status: 400 | 413 } | { readonly value: object };

const tooLarge = (maximumBodyBytes: number): ReadBody => ({
  status: 413,
  fault: `The body is larger than ${maximumBodyBytes} bytes.`,
});

const utf8 = new TextDecoder('utf-8', { fatal: true });

function bodyIn(bytes: Buffer): ReadBody {
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(bytes));
  } catch {
    return { status: 400, fault: 'The body is not valid JSON.' };
  }
  if (Array.isArray(value)) return { status: 400, fault: 'Batches are not accepted.' };
  if (isPersisted(value)) return { status: 400, fault: notPersisted };
  if (typeof value !== 'object' || value === null || !('query' in value) || typeof value.query !== 'string') {
    return { status: 400, fault: 'The body must be a JSON object whose parameter query is a string.' };
  }
  return Object.entries(value).some(([name, given]) => given !== null && !parameters.includes(name))
    ? { status: 400, fault: `The body has a parameter that is not one of ${parameters.join(', ')}.` }
    : { value };
}

function takeBody(request: Request, response: Response, next: NextFunction, body: ReadBody): void {
  if ('value' in body) {
    request.body = body.value;
    next();
    return;
  }
  if (body.fault === notPersisted) {
    sendNotPersisted(response);
    return;
  }
  // The rest of the body is not read.
  if (body.status === 413) response.set('Connection', 'close');
  sendGraphqlError(response, body.status, code, body.fault);
}

function faultOfQuery(url: string): string | null {
  const start = url.indexOf('?');
  const query = new URLSearchParams(start < 0 ? '' : url.slice(start + 1));
  for (const name of parameters) {
    if (query.getAll(name).length > 1) return `The parameter ${name} is given more than once.`;
  }
  for (const name of ['variables', 'extensions']) {
    const text = query.get(name);
    if (text && !isJson(text)) return `The parameter ${name} is not valid JSON.`;
  }
  if (query.get('query')) return null;
  const extensions: unknown = JSON.parse(query.get('extensions') || 'null');
  return isPersisted({ extensions }) ? notPersisted : 'The parameter query is missing.';
}

const notPersisted = 'PersistedQueryNotSupported';

/** A client that has the hash of a document, and sends no document yet. */
function isPersisted(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || ('query' in value && value.query)) return false;
  const { extensions } = value as { readonly extensions?: unknown };
  return typeof extensions === 'object' && extensions !== null && 'persistedQuery' in extensions;
}

/** Apollo and urql look for this message or code in an answer with status 200, and send the document then. */
function sendNotPersisted(response: Response): void {
  sendGraphqlError(response.set('Cache-Control', 'no-store'), 200, 'PERSISTED_QUERY_NOT_SUPPORTED', notPersisted);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
