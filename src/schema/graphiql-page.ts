import type { RequestHandler } from 'express';
import { examples } from './examples.ts';

/** GraphiQL carries everything with it, so that it works without internet; it needs this much of a policy. */
const policy =
  "default-src 'none'; script-src 'unsafe-inline' 'self'; style-src 'unsafe-inline' 'self'; worker-src blob:; " +
  "img-src data: 'self'; font-src data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * GraphiQL for a browser that comes by a link, from whichever site: the page holds nothing of anybody. It is made on
 * the first visit, for the package takes time and memory, and kept as bytes: making it again for each visitor would
 * cost a third of a second of everybody's time.
 */
export function createGraphiqlPage(): RequestHandler {
  let page: Promise<Buffer> | null = null;
  return async (request, response, next) => {
    if (!request.headers.accept?.includes('text/html')) {
      next();
      return;
    }
    page ??= renderPage();
    response
      .set('Content-Security-Policy', policy)
      .type('html')
      .send(await page);
  };
}

async function renderPage(): Promise<Buffer> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  return Buffer.from(
    renderGraphiQL({
      title: 'GraphiQL',
      defaultQuery: examples[0]?.query ?? '',
      defaultTabs: [...examples],
      shouldPersistHeaders: false,
    }),
  );
}
