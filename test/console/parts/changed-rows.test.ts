import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { unmatchedCredit } from '../../support/bank-statements/brought.ts';
import { following } from '../../support/console/following.ts';
import { settled } from '../../support/console/heard-tree.ts';
import { openConsole } from '../../support/console/open-console.ts';
import { openForGroup } from '../../support/open-for.ts';

/** A line that says how many rows changed, above each list. */

const lists = [
  ['/payments', 'PAYMENTS'],
  ['/approvals', 'APPROVALS'],
  ['/exceptions', 'EXCEPTIONS'],
  ['/bank-files', 'BANK_FILES'],
  ['/debits', 'BATCHES'],
  ['/mandates', 'MANDATES'],
  ['/webhooks', 'WEBHOOKS'],
] as const;

/** What comes by the stream of another window. */
const hear = (page: Page, topic: string, ids: readonly string[]) =>
  page.evaluate(
    (topics) => new BroadcastChannel('console-changes').postMessage(topics),
    [{ topic, ids, count: ids.length }],
  );
const endOfList = (page: Page) =>
  page.evaluate(() => {
    const { bottom = 0 } = document.querySelector('main')?.lastElementChild?.getBoundingClientRect() ?? {};
    return bottom + scrollY;
  });

/** How much higher the list stands without the line. */
const placeOfLine = async (page: Page): Promise<number> => {
  const before = await endOfList(page);
  await page.locator('main [class^=changed]').evaluate((line) => Object.assign(line.style, { display: 'none' }));
  return before - (await endOfList(page));
};

describe('the line that announces changes', () => {
  const opened = openForGroup(async () => {
    const console = await openConsole();
    await unmatchedCredit(console.gateway, 'ETS MARTIN');
    return console;
  });

  it.each([
    { width: 360, theme: 'light' },
    { width: 390, theme: 'dark' },
    { width: 1280, theme: 'light' },
  ] as const)('moves no list on a window of $width pixels', async (looks) => {
    const { page, go } = await opened.signedIn(['direct'], looks);
    for (const [path, topic] of lists) {
      await following(page, () => go(path));
      await settled(page);
      const before = await endOfList(page);
      const announced = page.getByRole('main').getByRole('status').getByRole('button');
      await hear(page, topic, ['x1']);
      await announced.waitFor();
      expect([path, await endOfList(page)]).toEqual([path, before]);
      // More words: it may have been others too.
      await announced.click();
      await announced.waitFor({ state: 'detached' });
      await settled(page);
      await hear(page, topic, []);
      await announced.waitFor();
      expect([path, await endOfList(page)]).toEqual([path, before]);
    }
  });

  it('takes no place on a telephone, and covers nothing at the end of the list', async () => {
    const { page, go, fits } = await opened.signedIn(['direct'], { width: 390, height: 700 });
    for (const [path, topic] of lists) {
      await following(page, () => go(path));
      await settled(page);
      await hear(page, topic, ['x1']);
      const line = await page.getByRole('main').getByRole('status').getByRole('button').boundingBox();
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      const end = (await endOfList(page)) - (await page.evaluate(() => scrollY));
      expect([path, line !== null && line.y > end && line.y + line.height < 700]).toEqual([path, true]);
      expect(await fits()).toBe(true);
      expect([path, await placeOfLine(page)]).toEqual([path, 0]);
    }
  });
});
