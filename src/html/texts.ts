import { inBothLanguages } from '../kernel/locale/language.ts';
import type { PaymentStatus, PaymentType } from '../kernel/vocabulary.ts';

/** Texts for people. A new status or type does not compile until it has a text in both languages. */
export type Language = 'fr' | 'en';
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
export const statusTexts = inBothLanguages<Readonly<Record<PaymentStatus, Said>>>({
  REQUIRES_ACTION: {
    fr: ['Paiement à effectuer', 'Votre paiement n’est pas encore fait.'],
    en: ['Payment to be made', 'Your payment has not been made yet.'],
  },
  PENDING: {
    fr: [
      'Paiement en cours de confirmation',
      'La banque n’a pas encore confirmé le paiement. Vous n’avez rien à faire.',
    ],
    en: ['Payment being confirmed', 'The bank has not confirmed the payment yet. There is nothing for you to do.'],
  },
  SUBMITTED: {
    fr: ['Prélèvement en cours', 'La banque n’a pas encore confirmé le paiement. Vous n’avez rien à faire.'],
    en: ['Direct debit in progress', 'The bank has not confirmed the payment yet. There is nothing for you to do.'],
  },
  AUTHORIZED: {
    fr: ['Paiement accepté', 'Votre banque a réservé le montant\u00a0; il sera débité plus tard.'],
    en: ['Payment accepted', 'Your bank holds the amount; it will be taken later.'],
  },
  PAID: {
    fr: ['Paiement effectué', 'Merci, votre paiement est bien enregistré.'],
    en: ['Payment made', 'Thank you, your payment is recorded.'],
  },
  REFUSED: {
    fr: ['Paiement refusé', 'La banque a refusé ce paiement. Vous n’êtes pas débité.'],
    en: ['Payment refused', 'The bank refused this payment. You are not charged.'],
  },
  CANCELLED: {
    fr: ['Paiement annulé', 'Ce paiement a été annulé. Vous n’êtes pas débité.'],
    en: ['Payment cancelled', 'This payment was cancelled. You are not charged.'],
  },
  EXPIRED: {
    fr: ['Délai dépassé', 'Nous n’avons reçu aucun paiement dans le délai prévu.'],
    en: ['Out of time', 'We received no payment in the time that was given.'],
  },
  FAILED: {
    fr: ['Paiement impossible', 'Une erreur technique a empêché le paiement. Vous n’êtes pas débité.'],
    en: ['Payment not possible', 'A technical fault prevented the payment. You are not charged.'],
  },
  RETURNED: {
    fr: ['Paiement rejeté', 'La banque est revenue sur ce paiement\u00a0: il n’est plus réglé.'],
    en: ['Payment returned', 'The bank went back on this payment: it is not settled any more.'],
  },
  PARTIALLY_REFUNDED: {
    fr: ['Paiement remboursé en partie', 'Une partie du montant vous a été remboursée.'],
    en: ['Payment refunded in part', 'Part of the amount was refunded to you.'],
  },
  REFUNDED: {
    fr: ['Paiement remboursé', 'Le montant vous a été remboursé.'],
    en: ['Payment refunded', 'The amount was refunded to you.'],
  },
  NEEDS_REVIEW: {
    fr: [
      'Paiement en cours de vérification',
      'Une personne de nos services vérifie ce paiement. Vous n’avez rien à faire.',
    ],
    en: ['Payment being checked', 'We are checking this payment. There is nothing for you to do.'],
  },
});

/**
 * The browser is back from the bank and the record does not know the result. `done`: the bank's page let the customer
 * think that they paid; `notDone`: it refused. Neither is certain before the bank's own message.
 */
export const returnTexts = inBothLanguages<Readonly<Record<'done' | 'notDone', Said>>>({
  done: {
    fr: [
      'Paiement en cours de confirmation',
      'La banque ne nous a pas encore confirmé votre paiement. Cela prend d’ordinaire quelques secondes.',
    ],
    en: [
      'Payment being confirmed',
      'The bank has not confirmed your payment to us yet. That usually takes a few seconds.',
    ],
  },
  notDone: {
    fr: [
      'En attente de la réponse de la banque',
      'Le paiement ne semble pas avoir abouti, mais la banque ne nous l’a pas encore confirmé.',
    ],
    en: [
      'Waiting for the bank’s answer',
      'The payment does not seem to have gone through, but the bank has not confirmed that to us yet.',
    ],
  },
});

export const typeTexts = inBothLanguages<Readonly<Record<PaymentType, string>>>({
  DIRECT_SEPA: { fr: 'Prélèvement SEPA', en: 'SEPA direct debit' },
  SEPA: { fr: 'Virement SEPA', en: 'SEPA transfer' },
  CB: { fr: 'Carte bancaire', en: 'Bank card' },
  AMEX: { fr: 'American Express', en: 'American Express' },
  COMPTABILITE: { fr: 'Enregistré par la comptabilité', en: 'Recorded by accounting' },
});

type TransferTexts = {
  readonly received: (part: string, all: string) => string;
  readonly until: (day: string) => string;
};

export const transferTexts = inBothLanguages<TransferTexts>({
  received: {
    fr: (part, all) => `Nous avons reçu ${part} sur ${all}. Voici ce qu’il reste à virer, sous la même référence.`,
    en: (part, all) => `We have received ${part} of ${all}. This is what is left to transfer, with the same reference.`,
  },
  until: { fr: (day) => `Virement attendu jusqu’au ${day}.`, en: (day) => `We await your transfer until ${day}.` },
});

/** `bank`: who runs the page that the customer is sent to. */
export const leadingTexts: Readonly<Record<Language, (bank: string) => string>> = {
  fr: (bank) => `Vous allez être dirigé vers la page de paiement sécurisée de ${bank}.`,
  en: (bank) => `You are being taken to the secure payment page of ${bank}.`,
};

export const pageTexts = inBothLanguages({
  locale: { fr: 'fr-FR', en: 'en-GB' },
  test: { fr: 'TEST', en: 'TEST' },
  reference: { fr: 'Référence', en: 'Reference' },
  order: { fr: 'Commande', en: 'Order' },
  means: { fr: 'Moyen de paiement', en: 'Means of payment' },
  question: { fr: 'Une question\u00a0? Donnez cette référence\u00a0:', en: 'A question? Give this reference:' },
  toBank: { fr: 'Continuer vers la banque', en: 'Continue to the bank' },
  byButton: { fr: 'Appuyez sur le bouton pour continuer.', en: 'Press the button to continue.' },
  tryAgain: { fr: 'Réessayer', en: 'Try again' },
  leaving: { fr: 'Vous y retournez dans quelques secondes.', en: 'You are taken there in a few seconds.' },
  stay: { fr: 'Rester ici', en: 'Stay here' },
  updates: { fr: 'Cette page se met à jour d’elle-même.', en: 'This page updates itself.' },
  refunded: { fr: 'Dont remboursé\u00a0:', en: 'Refunded:' },
  doNotPayTwice: {
    fr: 'Ne payez pas une seconde fois. Vous pouvez fermer cette page\u00a0: rien ne sera perdu.',
    en: 'Do not pay a second time. You can close this page: nothing will be lost.',
  },
  reload: { fr: 'Actualiser', en: 'Refresh' },
  unavailable: { fr: 'Page de paiement indisponible', en: 'Payment page not available' },
  unavailableDetail: {
    fr: 'La page de paiement de la banque ne répond pas en ce moment. Réessayez dans quelques minutes\u00a0: votre lien reste valable.',
    en: 'The bank’s payment page does not answer at the moment. Try again in a few minutes: your link stays valid.',
  },
  transferTitle: { fr: 'Virement à effectuer', en: 'Transfer to be made' },
  transferDetail: {
    fr: 'Faites un virement avec exactement ces informations\u00a0: c’est à la référence que nous reconnaissons votre paiement.',
    en: 'Make a transfer with exactly these details: the reference is how we recognise your payment.',
  },
  creditor: { fr: 'Bénéficiaire', en: 'Payee' },
  iban: { fr: 'IBAN', en: 'IBAN' },
  bic: { fr: 'BIC', en: 'BIC' },
  transferReference: { fr: 'Référence du virement', en: 'Transfer reference' },
  qr: { fr: 'QR code du virement', en: 'QR code of the transfer' },
  qrDetail: {
    fr: 'Si votre application bancaire lit les QR codes, elle remplit le virement pour vous.',
    en: 'If your banking app reads QR codes, it fills in the transfer for you.',
  },
  transferAwaited: {
    fr: 'En attente de votre virement. Cette page se met à jour dès qu’il est arrivé.',
    en: 'Waiting for your transfer. This page updates itself as soon as it has come in.',
  },
  copy: { fr: 'Copier', en: 'Copy' },
  copied: { fr: 'Copié', en: 'Copied' },
  print: { fr: 'Imprimer', en: 'Print' },
  unknown: { fr: 'Lien inconnu ou expiré', en: 'Unknown or expired link' },
  unknownDetail: {
    fr: 'Ce lien de paiement n’existe pas ou n’est plus valable. Vérifiez que vous l’avez recopié en entier, ou demandez-en un nouveau.',
    en: 'This payment link does not exist or is not valid any more. Check that you copied all of it, or ask for a new one.',
  },
});

type ProblemTexts = Readonly<Record<'notFound' | 'badRequest' | 'tooMany' | 'tooBusy' | 'fault', Said>> & {
  readonly requestId: string;
};

export const problemTexts = inBothLanguages<ProblemTexts>({
  notFound: {
    fr: ['Cette page n’existe pas', 'Vérifiez l’adresse.'],
    en: ['There is no such page', 'Check the address.'],
  },
  badRequest: {
    fr: ['Cette demande ne peut pas être traitée', 'Vérifiez l’adresse.'],
    en: ['This request cannot be handled', 'Check the address.'],
  },
  tooMany: {
    fr: ['Trop de demandes à la fois', 'Attendez un instant, puis réessayez.'],
    en: ['Too many requests at once', 'Wait a moment, then try again.'],
  },
  tooBusy: {
    fr: [
      'Service momentanément indisponible',
      'Attendez un instant, puis réessayez. Si vous venez de payer, ne payez pas une seconde fois\u00a0: la confirmation peut prendre quelques minutes.',
    ],
    en: [
      'Not available for a moment',
      'Wait a moment, then try again. If you have just paid, do not pay a second time: the confirmation may take some minutes.',
    ],
  },
  fault: {
    fr: [
      'Une erreur est survenue',
      'Réessayez dans un instant. Si vous venez de payer, ne payez pas une seconde fois\u00a0: la confirmation peut prendre quelques minutes.',
    ],
    en: [
      'Something went wrong',
      'Try again in a moment. If you have just paid, do not pay a second time: the confirmation may take some minutes.',
    ],
  },
  requestId: { fr: 'Demande', en: 'Request' },
});
