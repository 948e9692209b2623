import type { Debtor, Mandate, MandateStatus, PostalAddress } from '../domain/mandate.ts';
import { directDebitAccountOf } from './direct-debit-account.ts';
import type { Services } from './services.ts';

export type MandateView = {
  readonly mandate: Mandate & { readonly debtor: Debtor };
  readonly societeName: string;
  readonly creditorAddress: PostalAddress | null;
};

const shown: ReadonlySet<MandateStatus> = new Set(['DRAFT', 'SIGNED', 'ACTIVE', 'SUSPENDED']);

/** The form that the debtor signs: the token is the right, for as long as the mandate lives. */
export async function viewMandate(
  { store, societes }: Pick<Services, 'store' | 'societes'>,
  token: string,
): Promise<MandateView | null> {
  const mandate = await store.mandateByToken(token);
  if (!mandate?.debtor || !shown.has(mandate.status)) return null;
  const societe = societes.get(mandate.idSociete);
  return {
    mandate: { ...mandate, debtor: mandate.debtor },
    societeName: societe?.name ?? mandate.creditorName,
    creditorAddress: directDebitAccountOf(societe, mandate.runMode)?.address ?? null,
  };
}
