import { describe, expect, test } from 'vitest';
import { routes } from '../../src/rest/request/operation.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { openForGroup } from '../support/open-for.ts';
import { startDocumentedGateway } from '../support/rest/documented-gateway.ts';

const documented = openForGroup(() => startDocumentedGateway());
const browser = openForGroup(launchBrowser);

const ask = (path: string): Promise<Response> => fetch(documented.url + path, { redirect: 'manual' });

async function openAt(path: string, options: Parameters<typeof openPage>[1]) {
  const opened = await openPage(browser, options);
  await opened.page.goto(documented.url + path);
  return opened;
}

describe('the viewer', () => {
  const openViewer = async (locale = 'fr-FR') => {
    const opened = await openAt('/docs', { locale });
    await opened.page.waitForSelector('.opblock');
    return opened;
  };

  test('shows every route and webhook, calls no other host, and keeps to its policy', async () => {
    const { page, complaints } = await openViewer();
    const { paths, webhooks } = (await (await ask('/openapi.json')).json()) as Record<string, Record<string, object>>;
    const described = [...Object.values(paths ?? {}), ...Object.values(webhooks ?? {})].flatMap(Object.keys);
    expect(described.length).toBeGreaterThan(2 * (routes.length + 2));
    expect(await page.locator('.opblock').count()).toBe(described.length);
    expect(await page.locator('.info').textContent()).toContain('l’ancienne interface');
    // One that takes a path, one that takes a form, and the status.
    for (const tag of ['routes', 'reply', 'status']) {
      await page.locator(`[id^="operations-${tag}-"] .opblock-summary-control`).first().click();
    }
    await page.waitForSelector('.response');
    expect(await page.locator('.errors-wrapper').count()).toBe(0);
    expect(complaints).toEqual([]);
    expect(browser.outsideRequests).toEqual([]);
  });

  test('tries the operation out on this gateway', async () => {
    const { page, complaints } = await openViewer();
    await page.locator('.opblock-summary-control').first().click();
    await page.click('.try-out__btn');
    await page.selectOption('tr[data-param-name="format"] select', 'json');
    await page.click('.execute');
    const answer = page.locator('.live-responses-table .response');
    await answer.waitFor();
    expect(await answer.textContent()).toContain('REQUIRES_ACTION');
    expect(complaints).toEqual([]);
    expect(browser.outsideRequests).toEqual([]);
  });

  test.each([
    ['light', 'rgb(255, 255, 255)'],
    ['dark', 'rgb(28, 32, 34)'],
  ] as const)('is %s where the reader wants it', async (colorScheme, background) => {
    const { page, complaints } = await openAt('/docs', { colorScheme });
    await page.waitForSelector('.opblock');
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(background);
    expect(await page.evaluate(`document.documentElement.classList.contains('dark-mode')`)).toBe(
      colorScheme === 'dark',
    );
    expect(complaints).toEqual([]);
  });

  test('speaks English where the reader does', async () => {
    const { page } = await openViewer('en-GB');
    expect(await page.locator('.info').textContent()).toContain('the legacy interface');
  });

  test('has a policy without inline scripts, and gives away only its own files', async () => {
    const { headers } = await ask('/docs');
    expect(headers.get('Content-Security-Policy')).toContain("script-src 'self';");
    expect(headers.get('Content-Security-Policy')).not.toContain('unsafe');
    expect((await ask('/docs/swagger-ui-bundle.js')).status).toBe(200);
    for (const path of ['/docs/package.json', '/docs/swagger-initializer.js', '/docs/%2e%2e%2fpackage.json']) {
      expect([path, (await ask(path)).status]).toEqual([path, 404]);
    }
  });
});

describe('the page of the operation', () => {
  test('is styled, breaks no policy, calls no other host and fits a phone', async () => {
    const viewport = { width: 390, height: 800 };
    const { page, complaints } = await openAt('/json/metadata?op=payment_initiate', { viewport });
    // A wide table scrolls in its own box, never the page.
    const widths = await page.evaluate('[document.documentElement.scrollWidth, window.innerWidth]');
    expect(widths).toEqual([390, 390]);
    const border = await page.evaluate("getComputedStyle(document.querySelector('.verb')).borderTopStyle");
    expect(border).toBe('solid');
    expect(complaints).toEqual([]);
    expect(browser.outsideRequests).toEqual([]);
  });
});
