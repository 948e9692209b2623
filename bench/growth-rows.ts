import { hash, randomUUID } from 'node:crypto';
import { createIdentifiers } from '../src/kernel/identifiers.ts';
import { chainedRow } from '../src/modules/payments/store/event-chain.ts';
import { webhookLifetimeMs } from '../src/modules/webhooks/webhook-schedule.ts';

/** The rows of a payment, by table, in the order in which they refer to each other. */
export type Rows = readonly (readonly [table: string, row: Readonly<Record<string, string | number | null>>])[];

const societes = ['1', '2', '3', '6'];
/** So many payments has a customer on average. */
const paymentsPerCustomer = 20;

/** A shop that took so many payments until now, one every so often; and how long keys and webhooks are kept. */
export type Shop = {
  readonly total: number;
  readonly everyMs: number;
  readonly until: number;
  readonly keyMs: number;
  readonly webhookMs: number;
};

export const startOf = ({ total, everyMs, until }: Shop): number => until - total * everyMs;

export const customersOf = ({ total }: Pick<Shop, 'total'>): number => Math.ceil(total / paymentsPerCustomer);

/**
 * Payments as a shop makes them: four sociétés, many customers, one in a hundred from accounting, one in ten never
 * paid; none that a gateway would still have to look at. Each with an attempt and an event, and with an idempotency key and a webhook that was delivered, where the
 * clock would not have removed them by now.
 */
export function createRows(shop: Shop): (number: number) => Rows {
  const customers = customersOf(shop);
  let now = startOf(shop);
  const identifiers = createIdentifiers(() => now);
  const taken = new Set<string>();
  const newReference = (): string => {
    const reference = identifiers.newReference();
    // Two may meet; the gateway draws again, and so does this.
    if (taken.has(reference)) return newReference();
    taken.add(reference);
    return reference;
  };
  return (number) => {
    now += shop.everyMs;
    const at = { created_at: now };
    const [id, reference] = [identifiers.newId('pay'), newReference()];
    const client = number % 100 === 0 ? 'compta' : 'web';
    const status = number % 10 === 0 ? 'EXPIRED' : 'PAID';
    const attempt = { id: identifiers.newId('att'), payment_id: id, payment_target: 'PAYBOX', number: 1 };
    const kept = { scope: `${client} initiatePayment TEST`, key: randomUUID(), at: now };
    const data = { client, amountCents: 1250, attempt: 1, attemptReference: `${reference}-1` };
    const event = { id: identifiers.newId('evt'), paymentId: id, status, at: now, data } as const;
    const isKept = (keptMs: number): boolean => now >= shop.until - keptMs;
    const payment: Rows[number] = [
      'payments',
      {
        ...{ id, reference, token: identifiers.newToken(), client, status, version: 1, ...at, updated_at: now },
        ...{ payment_target: 'PAYBOX', payment_run_mode: 'TEST', effective_run_mode: 'TEST' },
        ...{ payment_type: 'CB', type_paiement: 'CB', id_origin: client, id_societe: societes[number % 4] ?? '1' },
        ...{ id_client: String(Math.floor(Math.random() * customers)), id_commande: String(number) },
        ...{ amount_cents: 1250, currency: 'EUR', email: 'client@example.fr', commentaire: 'Livraison du 12' },
        ...{ flow: 'HOSTED_PAGE', expires_at: now + 86_400_000, capture: 'NOW' },
        derived_key: `${number} ${hash('sha256', id)}`,
      },
    ];
    const key: Rows[number] = ['idempotency_keys', { ...kept, fingerprint: hash('sha256', id), payment_id: id }];
    const webhook: Rows[number] = [
      'webhook_deliveries',
      {
        ...{ id: identifiers.newId('msg'), client, endpoint: 'main', subject: id, sequence: 1, event_id: event.id },
        ...{ type: 'payment.initiated', body: JSON.stringify({ id, data }), status: 'DELIVERED', attempts: 1 },
        ...{ tries: 1, ...at, expires_at: now + webhookLifetimeMs, settled_at: now },
      },
    ];
    return [
      payment,
      ['payment_attempts', { ...attempt, reference: `${reference}-1`, status: 'OPEN', ...at }],
      ['payment_events', chainedRow({ ...event, type: 'INITIATED' }, 1, null)],
      ...(isKept(shop.keyMs) ? [key] : []),
      ...(isKept(shop.webhookMs) ? [webhook] : []),
    ];
  };
}
