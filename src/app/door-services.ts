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
import { withoutCommits } from './without-commits.ts';

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
    explainUrl: (caller, url) => explain(services(), store, caller, url),
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

/** Runs the operation and rolls it back, as the command `explain-url` does. Loaded when it is used. */
async function explain(
  services: Services,
  store: Store,
  ...[caller, url]: Parameters<DoorServices['explainUrl']>
): ReturnType<DoorServices['explainUrl']> {
  const { explainRequest } = await import('../rest/routes/explain.ts');
  const { createExecute } = await import('../schema/server/execute.ts');
  const { schema } = await import('../schema/index.ts');
  const quiet = { ...services, announce: () => undefined, countInitiation: () => undefined };
  const execute = createExecute(schema, { ...quiet, store: withoutCommits(store) });
  const request = { method: 'GET', url, headers: {}, body: '' };
  const explained = await explainRequest({ execute, caller, maximumBodyBytes: 16_384 }, request);
  if (explained.kind !== 'OPERATION')
    return { kind: explained.kind, fields: [], refusal: null, answer: null, input: null };
  const { fields, fault, answer, input } = explained;
  return {
    ...{ kind: 'OPERATION', fields, input },
    refusal: fault && {
      ...{ status: fault.status, code: fault.errorCode, message: fault.message },
      fields: fault.errors.map(({ fieldName: name, message }) => ({ name, message })),
    },
    answer: answer && {
      ...{ paymentId: answer.payment_id, isRepeat: answer.replayed, runMode: answer.effective_run_mode },
    },
  };
}
