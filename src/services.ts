import { entryOfMovement } from './accounting/entry-of-movement.ts';
import { createBankCall } from './bank-calls/bank-call.ts';
import type { Config } from './config/config.ts';
import type { Identifiers } from './domain/identifiers.ts';
import type { Societe } from './domain/merchant.ts';
import type { Store } from './domain/store.ts';
import { createLabanquepostale } from './providers/labanquepostale/labanquepostale.ts';
import { createLabanquepostaleRest } from './providers/labanquepostale/rest.ts';
import { createMilliet } from './providers/milliet/milliet.ts';
import { createPayboxDirect } from './providers/paybox/direct.ts';
import { createPaybox } from './providers/paybox/paybox.ts';
import type { SchemaContext } from './schema/context.ts';
import { bookMovements } from './use-cases/book-movement.ts';
import { createListeners } from './use-cases/follow-payment.ts';
import { rulesOf, type Services } from './use-cases/services.ts';

export type GatewayServices = SchemaContext['services'];

export type ServicesOptions = Pick<Services, 'isDown' | 'countInitiation' | 'clock'> & {
  readonly config: Config;
  readonly store: Store;
  readonly publicUrl: string;
  readonly identifiers: Identifiers;
  /** Those of a development deployment, where the config names none; null elsewhere. */
  readonly builtInSocietes: (() => ReadonlyMap<string, Societe>) | null;
};

/** What the use cases reach, the same in the gateway and on the command line. */
export function createServices(options: ServicesOptions): GatewayServices {
  const { config, store, publicUrl, clock, identifiers, isDown, countInitiation } = options;
  const listeners = createListeners(store);
  let builtIn: ReadonlyMap<string, Societe> | null = null;
  const services: GatewayServices = {
    store,
    providers: { PAYBOX: createPaybox(), LABANQUEPOSTALE: createLabanquepostale(), MILLIET: createMilliet() },
    get societes() {
      builtIn ??= options.builtInSocietes?.() ?? null;
      const societes = config.societes ?? builtIn;
      if (!societes) throw new Error('the built-in sociétés need the sandbox banks');
      return societes;
    },
    clock,
    identifiers,
    get settings() {
      return settingsOf(config, publicUrl);
    },
    isDown,
    effects: [
      bookMovements({
        rulesOf: (books) => rulesOf(services)(books),
        identifiers,
        entryOf: entryOfMovement,
      }),
    ],
    announce: listeners.announce,
    countInitiation,
    listeners,
    operations: { PAYBOX: createPayboxDirect(), LABANQUEPOSTALE: createLabanquepostaleRest() },
    bankCall: createBankCall({ connectTimeoutMs: 3_000, deadlineMs: 15_000, maximumAnswerBytes: 1024 * 1024 }),
  };
  return services;
}

function settingsOf({ deployment, rest, lifetimes }: Config, publicUrl: string): Services['settings'] {
  return {
    deployment,
    publicUrl,
    acceptsAnyTypePaiement: rest.acceptsAnyTypePaiement,
    repeatWindowMs: rest.repeatWindowMinutes * 60_000,
    hostedPageLifetimeMs: lifetimes.hostedPageHours * 3_600_000,
    bankTransferLifetimeMs: lifetimes.bankTransferDays * 86_400_000,
  };
}
