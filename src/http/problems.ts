import { randomBytes } from 'node:crypto';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pageHeaders, renderProblem } from '../html/page.ts';
import { requestIdOf } from '../kernel/identifiers.ts';
import type { LanguageOf } from '../kernel/locale/language.ts';
import { StoreUnavailableError, unavailableMembers } from '../kernel/store-unavailable.ts';

/** The last two handlers: an unknown path, and an unexpected fault. Nothing of the request is echoed. */
export function createProblemHandlers(logger: Logger, languageOf: LanguageOf): [RequestHandler, ErrorRequestHandler] {
  const answer = createAnswer(languageOf);
  return [
    (request, response) => answer(request, response, 404),
    (error: unknown, request, response, _next) => {
      const unavailable = error instanceof StoreUnavailableError ? error : null;
      const status = unavailable ? 503 : (clientFault(error) ?? 500);
      if (status >= 500) {
        const fault = error instanceof Error ? { fault: error.name, stack: error.stack } : { fault: typeof error };
        const what = unavailable ? 'a request failed: the database is not available' : 'a request failed unexpectedly';
        logger.error({ ...fault, request: response.getHeader('X-Request-Id') }, what);
      }
      if (response.headersSent) response.destroy();
      else answer(request, response, status, unavailable);
    },
  ];
}

/** Express' own refusals (a malformed path, a body that is too large) carry a 4xx status. */
function clientFault(error: unknown): number | null {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

type Answer = (
  request: Parameters<RequestHandler>[0],
  response: Parameters<RequestHandler>[1],
  status: number,
  unavailable?: StoreUnavailableError | null,
) => void;

const createAnswer =
  (languageOf: LanguageOf): Answer =>
  (request, response, status, unavailable = null) => {
    const requestId = requestIdOf(response);
    response.status(status).set('Cache-Control', 'no-store');
    if (unavailable) response.set('Retry-After', String(unavailable.retryAfterSeconds));
    if (request.accepts(['json', 'html']) === 'html') {
      const language = languageOf(request.get('Accept-Language'));
      const nonce = randomBytes(16).toString('base64');
      response.set(pageHeaders({ nonce, language })).send(renderProblem({ language, status, requestId, nonce }));
    } else {
      response.json({ error: { status, ...(unavailable && unavailableMembers(unavailable)), requestId } });
    }
  };
