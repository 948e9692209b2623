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
  fr: {
    title: 'Aperçu',
    allWell: 'Tout va bien',
    allWellText: 'Rien n’attend de décision.',
    waiting: 'À faire',
    inDoubt: 'Issue inconnue à la banque, la plus ancienne d’abord\u00a0:',
    contradicted: 'Payé deux fois, ou contredit par la banque\u00a0:',
    work: {
      paymentsInReview: many('paiement à vérifier', 'paiements à vérifier'),
      paymentsContradicted: many(
        'paiement payé deux fois, ou contredit par la banque',
        'paiements payés deux fois, ou contredits par la banque',
      ),
      operationsInDoubt: many('opération d’issue inconnue à la banque', 'opérations d’issue inconnue à la banque'),
      approvalsWaiting: many('demande à approuver ou refuser', 'demandes à approuver ou refuser'),
      bankFilesWaiting: many('fichier bancaire à confirmer', 'fichiers bancaires à confirmer'),
      bankExceptions: many('exception bancaire à traiter', 'exceptions bancaires à traiter'),
      debitsOverdue: many('prélèvement en retard, sans fichier', 'prélèvements en retard, sans fichier'),
      batchesToHandOver: many(
        'fichier de prélèvements à remettre à la banque',
        'fichiers de prélèvements à remettre à la banque',
      ),
      batchesLate: many(
        'fichier de prélèvements à remettre d’urgence à la banque, ou à annuler',
        'fichiers de prélèvements à remettre d’urgence à la banque, ou à annuler',
      ),
      webhooksDead: many('webhook abandonné', 'webhooks abandonnés'),
      transfersAwaited: many('virement attendu', 'virements attendus'),
      debitsWaiting: many('prélèvement à remettre', 'prélèvements à remettre'),
      mandatesLapsing: many('mandat caduc d’ici 60 jours', 'mandats caducs d’ici 60 jours'),
    } satisfies Record<WorkName, (count: number) => string>,
    period: 'Période',
    periods: { day: 'Aujourd’hui', week: '7 jours', month: '30 jours', year: 'Un an' } satisfies Record<Period, string>,
    before: {
      day: 'il y a une semaine\u00a0: la journée entière',
      week: 'par rapport aux 7 jours précédents',
      month: 'par rapport aux 30 jours précédents',
      year: 'par rapport à l’année précédente',
    } satisfies Record<Period, string>,
    figures: 'Paiements de la période',
    initiated: 'Demandés',
    outcome: {
      paid: 'Payés',
      waiting: 'En cours',
      refused: 'Refusés',
      ended: 'Abandonnés',
      givenBack: 'Remboursés ou rejetés',
    } satisfies Record<Outcome, string>,
    change: (percent: number) => `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${Math.abs(percent)}\u00a0%`,
    aWeekAgo: (count: string) => `${count} il y a une semaine`,
    payments: (count: number) => (count < 2 ? `${count} paiement` : `${count.toLocaleString('fr-FR')} paiements`),
    perStep: {
      day: 'Paiements, le même jour de chaque semaine',
      week: 'Paiements par jour',
      month: 'Paiements par jour',
      year: 'Paiements par mois',
    } satisfies Record<Period, string>,
    received: {
      day: 'Montants payés, le même jour de chaque semaine',
      week: 'Montants payés par jour',
      month: 'Montants payés par jour',
      year: 'Montants payés par mois',
    } satisfies Record<Period, string>,
    receivedAmount: 'Montant payé',
    money: 'Argent',
    moneyText: 'Selon l’état actuel. Un paiement remboursé en partie compte en entier comme reçu.',
    awaited: 'Attendu',
    receivedMoney: 'Reçu',
    returned: 'Rendu',
    byMeans: 'Par moyen de paiement',
    tableOf: (title: string) => `Tableau\u00a0: ${title}`,
    means: 'Moyen',
    causes: 'Refus par cause',
    causesText: (count: number, isAll: boolean) =>
      isAll ? `${count} refus de la période` : `Les ${count} derniers refus`,
    cause: 'Code de la banque',
    noCause: 'sans code',
    count: 'Nombre',
    day: 'Jour',
    month: 'Mois',
    showTable: 'Voir le tableau',
    showChart: 'Voir le graphique',
    none: 'Aucun paiement sur cette période',
    noneText: 'Choisissez une période plus longue.',
    noRefusals: 'Aucun refus sur cette période.',
  },
  en: {
    title: 'Overview',
    allWell: 'All is well',
    allWellText: 'Nothing waits for a decision.',
    waiting: 'To do',
    inDoubt: 'In doubt at the bank, the oldest first:',
    contradicted: 'Paid twice, or contradicted by the bank:',
    work: {
      paymentsInReview: many('payment to review', 'payments to review'),
      paymentsContradicted: many(
        'payment that was paid twice, or that the bank contradicts',
        'payments that were paid twice, or that the bank contradicts',
      ),
      operationsInDoubt: many('operation in doubt at the bank', 'operations in doubt at the bank'),
      approvalsWaiting: many('request to approve or refuse', 'requests to approve or refuse'),
      bankFilesWaiting: many('bank file to confirm', 'bank files to confirm'),
      bankExceptions: many('bank exception to decide', 'bank exceptions to decide'),
      debitsOverdue: many('overdue debit without a file', 'overdue debits without a file'),
      batchesToHandOver: many('file of debits to hand to the bank', 'files of debits to hand to the bank'),
      batchesLate: many(
        'file of debits to hand to the bank at once, or to cancel',
        'files of debits to hand to the bank at once, or to cancel',
      ),
      webhooksDead: many('webhook given up', 'webhooks given up'),
      transfersAwaited: many('transfer awaited', 'transfers awaited'),
      debitsWaiting: many('debit to hand over', 'debits to hand over'),
      mandatesLapsing: many('mandate that lapses within 60 days', 'mandates that lapse within 60 days'),
    },
    period: 'Period',
    periods: { day: 'Today', week: '7 days', month: '30 days', year: 'A year' },
    before: {
      day: 'a week ago: the whole day',
      week: 'against the 7 days before',
      month: 'against the 30 days before',
      year: 'against the year before',
    },
    figures: 'Payments of the period',
    initiated: 'Initiated',
    outcome: {
      paid: 'Paid',
      waiting: 'Under way',
      refused: 'Refused',
      ended: 'Given up',
      givenBack: 'Refunded or returned',
    },
    change: (percent) => `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${Math.abs(percent)}%`,
    aWeekAgo: (count) => `${count} a week ago`,
    payments: (count) => (count === 1 ? '1 payment' : `${count.toLocaleString('en-GB')} payments`),
    perStep: {
      day: 'Payments, the same weekdays',
      week: 'Payments by day',
      month: 'Payments by day',
      year: 'Payments by month',
    },
    received: {
      day: 'Amounts paid, the same weekdays',
      week: 'Amounts paid by day',
      month: 'Amounts paid by day',
      year: 'Amounts paid by month',
    },
    receivedAmount: 'Amount paid',
    money: 'Money',
    moneyText: 'By the status of now. A payment that was refunded in part counts as received with its whole amount.',
    awaited: 'Awaited',
    receivedMoney: 'Received',
    returned: 'Given back',
    byMeans: 'By means of payment',
    tableOf: (title) => `Table: ${title}`,
    means: 'Means',
    causes: 'Refusals by cause',
    causesText: (count, isAll) =>
      isAll ? `${count} ${count === 1 ? 'refusal' : 'refusals'} of the period` : `The last ${count} refusals`,
    cause: 'Code of the bank',
    noCause: 'without a code',
    count: 'Number',
    day: 'Day',
    month: 'Month',
    showTable: 'Show the table',
    showChart: 'Show the chart',
    none: 'No payments in this period',
    noneText: 'Choose a longer period.',
    noRefusals: 'No refusals in this period.',
  },
});
