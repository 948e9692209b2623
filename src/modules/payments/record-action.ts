import type { Caller } from '../../kernel/caller.ts';
import type { RecordedActionKind } from '../../kernel/recorded-action.ts';
import type { Services } from './services.ts';
import type { Transaction } from './store.ts';

/** Who did something that no event tells of, or tells of without the user at the command line. */

type Acting = Pick<Services, 'clock' | 'identifiers'>;

/** In the transaction that does it. */
export function recordAction(
  { clock, identifiers }: Acting,
  transaction: Pick<Transaction, 'insertAction'>,
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
  services: Acting & Pick<Services, 'store'>,
  caller: Pick<Caller, 'client' | 'operator'>,
  kind: RecordedActionKind,
  subject: string,
): Promise<void> {
  return services.store.transact((transaction) => recordAction(services, transaction, caller, kind, subject));
}
