import { describe, expect, it } from 'vitest';
import { texts } from '../../../console/src/pages/approvals/texts.ts';
import { commandLine } from '../../../src/cli/operator/operator.ts';
import { withdrawWaiting } from '../../../src/modules/approvals/withdraw-approval.ts';
import { inReview, refundedAtBank } from '../../support/at-bank.ts';
import { learnsMeanwhile } from '../../support/console/meanwhile.ts';
import { openConsole } from '../../support/console/open-console.ts';
import { consoleOperations } from '../../support/console/operations.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import type { TestGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { operationsOn } from '../../support/payments/operations.ts';
import { askConsole, cookie, enterPerson, servicesOf, sessionOf } from '../../support/people/console.ts';
import { sampled } from '../../support/sample.ts';

const drawn = drawnDatabases();
const drawnLook = sampled(
  [
    { width: 1280, theme: 'light', language: 'fr' },
    { width: 1280, theme: 'dark', language: 'en' },
    { width: 360, theme: 'dark', language: 'fr' },
  ] as const,
  { about: 1, name: 'looks of approvals' },
);

/** A refund above the limit of accounting: it waits. */
async function heldRefund(gateway: TestGateway, amount = '90000') {
  const { paid, night } = operationsOn(gateway);
  const { payment } = await paid('PAYBOX', { amount });
  await night();
  const asks = await enterPerson(gateway, ['comptabilite'], { name: 'Dominique Exemple' });
  const headers = cookie(await sessionOf(gateway, asks));
  await askConsole(
    gateway,
    { documentId: consoleOperations.RefundPayment, variables: { input: { id: payment.id } } },
    headers,
  );
  return payment;
}

describe.each(drawn)('/console/approvals, on $name', ({ open }) => {
  const opened = openForGroup(() => openConsole({ open }));

  it('approves in two presses and a reason; who asked sees that it was done', async () => {
    const { reference } = await heldRefund(opened.gateway);
    const { page, axe, complaints } = await opened.at('/approvals', ['validation']);
    const card = page.locator('section', { hasText: reference });
    await card.waitFor();
    expect(await card.textContent()).toMatch(/Rembourser 900,00.€/);
    expect(await card.textContent()).toContain('Dominique Exemple');
    // It does not stand in its own way.
    expect(await card.textContent()).not.toContain('Tout ce qui reste attend');
    await card.getByRole('button', { name: 'Valider' }).click();
    await page.waitForSelector('[role=dialog]');
    expect(await axe()).toEqual([]);
    await page.keyboard.type('Commande annulée');
    await page.click('[role=dialog] button[type=submit]');
    await page.waitForSelector('text=Le client est remboursé');
    await card.waitFor({ state: 'detached' });
    // The list announces what others ask for, and not one’s own decision.
    await heldRefund(opened.gateway);
    await page.waitForSelector('main [role=status] >> text=1 demande a changé');
    await page.click('nav[aria-label="Demandes affichées"] >> text=Validée');
    await card.waitFor();
    expect(await card.textContent()).toContain('Commande annulée');
    expect(complaints).toEqual([]);
  });

  it('cannot be approved where other refunds leave less than it asks for, in a dialog that stands open too', async () => {
    const { id, reference } = await heldRefund(opened.gateway);
    const { page, axe } = await opened.at('/approvals', ['validation']);
    const card = page.locator('section', { hasText: reference });
    await card.getByRole('button', { name: 'Valider' }).click();
    await page.keyboard.type('Commande annulée');
    await refundedAtBank(opened.gateway, id, 50_000);
    // The stream names the payment, for a refund is an event of it.
    await page.evaluate(
      (ids) => new BroadcastChannel('console-changes').postMessage([{ topic: 'PAYMENTS', ids, count: 1 }]),
      [id],
    );
    await page
      .getByRole('dialog')
      .getByText(/Il ne reste que 400,00.€/)
      .waitFor();
    expect(await axe()).toEqual([]);
    await learnsMeanwhile(page, /Il ne reste que 400,00.€ à rembourser.: refusez la demande/);
    await page.reload();
    await card.getByText(/Il ne reste que 400,00.€ à rembourser.: refusez la demande/).waitFor();
    expect(await card.getByRole('button').allTextContents()).toEqual(['Refuser']);
  });

  it('cannot be approved where what it is about has changed since', async () => {
    const { id } = (await inReview(opened.gateway)).payment;
    const asks = cookie(await sessionOf(opened.gateway, await enterPerson(opened.gateway, ['comptabilite'])));
    const decide = (status: string) =>
      askConsole(
        opened.gateway,
        { documentId: consoleOperations.ReviewPayment, variables: { input: { id, status } } },
        asks,
      );
    await decide('PAID');
    const { page } = await opened.at('/approvals', ['validation']);
    const card = page.locator('section', { has: page.locator(`a[href*="${id}"]`) });
    await card.getByRole('button', { name: 'Valider' }).click();
    await decide('REFUSED');
    await learnsMeanwhile(page, texts.fr.outOfDate);
    await page.reload();
    await card.getByText(texts.fr.outOfDate).waitFor();
    expect(await card.getByRole('button').allTextContents()).toEqual(['Refuser']);
  });

  it('is said on the page of the payment, to who only reads too, until it is decided', async () => {
    const { id, reference } = await heldRefund(opened.gateway);
    const reader = await opened.at(`/payments/${id}`, ['lecture']);
    const waits =
      /Le remboursement de 900,00.€ demandé par Dominique Exemple attend la décision d’une deuxième personne/;
    await reader.page.getByText(waits).waitFor();
    expect(await reader.page.textContent('main')).not.toContain('Plus rien n’est attendu');
    expect(await reader.page.locator('main >> text=Voir la demande').count()).toBe(0);
    expect(await reader.axe()).toEqual([]);
    const { page, go } = await opened.at(`/payments/${id}`, ['validation']);
    await page.click('text=Voir la demande');
    const card = page.locator('section', { hasText: reference });
    await card.getByRole('button', { name: 'Refuser' }).click();
    await page.keyboard.type('Déjà remboursé');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=Refusé : rien n’est fait.');
    // The open page learns of it, by whom, and why.
    await reader.page.getByText('Plus rien n’est attendu').waitFor();
    expect(await reader.page.getByText(waits).count()).toBe(0);
    const ended = reader.page.getByRole('region', { name: 'Demandes de validation' });
    const said = /Refusé par Camille Exemple.*900,00.€.* · demandé par Dominique ExempleMotif\u00a0: Déjà remboursé$/;
    expect(await ended.getByRole('listitem').allTextContents()).toEqual([expect.stringMatching(said)]);
    expect(await reader.axe()).toEqual([]);
    // Who may decide finds the request again.
    await go(`/payments/${id}`);
    await page.getByRole('region', { name: 'Demandes de validation' }).getByText('Voir la demande').click();
    await card.getByText('Déjà remboursé').waitFor();
  });

  it('says to who does not decide that only its own requests are listed', async () => {
    const { reference } = await heldRefund(opened.gateway);
    const reader = await opened.signedIn(['lecture']);
    await reader.go('/approvals');
    await reader.page.waitForSelector('main >> text=Aucune de vos demandes n’attend de validation');
    const said = await reader.page.textContent('main');
    expect(said).toContain('Vos propres demandes');
    expect(said).not.toContain('Rien n’attend');
    expect(said).not.toContain(reference);
  });

  it('refuses with a reason, by the keyboard alone, on a telephone', async () => {
    const { reference } = await heldRefund(opened.gateway);
    const { page, go, fits } = await opened.at('/approvals', ['validation'], { width: 390 });
    const card = page.locator('section', { hasText: reference });
    await card.getByRole('button', { name: 'Refuser' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=dialog]');
    // Without a reason nothing is sent.
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=dialog] [data-invalid]');
    // In the language of the page, whatever that of the browser is.
    await page.waitForSelector('[role=dialog] :text-is("Remplissez ce champ.")');
    await page.keyboard.type('Déjà remboursé par chèque');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=Refusé : rien n’est fait.');
    await go('/approvals?status=REFUSED');
    await card.waitFor();
    expect(await card.textContent()).toContain('Déjà remboursé par chèque');
    expect(await fits()).toBe(true);
  });

  it('asks for a fresh proof over the form, and keeps what was typed', async () => {
    const { reference } = await heldRefund(opened.gateway);
    const { page, go } = await opened.signedIn(['validation']);
    opened.gateway.advance(6 * 60_000);
    await go('/approvals');
    await page.locator('section', { hasText: reference }).getByRole('button', { name: 'Valider' }).click();
    await page.fill('[role=dialog] input', 'vu');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=Confirmez que c’est vous');
    expect(await page.inputValue('[role=dialog] input[name=reason]')).toBe('vu');
  });

  it('leaves one’s own request to another person, and lets who asked withdraw it', async () => {
    const { id, reference, window } = await heldOwn(opened.gateway);
    const { page, go, axe, complaints } = window;
    await go('/approvals');
    const card = page.locator('section', { hasText: reference });
    await card.waitFor();
    expect(await card.textContent()).toContain('Vous l’avez demandé');
    expect(await card.getByRole('button').allTextContents()).toEqual(['Retirer la demande']);
    const late = await page.context().newPage();
    await late.goto(page.url());
    await late.locator('section', { hasText: reference }).getByRole('button', { name: 'Retirer' }).click();
    await card.getByRole('button', { name: 'Retirer la demande' }).click();
    await page.waitForSelector('[role=dialog]');
    expect(await axe()).toEqual([]);
    await page.click('[role=dialog] button[type=submit]');
    await page.waitForSelector('text=La demande est retirée.');
    await card.waitFor({ state: 'detached' });
    await learnsMeanwhile(late, texts.fr.meanwhile.WITHDRAWN('vous'));
    await page.click('nav[aria-label="Demandes affichées"] >> text=Retirée');
    await card.waitFor();
    expect(await card.textContent()).toContain('Retirée le');
    // The refund may be asked for again.
    await go(`/payments/${id}`);
    await page.click('main button:has-text("Rembourser")');
    await page.waitForSelector('[role=dialog] >> text=/Au plus 900,00.€/');
    expect(complaints).toEqual([]);
  });

  it('withdrawn by a restore says so, and what to do before it is asked for again', async () => {
    const { id, reference } = await heldRefund(opened.gateway);
    await withdrawWaiting({ ...servicesOf(opened.gateway), store: opened.gateway.store }, commandLine);
    const { page, go } = await opened.at('/approvals?status=WITHDRAWN', ['validation']);
    const card = page.locator('section', { hasText: reference });
    await card.getByText('La base a été restaurée : comparez à la banque, puis redemandez.').waitFor();
    await go(`/payments/${id}`);
    await page.getByText('Retiré par une restauration de la base : comparez à la banque, puis redemandez').waitFor();
  });

  it('says in an open dialog that a second person has decided meanwhile', async () => {
    const { reference, window } = await heldOwn(opened.gateway);
    await window.go('/approvals');
    const card = window.page.locator('main section', { hasText: reference });
    await card.getByRole('button', { name: 'Retirer la demande' }).click();
    const decides = cookie(await sessionOf(opened.gateway, await enterPerson(opened.gateway, ['validation'])));
    const [found] = await opened.gateway.store.approvals({
      ...{ requestedBy: `console/${window.person?.id}`, status: 'PENDING' as const },
      sight: { payments: { client: null, societes: null, origins: null }, mandates: null },
      ...{ now: opened.gateway.now(), beforeId: null, limit: 1 },
    });
    const input = { id: found?.id, decision: 'REFUSE', reason: 'déjà rendu' };
    const documentId = consoleOperations.DecideApproval;
    const decided = await askConsole(opened.gateway, { documentId, variables: { input } }, decides);
    expect(decided).toMatchObject({ body: { data: { decideApproval: { approval: { status: 'REFUSED' } } } } });
    await learnsMeanwhile(window.page, texts.fr.meanwhile.REFUSED('Camille Exemple'));
  });

  /** Asked for by a person that may approve too, on the page of the payment. */
  async function heldOwn(gateway: TestGateway) {
    const { paid, night } = operationsOn(gateway);
    const { payment } = await paid('PAYBOX', { amount: '90000' });
    await night();
    const window = await opened.at(`/payments/${payment.id}`, ['direct']);
    await window.page.click('main button:has-text("Rembourser")');
    await window.page.keyboard.press('Enter');
    await window.page.waitForSelector('text=Une deuxième personne doit le valider');
    await window.page.click('[role=dialog] button:has-text("Fermer")');
    // What waits is not offered a second time.
    await window.page.getByText('Tout ce qui reste attend la validation').first().waitFor();
    return { ...payment, window };
  }

  it('shows what concerns the other mode there alone', async () => {
    const { reference } = await heldRefund(opened.gateway);
    const { page, go } = await opened.at('/approvals?mode=TEST', ['direct']);
    await page.waitForSelector(`text=${reference}`);
    await go('/approvals?mode=LIVE');
    await page.waitForSelector('text=Rien n’attend de validation');
  });
});

describe('/console/approvals', () => {
  const opened = openForGroup(() => openConsole());

  it.each(drawnLook)('fits and axe finds nothing at $width px, $theme, in $language, full and empty', async (looks) => {
    await heldRefund(opened.gateway);
    const { page, go, axe, fits, complaints } = await opened.signedIn(['validation'], looks);
    for (const path of ['/approvals', '/approvals?status=EXPIRED']) {
      await go(path);
      await page.waitForSelector('main section :is(dl, p)');
      expect([await axe(), await fits()]).toEqual([[], true]);
    }
    expect(complaints).toEqual([]);
  });
});
