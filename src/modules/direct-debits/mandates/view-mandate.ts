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

/** More than any mandate has. */
const eventsAtMost = 1000;

/**
 * The form that the debtor signs; the token is the right. After the signature the debtor sees the signed form until the
 * mandate ends. An unsigned form is valid for ninety days.
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

/** Opening the link does not extend it: an old link stays invalid. */
async function awaitsSignature(
  { id, status, createdAt }: Mandate,
  { store, clock }: Pick<Services, 'store' | 'clock'>,
): Promise<boolean> {
  if (status !== 'DRAFT') return false;
  const lastEvent = (await store.mandateEventsOf(id, 0, eventsAtMost)).at(-1);
  return clock() < (lastEvent?.at ?? createdAt) + payLinkLifetimeMs;
}
