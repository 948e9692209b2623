import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { texts } from '../../../console/src/pages/debits/texts.ts';
import { developmentSocietes } from '../../../src/config/development.ts';
import { ownAccounts } from '../../../src/modules/bank-statements/import/check-bank-file.ts';
import type { Presentation } from '../../../src/modules/direct-debits/batches/direct-debit.ts';
import {
  ActivateMandateDocument,
  CancelDirectDebitBatchDocument,
  MarkDirectDebitBatchSubmittedDocument,
  RevokeMandateDocument,
  SuspendMandateDocument,
} from '../../generated/graphql.ts';
import { broughtStatement } from '../../support/bank-statements/brought.ts';
import { collection, type WrittenEntry } from '../../support/bank-statements/written-files.ts';
import { intercept } from '../../support/browser.ts';
import { following } from '../../support/console/following.ts';
import { learnsMeanwhile } from '../../support/console/meanwhile.ts';
import { openConsole } from '../../support/console/open-console.ts';
import { batched, debited } from '../../support/direct-debits/debit-requests.ts';
import { signed } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';

const drawn = drawnDatabases();

/** A Wednesday, from which the due dates follow. */
const aheadMs = Date.UTC(2026, 10, 25, 9) - Date.now();

describe.each(drawn)('/console/debits, on $name', ({ open }) => {
  const opened = openForGroup(() => openConsole({ open, aheadMs }));
  const waiting = async (idClient: string, amount = 4250) => {
    await signed(opened.gateway, { idClient });
    return debited(opened.gateway, { idClient, amount });
  };

  it('shows a batch beside an exception about it, and its block to who sees no batches', async () => {
    const { store } = opened.gateway;
    const payment = await waiting('on-another-account');
    const [made] = (await batched(opened.gateway)).batches;
    const block = (await store.directDebitOf(payment))?.blockId ?? '';
    const accounts = [...ownAccounts(developmentSocietes('http://127.0.0.1')).values()];
    const other = accounts.find((one) => one?.runMode === 'TEST' && !one.societes.includes('1'));
    await broughtStatement(opened.gateway, [{ amount: '42.50', batch: block }], { iban: other?.iban ?? '' });
    const tresorerie = await opened.at('/exceptions?kind=CONTRADICTION', ['tresorerie']);
    await tresorerie.page.click(`dd a:has-text("${made?.messageId}")`);
    await tresorerie.page.waitForURL(`**/debits/${made?.id}`);
    const comptabilite = await opened.at('/exceptions?kind=CONTRADICTION', ['comptabilite'], { language: 'en' });
    await comptabilite.page.waitForSelector(`dt:has-text("Block (PmtInfId)") ~ dd:has-text("${block}")`);
    expect(await comptabilite.page.locator('dd a[href*="/debits/"]').count()).toBe(0);
  });

  const named: readonly (readonly [string, (debit: Presentation) => WrittenEntry, (page: Page) => Promise<void>])[] = [
    [
      'the debit',
      ({ endToEndId }) => collection('17.50', { endToEndId }),
      async (page) => {
        await page.waitForSelector('h2:has-text("Paiements proposés")');
        expect(await page.locator('input[name=search]').count()).toBe(0);
        await page.keyboard.press('a');
        await page.waitForSelector('[role=dialog] >> text=Les autres prélèvements de la remise annulée');
      },
    ],
    [
      'the block',
      ({ blockId }) => ({ amount: '17.50', code: ['IDDT', 'ESDD'], batch: blockId ?? '' }),
      async (page) => {
        await page.click('button:has-text("Déclarer le lot encaissé")');
        await page.keyboard.type('vu avec la banque');
      },
    ],
  ];
  it.each(named)('offers %s of a cancelled batch that the bank collected', async (what, entry, decide) => {
    const { gateway } = opened;
    const payment = await waiting(`collected-${what.slice(4)}`, 1750);
    const [made] = (await batched(gateway)).batches;
    const debit = await gateway.store.directDebitOf(payment);
    if (!debit) throw new Error('it is there');
    await gateway.send(CancelDirectDebitBatchDocument, { input: { id: made?.id ?? '' } });
    const openOne = async (kind: string) =>
      (await opened.at(`/exceptions?kind=${kind}&amountFrom=1750&amountTo=1750`, ['comptabilite'])).page;
    const bankReference = `COLLECTED-${what}`;
    await broughtStatement(gateway, [collection('17.50', { texts: ['PRLV'] }, { bankReference })]);
    const first = await openOne('UNMATCHED_CREDIT');
    await first.click('button:has-text("Clore sans affecter")');
    await first.keyboard.type('on ne sait pas');
    await first.keyboard.press('Enter');
    await first.waitForSelector('text=L’exception est close.');
    await broughtStatement(gateway, [{ ...entry(debit), bankReference }]);
    const page = await openOne('CONTRADICTION');
    await decide(page);
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=/Affectée à|L’exception est close/');
    expect(await gateway.store.paymentById(payment)).toMatchObject({ status: 'PAID' });
  });

  it.each(['tresorerie', 'comptabilite'])('does not offer %s to collect a block that came twice', async (role) => {
    const { gateway } = opened;
    const cents = 1830 + role.length;
    const payment = await waiting(`twice-${role}`, cents);
    await batched(gateway);
    const { blockId = null } = (await gateway.store.directDebitOf(payment)) ?? {};
    const block = { amount: (cents / 100).toFixed(2), code: ['IDDT', 'ESDD'], batch: blockId ?? '' } as const;
    await broughtStatement(
      gateway,
      ['TWICE-1', 'TWICE-2'].map((bankReference) => ({ ...block, bankReference: `${role}-${bankReference}` })),
    );
    const { page } = await opened.at(`/exceptions?kind=CONTRADICTION&amountFrom=${cents}&amountTo=${cents}`, [role]);
    await page.waitForSelector('button:has-text("Clore sans affecter")');
    expect(await page.locator('button:has-text("Déclarer le lot encaissé")').count()).toBe(0);
  });

  it('takes a batch back only where the file was not sent', async () => {
    await waiting('back');
    const [made] = (await batched(opened.gateway)).batches;
    const { page } = await opened.at(`/debits/${made?.id}`, ['tresorerie'], { theme: 'dark' });
    const download = page.waitForEvent('download');
    await page.click('button:has-text("Télécharger le fichier")');
    await (await download).path();
    await page.waitForSelector('text=Confirmez ici quand la banque l’a.');
    opened.gateway.advance(6 * 60_000);
    await page.click('button:has-text("Télécharger le fichier")');
    await page.waitForSelector('[role=dialog] >> text=Confirmez que c’est vous');
    await page.keyboard.press('Escape');
    await page.click('main button:has-text("Annuler la remise")');
    await page.click('[role=dialog] button[type=submit]');
    expect(await page.locator('[role=dialog] input[type=checkbox]').count()).toBe(1);
    await page.check('[role=dialog] input[type=checkbox]');
    await page.click('[role=dialog] button[type=submit]');
    await page.waitForSelector('text=La remise est annulée : ses prélèvements attendent');
  });

  it('takes a batch back whose file was downloaded while the dialog stands open, once its box is ticked', async () => {
    await waiting('meanwhile');
    const [made] = (await batched(opened.gateway)).batches;
    const { page, go } = await opened.signedIn(['tresorerie']);
    // The window hears of no change before the click.
    await intercept(page, '**/console/graphql', (route, request) =>
      request.headers().accept === 'text/event-stream' ? route.abort() : route.fallback(),
    );
    await go(`/debits/${made?.id}`);
    await page.click('main button:has-text("Annuler la remise")');
    await page.waitForSelector('[role=dialog]');
    await opened.gateway.get(`/direct-debit-batches/${made?.id}/file`);
    await page.click('[role=dialog] button[type=submit]');
    await page.waitForSelector('[role=dialog] >> text=confirmez qu’il n’a pas été envoyé');
    await page.check('[role=dialog] input[type=checkbox]');
    await page.click('[role=dialog] button[type=submit]');
    await page.waitForSelector('text=La remise est annulée : ses prélèvements attendent');
  });

  it('announces a batch that another person made, and shows at once that it was taken back', async () => {
    await waiting('elsewhere');
    const { page, go } = await opened.signedIn(['tresorerie']);
    await following(page, () => go('/debits'));
    const [made] = (await batched(opened.gateway)).batches;
    const line = page.getByRole('button', { name: texts.fr.changed(1) });
    await line.waitFor();
    expect(await page.locator(`tbody a[href*="${made?.id}"]`).count()).toBe(0);
    await line.click();
    await page.click(`tbody a[href*="${made?.id}"]`);
    await page.click('main button:has-text("Confirmer la remise")');
    await page.waitForSelector('[role=dialog] >> text=Le fichier n’a pas encore été téléchargé ici.');
    const input = { id: String(made?.id) };
    await opened.gateway.send(CancelDirectDebitBatchDocument, { input });
    await page.waitForSelector('text=La remise est annulée : ses prélèvements attendent');
    // The dialog stays, and says why it can do nothing.
    await learnsMeanwhile(page, 'Remise annulée entre-temps par anonymous.');
    await page.locator('main button:has-text("Annuler la remise")').waitFor({ state: 'detached' });
  });

  it('asks whether the file was sent where a person decided that a debit in it was paid', async () => {
    await waiting('decided');
    const [made] = (await batched(opened.gateway)).batches;
    const { page, go } = await opened.signedIn(['tresorerie'], { language: 'en' });
    await intercept(page, '**/console/graphql', async (route, request) => {
      if (request.headers().accept === 'text/event-stream') return route.fallback();
      const response = await route.fetch();
      await route.fulfill({
        response,
        body: (await response.text()).replaceAll('"SUBMITTED","debits"', '"PAID","debits"'),
      });
    });
    await go(`/debits/${made?.id}`);
    await page.click('main button:has-text("Cancel the batch")');
    expect(await page.locator('[role=dialog] label:has-text("The file was not sent to the bank") input').count()).toBe(
      1,
    );
  });

  it('says on the page of a debit that its mandate holds it back, and that the bank has its file', async () => {
    const { gateway } = opened;
    const { id } = await signed(gateway, { idClient: 'held' });
    const held = await debited(gateway, { idClient: 'held' });
    const { page, go } = await opened.signedIn(['tresorerie']);
    await following(page, () => go(`/payments/${held}`));
    await page.waitForSelector('text=Il sera remis à la banque dans le prochain fichier qui pourra le prendre.');
    await gateway.send(SuspendMandateDocument, { input: { id } });
    await page.waitForSelector('text=« Suspendu ». Il n’ira à la banque que si le mandat redevient actif.');
    await gateway.send(RevokeMandateDocument, { input: { id } });
    await page.waitForSelector('text=« Révoqué ». Il n’ira pas à la banque : annulez le paiement.');
    const handed = await waiting('handed');
    const [made] = (await batched(gateway)).batches;
    await go(`/payments/${handed}`);
    await page.waitForSelector('text=Quand la banque aura son fichier, un relevé le montrera.');
    await gateway.send(MarkDirectDebitBatchSubmittedDocument, { input: { id: made?.id ?? '' } });
    await page.waitForSelector('text=La banque a son fichier : un relevé le montrera.');
  });

  it('takes no client for the bank, whatever its name', async () => {
    await waiting('namesake');
    const [made] = (await batched(opened.gateway)).batches;
    const { page, go } = await opened.signedIn(['tresorerie']);
    await intercept(page, '**/console/graphql', async (route, request) => {
      if (request.headers().accept === 'text/event-stream') return route.fallback();
      const response = await route.fetch();
      const body = (await response.text()).replaceAll('"closedBy":"anonymous"', '"closedBy":"bank"');
      await route.fulfill({ response, body });
    });
    await following(page, () => go(`/debits/${made?.id}`));
    await page.click('main button:has-text("Annuler la remise")');
    await page.waitForSelector('[role=dialog]');
    await opened.gateway.send(CancelDirectDebitBatchDocument, { input: { id: String(made?.id) } });
    await learnsMeanwhile(page, 'Remise annulée entre-temps par bank.');
  });

  it('leads to each file where one preparation makes two, with the amount in sight', async () => {
    await waiting('two');
    const { id } = await signed(opened.gateway, { idClient: 'firm', scheme: 'B2B' });
    await opened.gateway.send(ActivateMandateDocument, { input: { id, bankConfirmedOn: '2025-01-20' } });
    await debited(opened.gateway, { idClient: 'firm', amount: 8800 });
    const { page } = await opened.at('/debits?idSociete=1', ['tresorerie'], { width: 1280 });
    // The buttons of the calendar look the same: who hears them learns which due date each is of.
    const ofCalendar = page.getByRole('button', { name: /^Préparer une remise, Société 1, SEPA CORE, \d+ \S+ 2026$/ });
    await ofCalendar.first().waitFor();
    await page.click('main header button:has-text("Préparer une remise")');
    await page.waitForSelector('[role=dialog] section strong:has-text("88,00")');
    await page.click('[role=dialog] button[type=submit]');
    const links = page.locator('[role=dialog] section a');
    await links.nth(1).waitFor();
    expect(await links.count()).toBe(2);
    await page.keyboard.press('Escape');
    const total = await page.locator('main table tbody tr').first().getByText('€').boundingBox();
    const frame = await page.locator('main table').locator('..').boundingBox();
    expect((total?.x ?? 0) + (total?.width ?? 0)).toBeLessThan((frame?.x ?? 0) + (frame?.width ?? 0));
  });

  it('narrows to a société and a status by the address, and fits at 390 px', async () => {
    await waiting('narrow');
    const { page, go, axe, fits } = await opened.at('/debits?status=CANCELLED', ['tresorerie'], {
      width: 390,
      language: 'en',
    });
    await page.click('main li button');
    await page.waitForSelector('[role=dialog] section strong:has-text(".")');
    expect([await axe(), await fits()]).toEqual([[], true]);
    await page.keyboard.press('Escape');
    await go('/debits?idSociete=2&status=SUBMITTED');
    await page.waitForSelector('text=No batches');
    expect(await page.locator('h2:has-text("Société 1")').count()).toBe(0);
  });
});

describe('/console/debits', () => {
  const opened = openForGroup(() => openConsole());

  it('is empty at first, says the next step, and is hidden without the right', async () => {
    const { page, axe } = await opened.at('/debits?idSociete=1', ['tresorerie'], { language: 'en' });
    await page.waitForSelector('text=Nothing waits');
    await page.waitForSelector('text=Prepare a batch: the gateway writes');
    await page.click('main header button:has-text("Prepare a batch")');
    await page.waitForSelector('text=Nothing falls due until then.');
    expect(await axe()).toEqual([]);
    const other = await opened.signedIn(['lecture']);
    await other.page.goto(`${opened.gateway.url}/console/debits`);
    await other.page.waitForSelector('main');
    expect(await other.page.locator('nav a:has-text("Prélèvements")').count()).toBe(0);
  });
});
