import { createServices, type GatewayServices, type ServicesOptions } from '../../../src/app/services.ts';
import type { Store } from '../../../src/app/store.ts';
import { readConfig } from '../../../src/config/config.ts';
import { developmentSocietes } from '../../../src/config/development.ts';
import { createIdentifiers } from '../../../src/kernel/identifiers.ts';

/** The use cases over a store, without a server. */
export function servicesOver(store: Store, change: Partial<ServicesOptions> = {}): GatewayServices {
  const { clock = Date.now, publicUrl = 'http://127.0.0.1:4000' } = change;
  return createServices({
    ...{ config: readConfig({}), store, publicUrl, clock, identifiers: createIdentifiers(clock) },
    ...{ isDown: () => false, countInitiation: () => undefined, announceWebhooks: () => undefined },
    builtInSocietes: () => developmentSocietes(publicUrl),
    ...change,
  });
}
