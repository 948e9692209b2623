import { words } from '../../texts/words.ts';

/** Codes for the story of the mandate, when it is suspended or revoked. */
export const reasons = ['CUSTOMER_ASKED', 'CONTRACT_ENDED', 'DISPUTED', 'UNPAID', 'ENTERED_BY_MISTAKE'] as const;

type ActionTexts = {
  readonly print: string;
  readonly sign: string;
  readonly signText: string;
  readonly signedOn: string;
  readonly place: string;
  readonly method: string;
  readonly methodHint: string;
  readonly paper: string;
  readonly signed: string;
  readonly activate: string;
  readonly activateText: string;
  readonly confirmedOn: string;
  readonly activated: string;
  readonly amend: string;
  readonly amendText: string;
  readonly ibanHint: (masked: string) => string;
  readonly takesCreditor: string;
  readonly endsWithNext: string;
  readonly amended: string;
  readonly unchanged: string;
  readonly needsApproval: (until: string) => string;
  readonly suspend: string;
  readonly suspendText: string;
  readonly suspended: string;
  readonly resume: string;
  readonly resumeText: string;
  readonly resumed: string;
  readonly revoke: string;
  readonly revokeText: string;
  readonly revoked: string;
  readonly reason: string;
  readonly reasons: Readonly<Record<(typeof reasons)[number], string>>;
};

export const actionTexts = words<ActionTexts>({
  fr: {
    print: 'Imprimer le formulaire',
    sign: 'Enregistrer la signature',
    signText: 'Conservez le document signé\u00a0: la banque peut le demander.',
    signedOn: 'Signé le',
    place: 'Lieu',
    method: 'Procédé',
    methodHint: 'PAPER pour le papier, sinon le nom de la signature électronique.',
    paper: 'PAPER',
    signed: 'La signature est enregistrée.',
    activate: 'Noter la confirmation de la banque',
    activateText: 'Sans cette confirmation, la banque du client refuse chaque prélèvement.',
    confirmedOn: 'Confirmé le',
    activated: 'Le mandat est actif.',
    amend: 'Modifier',
    amendText: 'Laissez vide ce qui ne change pas. La banque apprend le changement avec le prochain prélèvement.',
    ibanHint: (masked) =>
      `Aujourd’hui ${masked}. Un autre compte demande votre confirmation, et souvent une deuxième personne.`,
    takesCreditor: 'Reprendre le nom et l’ICS actuels de la société',
    endsWithNext: 'Le prochain prélèvement est le dernier',
    amended: 'Le mandat est modifié.',
    unchanged: 'Rien n’a changé.',
    needsApproval: (until) =>
      `Une deuxième personne doit valider le nouveau compte avant le ${until}. Rien n’est encore modifié.`,
    suspend: 'Suspendre',
    suspendText: 'Aucun prélèvement ne part avant la reprise. Ce qui attend continue d’attendre.',
    suspended: 'Le mandat est suspendu.',
    resume: 'Reprendre',
    resumeText: 'Les prélèvements peuvent repartir.',
    resumed: 'Le mandat est actif.',
    revoke: 'Révoquer',
    revokeText: 'Le mandat prend fin définitivement. Les prélèvements que la banque a déjà ne sont pas annulés.',
    revoked: 'Le mandat est révoqué.',
    reason: 'Motif',
    reasons: {
      CUSTOMER_ASKED: 'Le client l’a demandé',
      CONTRACT_ENDED: 'Fin du contrat',
      DISPUTED: 'Le client conteste',
      UNPAID: 'Impayés',
      ENTERED_BY_MISTAKE: 'Saisi par erreur',
    },
  },
  en: {
    print: 'Form to print',
    sign: 'Record the signature',
    signText: 'Keep the signed document: the bank may ask for it.',
    signedOn: 'Signed on',
    place: 'Place',
    method: 'Procedure',
    methodHint: 'PAPER for paper, else the name of the electronic signature.',
    paper: 'PAPER',
    signed: 'The signature is recorded.',
    activate: 'The bank confirmed',
    activateText: 'Without this confirmation the customer’s bank refuses every debit.',
    confirmedOn: 'Confirmed on',
    activated: 'The mandate is active.',
    amend: 'Amend',
    amendText: 'Leave empty what does not change. The bank learns it with the next debit.',
    ibanHint: (masked) => `Today ${masked}. Another account asks for your confirmation, and often a second person.`,
    takesCreditor: 'Take the present name and ICS of the société',
    endsWithNext: 'The next debit is the last one',
    amended: 'The mandate is amended.',
    unchanged: 'Nothing has changed.',
    needsApproval: (until) => `A second person has to approve the new account by ${until}. Nothing is amended yet.`,
    suspend: 'Suspend',
    suspendText: 'No debit goes out until it is resumed. What waits goes on waiting.',
    suspended: 'The mandate is suspended.',
    resume: 'Resume',
    resumeText: 'Debits can go out again.',
    resumed: 'The mandate is active.',
    revoke: 'Revoke',
    revokeText: 'The mandate ends for ever. What the bank has already is not taken back.',
    revoked: 'The mandate is revoked.',
    reason: 'Reason',
    reasons: {
      CUSTOMER_ASKED: 'The customer asked for it',
      CONTRACT_ENDED: 'End of the contract',
      DISPUTED: 'The customer disputes it',
      UNPAID: 'Unpaid debits',
      ENTERED_BY_MISTAKE: 'Entered by mistake',
    },
  },
});
