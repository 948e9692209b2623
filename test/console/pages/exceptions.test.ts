import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { texts } from '../../../console/src/pages/exceptions/texts.ts';
import { ResolveBankExceptionDocument } from '../../generated/graphql.ts';
import { awaitedTransfer } from '../../support/bank-statements/bank-gateway.ts';
import { broughtStatement, unmatchedCredit } from '../../support/bank-statements/brought.ts';
import { credit } from '../../support/bank-statements/written-files.ts';
import { intercept } from '../../support/browser.ts';
import { following } from '../../support/console/following.ts';
import { learnsMeanwhile } from '../../support/console/meanwhile.ts';
import { openConsole, twoLooks } from '../../support/console/open-console.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiated } from '../../support/requests.ts';
import { sampled } from '../../support/sample.ts';
import { index, later } from '../../support/search/searching.ts';

const drawn = drawnDatabases();
const plain = (text: string | null): string => text?.replaceAll(/\s/g, ' ') ?? '';
const drawnLook = sampled(twoLooks, { about: 1, name: 'looks of exceptions' });

describe.each(drawn)('/console/exceptions, on $name', ({ open }) => {
  const opened = openForGroup(() => openConsole({ open }));

  it('closes one that was dealt with elsewhere, and asks for the reason', async () => {
    await broughtStatement(opened.gateway, [
      credit('5.00', { texts: ['INTERETS'], debtor: { name: 'LA BANQUE' } }, { bankReference: 'X2' }),
    ]);
    const { page, go } = await opened.at('/exceptions?text=banque', ['comptabilite'], { language: 'en', width: 390 });
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
    const contentOf = async (press: Promise<unknown>): Promise<string> => {
      const [file] = await Promise.all([page.waitForEvent('download'), press]);
      return readFile(await file.path(), 'utf8');
    };
    const named = await contentOf(page.getByRole('button', { name: 'Export with names' }).click());
    expect(named).toMatch(/counterparty;.*;resolution_reason\r\n/);
    expect(named).toMatch(/LA BANQUE;.*;no sale: interest\r\n/);
    const plain = await contentOf(page.getByRole('link', { name: 'Export', exact: true }).click());
    expect(plain).toContain('RESOLVED');
    expect(plain).not.toMatch(/counterparty|LA BANQUE/);
    opened.gateway.advance(6 * 60_000);
    await page.getByRole('button', { name: 'Export with names' }).click();
    await page.getByRole('dialog').getByText('Confirm that it is you').waitFor();
  });

  it('opens the first one that the filters leave, and keeps what was typed where it cannot be read again', async () => {
    for (const name of ['A GARDER', 'B AUSSI']) await unmatchedCredit(opened.gateway, name);
    await index(opened.gateway.store, later);
    const { page } = await opened.at('/exceptions', ['comptabilite']);
    await page.click('tbody button:has-text("B AUSSI")');
    await page.click('button:has-text("Filtrer")');
    await page.fill('input[name=text]', 'garder');
    await page.click('button:has-text("Appliquer")');
    await page.waitForSelector('dd:has-text("A GARDER")');
    await page.click('button:has-text("Clore sans affecter")');
    await page.keyboard.type('un motif');
    await intercept(page, '**/console/graphql', (route) =>
      route.fulfill({ status: 500, body: '{"errors":[{"message":"x"}]}' }),
    );
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=dialog] [role=alert]');
    // The rest of the page was asked again, and had no answer either.
    await page.waitForSelector('main [role=alert]', { state: 'attached' });
    expect(await page.inputValue('[role=dialog] input[name=reason]')).toBe('un motif');
    await page.unrouteAll();
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=L’exception est close.');
  });

  it('tells the second of two people that the first one decided, by name', async () => {
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
    await learnsMeanwhile(two[1].page, 'Exception décidée entre-temps par Camille Exemple.');
  });
});

describe('the search for another payment', () => {
  const opened = openForGroup(() => openConsole());

  it('keeps a row while it is pressed and while its dialog is open, though another answer comes', async () => {
    await unmatchedCredit(opened.gateway, 'AUTRE');
    const { payment } = await initiated(opened.gateway);
    await index(opened.gateway.store, later);
    const { page, complaints } = await opened.at('/exceptions', ['comptabilite'], { language: 'en' });
    await page.click('tbody button:has-text("AUTRE")');
    const box = page.getByRole('searchbox');
    await box.fill(payment.reference);
    const assign = page.getByRole('button', { name: `Assign to ${payment.reference}` });
    await assign.hover();
    await page.mouse.down();
    const answer = page.waitForResponse((one) => one.request().postData()?.includes('zzzz') === true);
    await box.fill('zzzz');
    await answer;
    // Long enough to draw it.
    await setTimeout(600);
    await page.mouse.up();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await setTimeout(600);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('No payment found.').waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('/console/exceptions', () => {
  const opened = openForGroup(() => openConsole());

  it('says that none waits, and where to go', async () => {
    const { page, axe } = await opened.at('/exceptions', ['comptabilite'], { theme: 'dark' });
    await page.waitForSelector('text=Aucune exception n’attend');
    expect(await axe()).toEqual([]);
    await page.click('text=Importer un relevé');
    await page.waitForSelector('h1:has-text("Fichiers bancaires")');
  });

  it.each(drawnLook)('fits and axe finds nothing at $width px, $theme, in $language', async (looks) => {
    await unmatchedCredit(opened.gateway, `ETS ${looks.width}`);
    const { page, axe, fits, complaints } = await opened.at('/exceptions', ['comptabilite'], looks);
    await page.click(`tbody button:has-text("ETS ${looks.width}")`);
    await page.waitForSelector(`dd:has-text("ETS ${looks.width}")`);
    expect([await axe(), await fits()]).toEqual([[], true]);
    await page.locator('section[aria-label] button[aria-label]').first().click();
    await page.waitForSelector('[role=dialog]');
    expect(await axe()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('says of an amount that the bank did not book that it is missing, or a surplus, and what came', async () => {
    const { gateway } = opened;
    for (const [amount, name] of [
      ['23.45', 'TROP PEU'],
      ['200.00', 'TROP'],
    ] as const) {
      const { creditorReference } = await awaitedTransfer(gateway);
      const detail = { texts: [creditorReference], debtor: { name } };
      await broughtStatement(gateway, [credit(amount, detail, { bankReference: `B-${name}` })]);
    }
    const { page } = await opened.at('/exceptions', ['comptabilite']);
    for (const [name, amount, listed, received] of [
      ['TROP PEU', 'Il manque 100,00 €', '100,00 €Il manque', '23,45 €'],
      ['TROP', 'Surplus 76,55 €', '76,55 €Surplus', '200,00 €'],
    ] as const) {
      const opener = page.getByRole('button', { name, exact: true });
      expect(plain(await page.getByRole('row').filter({ has: opener }).textContent())).toContain(listed);
      await opener.click();
      await page.getByText(amount).waitFor();
      const fact = page.locator('dl > div', { hasText: 'Reçu en tout jusque-là' });
      await expect.poll(async () => plain(await fact.textContent())).toContain(received);
    }
  });

  it('assigns the surplus of a transfer to another one, and both stories name the other', async () => {
    const { gateway } = opened;
    const [first, second] = [
      await awaitedTransfer(gateway, {}, { idClient: '8801' }),
      await awaitedTransfer(gateway, {}, { idClient: '8801', amount: 7655 }),
    ];
    const detail = { texts: [first.creditorReference], debtor: { name: 'DEUX COMMANDES' } };
    await broughtStatement(gateway, [credit('200.00', detail, { bankReference: 'B-DEUX' })]);
    const { page, go, axe, fits } = await opened.at('/exceptions', ['comptabilite'], { language: 'en', width: 390 });
    await page.getByRole('button', { name: 'DEUX COMMANDES' }).click();
    await page.getByRole('button', { name: `Assign to ${second.reference}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Assign', exact: true }).click();
    await page.getByText(`Assigned to ${second.reference}.`).waitFor();
    await go('/exceptions?status=RESOLVED');
    await page.getByRole('button', { name: 'DEUX COMMANDES' }).click();
    await page.getByText('Assigned', { exact: true }).waitFor();
    const received = page.locator('dl > div', { hasText: 'Received in all until then' });
    await expect.poll(() => received.textContent()).toContain('200.00');
    await go(`/payments/${first.id}`);
    const given = page.getByRole('listitem').filter({ hasText: 'Surplus assigned to another payment' });
    await given.getByRole('link', { name: second.reference }).click();
    const came = page.getByRole('listitem').filter({ hasText: 'Surplus of' });
    await came.getByRole('link', { name: first.reference }).waitFor();
    expect([await axe(), await fits()]).toEqual([[], true]);
  });

  it('has a search for the payment of a return that contradicts the record', async () => {
    const { creditorReference } = await awaitedTransfer(opened.gateway);
    const detail = { texts: [creditorReference], debtor: { name: 'REPRIS' } };
    const back = { direction: 'DBIT', code: ['RCDT', 'RRTN'] } as const;
    await broughtStatement(opened.gateway, [
      credit('123.45', detail, { bankReference: 'V' }),
      ...['R1', 'R2'].map((bankReference) => credit('123.45', detail, { bankReference, ...back })),
    ]);
    const { page } = await opened.at('/exceptions?kind=CONTRADICTION', ['comptabilite']);
    await page.click('tbody button:has-text("REPRIS")');
    await page.getByLabel('Paiements proposés').getByRole('searchbox').waitFor();
  });

  it('announces one that came meanwhile and moves no row, and shows at once that another person decided', async () => {
    const { gateway } = opened;
    await unmatchedCredit(gateway, 'OUVERTE');
    const { page, go } = await opened.signedIn(['comptabilite']);
    await following(page, () => go('/exceptions'));
    await page.click('tbody button:has-text("OUVERTE")');
    await page.waitForSelector('dd:has-text("OUVERTE")');
    await unmatchedCredit(gateway, 'NOUVELLE');
    const line = page.getByRole('button', { name: texts.fr.changed(1) });
    await line.waitFor();
    const row = page.locator('tbody button:has-text("NOUVELLE")');
    expect(await row.count()).toBe(0);
    const id = new URL(page.url()).searchParams.get('open') ?? '';
    const input = { id, resolution: 'HANDLED', reason: 'a transfer of our own' } as const;
    await gateway.send(ResolveBankExceptionDocument, { input });
    await page.waitForSelector('dd:has-text("a transfer of our own")');
    expect(await row.count()).toBe(0);
    await page.getByRole('button', { name: texts.fr.changed(2) }).click();
    await row.waitFor();
  });

  it('leads back from an entry to the list, on a telephone', async () => {
    await unmatchedCredit(opened.gateway, 'RETOUR');
    const { page, go } = await opened.at('/payments', ['comptabilite'], { width: 390 });
    await go('/exceptions');
    await page.click('tbody button:has-text("RETOUR")');
    await page.waitForURL('**open=*');
    await page.goBack();
    await page.waitForURL(/\/exceptions(?!.*open)/);
    await page.waitForSelector('tbody button:has-text("RETOUR")');
  });

  it('leaves to another part of the page a key that it has taken', async () => {
    await initiated(opened.gateway);
    await unmatchedCredit(opened.gateway, 'TOUCHES');
    const { page } = await opened.at('/exceptions', ['comptabilite']);
    await page.click('tbody button:has-text("TOUCHES")');
    await page.waitForSelector('section[aria-label="Paiements proposés"] button');
    await page.evaluate(() =>
      addEventListener('keydown', (event) => event.preventDefault(), { capture: true, once: true }),
    );
    await page.keyboard.press('a');
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    expect(await page.locator('[role=dialog]').count()).toBe(0);
    await page.keyboard.press('a');
    await page.waitForSelector('[role=dialog]');
  });

  it('keeps its filters in the address', async () => {
    const { page } = await opened.at('/exceptions?amountFrom=100000&kind=UNMATCHED_CREDIT', ['comptabilite'], {
      language: 'en',
    });
    await page.waitForSelector('text=No exception matches the filters');
    await page.click('[aria-label^="Remove the filter Amount at least"]');
    await page.waitForSelector('tbody tr');
    expect(page.url()).toContain('kind=UNMATCHED_CREDIT');
  });
});
