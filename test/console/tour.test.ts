import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openDemoConsole } from '../support/console/demo-console.ts';
import type { ConsolePage } from '../support/console/open-console.ts';
import { openForGroup, temporaryFolder } from '../support/open-for.ts';
import { isExhaustive, sampled } from '../support/sample.ts';

/**
 * The pictures of the tour through the console, taken as its readers see it, on the data of `npm run demo`. `npm run tour`
 * puts them into `docs/images`; each test run takes some of them too, so that what the tour tells can be done.
 */

const root = path.resolve(import.meta.dirname, '../..');
const pages = { en: 'docs/tutorials/console-tour.md', fr: 'docs/how-to/fr/decouvrir-la-console.md' } as const;
const folder = process.env.TOUR === '1' ? path.join(root, 'docs/images') : temporaryFolder('tour');

const loaded = (page: Page): Promise<void> =>
  page.locator('main [class^=skeleton]').first().waitFor({ state: 'detached' });

/** What the reader has before the eyes, in the order of the tour. */
const pictures: readonly { readonly name: string; readonly show: (visit: ConsolePage) => Promise<void> }[] = [
  {
    name: 'overview',
    show: async ({ page, go }) => {
      await go('/');
      await page.waitForSelector('canvas');
    },
  },
  {
    name: 'payment',
    show: async ({ page, go }) => {
      await go('/payments?status=PAID&paymentTarget=PAYBOX');
      await page.locator('tbody a').first().click();
      await page.locator('main button[aria-expanded=false]', { hasText: /Rembourser|Refund/ }).click();
      await page.waitForSelector('[role=dialog]');
    },
  },
  {
    name: 'exceptions',
    show: async ({ page, go }) => {
      await go('/exceptions');
      const unmatched = page.locator('main tr', { hasText: /Credit without payment|Crédit sans paiement/ });
      await unmatched.first().locator('button').first().click();
    },
  },
  { name: 'debits', show: ({ go }) => go('/debits') },
  { name: 'bank-files', show: ({ go }) => go('/bank-files') },
];

const languages = ['en', 'fr'] as const;
const cases = pictures.flatMap((picture) => languages.map((language) => ({ ...picture, language })));
const isWhole = process.env.TOUR === '1' || isExhaustive;

describe('the tour', () => {
  const opened = openForGroup(() => openDemoConsole(isWhole ? 30 : 14));

  it.each(isWhole ? cases : sampled(cases, { about: 3, name: 'tour' }))(
    'shows $name in $language',
    async ({ name, show, language }) => {
      const visit = await opened.signedIn(['direct'], { language });
      await show(visit);
      await loaded(visit.page);
      const picture = await visit.page.screenshot({ type: 'jpeg', quality: 70, animations: 'disabled' });
      expect(picture.length).toBeGreaterThan(20_000);
      expect(picture.length).toBeLessThan(150_000);
      const file = `console-${name}${language === 'en' ? '' : `-${language}`}.jpg`;
      await mkdir(folder, { recursive: true });
      await writeFile(path.join(folder, file), picture);
      expect(await readFile(path.join(root, pages[language]), 'utf8')).toContain(`/images/${file})`);
      expect((await readFile(path.join(root, 'docs/images', file))).length).toBeGreaterThan(20_000);
      expect(visit.complaints).toEqual([]);
    },
  );
});
