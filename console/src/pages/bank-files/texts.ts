import type {
  BankFileEntryOutcome,
  BankFileEntryReason,
  BankFileFormat,
  BankFileStatus,
  StatementDayState,
} from '../../generated/operations.ts';
import { words } from '../../texts/words.ts';

type Texts = {
  readonly title: string;
  readonly lead: string;
  readonly list: string;
  readonly name: string;
  readonly status: string;
  readonly format: string;
  readonly societe: string;
  readonly received: string;
  readonly entries: string;
  readonly applied: string;
  readonly exceptions: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly statuses: Readonly<Record<BankFileStatus, string>>;
  readonly formats: Readonly<Record<BankFileFormat, string>>;
  readonly outcomes: Readonly<Record<BankFileEntryOutcome, string>>;
  readonly reasons: Readonly<Record<BankFileEntryReason, string>>;
  readonly calendar: string;
  readonly noAccounts: string;
  readonly until: (day: string) => string;
  readonly ofSocietes: (societes: string) => string;
  readonly days: Readonly<Record<StatementDayState, string>>;
  readonly gapBefore: string;
  readonly legend: string;
};

export const texts = words<Texts>({
  fr: {
    title: 'Fichiers bancaires',
    lead: 'Relevés, avis et comptes rendus de la banque. Un fichier est d’abord examiné, puis importé.',
    list: 'Fichiers reçus',
    name: 'Fichier',
    status: 'État',
    format: 'Nature',
    societe: 'Société',
    received: 'Reçu',
    entries: 'Lignes',
    applied: 'Affectées',
    exceptions: 'Exceptions',
    emptyTitle: 'Aucun fichier reçu',
    emptyText: 'Déposez un relevé ci-dessus\u00a0: camt.053, CFONB 120 ou MT940.',
    statuses: {
      RECEIVED: 'Reçu',
      AWAITS_CONFIRMATION: 'À confirmer',
      IMPORTING: 'Import en cours',
      IMPORTED: 'Importé',
      REFUSED: 'Refusé',
    },
    formats: {
      CAMT_052: 'Relevé du jour (camt.052), rien n’est comptabilisé',
      CAMT_053: 'Relevé (camt.053)',
      CAMT_054: 'Avis (camt.054)',
      CFONB_120: 'Relevé (CFONB 120)',
      CFONB_240: 'Avis (CFONB 240)',
      MT940: 'Relevé (MT940)',
      MT942: 'Relevé du jour (MT942), rien n’est comptabilisé',
      PAIN_002: 'Compte rendu de remise (pain.002)',
    },
    outcomes: {
      APPLIED: 'Affectée',
      REPEATED: 'Déjà connue',
      EXCEPTION: 'Exception',
      RULED: 'Par une règle',
      IGNORED: 'Ignorée',
    },
    reasons: {
      PAYMENT: 'Un paiement y est nommé.',
      BLOCK: 'Somme d’un lot de prélèvements.',
      EXCEPTION: 'Aucun paiement n’est certain, ou la ligne contredit l’enregistrement.',
      RULE: 'Une règle du compte la classe.',
      KNOWN: 'Un autre fichier la contenait déjà.',
      IN_BLOCK: 'Comptée avec un autre paiement de son lot.',
      COUNTED_OTHERWISE: 'Comptée sous une autre forme.',
      NOT_BOOKED: 'Provisoire, ou pour information.',
      NOTICE: 'Avis\u00a0: le relevé compte.',
      NO_MONEY: 'Montant nul.',
    },
    calendar: 'Relevés des 35 derniers jours',
    noAccounts: 'Aucun compte de ce mode dans vos sociétés.',
    until: (day) => `jusqu’au ${day}`,
    ofSocietes: (societes) => `Société ${societes}`,
    days: {
      STATEMENT: 'relevé reçu',
      NOTHING_MOVED: 'aucun mouvement',
      MISSING: 'relevé manquant',
      UNPROVEN: 'sans relevé, sans preuve',
      NOT_YET: 'pas encore de relevé',
      BEFORE_FIRST: 'avant le premier relevé',
    },
    gapBefore: 'un relevé manque juste avant',
    legend: 'Légende',
  },
  en: {
    title: 'Bank files',
    lead: 'Statements, notices and reports of the bank. A file is looked at first, then imported.',
    list: 'Files received',
    name: 'File',
    status: 'State',
    format: 'Kind',
    societe: 'Société',
    received: 'Received',
    entries: 'Entries',
    applied: 'Assigned',
    exceptions: 'Exceptions',
    emptyTitle: 'No file was received',
    emptyText: 'Drop a statement above: camt.053, CFONB 120 or MT940.',
    statuses: {
      RECEIVED: 'Received',
      AWAITS_CONFIRMATION: 'To confirm',
      IMPORTING: 'Being imported',
      IMPORTED: 'Imported',
      REFUSED: 'Refused',
    },
    formats: {
      CAMT_052: 'Report of the day (camt.052), books nothing',
      CAMT_053: 'Statement (camt.053)',
      CAMT_054: 'Notice (camt.054)',
      CFONB_120: 'Statement (CFONB 120)',
      CFONB_240: 'Notice (CFONB 240)',
      MT940: 'Statement (MT940)',
      MT942: 'Report of the day (MT942), books nothing',
      PAIN_002: 'Report on a batch (pain.002)',
    },
    outcomes: {
      APPLIED: 'Assigned',
      REPEATED: 'Known before',
      EXCEPTION: 'Exception',
      RULED: 'By a rule',
      IGNORED: 'Ignored',
    },
    reasons: {
      PAYMENT: 'It names a payment.',
      BLOCK: 'Sum of a block of direct debits.',
      EXCEPTION: 'No payment was found without a guess, or it contradicts.',
      RULE: 'A rule of the account places it.',
      KNOWN: 'Another file brought it.',
      IN_BLOCK: 'Counted with another payment of its block.',
      COUNTED_OTHERWISE: 'Counted in another form.',
      NOT_BOOKED: 'Provisional, or for information.',
      NOTICE: 'A notice: the statement counts.',
      NO_MONEY: 'Its amount is zero.',
    },
    calendar: 'Statements of the last 35 days',
    noAccounts: 'No account of this mode in your sociétés.',
    until: (day) => `until ${day}`,
    ofSocietes: (societes) => `Société ${societes}`,
    days: {
      STATEMENT: 'statement received',
      NOTHING_MOVED: 'nothing moved',
      MISSING: 'statement missing',
      UNPROVEN: 'no statement, no proof',
      NOT_YET: 'no statement yet',
      BEFORE_FIRST: 'before the first statement',
    },
    gapBefore: 'a statement is missing just before',
    legend: 'Legend',
  },
});
