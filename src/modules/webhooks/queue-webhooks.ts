import type { Identifiers } from '../../kernel/identifiers.ts';
import type { EventEffect } from '../payments/ports.ts';
import type { Transaction } from './ports.ts';
import { type WebhookEndpoint, webhookBodyOf, webhookTypeOf } from './webhook.ts';
import { webhookLifetimeMs } from './webhook-schedule.ts';

/** The endpoints that the config names now. */
export type WebhookEndpoints = {
  readonly of: (client: string) => readonly WebhookEndpoint[];
  readonly all: () => readonly WebhookEndpoint[];
};

/** Queues a message for each endpoint of the payment's client that subscribes to it. */
export function createWebhookEffect(endpoints: WebhookEndpoints, identifiers: Identifiers): EventEffect<Transaction> {
  return async (transaction, payment, event) => {
    const wanted = endpoints.of(payment.client);
    if (wanted.length === 0) return;
    const type = webhookTypeOf(event);
    if (type === null) return;
    for (const { client, name, events } of wanted) {
      if (events !== null && !events.has(type)) continue;
      const id = identifiers.newId('msg');
      await transaction.insertWebhook({
        id,
        client,
        endpoint: name,
        subject: payment.id,
        sequence: event.sequence,
        eventId: event.id,
        type,
        body: JSON.stringify(webhookBodyOf(id, type, payment, event)),
        status: 'WAITING',
        attempts: 0,
        tries: 0,
        createdAt: event.at,
        nextAttemptAt: event.at,
        claimedUntil: null,
        expiresAt: event.at + webhookLifetimeMs,
        settledAt: null,
      });
    }
  };
}
