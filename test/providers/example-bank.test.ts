import { describe, expect, it } from 'vitest';
import type { GatewayServices } from '../../src/app/services.ts';
import { anonymous } from '../../src/kernel/caller.ts';
import { openAttempt } from '../../src/modules/payments/attempts/open-attempt.ts';
import { initiatePayment } from '../../src/modules/payments/initiation/initiate-payment.ts';
import { receiveNotification } from '../../src/modules/payments/notifications/receive-notification.ts';
import { refundPayment } from '../../src/modules/payments/operations/refund-payment.ts';
import type { Providers } from '../../src/modules/payments/provider.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { openForEach } from '../support/open-for.ts';
import { exampleAccount, exampleOperations, examplePage, messageOf } from '../support/providers/example-bank.ts';
import { cardPayment } from '../support/requests.ts';
import { openTestStore } from '../support/store/examples.ts';
import { servicesOver } from '../support/store/services.ts';

/** What a bank's folder says is all that the gateway needs of it: one that does not exist takes a payment and gives it back. */

describe.each(drawnDatabases())('a bank that the gateway does not have, on $name', (database) => {
  const opened = openForEach(() => openTestStore(database));
  const clock = () => Date.UTC(2026, 10, 27, 9);

  /** @param questions what the bank is asked, server to server */
  function servicesAt(questions: string[] = []): GatewayServices {
    const services = servicesOver(opened.store, { publicUrl: 'https://pay.example', clock });
    const societes = new Map(
      [...services.societes].map(([id, societe]) => [
        id,
        { ...societe, accounts: { ...societe.accounts, PAYBOX: { TEST: exampleAccount as never } } },
      ]),
    );
    return {
      ...services,
      societes,
      providers: { ...services.providers, PAYBOX: examplePage as unknown as Providers['PAYBOX'] },
      operations: { ...services.operations, PAYBOX: exampleOperations as never },
      bankCall: async ({ body }) => {
        questions.push(body);
        return { status: 200, body: Buffer.from('{}') };
      },
    };
  }

  const initiate = (services: GatewayServices, change: object = {}) =>
    initiatePayment(services, anonymous, { ...cardPayment, ...change }, { derivesKey: false, usesDirectory: false });

  const receive = (services: GatewayServices, body: Buffer) =>
    receiveNotification(services, {
      ...{ target: 'PAYBOX', idSociete: '1', method: 'POST', query: '', headers: {}, source: '192.0.2.1', body },
    });

  it('takes a payment by its own form and message, and gives it back by its own call', async () => {
    const questions: string[] = [];
    const services = servicesAt(questions);
    const { payment } = await initiate(services);
    const page = await openAttempt(services, payment.token, 'fr');
    if (page?.kind !== 'FORM') throw new Error('there is no form');
    expect(page).toMatchObject({ pageOf: 'Banque Exemple', form: { url: 'https://bank.example/page' } });
    const order = page.form.fields.order ?? '';

    expect((await receive(services, messageOf(exampleAccount, order, 1250))).outcome).toMatchObject({
      kind: 'APPLIED',
    });
    expect(await opened.store.paymentById(payment.id)).toMatchObject({ status: 'PAID' });

    const refunded = await refundPayment(services, anonymous, { id: payment.id, amount: 250, idempotencyKey: 'once' });
    expect(refunded.payment.status).toBe('PARTIALLY_REFUNDED');
    expect(questions.map((body) => JSON.parse(body))).toEqual([
      { kind: 'REFUND', order, amountCents: 250, question: 0 },
    ]);
  });

  it('is not believed where another key signed, or another amount', async () => {
    const services = servicesAt();
    const { payment } = await initiate(services);
    const forged = messageOf({ ...exampleAccount, key: 'a guess' }, `${payment.reference}-1`, 1250);
    expect((await receive(services, forged)).outcome).toMatchObject({ kind: 'REJECTED' });
    const dearer = messageOf(exampleAccount, `${payment.reference}-1`, 1251);
    expect((await receive(services, dearer)).outcome).toMatchObject({ kind: 'CONTRADICTION', reason: 'amount' });
    expect(await opened.store.paymentById(payment.id)).toMatchObject({ status: 'NEEDS_REVIEW' });
  });

  it('takes no other means than its own', async () => {
    await expect(initiate(servicesAt(), { paymentType: 'AMEX' })).rejects.toThrow(
      'PAYBOX does not take AMEX. Allowed: LABANQUEPOSTALE: DIRECT_SEPA, CB, AMEX; PAYBOX: CB; MILLIET',
    );
  });
});
