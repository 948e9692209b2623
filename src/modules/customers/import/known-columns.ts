import { type Columns, UnusableFileError } from './csv-file.ts';

/** `N° client` → `nclient` */
export const plainName = (written: string): string =>
  written
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');

/**
 * The columns that a first line may name.
 * @param written the names of each, in lower case, without accents, blanks and signs
 */
export function knownColumns<Column extends string>(written: Readonly<Record<Column, readonly string[]>>) {
  const byName = new Map(
    Object.entries<readonly string[]>(written).flatMap(([column, names]) =>
      names.map((name) => [name, column as Column] as const),
    ),
  );
  return {
    /** For `--help`: the first name of each. */
    names: Object.values<readonly string[]>(written)
      .map(([first]) => first)
      .join(', '),
    /** @throws UnusableFileError where one is named twice */
    of: (firstLine: readonly string[]): Columns<Column> => {
      const columns = firstLine.map((name) => byName.get(plainName(name)) ?? null);
      const twice = columns.find((column, place) => column !== null && columns.indexOf(column) !== place);
      if (twice) throw new UnusableFileError(`The first line names ${twice} twice.`);
      return columns;
    },
  };
}
