import { words } from '../../texts/words.ts';

/** Codes for the story of the mandate, when it is suspended or revoked. */
export const reasons = ['CUSTOMER_ASKED', 'CONTRACT_ENDED', 'DISPUTED', 'UNPAID', 'ENTERED_BY_MISTAKE'] as const;

export const actionTexts = words({
  print: { fr: 'Imprimer le formulaire', en: 'Form to print' },
  sign: { fr: 'Enregistrer la signature', en: 'Record the signature' },
  signText: {
    fr: 'Conservez le document signé\u00a0: la banque peut le demander.',
    en: 'Keep the signed document: the bank may ask for it.',
  },
  signedOn: { fr: 'Signé le', en: 'Signed on' },
  place: { fr: 'Lieu', en: 'Place' },
  method: { fr: 'Procédé', en: 'Procedure' },
  methodHint: {
    fr: 'PAPER pour le papier, sinon le nom de la signature électronique.',
    en: 'PAPER for paper, else the name of the electronic signature.',
  },
  paper: { fr: 'PAPER', en: 'PAPER' },
  signed: { fr: 'La signature est enregistrée.', en: 'The signature is recorded.' },
  activate: { fr: 'Noter la confirmation de la banque', en: 'The bank confirmed' },
  activateText: {
    fr: 'Sans cette confirmation, la banque du client refuse chaque prélèvement.',
    en: 'Without this confirmation the customer’s bank refuses every debit.',
  },
  confirmedOn: { fr: 'Confirmé le', en: 'Confirmed on' },
  activated: { fr: 'Le mandat est actif.', en: 'The mandate is active.' },
  amend: { fr: 'Modifier', en: 'Amend' },
  amendText: {
    fr: 'Laissez vide ce qui ne change pas. La banque apprend le changement avec le prochain prélèvement.',
    en: 'Leave empty what does not change. The bank learns it with the next debit.',
  },
  ibanHint: {
    fr: (masked: string) =>
      `Aujourd’hui ${masked}. Un autre compte demande votre confirmation, et souvent une deuxième personne.`,
    en: (masked) => `Today ${masked}. Another account asks for your confirmation, and often a second person.`,
  },
  takesBicOff: { fr: 'Retirer le BIC', en: 'Take the BIC off' },
  takesCreditor: {
    fr: 'Reprendre le nom et l’ICS actuels de la société',
    en: 'Take the present name and ICS of the société',
  },
  endsWithNext: { fr: 'Le prochain prélèvement est le dernier', en: 'The next debit is the last one' },
  amended: { fr: 'Le mandat est modifié.', en: 'The mandate is amended.' },
  unchanged: { fr: 'Rien n’a changé.', en: 'Nothing has changed.' },
  needsApproval: {
    fr: (until: string) =>
      `Une deuxième personne doit valider le nouveau compte avant le ${until}. Rien n’est encore modifié.`,
    en: (until) => `A second person has to approve the new account by ${until}. Nothing is amended yet.`,
  },
  suspend: { fr: 'Suspendre', en: 'Suspend' },
  suspendText: {
    fr: 'Aucun prélèvement ne part avant la reprise. Ce qui attend continue d’attendre.',
    en: 'No debit goes out until it is resumed. What waits goes on waiting.',
  },
  suspended: { fr: 'Le mandat est suspendu.', en: 'The mandate is suspended.' },
  resume: { fr: 'Reprendre', en: 'Resume' },
  resumeText: { fr: 'Les prélèvements peuvent repartir.', en: 'Debits can go out again.' },
  resumed: { fr: 'Le mandat est actif.', en: 'The mandate is active.' },
  revoke: { fr: 'Révoquer', en: 'Revoke' },
  meanwhile: {
    fr: (status: string, by: string | null) =>
      `Entre-temps, l’état du mandat est devenu «\u00a0${status}\u00a0»${by === null ? '' : ` (par ${by})`}.`,
    en: (status, by) => `The mandate is “${status}” meanwhile${by === null ? '' : `, by ${by}`}.`,
  },
  revokeText: {
    fr: 'Le mandat prend fin définitivement. Les prélèvements que la banque a déjà ne sont pas annulés.',
    en: 'The mandate ends for ever. What the bank has already is not taken back.',
  },
  revoked: { fr: 'Le mandat est révoqué.', en: 'The mandate is revoked.' },
  reason: { fr: 'Motif', en: 'Reason' },
  reasons: words<Record<(typeof reasons)[number], string>>({
    CUSTOMER_ASKED: { fr: 'Le client l’a demandé', en: 'The customer asked for it' },
    CONTRACT_ENDED: { fr: 'Fin du contrat', en: 'End of the contract' },
    DISPUTED: { fr: 'Le client conteste', en: 'The customer disputes it' },
    UNPAID: { fr: 'Impayés', en: 'Unpaid debits' },
    ENTERED_BY_MISTAKE: { fr: 'Saisi par erreur', en: 'Entered by mistake' },
  }),
});
