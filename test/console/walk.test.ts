import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pageFiles } from '../../scripts/page-files.ts';
import { addDays, parisDateOf } from '../../src/kernel/sepa/target-calendar.ts';
import { delayAnswers } from '../support/console/answers-in-any-order.ts';
import { openDemoConsole } from '../support/console/demo-console.ts';
import { overlaps, watchShifts } from '../support/console/layout.ts';
import type { ConsolePage, Looks } from '../support/console/open-console.ts';
import { rank } from '../support/draw-sample.ts';
import { openForGroup } from '../support/open-for.ts';
import { isExhaustive, sampled, seed } from '../support/sample.ts';

/**
 * Every page that `console/src/pages/index.ts` lists, on the data of `npm run demo`, and every dialog that its buttons
 * open: axe finds nothing, it fits, nothing jumps or overlaps, nothing leaves the host, and no personal data stands in an
 * address, a title or the browser's storage. The seed draws the order of the answers, and in `npm test` four pages.
 */

// Nine days that end on any day contain a Monday, which makes debits, and the Wednesday after it, which sends them.
const opened = openForGroup(() => openDemoConsole(isExhaustive ? 14 : 9));

const looks: readonly Looks[] = ([1280, 390, 360] as const).flatMap((width) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    (['fr', 'en'] as const).map((language) => ({ width, theme, language })),
  ),
);
const drawnPages = sampled(pageFiles, { about: 4, name: 'pages of the walk' });
const cases = drawnPages.flatMap((one) => looks.map((look) => ({ ...one, ...look })));

/** Addresses by the page that they open, found on the pages before. */
const found = new Map<string, string>();

const patternOf = (address: string): RegExp => new RegExp(`^${address.replaceAll(/\$\w+/g, '[^/?]+')}$`);

/** Until nothing is on its way. The stream of changes never ends, so that the network never rests. */
async function settle(page: Page): Promise<void> {
  await page.locator('main [aria-busy=true], main [class^=skeleton]').first().waitFor({ state: 'detached' });
}

/** What stands out of the window to the side, inside of nothing that scrolls by itself. */
const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    if (document.documentElement.scrollWidth <= window.innerWidth) return [];
    const wide = [...document.querySelectorAll('main *')].filter(
      (one) => one.getBoundingClientRect().right > window.innerWidth + 1,
    );
    return wide.slice(0, 5).map((one) => one.outerHTML.slice(0, 200));
  });

async function noteLinks(page: Page): Promise<void> {
  const links = await page
    .locator('a[href^="/console/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  for (const link of links) {
    const address = (link ?? '').slice('/console'.length).split(/[?#]/)[0] ?? '';
    const entry = pageFiles.find((one) => one.path.includes('$') && patternOf(one.path).test(address));
    if (entry && !found.has(entry.path)) found.set(entry.path, address);
  }
}

/** The books open with the month of today, which has no entries on its first day. */
const openedWith = (list: string): string => {
  const today = parisDateOf(Date.now());
  return list === '/books' ? `${list}?from=${addDays(today, -60)}&to=${today}` : list;
};

/** A page of one thing is reached as a person reaches it: by a link on its list, or on another page. */
async function addressOf(address: string, { page, go }: ConsolePage): Promise<string> {
  if (!address.includes('$')) return address;
  const itsList = address.slice(0, address.indexOf('/$'));
  const lists = pageFiles.map(({ path }) => path).filter((path) => !path.includes('$'));
  for (const path of lists.toSorted((one, other) => Number(other === itsList) - Number(one === itsList))) {
    if (found.has(address)) break;
    await go(openedWith(path));
    await settle(page);
    const link = page.locator(`main a[href^="/console${itsList}/"]`).first();
    if (path === itsList) await link.waitFor({ timeout: 10_000 }).catch(() => undefined);
    await noteLinks(page);
  }
  const one = found.get(address);
  if (one === undefined) throw new Error(`no page of the demo links to ${address}`);
  return one;
}

/** Personal data of the demo: in no address that is asked for, no title, no storage. */
const personal = /@|%40|\b[A-Z]{2}\d{2}[A-Z0-9]{10,30}\b/;

async function expectNothingKept(page: Page, addresses: readonly string[]): Promise<void> {
  const kept = await page.evaluate(() => [
    document.title,
    location.href,
    ...Object.entries({ ...localStorage, ...sessionStorage }).flat(),
  ]);
  expect([...kept, ...addresses].filter((text) => personal.test(text))).toEqual([]);
}

const dialogs = '[role=dialog], [role=alertdialog]';

/** Opens what each button opens, looks at it, and leaves by Escape. Rows have the same dialogs: of one name, one is opened. */
async function lookAtDialogs({ page, axe }: ConsolePage): Promise<void> {
  const triggers = page.locator(
    'main button[aria-expanded=false]:not([aria-haspopup]):not([aria-disabled=true]):enabled:visible',
  );
  const names = await triggers.allTextContents();
  const places = [...names.keys()].filter((place) => names.indexOf(names[place] ?? '') === place);
  for (const place of places.slice(0, 6)) {
    const name = names[place];
    const trigger = await triggers.nth(place).elementHandle();
    await trigger?.click();
    await expect.poll(() => trigger?.getAttribute('aria-expanded')).toBe('true');
    const dialog = page.locator(dialogs).first();
    const isDialog = await dialog.waitFor({ timeout: 1000 }).then(
      () => true,
      () => false,
    );
    if (!isDialog) {
      // It opens a part of the page: closed again, the others keep their places.
      await trigger?.click();
      continue;
    }
    expect([name, await axe(dialogs)]).toEqual([name, []]);
    expect([name, await tooWide(page)]).toEqual([name, []]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
}

describe('every page of the console', () => {
  it.each(sampled(cases, { about: drawnPages.length, kind: ({ path }) => path, name: 'walk' }))(
    '$path at $width px, $theme, in $language',
    async ({ path, file: _file, ...look }) => {
      const visit = await opened.signedIn(['direct'], look);
      const { page, go, axe, complaints } = visit;
      const addresses: string[] = [];
      page.on('request', (request) => addresses.push(request.url()));
      const shifts = await watchShifts(page);
      const address = await addressOf(path, visit);
      const answered = await delayAnswers(page, (place) => 250 * rank(seed, `${path} ${place}`));
      await go(address);
      await answered();
      await settle(page);
      expect(await shifts()).toBeLessThan(0.005);
      expect(await overlaps(page)).toEqual([]);
      await noteLinks(page);
      expect(await axe()).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
      await lookAtDialogs(visit);
      await expectNothingKept(page, addresses);
      expect(complaints).toEqual([]);
      expect(opened.outsideRequests).toEqual([]);
    },
  );
});
