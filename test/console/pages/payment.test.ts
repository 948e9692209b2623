import { describe, expect, it } from 'vitest';
import { RefreshPaymentDocument, ReverseJournalEntryDocument } from '../../generated/graphql.ts';
import { changed, recorded } from '../../support/accounting/books.ts';
import { payAtBank } from '../../support/at-bank.ts';
import { awaitedTransfer } from '../../support/bank-statements/bank-gateway.ts';
import { broughtStatement } from '../../support/bank-statements/brought.ts';
import { credit } from '../../support/bank-statements/written-files.ts';
import { intercept } from '../../support/browser.ts';
import { learnsMeanwhile } from '../../support/console/meanwhile.ts';
import { openConsole, twoLooks } from '../../support/console/open-console.ts';
import { debited } from '../../support/direct-debits/debit-requests.ts';
import { signed } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { scriptFault, type TestGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { operationsOn } from '../../support/payments/operations.ts';
import { initiated } from '../../support/requests.ts';
import { sampled } from '../../support/sample.ts';
import { index, later } from '../../support/search/searching.ts';

const drawn = drawnDatabases();
const drawnLook = sampled(twoLooks, { about: 1, name: 'looks of payment' });

/** Paid by card, and taken by the bank in the night after. */
async function paidCard(gateway: TestGateway, amount = '1250') {
  const { paid, night } = operationsOn(gateway);
  const { payment } = await paid('PAYBOX', { amount });
  await night();
  return payment;
}

describe.each(drawn)('/console/payments/:id, on $name', ({ open }) => {
  const opened = openForGroup(() => openConsole({ open }));

  it('refuses at the field what is no amount, and more than is left', async () => {
    const { id } = await paidCard(opened.gateway, '1000');
    const { page } = await opened.at(`/payments/${id}`, ['comptabilite']);
    await page.click('main button:has-text("Rembourser")');
    for (const [typed, said] of [
      ['1,005', 'Tapez un montant'],
      ['1€50', 'Tapez un montant'],
      ['10,01', 'C’est plus que 10,00 €.'],
      ['0', 'supérieur à zéro'],
    ] as const) {
      await page.fill('[role=dialog] input', typed);
      await page.keyboard.press('Enter');
      await page.waitForSelector(`[role=dialog] :text("${said}")`);
    }
    expect(await page.locator('[role=dialog]').count()).toBe(1);
  });

  it('gives back once where the button is pressed twice and the answer is lost', async () => {
    const { id } = await paidCard(opened.gateway, '5000');
    const { page } = await opened.at(`/payments/${id}`, ['comptabilite']);
    await page.click('main button:has-text("Rembourser")');
    let lost = 0;
    await intercept(page, '**/console/graphql', async (route) => {
      if (!route.request().postData()?.includes('"amount":1000')) return route.continue();
      lost++;
      if (lost > 1) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await page.fill('[role=dialog] input', '10');
    await page.dblclick('[role=dialog] button[type=submit]');
    await page.waitForSelector('text=Le client est remboursé.');
    await page.waitForSelector('text=10,00 € sur 50,00 €');
    expect(lost).toBe(2);
  });

  it('keeps the dialog, and gives back once, where no answer comes until it is sent again', async () => {
    const { id } = await paidCard(opened.gateway, '5000');
    const { page } = await opened.at(`/payments/${id}`, ['comptabilite']);
    await page.click('main button:has-text("Rembourser")');
    let isAway = true;
    let asked = 0;
    let unread = 0;
    await intercept(page, '**/console/graphql', async (route) => {
      const isRefund = route.request().postData()?.includes('"amount":1000') ?? false;
      if (isRefund) asked++;
      if (!isAway) return route.continue();
      // The first one arrives, and the gateway is away before it answers. Nor can the page be read again.
      if (isRefund && asked === 1) await route.fetch();
      if (isRefund) return route.abort();
      await route.fulfill({ status: 404 });
      unread++;
    });
    await page.fill('[role=dialog] input', '10');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=dialog] [role=alert]');
    const triesBefore = asked;
    await expect.poll(() => unread).toBeGreaterThan(3);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
    isAway = false;
    await page.click('[role=dialog] button[type=submit]');
    await page.waitForSelector('text=Le client est remboursé.');
    await page.waitForSelector('text=10,00 € sur 50,00 €');
    expect(triesBefore).toBeGreaterThan(1);
    const refunds = (await opened.gateway.store.operationsOf(id)).filter(({ kind }) => kind === 'REFUND');
    expect(refunds).toHaveLength(1);
  });

  it('does not take a refund whose answer was lost for one of another person', async () => {
    const { id } = await paidCard(opened.gateway, '5000');
    const { page } = await opened.at(`/payments/${id}`, ['comptabilite']);
    await page.click('main button:has-text("Rembourser")');
    let asked = 0;
    await intercept(page, '**/console/graphql', async (route) => {
      if (!route.request().postData()?.includes('"amount":1000')) return route.continue();
      if (asked++ === 0) await route.fetch();
      return route.abort();
    });
    await page.fill('[role=dialog] input', '10');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=dialog] [role=alert]');
    await page.waitForSelector('text=10,00 € sur 50,00 €');
    expect(await page.textContent('[role=dialog] [role=status]')).toBe('');
  });

  it('takes its dialog away where another payment is gone to', async () => {
    const [before, after] = [await paidCard(opened.gateway, '4000'), await paidCard(opened.gateway, '6000')];
    await index(opened.gateway.store, later);
    const { page } = await opened.at(`/payments/${before.id}`, ['comptabilite']);
    await page.keyboard.press('Control+k');
    await page.fill('[role=dialog] input', after.reference);
    await page.locator('[role=option]', { hasText: after.reference }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForSelector(`h1:has-text("${after.reference}")`);
    await page.click('main button:has-text("Rembourser")');
    await page.waitForSelector('[role=dialog]');
    await page.goBack();
    await page.waitForSelector(`h1:has-text("${before.reference}")`);
    expect(await page.locator('[role=dialog]').count()).toBe(0);
  });

  it('asks for a fresh proof, and for a second person above the limit', async () => {
    const [{ id }, other] = [await paidCard(opened.gateway, '90000'), await paidCard(opened.gateway, '90000')];
    const { page, go } = await opened.at(`/payments/${id}`, ['comptabilite']);
    await page.click('main button:has-text("Rembourser")');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=Une deuxième personne doit le valider');
    expect(await page.locator('[role=dialog] button[type=submit]').count()).toBe(0);
    await page.click('[role=dialog] button:has-text("Fermer")');
    // All of it waits now.
    await page.waitForSelector('main button[disabled]:has-text("Rembourser")');
    opened.gateway.advance(6 * 60_000);
    await go(`/payments/${other.id}`);
    await page.click('main button:has-text("Rembourser")');
    await page.fill('[role=dialog] input', '1');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=Confirmez que c’est vous');
    expect(await page.inputValue('[role=dialog] input[name=amount]')).toBe('1');
  });

  it('tells the second of two people what the first one did', async () => {
    const { id } = await paidCard(opened.gateway, '3000');
    const [first, second] = [await opened.signedIn(['comptabilite']), await opened.signedIn(['comptabilite'])];
    for (const { page, go } of [first, second]) {
      await go(`/payments/${id}`);
      await page.click('main button:has-text("Rembourser")');
      await page.waitForSelector('[role=dialog]');
    }
    await first.page.keyboard.press('Enter');
    await first.page.waitForSelector('text=Le client est remboursé.');
    await learnsMeanwhile(second.page, /^Entre-temps, Camille Exemple a demandé un remboursement/);
    await second.page.waitForSelector('text=Payé, puis remboursé en entier');
    await second.page.waitForSelector('text=par Camille Exemple');
  });

  it('says in French why something happened', async () => {
    const payment = await awaitedTransfer(opened.gateway);
    const texts = [payment.creditorReference];
    await broughtStatement(opened.gateway, [credit('100.00', { texts }, { bankReference: 'part' })]);
    const { page } = await opened.at(`/payments/${payment.id}`, ['comptabilite']);
    await page.waitForSelector('section[aria-label=Historique] li p:text-is("Payé en partie")');
    expect(await page.locator('section[aria-label=Historique] [lang=en]').count()).toBe(0);
  });

  it('says of a cheque that was reversed that it was paid, and shows the new entry, while the page is open', async () => {
    const { payment } = await initiated(opened.gateway, recorded);
    const [entry] = await opened.gateway.store.journalEntriesOf(payment.id);
    const { page } = await opened.at(`/payments/${payment.id}`, ['comptabilite']);
    const entries = page.locator('section[aria-label=Écritures] details');
    await expect.poll(() => entries.count()).toBe(1);
    const input = { id: entry?.id ?? '', reason: 'Chèque rejeté' };
    await opened.gateway.send(ReverseJournalEntryDocument, { input });
    await page.waitForSelector('main p:has-text("Il était payé, et il a été annulé le")');
    await expect.poll(() => entries.count()).toBe(2);
    expect(await page.getByText('Aucun argent n’a bougé').count()).toBe(0);
  });

  it('says the same of a paid card that was cancelled after a message that comes late', async () => {
    const initiation = await initiated(opened.gateway, { paymentTarget: 'LABANQUEPOSTALE' });
    const { id, reference } = initiation.payment;
    const delay = { kind: 'DELAY_NOTIFICATION', reference: `${reference}-1`, delayMs: 86_400_000 };
    await scriptFault(opened.gateway, delay);
    await payAtBank(initiation);
    await opened.gateway.send(RefreshPaymentDocument, { id });
    await operationsOn(opened.gateway).cancel(id);
    const sentence = async (): Promise<string | null> => {
      const { page } = await opened.at(`/payments/${id}`, ['comptabilite']);
      return page.locator('main p', { hasText: / le \d/ }).textContent();
    };
    const before = await sentence();
    expect(before).toContain('Il était payé, et il a été annulé le');
    opened.gateway.advance(3_600_000);
    await opened.gateway.get('/sandbox/faults/release', { method: 'POST' });
    expect((await opened.gateway.store.eventsOf(id, 0, 100)).at(-1)).toMatchObject({ type: 'NEWS_IGNORED' });
    expect(await sentence()).toBe(before);
  });

  it('is read again where a message does not name all that changed', async () => {
    const { id } = await paidCard(opened.gateway, '1000');
    const { page } = await opened.at(`/payments/${id}`, ['comptabilite']);
    await page.waitForSelector('section[aria-label=Historique] li');
    const again = page.waitForRequest((request) => request.postData()?.includes(id) ?? false);
    await page.evaluate(() => {
      const message = [{ topic: 'PAYMENTS', ids: ['pay_1'], count: 2 }];
      new BroadcastChannel('console-changes').postMessage(message);
    });
    await again;
  });

  it('says that the customer can try again only where they can', async () => {
    const card = await initiated(opened.gateway);
    await changed(opened.gateway, card.payment.id, 'REFUSED', 'BANK_NEWS');
    await signed(opened.gateway, { idClient: 'refused' });
    const debit = await debited(opened.gateway, { idClient: 'refused' });
    await changed(opened.gateway, debit, 'REFUSED', 'BANK_STATEMENT');
    const { page, go } = await opened.signedIn(['comptabilite']);
    const sentence = page.locator('main p', { hasText: 'La banque a refusé ce paiement' });
    await go(`/payments/${card.payment.id}`);
    await sentence.waitFor();
    expect(await sentence.textContent()).toMatch(/Le client peut essayer encore\.$/);
    await go(`/payments/${debit}`);
    await sentence.waitFor();
    expect(await sentence.textContent()).toMatch(/[.)]$/);
    expect(await sentence.textContent()).not.toContain('essayer');
  });

  it('says so for a payment that is not there', async () => {
    const { page } = await opened.at('/payments/pay_01a21dcf0fa77000b2074ea831855100', ['lecture'], { language: 'en' });
    await page.waitForSelector('text=Unknown payment');
  });
});

describe('a payment with all that belongs to it', () => {
  const opened = openForGroup(() => openConsole());

  it.each(drawnLook)('fits and axe finds nothing at $width px, $theme, in $language', async (looks) => {
    const { id } = await paidCard(opened.gateway);
    const { page, axe, fits, complaints } = await opened.at(`/payments/${id}`, ['direct'], looks);
    const sections =
      looks.language === 'fr' ? ['Messages de la banque', 'Écritures'] : ['Messages of the bank', 'Entries'];
    for (const name of sections) {
      await page.waitForSelector(`section[aria-label="${name}"] details`);
      await page
        .locator(`section[aria-label="${name}"] details`)
        .first()
        .evaluate((one) => one.setAttribute('open', ''));
    }
    await page.waitForSelector('text=/payment_initiate/');
    expect([await axe(), await fits()]).toEqual([[], true]);
    expect(complaints).toEqual([]);
  });
});
