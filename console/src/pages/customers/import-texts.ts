import { words } from '../../texts/words.ts';

export const importTexts = words({
  title: { fr: 'Importer des clients', en: 'Import customers' },
  lead: {
    fr: 'Un fichier CSV d’un tableur ou d’un autre logiciel. Rien n’est écrit avant votre accord.',
    en: 'A CSV file of a spreadsheet or another program. Nothing is written before you agree.',
  },
  societe: { fr: 'Société', en: 'Société' },
  inFile: { fr: 'Indiquée dans une colonne du fichier', en: 'A column of the file says it' },
  country: { fr: 'Pays par défaut', en: 'Default country' },
  countryHint: {
    fr: 'Pour les lignes sans pays, par exemple FR.',
    en: 'For lines without a country, for instance FR.',
  },
  template: { fr: 'Télécharger un modèle', en: 'Download a template' },
  drop: { fr: 'Déposez ici le fichier CSV', en: 'Drop the CSV file here' },
  dropHint: {
    fr: 'Point-virgule, virgule ou tabulation\u00a0; UTF-8 ou Windows. La première ligne nomme les colonnes. Une cellule vide efface le champ, une colonne absente le laisse.',
    en: 'Semicolon, comma or tab; UTF-8 or Windows. The first line names the columns. An empty cell empties the field, a column that is not there leaves it.',
  },
  looking: { fr: 'Examen ligne par ligne…', en: 'Looking at each line…' },
  notAllowed: {
    fr: 'Vos droits ne permettent pas d’importer des clients.',
    en: 'Your rights do not let you import customers.',
  },
  noAnswer: {
    fr: 'La passerelle n’a pas répondu. Rien n’a été écrit\u00a0: renvoyez le fichier.',
    en: 'The gateway did not answer. Nothing was written: send the file again.',
  },
  checkTitle: {
    fr: (name: string) => `Ce que ferait l’import de ${name}`,
    en: (name) => `What an import of ${name} would do`,
  },
  checkText: { fr: 'Rien n’est encore écrit.', en: 'Nothing is written yet.' },
  readAs: { fr: (encoding: string) => `Lu en ${encoding}.`, en: (encoding) => `Read as ${encoding}.` },
  unread: {
    fr: (count: number) =>
      count === 1 ? '1 colonne inconnue n’est pas lue.' : `${count} colonnes inconnues ne sont pas lues.`,
    en: (count) => (count === 1 ? '1 unknown column is not read.' : `${count} unknown columns are not read.`),
  },
  counts: words({
    CREATED: { fr: 'Nouveaux', en: 'New' },
    CHANGED: { fr: 'Modifiés', en: 'Changed' },
    UNCHANGED: { fr: 'Inchangés', en: 'Unchanged' },
    REFUSED: { fr: 'Refusés', en: 'Refused' },
  }),
  /** Of one row. */
  change: words({
    CREATED: { fr: 'Nouveau', en: 'New' },
    CHANGED: { fr: 'Modifié', en: 'Changed' },
  }),
  /** Between a field and its value. */
  colon: { fr: '\u00a0: ', en: ': ' },
  /** The reason of a refusal does not name its column. */
  namesColumn: { fr: true, en: false },
  nothing: { fr: 'Il n’y a rien à écrire.', en: 'There is nothing to write.' },
  cancel: { fr: 'Ne pas importer', en: 'Do not import' },
  import: { fr: (count: string) => `Importer (${count})`, en: (count) => `Import (${count})` },
  refusedTitle: { fr: 'Lignes refusées', en: 'Refused lines' },
  refusedFirst: { fr: (count: string) => `Les ${count} premières.`, en: (count) => `The first ${count}.` },
  changesTitle: { fr: 'Nouveaux et modifiés', en: 'New and changed' },
  line: { fr: 'Ligne', en: 'Line' },
  number: { fr: 'Numéro', en: 'Number' },
  column: { fr: 'Colonne', en: 'Column' },
  why: { fr: 'Pourquoi', en: 'Why' },
  result: { fr: 'Résultat', en: 'Result' },
  says: { fr: 'Ce que dira la fiche', en: 'What the entry will say' },
  empty: { fr: 'vide', en: 'empty' },
  importing: { fr: 'Import en cours', en: 'The import runs' },
  progress: {
    fr: (done: string, all: string) => `Clients enregistrés\u00a0: ${done} sur ${all}`,
    en: (done, all) => `Customers recorded: ${done} of ${all}`,
  },
  stop: { fr: 'Arrêter', en: 'Stop' },
  stopped: {
    fr: 'L’import est arrêté. Ce qui est écrit le reste\u00a0; vous pouvez continuer.',
    en: 'The import has stopped. What is written stays; you can go on.',
  },
  failed: {
    fr: 'L’import des clients s’est interrompu. Ce qui est écrit le reste, et rien ne sera fait deux fois.',
    en: 'The import of customers was interrupted. What is written stays, and nothing will be done twice.',
  },
  goOn: { fr: 'Continuer', en: 'Go on' },
  done: { fr: 'L’import des clients est terminé.', en: 'The import of customers is done.' },
  another: { fr: 'Importer un autre fichier', en: 'Import another file' },
  toList: { fr: 'Voir l’annuaire', en: 'See the directory' },
  meanwhile: { fr: 'Refusés à l’enregistrement', en: 'Refused when it was written' },
});
