import { beforeAll, describe, expect, it } from 'vitest';
import { creditorReference } from '../../src/kernel/sepa/creditor-reference.ts';
import { CancelPaymentDocument } from '../generated/graphql.ts';
import { credit, writtenStatement } from '../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { textOf } from '../support/pages/shown.ts';
import { type Initiated, initiated } from '../support/requests.ts';

/** A payment ended with a part of its transfer. The page names that part, and asks for nothing more. */

describe.each(drawnDatabases())('a transfer that ended ($name)', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));
  beforeAll(() => {
    gateway.advance(Date.UTC(2026, 10, 25, 9) - gateway.now());
  });

  const awaited = () =>
    initiated(gateway, { paymentTarget: 'MILLIET', paymentType: 'SEPA', idCommande: '0', amount: 50_000 });
  async function receive({ payment }: Initiated, amount: string): Promise<void> {
    const id = `${payment.reference}-${amount}`;
    const entries = [credit(amount, { structured: creditorReference(payment.reference) }, { bankReference: id })];
    const headers = { 'Content-Type': 'application/xml' };
    const body = writtenStatement({ id, entries });
    const answer = await gateway.get('/bank-files?name=bank.xml', { method: 'POST', headers, body });
    expect(await answer.json()).toMatchObject({ status: 'IMPORTED', applied: 1 });
  }
  async function expire({ payment }: Initiated): Promise<void> {
    const found = await gateway.store.paymentById(payment.id);
    gateway.advance((found?.expiresAt ?? 0) + 1 - gateway.now());
  }
  async function shown({ payment }: Initiated, language = 'fr'): Promise<string> {
    const path = new URL(payment.paymentUrl ?? '').pathname;
    return textOf(await (await gateway.get(path, { headers: { 'Accept-Language': language } })).text());
  }

  it('says what came in time, and asks for no whole transfer', async () => {
    const initiation = await awaited();
    await receive(initiation, '300.00');
    await receive(initiation, '100.00');
    await expire(initiation);
    const page = await shown(initiation);
    expect(page).toContain('Délai dépassé');
    expect(page).toContain('Nous avons reçu 400,00 € sur 500,00 €. Ne refaites pas le virement entier.');
    expect(page).toContain('Donnez la référence ci-dessous à');
    expect(page).toContain(initiation.payment.reference);
    expect(page).not.toMatch(/aucun paiement|nouveau lien/);
    const english = await shown(initiation, 'en');
    expect(english).toContain('We have received €400.00 of €500.00. Do not make the whole transfer again.');
    expect(english).not.toMatch(/no payment|new link/);
  });

  it('says it of one that its client cancelled', async () => {
    const initiation = await awaited();
    await receive(initiation, '400.00');
    const { data } = await gateway.send(CancelPaymentDocument, { input: { id: initiation.payment.id } });
    expect(data?.cancelPayment).toMatchObject({ payment: { status: 'CANCELLED' } });
    const page = await shown(initiation);
    expect(page).toContain('Paiement annulé');
    expect(page).toContain('Nous avons reçu 400,00 € sur 500,00 €.');
    expect(page).not.toMatch(/pas débité|nouveau lien/);
  });

  it('says that nothing came where nothing did', async () => {
    const initiation = await awaited();
    await expire(initiation);
    const page = await shown(initiation);
    expect(page).toContain('Nous n’avons reçu aucun paiement dans le délai prévu.');
    expect(page).toContain('demandez un nouveau lien');
    expect(page).not.toContain('Nous avons reçu');
  });
});
