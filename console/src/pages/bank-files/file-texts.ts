import { words } from '../../texts/words.ts';

type Texts = {
  readonly drop: string;
  readonly dropHint: string;
  readonly looking: string;
  readonly checkTitle: (name: string) => string;
  readonly checkText: string;
  readonly partly: (tried: string, steps: string) => string;
  readonly refused: string;
  readonly refusedText: string;
  readonly otherMode: (mode: string) => string;
  readonly import: string;
  readonly another: string;
  readonly cancel: string;
  readonly tooLarge: string;
  readonly importAnyway: string;
  readonly notAllowed: string;
  readonly noAnswer: string;
  readonly place: string;
  readonly outcome: string;
  readonly why: string;
  readonly counterparty: string;
  /** Whose money a block of debits is. */
  readonly several: string;
  readonly booked: string;
  readonly amount: string;
  readonly payment: string;
  readonly rule: (name: string) => string;
  readonly noEntries: string;
  readonly noEntriesStored: string;
  readonly imported: string;
  readonly repeated: string;
  readonly waits: string;
  readonly about: string;
  readonly digest: string;
  readonly size: string;
  readonly by: string;
  readonly decided: string;
  readonly mode: string;
  readonly reason: string;
  readonly rejectedFor: (reason: string) => string;
  readonly unconfirmed: string;
  readonly progress: (done: string, steps: string) => string;
  readonly confirm: string;
  readonly confirmText: string;
  readonly confirmed: string;
  readonly reject: string;
  readonly rejectText: string;
  readonly rejectReason: string;
  readonly rejectHint: string;
  readonly rejected: string;
  readonly waitText: string;
  readonly unknown: string;
  readonly unknownText: string;
  readonly toList: string;
  readonly openException: string;
  readonly seeExceptions: string;
  readonly broughtBy: string;
};

export const fileTexts = words<Texts>({
  fr: {
    drop: 'Déposez ici un fichier de la banque',
    dropHint:
      'camt.053, camt.054, pain.002, CFONB ou MT940, aussi en zip ou gzip. Rien n’est importé avant votre accord.',
    looking: 'Examen ligne par ligne…',
    checkTitle: (name) => `Ce que ferait l’import de ${name}`,
    checkText: 'Rien n’est encore fait. Chaque ligne a été essayée seule.',
    partly: (tried, steps) => `Seules les ${tried} premières lignes sur ${steps} ont été essayées.`,
    refused: 'Ce fichier serait refusé en entier',
    refusedText: 'Rien n’en serait affecté. La passerelle dit pourquoi\u00a0:',
    otherMode: (mode) => `Ce fichier est d’un compte ${mode}\u00a0: il apparaîtra dans ce mode.`,
    import: 'Importer',
    another: 'Choisir un autre fichier',
    cancel: 'Ne pas importer',
    tooLarge:
      'Ce fichier est trop grand pour être examiné d’abord (plus de 8\u00a0Mo). À l’import, il est lu jusqu’au bout avant que rien ne soit affecté.',
    importAnyway: 'Importer sans examen',
    notAllowed: 'Vos droits ne permettent pas d’importer ce fichier.',
    noAnswer:
      'La passerelle n’a pas répondu. Le même fichier peut être renvoyé\u00a0: il n’est jamais importé deux fois.',
    place: 'N°',
    outcome: 'Résultat',
    why: 'Pourquoi',
    counterparty: 'Tiers',
    several: 'Plusieurs clients',
    booked: 'Date',
    amount: 'Montant',
    payment: 'Paiement',
    rule: (name) => `Règle «\u00a0${name}\u00a0»`,
    noEntries: 'Ce fichier n’a pas de ligne.',
    noEntriesStored:
      'Aucune ligne à afficher\u00a0: un compte rendu n’en a pas, et une ancienne version n’en gardait pas.',
    imported: 'Le fichier est importé.',
    repeated: 'Ce fichier a déjà été reçu\u00a0: rien n’a été fait deux fois.',
    waits: 'Le fichier est reçu\u00a0; son import continue.',
    about: 'Le fichier',
    digest: 'Empreinte SHA-256',
    size: 'Taille',
    by: 'Déposé par',
    decided: 'Décidé par',
    mode: 'Mode',
    reason: 'Pourquoi il est refusé',
    rejectedFor: (reason) => `Rejeté par une personne\u00a0: ${reason}`,
    unconfirmed: 'Il n’a pas été confirmé à temps\u00a0: son contenu a été effacé.',
    progress: (done, steps) => `Lignes importées\u00a0: ${done} sur ${steps}`,
    confirm: 'Confirmer',
    confirmText: 'Le fichier est importé maintenant. Un import ne s’annule pas.',
    confirmed: 'Le fichier est confirmé.',
    reject: 'Rejeter',
    rejectText: 'Rien du fichier n’est affecté.',
    rejectReason: 'Motif',
    rejectHint: 'De 3 à 200 caractères, sans données personnelles.',
    rejected: 'Le fichier est rejeté.',
    waitText: 'Un programme a déposé ce fichier. Rien n’en est affecté avant qu’une personne le confirme.',
    unknown: 'Fichier inconnu',
    unknownText: 'Il n’existe pas, ou vos droits ne permettent pas de le voir.',
    toList: 'Voir les fichiers',
    openException: 'Décider',
    seeExceptions: 'Traiter les exceptions de ce fichier',
    broughtBy: 'Fichier d’origine',
  },
  en: {
    drop: 'Drop a file of the bank here',
    dropHint:
      'camt.053, camt.054, pain.002, CFONB or MT940, also in zip or gzip. Nothing is imported before you agree.',
    looking: 'Looking at each entry…',
    checkTitle: (name) => `What an import of ${name} would do`,
    checkText: 'Nothing is done yet. Each entry was tried alone.',
    partly: (tried, steps) => `Only the first ${tried} of ${steps} entries were tried.`,
    refused: 'This file would be refused as a whole',
    refusedText: 'Nothing of it would be assigned. The gateway says why:',
    otherMode: (mode) => `This file is of a ${mode} account: it will appear in that mode.`,
    import: 'Import',
    another: 'Take another file',
    cancel: 'Do not import',
    tooLarge:
      'This file is too large to be looked at first (more than 8 MB). An import reads it to its end before anything is assigned.',
    importAnyway: 'Import without a look',
    notAllowed: 'Your rights do not let you bring this file.',
    noAnswer: 'The gateway did not answer. The same file can be sent again: it is never imported twice.',
    place: 'No.',
    outcome: 'Result',
    why: 'Why',
    counterparty: 'Other party',
    several: 'Several customers',
    booked: 'Date',
    amount: 'Amount',
    payment: 'Payment',
    rule: (name) => `Rule “${name}”`,
    noEntries: 'This file has no entries.',
    noEntriesStored: 'No entry to show: a report has none, and an older version kept none.',
    imported: 'The file is imported.',
    repeated: 'This file came before: nothing was done twice.',
    waits: 'The file was taken; its import goes on.',
    about: 'The file',
    digest: 'SHA-256',
    size: 'Size',
    by: 'Brought by',
    decided: 'Decided by',
    mode: 'Mode',
    reason: 'Why it was refused',
    rejectedFor: (reason) => `Rejected: ${reason}`,
    unconfirmed: 'It was not confirmed in time: its bytes were removed.',
    progress: (done, steps) => `${done} of ${steps} entries`,
    confirm: 'Confirm',
    confirmText: 'The file is imported now. An import cannot be undone.',
    confirmed: 'The file is confirmed.',
    reject: 'Reject',
    rejectText: 'Nothing of the file is assigned.',
    rejectReason: 'Reason',
    rejectHint: '3 to 200 characters, without personal data.',
    rejected: 'The file is rejected.',
    waitText: 'A program brought this file. Nothing of it is assigned before a person confirms it.',
    unknown: 'Unknown file',
    unknownText: 'It does not exist, or your rights do not let you see it.',
    toList: 'Show the files',
    openException: 'Decide',
    seeExceptions: 'Work on the exceptions of this file',
    broughtBy: 'File that brought it',
  },
});
