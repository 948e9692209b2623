import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openConsole } from '../support/console/open-console.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { initiated } from '../support/requests.ts';

const drawn = drawnDatabases();

/** Days are those of Paris, whatever the browser's clock says: also on the day on which summer time ends. */

const aroundTheNight = [
  { at: '2026-10-24T21:59:00Z', day: '24' },
  { at: '2026-10-24T22:01:00Z', day: '25' },
  { at: '2026-10-25T00:30:00Z', day: '25' },
  { at: '2026-10-25T01:30:00Z', day: '25' },
  { at: '2026-10-25T22:59:00Z', day: '25' },
  { at: '2026-10-25T23:01:00Z', day: '26' },
] as const;

describe.each(drawn)('the days of the console, on $name', ({ open }) => {
  const opened = openForGroup(async () => {
    const console = await openConsole({ open, aheadMs: Date.parse(aroundTheNight[0].at) - Date.now() });
    const { gateway } = console;
    for (const { at } of aroundTheNight) {
      gateway.advance(Date.parse(at) - gateway.now());
      await initiated(gateway, { amount: '1000' });
    }
    gateway.advance(3_600_000);
    await gateway.runWorkers();
    return console;
  });

  it.each(['Asia/Tokyo', 'America/Los_Angeles', 'Europe/Paris'])(
    'are the same in list, total and file in %s',
    async (timezoneId) => {
      const { page, go } = await opened.signedIn(['direct'], { options: { timezoneId } });
      for (const day of ['24', '25', '26']) {
        const count = aroundTheNight.filter((one) => one.day === day).length;
        await go(`/payments?mode=TEST&createdFrom=2026-10-${day}&createdTo=2026-10-${day}`);
        await expect.poll(() => page.locator('tbody tr').count()).toBe(count);
        await page.waitForSelector(`text=/${count} paiements? · ${count}0,00/`);
        const times = await page.locator('tbody time').allTextContents();
        expect(times.filter((text) => text.startsWith(`${day} oct`))).toHaveLength(count);
        const [download] = await Promise.all([page.waitForEvent('download'), page.click('a[download]')]);
        const rows = await readFile(await download.path(), 'utf8');
        expect(rows.trim().split('\n')).toHaveLength(1 + count);
        expect(rows.split(`2026-10-${day}`).length - 1).toBeGreaterThanOrEqual(count);
      }
    },
  );

  it('are counted back over the end of summer time', async () => {
    const { page, go } = await opened.signedIn(['direct']);
    await page.clock.setFixedTime('2026-11-10T22:30:00Z');
    await go('/payments');
    await page.click('button:has-text("Filtrer")');
    await page.click('text=30 derniers jours');
    await page.click('text=Appliquer');
    await page.waitForURL('**createdFrom=2026-10-12&createdTo=2026-11-10');
  });
});
