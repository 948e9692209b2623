import { describe, expect, it } from 'vitest';
import { allPayments } from '../../../src/modules/payments/payment-store.ts';
import { intercept } from '../../support/browser.ts';
import { openConsole } from '../../support/console/open-console.ts';
import { signed } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiated } from '../../support/requests.ts';
import { sampled } from '../../support/sample.ts';

const drawn = drawnDatabases();
const drawnLook = sampled(
  [
    { width: 390, theme: 'dark', language: 'en' },
    { width: 360, theme: 'light', language: 'fr' },
  ] as const,
  { about: 1, name: 'looks of customers' },
);

describe.each(drawn)('/console/customers, on $name', ({ open }) => {
  const opened = openForGroup(() => openConsole({ open }));

  it('enters a customer, shows its payments and mandates, changes and removes it', async () => {
    const { payment } = await initiated(opened.gateway, { idClient: 'C:12 é', amount: 5600 });
    const { rum } = await signed(opened.gateway, { idClient: 'C:12 é' });
    const { page, axe, complaints } = await opened.at('/customers', ['comptabilite']);
    await page.waitForSelector('text=Aucun client dans l’annuaire');
    await page.click('main button:has-text("Nouveau client")');
    await page.fill('[role=dialog] input[name=idClient]', 'C:12 é');
    await page.fill('[role=dialog] input[name=lastName]', 'Martin');
    await page.fill('[role=dialog] input[name=city]', 'Lyon');
    await page.fill('[role=dialog] input[name=phone]', '+33612345678');
    expect(await axe()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForSelector('h1:has-text("Client C:12 é")');
    await page.waitForSelector('dd:has-text("Martin")');
    await page.waitForSelector('dd:text-is("France")');
    await page.waitForSelector('dd:text-is("+33 6 12 34 56 78")');
    await page.waitForSelector(`a:has-text("${payment.reference}")`);
    await page.waitForSelector(`a:has-text("${rum}")`);
    await page.reload();
    await page.click('main button:has-text("Modifier")');
    await page.fill('[role=dialog] input[name=city]', 'Paris');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dd:has-text("Paris")');
    await page.waitForSelector('text=par Camille Exemple');
    await page.click('main button:has-text("Retirer de l’annuaire")');
    await page.waitForSelector('[role=dialog] :text("gardent ce qui a été envoyé")');
    await page.click('[role=dialog] button[type=submit]');
    await page.waitForSelector('text=Le client est retiré de l’annuaire.');
    await page.waitForSelector('text=Aucun client dans l’annuaire');
    expect(complaints).toEqual([]);
    expect(opened.outsideRequests).toEqual([]);
  });

  it('tells the second of two people that the entry has changed', async () => {
    const [one, other] = [await opened.signedIn(['comptabilite']), await opened.signedIn(['accueil'])];
    await one.go('/customers/1/both');
    await one.page.waitForSelector('text=Ce client n’est pas dans l’annuaire');
    await one.page.click('main button:has-text("Nouveau client")');
    await one.page.fill('[role=dialog] input[name=lastName]', 'Durand');
    await one.page.keyboard.press('Enter');
    await one.page.waitForSelector('dd:has-text("Durand")');
    for (const { page, go } of [one, other]) {
      await go('/customers/1/both');
      await page.click('main button:has-text("Modifier")');
      await page.waitForSelector('[role=dialog] input[name=lastName]');
    }
    await one.page.fill('[role=dialog] input[name=lastName]', 'Durant');
    await one.page.keyboard.press('Enter');
    await one.page.waitForSelector('dd:has-text("Durant")');
    await other.page.fill('[role=dialog] input[name=lastName]', 'Durando');
    await other.page.keyboard.press('Enter');
    await other.page.waitForSelector('text=La fiche a changé entre-temps.');
    expect(await other.page.locator('main h2:has-text("Mandats")').count()).toBe(0);
  });

  it('opens the dialog for cheques by N', async () => {
    const { page, axe, fits, complaints } = await opened.at('/payments', ['comptabilite'], { width: 390 });
    await page.waitForSelector('main button:has-text("Saisir un chèque")');
    await page.keyboard.press('n');
    await page.waitForSelector('[role=dialog] input[name=idClient]');
    expect([await axe(), await fits()]).toEqual([[], true]);
    expect(complaints).toEqual([]);
  });

  it('books a cheque once where its answer is lost, the dialog closed and the cheque typed again', async () => {
    const { page } = await opened.at('/payments', ['comptabilite']);
    await intercept(page, '**/console/graphql', async (route) => {
      if (!route.request().postData()?.includes('LOST-1')) return route.continue();
      await route.fetch();
      await route.abort();
    });
    const type = async (number: string) => {
      for (const [name, text] of Object.entries({
        idClient: 'lost',
        amount: '12',
        pieceReference: number,
        email: 'a@b.fr',
      }))
        await page.fill(`[role=dialog] input[name=${name}]`, text);
      await page.keyboard.press('Enter');
    };
    await page.click('main button:has-text("Saisir un chèque")');
    await type('LOST-1');
    await page.waitForSelector('[role=dialog] [role=alert]');
    await page.keyboard.press('Escape');
    await page.waitForSelector('[role=dialog]', { state: 'detached' });
    await page.unroute('**/console/graphql');
    await page.click('main button:has-text("Saisir un chèque")');
    for (const [typed, booked] of [
      ['LOST-1', 1],
      ['LATER-2', 2],
    ] as const) {
      await type(typed);
      await expect.poll(() => page.locator('[role=dialog] li a').count()).toBe(booked);
      const all = await opened.gateway.store.payments({ ...allPayments, limit: 10, idClient: 'lost' });
      expect(all).toHaveLength(booked);
    }
  });

  it('books no amount that can be read in two ways, and names on the button what it books', async () => {
    const { page } = await opened.at('/payments', ['comptabilite']);
    await page.click('main button:has-text("Saisir un chèque")');
    const given = { idClient: 'typed', pieceReference: 'TYPED-1', email: 'a@b.fr', amount: '12€50' };
    for (const [name, text] of Object.entries(given)) await page.fill(`[role=dialog] input[name=${name}]`, text);
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=dialog] :text("Tapez un montant")');
    expect(await page.textContent('[role=dialog] button[type=submit]')).toBe('Enregistrer, puis saisir le suivant');
    await page.fill('[role=dialog] input[name=amount]', '12,50 €');
    await page.waitForSelector('[role=dialog] button:has-text("Enregistrer 12,50")');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=dialog] li a');
    const all = await opened.gateway.store.payments({ ...allPayments, limit: 10, idClient: 'typed' });
    expect(all.map(({ amountCents }) => amountCents)).toEqual([1250]);
  });
});

describe('/console/customers', () => {
  const opened = openForGroup(() => openConsole());

  it.each(drawnLook)('fits at $width px, $theme, and hides cheques without the right to book', async (looks) => {
    const { page, go, axe, fits } = await opened.at('/customers', ['accueil'], looks);
    await page.waitForSelector('main button');
    expect([await axe(), await fits()]).toEqual([[], true]);
    // A new customer, and a file of them.
    expect(await page.locator('main header button').count()).toBe(2);
    await page.keyboard.press('n');
    expect(await page.locator('[role=dialog]').count()).toBe(0);
    await go('/customers/1/4711');
    await page.waitForSelector('main h2');
    expect([await axe(), await fits()]).toEqual([[], true]);
  });
});
