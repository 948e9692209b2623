import type { PaymentStatus, PaymentType } from '../domain/vocabulary.ts';

/** What people read. A new status or type does not compile until it is said in both languages. */
export type Language = 'fr' | 'en';
type InBoth<Value> = Readonly<Record<Language, Value>>;

export type Tone = 'good' | 'bad' | 'wait';

export const statusTones: Readonly<Record<PaymentStatus, Tone>> = {
  REQUIRES_ACTION: 'wait',
  PENDING: 'wait',
  SUBMITTED: 'wait',
  AUTHORIZED: 'good',
  PAID: 'good',
  REFUSED: 'bad',
  CANCELLED: 'bad',
  EXPIRED: 'bad',
  FAILED: 'bad',
  RETURNED: 'bad',
  PARTIALLY_REFUNDED: 'good',
  REFUNDED: 'good',
  NEEDS_REVIEW: 'wait',
};

export const statusTexts: InBoth<Readonly<Record<PaymentStatus, readonly [title: string, detail: string]>>> = {
  fr: {
    REQUIRES_ACTION: ['Paiement à effectuer', 'Votre paiement n’est pas encore fait.'],
    PENDING: [
      'Paiement en cours de confirmation',
      'La banque n’a pas encore confirmé le paiement. Vous n’avez rien à faire.',
    ],
    SUBMITTED: [
      'Paiement transmis à la banque',
      'La banque n’a pas encore confirmé le paiement. Vous n’avez rien à faire.',
    ],
    AUTHORIZED: ['Paiement accepté', 'Votre banque a réservé le montant ; il sera débité plus tard.'],
    PAID: ['Paiement effectué', 'Merci, votre paiement est bien enregistré.'],
    REFUSED: ['Paiement refusé', 'La banque a refusé le paiement. Rien n’a été débité.'],
    CANCELLED: ['Paiement annulé', 'Le paiement a été abandonné. Rien n’a été débité.'],
    EXPIRED: ['Délai dépassé', 'Le paiement n’a pas été fait à temps. Rien n’a été débité.'],
    FAILED: ['Paiement impossible', 'Une erreur technique a empêché le paiement. Rien n’a été débité.'],
    RETURNED: ['Paiement rejeté', 'La banque a rejeté le paiement après coup.'],
    PARTIALLY_REFUNDED: ['Paiement remboursé en partie', 'Une partie du montant vous a été remboursée.'],
    REFUNDED: ['Paiement remboursé', 'Le montant vous a été remboursé.'],
    NEEDS_REVIEW: ['Paiement en cours de vérification', 'Nous vérifions ce paiement. Vous n’avez rien à faire.'],
  },
  en: {
    REQUIRES_ACTION: ['Payment to be made', 'Your payment has not been made yet.'],
    PENDING: ['Payment being confirmed', 'The bank has not confirmed the payment yet. There is nothing for you to do.'],
    SUBMITTED: [
      'Payment sent to the bank',
      'The bank has not confirmed the payment yet. There is nothing for you to do.',
    ],
    AUTHORIZED: ['Payment accepted', 'Your bank holds the amount; it will be taken later.'],
    PAID: ['Payment made', 'Thank you, your payment is recorded.'],
    REFUSED: ['Payment refused', 'The bank refused the payment. Nothing was taken.'],
    CANCELLED: ['Payment cancelled', 'The payment was given up. Nothing was taken.'],
    EXPIRED: ['Out of time', 'The payment was not made in time. Nothing was taken.'],
    FAILED: ['Payment not possible', 'A technical fault prevented the payment. Nothing was taken.'],
    RETURNED: ['Payment returned', 'The bank returned the payment afterwards.'],
    PARTIALLY_REFUNDED: ['Payment refunded in part', 'Part of the amount was refunded to you.'],
    REFUNDED: ['Payment refunded', 'The amount was refunded to you.'],
    NEEDS_REVIEW: ['Payment being checked', 'We are checking this payment. There is nothing for you to do.'],
  },
};

export const typeTexts: InBoth<Readonly<Record<PaymentType, string>>> = {
  fr: {
    DIRECT_SEPA: 'Prélèvement SEPA',
    SEPA: 'Virement SEPA',
    CB: 'Carte bancaire',
    AMEX: 'American Express',
    COMPTABILITE: 'Enregistré par la comptabilité',
  },
  en: {
    DIRECT_SEPA: 'SEPA direct debit',
    SEPA: 'SEPA transfer',
    CB: 'Bank card',
    AMEX: 'American Express',
    COMPTABILITE: 'Recorded by accounting',
  },
};

export const pageTexts = {
  fr: {
    locale: 'fr-FR',
    test: 'TEST',
    amount: 'Montant',
    reference: 'Référence',
    order: 'Commande',
    means: 'Moyen de paiement',
    toBank: 'Continuer vers la page de la banque',
    leading: 'Vous allez être dirigé vers la page de paiement de la banque.',
    tryAgain: 'Réessayer',
    back: 'Retour à la boutique',
    notConfirmed: 'La banque ne nous a encore rien confirmé. Cette page se met à jour d’elle-même.',
    reload: 'Actualiser',
    unavailable: 'Page de paiement indisponible',
    unavailableDetail:
      'La page de paiement de la banque ne répond pas en ce moment. Réessayez dans quelques minutes. Rien n’a été débité.',
    transferTitle: 'Virement à effectuer',
    transferDetail:
      'Faites un virement avec exactement ces informations. La référence nous permet de reconnaître votre paiement.',
    creditor: 'Bénéficiaire',
    iban: 'IBAN',
    bic: 'BIC',
    transferReference: 'Référence du virement',
    qr: 'QR code du virement, pour les applications bancaires qui le lisent',
    copy: 'Copier',
    copied: 'Copié',
    print: 'Imprimer',
    unknown: 'Lien inconnu ou expiré',
    unknownDetail:
      'Ce lien de paiement n’existe pas ou n’est plus valable. Demandez un nouveau lien à votre interlocuteur.',
  },
  en: {
    locale: 'en-GB',
    test: 'TEST',
    amount: 'Amount',
    reference: 'Reference',
    order: 'Order',
    means: 'Paid with',
    toBank: 'Continue to the bank’s page',
    leading: 'You are being taken to the bank’s payment page.',
    tryAgain: 'Try again',
    back: 'Back to the shop',
    notConfirmed: 'The bank has not confirmed anything to us yet. This page updates itself.',
    reload: 'Refresh',
    unavailable: 'Payment page not available',
    unavailableDetail:
      'The bank’s payment page does not answer at the moment. Try again in a few minutes. Nothing was taken.',
    transferTitle: 'Transfer to be made',
    transferDetail: 'Make a transfer with exactly these details. The reference lets us recognise your payment.',
    creditor: 'Payee',
    iban: 'IBAN',
    bic: 'BIC',
    transferReference: 'Transfer reference',
    qr: 'QR code of the transfer, for banking apps that read it',
    copy: 'Copy',
    copied: 'Copied',
    print: 'Print',
    unknown: 'Unknown or expired link',
    unknownDetail: 'This payment link does not exist or is not valid any more. Ask for a new one.',
  },
} as const satisfies InBoth<Readonly<Record<string, string>>>;

export const problemTexts: InBoth<
  Readonly<Record<'notFound' | 'fault' | 'badRequest' | 'detail' | 'faultDetail' | 'requestId', string>>
> = {
  fr: {
    notFound: 'Cette page n’existe pas',
    badRequest: 'Cette demande ne peut pas être traitée',
    fault: 'Une erreur est survenue',
    detail: 'Vérifiez l’adresse.',
    faultDetail: 'Rien n’a été perdu. Réessayez dans un instant.',
    requestId: 'Demande',
  },
  en: {
    notFound: 'There is no such page',
    badRequest: 'This request cannot be handled',
    fault: 'Something went wrong',
    detail: 'Check the address.',
    faultDetail: 'Nothing was lost. Try again in a moment.',
    requestId: 'Request',
  },
};
