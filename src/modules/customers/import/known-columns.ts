import { type Columns, UnusableFileError } from './csv-file.ts';

/** `N° client` → `nclient` */
export const plainName = (written: string): string =>
  written
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');

/** The names of each, in lower case, without accents, blanks and signs. */
type Written<Known extends string> = Readonly<Record<Known, readonly string[]>>;

const byName = <Known extends string>(written: Written<Known>): ReadonlyMap<string, Known> =>
  new Map(
    Object.entries<readonly string[]>(written).flatMap(([known, names]) => names.map((name) => [name, known as Known])),
  );

/**
 * Reads a cell that holds one of few words, whole: “non récurrent” is not “récurrent”. Of signs, it reads over those
 * that words are joined with and no other. A word that is not known stays as it is, to be refused.
 */
export function createWordReader<Word extends string>(written: Written<Word>): (cell: string) => string {
  const words = byName(written);
  return (cell) =>
    words.get(
      cell
        .normalize('NFD')
        .toLowerCase()
        .replaceAll(/[\p{M}\s_./-]/gu, ''),
    ) ?? cell;
}

/** The columns that a first line may name. */
export function knownColumns<Column extends string>(written: Written<Column>) {
  const columnsByName = byName(written);
  return {
    /** For `--help`: the first name of each. */
    names: Object.values<readonly string[]>(written)
      .map(([first]) => first)
      .join(', '),
    /** @throws UnusableFileError where one is named twice */
    of: (firstLine: readonly string[]): Columns<Column> => {
      const columns = firstLine.map((name) => columnsByName.get(plainName(name)) ?? null);
      const twice = columns.find((column, place) => column !== null && columns.indexOf(column) !== place);
      if (twice) throw new UnusableFileError(`The first line names ${twice} twice.`);
      return columns;
    },
  };
}
