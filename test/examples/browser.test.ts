import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serving } from '../support/http/serving.ts';
import { openForGroup } from '../support/open-for.ts';

const pages = createServer((request, response) => {
  if (request.url === '/leave') {
    response.writeHead(302, { location: 'http://redirected.example/' }).end();
    return;
  }
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(`<!doctype html><title>Réglé</title><h1>Payé : 12,50 €</h1>
    <img src="http://asset.example/pixel.png" alt="">
    <script>document.body.dataset.seen = 'yes'; new WebSocket('ws://socket.example/');</script>`);
});
const server = openForGroup(() => serving(pages));
const browser = openForGroup(launchBrowser);

test('the test browser draws a page of this machine and runs its script', async () => {
  const context = await browser.newContext({ locale: 'fr-FR' });
  const page = await context.newPage();
  await page.goto(server.url);
  expect(await page.title()).toBe('Réglé');
  expect(await page.textContent('h1')).toBe('Payé : 12,50 €');
  expect(await page.getAttribute('body', 'data-seen')).toBe('yes');
  const { width } = (await page.locator('h1').boundingBox()) ?? { width: 0 };
  expect(width).toBeGreaterThan(100);
  expect((await page.screenshot()).byteLength).toBeGreaterThan(1000);
});

test('the test browser reaches no other machine, and tells what was asked for', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(server.url);
  await expect(page.goto(`${server.url}/leave`)).rejects.toThrow();
  expect(browser.outsideRequests).toEqual(
    expect.arrayContaining(['http://asset.example/pixel.png', 'ws://socket.example/', 'http://redirected.example/']),
  );
});
