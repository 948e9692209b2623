import assert from 'node:assert/strict';
import { z } from 'zod';
import { recordAudit } from '../../kernel/audit/record-audit.ts';
import { type Actor, actingName, type Caller } from '../../kernel/caller.ts';
import { NotAllowedError, OperationNotPossibleError, refuseInput } from '../../kernel/errors.ts';
import { parseInput } from '../../kernel/parse-input.ts';
import type { Services } from '../direct-debits/ports.ts';
import { type Approval, approvalStatusAt } from '../payments/operations/approval.ts';
import { readListedApproval } from './decide-approval.ts';

const withdrawalInput = z.strictObject({ id: z.string() });

/**
 * Takes back what the caller asked for, as long as it waits. Its amount counts no more, and it can be asked for anew. The
 * same again changes nothing.
 * @throws InvalidInputError, NotAllowedError, OperationNotPossibleError
 */
export async function withdrawApproval(services: Services, caller: Caller, input: unknown): Promise<Approval> {
  const { id } = parseInput(withdrawalInput, input);
  const approval = await readListedApproval(services, caller, id);
  if (approval === null) refuseInput('id', 'There is no such approval.');
  if (approval.requestedBy !== actingName(caller))
    throw new NotAllowedError('Only the one who asked withdraws it.', ['id']);
  return services.store.transact(async (transaction) => {
    const at = services.clock();
    const isDone = await transaction.withdrawApproval(id, at);
    const now = await transaction.approval(id);
    assert(now, 'an approval is never removed');
    const status = approvalStatusAt(now, at);
    if (!isDone && status !== 'WITHDRAWN') throw new OperationNotPossibleError(`This approval is ${status}.`, ['id']);
    return now;
  });
}

/**
 * For a database that came back: what waits may have been decided since the backup, and an approved refund that failed
 * may have been sent again: they would be done twice. Answers how many were withdrawn.
 */
export const withdrawWaiting = (
  services: Pick<Services, 'store' | 'clock' | 'identifiers'>,
  by: Actor,
): Promise<number> =>
  services.store.transact(async (transaction) => {
    const at = services.clock();
    const ids = await transaction.withdrawWaiting(actingName(by), at);
    await transaction.endApproved(at);
    for (const id of ids) {
      const facts = { action: 'withdrawApproval', object: id, approval: id };
      await recordAudit(services, transaction, by, facts);
    }
    return ids.length;
  });
