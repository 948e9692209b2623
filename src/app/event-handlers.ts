import type { Config } from '../config/config.ts';
import type { Identifiers } from '../kernel/identifiers.ts';
import { accountingRulesOf } from '../kernel/merchant.ts';
import { type BookingServices, bookMovements } from '../modules/accounting/book-movement.ts';
import type { Transaction as AccountingTransaction } from '../modules/accounting/ports.ts';
import { createSuspense, type SuspenseServices } from '../modules/accounting/suspense-account.ts';
import { createExceptionEffect } from '../modules/bank-statements/exceptions/settle-with-payment.ts';
import type { Suspense } from '../modules/bank-statements/ports.ts';
import { createDebitEffect } from '../modules/direct-debits/mandates/revert-mandate-use.ts';
import type { DebitsInDoubt, DebitsRefusedInVain } from '../modules/direct-debits/ports.ts';
import type { EventEffect, Flows } from '../modules/payments/ports.ts';
import { createWebhookEffect, type WebhookEndpoints } from '../modules/webhooks/queue-webhooks.ts';
import type { WebhookEndpoint } from '../modules/webhooks/webhook.ts';
import type { ExampleReceiver } from './example-receiver.ts';
import type { Transaction } from './store.ts';

export type EventHandlersOptions = {
  readonly webhooks: WebhookEndpoints;
  readonly identifiers: Identifiers;
  /** Milliseconds since the epoch, UTC. */
  readonly clock: () => number;
  readonly books: BookingServices;
};

type Ports<InTransaction> = {
  readonly eventHandlers: readonly EventEffect<InTransaction>[];
  readonly flows: Flows<InTransaction>;
  readonly suspense: Suspense<InTransaction>;
  readonly debitsInDoubt: DebitsInDoubt<InTransaction>;
  readonly debitsRefusedInVain: DebitsRefusedInVain<InTransaction>;
};
type PortsOfLeft = {
  readonly eventHandlers: readonly EventEffect[];
  readonly flows: Flows;
  readonly suspense: Suspense;
  readonly debitsInDoubt: DebitsInDoubt;
  readonly debitsRefusedInVain: DebitsRefusedInVain;
};

/**
 * Fills in the ports of modules on the left with functions of modules on their right, which need more of a transaction
 * than the left ones know. The cast is safe: the store gives every unit of work the whole transaction, see
 * `storeParts`.
 */
export const asPorts = <Name extends keyof PortsOfLeft>(filled: Pick<Ports<Transaction>, Name>) =>
  filled as unknown as Pick<PortsOfLeft, Name>;

/** Event handlers run in the transaction of their event. The gateway and the command line use the same ones. */
export function createEventHandlers({
  webhooks,
  identifiers,
  clock,
  books,
}: EventHandlersOptions): readonly EventEffect[] {
  return asPorts({
    eventHandlers: [
      createDebitEffect({ clock, identifiers }),
      createExceptionEffect({ clock }),
      createWebhookEffect(webhooks, identifiers),
      bookMovements(books),
    ],
  }).eventHandlers;
}

/** Of a command, by its config: clients get the webhooks of what it does, and the books their entries. */
export const eventHandlersOf = (
  config: Pick<Config, 'clients' | 'societes'>,
  { identifiers, clock }: Pick<EventHandlersOptions, 'identifiers' | 'clock'>,
): readonly EventEffect[] =>
  createEventHandlers({
    webhooks: createWebhookEndpoints(config),
    ...{ identifiers, clock },
    books: createBooks({
      ...{ identifiers, clock },
      rulesOf: ({ idSociete, runMode }) => accountingRulesOf(config.societes?.get(idSociete), runMode),
    }),
  });

export type Books = SuspenseServices & { readonly suspense: Suspense<AccountingTransaction> };

/** Writes the journal with each société's accounts at the time of an event, because a reload may change them. */
export function createBooks(services: SuspenseServices): Books {
  const suspense = createSuspense(services);
  return { ...services, suspense };
}

/** The endpoints of the config as it is now: it may change while the gateway runs. */
export function createWebhookEndpoints(
  config: Pick<Config, 'clients'>,
  example: Pick<ExampleReceiver, 'endpoint' | 'isListening' | 'wasSeen'> | null = null,
): WebhookEndpoints {
  let known = endpointsOf(config);
  const current = (): typeof known => {
    if (known.clients !== config.clients) known = endpointsOf(config);
    return known;
  };
  const examples = example ? [example.endpoint] : none;
  return {
    of: (client) =>
      current().byClient.get(client) ??
      (example?.endpoint.client === client && example.isListening() ? examples : none),
    all: () => (example?.wasSeen() ? [...current().all, ...examples] : current().all),
  };
}

const none: readonly WebhookEndpoint[] = [];

function endpointsOf({ clients }: Pick<Config, 'clients'>) {
  return {
    clients,
    byClient: new Map(clients.map(({ caller, webhooks }) => [caller.client, webhooks])),
    all: clients.flatMap(({ webhooks }) => webhooks),
  };
}
