import type { PaymentType } from '../generated/operations.ts';
import { issuerAnswer } from './issuer-answers.ts';
import { type Language, words } from './words.ts';

/**
 * Codes that mean the same in each answer. Those of different banks do not look alike: five digits, or capital letters.
 * A code to which its bank gives two meanings stays as it is.
 */
const meanings = words<Readonly<Record<string, string>>>({
  fr: {
    '00000': 'accepté',
    '00003': 'erreur de Paybox',
    '00004': 'numéro ou cryptogramme de carte non accepté',
    '00006': 'accès refusé',
    '00008': 'date de fin de la carte non acceptée',
    '00010': 'devise non acceptée',
    '00011': 'montant non accepté',
    '00021': 'carte non acceptée',
    '00030': 'délai de la page dépassé',
    '00033': 'pays non accepté',
    '00040': 'refusé par un filtre',
    '99999': 'attend une confirmation',
    AUTHORISED: 'accepté',
    CAPTURED: 'remis en banque',
    PARTIALLY_AUTHORISED: 'accepté en partie',
    ACCEPTED: 'vérification réussie',
    AUTHORISED_TO_VALIDATE: 'à valider par la société',
    WAITING_AUTHORISATION: 'autorisation demandée plus tard',
    WAITING_AUTHORISATION_TO_VALIDATE: 'à valider par la société, autorisation demandée plus tard',
    WAITING_FOR_PAYMENT: 'attend le paiement du client',
    UNDER_VERIFICATION: 'contrôle de fraude en cours',
    SUSPENDED: 'remise en banque suspendue',
    REFUSED: 'refusé',
    CAPTURE_FAILED: 'remise en banque en échec',
    CANCELLED: 'annulé',
    ABANDONED: 'abandonné par le client',
    NOT_CREATED: 'rien n’a été créé',
    EXPIRED: 'pas validé à temps',
  },
  en: {
    '00000': 'accepted',
    '00003': 'error of Paybox',
    '00004': 'card number or security code not accepted',
    '00006': 'access refused',
    '00008': 'expiry date of the card not accepted',
    '00010': 'currency not accepted',
    '00011': 'amount not accepted',
    '00021': 'card not accepted',
    '00030': 'the page timed out',
    '00033': 'country not accepted',
    '00040': 'refused by a filter',
    '99999': 'waits for confirmation',
    // The words of its inquiry are French.
    Autorisé: 'authorised',
    Capturé: 'captured',
    Remboursé: 'given back',
    Annulé: 'cancelled',
    Refusé: 'refused',
    AUTHORISED: 'accepted',
    CAPTURED: 'sent to the bank',
    PARTIALLY_AUTHORISED: 'accepted in part',
    ACCEPTED: 'verification succeeded',
    AUTHORISED_TO_VALIDATE: 'to be validated by the société',
    WAITING_AUTHORISATION: 'authorisation asked for later',
    WAITING_AUTHORISATION_TO_VALIDATE: 'to be validated by the société, authorisation asked for later',
    WAITING_FOR_PAYMENT: 'waits for the customer’s payment',
    UNDER_VERIFICATION: 'fraud review',
    SUSPENDED: 'sending to the bank suspended',
    REFUSED: 'refused',
    CAPTURE_FAILED: 'sending to the bank failed',
    CANCELLED: 'cancelled',
    ABANDONED: 'given up by the customer',
    NOT_CREATED: 'nothing was made',
    EXPIRED: 'not validated in time',
  },
});

/** A code of a bank with its meaning, where that is known. Networks of other cards have lists of their own. */
export function bankCodeIn(language: Language, paymentType: PaymentType, code: string): string {
  const own = meanings[language];
  const ofIssuer = paymentType === 'CB' ? issuerAnswer(language, code) : null;
  const meaning = Object.hasOwn(own, code) ? own[code] : ofIssuer;
  return meaning ? `${code} (${meaning.charAt(0).toLowerCase()}${meaning.slice(1)})` : code;
}
