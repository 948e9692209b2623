import { words } from '../../texts/words.ts';

/** What belongs to a payment: the bank's messages, webhooks, entries, and the two requests that ask for it. */
export const traceTexts = words({
  messages: { fr: 'Messages de la banque', en: 'Messages of the bank' },
  noMessages: { fr: 'Aucun message de la banque.', en: 'No message of the bank.' },
  outcomes: words<Readonly<Record<string, string>>>({
    STORED: { fr: 'Reçu', en: 'Received' },
    REJECTED: { fr: 'Rejeté\u00a0: signature non vérifiée', en: 'Rejected: signature not verified' },
    QUARANTINED: { fr: 'Mis de côté', en: 'Set aside' },
    DUPLICATE: { fr: 'Doublon', en: 'Duplicate' },
    APPLIED: { fr: 'Appliqué', en: 'Applied' },
    UNCONFIRMED: { fr: 'À confirmer par la banque', en: 'For the bank to confirm' },
    IGNORED: { fr: 'Sans effet', en: 'Without effect' },
    WRONG_MODE: { fr: 'De l’autre mode', en: 'Of the other mode' },
    CONTRADICTION: { fr: 'Contradiction', en: 'Contradiction' },
  }),
  fields: {
    fr: (count: number) => (count < 2 ? `${count} champ` : `${count} champs`),
    en: (count) => (count === 1 ? '1 field' : `${count} fields`),
  },
  replay: { fr: 'Relire', en: 'Replay' },
  replayMessageText: {
    fr: 'Le message est lu encore une fois, comme s’il arrivait maintenant. Rien n’est fait deux fois.',
    en: 'The message is read again, as if it came now. Nothing is done twice.',
  },
  replayed: { fr: 'Le message a été relu.', en: 'The message was read again.' },
  webhooks: { fr: 'Webhooks', en: 'Webhooks' },
  noWebhooks: { fr: 'Aucun webhook ne concerne ce paiement.', en: 'No webhook is about this payment.' },
  resend: { fr: 'Renvoyer', en: 'Send again' },
  resendText: {
    fr: 'Le même message repart, avec le même identifiant\u00a0: un récepteur le reconnaît.',
    en: 'The same message goes out again, with the same id: a receiver recognises it.',
  },
  resent: { fr: 'Le webhook repart.', en: 'The webhook goes out again.' },
  delivery: words({
    WAITING: { fr: 'En attente', en: 'Waiting' },
    DELIVERED: { fr: 'Livré', en: 'Delivered' },
    DEAD: { fr: 'Abandonné', en: 'Given up' },
  }),
  tries: {
    fr: (count: number) => (count < 2 ? `${count} essai` : `${count} essais`),
    en: (count) => (count === 1 ? '1 try' : `${count} tries`),
  },
  next: { fr: 'Prochain essai', en: 'Next try' },
  entries: { fr: 'Écritures', en: 'Entries' },
  noEntries: { fr: 'Aucune écriture ne concerne ce paiement.', en: 'No entry is about this payment.' },
  debit: { fr: 'Débit', en: 'Debit' },
  credit: { fr: 'Crédit', en: 'Credit' },
  account: { fr: 'Compte', en: 'Account' },
  doors: { fr: 'Ancienne URL et requête GraphQL', en: 'Legacy URL and GraphQL twin' },
  doorsText: { fr: 'Les deux demandent le même paiement.', en: 'Both ask for the same payment.' },
  legacy: { fr: 'Ancienne URL', en: 'Legacy URL' },
  noLegacy: {
    fr: 'Aucune ancienne URL ne demande un encaissement différé.',
    en: 'No legacy URL asks for a later capture.',
  },
  twin: { fr: 'GraphQL', en: 'GraphQL' },
  variables: { fr: 'Variables', en: 'Variables' },
  theVariables: { fr: 'les variables', en: 'the variables' },
  theUrl: { fr: 'l’ancienne URL', en: 'the legacy URL' },
  theDocument: { fr: 'la requête GraphQL', en: 'the GraphQL request' },
});
