import type { PostalAddress } from '../../../kernel/sepa/mandate.ts';
import { payLinkLifetimeMs } from '../../payments/pay-link.ts';
import { directDebitAccountOf } from '../batches/direct-debit-account.ts';
import type { Services } from '../ports.ts';
import type { Debtor, Mandate, MandateStatus } from './mandate.ts';
import { amendedFields, eventsAtMost, type MandateEvent } from './mandate-event.ts';

export type MandateView = {
  readonly mandate: Mandate & { readonly debtor: Debtor };
  readonly societeName: string;
  readonly creditorAddress: PostalAddress | null;
  /** When what the form shows last changed after the signature; null where it is as signed. */
  readonly amendedAt: number | null;
};

const live: ReadonlySet<MandateStatus> = new Set(['SIGNED', 'ACTIVE', 'SUSPENDED']);

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
  const events = await store.mandateEventsOf(mandate.id, 0, eventsAtMost);
  if (!live.has(mandate.status) && !awaitsSignature(mandate, events, clock())) return null;
  const societe = societes.get(mandate.idSociete);
  return {
    mandate: { ...mandate, debtor: mandate.debtor },
    societeName: societe?.name ?? mandate.creditorName,
    creditorAddress: directDebitAccountOf(societe, mandate.runMode)?.address ?? null,
    amendedAt: events.findLast((event) => event.status !== 'DRAFT' && changesForm(event))?.at ?? null,
  };
}

/** Those of an amendment that stand on the form: the last debit does not, nor that the next one is the last. */
const formFields: ReadonlySet<string> = new Set([
  ...['rum', 'ics', 'creditorName'],
  ...['debtorName', 'iban', 'bic', 'address'],
]);

const changesForm = (event: MandateEvent): boolean => amendedFields(event).some((field) => formFields.has(field));

/** Opening the link does not extend it: an old link stays invalid. */
const awaitsSignature = ({ status, createdAt }: Mandate, events: readonly MandateEvent[], now: number): boolean =>
  status === 'DRAFT' && now < (events.at(-1)?.at ?? createdAt) + payLinkLifetimeMs;
