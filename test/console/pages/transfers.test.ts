import { describe, expect, it } from 'vitest';
import { ResolveBankExceptionDocument } from '../../generated/graphql.ts';
import { changed } from '../../support/accounting/books.ts';
import { awaitedTransfer } from '../../support/bank-statements/bank-gateway.ts';
import { broughtStatement } from '../../support/bank-statements/brought.ts';
import { openExceptions } from '../../support/bank-statements/importing.ts';
import { credit } from '../../support/bank-statements/written-files.ts';
import { openConsole } from '../../support/console/open-console.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import type { TestGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiated } from '../../support/requests.ts';

const drawn = drawnDatabases();

const dayMs = 86_400_000;

/** Of 1,123.45, a part of 1,000.00 came. */
async function cameInPart(gateway: TestGateway, idCommande = '24595') {
  const payment = await awaitedTransfer(gateway, {}, { amount: 112_345, idCommande });
  const texts = [payment.creditorReference];
  await broughtStatement(gateway, [credit('1000.00', { texts }, { bankReference: payment.reference })]);
  return payment;
}

/** The bank takes back a part of it. */
const taken = (
  { creditorReference }: Awaited<ReturnType<typeof cameInPart>>,
  amount: string,
  bankReference: string,
) => {
  const back = { direction: 'DBIT', code: ['RCDT', 'RRTN'], bankReference } as const;
  return credit(amount, { texts: [creditorReference] }, back);
};

const plain = (text: string | null): string => (text ?? '').replaceAll(/\s/g, ' ');

describe.each(drawn)('/console/transfers, on $name', ({ open }) => {
  const opened = openForGroup(() => openConsole({ open }));

  it('shows those that are late, and those that came in part', async () => {
    const inPart = await awaitedTransfer(opened.gateway);
    const texts = [inPart.creditorReference];
    await broughtStatement(opened.gateway, [credit('100.00', { texts }, { bankReference: 'P1' })]);
    const { page, go } = await opened.at('/transfers?state=IN_PART', ['lecture'], { language: 'en' });
    const row = page.locator('tbody tr');
    await expect.poll(() => row.count()).toBe(1);
    expect(await row.textContent()).toContain(inPart.reference);
    expect(await row.textContent()).toContain('€23.45');
    expect(await row.textContent()).toContain('Received €100.00 / €123.45');
    await go('/transfers?state=LATE');
    await page.waitForSelector('text=No transfer is late');
    opened.gateway.advance(24 * dayMs);
    const later = await opened.at('/transfers?state=LATE', ['lecture']);
    await later.page.waitForSelector(`tbody tr:has-text("${inPart.reference}")`);
    await later.page.waitForSelector('td >> text=En retard');
  });
});

describe('/console/transfers', () => {
  const opened = openForGroup(() => openConsole());

  it('says that none is awaited', async () => {
    const { page, axe } = await opened.at('/transfers', ['lecture'], { theme: 'dark' });
    await page.waitForSelector('text=Aucun virement n’est attendu');
    expect(await axe()).toEqual([]);
  });

  it('shows all of its columns at 1280 pixels', async () => {
    await cameInPart(opened.gateway, '12345678901234567890');
    const { page } = await opened.at('/transfers', ['lecture']);
    const table = page.locator('main table');
    await table.waitFor();
    const [needed, given] = await table.evaluate((one) => [one.scrollWidth, one.parentElement?.clientWidth ?? 0]);
    expect(needed).toBeLessThanOrEqual(given);
  });
});

describe('the payment of a transfer that came in part', () => {
  const opened = openForGroup(() => openConsole());

  it('says how much came and what is missing, to everyone who sees it', async () => {
    const { id } = await cameInPart(opened.gateway);
    const { page } = await opened.at(`/payments/${id}`, ['lecture']);
    const sentence = page.locator('main > p', { hasText: 'Nous avons reçu' });
    const said = 'Nous avons reçu 1 000,00 € sur 1 123,45 € : il manque 123,45 €. Sans le reste, la demande expire le';
    await expect.poll(async () => plain(await sentence.textContent())).toContain(said);
    const story = page.getByRole('region', { name: 'Historique' });
    expect(plain(await story.textContent())).toContain('Argent reçu, d’un autre montant que prévu1 000,00 €');
    // Who may not decide sees no exception.
    expect(await page.getByText('Exception bancaire').count()).toBe(0);
  });

  it('says before it is cancelled, and after, that this money has to go back', async () => {
    const { id } = await cameInPart(opened.gateway);
    const { page } = await opened.at(`/payments/${id}`, ['comptabilite'], { language: 'en' });
    await page.click('main button:has-text("Cancel the payment")');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('We already received €1,000.00 of €1,123.45.').waitFor();
    await dialog.getByText('has to go back to the customer, unless it did already.').waitFor();
    expect(await dialog.getByText('before the money moves').count()).toBe(0);
    await dialog.locator('button[type=submit]').click();
    await page.getByText('We received €1,000.00 of €1,123.45: this money has to go back to the customer').waitFor();
    expect(await page.getByText('No money moved').count()).toBe(0);
  });

  it('says the same where it expired, and so does its exception, to which it leads until that is decided', async () => {
    const { gateway } = opened;
    const { id } = await cameInPart(gateway);
    await changed(gateway, id, 'EXPIRED', 'CLOCK');
    const { page, go, axe, fits } = await opened.at(`/payments/${id}`, ['comptabilite'], { width: 360, theme: 'dark' });
    await page.getByText('cet argent est à rendre au client, si ce n’est pas déjà fait.').waitFor();
    expect(await page.getByText('n’a pas payé à temps').count()).toBe(0);
    await page.waitForSelector('text=/payment_initiate/');
    expect([await fits(), await axe()]).toEqual([true, []]);
    await page.locator('main > p', { hasText: 'Exception bancaire à décider' }).getByRole('link').click();
    await page.waitForURL('**/exceptions?*open=bkx_*');
    await page.getByText('le paiement a pris fin avant le solde').waitFor();
    expect(plain(await page.locator('main').textContent())).toContain('À rendre 1 000,00 €');
    const open = new URL(page.url()).searchParams.get('open') ?? '';
    const input = { id: open, resolution: 'HANDLED', reason: 'rendu' } as const;
    await gateway.send(ResolveBankExceptionDocument, { input });
    await go(`/payments/${id}`);
    await page.getByText('Exceptions bancaires closes').waitFor();
    expect(await page.getByText('Exception bancaire à décider').count()).toBe(0);
    await page.locator('main > p', { hasText: 'Exceptions bancaires closes' }).getByRole('link').click();
    await page.getByText('rendu', { exact: true }).waitFor();
    await page.getByText('le paiement a pris fin avant le solde.').waitFor();
    expect(plain(await page.locator('main').textContent())).toContain('Crédit 1 000,00 €');
    expect(await page.getByText('À rendre', { exact: false }).count()).toBe(0);
  });

  it.each(['CANCELLED', 'EXPIRED'] as const)('says of one that is %s that what came went back', async (status) => {
    const { gateway } = opened;
    const payment = await cameInPart(gateway);
    await broughtStatement(gateway, [taken(payment, '1000.00', `R-${status}`)]);
    await changed(gateway, payment.id, status, status === 'EXPIRED' ? 'CLOCK' : 'CALLER');
    const { page } = await opened.at(`/payments/${payment.id}`, ['lecture'], { language: 'en' });
    await page.locator('main > p', { hasText: 'What came went back.' }).waitFor();
    expect(await page.getByText('No money moved').count()).toBe(0);
  });

  it('says of one that was paid how much the bank took back, and whose the rest is', async () => {
    const { gateway } = opened;
    const payment = await cameInPart(gateway);
    const rest = credit('123.45', { texts: [payment.creditorReference] }, { bankReference: `P-${payment.id}` });
    await broughtStatement(gateway, [rest]);
    const { page, go } = await opened.signedIn(['comptabilite']);
    for (const [amount, left] of [
      ['400.00', 'a repris 400,00 € sur 1 123,45 €. Le reste, 723,45 €, est au nom du client.'],
      ['23.45', 'a repris 423,45 € sur 1 123,45 €. Le reste, 700,00 €, est au nom du client.'],
    ] as const) {
      await broughtStatement(gateway, [taken(payment, amount, `R-${amount}`)]);
      await go(`/payments/${payment.id}`);
      await page.locator('main > p', { hasText: 'Exception bancaire à décider' }).getByRole('link').click();
      await page.waitForURL('**/exceptions?*open=bkx_*');
      const id = new URL(page.url()).searchParams.get('open') ?? '';
      const input = { id, resolution: 'ASSIGNED', payment: payment.id, reason: 'relevé vérifié' } as const;
      await gateway.send(ResolveBankExceptionDocument, { input });
      await go(`/payments/${payment.id}`);
      const sentence = page.locator('main > p', { hasText: 'au nom du client' });
      await expect.poll(async () => plain(await sentence.textContent())).toContain(left);
    }
  });
});

describe('the payment of a direct debit that came in part', () => {
  const opened = openForGroup(() => openConsole());

  it('says so, and to whom the part belongs once the bank refused it, as its exception does', async () => {
    const { gateway } = opened;
    const asked = { paymentTarget: 'LABANQUEPOSTALE', paymentType: 'DIRECT_SEPA', amount: 12_345 } as const;
    const { id } = (await initiated(gateway, asked)).payment;
    await changed(gateway, id, 'PENDING', 'BANK_NEWS');
    await changed(gateway, id, 'SUBMITTED', 'BATCH');
    await broughtStatement(gateway, [credit('100.00', { texts: ['SANS'] }, { bankReference: 'PART' })]);
    const [came] = await openExceptions(gateway.store, 'UNMATCHED_CREDIT');
    const input = { id: came?.id ?? '', resolution: 'ASSIGNED', payment: id, reason: 'vu avec la banque' } as const;
    await gateway.send(ResolveBankExceptionDocument, { input });
    const { page, go } = await opened.at(`/payments/${id}`, ['comptabilite']);
    const sentence = async () => plain(await page.locator('main > p').first().textContent());
    await expect.poll(sentence).toContain('Nous avons reçu 100,00 € sur 123,45 € : il manque 23,45 €.');

    await changed(gateway, id, 'REFUSED', 'BANK_STATEMENT');
    await go(`/payments/${id}`);
    await expect.poll(sentence).toContain('Nous avons reçu 100,00 € sur 123,45 € : cet argent est à rendre au client');
    await page.locator('main > p', { hasText: 'Exception bancaire à décider' }).getByRole('link').click();
    await page.getByText('le paiement a pris fin avant le solde').waitFor();
    expect(plain(await page.locator('main').textContent())).toContain('À rendre 100,00 €');
  });
});

describe('the payment of a transfer of more than its amount', () => {
  const opened = openForGroup(() => openConsole());

  it('says that the surplus has to go back until it went back, and to accounting until a person dealt with it', async () => {
    const { gateway } = opened;
    const payment = await cameInPart(gateway);
    const texts = [payment.creditorReference];
    await broughtStatement(gateway, [credit('200.00', { texts }, { bankReference: 'MORE' })]);
    const { page, go } = await opened.at(`/payments/${payment.id}`, ['lecture']);
    const sentence = async () => plain(await page.locator('main > p').first().textContent());
    await expect.poll(sentence).toContain('Payé le');
    expect(await sentence()).toMatch(
      /\. Il est arrivé 76,55 € de trop : ce surplus est à rendre au client, si ce n’est/,
    );
    expect(await sentence()).not.toContain('Plus rien n’est attendu');

    const [over] = await openExceptions(gateway.store, 'OVERPAID');
    const input = { id: over?.id ?? '', resolution: 'HANDLED', reason: 'porté au crédit du client' } as const;
    await gateway.send(ResolveBankExceptionDocument, { input });
    const accountant = await opened.at(`/payments/${payment.id}`, ['comptabilite']);
    await accountant.page.locator('main > p', { hasText: 'Plus rien n’est attendu' }).waitFor();
    expect(await sentence()).toContain('si ce n’est pas déjà fait');

    await broughtStatement(gateway, [credit('20.00', { texts }, { bankReference: 'AGAIN' })]);
    await accountant.go(`/payments/${payment.id}`);
    await accountant.page.locator('main > p', { hasText: /arrivé 20,00.€ de trop/ }).waitFor();
    await go(`/payments/${payment.id}`);
    await expect.poll(sentence).toContain('96,55 € de trop');

    for (const [back, reference] of [['76.55', 'BACK'] as const, ['20.00', 'BACK2'] as const])
      await broughtStatement(gateway, [taken(payment, back, reference)]);
    await go(`/payments/${payment.id}`);
    await expect.poll(sentence).toMatch(/Payé le .*\d\d:\d\d\. Plus rien n’est attendu\.$/);
  });
});
