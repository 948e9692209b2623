import type { JournalEntryKind, ReconciliationLineKind } from '../../generated/operations.ts';
import { words } from '../../texts/words.ts';
import type { View } from './views.ts';

type Texts = {
  readonly title: string;
  readonly parts: string;
  readonly views: Readonly<Record<View, string>>;
  readonly lead: (societe: string, from: string, to: string, mode: string) => string;
  readonly leadNow: (societe: string, mode: string) => string;
  readonly period: string;
  readonly societe: string;
  readonly earlier: string;
  readonly later: string;
  readonly from: string;
  readonly to: string;
  readonly csv: string;
  readonly fec: (year: number) => string;
  readonly print: string;
  readonly noSociete: string;
  readonly noSocieteText: string;
  readonly date: string;
  readonly journal: string;
  readonly provisional: string;
  readonly piece: string;
  readonly label: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<JournalEntryKind, string>>;
  readonly amount: string;
  readonly account: string;
  readonly accountLabel: string;
  readonly auxiliary: string;
  readonly number: string;
  readonly payment: string;
  readonly filters: string;
  readonly filter: string;
  readonly apply: string;
  readonly clear: string;
  readonly removeFilter: (text: string) => string;
  readonly noEntries: string;
  readonly noEntriesText: string;
  readonly noMatch: string;
  readonly showAll: string;
  readonly debit: string;
  readonly credit: string;
  /** Debits less credits of the period: the balance of the account is another sum. */
  readonly net: string;
  readonly total: string;
  readonly incomplete: string;
  readonly noMovements: string;
  readonly heldNow: string;
  readonly heldTotal: string;
  readonly heldMore: string;
  readonly nothingHeld: string;
  readonly nothingHeldText: string;
  readonly counterparty: string;
  readonly remittance: string;
  readonly remaining: string;
  readonly day: string;
  readonly opening: string;
  readonly booked: string;
  readonly notBooked: string;
  readonly closing: string;
  readonly difference: string;
  readonly agrees: string;
  readonly allAgree: string;
  readonly someDiffer: (count: number) => string;
  readonly ofAccount: (iban: string) => string;
  readonly lines: string;
  readonly lineKinds: Readonly<Record<ReconciliationLineKind, string>>;
  readonly reference: string;
  readonly rule: string;
  readonly noLines: string;
  readonly noDays: string;
  readonly noDaysText: string;
};

export const texts = words<Texts>({
  fr: {
    title: 'Comptabilité',
    parts: 'Parties de la comptabilité',
    views: { journal: 'Journal', balance: 'Balance', suspense: 'Compte d’attente', check: 'Rapprochement' },
    lead: (societe, from, to, mode) => `Société ${societe} · du ${from} au ${to} · ${mode}`,
    leadNow: (societe, mode) => `Société ${societe} · à cet instant · ${mode}`,
    period: 'Société et période',
    societe: 'Société',
    earlier: 'Mois précédent',
    later: 'Mois suivant',
    from: 'Du',
    to: 'Au',
    csv: 'Exporter le journal (CSV)',
    fec: (year) => `Exporter le FEC de la période (${year})`,
    print: 'Imprimer',
    noSociete: 'Aucune société',
    noSocieteText: 'Vos droits ne couvrent aucune société de cette passerelle.',
    date: 'Date',
    journal: 'Journal',
    provisional: 'provisoire',
    piece: 'Pièce',
    label: 'Libellé',
    kind: 'Nature',
    kinds: {
      CARD_PAID: 'Paiement par carte',
      DIRECT_DEBIT_SETTLED: 'Prélèvement crédité',
      TRANSFER_RECEIVED: 'Virement reçu',
      RECORDED: 'Paiement saisi',
      CANCELLED: 'Paiement annulé',
      REFUNDED: 'Remboursement',
      RETURNED: 'Rejet de la banque',
      REVERSAL: 'Contre-passation',
      SUSPENSE: 'Mise en attente',
      BY_RULE: 'Règle du compte',
      SUSPENSE_RELEASED: 'Sortie d’attente',
    },
    amount: 'Montant',
    account: 'Compte',
    accountLabel: 'Intitulé',
    auxiliary: 'Auxiliaire',
    number: 'Numéro',
    payment: 'Paiement',
    filters: 'Filtres du journal',
    filter: 'Filtrer',
    apply: 'Appliquer',
    clear: 'Tout effacer',
    removeFilter: (text) => `Retirer le filtre ${text}`,
    noEntries: 'Aucune écriture dans cette période',
    noEntriesText: 'Une écriture apparaît dès que de l’argent bouge. Regardez un autre mois ou une autre société.',
    noMatch: 'Aucune écriture ne correspond à ces filtres',
    showAll: 'Tout afficher',
    debit: 'Débit',
    credit: 'Crédit',
    net: 'Mouvement net',
    total: 'Total',
    incomplete: 'Des écritures attendent encore leur numéro\u00a0: elles seront comptées dans quelques secondes.',
    noMovements: 'Aucun mouvement dans cette période',
    heldNow: 'L’argent des relevés dont le destinataire n’est pas encore connu, à cet instant.',
    heldTotal: 'En attente',
    heldMore: 'Les deux cents plus anciennes lignes sont affichées\u00a0; il y en a d’autres.',
    nothingHeld: 'Rien sur le compte d’attente',
    nothingHeldText: 'Chaque somme des relevés a trouvé son paiement ou sa règle.',
    counterparty: 'Tiers',
    remittance: 'Libellé',
    remaining: 'Reste',
    day: 'Jour',
    opening: 'Solde initial',
    booked: 'Comptabilisé',
    notBooked: 'Non comptabilisé',
    closing: 'Solde final',
    difference: 'Écart',
    agrees: 'Concorde',
    allAgree: 'La banque et les livres concordent.',
    someDiffer: (count) => (count === 1 ? '1 jour présente un écart.' : `${count} jours présentent un écart.`),
    ofAccount: (iban) => `Compte ${iban}`,
    lines: 'Ce qui n’est pas comptabilisé ou explique un écart',
    lineKinds: {
      LISTED: 'Non comptabilisé',
      EXCEPTION: 'À traiter dans les exceptions',
      SUSPENSE: 'Sur le compte d’attente',
      NOT_BOOKED: 'Absent des livres ce jour',
      BOOKED_ALONE: 'Dans les livres seulement',
      STATEMENT_DIFFERS: 'Le relevé n’est pas équilibré',
      NO_STATEMENT: 'Aucun relevé ce jour',
      STATEMENT_MISSING: 'Relevé manquant',
      STATEMENTS_DISAGREE: 'Relevés contradictoires',
    },
    reference: 'Référence',
    rule: 'Règle',
    noLines: 'Rien à expliquer dans cette période',
    noDays: 'Aucun relevé ni aucune écriture de banque dans cette période',
    noDaysText: 'Importez un relevé sous «\u00a0Fichiers bancaires\u00a0», ou regardez un autre mois.',
  },
  en: {
    title: 'Books',
    parts: 'Parts of the books',
    views: { journal: 'Journal', balance: 'Trial balance', suspense: 'Suspense', check: 'Reconciliation' },
    lead: (societe, from, to, mode) => `Société ${societe} · ${from} to ${to} · ${mode}`,
    leadNow: (societe, mode) => `Société ${societe} · as of now · ${mode}`,
    period: 'Société and period',
    societe: 'Société',
    earlier: 'Month before',
    later: 'Month after',
    from: 'From',
    to: 'To',
    csv: 'Journal as CSV',
    fec: (year) => `FEC of the period (${year})`,
    print: 'Print',
    noSociete: 'No société',
    noSocieteText: 'Your rights cover no société of this gateway.',
    date: 'Date',
    journal: 'Journal',
    provisional: 'provisional',
    piece: 'Piece',
    label: 'Label',
    kind: 'Kind',
    kinds: {
      CARD_PAID: 'Card payment',
      DIRECT_DEBIT_SETTLED: 'Debit credited',
      TRANSFER_RECEIVED: 'Transfer received',
      RECORDED: 'Recorded receipt',
      CANCELLED: 'Payment cancelled',
      REFUNDED: 'Refund',
      RETURNED: 'Returned by the bank',
      REVERSAL: 'Reversal',
      SUSPENSE: 'Put in suspense',
      BY_RULE: 'Rule of the account',
      SUSPENSE_RELEASED: 'Released from suspense',
    },
    amount: 'Amount',
    account: 'Account',
    accountLabel: 'Name',
    auxiliary: 'Auxiliary',
    number: 'Number',
    payment: 'Payment',
    filters: 'Filters of the journal',
    filter: 'Filter',
    apply: 'Apply',
    clear: 'Clear all',
    removeFilter: (text) => `Remove the filter ${text}`,
    noEntries: 'No entries in this period',
    noEntriesText: 'An entry appears as soon as money moves. Look at another month or société.',
    noMatch: 'No entry matches these filters',
    showAll: 'Show all',
    debit: 'Debit',
    credit: 'Credit',
    net: 'Net movement',
    total: 'Total',
    incomplete: 'Entries still wait for their number: they will be counted in a few seconds.',
    noMovements: 'No movements in this period',
    heldNow: 'Money of statements whose owner is not known yet, as of now.',
    heldTotal: 'In suspense',
    heldMore: 'The two hundred oldest lines are shown; there are others.',
    nothingHeld: 'Nothing is in suspense',
    nothingHeldText: 'Each sum of the statements has found its payment or its rule.',
    counterparty: 'Ordering party',
    remittance: 'Remittance',
    remaining: 'Left',
    day: 'Day',
    opening: 'Opening',
    booked: 'Booked',
    notBooked: 'Not booked',
    closing: 'Closing',
    difference: 'Difference',
    agrees: 'Agrees',
    allAgree: 'The bank and the books agree.',
    someDiffer: (count) => (count === 1 ? '1 day has a difference.' : `${count} days have a difference.`),
    ofAccount: (iban) => `Account ${iban}`,
    lines: 'What is not booked, or explains a difference',
    lineKinds: {
      LISTED: 'Not booked',
      EXCEPTION: 'To be decided in the exceptions',
      SUSPENSE: 'In suspense',
      NOT_BOOKED: 'Not in the books of the day',
      BOOKED_ALONE: 'In the books alone',
      STATEMENT_DIFFERS: 'The statement does not add up',
      NO_STATEMENT: 'No statement of this day',
      STATEMENT_MISSING: 'Statement missing',
      STATEMENTS_DISAGREE: 'Statements disagree',
    },
    reference: 'Reference',
    rule: 'Rule',
    noLines: 'Nothing to explain in this period',
    noDays: 'No statement and no entry of the bank in this period',
    noDaysText: 'Import a statement under “Bank files”, or look at another month.',
  },
});
