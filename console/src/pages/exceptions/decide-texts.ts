import { fieldTexts } from '../../texts/fields.ts';
import { words, wordsWith } from '../../texts/words.ts';

export const decideTexts = words({
  names: wordsWith(fieldTexts, {
    iban: { fr: 'Compte du tiers', en: 'Account of the other party' },
    ultimate: { fr: 'Pour le compte de', en: 'On behalf of' },
    remittance: { fr: 'Libellé', en: 'Text' },
    endToEndId: { fr: 'Référence de bout en bout', en: 'End-to-end id' },
    mandate: { fr: 'Mandat (RUM)', en: 'Mandate (RUM)' },
    received: { fr: 'Reçu en tout jusque-là', en: 'Received in all until then' },
    booked: { fr: 'Comptabilisée le', en: 'Booked on' },
    code: { fr: 'Motif de la banque', en: 'Reason of the bank' },
    number: { fr: 'Numéro du relevé qui manque', en: 'Number of the missing statement' },
    file: { fr: 'Fichier', en: 'File' },
    found: { fr: 'Trouvée le', en: 'Found on' },
    counted: { fr: 'Compté auparavant pour', en: 'Counted before for' },
    decision: { fr: 'Décision', en: 'Decision' },
    by: { fr: 'Par', en: 'By' },
  }),
  came: { fr: 'Crédit', en: 'Credit' },
  went: { fr: 'Débit', en: 'Debit' },
  missing: { fr: 'Il manque', en: 'Missing' },
  toReturn: { fr: 'À rendre', en: 'To give back' },
  surplus: { fr: 'Surplus', en: 'Surplus' },
  suspense: { fr: 'Sur le compte d’attente', en: 'On the suspense account' },
  candidates: { fr: 'Paiements proposés', en: 'Suggested payments' },
  noCandidates: {
    fr: 'Aucun paiement ne ressemble à cette ligne. Cherchez-le ci-dessous.',
    en: 'No payment resembles this entry. Search for it below.',
  },
  noTransfers: {
    fr: 'Aucun autre virement de ce client n’est attendu. Cherchez-en un ci-dessous.',
    en: 'No other transfer of this customer is awaited. Search for one below.',
  },
  assign: { fr: 'Affecter', en: 'Assign' },
  assignTo: { fr: (reference: string) => `Affecter à ${reference}`, en: (reference) => `Assign to ${reference}` },
  assignText: {
    fr: (money: string, reference: string) => `Le montant de ${money} est affecté au paiement ${reference}.`,
    en: (money, reference) => `${money} are assigned to the payment ${reference}.`,
  },
  amountOther: {
    fr: (money: string) => `Attention\u00a0: le paiement est de ${money}.`,
    en: (money) => `Note: the payment is for ${money}.`,
  },
  search: { fr: 'Chercher un autre paiement', en: 'Search for another payment' },
  searchHint: {
    fr: 'Une référence, un nom, un numéro de client ou de commande, un montant.',
    en: 'A reference, a name, a number of a customer or order, an amount.',
  },
  searchNone: { fr: 'Aucun paiement trouvé.', en: 'No payment found.' },
  otherPayment: { fr: 'Résultats', en: 'Results' },
  collected: { fr: 'Déclarer le lot encaissé', en: 'The block is collected' },
  collectedText: {
    fr: 'Les prélèvements du lot qui n’ont pas été rejetés deviennent payés. Ce qui manque devient des frais bancaires\u00a0; ce qui est en trop reste sur le compte d’attente.',
    en: 'The debits of the block that were not refused become paid. What is missing becomes a fee of the bank; what is too much stays on the suspense account.',
  },
  handled: { fr: 'Clore sans affecter', en: 'Handled elsewhere' },
  handledText: {
    fr: 'L’exception est close sans rien affecter à un paiement.',
    en: 'The exception is closed, and nothing is assigned to a payment.',
  },
  reason: { fr: 'Motif', en: 'Reason' },
  reasonHint: {
    fr: 'De 3 à 500 caractères. Il est gardé avec votre nom.',
    en: '3 to 500 characters. It is kept with your name.',
  },
  tooShort: { fr: 'Tapez au moins 3 caractères.', en: 'Type at least 3 characters.' },
  agreeing: { fr: (facts: string) => `Concordent\u00a0: ${facts}`, en: (facts) => `These agree: ${facts}` },
  byHand: { fr: 'Trouvé par recherche', en: 'Found by a search' },
  noUndo: { fr: 'Une décision ne s’annule pas.', en: 'A decision cannot be undone.' },
  takeBack: { fr: 'La ligne comptée auparavant', en: 'The entry that counted before' },
  takeBackNo: { fr: 'reste comptée\u00a0: les deux sont de la banque', en: 'stays counted: both are of the bank' },
  takeBackYes: {
    fr: (reference: string) => `n’est pas de la banque\u00a0: ${reference} devient rejeté`,
    en: (reference) => `is not of the bank: ${reference} becomes returned`,
  },
  assigned: { fr: (reference: string) => `Affectée à ${reference}.`, en: (reference) => `Assigned to ${reference}.` },
  closed: { fr: 'L’exception est close.', en: 'The exception is closed.' },
  refusedPayment: {
    fr: 'Ce paiement ne peut pas recevoir cette ligne\u00a0: son état, son montant, sa société ou son mode ne le permettent pas.',
    en: 'This payment cannot take this entry: its status, amount, société or mode does not allow it.',
  },
  refusedId: {
    fr: 'Une autre personne a déjà décidé de cette exception, ou vos droits ne vont pas jusqu’à elle.',
    en: 'Another person has decided about this exception, or it is beyond your rights.',
  },
  refusedBy: {
    fr: (name: string) => `Exception décidée entre-temps par ${name}.`,
    en: (name) => `Decided by ${name} meanwhile.`,
  },
  settled: { fr: 'Cette exception s’est réglée entre-temps.', en: 'This exception has settled meanwhile.' },
  refusedResolution: {
    fr: 'Cette décision n’est pas possible ici. Pour un lot, il manque plus que des frais\u00a0: affectez le prélèvement qui manque. Sinon, choisissez «\u00a0Clore sans affecter\u00a0».',
    en: 'This decision is not possible here. Of a block, more than a fee is missing: assign the debit that is missing. Otherwise choose “Handled elsewhere”.',
  },
  customer: { fr: 'Client', en: 'Customer' },
  order: { fr: 'commande', en: 'order' },
});
