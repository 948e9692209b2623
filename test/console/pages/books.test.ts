import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ImportBankFileDocument } from '../../generated/graphql.ts';
import { payByCard, recorded } from '../../support/accounting/books.ts';
import { writtenStatement } from '../../support/bank-statements/written-files.ts';
import { openConsole, twoLooks } from '../../support/console/open-console.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiated } from '../../support/requests.ts';
import { sampled } from '../../support/sample.ts';

const drawn = drawnDatabases();
const drawnLook = sampled(twoLooks, { about: 1, name: 'looks of books' });

describe.each(drawn)('/console/books, on $name', ({ open }) => {
  const opened = openForGroup(async () => {
    const started = await openConsole({ open });
    await payByCard(started.gateway, { amount: '123456' });
    await initiated(started.gateway, { ...recorded, amount: '200', idSociete: '2' });
    // Entries have their number when the worker has posted them.
    await started.gateway.runWorkers();
    return started;
  });

  it('sums the month up in its balance', async () => {
    const { page, complaints } = await opened.at('/books', ['comptabilite']);
    await page.click('nav[aria-label="Parties de la comptabilité"] >> text=Balance');
    const total = page.locator('table[aria-label=Balance] tr', { hasText: 'Total' });
    await total.waitFor();
    expect(((await total.textContent()) ?? '').replaceAll(/\s/g, ' ')).toContain('1 234,56 €1 234,56 €0,00 €');
    expect(complaints).toEqual([]);
  });

  it('takes a day as it is typed, and keeps the days before where there is none such', async () => {
    const { page, go, complaints } = await opened.at('/books?from=2026-06-01&to=2026-11-30', ['comptabilite']);
    const parts = page.locator('search [role=spinbutton]');
    const type = async (place: number, text: string): Promise<void> => {
      await parts.nth(place).focus();
      for (const key of text) await page.keyboard.press(key);
    };
    const lead = page.locator('main header p');
    await parts.first().waitFor();
    // Its first digits are no month of the period, and no year.
    await type(3, '15122027');
    await page.waitForURL('**/books?from=2026-06-01&to=2027-12-15');
    await type(0, '01012025');
    await page.waitForURL('**/books?from=2025-01-01&to=2027-12-15');
    await type(2, '26');
    await page.keyboard.press('Tab');
    expect(await lead.textContent()).toContain('du 1er janv. 2025 au 15 déc. 2027');
    await page.locator('search [data-invalid]').first().waitFor();
    await go('/books?from=2026-02-31&to=9999-12-31&view=balance');
    expect(await lead.textContent()).not.toMatch(/31 févr|9999|28 févr/);
    expect(complaints).toEqual([]);
  });

  it('has the files of what each of its parts shows, and of no other', async () => {
    const { page, go } = await opened.signedIn(['comptabilite']);
    const files = async () =>
      (await page.locator('main header :is(a, button)').allTextContents()).map((text) => text.replace(/\d{4}/, 'AAAA'));
    const brought = async (text: string) => {
      const [file] = await Promise.all([page.waitForEvent('download'), page.click(`main header >> text=${text}`)]);
      return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
    };
    await go('/books?account=999999');
    await expect.poll(files).toEqual(['Exporter', 'Exporter avec les noms', 'Exporter le FEC de la période (AAAA)']);
    // The file holds what the list shows.
    const journal = await brought('Exporter');
    expect([journal.text.trim().split('\n').length, journal.text.includes('payeur')]).toEqual([1, false]);
    expect((await brought('Exporter avec les noms')).text).toContain('ecriture;payeur');
    await go('/books?view=balance');
    await expect.poll(files).toEqual(['Imprimer', 'Exporter']);
    const balance = await brought('Exporter');
    expect(balance.name).toMatch(/^TEST-balance-1-/);
    expect(balance.text).toContain('511500;Cartes bancaires à encaisser;1234,56;0,00;1234,56\r\n');
    await page.waitForSelector('th:has-text("Mouvement net")');
    await go('/books?view=suspense');
    await expect.poll(files).toEqual(['Exporter', 'Exporter avec les noms']);
    expect((await brought('Exporter avec les noms')).text).toContain('contrepartie;motif');
    await go('/books?view=check');
    await page.waitForSelector('main section');
    expect(await files()).toEqual([]);
  });

  it('undoes an entry in three presses and a reason, and shows what undoes it', async () => {
    const { payment } = await payByCard(opened.gateway, { amount: '7700' });
    await opened.gateway.runWorkers();
    const { page, go, axe } = await opened.at(`/books?payment=${payment.id}`, ['comptabilite']);
    await page.click('tbody tr a');
    await page.click('main button:has-text("Contre-passer")');
    await page.waitForSelector('[role=dialog]');
    expect(await axe()).toEqual([]);
    await page.keyboard.type('Doublon');
    await page.click('[role=dialog] button[type=submit]');
    await page.waitForSelector('text=L’écriture est contre-passée.');
    await page.waitForSelector('dd:has-text("Doublon")');
    const reversal = page.url();
    // The one that is undone says so, and by which one.
    await go(`/books?payment=${payment.id}&kind=CARD_PAID`);
    await page.click('tbody tr a');
    await page.waitForSelector('main header :text("Cette écriture est déjà contre-passée.")');
    expect(await page.locator('main button:has-text("Contre-passer")').isDisabled()).toBe(true);
    await page.locator('dt:has-text("Contre-passée par") + dd a').click();
    await page.waitForURL(reversal);
  });

  it('offers to undo a booking only to those who book', async () => {
    for (const [role, buttons] of [
      ['comptabilite', 1],
      ['validation', 0],
    ] as const) {
      const { page } = await opened.at('/books?societe=2', [role]);
      await page.click('tbody tr a');
      await page.waitForSelector('main dl');
      expect(await page.locator('main button:has-text("Contre-passer")').count()).toBe(buttons);
    }
  });

  it('keeps société, days and filters in the address, and narrows by them', async () => {
    const { page, go } = await opened.at('/books?societe=2', ['comptabilite']);
    await expect.poll(() => page.locator('tbody tr').count()).toBe(1);
    expect(await page.textContent('main header')).toContain('Société 2');
    await page.click('button:has-text("Mois précédent")');
    await page.waitForSelector('text=Aucune écriture dans cette période');
    expect(page.url()).toMatch(/from=\d{4}-\d\d-01/);
    await go('/books?account=530000');
    await page.waitForSelector('text=Aucune écriture ne correspond à ces filtres');
    await page.click('text=Tout afficher');
    await page.waitForSelector('tbody tr');
  });

  it('brings no filter back that was taken away while the form is open', async () => {
    const { page } = await opened.at('/books?account=411', ['comptabilite']);
    await page.click('main button:has-text("Filtrer")');
    await page.click('button[aria-label$="Compte 411"]');
    await page.waitForURL((address) => !address.searchParams.has('account'));
    await page.click('section[aria-label="Filtres du journal"] button[aria-haspopup=listbox]');
    await page.click('[role=option]:has-text("Paiement saisi")');
    await page.click('main button:has-text("Appliquer")');
    await page.waitForURL(/kind=RECORDED/);
    expect(new URL(page.url()).searchParams.has('account')).toBe(false);
  });

  it('does not say that the bank and the books agree where a statement is missing between two days', async () => {
    const content = (id: string, day: string, opening: number) => writtenStatement({ id, day, opening, entries: [] });
    const bring = async (name: string, day: string, opening: number) => {
      const input = { name: `${name}.xml`, content: content(name, day, opening) };
      const { data } = await opened.gateway.send(ImportBankFileDocument, { input });
      expect(data?.importBankFile).toMatchObject({ bankFile: { status: 'IMPORTED' } });
    };
    const { page, go, fits } = await opened.signedIn(['comptabilite'], { width: 360 });
    const check = '/books?view=check&societe=1&from=2025-03-01&to=2025-03-31';
    await bring('S1', '2025-03-03', 1000);
    await go(check);
    await page.waitForSelector('text=La banque et les livres concordent.');
    await bring('S2', '2025-03-05', 9000);
    await go(check);
    await page.waitForSelector('text=Un relevé manque, ou deux se contredisent : le rapprochement n’est pas complet.');
    expect(await page.getByText('La banque et les livres concordent.').count()).toBe(0);
    expect(await page.locator('tr', { hasText: '5 mars 2025' }).first().textContent()).toContain('Relevé manquant');
    expect(await fits()).toBe(true);
  });

  it('narrows by the keyboard alone, on a telephone', async () => {
    const { page, fits } = await opened.at('/books', ['comptabilite'], { width: 390 });
    const filter = page.getByRole('main').getByRole('button', { name: 'Filtrer' });
    await filter.waitFor();
    await filter.focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('section[aria-label="Filtres du journal"]');
    await page.keyboard.type('511500');
    await page.keyboard.press('Enter');
    await page.waitForURL(/account=511500/);
    await page.waitForSelector('tbody tr');
    expect(await fits()).toBe(true);
  });
});

describe('/console/books', () => {
  const opened = openForGroup(() => openConsole());

  it.each(drawnLook)('fits and axe finds nothing at $width px, $theme, in $language, full and empty', async (looks) => {
    const { page, go, axe, fits, complaints } = await opened.signedIn(['comptabilite'], looks);
    const idSociete = looks.width === 390 ? '2' : '1';
    for (const [view, isFull] of [
      ['journal', false],
      ['check', false],
      ['journal', true],
      ['balance', true],
      ['suspense', true],
    ] as const) {
      if (isFull) await initiated(opened.gateway, { ...recorded, amount: '4200', idSociete });
      await opened.gateway.runWorkers();
      await go(`/books?view=${view}&societe=${idSociete}`);
      await page.waitForSelector('main section :is(tbody tr, p)');
      expect([await axe(), await fits()]).toEqual([[], true]);
    }
    expect(complaints).toEqual([]);
  });
});
