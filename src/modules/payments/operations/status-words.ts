import type { PaymentStatus } from '../../../kernel/vocabulary.ts';
import type { Language } from '../ports.ts';

/** What follows "The payment": a person reads no names of a program. */
type StatusWords = Readonly<Record<Language, Readonly<Record<PaymentStatus, string>>>>;

export const statusWords: StatusWords = {
  en: {
    REQUIRES_ACTION: 'waits for the customer',
    PENDING: 'waits for the bank',
    SUBMITTED: 'is in a batch for the bank',
    AUTHORIZED: 'is authorised',
    PAID: 'is paid',
    REFUSED: 'is refused',
    CANCELLED: 'is cancelled',
    EXPIRED: 'has expired',
    FAILED: 'failed for a technical reason',
    RETURNED: 'is returned',
    PARTIALLY_REFUNDED: 'is refunded in part',
    REFUNDED: 'is refunded',
    NEEDS_REVIEW: 'needs review',
  },
  fr: {
    REQUIRES_ACTION: 'attend le client',
    PENDING: 'attend la banque',
    SUBMITTED: 'est dans une remise pour la banque',
    AUTHORIZED: 'est autorisé',
    PAID: 'est payé',
    REFUSED: 'est refusé',
    CANCELLED: 'est annulé',
    EXPIRED: 'est expiré',
    FAILED: 'est en échec technique',
    RETURNED: 'est rejeté',
    PARTIALLY_REFUNDED: 'est remboursé en partie',
    REFUNDED: 'est remboursé',
    NEEDS_REVIEW: 'est à vérifier',
  },
};
