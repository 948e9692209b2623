import { describe, expect, it } from 'vitest';
import { startInParis } from '../../../console/src/parts/lists/paris-days.ts';
import { intercept } from '../../support/browser.ts';
import { askedRefund } from '../../support/console/asked-refund.ts';
import { openConsole, twoLooks } from '../../support/console/open-console.ts';
import { consoleOperations } from '../../support/console/operations.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';
import { operationsOn } from '../../support/payments/operations.ts';
import { sampled } from '../../support/sample.ts';

const drawn = drawnDatabases();
const drawnLook = sampled(twoLooks, { about: 1, name: 'looks of audit' });

it.each([
  ['2026-10-25', '2026-10-24T22:00:00.000Z'],
  ['2026-10-26', '2026-10-25T23:00:00.000Z'],
  ['2026-03-29', '2026-03-28T23:00:00.000Z'],
  ['2026-03-30', '2026-03-29T22:00:00.000Z'],
])('takes %s to begin in Paris at %s', (day, moment) => {
  expect(startInParis(day)).toBe(moment);
});

describe.each(drawn)('/console/audit and /console/ledger, on $name', ({ open }) => {
  const opened = openForGroup(async () => {
    const started = await openConsole({ open });
    const { paid, night, refund } = operationsOn(started.gateway);
    const { payment } = await paid('PAYBOX', { amount: '5000' });
    await night();
    await refund({ id: payment.id, amount: 100 });
    // What is new is anchored some seconds later.
    await started.gateway.pass(120_000, 'ledger');
    return { ...started, payment };
  });

  it('says who did what to a payment, and when, by an address', async () => {
    const { page, go, complaints } = await opened.at(`/audit?object=${opened.payment.id}`, ['exploitation']);
    const row = page.locator('tbody tr', { hasText: 'Rembourser' });
    await row.waitFor();
    expect(await row.textContent()).toContain('anonymous');
    expect(await row.textContent()).toContain('Fait');
    await go('/audit?from=2020-01-01&to=2020-01-31');
    await page.waitForSelector('text=Aucune ligne ne correspond à ces filtres');
    expect(complaints).toEqual([]);
  });

  it('names the person and the role, and leads to what waits for a second person', async () => {
    const asking = await askedRefund(opened);
    const { page } = await opened.at(`/audit?actor=console/${asking.person?.id}`, ['exploitation', 'validation']);
    const row = page.locator('tbody tr', { hasText: 'comptabilité' });
    await row.locator('a[href^="/console/approvals"]').waitFor();
    await page.locator('main ul li', { hasText: 'Camille Exemple' }).waitFor();
    expect(await page.locator('main ul li', { hasText: 'console/per_' }).count()).toBe(0);
  });

  it('narrows by the keyboard alone, on a telephone, and exports what is shown', async () => {
    const { page, fits } = await opened.at('/audit', ['exploitation'], { width: 390 });
    await page.locator('button:has-text("Filtrer")').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('section[aria-label=Filtres]');
    await page.keyboard.type('anonymous');
    await page.keyboard.press('Enter');
    await page.waitForURL(/actor=anonymous/);
    await page.waitForSelector('tbody tr');
    expect(await fits()).toBe(true);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Exporter', exact: true }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^audit-.*\.csv$/);
  });

  it('verifies the ledger in one press, and gives the anchors to note', async () => {
    const { page, axe, complaints } = await opened.at('/ledger', ['exploitation']);
    expect(await axe()).toEqual([]);
    await page.click('text=Vérifier maintenant');
    await page.waitForSelector('text=Tout se tient');
    const anchor = await page.textContent('section[aria-label="À noter ailleurs"] dd code');
    expect(anchor).toMatch(/[0-9a-f]{32}/);
    expect(await axe()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it.each([
    { kind: 'EVENT_CHANGED', mayBeRetention: false },
    { kind: 'ENTRY_MISSING', mayBeRetention: true },
  ])('names what was changed without the gateway: $kind', async ({ kind, mayBeRetention }) => {
    const { page, go } = await opened.signedIn(['exploitation'], { language: 'en', theme: 'dark' });
    await intercept(page, '**/console/graphql', async (route) => {
      if (!route.request().postData()?.includes(consoleOperations.LedgerVerification)) return route.continue();
      const response = await route.fetch();
      const body = (await response.text())
        .replaceAll('"holds":true', '"holds":false')
        .replaceAll(
          '"problemCount":0,"problems":[]',
          `"problemCount":1,"problems":[{"kind":"${kind}","place":"pay_1"}]`,
        );
      return route.fulfill({ response, body });
    });
    await go('/ledger');
    await page.click('text=Verify now');
    await page.waitForSelector('text=1 problem: something was changed or removed.');
    await page.waitForSelector(`text=${kind}`);
    expect(await page.locator('text=event-log verify --audit-months').count()).toBe(mayBeRetention ? 1 : 0);
  });

  it.each(drawnLook)('fits and axe finds nothing at $width px, $theme, in $language', async (looks) => {
    const { page, go, axe, fits } = await opened.signedIn(['exploitation'], looks);
    for (const path of ['/audit', '/audit?object=pay_none', '/ledger']) {
      await go(path);
      await page.waitForSelector('main section :is(tbody tr, p)');
      expect([await axe(), await fits()]).toEqual([[], true]);
    }
  });
});
