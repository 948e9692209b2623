import { describe, expect, it } from 'vitest';
import { commonTexts } from '../../../console/src/texts/common.ts';
import type { Role } from '../../../src/modules/people/role.ts';
import { ImportBankFileDocument } from '../../generated/graphql.ts';
import { awaitedTransfer } from '../../support/bank-statements/bank-gateway.ts';
import { broughtStatement } from '../../support/bank-statements/brought.ts';
import { credit, writtenStatement } from '../../support/bank-statements/written-files.ts';
import { intercept } from '../../support/browser.ts';
import { asClient, clientNamed } from '../../support/clients/client-named.ts';
import { following } from '../../support/console/following.ts';
import { openConsole, settings, twoLooks } from '../../support/console/open-console.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import type { TestGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { sampled } from '../../support/sample.ts';

const drawn = drawnDatabases();
const drawnLook = sampled(twoLooks, { about: 1, name: 'looks of bank-files' });

const fileOf = (content: string, name = 'releve.xml') => ({
  ...{ name, mimeType: 'application/xml', buffer: Buffer.from(content) },
});

/** The awaited transfer, a credit without a payment, and a provisional one. */
async function statementFor(gateway: TestGateway, id: string) {
  const awaited = await awaitedTransfer(gateway);
  const entries = [
    credit('123.45', { texts: [awaited.creditorReference], debtor: { name: 'CAFE' } }, { bankReference: `${id}-1` }),
    credit('7.00', { texts: ['MERCI'], debtor: { name: 'DUPONT' } }, { bankReference: `${id}-2` }),
    { amount: '9.00', bankReference: `${id}-3`, status: 'PDNG' },
  ];
  return { awaited, content: writtenStatement({ id, entries }) };
}

describe.each(drawn)('/console/bank-files, on $name', ({ open }) => {
  const opened = openForGroup(() => openConsole({ open }));
  const statusOf = async (id: string) => (await opened.gateway.store.paymentById(id))?.status;

  it('says first what an import would do, entry by entry, and imports in a second press', async () => {
    const { awaited, content } = await statementFor(opened.gateway, 'D1');
    const { page, axe, complaints } = await opened.at('/bank-files', ['tresorerie']);
    await page.focus('main button:has-text("Choisir")');
    await page.setInputFiles('input[type=file]', fileOf(content));
    await page.waitForSelector('text=Ce que ferait l’import de releve.xml');
    await page.waitForSelector('main:focus');
    const heard = 'Ce que ferait l’import de releve.xml\u00a0: 1 Affectée, 1 Exception, 1 Ignorée';
    await page.getByRole('status').getByText(heard, { exact: true }).waitFor();
    const row = (text: string) => page.locator('tbody tr', { hasText: text });
    expect(await row('DUPONT').textContent()).toContain('Crédit sans paiement');
    expect(await row('CAFE').textContent()).toContain(awaited.reference);
    expect(await row('9,00').textContent()).toContain('Provisoire');
    expect(await axe()).toEqual([]);
    expect(await statusOf(awaited.id)).toBe('REQUIRES_ACTION');
    expect(await opened.gateway.store.bankFiles({ limit: 5, beforeId: null, visibleTo: null })).toEqual([]);
    await page.click('main button:text-is("Importer")');
    await page.waitForSelector('text=Le fichier est importé.');
    await page.waitForSelector('tbody >> text=Crédit sans paiement\u00a0: Décider');
    expect(await statusOf(awaited.id)).toBe('PAID');
    await page.waitForSelector('dd:has-text("Camille Exemple")');
    expect(await page.title()).not.toContain('releve');
    await page.click('text=Traiter les exceptions de ce fichier');
    await page.waitForSelector('dd:has-text("DUPONT")');
    expect(complaints).toEqual([]);
    expect(opened.outsideRequests).toEqual([]);
  });

  it('announces a file that came meanwhile', async () => {
    const { page, go } = await opened.signedIn(['tresorerie']);
    await following(page, () => go('/bank-files'));
    await broughtStatement(opened.gateway, [credit('3.00', { texts: ['PLUS TARD'] }, { bankReference: 'later' })]);
    const rows = page.locator('main table tbody tr');
    const line = page.getByRole('button', { name: commonTexts.fr.changed(1) });
    await line.waitFor();
    const before = await rows.count();
    await line.click();
    await expect.poll(() => rows.count()).toBe(before + 1);
  });

  it('says of a transfer of less or more than its payment what the import leaves to decide', async () => {
    const [less, more] = [await awaitedTransfer(opened.gateway), await awaitedTransfer(opened.gateway)];
    const entries = [
      credit('100.00', { texts: [less.creditorReference] }, { bankReference: 'less' }),
      credit('200.00', { texts: [more.creditorReference] }, { bankReference: 'more' }),
    ];
    const { page } = await opened.at('/bank-files', ['tresorerie']);
    await page.setInputFiles('input[type=file]', fileOf(writtenStatement({ id: 'PARTS', entries })));
    for (const isImported of [false, true]) {
      if (isImported) await page.click('main button:text-is("Importer")');
      if (isImported) await page.waitForSelector('text=Le fichier est importé.');
      await page.locator('tbody tr', { hasText: less.reference }).getByText('Payé en partie').waitFor();
      await page.locator('tbody tr', { hasText: more.reference }).getByText('Trop payé').waitFor();
    }
  });

  it('takes the same file once, and says so', async () => {
    const { awaited, content } = await statementFor(opened.gateway, 'D2');
    const { idSociete, idClient } = (await opened.gateway.store.paymentById(awaited.id)) ?? {};
    const entry = { details: { lastName: 'Café du Port' }, version: 1, createdAt: 1, updatedAt: 1, updatedBy: 'test' };
    await opened.gateway.store.transact((transaction) =>
      transaction.insertCustomer({ ...entry, idSociete: idSociete ?? '', idClient: idClient ?? '' }),
    );
    const { page, go } = await opened.signedIn(['comptabilite'], { language: 'en', width: 390 });
    for (const said of ['The file is imported.', 'This file came before']) {
      await go('/bank-files');
      await page.setInputFiles('input[type=file]', fileOf(content));
      await page.click('main button:text-is("Import")');
      await page.waitForSelector(`text=${said}`);
    }
    // The gateway keeps no name of the bank for what was matched.
    await page.locator('tbody tr', { hasText: awaited.reference }).getByText(`Café du Port ${idClient}`).waitFor();
  });

  it('leaves a person who went on to other work where it is', async () => {
    const { content } = await statementFor(opened.gateway, 'D3');
    const { page } = await opened.at('/bank-files', ['tresorerie']);
    await page.setInputFiles('input[type=file]', fileOf(content));
    await page.waitForSelector('main button:text-is("Importer")');
    const gone = Promise.withResolvers<void>();
    await intercept(page, '**/console/bank-files?name=*', async (route) => {
      await gone.promise;
      await route.continue();
    });
    await page.click('main button:text-is("Importer")');
    await page.click('nav >> text=Paiements');
    await page.waitForSelector('h1:has-text("Paiements")');
    gone.resolve();
    await page.waitForSelector('text=Le fichier est importé.');
    await expect(page.waitForURL('**/bank-files/*', { timeout: 2000 })).rejects.toThrow('Timeout');
  });

  it('says why a file would be refused, and imports nothing of it', async () => {
    const { page, go } = await opened.at('/bank-files', ['tresorerie']);
    await page.setInputFiles('input[type=file]', fileOf('<Document>rien', 'faux.xml'));
    const alert = page.getByRole('alert');
    await alert.getByText('Ce fichier serait refusé en entier').waitFor();
    const why = 'Ligne 1, Document\u00a0: ce n’est ni un relevé ni un compte rendu de remise qui est lu\u00a0: ';
    expect(await alert.textContent()).toContain(why);
    expect(await page.locator('main button:text-is("Importer")').count()).toBe(0);
    await page.click('text=Choisir un autre fichier');
    await page.waitForSelector('text=Déposez ici un fichier de la banque');
    const refused = await page.evaluate(async () => {
      const [body, headers] = ['<Document>rien', { 'X-Console': '1' }];
      return (await fetch('/console/bank-files?name=faux.xml', { method: 'POST', body, headers })).json();
    });
    await go(`/bank-files/${refused.id}`);
    await page.locator('dd', { hasText: why }).waitFor();
    const english = await opened.at(`/bank-files/${refused.id}`, ['tresorerie'], { language: 'en' });
    await english.page
      .locator('dd', { hasText: 'Line 1, Document: neither a statement nor a status report' })
      .waitFor();
  });

  it('refuses what no page of the console sent, and a person without the right', async () => {
    const address = `${opened.gateway.url}/console/bank-files`;
    const foreign = await fetch(address, {
      method: 'POST',
      body: 'x',
      headers: { 'X-Console': '1', Origin: 'https://a.example' },
    });
    expect(foreign.status).toBe(403);
    const { page } = await opened.at('/payments', ['lecture']);
    for (const path of ['', '/check', '/bkf_01a21dcf0fa77000b2074ea831855100/check']) {
      const status = await page.evaluate(
        async (to) => (await fetch(to, { method: 'POST', body: 'x', headers: { 'X-Console': '1' } })).status,
        `/console/bank-files${path}`,
      );
      expect([path, status]).toEqual([path, path.length > 10 ? 404 : 403]);
    }
  });
});

// A gateway of its own: other statements of the account would have gaps between them.
describe.each(drawn)('the calendar of statements, on $name', ({ open }) => {
  const opened = openForGroup(() => openConsole({ open }));

  it('shows by its calendar whether a statement is missing', async () => {
    const { page, go } = await opened.signedIn(['tresorerie']);
    const day = (before: number) => new Date(opened.gateway.now() - before * 86_400_000).toISOString().slice(0, 10);
    await broughtStatement(opened.gateway, [], { day: day(6), opening: 1_000_000 });
    await go('/');
    await page.click('nav >> text=Fichiers bancaires');
    await page.waitForSelector('section[aria-label^="Relevés"] >> text=Aucun relevé ne manque');
    await broughtStatement(opened.gateway, [], { day: day(3), opening: 2_000_000 });
    await page.reload();
    await page.waitForSelector('section[aria-label^="Relevés"] >> text=Un relevé manque');
  });
});

describe('a file that a program brought', () => {
  const bank = clientNamed('bank', { scopes: new Set(['bankFiles']), bankFilesNeedConfirmation: true });
  const opened = openForGroup(() => openConsole({ config: { clients: [bank] } }));
  const wait = async (id: string): Promise<string> => {
    const entries = [credit('7.00', { texts: ['MERCI'], debtor: { name: 'DUPONT' } }, { bankReference: id })];
    const input = { name: 'nuit.xml', content: writtenStatement({ id, entries }) };
    const { data } = await opened.gateway.send(ImportBankFileDocument, { input }, asClient('bank'));
    if (data?.importBankFile.__typename !== 'ImportBankFileSuccess') throw new Error('refused');
    return data.importBankFile.bankFile.id;
  };

  it('waits: a person sees what it would do, and confirms it', async () => {
    const id = await wait('W1');
    const { page, axe, fits } = await opened.at(`/bank-files/${id}`, ['tresorerie'], { width: 390, theme: 'dark' });
    await page.waitForSelector('tbody tr:has-text("DUPONT")');
    expect([await axe(), await fits()]).toEqual([[], true]);
    await page.click('main button:has-text("Confirmer")');
    await page.click('[role=dialog] button[type=submit]');
    await page.waitForSelector('text=Le fichier est confirmé.');
    await page.waitForSelector('tbody >> text=Crédit sans paiement');
  });

  it('is rejected with a reason, and nothing of it is applied', async () => {
    const id = await wait('W2');
    const { page } = await opened.at(`/bank-files/${id}`, ['comptabilite'], { language: 'en' });
    await page.click('main button:has-text("Reject")');
    await page.keyboard.type('twice');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=The file is rejected.');
    await page.waitForSelector('dd:has-text("Rejected: twice")');
    const inFrench = await opened.at(`/bank-files/${id}`, ['comptabilite']);
    await inFrench.page.waitForSelector('dd:text-is("Rejeté par une personne : twice")');
    expect((await opened.gateway.store.bankFile(id))?.status).toBe('REFUSED');
  });
});

describe('a file of a person whose files wait', () => {
  const treasury = settings.roles.get('tresorerie') as Role;
  const roles = new Map([...settings.roles, ['tresorerie', { ...treasury, bankFilesNeedConfirmation: true }]]);
  const opened = openForGroup(() => openConsole({ config: { console: { ...settings, roles } } }));

  it('is confirmed by another person, and its sender is not asked to', async () => {
    const entries = [credit('7.00', { texts: ['MERCI'], debtor: { name: 'DUPONT' } }, { bankReference: 'WAITS' })];
    const { page } = await opened.at('/bank-files', ['tresorerie']);
    await page.setInputFiles('input[type=file]', fileOf(writtenStatement({ id: 'WAITS', entries })));
    await page.click('main button:text-is("Importer")');
    await page.waitForSelector('text=Le fichier attend qu’une autre personne le confirme.');
    await page.waitForSelector('tbody tr:has-text("DUPONT")');
    await page.waitForSelector('text=Rien de ce fichier n’est affecté');
    expect(await page.locator('main button:has-text("Confirmer")').count()).toBe(0);
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    expect(await opened.gateway.store.bankFile(id)).toMatchObject({ status: 'AWAITS_CONFIRMATION', decidedBy: null });
    const other = await opened.at(`/bank-files/${id}`, ['tresorerie'], { language: 'en' });
    await other.page.click('main button:has-text("Confirm")');
    await other.page.click('[role=dialog] button[type=submit]');
    await other.page.waitForSelector('text=The file is confirmed.');
    expect(await opened.gateway.store.bankFile(id)).toMatchObject({ status: 'IMPORTED' });
  });
});

describe('/console/bank-files', () => {
  const opened = openForGroup(() => openConsole());

  it.each(drawnLook)('fits and axe finds nothing at $width px, $theme, in $language', async (looks) => {
    const { page, go, axe, fits, complaints } = await opened.at('/bank-files', ['tresorerie'], looks);
    await page
      .locator('tbody tr')
      .or(page.getByText(/Aucun fichier reçu|No file was received/))
      .first()
      .waitFor();
    expect([await axe(), await fits()]).toEqual([[], true]);
    const id = await broughtStatement(opened.gateway, [
      credit('7.00', { texts: ['?'] }, { bankReference: `F${looks.width}` }),
    ]);
    await go(`/bank-files/${id}`);
    await page.waitForSelector('tbody tr');
    expect([await axe(), await fits()]).toEqual([[], true]);
    expect(complaints).toEqual([]);
  });
});
