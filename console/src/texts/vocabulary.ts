import type { PaymentStatus, PaymentTarget, PaymentType } from '../generated/operations.ts';
import { targetNames as target } from '../generated/target-names.ts';
import { words } from './words.ts';

/** Names of the closed sets that many pages show. A set of one page stands in the texts of that page. */
type Vocabulary = {
  readonly status: Readonly<Record<PaymentStatus, string>>;
  readonly target: Readonly<Record<PaymentTarget, string>>;
  readonly type: Readonly<Record<PaymentType, string>>;
};

/** In the order of filters. */
export const targets = Object.keys(target) as PaymentTarget[];

export const vocabulary = words<Vocabulary>({
  fr: {
    status: {
      REQUIRES_ACTION: 'Attend le client',
      PENDING: 'En attente de la banque',
      SUBMITTED: 'Dans une remise',
      AUTHORIZED: 'Autorisé',
      PAID: 'Payé',
      REFUSED: 'Refusé',
      CANCELLED: 'Annulé',
      EXPIRED: 'Expiré',
      FAILED: 'Échec technique',
      RETURNED: 'Rejeté',
      PARTIALLY_REFUNDED: 'Remboursé en partie',
      REFUNDED: 'Remboursé',
      NEEDS_REVIEW: 'À vérifier',
    },
    target,
    type: {
      DIRECT_SEPA: 'Prélèvement',
      SEPA: 'Virement',
      CB: 'Carte',
      AMEX: 'Amex',
      COMPTABILITE: 'Comptabilité',
    },
  },
  en: {
    status: {
      REQUIRES_ACTION: 'Waits for customer',
      PENDING: 'Waits for bank',
      SUBMITTED: 'In a batch',
      AUTHORIZED: 'Authorised',
      PAID: 'Paid',
      REFUSED: 'Refused',
      CANCELLED: 'Cancelled',
      EXPIRED: 'Expired',
      FAILED: 'Technical fault',
      RETURNED: 'Returned',
      PARTIALLY_REFUNDED: 'Refunded in part',
      REFUNDED: 'Refunded',
      NEEDS_REVIEW: 'Needs review',
    },
    target,
    type: {
      DIRECT_SEPA: 'Direct debit',
      SEPA: 'Transfer',
      CB: 'Card',
      AMEX: 'Amex',
      COMPTABILITE: 'Booking',
    },
  },
});
