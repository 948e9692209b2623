import { words } from '../../texts/words.ts';

type TraceTexts = {
  readonly messages: string;
  readonly noMessages: string;
  readonly outcomes: Readonly<Record<string, string>>;
  readonly fields: (count: number) => string;
  readonly replay: string;
  readonly replayMessageText: string;
  readonly replayed: string;
  readonly webhooks: string;
  readonly noWebhooks: string;
  readonly resend: string;
  readonly resendText: string;
  readonly resent: string;
  readonly delivery: Readonly<Record<'WAITING' | 'DELIVERED' | 'DEAD', string>>;
  readonly tries: (count: number) => string;
  readonly next: string;
  readonly entries: string;
  readonly noEntries: string;
  readonly debit: string;
  readonly credit: string;
  readonly account: string;
  readonly exceptions: (count: number) => string;
  readonly doors: string;
  readonly doorsText: string;
  readonly legacy: string;
  readonly noLegacy: string;
  readonly twin: string;
  readonly variables: string;
  readonly theVariables: string;
  readonly theUrl: string;
  readonly theDocument: string;
};

/** What belongs to a payment: the bank's messages, webhooks, entries, and the two requests that ask for it. */
export const traceTexts = words<TraceTexts>({
  fr: {
    messages: 'Messages de la banque',
    noMessages: 'La banque n’a pas encore envoyé de message.',
    outcomes: {
      STORED: 'Reçu',
      REJECTED: 'Rejeté\u00a0: signature non vérifiée',
      QUARANTINED: 'Mis de côté',
      DUPLICATE: 'Doublon',
      APPLIED: 'Appliqué',
      UNCONFIRMED: 'À confirmer par la banque',
      IGNORED: 'Sans effet',
      WRONG_MODE: 'De l’autre mode',
      CONTRADICTION: 'Contradiction',
    },
    fields: (count) => (count < 2 ? `${count} champ` : `${count} champs`),
    replay: 'Relire',
    replayMessageText: 'Le message est lu encore une fois, comme s’il arrivait maintenant. Rien n’est fait deux fois.',
    replayed: 'Le message a été relu.',
    webhooks: 'Webhooks',
    noWebhooks: 'Aucun webhook ne concerne ce paiement.',
    resend: 'Renvoyer',
    resendText: 'Le même message repart, avec le même identifiant\u00a0: un récepteur le reconnaît.',
    resent: 'Le webhook repart.',
    delivery: { WAITING: 'En attente', DELIVERED: 'Livré', DEAD: 'Abandonné' },
    tries: (count) => (count < 2 ? `${count} essai` : `${count} essais`),
    next: 'Prochain essai',
    entries: 'Écritures',
    noEntries: 'Aucune écriture ne concerne ce paiement.',
    debit: 'Débit',
    credit: 'Crédit',
    account: 'Compte',
    exceptions: (count) =>
      count === 1
        ? '1 exception bancaire concerne ce paiement.'
        : `${count} exceptions bancaires concernent ce paiement.`,
    doors: 'Ancienne URL et requête GraphQL',
    doorsText: 'Les deux demandent le même paiement.',
    legacy: 'Ancienne URL',
    noLegacy: 'Aucune ancienne URL ne demande un encaissement différé.',
    twin: 'GraphQL',
    variables: 'Variables',
    theVariables: 'les variables',
    theUrl: 'l’ancienne URL',
    theDocument: 'la requête GraphQL',
  },
  en: {
    messages: 'Messages of the bank',
    noMessages: 'The bank has sent no message yet.',
    outcomes: {
      STORED: 'Received',
      REJECTED: 'Rejected: signature not verified',
      QUARANTINED: 'Set aside',
      DUPLICATE: 'Duplicate',
      APPLIED: 'Applied',
      UNCONFIRMED: 'For the bank to confirm',
      IGNORED: 'Without effect',
      WRONG_MODE: 'Of the other mode',
      CONTRADICTION: 'Contradiction',
    },
    fields: (count) => (count === 1 ? '1 field' : `${count} fields`),
    replay: 'Replay',
    replayMessageText: 'The message is read again, as if it came now. Nothing is done twice.',
    replayed: 'The message was read again.',
    webhooks: 'Webhooks',
    noWebhooks: 'No webhook is about this payment.',
    resend: 'Send again',
    resendText: 'The same message goes out again, with the same id: a receiver recognises it.',
    resent: 'The webhook goes out again.',
    delivery: { WAITING: 'Waiting', DELIVERED: 'Delivered', DEAD: 'Given up' },
    tries: (count) => (count === 1 ? '1 try' : `${count} tries`),
    next: 'Next try',
    entries: 'Entries',
    noEntries: 'No entry is about this payment.',
    debit: 'Debit',
    credit: 'Credit',
    account: 'Account',
    exceptions: (count) =>
      count === 1 ? '1 bank exception is about this payment.' : `${count} bank exceptions are about this payment.`,
    doors: 'Legacy URL and GraphQL twin',
    doorsText: 'Both ask for the same payment.',
    legacy: 'Legacy URL',
    noLegacy: 'No legacy URL asks for a later capture.',
    twin: 'GraphQL',
    variables: 'Variables',
    theVariables: 'the variables',
    theUrl: 'the legacy URL',
    theDocument: 'the GraphQL request',
  },
});
