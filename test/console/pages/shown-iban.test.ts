import { describe, expect, it } from 'vitest';
import { ImportBankFileDocument } from '../../generated/graphql.ts';
import { iban } from '../../support/bank-statements/examples.ts';
import { credit, writtenStatement } from '../../support/bank-statements/written-files.ts';
import { openConsole } from '../../support/console/open-console.ts';
import { debtorIban, signed } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';

const drawn = drawnDatabases();

const written = 'FR76 3000 6000 0112 3456 7890 189';

describe.each(drawn)('a whole IBAN in the console, on $name', ({ open }) => {
  const opened = openForGroup(() => openConsole({ open }));

  it('is shown by one press for a minute, copied by another, and stands nowhere else', async () => {
    const { id } = await signed(opened.gateway, { idClient: 'whole' });
    const { page, go, axe, complaints } = await opened.signedIn(['comptabilite']);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await go(`/mandates/${id}`);
    const show = page.getByRole('button', { name: /Afficher l’IBAN entier/ });
    await show.click();
    await page.waitForSelector(`text=${written}`);
    expect(await axe()).toEqual([]);
    await page.getByRole('button', { name: 'Copier l’IBAN' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(debtorIban);
    const kept = await page.evaluate(() =>
      JSON.stringify([location.href, document.title, { ...localStorage }, { ...sessionStorage }]),
    );
    expect(kept).not.toMatch(/\b0112\b|01123456/);
    await page.getByRole('button', { name: 'Masquer l’IBAN' }).click();
    await show.waitFor();
    await show.click();
    await page.waitForSelector(`text=${written}`);
    await page.click('nav >> text=Paiements');
    await page.waitForSelector('h1:has-text("Paiements")');
    await page.goBack();
    await show.waitFor();
    expect(await page.textContent('main')).not.toMatch(/\b0112\b|01123456/);
    expect(JSON.stringify(opened.gateway.logs)).not.toContain(debtorIban);
    expect(complaints).toEqual([]);
  });

  it('is hidden after a minute', async () => {
    const { id } = await signed(opened.gateway, { idClient: 'minute' });
    const { page, go } = await opened.signedIn(['comptabilite']);
    await page.clock.install();
    await go(`/mandates/${id}`);
    const show = page.getByRole('button', { name: /Afficher l’IBAN entier/ });
    await show.click();
    await page.waitForSelector(`text=${written}`);
    await page.clock.runFor(50_000);
    expect(await page.locator(`text=${written}`).count()).toBe(1);
    await page.clock.runFor(11_000);
    await show.waitFor();
    expect(await page.textContent('main')).not.toMatch(/\b0112\b|01123456/);
  });

  it('is shown of a customer’s mandates, and asks for a proof that has grown too old', async () => {
    await signed(opened.gateway, { idClient: 'proof' });
    const { page, axe } = await opened.at('/customers/1/proof', ['comptabilite'], {
      width: 390,
      language: 'en',
      theme: 'dark',
    });
    const show = page.getByRole('button', { name: /Show the whole IBAN/ });
    await show.click();
    await page.waitForSelector(`text=${written}`);
    await page.reload();
    opened.gateway.advance(6 * 60_000);
    await show.click();
    await page.waitForSelector('[role=dialog] >> text=Confirm that it is you');
    expect(await axe()).toEqual([]);
    expect(await page.locator(`text=${written}`).count()).toBe(0);
    await page.click('[role=dialog] button:has-text("Cancel")');
    expect(await page.locator('[role=dialog]').count()).toBe(0);
  });

  it('stands masked in the name of a bank file, and is shown of an exception', async () => {
    const entry = credit('7.00', { texts: ['?'], debtor: { name: 'M. Exemple', iban: iban.france } }, {});
    const content = writtenStatement({ entries: [entry] });
    const name = `camt053_${debtorIban}_20261127.xml`;
    await opened.gateway.send(ImportBankFileDocument, { input: { name, content } });
    const { page, go } = await opened.at('/bank-files', ['tresorerie']);
    await page.waitForSelector('text=camt053_FR76 •••• 0189_20261127.xml');
    await go('/exceptions');
    await page.waitForSelector('dd:has-text("camt053_FR76 •••• 0189_20261127.xml")');
    expect(await page.textContent('main')).not.toContain(iban.france.slice(4, 20));
    await page.getByRole('button', { name: /Afficher l’IBAN entier/ }).click();
    await page.waitForSelector(`text=${iban.france.replaceAll(/(.{4})(?=.)/g, '$1 ')}`);
  });
});
