import { payLinkLifetimeMs } from '../domain/caller.ts';
import type { Debtor, Mandate, MandateStatus, PostalAddress } from '../domain/mandate.ts';
import { directDebitAccountOf } from './direct-debit-account.ts';
import type { Services } from './services.ts';

export type MandateView = {
  readonly mandate: Mandate & { readonly debtor: Debtor };
  readonly societeName: string;
  readonly creditorAddress: PostalAddress | null;
};

const shown: ReadonlySet<MandateStatus> = new Set(['DRAFT', 'SIGNED', 'ACTIVE', 'SUSPENDED']);

/** Nobody's mandate has as many. */
const eventsAtMost = 1000;

/**
 * The form that the debtor signs: the token is the right, while the mandate lives and for ninety days after the last
 * thing that happened to it. That it is used does not count: a link that is years old is nobody's any more.
 */
export async function viewMandate(
  { store, societes, clock }: Pick<Services, 'store' | 'societes' | 'clock'>,
  token: string,
): Promise<MandateView | null> {
  const mandate = await store.mandateByToken(token);
  if (!mandate?.debtor || !shown.has(mandate.status)) return null;
  const lastEvent = (await store.mandateEventsOf(mandate.id, 0, eventsAtMost)).at(-1);
  if (clock() >= (lastEvent?.at ?? mandate.createdAt) + payLinkLifetimeMs) return null;
  const societe = societes.get(mandate.idSociete);
  return {
    mandate: { ...mandate, debtor: mandate.debtor },
    societeName: societe?.name ?? mandate.creditorName,
    creditorAddress: directDebitAccountOf(societe, mandate.runMode)?.address ?? null,
  };
}
