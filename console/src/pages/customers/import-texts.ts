import type { CustomerChange } from '../../generated/operations.ts';
import { words } from '../../texts/words.ts';

type Texts = {
  readonly title: string;
  readonly lead: string;
  readonly societe: string;
  readonly inFile: string;
  readonly country: string;
  readonly countryHint: string;
  readonly template: string;
  readonly drop: string;
  readonly dropHint: string;
  readonly looking: string;
  readonly notAllowed: string;
  readonly noAnswer: string;
  readonly checkTitle: (name: string) => string;
  readonly checkText: string;
  readonly readAs: (encoding: string) => string;
  readonly unread: (count: number) => string;
  readonly counts: Readonly<Record<CustomerChange | 'REFUSED', string>>;
  /** Of one row. */
  readonly change: Readonly<Record<'CREATED' | 'CHANGED', string>>;
  /** Between a field and its value. */
  readonly colon: string;
  /** The reason of a refusal does not name its column. */
  readonly namesColumn: boolean;
  readonly nothing: string;
  readonly cancel: string;
  readonly import: (count: string) => string;
  readonly refusedTitle: string;
  readonly refusedFirst: (count: string) => string;
  readonly changesTitle: string;
  readonly line: string;
  readonly number: string;
  readonly column: string;
  readonly why: string;
  readonly result: string;
  readonly says: string;
  readonly empty: string;
  readonly importing: string;
  readonly progress: (done: string, all: string) => string;
  readonly stop: string;
  readonly stopped: string;
  readonly failed: string;
  readonly goOn: string;
  readonly done: string;
  readonly another: string;
  readonly toList: string;
  readonly meanwhile: string;
};

export const importTexts = words<Texts>({
  fr: {
    title: 'Importer des clients',
    lead: 'Un fichier CSV d’un tableur ou d’un autre logiciel. Rien n’est écrit avant votre accord.',
    societe: 'Société',
    inFile: 'Indiquée dans une colonne du fichier',
    country: 'Pays par défaut',
    countryHint: 'Pour les lignes sans pays, par exemple FR.',
    template: 'Télécharger un modèle',
    drop: 'Déposez ici le fichier CSV',
    dropHint:
      'Point-virgule, virgule ou tabulation\u00a0; UTF-8 ou Windows. La première ligne nomme les colonnes. Une cellule vide efface le champ, une colonne absente le laisse.',
    looking: 'Examen ligne par ligne…',
    notAllowed: 'Vos droits ne permettent pas d’importer des clients.',
    noAnswer: 'La passerelle n’a pas répondu. Rien n’a été écrit\u00a0: renvoyez le fichier.',
    checkTitle: (name) => `Ce que ferait l’import de ${name}`,
    checkText: 'Rien n’est encore écrit.',
    readAs: (encoding) => `Lu en ${encoding}.`,
    unread: (count) =>
      count === 1 ? '1 colonne inconnue n’est pas lue.' : `${count} colonnes inconnues ne sont pas lues.`,
    counts: { CREATED: 'Nouveaux', CHANGED: 'Modifiés', UNCHANGED: 'Inchangés', REFUSED: 'Refusés' },
    change: { CREATED: 'Nouveau', CHANGED: 'Modifié' },
    colon: '\u00a0: ',
    namesColumn: true,
    nothing: 'Il n’y a rien à écrire.',
    cancel: 'Ne pas importer',
    import: (count) => `Importer (${count})`,
    refusedTitle: 'Lignes refusées',
    refusedFirst: (count) => `Les ${count} premières.`,
    changesTitle: 'Nouveaux et modifiés',
    line: 'Ligne',
    number: 'Numéro',
    column: 'Colonne',
    why: 'Pourquoi',
    result: 'Résultat',
    says: 'Ce que dira la fiche',
    empty: 'vide',
    importing: 'Import en cours',
    progress: (done, all) => `Clients enregistrés\u00a0: ${done} sur ${all}`,
    stop: 'Arrêter',
    stopped: 'L’import est arrêté. Ce qui est écrit le reste\u00a0; vous pouvez continuer.',
    failed: 'L’import s’est interrompu. Ce qui est écrit le reste, et rien ne sera fait deux fois.',
    goOn: 'Continuer',
    done: 'L’import est terminé.',
    another: 'Importer un autre fichier',
    toList: 'Voir l’annuaire',
    meanwhile: 'Refusés à l’enregistrement',
  },
  en: {
    title: 'Import customers',
    lead: 'A CSV file of a spreadsheet or another program. Nothing is written before you agree.',
    societe: 'Société',
    inFile: 'A column of the file says it',
    country: 'Default country',
    countryHint: 'For lines without a country, for instance FR.',
    template: 'Download a template',
    drop: 'Drop the CSV file here',
    dropHint:
      'Semicolon, comma or tab; UTF-8 or Windows. The first line names the columns. An empty cell empties the field, a column that is not there leaves it.',
    looking: 'Looking at each line…',
    notAllowed: 'Your rights do not let you import customers.',
    noAnswer: 'The gateway did not answer. Nothing was written: send the file again.',
    checkTitle: (name) => `What an import of ${name} would do`,
    checkText: 'Nothing is written yet.',
    readAs: (encoding) => `Read as ${encoding}.`,
    unread: (count) => (count === 1 ? '1 unknown column is not read.' : `${count} unknown columns are not read.`),
    counts: { CREATED: 'New', CHANGED: 'Changed', UNCHANGED: 'Unchanged', REFUSED: 'Refused' },
    change: { CREATED: 'New', CHANGED: 'Changed' },
    colon: ': ',
    namesColumn: false,
    nothing: 'There is nothing to write.',
    cancel: 'Do not import',
    import: (count) => `Import (${count})`,
    refusedTitle: 'Refused lines',
    refusedFirst: (count) => `The first ${count}.`,
    changesTitle: 'New and changed',
    line: 'Line',
    number: 'Number',
    column: 'Column',
    why: 'Why',
    result: 'Result',
    says: 'What the entry will say',
    empty: 'empty',
    importing: 'The import runs',
    progress: (done, all) => `${done} of ${all} customers`,
    stop: 'Stop',
    stopped: 'The import has stopped. What is written stays; you can go on.',
    failed: 'The import was interrupted. What is written stays, and nothing will be done twice.',
    goOn: 'Go on',
    done: 'The import is done.',
    another: 'Import another file',
    toList: 'See the directory',
    meanwhile: 'Refused when it was written',
  },
});
