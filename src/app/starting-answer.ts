import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EarlyRefusal } from '../rest/request/refuse-early.ts';

/** Answers a request of the legacy door in its own form. False, and nothing is sent, for every other request. */
type RefuseInForm = (request: IncomingMessage, response: ServerResponse, refusal: EarlyRefusal) => boolean;

/**
 * While the gateway starts, for instance during a migration, requests get 503 with `Retry-After`: the legacy door's own
 * form there, else a page for people, an error of GraphQL at that door, JSON elsewhere. A browser loads it again by
 * itself. The liveness probe succeeds.
 * @param refuseInForm left out: the legacy door's code is not loaded yet
 */
export function createStartingAnswer(newRequestId: () => string, refuseInForm?: RefuseInForm) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const requestId = newRequestId();
    const isProbe = request.url === '/health/live';
    const isPage = !isProbe && request.method === 'GET' && request.headers.accept?.includes('text/html') === true;
    response.setHeader('X-Request-Id', requestId);
    if (isPage) response.setHeader('Refresh', '2');
    if (refuseInForm?.(request, response, { status: 503, message, retryAfterSeconds: 1 })) return;
    response.writeHead(isProbe ? 200 : 503, {
      'Content-Type': `${isPage ? 'text/html' : 'application/json'}; charset=utf-8`,
      'Cache-Control': 'no-store',
      ...(isProbe ? {} : { 'Retry-After': '1' }),
      ...(isPage && { 'Content-Security-Policy': "default-src 'none'", 'X-Content-Type-Options': 'nosniff' }),
    });
    if (isProbe) response.end(JSON.stringify({ status: 'live' }));
    else if (isPage) response.end(page);
    else response.end(JSON.stringify({ ...notReady, ...(isGraphql(request) && { errors: [errorOf(requestId)] }) }));
  };
}

const notReady = { status: 'not ready', reason: 'starting' };

const isGraphql = ({ url = '' }: IncomingMessage): boolean => /^\/graphql(?:\?|$)/.test(url);

const message = 'The gateway is starting. Nothing was done: ask again in a moment, with the same idempotency key.';

const errorOf = (requestId: string): object => ({
  message,
  extensions: { code: 'DATABASE_UNAVAILABLE', retryAdvice: 'RETRY_SAME_KEY', retryAfterSeconds: 1, requestId },
});

/** In both languages: what chooses one is not loaded yet. */
const page = `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Règlement</title>
</head>
<body>
<h1>La passerelle démarre</h1>
<p>Cette page se recharge d’elle-même.</p>
<p lang="en">The gateway is starting. This page loads again by itself.</p>
</body>
</html>
`;
