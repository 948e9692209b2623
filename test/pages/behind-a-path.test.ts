import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { buildGraphiql } from '../support/build-graphiql.ts';
import { created } from '../support/direct-debits/mandate-requests.ts';
import { startGateway } from '../support/gateway.ts';
import { openPathProxy, type PathProxy } from '../support/http/path-proxy.ts';
import { openForGroup } from '../support/open-for.ts';
import { initiated, legacyPath } from '../support/requests.ts';

/** A public URL with a path: every link, form, file and redirect of a page stays beneath it. */

beforeAll(buildGraphiql, 60_000);
const opened = openForGroup(async () => {
  const proxy = await openPathProxy('/behind/pay');
  const gateway = await startGateway({ config: { ...readConfig({ LOG_LEVEL: 'debug' }), publicUrl: proxy.url } });
  proxy.leadTo(gateway.url);
  const close = async () => {
    await gateway.close();
    await proxy.close();
  };
  return { proxy: proxy as PathProxy, gateway, close };
});
const browser = openForGroup(() => launchBrowser());

const html = { headers: { Accept: 'text/html' }, redirect: 'manual' as const };

/** Where the forms of a page post to, and the addresses that a browser may ask for by itself or by a click. */
function namedBy(text: string, headers: Headers): { links: string[]; forms: string[] } {
  const valuesOf = (names: string): string[] =>
    [...text.matchAll(new RegExp(` (?:${names})="([^"]*)"`, 'g'))].map(([, one = '']) => one.replaceAll('&amp;', '&'));
  return {
    links: [...valuesOf('href|src'), headers.get('Location') ?? []].flat(),
    forms: valuesOf('action|formaction'),
  };
}

/** Of the reference's pages one of each depth, for they are many. */
const isOneOfMany = ({ pathname }: URL): boolean => /\/docs\/graphql\/(?:types|queries|mutations|subs)/.test(pathname);

/** Follows all that pages name on this host. Forms are not sent. */
async function walk(start: readonly string[]) {
  const statuses = new Map<string, number>();
  const forms = new Set<string>();
  const waiting = [...start];
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (statuses.has(url)) continue;
    const answer = await fetch(url, html);
    statuses.set(url, answer.status);
    if (!/html/.test(answer.headers.get('Content-Type') ?? 'html')) continue;
    const named = namedBy(await answer.text(), answer.headers);
    for (const form of named.forms) forms.add(new URL(form, url).href);
    const found = named.links.map((link) => new URL(link.replace(/#.*/, ''), url));
    const here = found.filter((one) => one.origin === new URL(url).origin && !isOneOfMany(one));
    waiting.push(...here.map(({ href }) => href));
  }
  return { statuses: [...statuses], forms: [...forms] };
}

it('is the address beneath which all pages and their files answer', async () => {
  const { proxy, gateway } = opened;
  const { payment } = await initiated(gateway, { idCommande: '0' });
  const mandate = await created(gateway);
  const starts = ['/', '/docs/graphql/types/Payment', '/docs/graphql/mutations/initiatePayment', '/json/metadata'];
  const legacy = [legacyPath({ idCommande: '7' }), `/payment_status/${payment.reference}`];
  const { statuses, forms } = await walk([
    ...[...starts, ...legacy].map((path) => proxy.url + path),
    ...[payment.paymentUrl ?? '', mandate.formUrl],
  ]);
  expect(proxy.strayed).toEqual([]);
  expect(statuses.filter(([, status]) => ![200, 302, 303].includes(status))).toEqual([]);
  expect(statuses.length).toBeGreaterThan(40);
  expect(forms.filter((form) => !form.startsWith(`${proxy.url}/`))).toEqual([]);
  expect(forms.length).toBeGreaterThan(10);
});

/** Opens a page of the public URL; its complaints would name what is missing. */
async function open(url: string): Promise<{ page: Page; complaints: string[] }> {
  const { page, complaints } = await openPage(browser, { locale: 'en-GB' });
  await page.goto(url);
  return { page, complaints };
}

const shows: readonly (readonly [path: string, selector: string])[] = [
  ['/', '.places a'],
  ['/docs', '.opblock'],
  ['/docs/graphql', '#q'],
  ['/graphql', '.graphiql-editor'],
  ['/sandbox', '#log-lines'],
  ['/sandbox/house-bank', '#next-day'],
];

it.each(shows)('shows %s as a browser has it', async (path, selector) => {
  const { page, complaints } = await open(opened.proxy.url + path);
  await page.waitForSelector(selector);
  expect(complaints).toEqual([]);
  expect(opened.proxy.strayed).toEqual([]);
});

it('leads home from GraphiQL, and from the old door to the newer one', async () => {
  const { page } = await open(`${opened.proxy.url}/graphql`);
  const home = page.locator('a.home');
  expect(await home.evaluate((link) => (link as HTMLAnchorElement).href)).toBe(`${opened.proxy.url}/`);
  const answer = await fetch(opened.proxy.url + legacyPath({ idCommande: '8' }), html);
  expect(answer.headers.get('Link')).toBe(
    '</behind/pay/graphql>; rel="successor-version", </behind/pay/docs>; rel="deprecation"',
  );
});

it('leads a customer from the link to the bank and back, and a person through the simulators', async () => {
  const { payment } = await initiated(opened.gateway, { idCommande: '0' });
  const { page } = await open(payment.paymentUrl ?? '');
  await page.waitForSelector('[name=card_number]');
  await page.click('button[value=pay]');
  await page.waitForURL('**/pay/**/return/success**');
  await page.goto(`${opened.proxy.url}/sandbox/house-bank`);
  await page.click('#next-day');
  await page.click('nav .links a');
  await page.waitForURL(/\/behind\/pay\/sandbox\/$/);
  await page.click('nav a[href="#faults"]');
  await page.click('button[formaction$="/faults/clear"]');
  await page.waitForURL(/\/behind\/pay\/sandbox\/#/);
  await page.click('nav .links a:last-child');
  await page.waitForSelector('.places');
  expect(opened.proxy.strayed).toEqual([]);
});
