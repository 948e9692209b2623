import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { broughtStatement, unmatchedCredit } from '../../support/bank-statements/brought.ts';
import { credit } from '../../support/bank-statements/written-files.ts';
import { intercept } from '../../support/browser.ts';
import { openConsole } from '../../support/console/open-console.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiated } from '../../support/requests.ts';
import { index, later } from '../../support/search/searching.ts';

const drawn = drawnDatabases();

describe.each(drawn)('the search, on $name', ({ open }) => {
  const opened = openForGroup(() => openConsole({ open }));

  it('offers what was opened last, and says where nothing is found', async () => {
    const { payment } = await initiated(opened.gateway, { idCommande: '778899' });
    // The index follows what was committed by some seconds.
    await index(opened.gateway.store, later);
    const { page, axe, complaints } = await opened.at('/payments', ['direct']);
    await page.keyboard.press('/');
    await page.waitForSelector('[role=dialog] input');
    await page.keyboard.type(payment.reference);
    // A reference alone does not say whose payment it is.
    await page
      .locator('[role=option]', { hasText: payment.reference })
      .getByText(/^client 2263 · commande 778899 · \d/)
      .waitFor();
    await page.keyboard.press('Enter');
    await page.waitForSelector(`h1:has-text("${payment.reference}")`);
    await page.waitForSelector('[role=dialog]', { state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.waitForSelector('text=Ouverts récemment');
    expect(await axe()).toEqual([]);
    await page.keyboard.type('zzzz');
    await page.waitForSelector('text=Rien ne correspond à « zzzz »');
    await page.keyboard.press('Escape');
    await page.waitForSelector('[role=dialog]', { state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it('finds an exception under the name of the other party, or under its kind, with its day', async () => {
    const { gateway } = opened;
    await unmatchedCredit(gateway, 'TROUVABLE');
    await broughtStatement(gateway, [credit('77.31', { texts: ['SANS NOM'] }, { bankReference: 'B-NAMELESS' })]);
    await index(gateway.store, later);
    const { page } = await opened.at('/exceptions', ['comptabilite']);
    for (const [text, found] of [
      ['TROUVABLE', /TROUVABLE\s*Crédit sans paiement \d+ nov\. 2026.*123,45/],
      ['77,31', /Crédit sans paiement\s*\d+ nov\. 2026.*77,31/],
    ] as const) {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill(text);
      const hit = page.getByRole('option').filter({ hasText: 'Exception' });
      await expect.poll(async () => (await hit.first().textContent())?.replaceAll(/\s/g, ' ')).toMatch(found);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  });

  it('opens what was pressed, though the answer comes before the release', async () => {
    const { payment } = await initiated(opened.gateway);
    await index(opened.gateway.store, later);
    const { page, complaints } = await opened.at('/payments', ['direct'], { language: 'en' });
    await page.keyboard.press('/');
    const box = page.getByRole('combobox');
    await box.fill(payment.reference);
    await box.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor({ state: 'detached' });
    const pressAndType = async (text: string): Promise<void> => {
      await page.keyboard.press('g');
      await page.keyboard.press('p');
      await page.waitForSelector('h1:has-text("Payments")');
      await page.keyboard.press('/');
      await page.getByText('Opened recently').waitFor();
      await page.getByRole('option', { name: payment.reference }).hover();
      await page.mouse.down();
      const answer = page.waitForResponse((one) => one.request().postData()?.includes(text) === true);
      await box.fill(text);
      await answer;
      // Long enough to draw it.
      await setTimeout(600);
    };
    await pressAndType('zzzz');
    await page.mouse.up();
    await page.waitForURL(`**/payments/${payment.id}`);
    await dialog.waitFor({ state: 'detached' });
    // Released elsewhere, it opens nothing, and the answer is shown.
    await pressAndType('yyyy');
    await box.hover();
    await page.mouse.up();
    await page.getByText('Nothing matches “yyyy”').waitFor();
    expect(complaints).toEqual([]);
  });

  it('closes by its button, by a press beside it and by Back, for there is no Escape on a telephone', async () => {
    const { page, axe, fits } = await opened.at('/transfers', ['lecture'], { width: 390, options: { hasTouch: true } });
    await page.evaluate(() => document.querySelector<HTMLElement>('a[href*="/payments"]')?.click());
    await page.waitForSelector('h1:has-text("Paiements")');
    const dialog = page.getByRole('dialog');
    for (const close of [
      () => dialog.getByRole('button', { name: 'Fermer' }).tap(),
      () => page.touchscreen.tap(195, 790),
      () => page.goBack(),
    ]) {
      await page.getByRole('button', { name: 'Rechercher' }).tap();
      await dialog.getByRole('combobox').waitFor();
      expect([await axe(), await fits()]).toEqual([[], true]);
      await close();
      await dialog.waitFor({ state: 'detached' });
    }
    await page.waitForURL('**/transfers*');
  });

  it('keeps what is typed while it is loaded, and lets no other key act meanwhile', async () => {
    const { payment } = await initiated(opened.gateway, { idCommande: 'nantes-77' });
    await index(opened.gateway.store, later);
    const { page, go, complaints } = await opened.signedIn(['direct']);
    await intercept(page, '**/search-dialog*.js', async (route) => {
      await setTimeout(1000);
      await route.continue();
    });
    await go('/payments');
    await page.keyboard.press('/');
    // `N` records a cheque, `G` and `A` open a page.
    await page.keyboard.type('naganx');
    for (let back = 0; back < 4; back++) await page.keyboard.press('Backspace');
    await page.keyboard.type('ntes-77');
    await page.keyboard.press('Enter');
    await page.waitForSelector(`h1:has-text("${payment.reference}")`);
    expect(await page.locator('[role=dialog]').count()).toBe(0);
    expect(complaints).toEqual([]);
    await go('/payments');
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await page.waitForSelector('[role=dialog] :text-is("Saisir des chèques")');
  });
});

describe('the keys', () => {
  const opened = openForGroup(() => openConsole());

  it('open pages, show their list, are silent in fields, and can be switched off', async () => {
    const { id } = (await initiated(opened.gateway)).payment;
    const { page, axe } = await opened.at(`/payments/${id}`, ['lecture']);
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.waitForSelector('h1:has-text("Paiements")');
    await page.click('button:has-text("Filtrer")');
    await page.click('input[name=idClient]');
    await page.keyboard.type('/?gp');
    expect(await page.inputValue('input[name=idClient]')).toBe('/?gp');
    expect(await page.locator('[role=dialog]').count()).toBe(0);
    await page.click('h1');
    await page.keyboard.press('?');
    await page.waitForSelector('text=Raccourcis clavier');
    await page.waitForSelector('kbd:text-is("Entrée")');
    expect(await axe()).toEqual([]);
    await page.click('text=Utiliser les raccourcis à une lettre');
    await page.keyboard.press('Escape');
    await page.waitForSelector('[role=dialog]', { state: 'detached' });
    await page.keyboard.press('/');
    expect(await page.locator('[role=dialog]').count()).toBe(0);
    await page.keyboard.press('Control+k');
    await page.waitForSelector('[role=dialog] input');
  });
});
