import { actingName, type Caller } from '../../../kernel/caller.ts';
import { parseInput } from '../../../kernel/parse-input.ts';
import { type ChangedMandate, changeMandate, changeMandateStatus, type MandateServices } from './change-mandate.ts';
import type { MandateStatus } from './mandate.ts';
import { endMandateInput, resumeMandateInput } from './mandate-input.ts';

/**
 * No debit is taken under the mandate until it is resumed; those that wait for a batch stay waiting.
 * @throws InvalidInputError, NotAllowedError, MandateStateError
 */
export const suspendMandate = (services: MandateServices, caller: Caller, input: unknown): Promise<ChangedMandate> =>
  moveTo(services, caller, 'SUSPENDED', parseInput(endMandateInput, input));

/** @throws InvalidInputError, NotAllowedError, MandateStateError */
export const resumeMandate = (services: MandateServices, caller: Caller, input: unknown): Promise<ChangedMandate> =>
  moveTo(services, caller, 'ACTIVE', parseInput(resumeMandateInput, input));

/**
 * Ends the mandate for ever. Debits that a bank has already are not taken back by it.
 * @throws InvalidInputError, NotAllowedError, MandateStateError
 */
export const revokeMandate = (services: MandateServices, caller: Caller, input: unknown): Promise<ChangedMandate> =>
  moveTo(services, caller, 'REVOKED', parseInput(endMandateInput, input));

function moveTo(
  services: MandateServices,
  caller: Caller,
  to: MandateStatus,
  { id, reason }: { readonly id: string; readonly reason?: string | null | undefined },
): Promise<ChangedMandate> {
  return changeMandate(services, caller, id, async (transaction, mandate) => {
    if (mandate.status === to) return { mandate, changed: false };
    const data = { cause: 'CALLER', ...(reason && { reason }) } as const;
    const changed = await changeMandateStatus(services, transaction, mandate, {
      ...{ to, by: actingName(caller), data },
    });
    return { mandate: changed, changed: true };
  });
}
