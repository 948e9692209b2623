import { setTimeout as pause } from 'node:timers/promises';
import type { Page, Request } from 'playwright-core';
import { intercept } from '../browser.ts';

/** Streams of changes never end. */
const isStream = (request: Request): boolean => request.headers().accept === 'text/event-stream';

/** @returns waits until all that the page asked for is there and drawn */
export function watchAnswers(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  page.on('request', (request) => {
    if (!isStream(request)) open.add(request);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  return async () => {
    do {
      await pause(50);
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
    } while (open.size > 0);
  };
}

/**
 * Delays the answers of the gateway, so that they come in another order.
 * @param msOf by its number: the page's first question is 0
 * @returns waits until all are there and drawn, delays no more, and answers how many there were
 */
export async function delayAnswers(page: Page, msOf: (place: number) => number): Promise<() => Promise<number>> {
  const address = '**/console/graphql';
  const answered = watchAnswers(page);
  let count = 0;
  await intercept(page, address, async (route, request) => {
    if (!isStream(request)) await pause(msOf(count++));
    await route.continue().catch(() => undefined);
  });
  return async () => {
    await answered();
    await page.unroute(address);
    return count;
  };
}
