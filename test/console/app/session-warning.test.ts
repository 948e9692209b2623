import { describe, expect, it } from 'vitest';
import { intercept } from '../../support/browser.ts';
import { openConsole } from '../../support/console/open-console.ts';
import { openForGroup } from '../../support/open-for.ts';

describe('the warning of the console', () => {
  const opened = openForGroup(() => openConsole());

  it('comes before the session ends, and goes on where the person wants to', async () => {
    const { page, go } = await opened.signedIn(['lecture']);
    await page.clock.install();
    await go('/payments');
    await page.clock.runFor(1000);
    await page.clock.fastForward('28:00');
    await page.clock.runFor(11_000);
    await page.waitForSelector('text=Votre session va se terminer');
    await page.click('text=Rester connecté');
    await page.waitForSelector('text=Votre session va se terminer', { state: 'detached' });
    await page.clock.runFor(11_000);
    expect(await page.locator('text=Votre session va se terminer').count()).toBe(0);
  });

  it('comes before the last end of a session too, which no activity puts off', async () => {
    const { page, go } = await opened.signedIn(['lecture'], { language: 'en' });
    await intercept(page, '**/console/graphql', async (route, request) => {
      if (request.headers().accept === 'text/event-stream') return route.fallback();
      const response = await route.fetch();
      const text = await response.text();
      // As of a session that began nine and a half hours ago.
      const body = text.replace(/("endsAtLatest":)"([^"]+)"/, (_, name: string, at: string) => {
        return `${name}"${new Date(Date.parse(at) - 9.5 * 3_600_000 + 5 * 60_000).toISOString()}"`;
      });
      return route.fulfill({ response, body });
    });
    await page.clock.install();
    await go('/');
    await page.clock.runFor(1000);
    await page.clock.fastForward('20:00');
    const answered = page.waitForResponse(
      (response) => response.url().endsWith('/console/graphql') && !response.request().headers()['x-console-idle'],
    );
    await page.locator('nav a:has-text("Payments")').click();
    await answered;
    await page.clock.fastForward('13:00');
    await page.clock.runFor(11_000);
    await page.waitForSelector('[role=dialog] :text("It has lasted as long as it may")');
    expect(await page.locator('text=Stay signed in').count()).toBe(0);
    await page.click('[role=dialog] button:has-text("Close")');
    await page.clock.runFor(11_000);
    expect(await page.locator('[role=dialog]').count()).toBe(0);
  });

  it('does not come in a window while the person works in another one', async () => {
    const { page, go } = await opened.signedIn(['lecture']);
    await page.clock.install();
    await go('/payments');
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.waitForSelector('main h1');
    await page.clock.runFor(1000);
    await page.clock.fastForward('20:00');
    const answered = other.waitForResponse((response) => response.url().endsWith('/console/graphql'));
    await other.locator('header >> text=Règlement').dispatchEvent('click');
    await answered;
    await page.clock.runFor(1000);
    await page.clock.fastForward('08:00');
    await page.clock.runFor(11_000);
    expect(await page.locator('text=Votre session va se terminer').count()).toBe(0);
  });

  it('comes in time for the last end of a session that was not used for a while', async () => {
    const { page, go } = await opened.signedIn(['lecture'], { language: 'en' });
    const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
    const [seenAt, end] = [inMinutes(-20), inMinutes(2)];
    await intercept(page, '**/console/graphql', async (route, request) => {
      if (request.headers().accept === 'text/event-stream') return route.fallback();
      const response = await route.fetch();
      const body = (await response.text())
        .replace(/"seenAt":"[^"]+"/, `"seenAt":"${seenAt}"`)
        .replaceAll(/("endsAt(?:Latest)?":)"[^"]+"/g, `$1"${end}"`);
      return route.fulfill({ response, body });
    });
    await page.clock.install();
    await go('/payments');
    await page.clock.runFor(11_000);
    await page.waitForSelector('[role=dialog] :text("It has lasted as long as it may")');
  });
});
