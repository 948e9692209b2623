import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { launchBrowser, openPage } from '../support/browser.ts';
import { openForGroup } from '../support/open-for.ts';
import { seriousFaultsOn } from '../support/pages/accessibility.ts';
import { cookie, enterPerson, invite, localConsole, sessionOf, startConsole } from '../support/people/console.ts';
import { sampled } from '../support/sample.ts';

/** Each page of the console on a telephone and on a desk, light and dark, in both languages: it fits, and axe finds nothing. */

const browser = openForGroup(() => launchBrowser());
const gateway = openForGroup(() =>
  startConsole({
    config: {
      console: {
        ...localConsole,
        oidc: { issuer: 'http://127.0.0.1:1', clientId: 'x', clientSecret: null, rolesClaim: 'roles' },
      },
    },
  }),
);

let count = 0;
const wrongSignIn = async (page: Page): Promise<void> => {
  await page.goto(`${gateway.url}/console/sign-in`);
  for (const [field, value] of [
    ['#login', `x-${count++}`],
    ['#password', 'y'],
    ['#code', 'z'],
  ] as const)
    await page.fill(field, value);
  await page.click('form[action="/console/sign-in"] button');
};
const asPerson = async (page: Page): Promise<void> => {
  const person = await enterPerson(gateway, ['comptabilite', 'lecture']);
  await sessionOf(gateway, person);
  const { Cookie = '' } = cookie(await sessionOf(gateway, person));
  await gateway.store.transact((transaction) =>
    transaction.setLocalProofs(person.id, { password: 'p', totp: 't', totpStep: 0 }),
  );
  await page.setExtraHTTPHeaders({ Cookie });
  await page.goto(`${gateway.url}/console/sessions`);
};
const asProven = async (page: Page): Promise<void> => {
  await asPerson(page);
  await page.goto(`${gateway.url}/console/proven`);
};
const pages: readonly (readonly [name: string, go: (page: Page) => Promise<unknown>])[] = [
  ['the sign-in', (page) => page.goto(`${gateway.url}/console/sign-in`)],
  ['the sign-in that was refused', wrongSignIn],
  [
    'a one-time link',
    async (page) => page.goto(`${gateway.url}/console/link/${(await invite(gateway, `page-${count++}`)).token}`),
  ],
  ['a link that was used', (page) => page.goto(`${gateway.url}/console/link/${'a'.repeat(43)}`)],
  ['my sessions', asPerson],
  ['the end of a fresh proof', asProven],
  ['another host', (page) => page.goto(`${gateway.url.replace('127.0.0.1', 'localhost')}/console`)],
];
const looks = pages.flatMap(([name, go]) =>
  (['fr-FR', 'en-GB'] as const).flatMap((locale) =>
    ([1280, 360] as const).flatMap((width) =>
      (['light', 'dark'] as const).map((colorScheme) => ({ name, go, locale, width, colorScheme })),
    ),
  ),
);

describe('a page of the console', () => {
  it.each(sampled(looks, { about: 16, kind: ({ name }) => name, name: 'console pages' }))(
    '$name in $locale at $width in $colorScheme',
    async ({ go, locale, width, colorScheme }) => {
      const { page, complaints } = await openPage(browser, {
        ...{ locale, colorScheme, viewport: { width, height: 800 } },
        reducedMotion: 'reduce',
      });
      await go(page);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      expect(await page.getAttribute('html', 'lang')).toBe(locale.slice(0, 2));
      expect(await seriousFaultsOn(page)).toEqual([]);
      // Only the window that the console opened for a proof may close itself.
      expect(complaints.filter((text) => !/status of 4(?:01|10)|may close only/.test(text))).toEqual([]);
      expect(browser.outsideRequests).toEqual([]);
    },
  );
});
