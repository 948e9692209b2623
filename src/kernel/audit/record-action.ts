import { actingName, type Caller } from '../caller.ts';
import type { Transacting } from '../transacting.ts';
import type { Acting } from './record-audit.ts';
import type { ActionWrites, RecordedActionKind } from './recorded-action.ts';

/** The actor of an action that events do not record, or record without the command line's user. */

/** In the transaction that does it. */
export function recordAction(
  { clock, identifiers }: Acting,
  transaction: ActionWrites,
  caller: Pick<Caller, 'client' | 'operator' | 'person'>,
  kind: RecordedActionKind,
  subject: string,
): Promise<void> {
  return transaction.insertAction({
    id: identifiers.newId('act'),
    at: clock(),
    client: actingName(caller),
    operator: caller.operator ?? null,
    kind,
    subject,
  });
}

/** Recorded on its own, before the action. */
export function announceAction(
  services: Acting & { readonly store: Transacting<ActionWrites> },
  caller: Pick<Caller, 'client' | 'operator' | 'person'>,
  kind: RecordedActionKind,
  subject: string,
): Promise<void> {
  return services.store.transact((transaction) => recordAction(services, transaction, caller, kind, subject));
}
