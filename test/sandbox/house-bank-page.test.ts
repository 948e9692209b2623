import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { creditorReference } from '../../src/kernel/sepa/creditor-reference.ts';
import { launchBrowser } from '../support/browser.ts';
import { batched, debited } from '../support/direct-debits/debit-requests.ts';
import { signed } from '../support/direct-debits/mandate-requests.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup, temporaryFolder } from '../support/open-for.ts';
import { initiated } from '../support/requests.ts';

/** The page of the company's bank, as a person uses it beside the gateway. */

const gateway = openForGroup(() => startGateway());
const browser = openForGroup(launchBrowser);
const folder = temporaryFolder('house-bank-page');
let page: Page;

// A Wednesday.
beforeAll(() => gateway.advance(Date.UTC(2026, 10, 25, 9) - gateway.now()));
beforeEach(async () => {
  page = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
});

const statusOf = async (id: string) => (await gateway.store.paymentById(id))?.status;
const rowsOf = (heading: string) => page.locator(`section:has(h2:text-is("${heading}")) tbody tr`).allTextContents();

// It opens some thirty pages, one after another.
const journeyMs = 180_000;

test(
  'a person hands a file over, steers a debit, lets a customer transfer, and hands the answers to the gateway',
  async () => {
    await signed(gateway, { idClient: 'page-1' });
    await signed(gateway, { idClient: 'page-2' });
    const [paid, returned] = [
      await debited(gateway, { idClient: 'page-1', amount: 1250 }),
      await debited(gateway, { idClient: 'page-2', amount: 4000 }),
    ];
    const transfer = { paymentTarget: 'MILLIET', paymentType: 'SEPA', amount: 9900 } as const;
    const { payment: awaited } = (await initiated(gateway, transfer)) as { payment: { id: string; reference: string } };
    const [batch] = (await batched(gateway)).batches;
    const file = path.join(folder, 'debits.xml');
    await writeFile(file, await (await gateway.get(`/direct-debit-batches/${batch?.id}/file`)).text());

    await page.goto(`${gateway.url}/sandbox/`);
    await page.click('#house-bank');
    expect(await page.textContent('h1')).toBe('La banque de la société');
    expect(await page.textContent('#day')).toBe('2026-11-25');

    await page.click('nav a[href="#scripts"]');
    await page.selectOption('#kind', 'RETURN');
    await page.fill('#script-amount', '40,00');
    await page.fill('#reason', 'AC04');
    await page.click('#more summary');
    await page.fill('#fee', '0,89');
    await page.fill('#afterDays', '1');
    await page.click('#add-script');
    expect(await page.locator('#scripts li').textContent()).toMatch(
      /^Rendre impayé RETURN AC04 40,00\s€ · \+1 j · une fois$/u,
    );

    await page.click('nav a[href="#files"]');
    await page.setInputFiles('#file', file);
    await page.click('#send');
    const [received] = await rowsOf('Fichiers reçus');
    expect(received).toContain('accepté2 · 52,50');

    await page.click('nav a[href="#transfer"]');
    await page.selectOption('#account', 'FR1420041010050500013M02606');
    await page.fill('#transfer-amount', '99');
    await page.fill('#reference', creditorReference(awaited.reference));
    await page.selectOption('#manner', 'SPLIT');
    await page.click('#book');

    await page.click('nav a[href="#accounts"]');
    while ((await page.textContent('#day')) !== '2026-12-11') await page.click('#next-day');
    expect((await rowsOf('Prélèvements')).map((row) => row.replace(/^.*€/u, ''))).toEqual(['impayé AC04', 'réglé']);

    await page.click('nav a[href="#documents"]');
    await page.click('#deliver-all');
    const deliveries = await rowsOf('Dernières remises');
    expect(deliveries.length).toBe(7);
    for (const delivery of deliveries) expect(delivery).toContain('Par envoi✓ HTTP 200');
    expect([await statusOf(paid), await statusOf(returned), await statusOf(awaited.id)]).toEqual([
      ...['PAID', 'RETURNED', 'PAID'],
    ]);

    const [download] = await Promise.all([page.waitForEvent('download'), page.click('a[href*="camt.053"]')]);
    expect(download.suggestedFilename()).toBe('FR1420041010050500013M02606-2026-12-10.camt.053.001.08.xml');
    expect(await readFile(await download.path(), 'utf8')).toContain('<Cd>AC04</Cd>');
    expect(browser.outsideRequests).toEqual([]);
  },
  journeyMs,
);

test('what is wrong with a form or a file is said on the page, and nothing changes', async () => {
  await page.goto(`${gateway.url}/sandbox/house-bank`);
  const day = await page.textContent('#day');
  await page.click('nav a[href="#transfer"]');
  await page.fill('#transfer-amount', 'douze');
  await page.click('#book');
  expect(await page.textContent('#mistake')).toContain('amountCents');
  await page.click('nav a[href="#scripts"]');
  await page.fill('#reason', 'abc!');
  await page.click('#add-script');
  expect(await page.textContent('#mistake')).toContain('reason');
  expect(await page.locator('#scripts li').count()).toBe(0);
  const file = path.join(folder, 'no-file.xml');
  await writeFile(file, 'Bonjour');
  await page.click('nav a[href="#files"]');
  await page.setInputFiles('#file', file);
  await page.click('#send');
  expect((await rowsOf('Fichiers reçus'))[0]).toContain('FF01 le XML est mal formé');
  expect(await page.textContent('#day')).toBe(day);
});

test('speaks English to who asks for it, and shows documents in the version that is chosen', async () => {
  page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await page.goto(`${gateway.url}/sandbox/house-bank`);
  expect(await page.textContent('h1')).toBe('The company’s bank');
  await page.click('nav a[href="#documents"]');
  await page.click('a:text-is(".02")');
  expect(await page.locator('#documents a[href*="camt.053.001.02"]').count()).toBeGreaterThan(0);
  expect(await page.locator('#documents a[href*="001.08"]').count()).toBe(0);
  await page.click('a:text-is("CFONB")');
  for (const ending of ['cfonb120.txt', 'cfonb240.txt']) {
    expect(await page.locator(`#documents a[href$="${ending}"]`).count()).toBeGreaterThan(0);
  }
});
