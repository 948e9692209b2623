import { fieldTexts } from '../../texts/fields.ts';
import { wordsWith } from '../../texts/words.ts';

export const fileTexts = wordsWith(fieldTexts, {
  drop: { fr: 'Déposez ici un fichier de la banque', en: 'Drop a file of the bank here' },
  dropHint: {
    fr: 'camt.053, camt.054, pain.002, CFONB ou MT940, aussi en zip ou gzip. Rien n’est importé avant votre accord.',
    en: 'camt.053, camt.054, pain.002, CFONB or MT940, also in zip or gzip. Nothing is imported before you agree.',
  },
  looking: { fr: 'Examen ligne par ligne…', en: 'Looking at each entry…' },
  checkTitle: {
    fr: (name: string) => `Ce que ferait l’import de ${name}`,
    en: (name) => `What an import of ${name} would do`,
  },
  checkText: {
    fr: 'Rien n’est encore fait. Chaque ligne a été essayée seule.',
    en: 'Nothing is done yet. Each entry was tried alone.',
  },
  partly: {
    fr: (tried: string, steps: string) => `Seules les ${tried} premières lignes sur ${steps} ont été essayées.`,
    en: (tried, steps) => `Only the first ${tried} of ${steps} entries were tried.`,
  },
  refused: { fr: 'Ce fichier serait refusé en entier', en: 'This file would be refused as a whole' },
  refusedText: {
    fr: 'Rien n’en serait affecté. La passerelle dit pourquoi\u00a0:',
    en: 'Nothing of it would be assigned. The gateway says why:',
  },
  otherMode: {
    fr: (mode: string) => `Ce fichier est d’un compte ${mode}\u00a0: il apparaîtra dans ce mode.`,
    en: (mode) => `This file is of a ${mode} account: it will appear in that mode.`,
  },
  import: { fr: 'Importer', en: 'Import' },
  another: { fr: 'Choisir un autre fichier', en: 'Take another file' },
  cancel: { fr: 'Ne pas importer', en: 'Do not import' },
  tooLarge: {
    fr: 'Ce fichier est trop grand pour être examiné d’abord (plus de 8\u00a0Mo). À l’import, il est lu jusqu’au bout avant que rien ne soit affecté.',
    en: 'This file is too large to be looked at first (more than 8 MB). An import reads it to its end before anything is assigned.',
  },
  importAnyway: { fr: 'Importer sans examen', en: 'Import without a look' },
  notAllowed: {
    fr: 'Vos droits ne permettent pas d’importer ce fichier.',
    en: 'Your rights do not let you bring this file.',
  },
  noAnswer: {
    fr: 'La passerelle n’a pas répondu. Le même fichier peut être renvoyé\u00a0: il n’est jamais importé deux fois.',
    en: 'The gateway did not answer. The same file can be sent again: it is never imported twice.',
  },
  place: { fr: 'N°', en: 'No.' },
  outcome: { fr: 'Résultat', en: 'Result' },
  why: { fr: 'Pourquoi', en: 'Why' },
  /** Whose money a block of debits is. */
  several: { fr: 'Plusieurs clients', en: 'Several customers' },
  booked: { fr: 'Date', en: 'Date' },
  rule: { fr: (name: string) => `Règle «\u00a0${name}\u00a0»`, en: (name) => `Rule “${name}”` },
  noEntries: { fr: 'Ce fichier n’a pas de ligne.', en: 'This file has no entries.' },
  noEntriesStored: {
    fr: 'Aucune ligne à afficher\u00a0: un compte rendu n’en a pas, et une ancienne version n’en gardait pas.',
    en: 'No entry to show: a report has none, and an older version kept none.',
  },
  imported: { fr: 'Le fichier est importé.', en: 'The file is imported.' },
  repeated: {
    fr: 'Ce fichier a déjà été reçu\u00a0: rien n’a été fait deux fois.',
    en: 'This file came before: nothing was done twice.',
  },
  waits: { fr: 'Le fichier est reçu\u00a0; son import continue.', en: 'The file was taken; its import goes on.' },
  toConfirm: {
    fr: 'Le fichier attend qu’une autre personne le confirme.',
    en: 'The file waits until another person confirms it.',
  },
  about: { fr: 'Le fichier', en: 'The file' },
  digest: { fr: 'Empreinte SHA-256', en: 'SHA-256' },
  size: { fr: 'Taille', en: 'Size' },
  by: { fr: 'Déposé par', en: 'Brought by' },
  decided: { fr: 'Décidé par', en: 'Decided by' },
  mode: { fr: 'Mode', en: 'Mode' },
  reason: { fr: 'Pourquoi il est refusé', en: 'Why it was refused' },
  progress: {
    fr: (done: string, steps: string) => `Lignes importées\u00a0: ${done} sur ${steps}`,
    en: (done, steps) => `Entries imported: ${done} of ${steps}`,
  },
  confirm: { fr: 'Confirmer', en: 'Confirm' },
  confirmText: {
    fr: 'Le fichier est importé maintenant. Un import ne s’annule pas.',
    en: 'The file is imported now. An import cannot be undone.',
  },
  confirmed: { fr: 'Le fichier est confirmé.', en: 'The file is confirmed.' },
  reject: { fr: 'Rejeter', en: 'Reject' },
  rejectText: { fr: 'Rien du fichier n’est affecté.', en: 'Nothing of the file is assigned.' },
  rejectReason: { fr: 'Motif', en: 'Reason' },
  rejectHint: {
    fr: 'De 3 à 200 caractères, sans données personnelles.',
    en: '3 to 200 characters, without personal data.',
  },
  rejected: { fr: 'Le fichier est rejeté.', en: 'The file is rejected.' },
  waitText: {
    fr: 'Rien de ce fichier n’est affecté avant qu’une personne le confirme, autre que celle qui l’a déposé.',
    en: 'Nothing of this file is assigned before a person confirms it, other than the one who brought it.',
  },
  unknown: { fr: 'Fichier inconnu', en: 'Unknown file' },
  unknownText: {
    fr: 'Il n’existe pas, ou vos droits ne permettent pas de le voir.',
    en: 'It does not exist, or your rights do not let you see it.',
  },
  toList: { fr: 'Voir les fichiers', en: 'Show the files' },
  openException: { fr: 'Décider', en: 'Decide' },
  seeExceptions: { fr: 'Traiter les exceptions de ce fichier', en: 'Work on the exceptions of this file' },
  broughtBy: { fr: 'Fichier d’origine', en: 'File that brought it' },
});
