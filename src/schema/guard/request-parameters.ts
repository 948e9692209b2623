import { isUtf8 } from 'node:buffer';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { refuse } from './refuse.ts';

/** JSON alone: a form, a text or a multipart body would need no preflight from another site. */
const jsonTypes = ['application/json', 'application/graphql+json'];

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
    if (request.method === 'GET') {
      const fault = faultOfQuery(request.originalUrl);
      if (fault === null) next();
      else refuse(response, 400, code, fault);
    } else if (request.method !== 'POST') {
      refuse(response.set('Allow', 'GET, POST'), 405, code, 'GraphQL is asked by GET or POST.');
    } else if (!request.is(jsonTypes)) {
      refuse(response, 415, code, 'The body must be application/json.');
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
  else if (typeof body !== 'object' || body === null || Object.keys(body).length === 0) {
    refuse(response, 400, code, 'The body must be a JSON object with the parameter query.');
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
