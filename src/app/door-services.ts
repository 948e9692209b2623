import { randomBytes } from 'node:crypto';
import type { Config } from '../config/config.ts';
import { printableConfig } from '../config/print.ts';
import { retentionPeriods } from '../modules/privacy/retention.ts';
import type { HealthReport } from '../observability/health.ts';
import { createMask } from '../observability/masking.ts';
import { createRecentRequests, type RecentRequests } from '../observability/recent-requests.ts';
import { legacyUrlOf } from '../rest/request/legacy-url.ts';
import type { DoorServices, SchemaContext } from '../schema/server/context.ts';
import { remarksOn } from './remarks/remarks.ts';
import type { Store } from './store.ts';
import { verifyLedger } from './verify-ledger.ts';

type Services = SchemaContext['services'];

type Given = {
  readonly config: Config;
  readonly store: Store;
  readonly clock: () => number;
  readonly health: (() => Promise<HealthReport>) | null;
};

/** What the GraphQL door shows of the legacy door, of the log and of the gateway itself. */
export function createDoorServices(
  { config, store, clock, health }: Given,
  services: () => Services,
): DoorServices & { readonly noteRequest: RecentRequests['add'] } {
  // Digests of addresses link the messages of one process, and mean nothing elsewhere.
  const mask = createMask(randomBytes(32));
  const requests = createRecentRequests(clock);
  return {
    maskFields: mask.fields,
    legacyUrlOf: (wanted) => legacyUrlOf(services().settings.publicUrl, wanted),
    explainUrl: async (caller, url) => {
      // Loaded when it is used.
      const { explainUrl } = await import('./explain-url.ts');
      return explainUrl(services(), store, caller, url);
    },
    verifyLedger: (watch) =>
      verifyLedger({ store, clock, auditKeptMs: retentionPeriods(config.retention).auditMs }, watch),
    printedSettings: () => ({
      json: JSON.stringify(printableConfig(config), null, 2),
      remarks: [...remarksOn(config, clock())],
    }),
    health: async () => (health ? health() : { reason: 'not a server', version: 'unknown', configDigest: '' }),
    requestLog: requests.list,
    noteRequest: requests.add,
  };
}
