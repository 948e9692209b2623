import type { PostalAddress } from '../../../kernel/sepa/mandate.ts';
import { payLinkLifetimeMs } from '../../payments/pay-link.ts';
import { directDebitAccountOf } from '../batches/direct-debit-account.ts';
import type { Services } from '../ports.ts';
import type { Debtor, Mandate, MandateStatus } from './mandate.ts';

export type MandateView = {
  readonly mandate: Mandate & { readonly debtor: Debtor };
  readonly societeName: string;
  readonly creditorAddress: PostalAddress | null;
};

const live: ReadonlySet<MandateStatus> = new Set(['SIGNED', 'ACTIVE', 'SUSPENDED']);

/** Nobody's mandate has as many. */
const eventsAtMost = 1000;

/**
 * The form that the debtor signs: the token is the right. Who signed sees what was signed for as long as the mandate
 * lives, and nothing once it has ended. A form that nobody signs holds for ninety days.
 */
export async function viewMandate(
  { store, societes, clock }: Pick<Services, 'store' | 'societes' | 'clock'>,
  token: string,
): Promise<MandateView | null> {
  const mandate = await store.mandateByToken(token);
  if (!mandate?.debtor) return null;
  if (!live.has(mandate.status) && !(await awaitsSignature(mandate, { store, clock }))) return null;
  const societe = societes.get(mandate.idSociete);
  return {
    mandate: { ...mandate, debtor: mandate.debtor },
    societeName: societe?.name ?? mandate.creditorName,
    creditorAddress: directDebitAccountOf(societe, mandate.runMode)?.address ?? null,
  };
}

/** That the link is used does not count: one that is old is nobody's any more. */
async function awaitsSignature(
  { id, status, createdAt }: Mandate,
  { store, clock }: Pick<Services, 'store' | 'clock'>,
): Promise<boolean> {
  if (status !== 'DRAFT') return false;
  const lastEvent = (await store.mandateEventsOf(id, 0, eventsAtMost)).at(-1);
  return clock() < (lastEvent?.at ?? createdAt) + payLinkLifetimeMs;
}
