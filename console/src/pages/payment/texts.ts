import type {
  PaymentAction,
  PaymentEventType,
  PaymentOperationKind,
  TransitionCause,
} from '../../generated/operations.ts';
import { words } from '../../texts/words.ts';

type Texts = {
  readonly title: string;
  readonly unknown: string;
  readonly unknownText: string;
  readonly toList: string;
  readonly about: string;
  readonly reference: string;
  readonly id: string;
  readonly link: string;
  readonly names: Readonly<
    Record<
      | ('amount' | 'means' | 'target' | 'societe' | 'customer' | 'order' | 'origin' | 'client' | 'email' | 'comment')
      | ('created' | 'updated' | 'expires' | 'id' | 'mandate' | 'due' | 'payer' | 'phone' | 'capture'),
      string
    >
  >;
  readonly captureLater: string;
  readonly timeline: string;
  readonly more: string;
  readonly events: Readonly<Record<PaymentEventType, string>>;
  readonly causes: Readonly<Record<TransitionCause, string>>;
  readonly by: (actor: string) => string;
  readonly bankSaid: (what: string) => string;
  readonly refunds: string;
  readonly refundStatus: Readonly<Record<string, string>>;
  readonly actions: Readonly<Record<PaymentAction, string>>;
  readonly review: string;
  readonly operation: Readonly<Record<PaymentOperationKind, string>>;
};

export const texts = words<Texts>({
  fr: {
    title: 'Paiement',
    unknown: 'Paiement inconnu',
    unknownText: 'Il n’existe pas, ou vos droits ne permettent pas de le voir.',
    toList: 'Voir tous les paiements',
    about: 'Le paiement',
    reference: 'la référence',
    id: 'l’identifiant',
    link: 'le lien de paiement',
    names: {
      amount: 'Montant',
      means: 'Moyen',
      target: 'Cible',
      societe: 'Société',
      customer: 'Client',
      order: 'Commande',
      origin: 'Origine',
      client: 'Application',
      email: 'E-mail',
      comment: 'Commentaire',
      created: 'Créé',
      updated: 'Modifié',
      expires: 'Expire',
      id: 'Identifiant',
      mandate: 'Mandat (RUM)',
      due: 'Échéance',
      payer: 'Payeur',
      phone: 'Téléphone',
      capture: 'Encaissement',
    },
    captureLater: 'Plus tard, à la demande',
    timeline: 'Historique',
    more: 'Les événements suivants ne sont pas affichés.',
    events: {
      INITIATED: 'Paiement enregistré',
      ATTEMPT_OPENED: 'Nouvelle tentative ouverte sur la page de la banque',
      STATUS_CHANGED: 'Nouvel état',
      SUCCEEDED: 'La même ancienne URL désigne désormais un paiement plus récent',
      REPORTED_PAID_NOT_CONFIRMED: 'Annoncé payé\u00a0; la banque n’a pas encore confirmé',
      NEWS_IGNORED: 'Message de la banque sans effet\u00a0: en retard ou dans le désordre',
      MONEY_RECEIVED: 'Argent reçu, d’un autre montant que prévu',
      MONEY_RETURNED: 'La banque a repris de l’argent',
      OPERATION_REQUESTED: 'Demande envoyée à la banque',
      OPERATION_REFUSED: 'La banque a refusé la demande',
      OPERATION_FAILED: 'La demande n’a pas été exécutée',
      OPERATION_UNKNOWN: 'La réponse de la banque s’est perdue\u00a0; nous l’interrogeons',
      REFUND_DONE: 'Remboursement effectué',
      REVIEW_NEEDED: 'Une personne doit vérifier',
      CONTRADICTION: 'Un message de la banque contredit l’enregistrement',
      PRENOTIFIED: 'Prélèvement à annoncer au client',
      REMINDER_DUE: 'Virement à rappeler au client',
      ERASED: 'Données personnelles effacées',
    },
    causes: {
      BANK_NEWS: 'message ou réponse de la banque',
      BANK_STATEMENT: 'relevé de la banque',
      BATCH: 'mis dans une remise',
      CALLER: 'à la demande',
      CLOCK: 'délai écoulé',
      RETRY: 'nouvelle tentative',
      CONTRADICTION: 'contradiction',
      REVIEW: 'décision d’une personne',
    },
    by: (actor) => `par ${actor}`,
    bankSaid: (what) => `La banque dit\u00a0: ${what}`,
    refunds: 'Remboursements',
    refundStatus: {
      PENDING: 'En route vers la banque',
      DONE: 'Remboursé',
      REFUSED: 'Refusé par la banque',
      FAILED: 'Non exécuté',
      UNKNOWN: 'Issue inconnue\u00a0: nous interrogeons la banque',
      NEEDS_REVIEW: 'À vérifier',
    },
    actions: {
      PAY: 'Copier le lien de paiement',
      REFRESH: 'Interroger la banque',
      CAPTURE: 'Encaisser',
      CANCEL: 'Annuler le paiement',
      REFUND: 'Rembourser',
    },
    review: 'Décider de l’état',
    operation: { CAPTURE: 'l’encaissement', CANCEL: 'l’annulation', REFUND: 'le remboursement' },
  },
  en: {
    title: 'Payment',
    unknown: 'Unknown payment',
    unknownText: 'It does not exist, or your rights do not show it.',
    toList: 'All payments',
    about: 'The payment',
    reference: 'the reference',
    id: 'the identifier',
    link: 'the payment link',
    names: {
      amount: 'Amount',
      means: 'Means',
      target: 'Target',
      societe: 'Société',
      customer: 'Customer',
      order: 'Order',
      origin: 'Origin',
      client: 'Application',
      email: 'E-mail',
      comment: 'Comment',
      created: 'Created',
      updated: 'Changed',
      expires: 'Expires',
      id: 'Identifier',
      mandate: 'Mandate (RUM)',
      due: 'Due',
      payer: 'Payer',
      phone: 'Telephone',
      capture: 'Capture',
    },
    captureLater: 'Later, on request',
    timeline: 'Story',
    more: 'Later events are not shown.',
    events: {
      INITIATED: 'Payment recorded',
      ATTEMPT_OPENED: 'New attempt opened at the bank’s page',
      STATUS_CHANGED: 'New status',
      SUCCEEDED: 'The same legacy URL now means a newer payment',
      REPORTED_PAID_NOT_CONFIRMED: 'Reported as paid; the bank has not confirmed it yet',
      NEWS_IGNORED: 'Message of the bank without effect: late or out of order',
      MONEY_RECEIVED: 'Money received, of another amount than awaited',
      MONEY_RETURNED: 'The bank took money back',
      OPERATION_REQUESTED: 'Request sent to the bank',
      OPERATION_REFUSED: 'The bank refused the request',
      OPERATION_FAILED: 'The request was not carried out',
      OPERATION_UNKNOWN: 'The bank’s answer was lost; we are asking the bank',
      REFUND_DONE: 'Money given back',
      REVIEW_NEEDED: 'A person has to look',
      CONTRADICTION: 'A message of the bank contradicts the record',
      PRENOTIFIED: 'Direct debit to announce to the customer',
      REMINDER_DUE: 'Transfer of which to remind the customer',
      ERASED: 'Personal data erased',
    },
    causes: {
      BANK_NEWS: 'message or answer of the bank',
      BANK_STATEMENT: 'statement of the bank',
      BATCH: 'put into a batch',
      CALLER: 'on request',
      CLOCK: 'time ran out',
      RETRY: 'new attempt',
      CONTRADICTION: 'contradiction',
      REVIEW: 'decision of a person',
    },
    by: (actor) => `by ${actor}`,
    bankSaid: (what) => `The bank says: ${what}`,
    refunds: 'Refunds',
    refundStatus: {
      PENDING: 'On its way to the bank',
      DONE: 'Given back',
      REFUSED: 'Refused by the bank',
      FAILED: 'Not carried out',
      UNKNOWN: 'In doubt: we are asking the bank',
      NEEDS_REVIEW: 'Needs review',
    },
    actions: {
      PAY: 'Copy the payment link',
      REFRESH: 'Ask the bank',
      CAPTURE: 'Capture',
      CANCEL: 'Cancel the payment',
      REFUND: 'Refund',
    },
    review: 'Decide the status',
    operation: { CAPTURE: 'the capture', CANCEL: 'the cancellation', REFUND: 'the refund' },
  },
});
