import { isDeepStrictEqual } from 'node:util';
import { actingName, type Caller } from '../../../kernel/caller.ts';
import { OperationNotPossibleError } from '../../../kernel/errors.ts';
import type { Services, Transaction } from '../ports.ts';
import { type ChangeApproval, type ChangeFacts, newApproval } from './approval.ts';

/**
 * Holds a change back that a second person has to approve, and leaves an approval in its place. Called in the
 * transaction that would make the change. The same change asked for again is the approval that waits already.
 * @returns null where it may go on
 * @throws OperationNotPossibleError where another change waits
 */
export async function holdBackChange(
  services: Pick<Services, 'clock' | 'identifiers'>,
  transaction: Pick<Transaction, 'waitingChanges' | 'insertApproval' | 'nextSequence'>,
  { caller, facts }: { readonly caller: Caller; readonly facts: ChangeFacts },
): Promise<ChangeApproval | null> {
  if (!caller.changesToApprove?.has(facts.kind)) return null;
  const objectId = facts.kind === 'AMEND_MANDATE' ? facts.mandateId : facts.paymentId;
  // Of two that ask at once the second waits here until the first has committed, and then finds its approval.
  await transaction.nextSequence(`approvals of ${objectId}`);
  const now = services.clock();
  // What was asked for about an older version cannot be approved any more, so that it holds back nothing.
  const [waiting] = (await transaction.waitingChanges(objectId, now)).filter(
    ({ version }) => version === facts.version,
  );
  if (waiting) return sameChange(waiting, facts);
  const approval: ChangeApproval = {
    ...facts,
    ...newApproval(services.identifiers.newId('apr'), actingName(caller), now),
    cause: 'KIND',
  };
  await transaction.insertApproval(approval);
  return approval;
}

function sameChange(waiting: ChangeApproval, facts: ChangeFacts): ChangeApproval {
  const wanted = facts.kind === 'AMEND_MANDATE' ? facts.input : null;
  const held = waiting.kind === 'AMEND_MANDATE' ? waiting.input : null;
  if (isDeepStrictEqual(held, JSON.parse(JSON.stringify(wanted)))) return waiting;
  throw new OperationNotPossibleError('Another change of it waits for a second person already.', ['id']);
}
