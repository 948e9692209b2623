import type { PaymentStatus } from '@reglement/client';

export type Language = 'fr' | 'en';
export type Text = Readonly<Record<Language, string>>;

export const texts = {
  title: { fr: 'Régler une commande', en: 'Pay for an order' },
  amount: { fr: 'Montant', en: 'Amount' },
  email: { fr: 'Adresse e-mail', en: 'E-mail address' },
  societe: { fr: 'Société', en: 'Company' },
  means: { fr: 'Moyen de paiement', en: 'Means of payment' },
  cardPaybox: { fr: 'Carte bancaire, Paybox', en: 'Card, Paybox' },
  cardScellius: { fr: 'Carte bancaire, La Banque Postale', en: 'Card, La Banque Postale' },
  transfer: { fr: 'Virement SEPA', en: 'SEPA transfer' },
  pay: { fr: 'Payer', en: 'Pay' },
  open: { fr: 'Ouvrir la page de paiement', en: 'Open the payment page' },
  otherLanguage: { fr: 'English', en: 'Français' },
  badAmount: {
    fr: 'Indiquez un montant en euros, par exemple 12,50.',
    en: 'Give an amount in euros, for instance 12.50.',
  },
  badEmail: { fr: 'Indiquez une adresse e-mail valable.', en: 'Give a valid e-mail address.' },
  refused: { fr: 'Ce paiement ne peut pas être demandé ainsi.', en: 'This payment cannot be asked for like this.' },
  unavailable: {
    fr: 'La banque est indisponible. Réessayez dans un instant.',
    en: 'The bank is not available. Try again in a moment.',
  },
  /** No answer came, and the payment may be recorded. */
  unknown: {
    fr: 'Le service de paiement ne répond pas. Réessayez\u00a0: vous ne paierez pas deux fois.',
    en: 'The payment service does not answer. Try again: you will not pay twice.',
  },
  underWay: {
    fr: 'Votre paiement précédent est encore en cours. Attendez son résultat, ou ouvrez sa page.',
    en: 'Your earlier payment is still under way. Wait for its outcome, or open its page.',
  },
  recovered: {
    fr: 'Votre première demande avait été enregistrée\u00a0: la voici.',
    en: 'Your first request was recorded. Here it is.',
  },
} satisfies Readonly<Record<string, Text>>;

/** A `Record`, so that a new status does not compile until it has a text here. */
export const statusTexts: Readonly<Record<PaymentStatus, Text>> = {
  REQUIRES_ACTION: { fr: 'À régler', en: 'To be paid' },
  PENDING: { fr: 'En cours de vérification', en: 'Being checked' },
  SUBMITTED: { fr: 'Transmis à la banque', en: 'Sent to the bank' },
  AUTHORIZED: { fr: 'Autorisé', en: 'Authorised' },
  PAID: { fr: 'Payé', en: 'Paid' },
  REFUSED: { fr: 'Refusé par la banque', en: 'Refused by the bank' },
  CANCELLED: { fr: 'Abandonné', en: 'Cancelled' },
  EXPIRED: { fr: 'Expiré', en: 'Expired' },
  FAILED: { fr: 'Échec technique', en: 'Technical failure' },
  RETURNED: { fr: 'Rejeté par la banque', en: 'Returned by the bank' },
  PARTIALLY_REFUNDED: { fr: 'Remboursé en partie', en: 'Refunded in part' },
  REFUNDED: { fr: 'Remboursé', en: 'Refunded' },
  NEEDS_REVIEW: { fr: 'En cours de vérification', en: 'Being checked' },
};
