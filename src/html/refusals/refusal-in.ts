import type { Language } from '../../kernel/locale/language.ts';
import { type PaymentErrorCode, paymentStatus } from '../../kernel/vocabulary.ts';
import { statusWords } from '../../modules/payments/operations/status-words.ts';
import { ofBanking } from './of-banking.ts';
import { fieldsOfDebitFiles, ofDebitFiles } from './of-debit-files.ts';
import { ofCustomers, ofInputs } from './of-inputs.ts';
import { ofPayments } from './of-payments.ts';
import { createTranslation } from './translation.ts';

/** Names of a program that stand in a message, after “état : ”. */
const states: Readonly<Record<string, string>> = {
  ...{ REQUIRES_ACTION: 'attend le client', PENDING: 'en attente', AUTHORIZED: 'autorisé', PAID: 'payé' },
  ...{ REFUSED: 'refusé', CANCELLED: 'annulé', EXPIRED: 'expiré', FAILED: 'en échec', RETURNED: 'rejeté' },
  ...{ PARTIALLY_REFUNDED: 'remboursé en partie', REFUNDED: 'remboursé', NEEDS_REVIEW: 'à vérifier' },
  ...{ DRAFT: 'à signer', SIGNED: 'signé', ACTIVE: 'actif', SUSPENDED: 'suspendu', REVOKED: 'révoqué' },
  ...{ COMPLETED: 'terminé', CREATED: 'à remettre', SUBMITTED: 'remis à la banque', DONE: 'fait' },
  ...{ UNKNOWN: 'inconnu', OPEN: 'à traiter', RESOLVED: 'traité', SETTLED: 'réglé', APPROVED: 'validé' },
  ...{ WITHDRAWN: 'retiré', SENDING: 'en cours d’envoi', RECEIVED: 'reçu' },
  ...{ IMPORTED: 'importé', IMPORTING: 'en cours', AWAITS_CONFIRMATION: 'attend une confirmation' },
  ...{ 'not reached': 'injoignable', 'it is too long': 'elle est trop longue' },
  'a quotation mark is missing, or one too many': 'un guillemet manque, ou est de trop',
  'it is UTF-8 in part only': 'elle n’est en UTF-8 qu’en partie',
  'choose the société of the file': 'choisissez la société du fichier',
};

/** Why a bank was not asked, after “Rien n’a été changé chez la banque”. */
const ofBanks: Readonly<Record<string, string>> = {
  'La Banque Postale captures the whole amount only': 'La Banque Postale n’encaisse que le montant entier',
  'it is too late to send it': 'il est trop tard pour envoyer la demande',
  'the bank cannot be reached': 'elle ne répond pas',
  "the bank's transaction is not known": 'sa transaction n’est pas connue',
  'the contract has no Paybox Direct': 'le contrat n’a pas Paybox Direct',
  'the contract has no REST API': 'le contrat n’a pas l’API REST',
  'too many calls': 'elle reçoit trop d’appels',
};

const phrases: ReadonlyMap<string, string> = new Map([
  ...paymentStatus.names.map((name) => [statusWords.en[name], statusWords.fr[name]] as const),
  ...Object.entries({ ...states, ...ofBanks, ...fieldsOfDebitFiles }),
]);

/** `is paid` → `est payé`, `12.50 EUR` → `12,50 €`, `2026-12-31` → `31/12/2026` */
const valueIn = (value: string): string =>
  phrases.get(value) ??
  value
    .replace(/^the transaction could not be looked up: .+$/, 'sa transaction n’a pas pu être recherchée')
    .replace(/^(\d+)\.(\d{2}) EUR$/, '$1,$2\u00a0€')
    .replace(/^(\d+)\.(\d{2})$/, '$1,$2')
    .replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1');

const inFrench = createTranslation(
  { ...ofInputs, ...ofCustomers, ...ofPayments, ...ofBanking, ...ofDebitFiles },
  valueIn,
);

/** The names in the API mean something to a program alone. */
const forPeople = (message: string): string =>
  message
    .replaceAll(': first settleOperation.', ': first decide about it.')
    .replaceAll(/(?:: settleOperation|; see `operations`)(?=\.)/g, '');

/**
 * What a refusal says, for a person. A sentence that has no French words is replaced, so that a French page holds no
 * English.
 * @param otherwise in French; left out: the message as it is
 */
export const refusalIn = (language: Language, message: string, otherwise = message): string =>
  language === 'fr' ? (inFrench(forPeople(message)) ?? otherwise) : forPeople(message);

/** What each code means, in French. */
export const refusalsOfCodes: Readonly<Record<PaymentErrorCode, string>> = {
  INVALID_INPUT: 'Cette valeur ne peut pas être utilisée.',
  UNSUPPORTED_PAYMENT: 'Cette société n’accepte pas ce moyen de paiement ici.',
  NOT_ALLOWED: 'Vos droits ne le permettent pas.',
  IDEMPOTENCY_CONFLICT: 'Cette demande a déjà été faite autrement. Fermez, puis recommencez.',
  PAYER_DATA_MISSING: 'La banque demande des informations sur le payeur qui manquent.',
  MANDATE_REQUIRED: 'Un prélèvement demande un mandat utilisable.',
  PROVIDER_UNAVAILABLE: 'La banque ne répond pas. Rien n’a été changé chez elle\u00a0: réessayez plus tard.',
  MANDATE_STATE: 'L’état du mandat ou de la remise ne le permet pas. Rien n’a été changé.',
  OPERATION_NOT_POSSIBLE: 'Le paiement ne le permet pas maintenant.',
  OPERATION_IN_PROGRESS: 'Une autre opération de ce paiement est en cours. Réessayez plus tard.',
  APPROVAL_REQUIRED: 'Une deuxième personne doit valider. Rien n’est encore fait.',
  OUTCOME_UNKNOWN:
    'La banque n’a pas répondu clairement. La passerelle l’interroge\u00a0: regardez le paiement avant de recommencer.',
};
