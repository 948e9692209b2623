import { inBothLanguages } from '../../../kernel/locale/language.ts';
import type { PaymentStatus } from '../../../kernel/vocabulary.ts';

/** What follows "The payment": a person reads no names of a program. */
export const statusWords = inBothLanguages<Readonly<Record<PaymentStatus, string>>>({
  REQUIRES_ACTION: { fr: 'attend le client', en: 'waits for the customer' },
  PENDING: { fr: 'attend la banque', en: 'waits for the bank' },
  SUBMITTED: { fr: 'est dans une remise pour la banque', en: 'is in a batch for the bank' },
  AUTHORIZED: { fr: 'est autorisé', en: 'is authorised' },
  PAID: { fr: 'est payé', en: 'is paid' },
  REFUSED: { fr: 'est refusé', en: 'is refused' },
  CANCELLED: { fr: 'est annulé', en: 'is cancelled' },
  EXPIRED: { fr: 'est expiré', en: 'has expired' },
  FAILED: { fr: 'est en échec technique', en: 'failed for a technical reason' },
  RETURNED: { fr: 'est rejeté', en: 'is returned' },
  PARTIALLY_REFUNDED: { fr: 'est remboursé en partie', en: 'is refunded in part' },
  REFUNDED: { fr: 'est remboursé', en: 'is refunded' },
  NEEDS_REVIEW: { fr: 'est à vérifier', en: 'needs review' },
});
