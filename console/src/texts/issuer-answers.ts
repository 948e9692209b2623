import { words } from './words.ts';

/** What the issuer of a card of the CB network answers to a payment. Others are rare: their code stands alone. */
const answers = words<Readonly<Record<string, string>>>({
  '00': { fr: 'Approuvé', en: 'Approved' },
  '02': { fr: 'Contacter l’émetteur de la carte', en: 'Contact the issuer of the card' },
  '03': { fr: 'Commerçant non accepté', en: 'Merchant not accepted' },
  '04': { fr: 'Carte à conserver', en: 'Keep the card' },
  '05': { fr: 'Ne pas honorer', en: 'Do not honour' },
  '07': { fr: 'Carte à conserver', en: 'Keep the card' },
  '12': { fr: 'Transaction non valable', en: 'Transaction not valid' },
  '13': { fr: 'Montant non valable', en: 'Amount not valid' },
  '14': { fr: 'Numéro de carte non valable', en: 'Card number not valid' },
  '15': { fr: 'Émetteur inconnu', en: 'Unknown issuer' },
  '17': { fr: 'Annulé par le client', en: 'Cancelled by the customer' },
  '19': { fr: 'À réessayer plus tard', en: 'Try again later' },
  '30': { fr: 'Erreur de format', en: 'Format error' },
  '33': { fr: 'Carte expirée', en: 'Expired card' },
  '34': { fr: 'Suspicion de fraude', en: 'Suspected fraud' },
  '41': { fr: 'Carte perdue', en: 'Lost card' },
  '43': { fr: 'Carte volée', en: 'Stolen card' },
  '51': { fr: 'Provision insuffisante', en: 'Insufficient funds' },
  '54': { fr: 'Carte expirée', en: 'Expired card' },
  '55': { fr: 'Code confidentiel faux', en: 'Wrong PIN' },
  '56': { fr: 'Carte inconnue', en: 'Unknown card' },
  '57': { fr: 'Transaction non permise à ce porteur', en: 'Transaction not allowed to this holder' },
  '58': { fr: 'Transaction non permise à ce terminal', en: 'Transaction not allowed to this terminal' },
  '59': { fr: 'Suspicion de fraude', en: 'Suspected fraud' },
  '60': { fr: 'Contacter l’acquéreur', en: 'Contact the acquirer' },
  '61': { fr: 'Plafond dépassé', en: 'Above the limit' },
  '63': { fr: 'Règles de sécurité non respectées', en: 'Security rules not respected' },
  '68': { fr: 'Réponse trop tardive', en: 'Answer too late' },
  '75': { fr: 'Trop d’essais du code confidentiel', en: 'PIN tried too often' },
  '76': { fr: 'Carte bloquée', en: 'Blocked card' },
  '90': { fr: 'Arrêt momentané du système', en: 'System halted for a moment' },
  '91': { fr: 'Émetteur injoignable', en: 'Issuer out of reach' },
  '94': { fr: 'Demande en double', en: 'Duplicate request' },
  '96': { fr: 'Panne du système', en: 'System failure' },
  '97': { fr: 'Délai dépassé', en: 'Time-out' },
  '98': { fr: 'Serveur injoignable', en: 'Server out of reach' },
  '99': { fr: 'Incident technique', en: 'Technical incident' },
});

/** Paybox writes `001` before the code of an issuer that refuses. Null for one that is not known here. */
export const issuerAnswer = (language: 'fr' | 'en', bankCode: string): string | null =>
  answers[language][/^(?:001(?!00))?(\d\d)$/.exec(bankCode)?.[1] ?? ''] ?? null;
