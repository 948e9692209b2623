import { describe, expect, it } from 'vitest';
import {
  ActivateMandateDocument,
  AmendMandateDocument,
  RevokeMandateDocument,
  SignMandateDocument,
} from '../../generated/graphql.ts';
import { launchBrowser } from '../../support/browser.ts';
import { created, debtorIban } from '../../support/direct-debits/mandate-requests.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';

// Of a fixed day: a mandate that is not used lapses three years after its signature.
const gateway = openForGroup(() => startGateway({ aheadMs: Date.UTC(2026, 10, 25, 9) - Date.now() }));

const pathOf = ({ formUrl }: { readonly formUrl: string }): string => new URL(formUrl).pathname;
const hostile = `<script>alert(1)</script>"'&`;

describe('the form of a mandate', () => {
  it('says in French what the schemes prescribe, and in English for who reads that', async () => {
    const mandate = await created(gateway);
    const answer = await gateway.get(pathOf(mandate));
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect((await gateway.get(`${pathOf(mandate)}/`)).status).toBe(200);
    expect(page).toContain('Mandat de prélèvement SEPA');
    expect(page).toContain('dans les 8 semaines suivant la date de débit');
    for (const shown of [mandate.rum, mandate.ics, debtorIban.replaceAll(/(.{4})(?=.)/g, '$1 '), 'TEST']) {
      expect(page).toContain(shown);
    }
    const english = await gateway.get(pathOf(mandate), { headers: { 'Accept-Language': 'en' } });
    expect(await english.text()).toContain('SEPA Direct Debit Mandate');
    const business = await (await gateway.get(pathOf(await created(gateway, { scheme: 'B2B' })))).text();
    expect(business).toContain('interentreprises');
    expect(business).not.toContain('8 semaines');
  });

  it('asks for the signature until it is there, and then says when it was given and masks the account', async () => {
    const mandate = await created(gateway);
    const inFours = debtorIban.replaceAll(/(.{4})(?=.)/g, '$1 ');
    const unsigned = await (await gateway.get(pathOf(mandate))).text();
    for (const shown of ['À retourner signé à', inFours]) expect(unsigned).toContain(shown);
    const input = { id: mandate.id, signedOn: '2026-01-05', method: 'PAPER', place: 'Paris' } as const;
    await gateway.send(SignMandateDocument, { input });
    const page = await (await gateway.get(pathOf(mandate))).text();
    expect(page).not.toContain('retourner');
    for (const hidden of [inFours, debtorIban]) expect(page).not.toContain(hidden);
    expect(page).toContain(`${debtorIban.slice(0, 4)} •••• ${debtorIban.slice(-4)}`);
    expect(page).toContain('5 janvier 2026');
    const english = await gateway.get(pathOf(mandate), { headers: { 'Accept-Language': 'en' } });
    expect(await english.text()).toContain('5 January 2026');
  });

  it('says that it changed after the signature, and when: it is not what was signed', async () => {
    const { id, ...mandate } = await created(gateway);
    const pageIn = async (language: string) =>
      (await gateway.get(pathOf(mandate), { headers: { 'Accept-Language': language } })).text();
    const amend = (input: object) => gateway.send(AmendMandateDocument, { input: { id, ...input } });
    await amend({ debtorName: 'Avant la signature' });
    await gateway.send(SignMandateDocument, { input: { id, signedOn: '2026-01-05', method: 'PAPER' } });
    await amend({ endsWithNext: true });
    expect(await pageIn('fr')).not.toContain('Modifié');
    await amend({ debtorName: 'Après la signature' });
    expect(await pageIn('fr')).toMatch(/Après la signature.*5 janvier 2026.*Signé<br>Modifié le 25 novembre 2026/s);
    expect(await pageIn('en')).toMatch(/Signed<br>Changed on 25 November 2026: .* not as it was signed/);
  });

  it('says so also where the bank of a business has to confirm another account', async () => {
    const mandate = await created(gateway, { scheme: 'B2B' });
    const { id } = mandate;
    await gateway.send(SignMandateDocument, { input: { id, signedOn: '2026-01-05', method: 'PAPER' } });
    await gateway.send(ActivateMandateDocument, { input: { id, bankConfirmedOn: '2026-01-06' } });
    await gateway.send(AmendMandateDocument, { input: { id, iban: 'DE89370400440532013000' } });
    expect(await (await gateway.get(pathOf(mandate))).text()).toMatch(/DE89 •••• 3000.*Modifié le 25 novembre 2026/s);
  });

  it('shows names as text, under a policy that runs no script of theirs, and is kept nowhere', async () => {
    const mandate = await created(gateway, { debtor: { name: hostile, iban: debtorIban } });
    const answer = await gateway.get(pathOf(mandate));
    expect(await answer.text()).not.toContain('<script>alert');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(JSON.stringify(gateway.logs)).not.toContain(pathOf(mandate));
  });

  it('is nothing for who does not have its link, and once the mandate has ended', async () => {
    const mandate = await created(gateway);
    await gateway.send(RevokeMandateDocument, { input: { id: mandate.id } });
    for (const path of [pathOf(mandate), `/mandates/${'A'.repeat(24)}`, `/mandates/${mandate.id}`, '/mandates/%00']) {
      const answer = await gateway.get(path);
      expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('Ce lien vers un mandat')]);
    }
    const english = await gateway.get(pathOf(mandate), { headers: { 'Accept-Language': 'en' } });
    expect(await english.text()).toMatch(/This link to a mandate(?!.*payment)/s);
    expect((await gateway.get(pathOf(mandate), { method: 'POST' })).status).toBe(405);
  });

  it('is gone after ninety days without a signature, however often it is used; signed, it is there while it lives', async () => {
    const mandate = await created(gateway, { idClient: 'old' });
    gateway.advance(89 * 86_400_000);
    expect((await gateway.get(pathOf(mandate))).status).toBe(200);
    await gateway.store.transact(async (transaction) => {
      const found = await transaction.mandateById(mandate.id);
      if (!found) throw new Error('not there');
      await transaction.updateMandate({ ...found, version: found.version + 1, updatedAt: gateway.now() });
    });
    gateway.advance(86_400_000);
    expect((await gateway.get(pathOf(mandate))).status).toBe(404);
    await gateway.send(SignMandateDocument, { input: { id: mandate.id, signedOn: '2026-01-15', method: 'PAPER' } });
    gateway.advance(400 * 86_400_000);
    expect((await gateway.get(pathOf(mandate))).status).toBe(200);
    gateway.advance(-490 * 86_400_000);
  });

  it('names the countries of debtor and creditor in the language of the reader', async () => {
    const address = { postalCode: '10115', town: 'Berlin', country: 'DE' };
    const path = pathOf(await created(gateway, { debtor: { name: 'Café', iban: debtorIban, address } }));
    const pageIn = async (language: string) =>
      (await gateway.get(path, { headers: { 'Accept-Language': language } })).text();
    expect(await pageIn('fr')).toMatch(/10115 Berlin, Allemagne<.*, France</s);
    expect(await pageIn('en')).toMatch(/10115 Berlin, Germany<.*, France</s);
  });

  it('prints on one page, with everything that a mandate can say', async () => {
    const mandate = await created(gateway, {
      scheme: 'B2B',
      debtor: {
        name: 'Société des cafés, hôtels et restaurants de la rue de la Paix',
        iban: debtorIban,
        bic: 'PSSTFRPPPAR',
        address: {
          street: 'Avenue du Maréchal de Lattre de Tassigny, bâtiment C, escalier 12',
          buildingNumber: '1234 bis',
          postalCode: '75002',
          town: 'Saint-Remy-en-Bouzemont',
          country: 'FR',
        },
      },
    });
    await using browser = await launchBrowser();
    const context = await browser.newContext({ locale: 'fr-FR' });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(gateway.url + pathOf(mandate));
    expect(await page.getByRole('button', { name: 'Imprimer' }).isVisible()).toBe(true);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    expect(complaints).toEqual([]);
    expect(browser.outsideRequests).toEqual([]);
  });
});
