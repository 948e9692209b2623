import type { Page } from 'playwright-core';
import { watchAnswers } from './answers-in-any-order.ts';

/** Opens a page, and waits until all of it is read; from then on it learns what others change. */
export async function following(page: Page, open: () => Promise<unknown>): Promise<void> {
  const stream = page.waitForResponse((answer) => Boolean(answer.headers()['content-type']?.includes('event-stream')));
  const answered = watchAnswers(page);
  await open();
  await stream;
  await answered();
}
