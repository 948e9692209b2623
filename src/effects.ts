import { entryOfMovement } from './accounting/entry-of-movement.ts';
import type { Config } from './config/config.ts';
import type { Identifiers } from './domain/identifiers.ts';
import type { Societe } from './domain/merchant.ts';
import type { WebhookEndpoint } from './domain/webhook.ts';
import { bookMovements } from './use-cases/book-movement.ts';
import { createWebhookEffect, type WebhookEndpoints } from './use-cases/queue-webhooks.ts';
import { type EventEffect, rulesOf } from './use-cases/services.ts';
import { createDebitEffect } from './use-cases/undo-debit.ts';

export type EffectsOptions = {
  readonly webhooks: WebhookEndpoints;
  readonly identifiers: Identifiers;
  /** Milliseconds since the epoch, UTC. */
  readonly clock: () => number;
  /** As they are at the time of an event: a reload may change them. */
  readonly societes: () => ReadonlyMap<string, Societe>;
};

/** What follows from a payment's event in its transaction, the same in the gateway and on the command line. */
export function createEffects({ webhooks, identifiers, clock, societes }: EffectsOptions): readonly EventEffect[] {
  return [
    createDebitEffect({ clock, identifiers }),
    createWebhookEffect(webhooks, identifiers),
    bookMovements({
      rulesOf: (books) => rulesOf({ societes: societes() })(books),
      identifiers,
      entryOf: entryOfMovement,
    }),
  ];
}

/** The endpoints of the config as it is now: it may change while the gateway runs. */
export function createWebhookEndpoints(config: Pick<Config, 'clients'>): WebhookEndpoints {
  let known = endpointsOf(config);
  const current = (): typeof known => {
    if (known.clients !== config.clients) known = endpointsOf(config);
    return known;
  };
  return { of: (client) => current().byClient.get(client) ?? none, all: () => current().all };
}

const none: readonly WebhookEndpoint[] = [];

function endpointsOf({ clients }: Pick<Config, 'clients'>) {
  return {
    clients,
    byClient: new Map(clients.map(({ caller, webhooks }) => [caller.client, webhooks])),
    all: clients.flatMap(({ webhooks }) => webhooks),
  };
}
