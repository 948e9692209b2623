import type { Config } from '../config/config.ts';
import type { Identifiers } from '../kernel/identifiers.ts';
import { type BookingServices, bookMovements } from '../modules/accounting/book-movement.ts';
import { entryOfMovement } from '../modules/accounting/entry-of-movement.ts';
import { entryOfRelease, entryOfSuspense } from '../modules/accounting/entry-of-suspense.ts';
import { createReportEffect } from '../modules/bank-statements/import/settle-reports.ts';
import {
  createSuspense,
  type Suspense,
  type SuspenseServices,
} from '../modules/bank-statements/matching/keep-suspense.ts';
import { createDebitEffect } from '../modules/direct-debits/mandates/undo-debit.ts';
import type { EventEffect } from '../modules/payments/services.ts';
import { createWebhookEffect, type WebhookEndpoints } from '../modules/webhooks/queue-webhooks.ts';
import type { WebhookEndpoint } from '../modules/webhooks/webhook.ts';

export type EffectsOptions = {
  readonly webhooks: WebhookEndpoints;
  readonly identifiers: Identifiers;
  /** Milliseconds since the epoch, UTC. */
  readonly clock: () => number;
  readonly books: BookingServices;
};

/** What follows from a payment's event in its transaction, the same in the gateway and on the command line. */
export function createEffects({ webhooks, identifiers, clock, books }: EffectsOptions): readonly EventEffect[] {
  return [
    createDebitEffect({ clock, identifiers }),
    createReportEffect({ clock }),
    createWebhookEffect(webhooks, identifiers),
    bookMovements(books),
  ];
}

export type Books = BookingServices & { readonly suspense: Suspense };

/** What writes the journal, by the accounts that each société has at the time of an event: a reload may change them. */
export function createBooks(services: Pick<SuspenseServices, 'identifiers' | 'clock' | 'rulesOf'>): Books {
  const suspense = createSuspense({ ...services, entryOfSuspense, entryOfRelease });
  return { ...services, entryOf: entryOfMovement, suspense };
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
