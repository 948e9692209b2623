import { beforeAll, describe, expect, it } from 'vitest';
import { followPayment } from '../../clients/typescript/src/follow.ts';
import {
  CancelPaymentDocument,
  type Client,
  createClient,
  GatewayError,
  GetPaymentDocument,
  InitiatePaymentDocument,
  type InitiatePaymentInput,
  Intention,
  ListPaymentsDocument,
  match,
  pages,
  RefundPaymentDocument,
} from '../../clients/typescript/src/index.ts';
import { createSandbox, type Sandbox, SandboxError, waitForStatus } from '../../clients/typescript/src/testing.ts';
import { allPayments } from '../../src/modules/payments/payment-store.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';

/** The client package against the whole gateway and its simulated banks. */

const gateway = openForGroup(() => startGateway({ workers: 'RUNNING' }));
let client: Client;
let sandbox: Sandbox;
beforeAll(async () => {
  client = createClient({ url: gateway.url });
  sandbox = createSandbox({ url: gateway.url });
});

const input: InitiatePaymentInput = {
  ...{ paymentTarget: 'PAYBOX', paymentRunMode: 'TEST', paymentType: 'CB', idOrigin: 'web', idSociete: '1' },
  ...{ idClient: '2263', idCommande: '0', amount: 1250, email: 'client@example.fr' },
};

async function initiate(more: Partial<InitiatePaymentInput> = {}, using = client) {
  const { initiatePayment } = await using.execute(InitiatePaymentDocument, { input: { ...input, ...more } });
  if (initiatePayment.__typename === 'InitiatePaymentSuccess') return initiatePayment.payment;
  throw new Error(initiatePayment.message);
}

const storedFor = async (email: string) =>
  (await gateway.store.payments({ ...allPayments, limit: 100 })).filter((payment) => payment.email === email);

describe('a payment', () => {
  it.each(['PAYBOX', 'LABANQUEPOSTALE'] as const)('is initiated, paid at %s and refunded', async (paymentTarget) => {
    const payment = await initiate({ paymentTarget });
    expect(payment).toMatchObject({ status: 'REQUIRES_ACTION', isFinal: false, amount: { cents: 1250 } });
    await sandbox.pay(payment);
    const paid = await waitForStatus(client, payment.id, 'PAID');
    expect(paid.availableActions).toContainEqual(expect.objectContaining({ action: 'REFUND', available: true }));
    await sandbox.night();
    const { refundPayment } = await client.execute(RefundPaymentDocument, { input: { id: payment.id, amount: 250 } });
    expect(
      match(refundPayment, {
        RefundPaymentSuccess: ({ refund }) => refund.amount.cents,
        InvalidInputError: ({ message }) => message,
        NotAllowedError: ({ message }) => message,
        OperationNotPossibleError: ({ message }) => message,
        OperationInProgressError: ({ message }) => message,
        IdempotencyConflictError: ({ message }) => message,
        OutcomeUnknownError: ({ message }) => message,
        ApprovalRequiredError: ({ approval }) => approval.id,
        ProviderUnavailableError: ({ message }) => message,
      }),
    ).toBe(250);
  });

  it('is paid with a card that asks for a code, refused by the bank, or given up', async () => {
    const [challenged, refused, cancelled] = [await initiate(), await initiate(), await initiate()];
    await sandbox.pay(challenged, { card: '4012001037141112' });
    await sandbox.refuse(refused, { code: '00151' });
    await sandbox.cancel(cancelled);
    expect(await waitForStatus(client, challenged.id, ['PAID', 'AUTHORIZED'])).toMatchObject({ status: 'PAID' });
    expect(await waitForStatus(client, refused.id, 'REFUSED')).toMatchObject({ isFinal: true });
    expect(await waitForStatus(client, cancelled.id, 'CANCELLED')).toMatchObject({ isFinal: true });
  });

  it.each([
    ['PAYBOX', 'refuse', 'REFUSED'],
    ['PAYBOX', 'cancel', 'CANCELLED'],
    ['LABANQUEPOSTALE', 'refuse', 'REFUSED'],
    ['LABANQUEPOSTALE', 'cancel', 'CANCELLED'],
  ] as const)('is paid at %s after the customer pressed %s', async (paymentTarget, press, status) => {
    const payment = await initiate({ paymentTarget });
    await sandbox[press](payment);
    await waitForStatus(client, payment.id, status);
    await sandbox.pay(payment);
    expect(await waitForStatus(client, payment.id, 'PAID')).toMatchObject({ isFinal: true });
  });

  it('signs a mandate on the page of La Banque Postale', async () => {
    const payment = await initiate({ paymentTarget: 'LABANQUEPOSTALE', paymentType: 'DIRECT_SEPA' });
    await sandbox.pay(payment);
    await waitForStatus(client, payment.id, ['PENDING', 'SUBMITTED', 'PAID']);
  });

  it('is refused with the field to blame', async () => {
    const { initiatePayment } = await client.execute(InitiatePaymentDocument, { input: { ...input, amount: '12,5' } });
    expect(initiatePayment).toMatchObject({
      ...{ __typename: 'InvalidInputError', path: ['amount'], retryAdvice: 'FIX_INPUT' },
      issues: [{ path: ['amount'] }],
    });
  });

  it('is recorded once where answers are lost and buttons are pressed twice', async () => {
    let isLost = true;
    const losing: typeof fetch = async (...given) => {
      const response = await fetch(...given);
      if (!isLost) return response;
      isLost = false;
      throw new TypeError('fetch failed');
    };
    const lossy = createClient({ url: gateway.url, fetch: losing });
    const intention = new Intention();
    const variables = { input: { ...input, email: 'une.fois@example.fr' } };
    const twice = [1, 2].map(() => lossy.execute(InitiatePaymentDocument, variables, { intention }));
    const results = await Promise.all(twice);
    expect(results.map(({ initiatePayment }) => initiatePayment.__typename)).toEqual([
      'InitiatePaymentSuccess',
      'InitiatePaymentSuccess',
    ]);
    expect(await storedFor('une.fois@example.fr')).toHaveLength(1);
    const changed = { input: { ...variables.input, amount: 1300 } };
    const { initiatePayment } = await lossy.execute(InitiatePaymentDocument, changed, { intention });
    expect(initiatePayment.__typename).toBe('IdempotencyConflictError');
  });

  it('is refunded once where the answer of the bank is lost, and the key stays until that is known', async () => {
    const { id } = await initiate();
    await sandbox.pay((await client.execute(GetPaymentDocument, { id })).payment ?? '');
    await waitForStatus(client, id, 'PAID');
    await sandbox.night();
    await sandbox.addFault({ kind: 'CUT_CONNECTION', bank: 'PAYBOX', operation: 'REFUND', moment: 'AFTER' });
    const intention = new Intention();
    const refund = () => client.execute(RefundPaymentDocument, { input: { id } }, { intention });
    expect((await refund()).refundPayment.__typename).toBe('OutcomeUnknownError');
    expect(() => intention.renew()).toThrow('unknown');
    await gateway.runWorkers();
    await refund();
    const { payment } = await client.execute(GetPaymentDocument, { id });
    expect(payment?.refunds).toHaveLength(1);
    await sandbox.clearFaults();
  });

  it('that the bank does not cancel any more stays paid, and the operation says so', async () => {
    const payment = await initiate({ paymentTarget: 'LABANQUEPOSTALE' });
    await sandbox.pay(payment);
    await waitForStatus(client, payment.id, 'PAID');
    await sandbox.night();
    const { cancelPayment } = await client.execute(CancelPaymentDocument, { input: { id: payment.id } });
    expect(cancelPayment).toMatchObject({
      ...{ __typename: 'CancelPaymentSuccess', replayed: false, payment: { status: 'PAID' } },
      cancellation: { kind: 'CANCEL', status: 'REFUSED' },
    });
  });

  it('is listed page by page', async () => {
    const idClient = 'pages';
    for (let count = 0; count < 5; count++) await initiate({ idClient });
    const sizes: number[] = [];
    const variables = { filter: { idClient }, first: 2 };
    for await (const { edges } of pages(client, ListPaymentsDocument, variables, ({ payments }) => payments)) {
      sizes.push(edges.length);
    }
    expect(sizes).toEqual([2, 2, 1]);
  });
});

describe('followPayment', () => {
  it('tells the whole story and ends with the final status', async () => {
    const payment = await initiate();
    const statuses: string[] = [];
    const followed = (async () => {
      for await (const { status } of followPayment(client, payment.id)) statuses.push(status);
    })();
    await sandbox.pay(payment);
    await followed;
    expect(statuses[0]).toBe('REQUIRES_ACTION');
    expect(statuses.at(-1)).toBe('PAID');
  });

  it('reconnects after the last event that came, and gives each event once', async () => {
    const payment = await initiate();
    let opened = 0;
    const breaking: typeof fetch = async (url, init) => {
      const isStream = new Headers(init?.headers).get('accept') === 'text/event-stream';
      const response = await fetch(url, init);
      if (!isStream || opened++ >= 2) return response;
      // The connection breaks in the middle of what comes after the first event.
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          controller.enqueue(chunk);
          if (new TextDecoder().decode(chunk).includes('"id"')) controller.error(new Error('broken'));
        },
      });
      void response.body?.pipeTo(writable).catch(() => undefined);
      return new Response(readable, response);
    };
    const sequences: number[] = [];
    const followed = (async () => {
      const breakingClient = createClient({ url: gateway.url, fetch: breaking });
      for await (const { sequence } of followPayment(breakingClient, payment.id)) sequences.push(sequence);
    })();
    await sandbox.pay(payment);
    await followed;
    expect(opened).toBeGreaterThan(1);
    expect(sequences).toEqual(sequences.map((_, index) => index + 1));
    expect((await waitForStatus(client, payment.id, 'PAID')).isFinal).toBe(true);
  });

  it('ends at once for a payment that is over, and goes on after the event that its caller has', async () => {
    const payment = await initiate();
    await sandbox.cancel(payment);
    await waitForStatus(client, payment.id, 'CANCELLED');
    const ids: string[] = [];
    for await (const { id } of followPayment(client, payment.id)) ids.push(id);
    expect(ids.length).toBeGreaterThan(1);
    const rest: string[] = [];
    const afterEvent = ids[0] ?? null;
    for await (const { id } of followPayment(client, payment.id, { afterEvent })) rest.push(id);
    expect(rest).toEqual(ids.slice(1));
    for await (const event of followPayment(client, payment.id, { afterEvent: ids.at(-1) ?? null }))
      rest.push(event.id);
    expect(rest).toHaveLength(ids.length - 1);
  });

  it('stays past a refusal with SETTLED, and tells that the customer paid after all', async () => {
    const payment = await initiate();
    const statuses: string[] = [];
    const followed = (async () => {
      for await (const { status } of followPayment(client, payment.id, { until: 'SETTLED' })) statuses.push(status);
    })();
    await sandbox.refuse(payment);
    await expect.poll(() => statuses.at(-1)).toBe('REFUSED');
    await sandbox.pay(payment);
    await followed;
    expect(statuses.slice(statuses.indexOf('REFUSED'))).toEqual(['REFUSED', 'REQUIRES_ACTION', 'PAID']);
    const over = await initiate();
    await client.execute(CancelPaymentDocument, { input: { id: over.id } });
    for await (const { status } of followPayment(client, over.id, { until: 'SETTLED' })) statuses.push(status);
    expect(statuses.at(-1)).toBe('CANCELLED');
  });

  it('stops without an error when its caller has enough', async () => {
    const payment = await initiate();
    const stop = new AbortController();
    let count = 0;
    for await (const _event of followPayment(client, payment.id, { signal: stop.signal })) {
      count++;
      stop.abort();
    }
    expect(count).toBe(1);
  });

  it('throws for a payment that does not exist', async () => {
    const following = followPayment(client, 'pay_00000000000000000000000000000000');
    await expect(following.next()).rejects.toMatchObject({ name: 'GatewayError', code: 'NOT_FOUND' });
  });
});

describe('the sandbox', () => {
  it('loses a notification and sends what it held back', async () => {
    await sandbox.addFault({ kind: 'DELAY_NOTIFICATION', delayMs: 60_000 });
    const payment = await initiate();
    await sandbox.pay(payment);
    await expect(waitForStatus(client, payment.id, 'PAID', { timeoutMs: 300 })).rejects.toThrow('REQUIRES_ACTION');
    await sandbox.releaseNotifications();
    await waitForStatus(client, payment.id, 'PAID');
    await sandbox.clearFaults();
  });

  it('says what cannot be done', async () => {
    const payment = await initiate();
    await expect(sandbox.pay(payment, { card: '4242424242424242' })).rejects.toThrow(SandboxError);
    await expect(sandbox.pay({ paymentUrl: null })).rejects.toThrow('no paymentUrl');
    await expect(sandbox.refuse(payment, { code: '4' })).rejects.toThrow('no refusal 4, but 00105, 00151');
    await sandbox.cancel(payment);
    await waitForStatus(client, payment.id, 'CANCELLED');
    await expect(sandbox.addFault({ kind: 'NO_SUCH' as never })).rejects.toThrow('400');
  });

  it('receives a transfer, and ends a day of the bank', async () => {
    const payment = await initiate({ paymentTarget: 'MILLIET', paymentType: 'SEPA' });
    const query = `query ($id: ID!) { payment(id: $id) { nextAction { ... on BankTransferAction { iban reference } } } }`;
    type Asked = { payment: { nextAction: { iban: string; reference: string } } };
    const { payment: asked } = (await client.execute(query, { id: payment.id })) as Asked;
    const { iban: account, reference } = asked.nextAction;
    await sandbox.transfer({ account, reference, amountCents: 1250 });
    await sandbox.nextDay();
    await sandbox.deliverDocuments();
    await waitForStatus(client, payment.id, 'PAID');
  });
});

it('says which error it is for a document that the gateway does not take', async () => {
  await expect(client.execute('{ noSuchField }', {})).rejects.toBeInstanceOf(GatewayError);
  expect(await client.execute(GetPaymentDocument, { id: 'pay_unknown' })).toEqual({ payment: null });
});
