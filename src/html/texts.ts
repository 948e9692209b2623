import type { PaymentStatus, PaymentType } from '../kernel/vocabulary.ts';

/** Texts for people. A new status or type does not compile until it has a text in both languages. */
export type Language = 'fr' | 'en';
type InBoth<Value> = Readonly<Record<Language, Value>>;
type Said = readonly [title: string, detail: string];

/** `ended` and `late`: nothing was paid, and nothing was refused. */
export type Tone = 'good' | 'bad' | 'wait' | 'ended' | 'late';

export const statusTones: Readonly<Record<PaymentStatus, Tone>> = {
  REQUIRES_ACTION: 'wait',
  PENDING: 'wait',
  SUBMITTED: 'wait',
  AUTHORIZED: 'good',
  PAID: 'good',
  REFUSED: 'bad',
  CANCELLED: 'ended',
  EXPIRED: 'late',
  FAILED: 'bad',
  RETURNED: 'bad',
  PARTIALLY_REFUNDED: 'good',
  REFUNDED: 'good',
  NEEDS_REVIEW: 'wait',
};

/** Only a status that our record has as paid is called so, and no more is said of the customer's account than we know. */
export const statusTexts: InBoth<Readonly<Record<PaymentStatus, Said>>> = {
  fr: {
    REQUIRES_ACTION: ['Paiement à effectuer', 'Votre paiement n’est pas encore fait.'],
    PENDING: [
      'Paiement en cours de confirmation',
      'La banque n’a pas encore confirmé le paiement. Vous n’avez rien à faire.',
    ],
    SUBMITTED: ['Prélèvement en cours', 'La banque n’a pas encore confirmé le paiement. Vous n’avez rien à faire.'],
    AUTHORIZED: ['Paiement accepté', 'Votre banque a réservé le montant\u00a0; il sera débité plus tard.'],
    PAID: ['Paiement effectué', 'Merci, votre paiement est bien enregistré.'],
    REFUSED: ['Paiement refusé', 'La banque a refusé ce paiement. Vous n’êtes pas débité.'],
    CANCELLED: ['Paiement annulé', 'Ce paiement a été annulé. Vous n’êtes pas débité.'],
    EXPIRED: ['Délai dépassé', 'Nous n’avons reçu aucun paiement dans le délai prévu.'],
    FAILED: ['Paiement impossible', 'Une erreur technique a empêché le paiement. Vous n’êtes pas débité.'],
    RETURNED: ['Paiement rejeté', 'La banque est revenue sur ce paiement\u00a0: il n’est plus réglé.'],
    PARTIALLY_REFUNDED: ['Paiement remboursé en partie', 'Une partie du montant vous a été remboursée.'],
    REFUNDED: ['Paiement remboursé', 'Le montant vous a été remboursé.'],
    NEEDS_REVIEW: [
      'Paiement en cours de vérification',
      'Une personne de nos services vérifie ce paiement. Vous n’avez rien à faire.',
    ],
  },
  en: {
    REQUIRES_ACTION: ['Payment to be made', 'Your payment has not been made yet.'],
    PENDING: ['Payment being confirmed', 'The bank has not confirmed the payment yet. There is nothing for you to do.'],
    SUBMITTED: [
      'Direct debit in progress',
      'The bank has not confirmed the payment yet. There is nothing for you to do.',
    ],
    AUTHORIZED: ['Payment accepted', 'Your bank holds the amount; it will be taken later.'],
    PAID: ['Payment made', 'Thank you, your payment is recorded.'],
    REFUSED: ['Payment refused', 'The bank refused this payment. You are not charged.'],
    CANCELLED: ['Payment cancelled', 'This payment was cancelled. You are not charged.'],
    EXPIRED: ['Out of time', 'We received no payment in the time that was given.'],
    FAILED: ['Payment not possible', 'A technical fault prevented the payment. You are not charged.'],
    RETURNED: ['Payment returned', 'The bank went back on this payment: it is not settled any more.'],
    PARTIALLY_REFUNDED: ['Payment refunded in part', 'Part of the amount was refunded to you.'],
    REFUNDED: ['Payment refunded', 'The amount was refunded to you.'],
    NEEDS_REVIEW: ['Payment being checked', 'We are checking this payment. There is nothing for you to do.'],
  },
};

/**
 * The browser is back from the bank and the record does not know the result. `done`: the bank's page let the customer
 * think that they paid; `notDone`: it refused. Neither is certain before the bank's own message.
 */
export const returnTexts: InBoth<Readonly<Record<'done' | 'notDone', Said>>> = {
  fr: {
    done: [
      'Paiement en cours de confirmation',
      'La banque ne nous a pas encore confirmé votre paiement. Cela prend d’ordinaire quelques secondes.',
    ],
    notDone: [
      'En attente de la réponse de la banque',
      'Le paiement ne semble pas avoir abouti, mais la banque ne nous l’a pas encore confirmé.',
    ],
  },
  en: {
    done: [
      'Payment being confirmed',
      'The bank has not confirmed your payment to us yet. That usually takes a few seconds.',
    ],
    notDone: [
      'Waiting for the bank’s answer',
      'The payment does not seem to have gone through, but the bank has not confirmed that to us yet.',
    ],
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

type TransferTexts = {
  readonly received: (part: string, all: string) => string;
  readonly until: (day: string) => string;
};

export const transferTexts: InBoth<TransferTexts> = {
  fr: {
    received: (part, all) =>
      `Nous avons reçu ${part} sur ${all}. Voici ce qu’il reste à virer, sous la même référence.`,
    until: (day) => `Virement attendu jusqu’au ${day}.`,
  },
  en: {
    received: (part, all) =>
      `We have received ${part} of ${all}. This is what is left to transfer, with the same reference.`,
    until: (day) => `We await your transfer until ${day}.`,
  },
};

/** `bank`: who runs the page that the customer is sent to. */
export const leadingTexts: InBoth<(bank: string) => string> = {
  fr: (bank) => `Vous allez être dirigé vers la page de paiement sécurisée de ${bank}.`,
  en: (bank) => `You are being taken to the secure payment page of ${bank}.`,
};

export const pageTexts = {
  fr: {
    locale: 'fr-FR',
    test: 'TEST',
    reference: 'Référence',
    order: 'Commande',
    means: 'Moyen de paiement',
    question: 'Une question\u00a0? Donnez cette référence\u00a0:',
    toBank: 'Continuer vers la banque',
    byButton: 'Appuyez sur le bouton pour continuer.',
    tryAgain: 'Réessayer',
    leaving: 'Vous y retournez dans quelques secondes.',
    stay: 'Rester ici',
    updates: 'Cette page se met à jour d’elle-même.',
    refunded: 'Dont remboursé\u00a0:',
    doNotPayTwice: 'Ne payez pas une seconde fois. Vous pouvez fermer cette page\u00a0: rien ne sera perdu.',
    reload: 'Actualiser',
    unavailable: 'Page de paiement indisponible',
    unavailableDetail:
      'La page de paiement de la banque ne répond pas en ce moment. Réessayez dans quelques minutes\u00a0: votre lien reste valable.',
    transferTitle: 'Virement à effectuer',
    transferDetail:
      'Faites un virement avec exactement ces informations\u00a0: c’est à la référence que nous reconnaissons votre paiement.',
    creditor: 'Bénéficiaire',
    iban: 'IBAN',
    bic: 'BIC',
    transferReference: 'Référence du virement',
    qr: 'QR code du virement',
    qrDetail: 'Si votre application bancaire lit les QR codes, elle remplit le virement pour vous.',
    transferAwaited: 'En attente de votre virement. Cette page se met à jour dès qu’il est arrivé.',
    copy: 'Copier',
    copied: 'Copié',
    print: 'Imprimer',
    unknown: 'Lien inconnu ou expiré',
    unknownDetail:
      'Ce lien de paiement n’existe pas ou n’est plus valable. Vérifiez que vous l’avez recopié en entier, ou demandez-en un nouveau.',
  },
  en: {
    locale: 'en-GB',
    test: 'TEST',
    reference: 'Reference',
    order: 'Order',
    means: 'Means of payment',
    question: 'A question? Give this reference:',
    toBank: 'Continue to the bank',
    byButton: 'Press the button to continue.',
    tryAgain: 'Try again',
    leaving: 'You are taken there in a few seconds.',
    stay: 'Stay here',
    updates: 'This page updates itself.',
    refunded: 'Refunded:',
    doNotPayTwice: 'Do not pay a second time. You can close this page: nothing will be lost.',
    reload: 'Refresh',
    unavailable: 'Payment page not available',
    unavailableDetail:
      'The bank’s payment page does not answer at the moment. Try again in a few minutes: your link stays valid.',
    transferTitle: 'Transfer to be made',
    transferDetail: 'Make a transfer with exactly these details: the reference is how we recognise your payment.',
    creditor: 'Payee',
    iban: 'IBAN',
    bic: 'BIC',
    transferReference: 'Transfer reference',
    qr: 'QR code of the transfer',
    qrDetail: 'If your banking app reads QR codes, it fills in the transfer for you.',
    transferAwaited: 'Waiting for your transfer. This page updates itself as soon as it has come in.',
    copy: 'Copy',
    copied: 'Copied',
    print: 'Print',
    unknown: 'Unknown or expired link',
    unknownDetail:
      'This payment link does not exist or is not valid any more. Check that you copied all of it, or ask for a new one.',
  },
} as const satisfies InBoth<Readonly<Record<string, string>>>;

type ProblemTexts = Readonly<Record<'notFound' | 'badRequest' | 'tooMany' | 'tooBusy' | 'fault', Said>> & {
  readonly requestId: string;
};

export const problemTexts: InBoth<ProblemTexts> = {
  fr: {
    notFound: ['Cette page n’existe pas', 'Vérifiez l’adresse.'],
    badRequest: ['Cette demande ne peut pas être traitée', 'Vérifiez l’adresse.'],
    tooMany: ['Trop de demandes à la fois', 'Attendez un instant, puis réessayez.'],
    tooBusy: [
      'Service momentanément indisponible',
      'Attendez un instant, puis réessayez. Si vous venez de payer, ne payez pas une seconde fois\u00a0: la confirmation peut prendre quelques minutes.',
    ],
    fault: [
      'Une erreur est survenue',
      'Réessayez dans un instant. Si vous venez de payer, ne payez pas une seconde fois\u00a0: la confirmation peut prendre quelques minutes.',
    ],
    requestId: 'Demande',
  },
  en: {
    notFound: ['There is no such page', 'Check the address.'],
    badRequest: ['This request cannot be handled', 'Check the address.'],
    tooMany: ['Too many requests at once', 'Wait a moment, then try again.'],
    tooBusy: [
      'Not available for a moment',
      'Wait a moment, then try again. If you have just paid, do not pay a second time: the confirmation may take some minutes.',
    ],
    fault: [
      'Something went wrong',
      'Try again in a moment. If you have just paid, do not pay a second time: the confirmation may take some minutes.',
    ],
    requestId: 'Request',
  },
};
