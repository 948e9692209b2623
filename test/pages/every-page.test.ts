import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage } from '../support/browser.ts';
import { buildGraphiql } from '../support/build-graphiql.ts';
import { created } from '../support/direct-debits/mandate-requests.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { type Violation, violationsOn } from '../support/pages/accessibility.ts';
import { openLink, pressButtons, useForm } from '../support/pages/pay-link.ts';
import { initiated, legacyPath } from '../support/requests.ts';
import { sampled } from '../support/sample.ts';

/**
 * Every page of the gateway on a telephone and on a desk, light and dark: it fits, keeps to its policy, and axe finds no
 * lack of contrast and nothing else that is serious for a reader with other eyes or hands.
 */

beforeAll(buildGraphiql, 60_000);
const gateway = openForGroup(() => startGateway());
const browser = openForGroup(() => launchBrowser());

type PaymentChange = Parameters<typeof initiated>[1];

const payment = async (change: PaymentChange = {}): Promise<string> => {
  const { payment: made } = await initiated(gateway, { idCommande: '0', ...change });
  return new URL(made.paymentUrl ?? '').pathname;
};

/** The link of a payment after its customer pressed something at the bank. */
async function ended(action: 'pay' | 'refuse' | 'cancel', paymentTarget: 'PAYBOX' | 'LABANQUEPOSTALE' = 'PAYBOX') {
  const path = await payment({ paymentTarget });
  await useForm(await openLink(gateway, path), paymentTarget, action);
  return path;
}

async function bankPage(paymentTarget: 'PAYBOX' | 'LABANQUEPOSTALE', presses = false): Promise<string> {
  const { payment: made } = await initiated(gateway, { paymentTarget, idCommande: '0' });
  const session = await useForm(await openLink(gateway, new URL(made.paymentUrl ?? '').pathname), paymentTarget);
  if (presses) await pressButtons(session, made.paymentTarget, 'refuse');
  return new URL(session).pathname;
}

async function expired(): Promise<string> {
  const path = await payment();
  gateway.advance(26 * 3_600_000);
  await openLink(gateway, path);
  gateway.advance(-26 * 3_600_000);
  return path;
}

/** With something to show: a payment that was paid, and one that was refused. */
async function afterRefusal(path: string): Promise<string> {
  await ended('pay');
  await ended('refuse');
  return path;
}

const statusPath = async (): Promise<string> => {
  const { payment: made } = await initiated(gateway, { idCommande: '0' });
  return `/payment_status/${made.reference}`;
};

/** Opens a page's path; the second function brings a part of the page to the front. */
type Opened = readonly [name: string, path: () => string | Promise<string>, show?: (page: Page) => Promise<unknown>];

const pages: readonly Opened[] = [
  ['home', () => '/'],
  ['metadata', () => '/metadata'],
  ['the old operation', () => '/json/metadata?op=payment_initiate'],
  ['the old status', () => '/json/metadata?op=payment_status'],
  ['an answer of the old interface', () => legacyPath({ idCommande: 'seen' })],
  ['a refusal of the old interface', () => legacyPath({ amount: 0 })],
  ['a status of the old interface', statusPath],
  ['OpenAPI', () => '/docs', (page) => page.waitForSelector('.opblock')],
  ['reference', () => '/docs/graphql'],
  ['reference: a type', () => '/docs/graphql/types/Payment'],
  ['reference: a mutation', () => '/docs/graphql/mutations/initiatePayment'],
  ['reference: errors', () => '/docs/graphql/errors'],
  ['GraphiQL', () => '/graphql', (page) => page.waitForSelector('.graphiql-editor')],
  ['simulators', () => afterRefusal('/sandbox')],
  ['simulators: payments', () => afterRefusal('/sandbox#payments')],
  ['simulators: faults', () => '/sandbox#faults'],
  ['house bank', () => '/sandbox/house-bank'],
  ['house bank: files', () => '/sandbox/house-bank#files'],
  ['house bank: scripts', () => '/sandbox/house-bank#scripts'],
  ['house bank: transfer', () => '/sandbox/house-bank#transfer'],
  ['Paybox', () => bankPage('PAYBOX')],
  ['Paybox after a refusal', () => bankPage('PAYBOX', true)],
  ['Scellius', () => bankPage('LABANQUEPOSTALE')],
  ['a transfer', () => payment({ paymentTarget: 'MILLIET', paymentType: 'SEPA' })],
  ['paid', () => ended('pay')],
  ['refused', () => ended('refuse')],
  ['refused at Scellius', () => ended('refuse', 'LABANQUEPOSTALE')],
  ['cancelled', () => ended('cancel')],
  ['expired', expired],
  ['a link that is none', () => `/pay/${'x'.repeat(22)}`],
  ['a mandate', async () => new URL((await created(gateway)).formUrl).pathname],
];

const looks = pages.flatMap(([name, path, show]) =>
  ([1440, 390] as const).flatMap((width) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ name, path, show, width, colorScheme })),
  ),
);

describe('a page', () => {
  it.each(sampled(looks, { about: 8, kind: ({ width, colorScheme }) => `${width} ${colorScheme}`, name: 'pages' }))(
    '$name at $width in $colorScheme fits, and can be read by everyone',
    async ({ path, show, width, colorScheme }) => {
      const { page, complaints } = await openPage(browser, {
        ...{ locale: 'en-GB', colorScheme, viewport: { width, height: 900 } },
        reducedMotion: 'reduce',
      });
      await page.goto(gateway.url + (await path()));
      await show?.(page);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      expect((await violationsOn(page)).flatMap(told)).toEqual([]);
      // All of a page is in a landmark, by which a screen reader moves.
      expect(await page.locator('.brand:not(header)').count()).toBe(0);
      expect(complaints.filter((text) => !isOfStatus(text))).toEqual([]);
      expect(browser.outsideRequests).toEqual([]);
    },
  );
});

/** What two foreign parts do, and what keeps no one out: an editor is scrolled by the keys, from its text. */
const accepted: readonly (readonly [rule: string, target: RegExp])[] = [
  ['scrollable-region-focusable', /\.CodeMirror-scroll$/],
  ['nested-interactive', /\.opblock-summary-control$/],
];

const told = ({ id, impact, nodes }: Violation): string[] =>
  impact === 'minor' || impact === 'moderate'
    ? []
    : nodes
        .filter(({ target }) => !accepted.some(([rule, part]) => rule === id && part.test(target.join(' '))))
        .map(({ target, any, html }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''} ${html.slice(0, 120)}`);

/** The browser names a page with the status 400 or 404. */
const isOfStatus = (text: string): boolean => /^Failed to load resource: .* status of 40[04]/.test(text);
