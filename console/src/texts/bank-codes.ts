import type { PaymentType } from '../generated/operations.ts';
import { issuerAnswer } from './issuer-answers.ts';
import { type Language, words } from './words.ts';

/**
 * Codes that mean the same in each answer. Those of different banks do not look alike: five digits, or capital letters.
 * A code to which its bank gives two meanings stays as it is.
 */
const meanings = words<Readonly<Record<string, string>>>({
  '00000': { fr: 'accepté', en: 'accepted' },
  '00003': { fr: 'erreur de Paybox', en: 'error of Paybox' },
  '00004': { fr: 'numéro ou cryptogramme de carte non accepté', en: 'card number or security code not accepted' },
  '00006': { fr: 'accès refusé', en: 'access refused' },
  '00008': { fr: 'date de fin de la carte non acceptée', en: 'expiry date of the card not accepted' },
  '00010': { fr: 'devise non acceptée', en: 'currency not accepted' },
  '00011': { fr: 'montant non accepté', en: 'amount not accepted' },
  '00021': { fr: 'carte non acceptée', en: 'card not accepted' },
  '00030': { fr: 'délai de la page dépassé', en: 'the page timed out' },
  '00033': { fr: 'pays non accepté', en: 'country not accepted' },
  '00040': { fr: 'refusé par un filtre', en: 'refused by a filter' },
  '99999': { fr: 'attend une confirmation', en: 'waits for confirmation' },
  AUTHORISED: { fr: 'accepté', en: 'accepted' },
  CAPTURED: { fr: 'remis en banque', en: 'sent to the bank' },
  PARTIALLY_AUTHORISED: { fr: 'accepté en partie', en: 'accepted in part' },
  ACCEPTED: { fr: 'vérification réussie', en: 'verification succeeded' },
  AUTHORISED_TO_VALIDATE: { fr: 'à valider par la société', en: 'to be validated by the société' },
  WAITING_AUTHORISATION: { fr: 'autorisation demandée plus tard', en: 'authorisation asked for later' },
  WAITING_AUTHORISATION_TO_VALIDATE: {
    fr: 'à valider par la société, autorisation demandée plus tard',
    en: 'to be validated by the société, authorisation asked for later',
  },
  WAITING_FOR_PAYMENT: { fr: 'attend le paiement du client', en: 'waits for the customer’s payment' },
  UNDER_VERIFICATION: { fr: 'contrôle de fraude en cours', en: 'fraud review' },
  SUSPENDED: { fr: 'remise en banque suspendue', en: 'sending to the bank suspended' },
  REFUSED: { fr: 'refusé', en: 'refused' },
  CAPTURE_FAILED: { fr: 'remise en banque en échec', en: 'sending to the bank failed' },
  CANCELLED: { fr: 'annulé', en: 'cancelled' },
  ABANDONED: { fr: 'abandonné par le client', en: 'given up by the customer' },
  NOT_CREATED: { fr: 'rien n’a été créé', en: 'nothing was made' },
  EXPIRED: { fr: 'pas validé à temps', en: 'not validated in time' },
});

/** The words of Paybox's inquiry are French: only English readers need another. */
const ofInquiry = {
  Autorisé: 'authorised',
  Capturé: 'captured',
  Remboursé: 'given back',
  Annulé: 'cancelled',
  Refusé: 'refused',
};

/** A code of a bank with its meaning, where that is known. Networks of other cards have lists of their own. */
export function bankCodeIn(language: Language, paymentType: PaymentType, code: string): string {
  const own: Readonly<Record<string, string>> = language === 'en' ? { ...ofInquiry, ...meanings.en } : meanings.fr;
  const ofIssuer = paymentType === 'CB' ? issuerAnswer(language, code) : null;
  const meaning = Object.hasOwn(own, code) ? own[code] : ofIssuer;
  return meaning ? `${code} (${meaning.charAt(0).toLowerCase()}${meaning.slice(1)})` : code;
}
