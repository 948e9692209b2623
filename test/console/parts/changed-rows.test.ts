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
});
