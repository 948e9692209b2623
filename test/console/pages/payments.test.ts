import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { intercept } from '../../support/browser.ts';
import { following } from '../../support/console/following.ts';
import { openConsole } from '../../support/console/open-console.ts';
import { consoleOperations } from '../../support/console/operations.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiated } from '../../support/requests.ts';

const drawn = drawnDatabases();

/** Waits until the list has so many rows. The machine may have much else to do. */
const rowsOf = (page: Page, count: number) => expect.poll(() => page.locator('tbody tr').count()).toBe(count);

describe.each(drawn)('/console/payments, on $name', ({ open }) => {
  const opened = openForGroup(() => openConsole({ open }));

  it('shows a payment, and leads to it by the keyboard alone', async () => {
    const { payment } = await initiated(opened.gateway, { amount: '123456' });
    const { reference } = payment;
    const { page, complaints } = await opened.at('/payments', ['lecture']);
    const row = page.locator('tbody tr', { hasText: reference });
    await row.waitFor();
    expect(((await row.textContent()) ?? '').replaceAll(/\s+/g, ' ')).toContain('Attend le client1 234,56 €');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForSelector(`h1:has-text("Paiement ${reference}")`);
    expect(complaints).toEqual([]);
    expect(opened.outsideRequests).toEqual([]);
  });

  it('asks for the next page where there is one', async () => {
    for (let count = 0; count < 51; count++) await initiated(opened.gateway, { amount: '100' });
    const { page } = await opened.at('/payments', ['lecture']);
    await rowsOf(page, 50);
    // What stands below the totals is seen once these are there.
    await page.waitForSelector('text=Voir la suite');
    const notAll = page.getByText('Seules les 50 premières lignes sont imprimées.');
    expect(await notAll.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await notAll.isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    await page.click('text=Voir la suite');
    await page.waitForSelector('tbody tr:nth-child(51)');
    expect(await page.locator('text=Voir la suite').count()).toBe(0);
  });
});

describe.each(drawn)('the filters of the list, on $name', ({ open }) => {
  const opened = openForGroup(() => openConsole({ open }));

  it('stand in the address, narrow list and total, and go one by one', async () => {
    await initiated(opened.gateway, { amount: '5000', idClient: '111' });
    await initiated(opened.gateway, { amount: '7000', idClient: '222' });
    const { page, axe, complaints } = await opened.at('/payments', ['lecture']);
    await page.waitForSelector('text=2 paiements');
    await page.click('button:has-text("Filtrer")');
    const offered = page
      .getByLabel('Société')
      .evaluate((field) => [...((field as HTMLInputElement).list?.options ?? [])].map(({ value }) => value));
    expect(await offered).toEqual(['1', '2', '3', '6']);
    await page.fill('input[name=amountFrom]', '60,00');
    await page.click('label:has-text("Attend le client")');
    expect(await axe()).toEqual([]);
    await page.click('button:has-text("Appliquer")');
    await page.waitForSelector('text=1 paiement');
    await rowsOf(page, 1);
    expect(page.url()).toContain('status=REQUIRES_ACTION');
    expect(page.url()).toContain('amountFrom=6000');
    await page.reload();
    await rowsOf(page, 1);
    await page.click('button[aria-label^="Retirer le filtre Montant minimal"]');
    await rowsOf(page, 2);
    await page.goto(`${page.url().split('?')[0]}?idClient=333&status=NONE`);
    await page.waitForSelector('text=Aucun paiement ne correspond à ces filtres');
    await page.click('text=Tout afficher');
    await rowsOf(page, 2);
    await page.click('th button:has-text("Montant")');
    await expect.poll(() => page.locator('tbody tr').first().textContent()).toContain('70,00');
    expect(complaints).toEqual([]);
  });

  it('by due date say that only debits are listed, and count no other payment', async () => {
    await initiated(opened.gateway, { idClient: '999' });
    const { page } = await opened.at('/payments?idClient=999&sort=DUE', ['lecture']);
    await page.waitForSelector('p:text-is("0 paiement")');
    await page.click('button[aria-label^="Retirer le filtre Client"]');
    await page.waitForSelector('text=Aucun paiement ne correspond à ces filtres');
    await page.click('button[aria-label="Retirer le filtre Prélèvements par échéance"]');
    await page.waitForSelector('tbody tr');
    expect(page.url()).not.toContain('sort');
  });

  it('are in their form what they are in the address, without blanks, and leave the focus on the page', async () => {
    await initiated(opened.gateway, { idClient: '888' });
    const { page } = await opened.at('/payments?status=PAID', ['lecture']);
    const filter = page.getByRole('button', { name: 'Filtrer' });
    const hasFocus = () => filter.evaluate((button) => button === document.activeElement);
    await filter.click();
    await page.getByLabel('Payé', { exact: true }).waitFor();
    await page.click('button[aria-label^="Retirer le filtre"]');
    await expect.poll(hasFocus).toBe(true);
    expect(await page.getByLabel('Payé', { exact: true }).isChecked()).toBe(false);
    await page.fill('input[name=idClient]', ' 888 ');
    await page.click('button:has-text("Appliquer")');
    await rowsOf(page, 1);
    expect(page.url()).not.toContain('PAID');
    expect(await hasFocus()).toBe(true);
  });

  it('are kept as typed where the heading of a column is pressed, and leave its order', async () => {
    await initiated(opened.gateway, { amount: '9000', idClient: '666' });
    const { page } = await opened.at('/payments', ['lecture']);
    await page.click('button:has-text("Filtrer")');
    await page.fill('input[name=idClient]', '666');
    await page.fill('input[name=amountFrom]', '60,00');
    await page.click('th button:has-text("Montant")');
    await expect.poll(() => page.url()).toContain('sort=AMOUNT');
    expect(await page.inputValue('input[name=amountFrom]')).toBe('60,00');
    await page.click('button:has-text("Appliquer")');
    await rowsOf(page, 1);
    expect(page.url()).toMatch(/sort=AMOUNT.*idClient=666|idClient=666.*sort=AMOUNT/);
  });

  it('show no total of the filters before while theirs is on its way', async () => {
    await initiated(opened.gateway, { idClient: '777' });
    const { page } = await opened.at('/payments?idClient=777', ['lecture']);
    await page.waitForSelector('p:text-matches("^1 paiement")');
    const asked = Promise.withResolvers<void>();
    await intercept(page, '**/console/graphql', async (route) => {
      if (route.request().postData()?.includes(consoleOperations.PaymentTotals)) await asked.promise;
      await route.continue();
    });
    await page.click('button[aria-label^="Retirer le filtre Client"]');
    await page.waitForSelector('p:text-matches("^1 paiement")', { state: 'detached' });
    asked.resolve();
    await page.waitForSelector('p:text-matches("^[2-9] paiements")');
  });

  it('say of a total that cannot be read that it is not there, and read it on demand', async () => {
    await initiated(opened.gateway, { idClient: '1777' });
    const { page, go, fits } = await opened.signedIn(['lecture'], { width: 390 });
    await intercept(page, '**/console/graphql', (route) => {
      if (!route.request().postData()?.includes(consoleOperations.PaymentTotals)) return route.continue();
      return route.fulfill({ status: 500, headers: { 'x-request-id': 'req_total' }, json: { errors: [] } });
    });
    await go('/payments?idClient=1777');
    const line = page.getByRole('status').filter({ hasText: 'Le total n’a pas pu être lu.' });
    await line.filter({ hasText: 'req_total' }).waitFor();
    await rowsOf(page, 1);
    expect(await fits()).toBe(true);
    await page.unrouteAll();
    await line.getByRole('button', { name: 'Réessayer' }).click();
    await page.waitForSelector('p:text-matches("^1 paiement")');
    expect(await line.count()).toBe(0);
  });

  it('are those of the file', async () => {
    await initiated(opened.gateway, { amount: '4321', idClient: '444' });
    const { page } = await opened.at('/payments?idClient=444', ['lecture']);
    await page.waitForSelector('tbody tr');
    const downloading = page.waitForEvent('download');
    await page.click('a:has-text("Exporter")');
    const download = await downloading;
    expect(download.suggestedFilename()).toContain('paiements');
    const text = await readFile(await download.path(), 'utf8');
    expect(text.trim().split('\n')).toHaveLength(2);
    expect(text).toContain('43,21');
  });

  it('are kept under a name, and opened by it', async () => {
    const { page, go, axe, complaints } = await opened.at('/payments?status=PAID&sort=AMOUNT', ['lecture']);
    await page.click('text=Enregistrer cette vue');
    await page.waitForSelector('[role=dialog] input:focus');
    await page.keyboard.type('Gros paiements');
    expect(await axe()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=La vue est enregistrée.');
    await go('/payments');
    await page.click('nav[aria-label=Vues] a:has-text("Gros paiements")');
    await page.waitForURL('**/payments?status=PAID&sort=AMOUNT');
    expect(await page.locator('text=Enregistrer cette vue').count()).toBe(0);
    await page.click('button[aria-label="Supprimer la vue Gros paiements"]');
    await page.waitForSelector('[role=dialog] :text("Ses filtres ne sont plus proposés ici.")');
    expect(await axe()).toEqual([]);
    await page.click('[role=dialog] button[type=submit]');
    await page.waitForSelector('nav[aria-label=Vues] a', { state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Filtrer');
    expect(complaints).toEqual([]);
  });

  it('under a name are removed by one request, and what went wrong is said', async () => {
    const { page } = await opened.at('/payments?status=REFUSED', ['lecture']);
    await page.click('text=Enregistrer cette vue');
    await page.waitForSelector('[role=dialog] input:focus');
    await page.keyboard.type('Refus');
    await page.keyboard.press('Enter');
    await page.click('button[aria-label="Supprimer la vue Refus"]');
    let isBroken = true;
    let requests = 0;
    await intercept(page, '**/console/graphql', async (route, request) => {
      if (request.postDataJSON().documentId !== consoleOperations.RemoveSavedView) return route.fallback();
      requests++;
      return isBroken ? route.abort() : route.continue();
    });
    const remove = page.locator('[role=dialog] button[type=submit]');
    await remove.click();
    await page.waitForSelector('[role=dialog] [role=alert]');
    isBroken = false;
    requests = 0;
    await remove.dblclick();
    await page.waitForSelector('nav[aria-label=Vues] a', { state: 'detached' });
    expect(requests).toBe(1);
  });

  it('announce what is new, and move no row before it is wanted', async () => {
    const { page, go } = await opened.signedIn(['lecture']);
    await following(page, () => go('/payments?idClient=555'));
    await page.waitForSelector('text=Aucun paiement ne correspond à ces filtres');
    await initiated(opened.gateway, { idClient: '555' });
    await page.waitForSelector('text=/nouveaux? ou modifiés?\u00a0: afficher/');
    expect(await page.locator('tbody tr').count()).toBe(0);
    await page.click('text=/nouveaux? ou modifiés?\u00a0: afficher/');
    await rowsOf(page, 1);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Filtrer');
  });

  it('count also what a message does not name', async () => {
    const { page } = await opened.at('/payments?idClient=556', ['lecture']);
    await page.evaluate(() => {
      const ids = Array.from({ length: 100 }, (_, number) => `pay_${number}`);
      new BroadcastChannel('console-changes').postMessage([{ topic: 'PAYMENTS', ids, count: 400 }]);
    });
    await page.waitForSelector('text=400 nouveaux ou modifiés');
  });
});

describe('/console', () => {
  const opened = openForGroup(() => openConsole());

  it('says what the next step is where there are no payments', async () => {
    const { page } = await opened.at('/payments?mode=LIVE', ['direct'], { language: 'en' });
    await page.waitForSelector('text=No payments');
    expect(await page.locator('text=TEST — no real money').count()).toBe(0);
    await page.click('label:has-text("TEST")');
    await page.waitForSelector('text=TEST — no real money');
    expect(page.url()).toContain('mode=TEST');
  });

  it('says so at the address of a page that one may not see, or that does not exist', async () => {
    const { page } = await opened.signedIn(['lecture']);
    await page.goto(`${opened.gateway.url}/console/nowhere`);
    await page.waitForSelector('h1:has-text("Cette page n’existe pas")');
    await page.click('text=Retour à l’accueil');
    await page.waitForSelector('h1:has-text("Aperçu")');
    await page.goto(`${opened.gateway.url}/console/mandates`);
    await page.waitForSelector('h1:has-text("Vos droits ne permettent pas de voir cette page")');
  });

  it('shows the fault, its request id and another try', async () => {
    await initiated(opened.gateway);
    const { page, go } = await opened.signedIn(['lecture']);
    await intercept(page, '**/console/graphql', (route) => {
      if (!route.request().postData()?.includes('"filter"')) return route.continue();
      const headers = { 'content-type': 'application/json', 'x-request-id': 'req_test' };
      const body = JSON.stringify({ errors: [{ message: 'x', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
      return route.fulfill({ status: 500, headers, body });
    });
    await go('/payments');
    const alert = page.locator('main [role=alert]');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('req_test');
    await page.unrouteAll();
    await page.click('text=Réessayer');
    await page.waitForSelector('tbody tr');
    // The same where rows are there already.
    const { payment } = await initiated(opened.gateway);
    await intercept(page, '**/console/graphql', (route) => route.abort());
    await page.getByText(/nouveaux? ou modifiés?/).click();
    await alert.waitFor();
    await page.unrouteAll();
    await page.click('text=Réessayer');
    await page.waitForSelector(`tbody tr:has-text("${payment.reference}")`);
    expect(await alert.count()).toBe(0);
  });
});
