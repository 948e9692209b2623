import type { Caller } from '../kernel/caller.ts';
import { type ExplainedRequest, type Explanation, explainRequest } from '../rest/routes/explain.ts';
import { schema } from '../schema/index.ts';
import { createPlainExecutor } from '../schema/server/compiled-operations/compiled-executor.ts';
import type { DoorServices, SchemaContext } from '../schema/server/context.ts';
import { createExecute } from '../schema/server/execute.ts';
import type { Store } from './store.ts';
import { withoutCommits } from './without-commits.ts';

/** Runs a legacy request on the database, and rolls it back. */
export function explainLegacyRequest(
  services: SchemaContext['services'],
  store: Store,
  caller: Caller | null,
  request: ExplainedRequest,
): Promise<Explanation> {
  const quiet = { ...services, announce: () => undefined, countInitiation: () => undefined };
  const execute = createExecute(createPlainExecutor(schema), { ...quiet, store: withoutCommits(store) });
  return explainRequest({ execute, caller, maximumBodyBytes: 16_384 }, request);
}

/** For the query `explainUrl`. */
export async function explainUrl(
  services: SchemaContext['services'],
  store: Store,
  ...[caller, url]: Parameters<DoorServices['explainUrl']>
): ReturnType<DoorServices['explainUrl']> {
  const explained = await explainLegacyRequest(services, store, caller, { method: 'GET', url, headers: {}, body: '' });
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
