import type { JournalEntryKind, ReconciliationLineKind } from '../../generated/operations.ts';
import { listTexts } from '../../texts/fields.ts';
import { words, wordsWith } from '../../texts/words.ts';
import type { View } from './views.ts';

export const texts = wordsWith(listTexts, {
  title: { fr: 'Comptabilité', en: 'Books' },
  parts: { fr: 'Parties de la comptabilité', en: 'Parts of the books' },
  views: words<Record<View, string>>({
    journal: { fr: 'Journal', en: 'Journal' },
    balance: { fr: 'Balance', en: 'Trial balance' },
    suspense: { fr: 'Compte d’attente', en: 'Suspense' },
    check: { fr: 'Rapprochement', en: 'Reconciliation' },
  }),
  lead: {
    fr: (societe: string, from: string, to: string, mode: string) =>
      `Société ${societe} · du ${from} au ${to} · ${mode}`,
    en: (societe, from, to, mode) => `Société ${societe} · ${from} to ${to} · ${mode}`,
  },
  leadNow: {
    fr: (societe: string, mode: string) => `Société ${societe} · à cet instant · ${mode}`,
    en: (societe, mode) => `Société ${societe} · as of now · ${mode}`,
  },
  period: { fr: 'Société et période', en: 'Société and period' },
  earlier: { fr: 'Mois précédent', en: 'Month before' },
  later: { fr: 'Mois suivant', en: 'Month after' },
  from: { fr: 'Du', en: 'From' },
  to: { fr: 'Au', en: 'To' },
  fec: { fr: (year: number) => `Exporter le FEC de la période (${year})`, en: (year) => `FEC of the period (${year})` },
  print: { fr: 'Imprimer', en: 'Print' },
  noSociete: { fr: 'Aucune société', en: 'No société' },
  noSocieteText: {
    fr: 'Vos droits ne couvrent aucune société de cette passerelle.',
    en: 'Your rights cover no société of this gateway.',
  },
  date: { fr: 'Date', en: 'Date' },
  journal: { fr: 'Journal', en: 'Journal' },
  provisional: { fr: 'provisoire', en: 'provisional' },
  piece: { fr: 'Pièce', en: 'Piece' },
  label: { fr: 'Libellé', en: 'Label' },
  kind: { fr: 'Nature', en: 'Kind' },
  kinds: words<Record<JournalEntryKind, string>>({
    CARD_PAID: { fr: 'Paiement par carte', en: 'Card payment' },
    DIRECT_DEBIT_SETTLED: { fr: 'Prélèvement crédité', en: 'Debit credited' },
    TRANSFER_RECEIVED: { fr: 'Virement reçu', en: 'Transfer received' },
    RECORDED: { fr: 'Paiement saisi', en: 'Recorded receipt' },
    CANCELLED: { fr: 'Paiement annulé', en: 'Payment cancelled' },
    REFUNDED: { fr: 'Remboursement', en: 'Refund' },
    RETURNED: { fr: 'Rejet de la banque', en: 'Returned by the bank' },
    REVERSAL: { fr: 'Contre-passation', en: 'Reversal' },
    SUSPENSE: { fr: 'Mise en attente', en: 'Put in suspense' },
    BY_RULE: { fr: 'Règle du compte', en: 'Rule of the account' },
    SUSPENSE_RELEASED: { fr: 'Sortie d’attente', en: 'Released from suspense' },
  }),
  account: { fr: 'Compte', en: 'Account' },
  accountLabel: { fr: 'Intitulé', en: 'Name' },
  auxiliary: { fr: 'Auxiliaire', en: 'Auxiliary' },
  filters: { fr: 'Filtres du journal', en: 'Filters of the journal' },
  noEntries: { fr: 'Aucune écriture dans cette période', en: 'No entries in this period' },
  noEntriesText: {
    fr: 'Une écriture apparaît dès que de l’argent bouge. Regardez un autre mois ou une autre société.',
    en: 'An entry appears as soon as money moves. Look at another month or société.',
  },
  noMatch: { fr: 'Aucune écriture ne correspond à ces filtres', en: 'No entry matches these filters' },
  debit: { fr: 'Débit', en: 'Debit' },
  credit: { fr: 'Crédit', en: 'Credit' },
  /** Debits less credits of the period: the balance of the account is another sum. */
  net: { fr: 'Mouvement net', en: 'Net movement' },
  total: { fr: 'Total', en: 'Total' },
  incomplete: {
    fr: 'Des écritures attendent leur numéro et ne sont pas comptées\u00a0: elles l’auront dans quelques secondes, ou à leur date.',
    en: 'Entries wait for their number and are not counted: they get it within seconds, or on their own day.',
  },
  noMovements: { fr: 'Aucun mouvement dans cette période', en: 'No movements in this period' },
  heldNow: {
    fr: 'L’argent des relevés dont le destinataire n’est pas encore connu, à cet instant.',
    en: 'Money of statements whose owner is not known yet, as of now.',
  },
  heldTotal: { fr: 'En attente', en: 'In suspense' },
  heldMore: {
    fr: (shown: number, others: number) =>
      `Les ${shown} lignes les plus anciennes sont affichées\u00a0; ${others === 1 ? 'une autre ne l’est pas' : `${others} autres ne le sont pas`}.`,
    en: (shown, others) =>
      `The ${shown} oldest lines are shown; ${others === 1 ? 'another one is not' : `${others} others are not`}.`,
  },
  nothingHeld: { fr: 'Rien sur le compte d’attente', en: 'Nothing is in suspense' },
  nothingHeldText: {
    fr: 'Chaque somme des relevés a trouvé son paiement ou sa règle.',
    en: 'Each sum of the statements has found its payment or its rule.',
  },
  counterparty: { fr: 'Tiers', en: 'Ordering party' },
  remittance: { fr: 'Libellé', en: 'Remittance' },
  remaining: { fr: 'Reste', en: 'Left' },
  day: { fr: 'Jour', en: 'Day' },
  opening: { fr: 'Solde initial', en: 'Opening' },
  booked: { fr: 'Comptabilisé', en: 'Booked' },
  notBooked: { fr: 'Non comptabilisé', en: 'Not booked' },
  closing: { fr: 'Solde final', en: 'Closing' },
  difference: { fr: 'Écart', en: 'Difference' },
  agrees: { fr: 'Concorde', en: 'Agrees' },
  allAgree: { fr: 'La banque et les livres concordent.', en: 'The bank and the books agree.' },
  someDiffer: {
    fr: (count: number) => (count === 1 ? '1 jour présente un écart.' : `${count} jours présentent un écart.`),
    en: (count) => (count === 1 ? '1 day has a difference.' : `${count} days have a difference.`),
  },
  unproven: {
    fr: 'Un relevé manque, ou deux se contredisent\u00a0: le rapprochement n’est pas complet.',
    en: 'A statement is missing, or two disagree: the reconciliation is not complete.',
  },
  ofAccount: { fr: (iban: string) => `Compte ${iban}`, en: (iban) => `Account ${iban}` },
  lines: {
    fr: 'Ce qui n’est pas comptabilisé, est en attente ou explique un écart',
    en: 'What is not booked, is in suspense, or explains a difference',
  },
  lineKinds: words<Record<ReconciliationLineKind, string>>({
    LISTED: { fr: 'Non comptabilisé', en: 'Not booked' },
    EXCEPTION: { fr: 'À traiter dans les exceptions', en: 'To be decided in the exceptions' },
    SUSPENSE: { fr: 'Sur le compte d’attente', en: 'In suspense' },
    NOT_BOOKED: { fr: 'Absent des livres ce jour', en: 'Not in the books of the day' },
    BOOKED_ALONE: { fr: 'Dans les livres seulement', en: 'In the books alone' },
    STATEMENT_DIFFERS: { fr: 'Le relevé n’est pas équilibré', en: 'The statement does not add up' },
    NO_STATEMENT: { fr: 'Aucun relevé ce jour', en: 'No statement of this day' },
    STATEMENT_MISSING: { fr: 'Relevé manquant', en: 'Statement missing' },
    STATEMENTS_DISAGREE: { fr: 'Relevés contradictoires', en: 'Statements disagree' },
  }),
  rule: { fr: 'Règle', en: 'Rule' },
  noLines: { fr: 'Rien à expliquer dans cette période', en: 'Nothing to explain in this period' },
  noDays: {
    fr: 'Aucun relevé ni aucune écriture de banque dans cette période',
    en: 'No statement and no entry of the bank in this period',
  },
  noDaysText: {
    fr: 'Importez un relevé sous «\u00a0Fichiers bancaires\u00a0», ou regardez un autre mois.',
    en: 'Import a statement under “Bank files”, or look at another month.',
  },
});
