import type {
  BankFileEntryOutcome,
  BankFileEntryReason,
  BankFileFormat,
  BankFileStatus,
  StatementDayState,
} from '../../generated/operations.ts';
import { words } from '../../texts/words.ts';

/** None and one are singular in French. */
const many = (one: string, more: string) => (count: number) => (count < 2 ? one : more);

export const texts = words({
  title: { fr: 'Fichiers bancaires', en: 'Bank files' },
  lead: {
    fr: 'Relevés, avis et comptes rendus de la banque. Un fichier est d’abord examiné, puis importé.',
    en: 'Statements, notices and reports of the bank. A file is looked at first, then imported.',
  },
  list: { fr: 'Fichiers reçus', en: 'Files received' },
  name: { fr: 'Fichier', en: 'File' },
  cameOn: {
    fr: (kind: string, when: string) => `${kind}, reçu le ${when}`,
    en: (kind, when) => `${kind}, received ${when}`,
  },
  status: { fr: 'État', en: 'State' },
  format: { fr: 'Nature', en: 'Kind' },
  societe: { fr: 'Société', en: 'Société' },
  received: { fr: 'Reçu', en: 'Received' },
  entries: { fr: 'Lignes', en: 'Entries' },
  applied: { fr: 'Affectées', en: 'Assigned' },
  exceptions: { fr: 'Exceptions', en: 'Exceptions' },
  emptyTitle: { fr: 'Aucun fichier reçu', en: 'No file was received' },
  emptyText: {
    fr: 'Déposez un relevé ci-dessus\u00a0: camt.053, CFONB 120 ou MT940.',
    en: 'Drop a statement above: camt.053, CFONB 120 or MT940.',
  },
  statuses: words<Record<BankFileStatus, string>>({
    RECEIVED: { fr: 'Reçu', en: 'Received' },
    AWAITS_CONFIRMATION: { fr: 'À confirmer', en: 'To confirm' },
    IMPORTING: { fr: 'Import en cours', en: 'Being imported' },
    IMPORTED: { fr: 'Importé', en: 'Imported' },
    REFUSED: { fr: 'Refusé', en: 'Refused' },
  }),
  formats: words<Record<BankFileFormat, string>>({
    CAMT_052: {
      fr: 'Relevé du jour (camt.052), rien n’est comptabilisé',
      en: 'Report of the day (camt.052), books nothing',
    },
    CAMT_053: { fr: 'Relevé (camt.053)', en: 'Statement (camt.053)' },
    CAMT_054: { fr: 'Avis (camt.054)', en: 'Notice (camt.054)' },
    CFONB_120: { fr: 'Relevé (CFONB 120)', en: 'Statement (CFONB 120)' },
    CFONB_240: { fr: 'Avis (CFONB 240)', en: 'Notice (CFONB 240)' },
    MT940: { fr: 'Relevé (MT940)', en: 'Statement (MT940)' },
    MT942: { fr: 'Relevé du jour (MT942), rien n’est comptabilisé', en: 'Report of the day (MT942), books nothing' },
    PAIN_002: { fr: 'Compte rendu de remise (pain.002)', en: 'Report on a batch (pain.002)' },
  }),
  outcomes: words<Record<BankFileEntryOutcome, string>>({
    APPLIED: { fr: 'Affectée', en: 'Assigned' },
    REPEATED: { fr: 'Déjà connue', en: 'Known before' },
    EXCEPTION: { fr: 'Exception', en: 'Exception' },
    RULED: { fr: 'Par une règle', en: 'By a rule' },
    IGNORED: { fr: 'Ignorée', en: 'Ignored' },
  }),
  /** Below their number. */
  counted: words<Record<BankFileEntryOutcome, (count: number) => string>>({
    APPLIED: { fr: many('Affectée', 'Affectées'), en: () => 'Assigned' },
    REPEATED: { fr: many('Déjà connue', 'Déjà connues'), en: () => 'Known before' },
    EXCEPTION: { fr: many('Exception', 'Exceptions'), en: (count) => (count === 1 ? 'Exception' : 'Exceptions') },
    RULED: { fr: many('Par une règle', 'Par une règle'), en: () => 'By a rule' },
    IGNORED: { fr: many('Ignorée', 'Ignorées'), en: () => 'Ignored' },
  }),
  reasons: words<Record<BankFileEntryReason, string>>({
    PAYMENT: { fr: 'Un paiement y est nommé.', en: 'It names a payment.' },
    BLOCK: { fr: 'Somme d’un lot de prélèvements.', en: 'Sum of a block of direct debits.' },
    EXCEPTION: {
      fr: 'Aucun paiement n’est certain, ou la ligne contredit l’enregistrement.',
      en: 'No payment was found without a guess, or it contradicts.',
    },
    RULE: { fr: 'Une règle du compte la classe.', en: 'A rule of the account places it.' },
    KNOWN: { fr: 'Un autre fichier la contenait déjà.', en: 'Another file brought it.' },
    IN_BLOCK: { fr: 'Comptée avec un autre paiement de son lot.', en: 'Counted with another payment of its block.' },
    COUNTED_OTHERWISE: { fr: 'Comptée sous une autre forme.', en: 'Counted in another form.' },
    NOT_BOOKED: { fr: 'Provisoire, ou pour information.', en: 'Provisional, or for information.' },
    NOTICE: { fr: 'Avis\u00a0: le relevé compte.', en: 'A notice: the statement counts.' },
    NO_MONEY: { fr: 'Montant nul.', en: 'Its amount is zero.' },
  }),
  calendar: { fr: 'Relevés des 35 derniers jours', en: 'Statements of the last 35 days' },
  noAccounts: { fr: 'Aucun compte de ce mode dans vos sociétés.', en: 'No account of this mode in your sociétés.' },
  until: { fr: (day: string) => `jusqu’au ${day}`, en: (day) => `until ${day}` },
  ofSocietes: { fr: (societes: string) => `Société ${societes}`, en: (societes) => `Société ${societes}` },
  days: words<Record<StatementDayState, string>>({
    STATEMENT: { fr: 'relevé reçu', en: 'statement received' },
    NOTHING_MOVED: { fr: 'aucun mouvement', en: 'nothing moved' },
    MISSING: { fr: 'relevé manquant', en: 'statement missing' },
    UNPROVEN: { fr: 'sans relevé, sans preuve', en: 'no statement, no proof' },
    NOT_YET: { fr: 'pas encore de relevé', en: 'no statement yet' },
    BEFORE_FIRST: { fr: 'avant le premier relevé', en: 'before the first statement' },
  }),
  gapBefore: { fr: 'un relevé manque juste avant', en: 'a statement is missing just before' },
  legend: { fr: 'Légende', en: 'Legend' },
});
