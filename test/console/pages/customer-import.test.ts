import { describe, expect, it } from 'vitest';
import { intercept } from '../../support/browser.ts';
import { openConsole, twoLooks } from '../../support/console/open-console.ts';
import { directoryOn } from '../../support/customers/directory.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';
import { sampled } from '../../support/sample.ts';

const drawn = drawnDatabases();
const drawnLook = sampled(twoLooks, { about: 1, name: 'looks of customer-import' });

const fileOf = (lines: readonly string[], name = 'clients.csv') => ({
  ...{ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) },
});

describe.each(drawn)('/console/customers/import, on $name', ({ open }) => {
  const opened = openForGroup(() => openConsole({ open }));
  const entry = (idClient: string) => opened.gateway.store.customer({ idSociete: '1', idClient });

  it('shows first what it would do, imports at a second press, and nothing twice', async () => {
    await directoryOn(opened.gateway).entered({ idClient: 'A1', city: 'Paris' });
    const { page, axe, complaints } = await opened.at('/customers', ['comptabilite']);
    await page.click('main button:has-text("Importer un fichier")');
    const lines = ['societe;client;nom;ville', '1;A1;Durand;Lyon', '1;A2;=1+1;Brest', '1;A3;;', '9;A4;X;Y'];
    await page.setInputFiles('input[type=file]', fileOf(lines));
    await page.waitForSelector('text=Ce que ferait l’import de clients.csv');
    const row = (text: string) => page.locator('tbody tr', { hasText: text });
    expect(await row('A1').textContent()).toContain('Ville\u00a0: Paris → Lyon');
    expect(await row('A2').textContent()).toContain('=1+1, Brest');
    expect(await row('Ligne 4').textContent()).toContain('La ligne ne dit rien du client.');
    expect(await row('Ligne 5').textContent()).toContain('Société\u00a0: Cette société n’existe pas');
    expect(await axe()).toEqual([]);
    expect((await entry('A1'))?.details.city).toBe('Paris');
    await page.click('main button:has-text("Importer (2)")');
    await page.waitForSelector('h2:has-text("L’import des clients est terminé.")');
    expect([(await entry('A1'))?.details.city, (await entry('A2'))?.details.lastName]).toEqual(['Lyon', '=1+1']);
    await page.click('main button:has-text("Importer un autre fichier")');
    await page.setInputFiles('input[type=file]', fileOf(lines.slice(0, 3)));
    await page.waitForSelector('text=Il n’y a rien à écrire.');
    expect(await page.locator('main button:has-text("Importer (")').count()).toBe(0);
    expect((await entry('A1'))?.version).toBe(2);
    expect(await page.title()).toBe('Importer des clients · Règlement');
    expect(page.url()).not.toContain('clients.csv');
    expect(complaints).toEqual([]);
    expect(opened.outsideRequests).toEqual([]);
  });

  it('refuses a row whose entry another person changed after the look', async () => {
    const { entered } = directoryOn(opened.gateway);
    await entered({ idClient: 'B1', city: 'Paris' });
    const { page } = await opened.at('/customers/import', ['accueil']);
    await page.setInputFiles('input[type=file]', fileOf(['societe;client;ville', '1;B1;Lyon', '1;B2;Lyon']));
    await page.waitForSelector('main button:has-text("Importer (2)")');
    await entered({ idClient: 'B1', city: 'Brest' });
    await page.click('main button:has-text("Importer (2)")');
    await page.waitForSelector('h2:has-text("Refusés à l’enregistrement")');
    await page.waitForSelector('tbody >> text=La fiche a changé depuis l’examen du fichier.');
    expect([(await entry('B1'))?.details.city, (await entry('B2'))?.details.city]).toEqual(['Brest', 'Lyon']);
  });

  it('goes on where the person leaves the page, and says there that it is done', async () => {
    const { page } = await opened.at('/customers/import', ['comptabilite']);
    await page.setInputFiles('input[type=file]', fileOf(['societe;client;ville', '1;L1;Lyon']));
    const left = Promise.withResolvers<void>();
    await intercept(page, '**/console/graphql', async (route) => {
      if (route.request().postData()?.includes('"customers":[')) await left.promise;
      await route.continue();
    });
    await page.click('main button:has-text("Importer (1)")');
    await page.click('nav a:has-text("Paiements")');
    await page.waitForSelector('h1:has-text("Paiements")');
    left.resolve();
    await page.waitForSelector('[role=status] :text("L’import des clients est terminé.")');
    expect((await entry('L1'))?.details.city).toBe('Lyon');
  });

  it('imports thousands of rows with progress, and goes on after an interruption', async () => {
    const { page } = await opened.at('/customers/import', ['comptabilite'], { language: 'en', width: 390 });
    const lines = Array.from({ length: 1000 }, (_, index) => `1;K${index};Durand;1 rue Haute;75002;Paris`);
    await page.setInputFiles('input[type=file]', fileOf(['company;customer;last name;address;zip;city', ...lines]));
    await page.waitForSelector('main button:has-text("Import (1,000)")');
    let requests = 0;
    await intercept(page, '**/console/graphql', (route) => {
      const isImport = route.request().postData()?.includes('"customers":[') ?? false;
      if (isImport && ++requests >= 3 && requests <= 12) return route.abort();
      return route.continue();
    });
    await page.click('main button:has-text("Import (1,000)")');
    await page.waitForSelector('text=The import of customers was interrupted.', { timeout: 60_000 });
    expect(await entry('K0')).not.toBeNull();
    await page.unroute('**/console/graphql');
    await page.click('main button:has-text("Go on")');
    await page.waitForSelector('h2:has-text("The import of customers is done.")', { timeout: 60_000 });
    expect((await entry('K999'))?.version).toBe(1);
    expect((await entry('K0'))?.version).toBe(1);
  });
});

describe('/console/customers/import', () => {
  const opened = openForGroup(() => openConsole());

  it.each(drawnLook)('fits at $width px, $theme, and says why a file cannot be read', async (looks) => {
    const { page, axe, fits, complaints } = await opened.at('/customers/import', ['accueil'], looks);
    expect([await axe(), await fits()]).toEqual([[], true]);
    await page.setInputFiles('input[type=file]', fileOf(['rien']));
    await page.waitForSelector('[role=alert]');
    const said = (await page.textContent('[role=alert]')) ?? '';
    expect(said).toMatch(looks.language === 'fr' ? /^La première ligne doit nommer/ : /^The first line must name/);
    await page.locator('main button', { hasText: /autre fichier|another file/ }).click();
    await page.setInputFiles('input[type=file]', fileOf(['societe;client;nom', '1;C1;Durand', '1;C2;', '1;;X']));
    await page.waitForSelector('tbody tr');
    expect([await axe(), await fits()]).toEqual([[], true]);
    expect(complaints.filter((one) => !one.includes('400'))).toEqual([]);
  });

  it('is closed without the right', async () => {
    const { page } = await opened.at('/customers/import', ['lecture']);
    expect(await page.locator('input[type=file]').count()).toBe(0);
  });
});
