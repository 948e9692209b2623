import { isUtf8 } from 'node:buffer';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { refuse } from './refuse.ts';

/** JSON alone: a form, a text or a multipart body would need no preflight from another site. */
const jsonTypes = ['application/json', 'application/graphql+json'];

/** Express would decode every charset whose name begins with `utf-`. */
const otherCharset = /;\s*charset\s*=\s*"?(?!utf-?8"?\s*(?:;|$))/i;

/** A browser's has some 140 letters. Yoga answers one that it cannot meet with a list of its own for each entry. */
const longestAccept = 1000;

const code = 'BAD_REQUEST';

/**
 * Checks what a request is written in, before anybody reads its document: one object as JSON in UTF-8, not compressed,
 * in the body of a POST; each parameter once in the query of a GET.
 */
export function createParameterCheck({ maximumBodyBytes }: { readonly maximumBodyBytes: number }): RequestHandler {
  const parseBody = express.json({
    limit: maximumBodyBytes,
    type: jsonTypes,
    inflate: false,
    verify: (_request, _response, body) => {
      if (!isUtf8(body)) throw Object.assign(new Error('not UTF-8'), { status: 400 });
    },
  });
  return (request, response, next) => {
    if ((request.headers.accept?.length ?? 0) > longestAccept) {
      refuse(response, 400, code, 'The header Accept is too long.');
    } else if (request.method === 'GET') {
      const fault = faultOfQuery(request.originalUrl);
      if (fault === null) next();
      else refuse(response, 400, code, fault);
    } else if (request.method !== 'POST') {
      refuse(response.set('Allow', 'GET, POST'), 405, code, 'GraphQL is asked by GET or POST.');
    } else if (!request.is(jsonTypes) || otherCharset.test(request.headers['content-type'] ?? '')) {
      refuse(response, 415, code, 'The body must be application/json in UTF-8.');
    } else {
      parseBody(request, response, (error?: unknown) => {
        if (error !== undefined) refuseBody(response, error, maximumBodyBytes);
        else checkBody(request, response, next);
      });
    }
  };
}

const checkBody: RequestHandler = ({ body }: Request, response: Response, next) => {
  if (Array.isArray(body)) refuse(response, 400, code, 'Batches are not accepted.');
  else if (typeof body?.query !== 'string') {
    refuse(response, 400, code, 'The body must be a JSON object whose parameter query is a string.');
  } else next();
};

function refuseBody(response: Response, error: unknown, maximumBodyBytes: number): void {
  const { status } = error as { status?: number };
  if (status === 413) refuse(response, 413, code, `The body is larger than ${maximumBodyBytes} bytes.`);
  else if (status === 415) refuse(response, 415, code, 'A compressed body or this character set is not accepted.');
  else refuse(response, 400, code, 'The body is not valid JSON.');
}

function faultOfQuery(url: string): string | null {
  const start = url.indexOf('?');
  const query = new URLSearchParams(start < 0 ? '' : url.slice(start + 1));
  for (const name of ['query', 'operationName', 'variables', 'extensions']) {
    if (query.getAll(name).length > 1) return `The parameter ${name} is given more than once.`;
  }
  if (!query.get('query')) return 'The parameter query is missing.';
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
