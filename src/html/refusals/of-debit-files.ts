import type { Sentences } from './translation.ts';

/** Why a debit cannot stand in a file for the bank, or why no file can be written: a field of the file, and a rule. */

const ofDebtors = { name: 'nom du débiteur', iban: 'IBAN du débiteur', bic: 'BIC du débiteur' };
const ofCompany = { name: 'nom de la société', iban: 'IBAN de la société', bic: 'BIC de la société' };

const addressOf = (owner: string, whose: string): Sentences => ({
  [`${owner}.address`]: `adresse ${whose}`,
  [`${owner}.address.street`]: `rue ${whose}`,
  [`${owner}.address.buildingNumber`]: `numéro de rue ${whose}`,
  [`${owner}.address.postalCode`]: `code postal ${whose}`,
  [`${owner}.address.town`]: `ville ${whose}`,
  [`${owner}.address.country`]: `pays ${whose}`,
});

const under = (owner: string, fields: Sentences): Sentences =>
  Object.fromEntries(Object.entries(fields).map(([field, french]) => [`${owner}.${field}`, french]));

export const fieldsOfDebitFiles: Sentences = {
  ...{ messageId: 'numéro de la remise', debits: 'prélèvements', endToEndId: 'référence du prélèvement' },
  ...{ amountCents: 'montant', runMode: 'mode', dueDate: 'échéance', remittance: 'texte pour le relevé du débiteur' },
  ...under('mandate', { reference: 'RUM', signedOn: 'date de signature', amendment: 'modification du mandat' }),
  ...under('mandate.amendment', {
    originalReference: 'ancienne RUM',
    originalCreditorIdentifier: 'ancien ICS',
    originalCreditorName: 'ancien nom de la société',
    'originalDebtorAccount.iban': 'ancien IBAN du débiteur',
  }),
  ...under('debtor', ofDebtors),
  ...addressOf('debtor', 'du débiteur'),
  ...under('creditor', { ...ofCompany, creditorIdentifier: 'ICS de la société' }),
  ...addressOf('creditor', 'de la société'),
};

const rules: Sentences = {
  'must be 1 to 30 of A-Z, 0-9 and -': 'de 1 à 30 caractères parmi A-Z, 0-9 et -',
  'must be 1 to 35 of A-Z, 0-9 and -': 'de 1 à 35 caractères parmi A-Z, 0-9 et -',
  'must hold at least one direct debit': 'il en faut au moins un',
  'has no letter or digit': 'il faut au moins une lettre ou un chiffre',
  'has no letter or digit: town and country stand in every address': 'il faut au moins une lettre ou un chiffre',
  'must be the IBAN of an account in SEPA, with right check digits':
    'il faut l’IBAN d’un compte de la zone SEPA, avec une clé juste',
  'must be the IBAN of an account in SEPA, with right check digits and RIB key':
    'il faut l’IBAN d’un compte de la zone SEPA, avec des clés justes (IBAN et RIB)',
  'must be an IBAN': 'il faut un IBAN',
  'must be a BIC as {} takes it': 'il faut un BIC que {} accepte',
  'must be a BIC as {} takes it, or be left out': 'il faut un BIC que {} accepte, ou aucun',
  'must be a creditor identifier (ICS) with right check digits': 'il faut un ICS avec une clé juste',
  'must be a mandate reference (RUM)': 'il faut une RUM',
  'must be 1 to 35 of the characters of SEPA, without a blank and without a slash at an end':
    'de 1 à 35 caractères SEPA, sans espace, et sans barre oblique au début ou à la fin',
  'stands twice in the batch': 'elle est deux fois dans la remise',
  'ends with another debit of the batch': 'un autre prélèvement de la remise termine ce mandat',
  'must be 1 to 99999999999 cents': 'de 0,01 à 999\u00a0999\u00a0999,99\u00a0€',
  'must be {}, as that of the batch': 'il faut {}, comme pour la remise',
  'must be a date like 2026-12-11': 'il faut une date qui existe',
  'must be a TARGET business day': 'il faut un jour ouvré TARGET',
  'must lie after the day of the batch': 'il faut un jour après celui de la remise',
  'must be a date, and not lie in the future': 'il faut une date qui n’est pas dans l’avenir',
  'says nothing: leave it out where nothing changed': 'rien n’a changé',
  'is missing: the bank of an account outside of the EEA wants it':
    'elle manque, et la banque d’un compte hors de l’EEE la demande',
  'must be two capital letters, for instance FR': 'deux lettres majuscules, par exemple FR',
  'must have {} characters at most': '{} caractères au plus',
  'must have 140 characters at most in the characters of SEPA': '140 caractères SEPA au plus',
  'is empty': 'il est vide',
};

/** A rule stands in the reason of a debit that is held back, and in the refusal of a whole file. */
export const ofDebitFiles: Sentences = Object.fromEntries(
  Object.entries(rules).flatMap(([rule, french]) => [
    [`{} ${rule}.`, `{}\u00a0: ${french}`],
    [`The file cannot be written: {}: ${rule}.`, `Le fichier ne peut pas être écrit ({}\u00a0: ${french}).`],
  ]),
);
