import type { Identifiers } from '../../kernel/identifiers.ts';
import type { EventEffect } from '../payments/ports.ts';
import type { Transaction } from './ports.ts';
import { type WebhookEndpoint, webhookBodyOf, webhookTypesOf } from './webhook.ts';
import { webhookLifetimeMs } from './webhook-schedule.ts';

/** The endpoints that the config names now. */
export type WebhookEndpoints = {
  readonly of: (client: string) => readonly WebhookEndpoint[];
  readonly all: () => readonly WebhookEndpoint[];
};

/**
 * A message for each endpoint of the payment's client that subscribes to the event, under the first of its types that
 * the endpoint wants.
 */
export function createWebhookEffect(endpoints: WebhookEndpoints, identifiers: Identifiers): EventEffect<Transaction> {
  return (payment, event) => {
    const wanted = endpoints.of(payment.client);
    if (wanted.length === 0) return null;
    const types = webhookTypesOf(event);
    if (types.length === 0) return null;
    return wanted.flatMap(({ client, name, events }) => {
      const type = types.find((one) => events === null || events.has(one));
      if (type === undefined) return [];
      const id = identifiers.newId('msg');
      return {
        id,
        client,
        endpoint: name,
        subject: payment.id,
        sequence: event.sequence,
        eventId: event.id,
        type,
        body: JSON.stringify(webhookBodyOf(id, type, payment, event)),
        createdAt: event.at,
        expiresAt: event.at + webhookLifetimeMs,
      };
    });
  };
}
