import { capabilities as capabilitiesAt } from '../../../src/modules/payments/capabilities-of-societe.ts';
import { createProviders } from '../../../src/providers/registry.ts';

/** The whole table of what can be paid how. */
export const capabilities = capabilitiesAt({ providers: createProviders() });
