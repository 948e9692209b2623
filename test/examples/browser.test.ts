import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';

let server: Server;
let origin: string;
let browser: TestBrowser;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/leave') {
      response.writeHead(302, { location: 'http://redirected.example/' }).end();
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>Réglé</title><h1>Payé : 12,50 €</h1>
      <img src="http://asset.example/pixel.png" alt="">
      <script>document.body.dataset.seen = 'yes'; new WebSocket('ws://socket.example/');</script>`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  server.closeAllConnections();
  server.close();
});

test('the test browser draws a page of this machine and runs its script', async () => {
  const context = await browser.newContext({ locale: 'fr-FR' });
  const page = await context.newPage();
  await page.goto(origin);
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
  await page.goto(origin);
  await expect(page.goto(`${origin}/leave`)).rejects.toThrow();
  expect(browser.outsideRequests).toEqual(
    expect.arrayContaining(['http://asset.example/pixel.png', 'ws://socket.example/', 'http://redirected.example/']),
  );
});
