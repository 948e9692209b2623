import { words } from '../../texts/words.ts';
import type { Outcome, Period } from './figures.ts';

export type WorkName =
  | 'paymentsInReview'
  | 'paymentsContradicted'
  | 'operationsInDoubt'
  | 'approvalsWaiting'
  | 'bankFilesWaiting'
  | 'bankExceptions'
  | 'debitsOverdue'
  | 'batchesToHandOver'
  | 'batchesLate'
  | 'webhooksDead'
  | 'transfersAwaited'
  | 'debitsWaiting'
  | 'mandatesLapsing';

const many = (one: string, others: string) => (count: number) => (count === 1 ? one : others);

export const texts = words({
  title: { fr: 'Aperçu', en: 'Overview' },
  allWell: { fr: 'Tout va bien', en: 'All is well' },
  allWellText: { fr: 'Rien n’attend de décision.', en: 'Nothing waits for a decision.' },
  waiting: { fr: 'À faire', en: 'To do' },
  inDoubt: {
    fr: 'Issue inconnue à la banque, la plus ancienne d’abord\u00a0:',
    en: 'In doubt at the bank, the oldest first:',
  },
  contradicted: {
    fr: 'Payé deux fois, ou contredit par la banque\u00a0:',
    en: 'Paid twice, or contradicted by the bank:',
  },
  restored: {
    fr: (at: string, until: string | null) =>
      `restauration de la base, à comparer avec les banques\u00a0: remboursements, annulations et fichiers de prélèvements, ${until === null ? `avant le ${at}` : `du ${until} au ${at}`}. L’exploitation confirme ensuite\u00a0:`,
    en: (at, until) =>
      `restore of the database to compare with the banks: refunds, cancellations and debit files ${until === null ? `before ${at}` : `from ${until} to ${at}`}. The operator then confirms it:`,
  },
  work: words<Record<WorkName, (count: number) => string>>({
    paymentsInReview: {
      fr: many('paiement à vérifier', 'paiements à vérifier'),
      en: many('payment to review', 'payments to review'),
    },
    paymentsContradicted: {
      fr: many(
        'paiement payé deux fois, ou contredit par la banque',
        'paiements payés deux fois, ou contredits par la banque',
      ),
      en: many(
        'payment that was paid twice, or that the bank contradicts',
        'payments that were paid twice, or that the bank contradicts',
      ),
    },
    operationsInDoubt: {
      fr: many('opération d’issue inconnue à la banque', 'opérations d’issue inconnue à la banque'),
      en: many('operation in doubt at the bank', 'operations in doubt at the bank'),
    },
    approvalsWaiting: {
      fr: many('demande à approuver ou refuser', 'demandes à approuver ou refuser'),
      en: many('request to approve or refuse', 'requests to approve or refuse'),
    },
    bankFilesWaiting: {
      fr: many('fichier bancaire à confirmer', 'fichiers bancaires à confirmer'),
      en: many('bank file to confirm', 'bank files to confirm'),
    },
    bankExceptions: {
      fr: many('exception bancaire à traiter', 'exceptions bancaires à traiter'),
      en: many('bank exception to decide', 'bank exceptions to decide'),
    },
    debitsOverdue: {
      fr: many('prélèvement en retard, sans fichier', 'prélèvements en retard, sans fichier'),
      en: many('overdue debit without a file', 'overdue debits without a file'),
    },
    batchesToHandOver: {
      fr: many('fichier de prélèvements à remettre à la banque', 'fichiers de prélèvements à remettre à la banque'),
      en: many('file of debits to hand to the bank', 'files of debits to hand to the bank'),
    },
    batchesLate: {
      fr: many(
        'fichier de prélèvements à remettre d’urgence à la banque, ou à annuler',
        'fichiers de prélèvements à remettre d’urgence à la banque, ou à annuler',
      ),
      en: many(
        'file of debits to hand to the bank at once, or to cancel',
        'files of debits to hand to the bank at once, or to cancel',
      ),
    },
    webhooksDead: {
      fr: many('webhook abandonné', 'webhooks abandonnés'),
      en: many('webhook given up', 'webhooks given up'),
    },
    transfersAwaited: {
      fr: many('virement attendu', 'virements attendus'),
      en: many('transfer awaited', 'transfers awaited'),
    },
    debitsWaiting: {
      fr: many('prélèvement à remettre', 'prélèvements à remettre'),
      en: many('debit to hand over', 'debits to hand over'),
    },
    mandatesLapsing: {
      fr: many('mandat caduc d’ici 60 jours', 'mandats caducs d’ici 60 jours'),
      en: many('mandate that lapses within 60 days', 'mandates that lapse within 60 days'),
    },
  }),
  period: { fr: 'Période', en: 'Period' },
  periods: words<Record<Period, string>>({
    day: { fr: 'Aujourd’hui', en: 'Today' },
    week: { fr: '7 jours', en: '7 days' },
    month: { fr: '30 jours', en: '30 days' },
    year: { fr: 'Un an', en: 'A year' },
  }),
  before: words<Record<Period, string>>({
    day: { fr: 'il y a une semaine\u00a0: la journée entière', en: 'a week ago: the whole day' },
    week: { fr: 'par rapport aux 7 jours précédents', en: 'against the 7 days before' },
    month: { fr: 'par rapport aux 30 jours précédents', en: 'against the 30 days before' },
    year: { fr: 'par rapport à l’année précédente', en: 'against the year before' },
  }),
  figures: { fr: 'Paiements de la période', en: 'Payments of the period' },
  initiated: { fr: 'Demandés', en: 'Initiated' },
  outcome: words<Record<Outcome, string>>({
    paid: { fr: 'Payés', en: 'Paid' },
    waiting: { fr: 'En cours', en: 'Under way' },
    refused: { fr: 'Refusés', en: 'Refused' },
    ended: { fr: 'Abandonnés', en: 'Given up' },
    givenBack: { fr: 'Remboursés ou rejetés', en: 'Refunded or returned' },
  }),
  change: {
    fr: (percent: number) => `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${Math.abs(percent)}\u00a0%`,
    en: (percent) => `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${Math.abs(percent)}%`,
  },
  aWeekAgo: { fr: (count: string) => `${count} il y a une semaine`, en: (count) => `${count} a week ago` },
  payments: {
    fr: (count: number) => (count < 2 ? `${count} paiement` : `${count.toLocaleString('fr-FR')} paiements`),
    en: (count) => (count === 1 ? '1 payment' : `${count.toLocaleString('en-GB')} payments`),
  },
  perStep: words<Record<Period, string>>({
    day: { fr: 'Paiements, le même jour de chaque semaine', en: 'Payments, the same weekdays' },
    week: { fr: 'Paiements par jour', en: 'Payments by day' },
    month: { fr: 'Paiements par jour', en: 'Payments by day' },
    year: { fr: 'Paiements par mois', en: 'Payments by month' },
  }),
  received: words<Record<Period, string>>({
    day: { fr: 'Montants payés, le même jour de chaque semaine', en: 'Amounts paid, the same weekdays' },
    week: { fr: 'Montants payés par jour', en: 'Amounts paid by day' },
    month: { fr: 'Montants payés par jour', en: 'Amounts paid by day' },
    year: { fr: 'Montants payés par mois', en: 'Amounts paid by month' },
  }),
  receivedAmount: { fr: 'Montant payé', en: 'Amount paid' },
  money: { fr: 'Argent', en: 'Money' },
  moneyText: {
    fr: 'Selon l’état actuel. Un paiement remboursé en partie compte en entier comme reçu.',
    en: 'By the status of now. A payment that was refunded in part counts as received with its whole amount.',
  },
  awaited: { fr: 'Attendu', en: 'Awaited' },
  receivedMoney: { fr: 'Reçu', en: 'Received' },
  returned: { fr: 'Rendu', en: 'Given back' },
  byMeans: { fr: 'Par moyen de paiement', en: 'By means of payment' },
  tableOf: { fr: (title: string) => `Tableau\u00a0: ${title}`, en: (title) => `Table: ${title}` },
  means: { fr: 'Moyen', en: 'Means' },
  causes: { fr: 'Refus par cause', en: 'Refusals by cause' },
  causesText: {
    fr: (count: number, isAll: boolean) => (isAll ? `${count} refus de la période` : `Les ${count} derniers refus`),
    en: (count, isAll) =>
      isAll ? `${count} ${count === 1 ? 'refusal' : 'refusals'} of the period` : `The last ${count} refusals`,
  },
  cause: { fr: 'Code de la banque', en: 'Code of the bank' },
  noCause: { fr: 'sans code', en: 'without a code' },
  count: { fr: 'Nombre', en: 'Number' },
  day: { fr: 'Jour', en: 'Day' },
  month: { fr: 'Mois', en: 'Month' },
  showTable: { fr: 'Voir le tableau', en: 'Show the table' },
  showChart: { fr: 'Voir le graphique', en: 'Show the chart' },
  none: { fr: 'Aucun paiement sur cette période', en: 'No payments in this period' },
  noneText: { fr: 'Choisissez une période plus longue.', en: 'Choose a longer period.' },
  noRefusals: { fr: 'Aucun refus sur cette période.', en: 'No refusals in this period.' },
});
