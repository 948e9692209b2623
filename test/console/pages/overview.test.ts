import { describe, expect, it } from 'vitest';
import { texts } from '../../../console/src/pages/overview/texts.ts';
import { addDays, parisDateOf } from '../../../src/kernel/sepa/target-calendar.ts';
import { ImportBankFileDocument, RefundPaymentDocument, ReviewPaymentDocument } from '../../generated/graphql.ts';
import { inReview, payAtBank } from '../../support/at-bank.ts';
import { writtenStatement } from '../../support/bank-statements/written-files.ts';
import { intercept } from '../../support/browser.ts';
import { delayAnswers } from '../../support/console/answers-in-any-order.ts';
import { askedRefund } from '../../support/console/asked-refund.ts';
import { watchShifts } from '../../support/console/layout.ts';
import { openConsole } from '../../support/console/open-console.ts';
import { consoleOperations } from '../../support/console/operations.ts';
import { batch, debited } from '../../support/direct-debits/debit-requests.ts';
import { signed } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { scriptFault } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { violationsOn } from '../../support/pages/accessibility.ts';
import { initiated } from '../../support/requests.ts';

const drawn = drawnDatabases();

describe.each(drawn)('/console, the overview, on $name', ({ open }) => {
  const opened = openForGroup(() => openConsole({ open }));

  it('says that all is well and that there is no payment yet, then counts them', async () => {
    const { page, complaints } = await opened.at('/', ['lecture']);
    await page.waitForSelector('text=Tout va bien');
    await page.waitForSelector('text=Aucun paiement sur cette période');
    // Axes without a bar say nothing.
    expect(await page.locator('text=Voir le tableau').count()).toBe(0);
    const developer = await opened.at('/?period=year', ['direct']);
    await developer.page.waitForSelector('text=Aucun paiement sur cette période');
    await developer.page.click('text=Essayer une ancienne URL ou GraphiQL');
    await developer.page.waitForSelector('h1:has-text("Développeurs")');
    await developer.go('/payments');
    await developer.page.click('text=Essayer une ancienne URL ou GraphiQL');
    await developer.page.waitForSelector('h1:has-text("Développeurs")');
    for (let count = 0; count < 3; count++) await initiated(opened.gateway, { amount: '123456' });
    await page.reload();
    const tile = page.locator('dl > div', { hasText: 'Demandés' });
    const tileText = async () => (await tile.textContent())?.replaceAll(/\s/g, ' ');
    await expect.poll(tileText).toContain('3 703,68 €');
    await tile.locator('a').click();
    await page.waitForSelector('h1:has-text("Paiements")');
    await expect.poll(() => page.locator('tbody tr').count()).toBe(3);
    expect(complaints).toEqual([]);
    expect(opened.outsideRequests).toEqual([]);
  });

  it('goes on with the next day at midnight in Paris', async () => {
    const { page, go } = await opened.signedIn(['lecture']);
    await page.clock.install({ time: '2026-03-10T22:58:00Z' });
    const days: unknown[] = [];
    page.on('request', (request) => {
      const asked = request.url().endsWith('/console/graphql') ? request.postDataJSON() : {};
      if (asked.documentId === consoleOperations.Overview) days.push(asked.variables.created);
    });
    await go('/');
    await page.waitForSelector('text=Aucun paiement sur cette période');
    const next = { from: '2026-03-11', to: '2026-03-11' };
    expect(days).not.toContainEqual(next);
    await page.clock.fastForward('05:00');
    await expect.poll(() => days).toContainEqual(next);
  });

  it('keeps the period in the address, and shows each chart as a table', async () => {
    await payAtBank(await initiated(opened.gateway, { paymentTarget: 'LABANQUEPOSTALE' }), 'refuse');
    const { page } = await opened.at('/?period=month', ['lecture'], { language: 'en' });
    await page.getByRole('rowheader', { name: '05 · Do not honour' }).waitFor();
    await page.waitForSelector('text=Payments by day');
    // Heard alone, each button and link says of what it is.
    await page.getByRole('link', { name: /^Refused \d+$/ }).waitFor();
    await page.getByRole('button', { name: 'Show the table, Payments by day' }).click();
    const table = page.locator('table[aria-label="Payments by day"]');
    expect(await table.locator('tbody tr').count()).toBe(30);
    expect(await table.locator('tbody tr').last().textContent()).toContain('0310');
    await page.click('label:has-text("A year")');
    await page.waitForSelector('text=Payments by month');
    expect(page.url()).toContain('period=year');
    // Each region has a name of its own.
    const faults = await violationsOn(page);
    expect(faults.filter(({ id }) => id === 'landmark-unique')).toEqual([]);
  });

  it('draws its charts where the browser names a language that no formatter knows', async () => {
    const { page, go, complaints } = await opened.signedIn(['lecture']);
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'language', { value: 'en-US@posix', configurable: true });
    });
    await initiated(opened.gateway, {});
    await go('/');
    await page.locator('text=Voir le tableau').first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('leads to a payment whose refund is in doubt', async () => {
    const initiation = await initiated(opened.gateway, { paymentTarget: 'LABANQUEPOSTALE' });
    const { id, reference } = initiation.payment;
    await payAtBank(initiation, 'pay');
    const fault = { bank: 'LABANQUEPOSTALE', kind: 'CUT_CONNECTION', operation: 'REFUND', reference: `${reference}-1` };
    await scriptFault(opened.gateway, fault);
    await opened.gateway.send(RefundPaymentDocument, { input: { id } });
    const { page } = await opened.at('/', ['lecture']);
    await page.waitForSelector('text=opération d’issue inconnue à la banque');
    await page.getByRole('link', { name: new RegExp(reference) }).click();
    await page.waitForSelector(`h1:has-text("${reference}")`);
  });
});

describe('/console, the overview', () => {
  const opened = openForGroup(() => openConsole());

  it('compares with the same weekday, where there was one', async () => {
    await initiated(opened.gateway, { amount: '4200' });
    const { page } = await opened.at('/', ['lecture']);
    await page.waitForSelector('text=Aucun refus sur cette période.');
    expect(await page.locator('text=il y a une semaine').count()).toBe(0);
    await page.clock.setFixedTime(Date.now() + 7 * 86_400_000);
    await page.reload();
    await page.waitForSelector('text=il y a une semaine\u00a0: la journée entière');
    // A day that has only begun is no loss of 100 %.
    await page
      .getByText(/^0,00\s€ · [1-9]\d* il y a une semaine$/)
      .first()
      .waitFor();
  });

  it('moves nothing, whichever answer comes last', async () => {
    await initiated(opened.gateway, { amount: '4200' });
    const { page, go } = await opened.signedIn(['direct']);
    await page.clock.setFixedTime(Date.now() + 7 * 86_400_000);
    const shifts = await watchShifts(page);
    for (let [last, count] = [0, 1]; last < count; last++) {
      const answered = await delayAnswers(page, (place) => (place === last ? 400 : 0));
      await go('/');
      count = await answered();
      await page.waitForSelector('text=il y a une semaine');
      expect([last, await shifts()]).toEqual([last, 0]);
    }
  });

  it('shows the rest where an answer is an error', async () => {
    await initiated(opened.gateway, { amount: '4200' });
    const { page, go } = await opened.signedIn(['direct']);
    const json = { errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] };
    await intercept(page, '**/console/graphql', async (route, request) => {
      if (request.headers().accept === 'text/event-stream') return route.fallback();
      const response = await route.fetch();
      const fails = /"(?:paymentTotals|statementCalendar)"/.test(await response.text());
      return route.fulfill(fails ? { json } : { response });
    });
    await go('/');
    await page.getByRole('region', { name: 'À faire' }).getByText('Tout va bien').waitFor();
    await page.getByRole('region', { name: 'Paiements de la période' }).getByText('Demandés').first().waitFor();
    expect(await page.locator('canvas').count()).toBe(0);
  });

  it('counts what waits for a second person, and does not say then that all is well', async () => {
    await askedRefund(opened);
    const { page } = await opened.at('/', ['validation']);
    const work = page.getByRole('region', { name: 'À faire' });
    await work.getByText('demande à approuver ou refuser').waitFor();
    expect(await work.getByText('Tout va bien').count()).toBe(0);
    await work.getByText('demande à approuver ou refuser').click();
    await page.waitForSelector('h1:has-text("Validations")');
  });

  it('names the causes of the refusals that its tile counts, also of those that come later', async () => {
    const { gateway } = opened;
    const { payment } = await inReview(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
    await gateway.send(ReviewPaymentDocument, { input: { id: payment.id, status: 'FAILED' } });
    const { page, go } = await opened.signedIn(['lecture'], { width: 320 });
    await page.clock.install();
    await go('/');
    const isSaid = (count: number) =>
      Promise.all([
        page.getByRole('link', { name: `Refusés ${count}`, exact: true }).waitFor(),
        page.getByText(texts.fr.causesText(count, true), { exact: true }).waitFor(),
      ]);
    await isSaid(1);
    await payAtBank(await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' }), 'refuse');
    await page.clock.fastForward('01:01');
    await isSaid(2);
    // Nothing is to be moved to the side in a narrow window.
    const frame = page.getByRole('table', { name: texts.fr.causes }).locator('..');
    expect(await frame.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
  });

  it('does not say that all is well where a statement is missing', async () => {
    const content = (id: string, day: string, opening: number) => writtenStatement({ id, day, opening, entries: [] });
    for (const [id, daysAgo, opening] of [
      ['O1', 4, 1000],
      ['O2', 2, 9000],
    ] as const) {
      const day = addDays(parisDateOf(opened.gateway.now()), -daysAgo);
      const input = { name: `${id}.xml`, content: content(id, day, opening) };
      await opened.gateway.send(ImportBankFileDocument, { input });
    }
    const { page } = await opened.at('/', ['tresorerie']);
    const work = page.getByRole('region', { name: 'À faire' });
    await work.getByText('Un relevé manque').waitFor();
    expect(await work.getByText('Tout va bien').count()).toBe(0);
  });

  it('leads to the mandates that lapse soon, with the filter that says so', async () => {
    await signed(opened.gateway);
    opened.gateway.advance(Date.parse('2027-12-20') - opened.gateway.now());
    const { page } = await opened.at('/', ['tresorerie']);
    await page.click('a:has-text("mandat caduc d’ici 60 jours")');
    await page.waitForSelector('h1:has-text("Mandats")');
    // The filter is in force: it can be taken away.
    expect(new URL(page.url()).searchParams.get('lapsing')).toBe('60');
    await page.waitForSelector('main button:has-text("60 jours")');
  });
});

describe('/console, the overview, after a file of debits is made', () => {
  // A Wednesday: what is announced then falls due in two weeks, on a TARGET day.
  const opened = openForGroup(() => openConsole({ aheadMs: Date.UTC(2026, 10, 25, 9) - Date.now() }));

  it('counts it until the bank has it, and does not say that all is well when its last day is near', async () => {
    const { gateway } = opened;
    await signed(gateway);
    await debited(gateway);
    await batch(gateway);
    const { page, go, signIn } = await opened.at('/', ['tresorerie']);
    const tile = page.getByRole('link', { name: /1 fichier de prélèvements à remettre/ });
    await tile.filter({ hasText: 'à remettre à la banque' }).waitFor();
    gateway.advance(14 * 86_400_000);
    await signIn();
    await go('/');
    await tile.filter({ hasText: 'd’urgence' }).waitFor();
    expect(await page.getByText('Tout va bien').count()).toBe(0);
    await tile.click();
    await page.waitForSelector('h1:has-text("Prélèvements")');
    await page.getByRole('row').filter({ hasText: 'À remettre' }).waitFor();
    expect(new URL(page.url()).searchParams.get('status')).toBe('CREATED');
  });
});
