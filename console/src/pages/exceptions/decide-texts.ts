import { words } from '../../texts/words.ts';

type Texts = {
  readonly names: Readonly<
    Record<
      | 'counterparty'
      | 'iban'
      | 'ultimate'
      | 'remittance'
      | 'endToEndId'
      | 'mandate'
      | 'booked'
      | 'societe'
      | 'code'
      | 'number'
      | 'file'
      | 'found'
      | 'payment'
      | 'counted'
      | 'decision'
      | 'reason'
      | 'by',
      string
    >
  >;
  readonly came: string;
  readonly went: string;
  readonly suspense: string;
  readonly candidates: string;
  readonly noCandidates: string;
  readonly assign: string;
  readonly assignTo: (reference: string) => string;
  readonly assignText: (money: string, reference: string) => string;
  readonly amountOther: (money: string) => string;
  readonly search: string;
  readonly searchHint: string;
  readonly searchNone: string;
  readonly otherPayment: string;
  readonly collected: string;
  readonly collectedText: string;
  readonly handled: string;
  readonly handledText: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly tooShort: string;
  readonly agreeing: (facts: string) => string;
  readonly byHand: string;
  readonly noUndo: string;
  readonly takeBack: string;
  readonly takeBackNo: string;
  readonly takeBackYes: (reference: string) => string;
  readonly assigned: (reference: string) => string;
  readonly closed: string;
  readonly refusedPayment: string;
  readonly refusedId: string;
  readonly refusedResolution: string;
  readonly customer: string;
  readonly order: string;
};

export const decideTexts = words<Texts>({
  fr: {
    names: {
      counterparty: 'Tiers',
      iban: 'Compte du tiers',
      ultimate: 'Pour le compte de',
      remittance: 'Libellé',
      endToEndId: 'Référence de bout en bout',
      mandate: 'Mandat (RUM)',
      booked: 'Comptabilisée le',
      societe: 'Société',
      code: 'Motif de la banque',
      number: 'Numéro du relevé qui manque',
      file: 'Fichier',
      found: 'Trouvée le',
      payment: 'Paiement',
      counted: 'Compté auparavant pour',
      decision: 'Décision',
      reason: 'Motif',
      by: 'Par',
    },
    came: 'Crédit',
    went: 'Débit',
    suspense: 'Sur le compte d’attente',
    candidates: 'Paiements proposés',
    noCandidates: 'Aucun paiement ne ressemble à cette ligne. Cherchez-le ci-dessous.',
    assign: 'Affecter',
    assignTo: (reference) => `Affecter à ${reference}`,
    assignText: (money, reference) => `Le montant de ${money} est affecté au paiement ${reference}.`,
    amountOther: (money) => `Attention\u00a0: le paiement est de ${money}.`,
    search: 'Chercher un autre paiement',
    searchHint: 'Une référence, un nom, un numéro de client ou de commande, un montant.',
    searchNone: 'Aucun paiement trouvé.',
    otherPayment: 'Résultats',
    collected: 'Déclarer le lot encaissé',
    collectedText:
      'Les prélèvements du lot qui n’ont pas été rejetés deviennent payés. Ce qui manque devient des frais bancaires\u00a0; ce qui est en trop reste sur le compte d’attente.',
    handled: 'Clore sans affecter',
    handledText: 'L’exception est close sans rien affecter à un paiement.',
    reason: 'Motif',
    reasonHint: 'De 3 à 500 caractères. Il est gardé avec votre nom.',
    tooShort: 'Tapez au moins 3 caractères.',
    agreeing: (facts) => `Concordent\u00a0: ${facts}`,
    byHand: 'Trouvé par recherche',
    noUndo: 'Une décision ne s’annule pas.',
    takeBack: 'La ligne comptée auparavant',
    takeBackNo: 'reste comptée\u00a0: les deux sont de la banque',
    takeBackYes: (reference) => `n’est pas de la banque\u00a0: ${reference} devient rejeté`,
    assigned: (reference) => `Affectée à ${reference}.`,
    closed: 'L’exception est close.',
    refusedPayment:
      'Ce paiement ne peut pas recevoir cette ligne\u00a0: son état, son montant, sa société ou son mode ne le permettent pas.',
    refusedId: 'Une autre personne a déjà décidé de cette exception, ou vos droits ne vont pas jusqu’à elle.',
    refusedResolution:
      'Cette décision n’est pas possible ici. Pour un lot, il manque plus que des frais\u00a0: affectez le prélèvement qui manque. Sinon, choisissez «\u00a0Clore sans affecter\u00a0».',
    customer: 'Client',
    order: 'commande',
  },
  en: {
    names: {
      counterparty: 'Other party',
      iban: 'Account of the other party',
      ultimate: 'On behalf of',
      remittance: 'Text',
      endToEndId: 'End-to-end id',
      mandate: 'Mandate (RUM)',
      booked: 'Booked on',
      societe: 'Société',
      code: 'Reason of the bank',
      number: 'Number of the missing statement',
      file: 'File',
      found: 'Found on',
      payment: 'Payment',
      counted: 'Counted before for',
      decision: 'Decision',
      reason: 'Reason',
      by: 'By',
    },
    came: 'Credit',
    went: 'Debit',
    suspense: 'On the suspense account',
    candidates: 'Suggested payments',
    noCandidates: 'No payment resembles this entry. Search for it below.',
    assign: 'Assign',
    assignTo: (reference) => `Assign to ${reference}`,
    assignText: (money, reference) => `${money} are assigned to the payment ${reference}.`,
    amountOther: (money) => `Note: the payment is for ${money}.`,
    search: 'Search for another payment',
    searchHint: 'A reference, a name, a number of a customer or order, an amount.',
    searchNone: 'No payment found.',
    otherPayment: 'Results',
    collected: 'The block is collected',
    collectedText:
      'The debits of the block that were not refused become paid. What is missing becomes a fee of the bank; what is too much stays on the suspense account.',
    handled: 'Handled elsewhere',
    handledText: 'The exception is closed, and nothing is assigned to a payment.',
    reason: 'Reason',
    reasonHint: '3 to 500 characters. It is kept with your name.',
    tooShort: 'Type at least 3 characters.',
    agreeing: (facts) => `These agree: ${facts}`,
    byHand: 'Found by a search',
    noUndo: 'A decision cannot be undone.',
    takeBack: 'The entry that counted before',
    takeBackNo: 'stays counted: both are of the bank',
    takeBackYes: (reference) => `is not of the bank: ${reference} becomes returned`,
    assigned: (reference) => `Assigned to ${reference}.`,
    closed: 'The exception is closed.',
    refusedPayment: 'This payment cannot take this entry: its status, amount, société or mode does not allow it.',
    refusedId: 'Another person has decided about this exception, or it is beyond your rights.',
    refusedResolution:
      'This decision is not possible here. Of a block, more than a fee is missing: assign the debit that is missing. Otherwise choose “Handled elsewhere”.',
    customer: 'Customer',
    order: 'order',
  },
});
