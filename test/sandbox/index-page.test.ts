import { describe, expect, it } from 'vitest';
import { launchBrowser, openPage } from '../support/browser.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { initiated } from '../support/requests.ts';

/** Enough for a busy machine. */

const gateway = openForGroup(() => startGateway());
const browser = openForGroup(() => launchBrowser());

async function open(path: string, options: Parameters<typeof browser.newContext>[0] = {}) {
  const opened = await openPage(browser, { locale: 'en-GB', ...options });
  await opened.page.goto(gateway.url + path);
  return opened;
}

describe('the log of the simulators', () => {
  it('shows what was sent and what the gateway answered, without a reload', async () => {
    const { page, complaints } = await open('/sandbox');
    expect(await page.locator('#log-lines').textContent()).toContain('Nothing yet');
    const { payment } = await initiated(gateway);
    const buyer = await open(new URL(payment.paymentUrl ?? '').pathname);
    await buyer.page.click('#pay');
    const log = page.locator('#log-lines');
    await expect.poll(() => log.textContent()).toMatch(/Notification sent.*✓ HTTP 200/s);
    expect(await log.textContent()).toMatch(/Decision at the bank.*Payment page opened/s);
    expect(await log.textContent()).not.toContain('@');
    expect(complaints).toEqual([]);
  });
});

describe('the tabs', () => {
  it('show one part at a time and mark it, by click and by address', async () => {
    const { page } = await open('/sandbox#faults');
    const current = () => page.locator('nav [aria-current]').allTextContents();
    await expect.poll(current).toEqual(['Faults']);
    expect(await page.locator('#log').isVisible()).toBe(false);
    await page.click('nav a[href="#payments"]');
    await expect.poll(current).toEqual(['Payments']);
    expect([await page.locator('#payments').isVisible(), await page.locator('#faults').isVisible()]).toEqual([
      true,
      false,
    ]);
  });

  it('take a fault in words, and come back to it', async () => {
    const { page } = await open('/sandbox#faults');
    await page.selectOption('#kind', { label: 'Lose the notification' });
    await page.click('#faults button.main');
    await page.waitForURL('**/#fault-panel');
    expect(await page.locator('#fault-panel li').textContent()).toContain('Lose the notification LOSE_NOTIFICATION');
    await page.click('#faults button[formaction]');
    await expect.poll(() => page.locator('#fault-panel li').count()).toBe(0);
  });
});

describe.each([
  ['/sandbox#log', 390],
  ['/sandbox#payments', 360],
  ['/sandbox#faults', 390],
  ['/sandbox/house-bank#scripts', 360],
  ['/sandbox/house-bank#documents', 390],
  ['/metadata', 360],
  ['/json/metadata?op=payment_initiate', 390],
] as const)('%s at %i pixels', (path, width) => {
  it.each(['light', 'dark'] as const)('cuts nothing off in %s', async (colorScheme) => {
    const { page, complaints } = await open(path, { colorScheme, viewport: { width, height: 800 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    const cut = await page.evaluate(
      `[...document.querySelectorAll('table, form, .log')].filter((it) => it.getBoundingClientRect().right > ${width}).length`,
    );
    expect([cut, complaints]).toEqual([0, []]);
  });
});
