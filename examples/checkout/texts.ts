import type { PaymentStatus } from '@reglement/client';

export type Language = 'fr' | 'en';

export type Texts = {
  readonly title: string;
  readonly amount: string;
  readonly email: string;
  readonly societe: string;
  readonly means: string;
  readonly cardPaybox: string;
  readonly cardScellius: string;
  readonly transfer: string;
  readonly pay: string;
  readonly open: string;
  readonly otherLanguage: string;
  readonly badAmount: string;
  readonly badEmail: string;
  readonly refused: string;
  readonly unavailable: string;
  /** No answer came, and the payment may be recorded. */
  readonly unknown: string;
  readonly recovered: string;
  /** A `Record`, so that a new status does not compile until it has a text here. */
  readonly statuses: Readonly<Record<PaymentStatus, string>>;
};

const fr: Texts = {
  title: 'Régler une commande',
  amount: 'Montant',
  email: 'Adresse e-mail',
  societe: 'Société',
  means: 'Moyen de paiement',
  cardPaybox: 'Carte bancaire, Paybox',
  cardScellius: 'Carte bancaire, La Banque Postale',
  transfer: 'Virement SEPA',
  pay: 'Payer',
  open: 'Ouvrir la page de paiement',
  otherLanguage: 'English',
  badAmount: 'Indiquez un montant en euros, par exemple 12,50.',
  badEmail: 'Indiquez une adresse e-mail valable.',
  refused: 'Ce paiement ne peut pas être demandé ainsi.',
  unavailable: 'La banque est indisponible. Réessayez dans un instant.',
  unknown: 'Le service de paiement ne répond pas. Réessayez\u00a0: vous ne paierez pas deux fois.',
  recovered: 'Votre première demande avait été enregistrée\u00a0: la voici.',
  statuses: {
    REQUIRES_ACTION: 'À régler',
    PENDING: 'En cours de vérification',
    SUBMITTED: 'Transmis à la banque',
    AUTHORIZED: 'Autorisé',
    PAID: 'Payé',
    REFUSED: 'Refusé par la banque',
    CANCELLED: 'Abandonné',
    EXPIRED: 'Expiré',
    FAILED: 'Échec technique',
    RETURNED: 'Rejeté par la banque',
    PARTIALLY_REFUNDED: 'Remboursé en partie',
    REFUNDED: 'Remboursé',
    NEEDS_REVIEW: 'En cours de vérification',
  },
};

const en: Texts = {
  title: 'Pay for an order',
  amount: 'Amount',
  email: 'E-mail address',
  societe: 'Company',
  means: 'Means of payment',
  cardPaybox: 'Card, Paybox',
  cardScellius: 'Card, La Banque Postale',
  transfer: 'SEPA transfer',
  pay: 'Pay',
  open: 'Open the payment page',
  otherLanguage: 'Français',
  badAmount: 'Give an amount in euros, for instance 12.50.',
  badEmail: 'Give a valid e-mail address.',
  refused: 'This payment cannot be asked for like this.',
  unavailable: 'The bank is not available. Try again in a moment.',
  unknown: 'The payment service does not answer. Try again: you will not pay twice.',
  recovered: 'Your first request was recorded. Here it is.',
  statuses: {
    REQUIRES_ACTION: 'To be paid',
    PENDING: 'Being checked',
    SUBMITTED: 'Sent to the bank',
    AUTHORIZED: 'Authorised',
    PAID: 'Paid',
    REFUSED: 'Refused by the bank',
    CANCELLED: 'Cancelled',
    EXPIRED: 'Expired',
    FAILED: 'Technical failure',
    RETURNED: 'Returned by the bank',
    PARTIALLY_REFUNDED: 'Refunded in part',
    REFUNDED: 'Refunded',
    NEEDS_REVIEW: 'Being checked',
  },
};

export const texts: Readonly<Record<Language, Texts>> = { fr, en };
