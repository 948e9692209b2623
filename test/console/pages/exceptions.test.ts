import { describe, expect, it } from 'vitest';
import { broughtStatement, unmatchedCredit } from '../../support/bank-statements/brought.ts';
import { credit } from '../../support/bank-statements/written-files.ts';
import { openConsole } from '../../support/console/open-console.ts';
import { databases } from '../../support/databases.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiated } from '../../support/requests.ts';
import { index } from '../../support/search/searching.ts';

describe.each(databases)('/console/exceptions, on $name', ({ open }) => {
  const opened = openForGroup(() => openConsole({ open }));

  it('is cleared by the keyboard alone: J, A and Enter assign, and the next one opens', async () => {
    const names = ['PREMIER', 'DEUXIEME', 'TROISIEME'];
    for (const name of names) await unmatchedCredit(opened.gateway, name);
    const { page, go, complaints } = await opened.signedIn(['comptabilite']);
    await go('/exceptions');
    await expect.poll(() => page.locator('tbody tr').count()).toBe(3);
    await page.keyboard.press('j');
    for (const name of names.toReversed()) {
      await page.waitForSelector(`dd:has-text("${name}")`);
      await page.waitForSelector('section[aria-label="Paiements proposés"] button');
      await page.keyboard.press('a');
      await page.waitForSelector('[role=dialog] >> text=Une décision ne s’annule pas.');
      // A key belongs to what has the focus.
      await page.waitForSelector('[role=dialog] :is(textarea, input):focus');
      expect(await page.inputValue('[role=dialog] textarea, [role=dialog] input')).toContain('montant');
      await page.keyboard.press('Enter');
      await page.waitForSelector(`tbody tr:has-text("${name}")`, { state: 'detached' });
    }
    await page.waitForSelector('text=Aucune exception n’attend');
    const { data } = { data: await opened.gateway.store.bankExceptions({ ...resolved }) };
    expect(data.map(({ resolution, resolutionReason }) => [resolution, resolutionReason])).toEqual(
      names.map(() => ['ASSIGNED', 'Concordent\u00a0: montant']),
    );
    expect(complaints).toEqual([]);
  });

  it('assigns without a suggestion, by the search beside it, in four presses', async () => {
    const payment = await initiated(opened.gateway, {
      ...{ paymentTarget: 'MILLIET', paymentType: 'SEPA', amount: 20_000, idClient: 'CHERCHE', idCommande: '77001' },
    });
    await broughtStatement(opened.gateway, [
      credit('199.00', { texts: ['?'], debtor: { name: 'INCONNU' } }, { bankReference: 'X1' }),
    ]);
    await index(opened.gateway.store);
    const { page, go, complaints } = await opened.signedIn(['tresorerie']);
    await go('/exceptions');
    await page.click('tbody button:has-text("INCONNU")');
    await page.fill('input[type=search]', payment.payment.reference);
    await page.click(`[aria-label="Résultats"] button:has-text("Affecter")`);
    await page.waitForSelector('[role=dialog] >> text=le paiement est de 200,00');
    await page.click('[role=dialog] button[type=submit]');
    await page.waitForSelector(`text=Affectée à ${payment.payment.reference}`);
    expect((await opened.gateway.store.receivedForPayments([payment.payment.id])).get(payment.payment.id)).toBe(19_900);
    expect(complaints).toEqual([]);
  });

  it('closes one that was dealt with elsewhere, and asks for the reason', async () => {
    await broughtStatement(opened.gateway, [
      credit('5.00', { texts: ['INTERETS'], debtor: { name: 'LA BANQUE' } }, { bankReference: 'X2' }),
    ]);
    const { page, go } = await opened.signedIn(['comptabilite'], { language: 'en', width: 390 });
    await go('/exceptions?text=banque');
    await go('/exceptions');
    await page.click('tbody button:has-text("LA BANQUE")');
    await page.click('button:has-text("Handled elsewhere")');
    await page.keyboard.type('no');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=dialog] >> text=Type at least 3 characters.');
    await page.keyboard.type(' sale: interest');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=The exception is closed.');
    await go('/exceptions?status=RESOLVED');
    await page.click('tbody button:has-text("LA BANQUE")');
    await page.waitForSelector('dd:has-text("no sale: interest")');
    await page.waitForSelector('dd:has-text("Camille Exemple")');
  });

  it('tells the second of two people that the first one decided', async () => {
    await unmatchedCredit(opened.gateway, 'A DEUX');
    const two = [await opened.signedIn(['comptabilite']), await opened.signedIn(['comptabilite'])] as const;
    for (const { page, go } of two) {
      await go('/exceptions');
      await page.click('tbody button:has-text("A DEUX")');
      await page.click('section[aria-label="Paiements proposés"] button');
      await page.waitForSelector('[role=dialog]');
    }
    await two[0].page.keyboard.press('Enter');
    await two[0].page.waitForSelector('text=Affectée à');
    await two[1].page.keyboard.press('Enter');
    await two[1].page.waitForSelector('[role=dialog] >> text=Une autre personne a déjà décidé');
  });
});

const resolved = { limit: 10, beforeId: null, status: 'RESOLVED', kind: null, societes: null } as const;

describe('/console/exceptions', () => {
  const opened = openForGroup(() => openConsole());

  it('says that none waits, and where to go', async () => {
    const { page, go, axe } = await opened.signedIn(['comptabilite'], { theme: 'dark' });
    await go('/exceptions');
    await page.waitForSelector('text=Aucune exception n’attend');
    expect(await axe()).toEqual([]);
    await page.click('text=Importer un relevé');
    await page.waitForSelector('h1:has-text("Fichiers bancaires")');
  });

  it.each([
    { width: 1280, theme: 'light', language: 'fr' },
    { width: 390, theme: 'dark', language: 'en' },
  ] as const)('fits and axe finds nothing at $width px, $theme, in $language', async (looks) => {
    await unmatchedCredit(opened.gateway, `ETS ${looks.width}`);
    const { page, go, axe, fits, complaints } = await opened.signedIn(['comptabilite'], looks);
    await go('/exceptions');
    await page.click(`tbody button:has-text("ETS ${looks.width}")`);
    await page.waitForSelector(`dd:has-text("ETS ${looks.width}")`);
    expect(await axe()).toEqual([]);
    expect(await fits()).toBe(true);
    await page.locator('section[aria-label] button[aria-label]').first().click();
    await page.waitForSelector('[role=dialog]');
    expect(await axe()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('keeps its filters in the address', async () => {
    const { page, go } = await opened.signedIn(['comptabilite'], { language: 'en' });
    await go('/exceptions?amountFrom=100000&kind=UNMATCHED_CREDIT');
    await page.waitForSelector('text=No exception matches the filters');
    await page.click('[aria-label^="Remove the filter Amount at least"]');
    await page.waitForSelector('tbody tr');
    expect(page.url()).toContain('kind=UNMATCHED_CREDIT');
  });
});
