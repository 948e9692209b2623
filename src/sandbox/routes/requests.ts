import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { redirectTo } from '../page-shell.ts';

/**
 * The simulators' own address for links and redirects, without a trailing slash. It is relative, so that it holds where
 * the gateway's public URL has a path.
 */
export function baseOf({ originalUrl, baseUrl }: Pick<Request, 'originalUrl' | 'baseUrl'>): string {
  const [path = '/'] = originalUrl.split('?', 1);
  const root = '../'.repeat(path.split('/').length - 2) || './';
  return (root + baseUrl.slice(1)).replace(/\/$/, '');
}

/** Leaves a form as its bytes, which signatures cover. */
export const rawForm = express.raw({ type: 'application/x-www-form-urlencoded', limit: '64kb', inflate: false });

/** A form of a page is answered by a page, and any other request by JSON. */
export const isForm = (request: Request): boolean =>
  // Null, without a body, is no form either.
  typeof request.is(['application/x-www-form-urlencoded', 'multipart/form-data']) === 'string';

/** @param place of the page that shows the result: `/house-bank#files` */
export function answerDone(request: Request, response: Response, place: string, status: number, body?: object): void {
  if (isForm(request)) redirectTo(response, baseOf(request) + place);
  else if (body === undefined) response.status(status).end();
  else response.status(status).json(body);
}

export const issuesIn = ({ issues }: z.ZodError) => ({
  errors: issues.map(({ path, message }) => ({ path, message })),
});

type Scripts<Script> = {
  readonly path: string;
  readonly place: string;
  readonly read: (request: Request) => z.ZodSafeParseResult<Script>;
  readonly refuse: (request: Request, response: Response, error: z.ZodError) => unknown;
  readonly list: () => object;
  readonly insert: (script: Script) => object;
  /** Null: all of them. */
  readonly remove: (id: number | null) => void;
};

/** Scripts are listed by GET, added by POST, and taken away by DELETE: all, or with an id one. */
export function scriptRoutes<Script>(router: Router, scripts: Scripts<Script>): void {
  const { path, place, read, refuse, list, insert, remove } = scripts;
  router.get(path, (_request, response) => void response.json(list()));
  router.post(path, async (request, response) => {
    const script = read(request);
    if (script.success) answerDone(request, response, place, 201, insert(script.data));
    else await refuse(request, response, script.error);
  });
  router.delete(path, (_request, response) => {
    remove(null);
    response.status(204).end();
  });
  router.delete(`${path}/:id`, (request, response) => {
    remove(z.coerce.number().int().catch(0).parse(request.params.id));
    response.status(204).end();
  });
  // A form knows no DELETE.
  router.post(`${path}/clear`, (request, response) => {
    remove(null);
    answerDone(request, response, place, 204);
  });
}

/** For bodies that the reader refuses: too long, compressed or cut off. Other errors go to the app. */
export const whereUnreadable =
  (answer: (status: number, request: Request, response: Response) => unknown): ErrorRequestHandler =>
  (error, request, response, next) => {
    const status = error instanceof Error && 'status' in error ? error.status : null;
    if (typeof status !== 'number' || status < 400 || status > 499 || response.headersSent) return next(error);
    return answer(status, request, response);
  };

export const unreadable = whereUnreadable((status, _request, response) => {
  const message = status === 413 ? 'The file is too large.' : 'The body cannot be read.';
  response.status(status).json({ errors: [{ path: [], message }] });
});

/** A posted form's fields. An empty one means the default. Undefined: it came in parts, which only files may. */
export const filledIn = (body: Readonly<Record<string, unknown>> | undefined): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body ?? {}).filter(([, value]) => value !== ''));
