import { Worker } from 'node:worker_threads';
import type { RequestHandler } from 'express';
import { runInThread } from '../../workers/run-in-thread.ts';
import { examples } from './examples.ts';

/** GraphiQL carries everything with it, so that it works without internet; it needs this much of a policy. */
const policy =
  "default-src 'none'; script-src 'unsafe-inline' 'self'; style-src 'unsafe-inline' 'self'; worker-src blob:; " +
  "img-src data: 'self'; font-src data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * GraphiQL for a browser that comes by a link, from whichever site: the page holds nothing of anybody. It is made for
 * the first visitor, who waits for it, and kept as bytes. The package takes 0.2 s and 60 MB to load, so that this is
 * done in a thread: other requests do not wait, and the memory is given back.
 */
export function createGraphiqlPage(render: () => Promise<Uint8Array<ArrayBuffer>> = renderPage): RequestHandler {
  let page: Promise<Buffer> | null = null;
  return async (request, response, next) => {
    if (!request.headers.accept?.includes('text/html')) {
      next();
      return;
    }
    page ??= render().then(({ buffer }) => Buffer.from(buffer));
    try {
      const bytes = await page;
      response.set('Content-Security-Policy', policy).type('html').send(bytes);
    } catch (error) {
      // The next visitor tries again.
      page = null;
      throw error;
    }
  };
}

const limits = { heapMegabytes: 128, timeoutMs: 60_000 } as const;

function renderPage(): Promise<Uint8Array<ArrayBuffer>> {
  const workerData = {
    title: 'GraphiQL',
    defaultQuery: examples[0]?.query ?? '',
    defaultTabs: [...examples],
    shouldPersistHeaders: false,
  };
  return runInThread(
    (options) => new Worker(new URL('./graphiql-thread.ts', import.meta.url), { ...options, workerData }),
    limits,
  );
}
