import type { Auditing } from '../../../kernel/audit/record-audit.ts';
import { type Caller, requirePower } from '../../../kernel/caller.ts';
import { refuseInput } from '../../../kernel/errors.ts';
import { notedIban, showing } from '../../direct-debits/mandates/show-iban.ts';
import { readBankException } from '../import/read-bank-files.ts';
import type { Services } from '../ports.ts';

/**
 * The account of the other party, as a statement names it.
 * @throws InvalidInputError, NotAllowedError
 */
export async function showExceptionIban(services: Services & Auditing, caller: Caller, id: string): Promise<string> {
  requirePower(caller, 'decide', showing);
  const exception = await readBankException(services, caller, id);
  if (exception === null) refuseInput('id', 'There is no exception with this id.');
  const { counterpartyIban: iban } = exception.details;
  if (iban === null) refuseInput('id', 'The bank named no IBAN.');
  return notedIban(services, caller, { id, iban });
}
