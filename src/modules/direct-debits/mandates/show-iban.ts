import { type Auditing, recordAudit } from '../../../kernel/audit/record-audit.ts';
import { type Caller, requireFreshProof, requirePower } from '../../../kernel/caller.ts';
import { refuseInput } from '../../../kernel/errors.ts';
import type { Services } from '../ports.ts';
import { readMandate } from './read-mandates.ts';

export const showing = 'see a whole IBAN';

/** The audit log has its entry before the IBAN is answered, each time. Where it cannot be written, nothing is shown. */
export async function notedIban(
  services: Auditing,
  caller: Caller,
  { id, iban }: { readonly id: string; readonly iban: string },
): Promise<string> {
  requireFreshProof(caller, services.clock(), showing);
  await services.store.transact((transaction) =>
    recordAudit(services, transaction, caller, { action: 'showIban', object: id }),
  );
  return iban;
}

/**
 * The account that a mandate debits.
 * @throws InvalidInputError, NotAllowedError
 */
export async function showMandateIban(services: Services, caller: Caller, id: string): Promise<string> {
  requirePower(caller, 'mandates', showing);
  const mandate = await readMandate(services, caller, id);
  if (mandate === null) refuseInput('id', 'There is no mandate with this id.');
  if (mandate.debtor === null) refuseInput('id', 'The debtor of this mandate was erased.');
  return notedIban(services, caller, { id, iban: mandate.debtor.iban });
}
