import { words } from '../../texts/words.ts';

/** What the issuer of a card of the CB network answers to a payment. Others are rare: their code stands alone. */
const answers = words<Readonly<Record<string, string>>>({
  fr: {
    '02': 'Contacter l’émetteur de la carte',
    '03': 'Commerçant non accepté',
    '04': 'Carte à conserver',
    '05': 'Ne pas honorer',
    '07': 'Carte à conserver',
    '12': 'Transaction non valable',
    '13': 'Montant non valable',
    '14': 'Numéro de carte non valable',
    '33': 'Carte expirée',
    '34': 'Suspicion de fraude',
    '41': 'Carte perdue',
    '43': 'Carte volée',
    '51': 'Provision insuffisante',
    '54': 'Carte expirée',
    '57': 'Transaction non permise à ce porteur',
    '59': 'Suspicion de fraude',
    '61': 'Plafond dépassé',
    '63': 'Règles de sécurité non respectées',
    '91': 'Émetteur injoignable',
    '96': 'Panne du système',
  },
  en: {
    '02': 'Contact the issuer of the card',
    '03': 'Merchant not accepted',
    '04': 'Keep the card',
    '05': 'Do not honour',
    '07': 'Keep the card',
    '12': 'Transaction not valid',
    '13': 'Amount not valid',
    '14': 'Card number not valid',
    '33': 'Expired card',
    '34': 'Suspected fraud',
    '41': 'Lost card',
    '43': 'Stolen card',
    '51': 'Insufficient funds',
    '54': 'Expired card',
    '57': 'Transaction not allowed to this holder',
    '59': 'Suspected fraud',
    '61': 'Above the limit',
    '63': 'Security rules not respected',
    '91': 'Issuer out of reach',
    '96': 'System failure',
  },
});

/** Paybox writes `001` before the code of the issuer. Null for one that is not known here. */
export const issuerAnswer = (language: 'fr' | 'en', bankCode: string): string | null =>
  answers[language][/^(?:001)?(\d\d)$/.exec(bankCode)?.[1] ?? ''] ?? null;
