import { createBooks, createEventHandlers, createWebhookEndpoints } from '../../../src/app/event-handlers.ts';
import type { Client } from '../../../src/config/clients.ts';
import { defaultAccountingRules } from '../../../src/kernel/accounting-rules.ts';
import { createIdentifiers } from '../../../src/kernel/identifiers.ts';
import { Secret } from '../../../src/kernel/merchant.ts';
import type { PaymentStatus } from '../../../src/kernel/vocabulary.ts';
import { changeStatus, recordStep, type Step } from '../../../src/modules/payments/change-payment.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import type { WebhookEndpoint } from '../../../src/modules/webhooks/webhook.ts';
import { asClient } from '../clients/client-named.ts';
import type { TestGateway } from '../gateway.ts';
import { initiated } from '../requests.ts';
import { changeFacts } from '../store/example-facts.ts';
import { initiate } from '../store/examples.ts';
import { found } from '../store/found.ts';

/** Clients with a webhook endpoint, and payments to notify them of. */

export function endpoint(
  url: string,
  secrets: readonly [string, ...string[]],
  change: Partial<WebhookEndpoint> = {},
): WebhookEndpoint {
  const [first, ...others] = secrets.map((secret) => new Secret(secret));
  return { client: 'shop', name: 'main', url, secrets: [first as Secret, ...others], events: null, ...change };
}

export async function newPayment(gateway: TestGateway, client = 'shop'): Promise<Payment> {
  const { payment } = await initiated(gateway, {}, asClient(client));
  return current(gateway, payment.id);
}

/** A payment of real money, as no simulator has one, and its webhooks. */
export async function livePayment(told: Told, client: string): Promise<Payment> {
  const at = told.gateway.now();
  const mode = { paymentRunMode: 'FORCE_LIVE', effectiveRunMode: 'LIVE' } as const;
  const change = { client, ...mode, idSociete: '1', createdAt: at, updatedAt: at };
  const payment = await initiate(told.gateway.store, change);
  await become(told, payment.id, 'PAID');
  return payment;
}

async function current(gateway: TestGateway, id: string): Promise<Payment> {
  return found(await gateway.store.paymentById(id));
}

type Told = { readonly gateway: TestGateway; readonly clients: readonly Client[] };

const worldOf = ({ gateway, clients }: Told) => {
  const identifiers = createIdentifiers(gateway.now);
  return {
    clock: gateway.now,
    identifiers,
    eventHandlers: createEventHandlers({
      webhooks: createWebhookEndpoints({ clients }),
      identifiers,
      clock: gateway.now,
      books: createBooks({ identifiers, clock: gateway.now, rulesOf: () => defaultAccountingRules }),
    }),
  };
};

/** The payment changes its status, as by a bank's message. */
export async function become(
  told: Told,
  id: string,
  to: Exclude<PaymentStatus, 'NEEDS_REVIEW'>,
  cause: keyof typeof changeFacts = 'BANK_NEWS',
): Promise<void> {
  const payment = await current(told.gateway, id);
  const world = worldOf(told);
  await told.gateway.store.transact((transaction) =>
    changeStatus(world, transaction, payment, { to, data: changeFacts[cause] }),
  );
}

/** Something happens to the payment that leaves its status as it is. */
export async function happen(told: Told, id: string, step: Step): Promise<void> {
  const payment = await current(told.gateway, id);
  const world = worldOf(told);
  await told.gateway.store.transact((transaction) => recordStep(world, transaction, payment, step));
}
