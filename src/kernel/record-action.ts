import type { Caller } from './caller.ts';
import type { Identifiers } from './identifiers.ts';
import type { ActionWrites, RecordedActionKind } from './recorded-action.ts';
import type { Transacting } from './transacting.ts';

/** Who did something that no event tells of, or tells of without the user at the command line. */

type Acting = { readonly clock: () => number; readonly identifiers: Identifiers };

/** In the transaction that does it. */
export function recordAction(
  { clock, identifiers }: Acting,
  transaction: ActionWrites,
  { client, operator }: Pick<Caller, 'client' | 'operator'>,
  kind: RecordedActionKind,
  subject: string,
): Promise<void> {
  return transaction.insertAction({
    id: identifiers.newId('act'),
    at: clock(),
    client,
    operator: operator ?? null,
    kind,
    subject,
  });
}

/** By itself, before it is done. */
export function announceAction(
  services: Acting & { readonly store: Transacting<ActionWrites> },
  caller: Pick<Caller, 'client' | 'operator'>,
  kind: RecordedActionKind,
  subject: string,
): Promise<void> {
  return services.store.transact((transaction) => recordAction(services, transaction, caller, kind, subject));
}
