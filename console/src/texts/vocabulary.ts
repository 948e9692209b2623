import type { PaymentStatus, PaymentTarget, PaymentType } from '../generated/operations.ts';
import { targetNames as target } from '../generated/target-names.ts';
import { namesOf, words } from './words.ts';

/** Names of the closed sets that many pages show, in the order of filters. A set of one page stands in the texts of that page. */
type Vocabulary = {
  readonly status: Readonly<Record<PaymentStatus, string>>;
  readonly target: Readonly<Record<PaymentTarget, string>>;
  readonly type: Readonly<Record<PaymentType, string>>;
};

export const targets: readonly PaymentTarget[] = namesOf(target);

export const vocabulary = words<Vocabulary>({
  status: words({
    REQUIRES_ACTION: { fr: 'Attend le client', en: 'Waits for customer' },
    PENDING: { fr: 'En attente de la banque', en: 'Waits for bank' },
    SUBMITTED: { fr: 'Dans une remise', en: 'In a batch' },
    AUTHORIZED: { fr: 'Autorisé', en: 'Authorised' },
    PAID: { fr: 'Payé', en: 'Paid' },
    REFUSED: { fr: 'Refusé', en: 'Refused' },
    CANCELLED: { fr: 'Annulé', en: 'Cancelled' },
    EXPIRED: { fr: 'Expiré', en: 'Expired' },
    FAILED: { fr: 'Échec technique', en: 'Technical fault' },
    RETURNED: { fr: 'Rejeté', en: 'Returned' },
    PARTIALLY_REFUNDED: { fr: 'Remboursé en partie', en: 'Refunded in part' },
    REFUNDED: { fr: 'Remboursé', en: 'Refunded' },
    NEEDS_REVIEW: { fr: 'À vérifier', en: 'Needs review' },
  }),
  target: { fr: target, en: target },
  type: words({
    CB: { fr: 'Carte', en: 'Card' },
    AMEX: { fr: 'Amex', en: 'Amex' },
    SEPA: { fr: 'Virement', en: 'Transfer' },
    DIRECT_SEPA: { fr: 'Prélèvement', en: 'Direct debit' },
    COMPTABILITE: { fr: 'Comptabilité', en: 'Booking' },
  }),
});
