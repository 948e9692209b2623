import { describe, expect, it } from 'vitest';
import { openConsole, twoLooks } from '../../support/console/open-console.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';
import { legacyPath } from '../../support/requests.ts';
import { sampled } from '../../support/sample.ts';

const drawn = drawnDatabases();
const drawnLook = sampled(twoLooks, { about: 1, name: 'looks of developers' });

const oldUrl = (change: Parameters<typeof legacyPath>[0] = {}) =>
  `https://pay.example${legacyPath({ commentaire: null, ...change })}`;

describe.each(drawn)('/console/developers, on $name', ({ open }) => {
  const opened = openForGroup(() => openConsole({ open }));

  it.each([
    ['says why it would be refused', oldUrl({ amount: 0 }), 'Elle serait refusée.', '400 InvalidInput'],
    ['says that it is none of the old interface', '/graphql', 'Ce n’est pas une URL de l’ancienne interface.', ''],
    ['refuses at its field what is no URL', 'no url', 'Une URL commence par https://', ''],
  ])('%s', async (_what, url, said, code) => {
    const { page, axe } = await opened.at('/developers', ['comptabilite']);
    await page.fill('input[name=url]', url);
    await page.keyboard.press('Enter');
    await page.waitForSelector(`text=${said}`);
    expect(await page.textContent('main')).toContain(code);
    expect(await axe()).toEqual([]);
  });
});

describe('the requests of the last 24 hours', () => {
  const opened = openForGroup(() => openConsole());

  it.each(drawnLook)('stand with route and outcome, at $width px, $theme', async (looks) => {
    await opened.gateway.get('/payment_status/4K7M-9QXT');
    await opened.gateway.get('/nowhere/canary@example.fr');
    const { page, axe, fits, complaints } = await opened.at('/developers', ['exploitation'], looks);
    await page.waitForSelector('tbody tr:has-text("/payment_status/:reference")');
    expect(await page.textContent('tbody')).not.toContain('canary');
    expect(await page.textContent('tbody')).not.toContain('/console/assets');
    // What the person may not explain is not offered.
    expect(await page.locator('input[name=url]').count()).toBe(0);
    expect([await axe(), await fits()]).toEqual([[], true]);
    expect(complaints).toEqual([]);
  });

  it('narrow by interface and outcome in the address, and say where none matches', async () => {
    await opened.gateway.get('/payment_status/4K7M-9QXT');
    const { page } = await opened.at('/developers', ['exploitation']);
    await page.waitForSelector('tbody tr');
    await page.click('label:has-text("Refusées ou en échec seulement")');
    await expect.poll(() => page.locator('tbody tr:has-text("réussie")').count()).toBe(0);
    expect(page.url()).toContain('failed=true');
    await page.waitForSelector('tbody tr:has-text("/payment_status/:reference")');
    await page.fill('input[name=ofClient]', 'nobody');
    await page.waitForSelector('text=Aucune requête ne correspond');
    await page.click('text=Tout afficher');
    await page.waitForSelector('tbody tr:has-text("réussie")');
  });

  it('are hidden from others, who see no link to GraphiQL', async () => {
    const { page } = await opened.at('/developers', ['comptabilite']);
    await page.waitForSelector('text=Expliquer une ancienne URL');
    expect(await page.locator('text=Requêtes des dernières 24 heures').count()).toBe(0);
    expect(await page.locator('text=Ouvrir GraphiQL').count()).toBe(0);
    const operator = await opened.at('/developers', ['exploitation']);
    await operator.page.waitForSelector('a[href="/graphql"]:has-text("Ouvrir GraphiQL")');
  });
});
