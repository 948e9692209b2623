import { parisDateOf } from '../../kernel/sepa/target-calendar.ts';
import { untilFresh } from '../../kernel/until-fresh.ts';
import { recordMandateStep } from '../direct-debits/mandates/change-mandate.ts';
import { mayForgetDebtor } from '../direct-debits/mandates/mandate.ts';
import { forgetWords } from '../search/forget-words.ts';
import type { Services } from './ports.ts';

/**
 * Removes the debtor from a mandate, and former accounts from its debits; reference, dates and story stay. With
 * `idClient` the customer's number goes too, also where the debtor went before. False, and nothing is written, where the
 * debtor may still be needed, or nothing is left of it.
 */
export function eraseDebtor(
  services: Pick<Services, 'store' | 'clock' | 'identifiers'>,
  id: string,
  { by, idClient }: { readonly by: string; readonly idClient: string | null },
): Promise<boolean> {
  return untilFresh(() =>
    services.store.transact(async (transaction) => {
      const mandate = await transaction.mandateById(id);
      if (mandate === null || !mayForgetDebtor(mandate, parisDateOf(services.clock()))) return false;
      if (mandate.debtor === null && (idClient ?? mandate.idClient) === mandate.idClient) return false;
      await forgetWords(transaction, [id], services.clock());
      const signature = mandate.signature && { ...mandate.signature, place: null };
      const change = { debtor: null, amendment: null, signature, ...(idClient !== null && { idClient }) };
      await recordMandateStep(services, transaction, mandate, { type: 'ERASED', by, data: {}, change });
      await transaction.forgetAmendments(id);
      await transaction.forgetInputsOf(id);
      return true;
    }),
  );
}
