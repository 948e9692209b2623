import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { intercept, launchBrowser } from '../support/browser.ts';
import { serving } from '../support/http/serving.ts';
import { openForGroup } from '../support/open-for.ts';
import {
  bankTransfer,
  type PagesServer,
  startPages,
  transferPayment,
  trickyFields,
} from '../support/pages/pages-server.ts';

/** The pages as a person has them: with scripts and without, in Chromium, under their own policy. */

let received: { readonly url: string; readonly headers: IncomingHttpHeaders; readonly body: string }[] = [];
let server: PagesServer;
let complaints: string[] = [];
let contexts: BrowserContext[] = [];

const browser = openForGroup(launchBrowser);
/** The bank and the shop: they only note who came, and with what. */
const others = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (part) => (body += part));
  request.on('end', () => {
    received.push({ url: request.url ?? '', headers: request.headers, body });
    response.setHeader('Content-Type', 'text/html').end('<link rel="icon" href="data:,"><h1>elsewhere</h1>');
  });
});
const elsewhere = openForGroup(() => serving(others));
beforeEach(async () => {
  [received, complaints, contexts] = [[], [], []];
  server = await startPages();
});
afterEach(async () => {
  for (const context of contexts) await context.close();
  await server.close();
  expect(complaints).toEqual([]);
});

/** What the browser complains of (its policy, a fault of a script) fails the test. */
async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-FR', ...options });
  contexts.push(context);
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return page;
}
const link = (rest = ''): string => `${server.origin}/pay/${server.token}${rest}`;
const setForm = (): void =>
  server.setForm({ method: 'POST', url: `${elsewhere.url}/bank?page=1`, fields: trickyFields, expiresAt: null });

describe('the form to the bank', () => {
  const expectFields = (): void => {
    expect(received.map(({ url }) => url)).toEqual(['/bank?page=1']);
    expect([...new URLSearchParams(received[0]?.body)]).toEqual(Object.entries(trickyFields));
    expect(received[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(received[0]?.headers.referer).toBeUndefined();
  };

  it('sends itself, each field as it is and in its order, and hides the link', async () => {
    setForm();
    const page = await openPage();
    await page.goto(link());
    await page.waitForURL(/\/bank/);
    expectFields();
  });

  it('goes by its button where there are no scripts', async () => {
    setForm();
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto(link());
    expect(received).toEqual([]);
    expect(await page.textContent('#summary')).toContain('Appuyez sur le bouton');
    await page.click('#to-bank button');
    await page.waitForURL(/\/bank/);
    expectFields();
  });

  it('is no trap: back from the bank leads to where the customer was before', async () => {
    setForm();
    const page = await openPage();
    await page.goto(`${elsewhere.url}/shop`);
    await page.goto(link());
    await page.waitForURL(/\/bank/);
    await page.goBack();
    await page.waitForURL(/\/shop/);
  });
});

describe('the page after the bank', () => {
  it('turns from waiting to paid by itself, without loading anew', async () => {
    const page = await openPage();
    await page.goto(link('/return/success'));
    await page.evaluate(() => document.body.setAttribute('data-same', 'yes'));
    expect(await page.title()).toBe('Paiement en cours de confirmation · J. Milliet BBC');
    server.turn('PENDING');
    await page.waitForSelector('main[data-status="PENDING"]');
    server.turn('PAID');
    await page.waitForSelector('main[data-status="PAID"]');
    expect(await page.textContent('[role="status"] h1')).toBe('Paiement effectué');
    expect(await page.title()).toBe('Paiement effectué · J. Milliet BBC');
    expect(await page.getAttribute('body', 'data-same')).toBe('yes');
    await expect.poll(() => server.followers()).toBe(0);
  });

  it('turns from refused to paid by itself, for a customer whose second try the bank accepted', async () => {
    await server.close();
    server = await startPages({ mayBePaidSince: true });
    const page = await openPage();
    await page.goto(link('/return/success'));
    server.turn('REFUSED');
    await page.waitForSelector('main[data-status="REFUSED"]');
    expect(await page.title()).toBe('Paiement en cours de confirmation · J. Milliet BBC');
    server.turn('PAID');
    await page.waitForSelector('main[data-status="PAID"]');
    await expect.poll(() => server.followers()).toBe(0);
  });

  it('looks for itself where it gets no stream of events', async () => {
    await server.close();
    server = await startPages({ streamLimits: { total: 0 } });
    const page = await openPage();
    await page.clock.install();
    const refused = page.waitForResponse(/\/events$/);
    await page.goto(link('/return/success'));
    expect((await refused).status()).toBe(503);
    server.turn('PAID');
    const status = async () => {
      await page.clock.runFor(10_000);
      return page.getAttribute('main', 'data-status');
    };
    await expect.poll(status).toBe('PAID');
    complaints = complaints.filter((complaint) => !complaint.includes('503'));
  });

  it('turns without scripts as well', async () => {
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto(link('/return/success'));
    expect(await page.textContent('h1')).toBe('Paiement en cours de confirmation');
    server.turn('PAID');
    await page.waitForSelector('main[data-status="PAID"]');
  });

  it('lets a customer who gave up try again', async () => {
    const page = await openPage();
    await page.goto(link('/return/cancelled'));
    setForm();
    await page.click('#try-again');
    await page.waitForURL(/\/bank/);
    expect(server.opened).toEqual(['fr']);
  });

  it('leads back to the client after a few seconds, announced in time, and without the link', async () => {
    server.change({ returnUrl: `${elsewhere.url}/shop?order=45012&x=1` });
    const page = await openPage();
    await page.clock.install();
    await page.goto(link('/return/success'));
    // The seconds below are all that pass: a busy machine adds none.
    await page.clock.pauseAt(Date.now() + 10_000);
    server.turn('PAID');
    await page.waitForSelector('#leaving:not([hidden])');
    await page.clock.fastForward(7000);
    expect(received).toEqual([]);
    await page.clock.fastForward(2000);
    await page.waitForURL(/\/shop/);
    expect(received.map(({ url, headers }) => [url, headers.referer])).toEqual([['/shop?order=45012&x=1', undefined]]);
  });

  it('stays where the customer wants to stay, and leads back by the button', async () => {
    server.change({ returnUrl: `${elsewhere.url}/shop`, status: 'REFUSED' });
    const page = await openPage();
    await page.clock.install();
    await page.goto(link('/return/refused'));
    await page.click('#stay');
    expect(await page.locator('#leaving').isHidden()).toBe(true);
    await page.clock.fastForward(60_000);
    expect(page.url()).toBe(link('/return/refused'));
    await page.click('#back');
    await page.waitForURL(/\/shop/);
  });

  it('asks for no events where there is nothing to wait for', async () => {
    server.change({ status: 'EXPIRED' });
    const page = await openPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(link(), { waitUntil: 'networkidle' });
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([link()]);
  });
});

describe('the page of a transfer', () => {
  it('copies what the banking page wants, without the blanks', async () => {
    server.change(transferPayment);
    const page = await openPage();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(link());
    const values = [bankTransfer.creditorName, bankTransfer.iban, bankTransfer.bic, bankTransfer.reference];
    for (const [index, value] of values.entries()) {
      const button = page.locator('[data-copy]').nth(index);
      await button.click();
      await expect.poll(() => button.textContent()).toBe('Copié');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(value);
    }
    expect(await page.textContent('#said')).toBe('Copié');
  });

  it('says so by itself when the transfer has come in', async () => {
    server.change(transferPayment);
    const page = await openPage({ locale: 'en-GB' });
    await page.goto(link());
    expect(await page.textContent('h1')).toBe('Transfer to be made');
    server.turn('PAID');
    await page.waitForSelector('main[data-status="PAID"]');
    expect(await page.textContent('h1')).toBe('Payment made');
    expect(await page.locator('[data-copy]').count()).toBe(0);
  });

  it.each([
    ['fr-FR', 'Virement à effectuer', /1\s000,00\s€.*1\s234,50\s€/, '234,50 €', 'Copier'],
    ['en-GB', 'Transfer to be made', /€1,000\.00.*€1,234\.50/, '€234.50', 'Copy'],
  ] as const)('says by itself what has come and what is missing (%s)', async (locale, title, came, missing, copy) => {
    server.change(transferPayment);
    const page = await openPage({ locale });
    await page.goto(link());
    expect(await page.locator('#received').count()).toBe(0);
    await page.evaluate(() => Object.assign(window, { isSame: true }));
    server.receivePart(100_000);
    await page.waitForSelector('#received');
    expect(await page.textContent('h1')).toBe(title);
    // The part that a screen reader speaks.
    expect(await page.textContent('[role=status] #received')).toMatch(came);
    expect((await page.textContent('#amount'))?.replaceAll(/\s/g, ' ')).toBe(missing);
    expect(await page.locator('[data-copy]').first().textContent()).toBe(copy);
    server.receivePart(3_450);
    await expect.poll(async () => (await page.textContent('#amount'))?.replaceAll(/\D/g, '')).toBe('20000');
    server.turn('PAID');
    await page.waitForSelector('main[data-status="PAID"]');
    expect(await page.locator('#received').count()).toBe(0);
    // The page was never loaded anew.
    expect(await page.evaluate(() => 'isSame' in window)).toBe(true);
  });

  it('finds what came while it was being shown, and ignores other changes', async () => {
    server.change(transferPayment);
    const page = await openPage();
    const asked: string[] = [];
    await intercept(page, '**/events', async (route) => {
      server.receivePart(100_000);
      await route.continue();
    });
    await page.goto(link());
    await page.waitForSelector('#received');
    page.on('request', (request) => asked.push(request.url()));
    server.receivePart(0);
    await expect.poll(() => asked).toEqual([link()]);
    await page.evaluate(() => Object.assign(document.querySelector('h1') ?? {}, { isSame: true }));
    server.receivePart(0);
    await expect.poll(() => asked).toEqual([link(), link()]);
    expect(await page.evaluate(() => 'isSame' in (document.querySelector('h1') ?? {}))).toBe(true);
  });

  it('shows no buttons that cannot work where there are no scripts', async () => {
    server.change(transferPayment);
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto(link());
    expect(await page.locator('button:visible').count()).toBe(0);
    expect(await page.locator('.qr svg').isVisible()).toBe(true);
  });
});

describe('every page', () => {
  it.each([
    ['a form', {}, ''],
    ['a transfer', transferPayment, ''],
    ['a wait', { returnUrl: 'https://an-intranet-with-a-long-name.example/order' }, '/return/success'],
    ['a choice', { returnUrl: 'https://an-intranet-with-a-long-name.example/order' }, '/return/cancelled'],
    ['an outcome', { status: 'PAID', idCommande: 'x'.repeat(64), amountCents: 999_999_999_999 }, ''],
  ] as const)('fits a narrow telephone: %s', async (_name, payment, rest) => {
    server.change(payment);
    setForm();
    const page = await openPage({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
    await page.goto(link(rest));
    const box = await page.locator('html').evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
    expect(box.scrollWidth).toBe(box.clientWidth);
  });

  it('asks for nothing outside of this machine', () => {
    expect(browser.outsideRequests).toEqual([]);
  });
});
