/** The words of the gateway: English, meaning, French, sens. One word has one meaning. */
const words = [
  [
    'account',
    'contract of a société at a target, for one mode',
    'compte marchand',
    "contrat d'une société chez une cible, pour un mode",
  ],
  [
    'anchor',
    'hash over new events and the anchor before',
    'ancre',
    "empreinte des nouveaux événements et de l'ancre précédente",
  ],
  [
    'approval',
    'refund or change, for a second person to decide',
    'validation',
    'remboursement ou changement, dont une deuxième personne décide',
  ],
  ['attempt', 'one try at a bank, with its own reference', 'tentative', 'un essai à la banque, avec sa référence'],
  [
    'audit log',
    'who did what: people, clients, commands',
    "journal d'audit",
    'qui a fait quoi : personnes, applications, commandes',
  ],
  ['batch', 'direct debits for one bank file', 'remise', "prélèvements d'un fichier pour la banque"],
  [
    'block',
    'part of a file that the bank books as one sum',
    'lot',
    "partie d'un fichier que la banque comptabilise en une somme",
  ],
  [
    'booking',
    'payment recorded by accounting (`COMPTABILITE`)',
    'comptabilisation',
    'paiement enregistré par la comptabilité (`COMPTABILITE`)',
  ],
  ['capture', 'taking an authorised amount', 'encaissement', "prise d'un montant autorisé"],
  ['client', 'system that calls the gateway', 'application', 'système qui appelle la passerelle'],
  [
    'confirmation',
    'word of another person, or of the bank, that a file or message is right',
    'confirmation',
    "parole d'une autre personne, ou de la banque, qu'un fichier ou un message est juste",
  ],
  [
    'contradiction',
    'authentic message against the record',
    'contradiction',
    "message authentique qui contredit l'enregistrement",
  ],
  ['customer', 'person or company that pays', 'client', 'personne ou entreprise qui paie'],
  ['dead', 'webhook whose tries are used up', 'message abandonné', 'webhook dont les essais sont épuisés'],
  ['door', 'interface: GraphQL or legacy', 'porte', 'interface : GraphQL ou historique'],
  [
    'entry',
    'balanced lines in the journal; also a line of a statement',
    'écriture, ligne',
    'une écriture est dans le journal, une ligne dans un relevé',
  ],
  [
    'event',
    'one thing that happened to a payment, never changed',
    'événement',
    'fait arrivé à un paiement, jamais modifié',
  ],
  [
    'event log',
    'all events, chained by hashes (command: `event-log`, alias `ledger`)',
    'journal des événements',
    'tous les événements, chaînés par empreintes',
  ],
  ['exception', 'statement entry for a person to decide', 'exception', "ligne de relevé qu'une personne doit traiter"],
  ['inquiry', 'question to a bank about a payment', 'interrogation', 'question posée à la banque sur un paiement'],
  ['journal', 'the books of a société', 'journal comptable', "livre d'une société"],
  [
    'mandate, RUM',
    'permission to debit, and its reference',
    'mandat, RUM',
    'autorisation de prélever, et sa référence',
  ],
  ['module', 'one capability in `src/modules`', 'module', 'une fonction du programme, dans `src/modules`'],
  [
    'net movement',
    'debits less credits of an account in a period',
    'mouvement net',
    "débits moins crédits d'un compte sur une période",
  ],
  ['notification', "a bank's message to the gateway", 'notification', 'message de la banque à la passerelle'],
  [
    'operation',
    'capture, cancellation or refund at a bank',
    'opération',
    'encaissement, annulation ou remboursement à la banque',
  ],
  ['person', 'employee who works in the console', 'personne', 'salarié qui travaille dans la console'],
  [
    'proof',
    'passkey, code or sign-in that shows who a person is; fresh for minutes',
    "preuve d'identité",
    "clé d'accès, code ou connexion qui montre qui est une personne ; récente quelques minutes",
  ],
  ['role', 'what a person may do in the console', 'rôle', "ce qu'une personne peut faire dans la console"],
  ['session', 'browser that is signed in to the console', 'session', 'navigateur connecté à la console'],
  ['provider', 'code of one bank', 'prestataire', "code d'une banque"],
  [
    'provider update',
    'what a notification or inquiry says',
    'information de la banque',
    'ce que dit une notification ou une interrogation',
  ],
  [
    'reconcile',
    'compare an update with the record',
    'rapprocher',
    "comparer une information de la banque avec l'enregistrement",
  ],
  ['reference', 'short name of a payment, `4K7M-9QXT`', 'référence', "nom court d'un paiement, `4K7M-9QXT`"],
  ['return', 'money that the bank takes back', 'retour', 'argent que la banque reprend'],
  ['reversal', 'mirror of a journal entry', 'contre-passation', "écriture inverse d'une écriture"],
  [
    'rule',
    'what is done with statement entries that are about no payment',
    'règle',
    'ce que deviennent les lignes de relevé qui ne concernent aucun paiement',
  ],
  ['run mode', '`TEST`, `LIVE`, `FORCE_LIVE`', 'mode', '`TEST`, `LIVE`, `FORCE_LIVE`'],
  ['simulator', 'program that acts as a bank', 'simulateur', "programme qui joue le rôle d'une banque"],
  ['société', 'company of the group, `id_societe`', 'société', 'entreprise du groupe, `id_societe`'],
  ['statement', 'file of booked entries', 'relevé', 'fichier des écritures de la banque'],
  ['suspense', 'account of money without a payment', "compte d'attente", "compte de l'argent sans paiement connu"],
  ['target', 'where a payment is made', 'cible', "endroit où l'on paie : `PAYBOX`, `LABANQUEPOSTALE`, `MILLIET`"],
] as const;

/** `docs/glossary.md`. */
export const describeGlossary = (): string =>
  [
    '# Glossary',
    '',
    'Written by `npm run codegen` from `scripts/documentation/glossary.ts`. Each word has one meaning.',
    '[Glossaire](glossaire.md) has the French words.',
    '',
    '| word | meaning |',
    '|---|---|',
    ...words.map(([word, meaning]) => `| ${word} | ${meaning} |`),
    '',
  ].join('\n');

/** `docs/glossaire.md`, in the order of the French words. */
export function describeGlossaire(): string {
  const inFrench = words.toSorted(([, , one], [, , other]) => one.localeCompare(other, 'fr'));
  return [
    '# Glossaire',
    '',
    'Écrit par `npm run codegen`. Un mot a un seul sens. [In English](glossary.md).',
    '',
    '| mot | anglais | sens |',
    '|---|---|---|',
    ...inFrench.map(([word, , mot, sens]) => `| ${mot} | ${word.replace(/, .*$/, '')} | ${sens} |`),
    '',
  ].join('\n');
}
