import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { inReview, paidAtBank } from '../../support/at-bank.ts';
import { intercept } from '../../support/browser.ts';
import { learnsMeanwhile } from '../../support/console/meanwhile.ts';
import { openConsole, twoLooks } from '../../support/console/open-console.ts';
import { consoleOperations } from '../../support/console/operations.ts';
import { openForGroup } from '../../support/open-for.ts';
import { operationsOn } from '../../support/payments/operations.ts';
import { cancellationInDoubt } from '../../support/payments/settling.ts';
import { askConsole, cookie, enterPerson, sessionOf } from '../../support/people/console.ts';
import { initiated } from '../../support/requests.ts';
import { bankSays } from '../../support/scellius-messages.ts';

describe('the dialogs of a payment', () => {
  const opened = openForGroup(() => openConsole());
  const statusOf = async (id: string) => (await opened.gateway.store.paymentById(id))?.status;
  const operationsOf = async (id: string) =>
    (await opened.gateway.store.operationsOf(id)).map(({ kind, status }) => `${kind} ${status}`);
  /** Opens the payment, and the dialog that a button of it opens. */
  const openDialog = async (id: string, button: string, role = 'direct') => {
    const console = await opened.at(`/payments/${id}`, [role]);
    await console.page.click(`main button:has-text("${button}")`);
    await console.page.waitForSelector('[role=dialog]');
    expect(await console.axe()).toEqual([]);
    return console;
  };
  const submit = (page: Page): Promise<void> => page.click('[role=dialog] button[type=submit]');
  const authorised = async (): Promise<string> =>
    (await operationsOn(opened.gateway).paid('PAYBOX', { amount: '4200', capture: 'LATER' })).payment.id;
  const contradicted = async (): Promise<string> => {
    const { id } = (await inReview(opened.gateway)).payment;
    expect(await statusOf(id)).toBe('NEEDS_REVIEW');
    return id;
  };

  // Who may ask for payments may take what the bank holds, by the same scope.
  it('capture what the bank holds, and say how much', async () => {
    const id = await authorised();
    const { page, complaints } = await openDialog(id, 'Encaisser', 'comptabilite');
    await page.waitForSelector('[role=dialog] :text("La banque débite la carte du client de 42,00 €.")');
    await submit(page);
    await page.waitForSelector('text=L’argent est encaissé.');
    await page.waitForSelector('main :text("Plus rien n’est attendu.")');
    // Its button is gone: the keyboard goes on from the page's beginning.
    await page.waitForSelector('main:focus');
    expect([await statusOf(id), await operationsOf(id)]).toEqual(['PAID', ['CAPTURE DONE']]);
    expect(complaints).toEqual([]);
  });

  it('give up what the bank holds', async () => {
    const id = await authorised();
    const { page, complaints } = await openDialog(id, 'Annuler le paiement');
    await submit(page);
    await page.waitForSelector('text=Le paiement est annulé.');
    await page.waitForSelector('main:focus');
    await page.waitForSelector('main :text("avant d’être payé. Aucun argent n’a bougé.")');
    expect([await statusOf(id), await operationsOf(id)]).toEqual(['CANCELLED', ['CANCEL DONE']]);
    expect(complaints).toEqual([]);
  });

  it('give up what is not paid yet, without the bank; closed by Escape they change nothing', async () => {
    const { id } = (await initiated(opened.gateway)).payment;
    const { page } = await openDialog(id, 'Annuler le paiement');
    await page.keyboard.press('Escape');
    await page.waitForSelector('[role=dialog]', { state: 'detached' });
    await page.waitForSelector('main button:text("Annuler le paiement"):focus');
    expect(await statusOf(id)).toBe('REQUIRES_ACTION');
    await page.click('main button:has-text("Annuler le paiement")');
    await submit(page);
    await page.waitForSelector('text=Le paiement est annulé.');
    expect([await statusOf(id), await operationsOf(id)]).toEqual(['CANCELLED', []]);
  });

  it('say who changed the payment meanwhile, and send nothing that would be refused', async () => {
    const id = await authorised();
    const capture = (await openDialog(id, 'Encaisser', 'comptabilite')).page;
    const cancel = (await openDialog(id, 'Annuler le paiement')).page;
    await submit(cancel);
    await learnsMeanwhile(capture, /^Le paiement a changé entre-temps \(par Camille Exemple\).: Annulé\. /);
    const other = await contradicted();
    const [first, second] = [
      await openDialog(other, 'Décider de l’état'),
      await openDialog(other, 'Décider de l’état'),
    ];
    await decide(first.page, 'Refusé par la banque');
    await learnsMeanwhile(second.page, /: Refusé\. Il n’y a plus rien à décider\.$/);
  });

  it('ask for a fresh proof before they cancel what is paid', async () => {
    const { payment } = await operationsOn(opened.gateway).paid('PAYBOX');
    const console = await opened.signedIn(['direct']);
    opened.gateway.advance(6 * 60_000);
    await console.go(`/payments/${payment.id}`);
    await console.page.click('main button:has-text("Annuler le paiement")');
    await console.page.waitForSelector('[role=dialog] :text("Il ne compte plus comme payé")');
    await submit(console.page);
    await console.page.waitForSelector('[role=dialog] :text("Confirmez que c’est vous")');
    expect([await statusOf(payment.id), await operationsOf(payment.id)]).toEqual(['PAID', []]);
  });

  it('say at once that the bank could not be asked', async () => {
    const { payment } = await operationsOn(opened.gateway).paid('PAYBOX');
    const { page } = await opened.at(`/payments/${payment.id}`, ['direct']);
    await page.waitForSelector('main button:has-text("Interroger la banque")');
    await intercept(page, '**/console/graphql', (route) => {
      if (!route.request().postData()?.includes(consoleOperations.RefreshPayment)) return route.continue();
      const errors = [{ message: 'x', extensions: { code: 'INTERNAL_SERVER_ERROR' } }];
      return route.fulfill({ status: 500, json: { errors } });
    });
    await page.click('main button:has-text("Interroger la banque")');
    await page.waitForSelector('main [role=alert]');
  });

  it('ask for another refund under another key, once a second person has decided about the first', async () => {
    const { gateway } = opened;
    const { paid, night } = operationsOn(gateway);
    const { id } = (await paid('PAYBOX', { amount: '90000' })).payment;
    await night();
    const { page } = await openDialog(id, 'Rembourser', 'comptabilite');
    const waiting = () => gateway.store.approvalsWaitingOf([id], gateway.now(), 5);
    const needsAnother = '[role=dialog] :text("Une deuxième personne doit le valider")';
    await page.fill('[role=dialog] input[name=amount]', '600,00');
    await submit(page);
    await page.waitForSelector(needsAnother);
    await page.click('[role=dialog] button:has-text("Fermer")');
    const decides = cookie(await sessionOf(gateway, await enterPerson(gateway, ['validation'])));
    const input = { id: (await waiting())[0]?.id, decision: 'APPROVE', reason: 'vu' };
    await askConsole(gateway, { documentId: consoleOperations.DecideApproval, variables: { input } }, decides);
    await page.waitForSelector('main :text("puis remboursé en partie")');
    await page.click('main button:has-text("Rembourser")');
    await submit(page);
    await page.waitForSelector(needsAnother);
    expect(await waiting()).toMatchObject([{ amountCents: 30_000 }]);
    expect(await operationsOf(id)).toEqual(['REFUND DONE']);
  });

  const decide = async (page: Page, choice: string): Promise<void> => {
    await page.click('[role=dialog] button[aria-haspopup=listbox]');
    await page.click(`[role=option]:has-text("${choice}")`);
    await submit(page);
  };

  it('record what a person decided about a contradiction', async () => {
    const id = await contradicted();
    const { page, complaints } = await openDialog(id, 'Décider de l’état');
    await submit(page);
    expect(await statusOf(id)).toBe('NEEDS_REVIEW');
    await decide(page, 'Refusé par la banque');
    await page.waitForSelector('text=Votre décision est enregistrée.');
    await page.waitForSelector('main :text("La banque a refusé ce paiement le")');
    expect(await statusOf(id)).toBe('REFUSED');
    expect(complaints).toEqual([]);
  });

  it('record that the money of a paid payment did not come, or came after all, where the bank says so', async () => {
    const initiation = await operationsOn(opened.gateway).paid('LABANQUEPOSTALE');
    const { id } = initiation.payment;
    const console = await opened.signedIn(['direct']);
    const button = 'main button:has-text("Décider de l’état")';
    await console.go(`/payments/${id}`);
    await console.page.waitForSelector('main button:has-text("Rembourser")');
    expect(await console.page.locator(button).count()).toBe(0);
    await bankSays(opened.gateway, initiation, { vads_trans_status: 'CAPTURE_FAILED' });
    await console.page.click(button);
    await console.page.waitForSelector('main :text("que cet argent n’est pas venu : une personne doit décider.")');
    await console.page.click('[role=dialog] button[aria-haspopup=listbox]');
    expect(await console.page.locator('[role=option]').allTextContents()).toEqual(['Payé, puis rejeté par la banque']);
    await console.page.click('[role=option]');
    await submit(console.page);
    // The bank had no money to take back.
    await console.page.waitForSelector('main :text("Une personne a décidé le")');
    expect(await console.page.getByText('la banque a repris l’argent').count()).toBe(0);
    expect(await statusOf(id)).toBe('RETURNED');
    expect(await console.page.locator(button).count()).toBe(0);
    await bankSays(opened.gateway, initiation, { vads_trans_status: 'CAPTURED' });
    await console.page.waitForSelector('main :text("La banque dit maintenant que cet argent est venu")');
    await console.page.click(button);
    await console.page.click('[role=dialog] button[aria-haspopup=listbox]');
    expect(await console.page.locator('[role=option]').allTextContents()).toEqual(['Payé']);
    expect(console.complaints).toEqual([]);
  });

  it('are below a sentence that says of an operation in review that a person decides', async () => {
    const { id } = (await operationsOn(opened.gateway).paid('PAYBOX')).payment;
    await cancellationInDoubt(opened.gateway, id);
    const { page } = await opened.at(`/payments/${id}`, ['direct'], { language: 'en' });
    await page.waitForSelector(
      'main :text("about the cancellation of €12.50, and is not asked any more: a person has to")',
    );
    expect(await page.getByText('Nothing more is awaited').count()).toBe(0);
  });

  it('wait for a second person where the decision is that it is paid', async () => {
    const id = await contradicted();
    const { page } = await openDialog(id, 'Décider de l’état');
    await decide(page, 'Payé');
    await page.waitForSelector('[role=dialog] :text("Une deuxième personne doit le valider")');
    expect(await page.locator('[role=dialog] button[type=submit]').count()).toBe(0);
    expect(await statusOf(id)).toBe('NEEDS_REVIEW');
  });
});

describe('a payment that was paid twice', () => {
  const opened = openForGroup(() => openConsole());
  const twice = {
    fr: {
      ...{ paid: 'paiement payé deux fois', tooMuch: 'la banque détient 12,50 € de trop (transaction' },
      ...{
        refund: 'Rembourser',
        given: 'remboursé en entier',
        awaited: 'Plus rien n’est attendu',
        well: 'Tout va bien',
      },
    },
    en: {
      ...{ paid: 'payment that was paid twice', tooMuch: 'the bank holds €12.50 too much (transaction' },
      ...{ refund: 'Refund', given: 'refunded in full', awaited: 'Nothing more is awaited', well: 'All is well' },
    },
  } as const;

  it.each(twoLooks)('is listed until given back at the bank, and its refund says so ($language)', async (look) => {
    const said = twice[look.language];
    const initiation = await paidAtBank(opened.gateway, { paymentTarget: 'LABANQUEPOSTALE' });
    const { id, reference } = initiation.payment;
    const number = `${id.slice(4, 35)}b`;
    await bankSays(opened.gateway, initiation, { vads_trans_uuid: number });
    const { page, go, axe, fits, complaints } = await opened.signedIn(['direct'], look);
    await go('/');
    await page.waitForSelector(`main :text("${said.paid}")`);
    expect(await page.getByText(said.well).count()).toBe(0);
    expect([await axe(), await fits()]).toEqual([[], true]);
    await page.getByRole('link', { name: new RegExp(reference) }).click();
    await page.waitForSelector(`main :text("${said.tooMuch} ${number})")`);
    expect(await page.getByText(said.awaited).count()).toBe(0);
    expect([await axe(), await fits()]).toEqual([[], true]);
    await page.click(`main button:has-text("${said.refund}")`);
    await page.waitForSelector(`[role=dialog] :text("${said.tooMuch} ${number})")`);
    expect(await axe()).toEqual([]);
    await page.click('[role=dialog] button[type=submit]');
    await page.waitForSelector(`main :text("${said.given}")`);
    await page.waitForSelector(`main :text("${said.tooMuch} ${number})")`);
    await bankSays(opened.gateway, initiation, { vads_trans_uuid: number, vads_trans_status: 'CANCELLED' });
    await page.getByText(said.tooMuch).waitFor({ state: 'detached' });
    await go('/');
    await page.waitForSelector(`main :text("${said.well}")`);
    expect(complaints).toEqual([]);
  });
});
