import { describe, expect, it } from 'vitest';
import { commonTexts } from '../../../console/src/texts/common.ts';
import { SignMandateDocument } from '../../generated/graphql.ts';
import { following } from '../../support/console/following.ts';
import { learnsMeanwhile } from '../../support/console/meanwhile.ts';
import { openConsole } from '../../support/console/open-console.ts';
import { debited } from '../../support/direct-debits/debit-requests.ts';
import { coreMandate, created, debtorIban, otherIban, signed } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';
import { sampled } from '../../support/sample.ts';

const drawn = drawnDatabases();
const drawnLook = sampled(
  [
    { width: 390, theme: 'light', language: 'fr' },
    { width: 360, theme: 'dark', language: 'en' },
  ] as const,
  { about: 1, name: 'looks of mandates' },
);

describe.each(drawn)('/console/mandates, on $name', ({ open }) => {
  const opened = openForGroup(() => openConsole({ open }));

  it('refuses at its field what is no IBAN, and keeps the rest', async () => {
    const { page, axe, complaints } = await opened.at('/mandates', ['comptabilite']);
    await page.click('button:has-text("Nouveau mandat")');
    await page.waitForSelector('[role=dialog] input[name=idClient]');
    expect(await axe()).toEqual([]);
    await page.keyboard.type('4711');
    await page.fill('[role=dialog] input[name=name]', 'Boulangerie Dupont');
    await page.fill('[role=dialog] input[name=iban]', debtorIban.replace('0189', '0188'));
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=Ce n’est pas un IBAN');
    expect(await page.inputValue('[role=dialog] input[name=name]')).toBe('Boulangerie Dupont');
    expect(complaints).toEqual([]);
    expect(opened.outsideRequests).toEqual([]);
  });

  it('suspends, resumes and revokes in three presses, with the story and the debits', async () => {
    const { id, idClient } = await signed(opened.gateway, { idClient: 'story' });
    await debited(opened.gateway, { idClient });
    const { page, axe } = await opened.at(`/mandates/${id}`, ['comptabilite'], { theme: 'dark' });
    await page.waitForSelector('td:has-text("12,50")');
    expect(await axe()).toEqual([]);
    await page.click('main button:has-text("Suspendre")');
    await page.click('[role=dialog] button[type=submit]');
    await page.waitForSelector('text=Suspendu : rien n’est prélevé avant la reprise.');
    await page.click('main button:has-text("Reprendre")');
    await page.click('[role=dialog] button[type=submit]');
    await page.waitForSelector('text=Le mandat est signé : vous pouvez prélever.');
    await page.click('main button:has-text("Révoquer")');
    await page.click('[role=dialog] button[type=submit]');
    await page.waitForSelector('text=Révoqué définitivement.');
    await page.waitForSelector('text=CUSTOMER_ASKED');
    expect(await page.locator('main button:has-text("Modifier")').count()).toBe(0);
  });

  it('amends at once, and another account after a proof and by a second person', async () => {
    const debtor = { ...coreMandate.debtor, bic: 'AGRIFRPP' };
    const { id } = await signed(opened.gateway, { idClient: 'amended', debtor });
    const { page } = await opened.at(`/mandates/${id}`, ['comptabilite']);
    await page.click('main button:has-text("Modifier")');
    await page.fill('[role=dialog] input[name=debtorName]', 'Le Nouveau Commerce');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dd:has-text("Le Nouveau Commerce")');
    await page.waitForSelector('text=Modifié : titulaire');
    await page.click('main button:has-text("Modifier")');
    await page.fill('[role=dialog] input[name=bic]', 'PSSTFRPP');
    expect(await page.locator('[role=dialog] label:has-text("Retirer le BIC")').count()).toBe(0);
    await page.fill('[role=dialog] input[name=bic]', '');
    await page.check('[role=dialog] label:has-text("Retirer le BIC") input');
    await page.click('[role=dialog] button[type=submit]');
    await page.waitForSelector('text=Modifié : BIC');
    expect((await opened.gateway.store.mandateById(id))?.debtor?.bic).toBeNull();
    await page.click('main button:has-text("Modifier")');
    await page.fill('[role=dialog] input[name=iban]', otherIban);
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=Une deuxième personne doit valider le nouveau compte');
    await page.click('[role=dialog] button:has-text("Fermer")');
    await page.waitForSelector('dd:has-text("0189")');
    opened.gateway.advance(6 * 60_000);
    await page.reload();
    await page.click('main button:has-text("Modifier")');
    await page.fill('[role=dialog] input[name=iban]', otherIban);
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=Confirmez que c’est vous');
    expect(await page.inputValue('[role=dialog] input[name=iban]')).toBe(otherIban);
  });

  it('announces a mandate that another person made, and what became of it takes no form away', async () => {
    const { page, go } = await opened.signedIn(['comptabilite']);
    await following(page, () => go('/mandates?idClient=elsewhere'));
    await page.waitForSelector('text=Aucun mandat ne correspond');
    const { id, rum } = await created(opened.gateway, { idClient: 'elsewhere' });
    await page.getByRole('button', { name: commonTexts.fr.changed(1) }).click();
    await page.click(`tbody a:has-text("${rum}")`);
    await page.click('main button:has-text("Enregistrer la signature")');
    const place = page.locator('[role=dialog] input[name=place]');
    await place.fill('Lyon');
    const signature = { signedOn: new Date(opened.gateway.now()).toISOString().slice(0, 10), method: 'PAPER' };
    await opened.gateway.send(SignMandateDocument, { input: { id, ...signature } });
    await page.waitForSelector('text=Le mandat est signé : vous pouvez prélever.');
    expect(await place.inputValue()).toBe('Lyon');
    expect(await place.evaluate((input) => input === document.activeElement)).toBe(true);
    // Enter sends nothing.
    await page.keyboard.press('Enter');
    await learnsMeanwhile(page, 'Entre-temps, l’état du mandat est devenu « Actif » (par anonymous).');
    await page.locator('main button:has-text("Enregistrer la signature")').waitFor({ state: 'detached' });
  });

  it('finds mandates by filters of the address, and says when there are none', async () => {
    await created(opened.gateway, { idClient: 'draft', debtor: { ...coreMandate.debtor, name: 'Épicerie du Port' } });
    const { page, go } = await opened.at('/mandates?status=DRAFT&idClient=draft', ['comptabilite']);
    await expect.poll(() => page.locator('tbody tr').count()).toBe(1);
    await page.click('tbody tr');
    await page.waitForSelector('text=Le client n’a pas encore signé');
    await page.goBack();
    await page.click('[aria-label="Retirer Numéro de client draft"]');
    await expect.poll(() => page.url()).not.toContain('idClient');
    await go('/mandates?lapsing=60');
    await page.waitForSelector('text=Aucun mandat ne correspond');
  });
});

describe('/console/mandates', () => {
  const opened = openForGroup(() => openConsole());

  it('is empty at first, and shows the next step', async () => {
    const { page, axe } = await opened.at('/mandates', ['comptabilite'], { language: 'en' });
    await page.waitForSelector('text=Make the mandate, print its form');
    expect(await axe()).toEqual([]);
  });

  it.each(drawnLook)('fits at $width px, $theme, by the keyboard alone', async (looks) => {
    const { rum } = await signed(opened.gateway, { idClient: `narrow-${looks.width}` });
    const { page, axe, fits, complaints } = await opened.at('/mandates', ['tresorerie'], looks);
    await page.waitForSelector('tbody tr');
    expect([await axe(), await fits()]).toEqual([[], true]);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForSelector(`h1:has-text("${rum}")`);
    await page.waitForSelector('main h2');
    expect([await axe(), await fits()]).toEqual([[], true]);
    expect(complaints).toEqual([]);
  });
});
