import type { Page } from 'playwright-core';

/** Opens a page; from then on it learns what others change. */
export async function following(page: Page, open: () => Promise<unknown>): Promise<void> {
  const stream = page.waitForResponse((answer) => Boolean(answer.headers()['content-type']?.includes('event-stream')));
  await open();
  await stream;
}
