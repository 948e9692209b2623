import { createServer } from 'node:http';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { launchBrowser, openPage } from '../support/browser.ts';
import { startGateway } from '../support/gateway.ts';
import { serving } from '../support/http/serving.ts';
import { openForGroup } from '../support/open-for.ts';
import { initiated } from '../support/requests.ts';
import { goodPath, pathWith } from '../support/rest/requests.ts';

/** Pages as the old intranet has them, on an origin of their own, in a real browser. */

const gateway = openForGroup(() => startGateway());
const browser = openForGroup(launchBrowser);
let reference: string;

const pages: Readonly<Record<string, () => string>> = {
  '/script': () => `<script>
      function done(answer) { document.title = answer.responseStatus ? answer.responseStatus.errorCode : answer.status; window.answer = answer; }
    </script>
    <script src="${gateway.url}${goodPath}/${encodeURIComponent('</script> été')}?callback=done"></script>`,
  '/script-error':
    () => `<script>function done(answer) { document.title = answer.responseStatus.errors[0].message; }</script>
    <script src="${gateway.url}${pathWith({ 0: 'BOGUS' })}?callback=done"></script>`,
  '/script-refused': () =>
    `<script src="${gateway.url}${pathWith({ 8: '0' })}?callback=done" onerror="document.title = 'refused'"></script>`,
  '/status': () => `<script>function done(answer) { document.title = answer.status; window.answer = answer; }</script>
    <script src="${gateway.url}/payment_status/${reference}?callback=done"></script>`,
  '/form': () => `<form method="post" action="${gateway.url}${pathWith({ 6: 'formulaire' })}">
      <input type="hidden" name="amount" value="1250"><textarea name="commentaire">Livraison d'été,
sonner deux fois</textarea><button id="send">Payer</button></form>`,
};

const site = createServer((request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(`<!doctype html><title>…</title><body>${pages[request.url ?? '']?.() ?? ''}`);
});
const server = openForGroup(() => serving(site));
// Another host name, so that the gateway is another site.
const origin = (): string => `http://localhost:${server.port}`;

async function openOldPage(path: string): Promise<Page> {
  const { page } = await openPage(browser, { locale: 'fr-FR' });
  await page.goto(origin() + path);
  return page;
}

/** Pays at the bank's simulator and comes back to what is true. */
async function pay(page: Page): Promise<void> {
  await page.click('#pay');
  await page.waitForLoadState();
  if (await page.locator('#authenticate').count()) await page.click('#authenticate');
  if (!page.url().includes('/return/')) await page.click('#back-to-shop');
  await page.waitForSelector('[data-status="PAID"]');
}

test('a script tag with a callback gets the payment, and the page pays through it', async () => {
  const page = await openOldPage('/script');
  await page.waitForFunction("document.title === 'REQUIRES_ACTION'");
  const answer = (await page.evaluate('window.answer')) as { payment_url: string; commentaire: string };
  expect(answer.commentaire).toBe('</script> été');
  await page.goto(answer.payment_url);
  await page.waitForSelector('#pay');
  await pay(page);
  await page.goto(`${origin()}/script`);
  await page.waitForFunction("document.title === 'PAID'");
});

test('a binding error reaches the callback, a refusal the error handler', async () => {
  const page = await openOldPage('/script-error');
  await page.waitForFunction(`document.title === "'BOGUS' is an Invalid value for 'payment_target'"`);
  await page.goto(`${origin()}/script-refused`);
  await page.waitForFunction("document.title === 'refused'");
});

test('a script tag with a reference gets where the payment stands, and no personal data', async () => {
  const { payment } = await initiated(gateway, { idCommande: 'status' });
  reference = payment.reference;
  const page = await openOldPage('/status');
  await page.waitForFunction("document.title === 'REQUIRES_ACTION'");
  expect(await page.evaluate('window.answer')).toEqual({
    payment_id: payment.id,
    reference,
    status: 'REQUIRES_ACTION',
    effective_run_mode: 'TEST',
    amount: '1250',
    currency: 'EUR',
  });
});

test('a form leads to the page of the payment, and from there to the bank', async () => {
  const page = await openOldPage('/form');
  await page.click('#send');
  await page.waitForSelector('.amount');
  expect(await page.textContent('.amount')).toMatch(/12,50\s€/u);
  expect(await page.textContent('dl')).toContain("Livraison d'été, sonner deux fois");
  expect(await page.evaluate('getComputedStyle(document.querySelector("main")).borderRadius')).not.toBe('0px');
  await page.click('a.button');
  await page.waitForSelector('#pay');
  await pay(page);
  expect(browser.outsideRequests).toEqual([]);
});

test('an error is shown beside its field', async () => {
  const page = await openOldPage('/');
  await page.goto(`${gateway.url}${pathWith({ 8: '12,50' })}`);
  expect(await page.textContent('dd:has(.field-error)')).toContain('12,50Un nombre entier de centimes');
});

test.each(['light', 'dark'] as const)('pages fit a phone, break no policy, are legible in %s', async (colorScheme) => {
  const viewport = { width: 360, height: 740 };
  const { page, complaints } = await openPage(browser, { locale: 'fr-FR', colorScheme, viewport });
  const longest = encodeURIComponent('é'.repeat(200));
  for (const path of [`${goodPath}/${longest}`, pathWith({ 0: 'X'.repeat(60), 7: 'CARTE' })]) {
    await page.goto(gateway.url + path);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    const [ink, card] = (await page.evaluate(
      "['color', 'backgroundColor'].map((name) => getComputedStyle(document.querySelector('main'))[name])",
    )) as [string, string];
    expect(ink).not.toBe(card);
    expect(card === 'rgb(255, 255, 255)').toBe(colorScheme === 'light');
  }
  // The browser says so of the refusal's status; a broken policy would be said, too.
  expect(complaints.filter((text) => !text.includes('status of 400'))).toEqual([]);
});
