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

/** Where a cell parts into words: as few parts as possible first, so that `inter-entreprises` stays one. */
const splits = [/\s\p{Pd}\s|[/()]/u, /[\s/()]/u, /[\s/()_.\p{Pd}]/u];

/**
 * Reads a cell that means one of few things. Known as a whole, or else each of its words is: “non récurrent” is not
 * “récurrent”, nor is what says two things. What is not known stays as it is, to be refused.
 * @param neutral words that say nothing
 */
export function createWordReader<Word extends string>(
  written: Written<Word>,
  neutral: readonly string[],
): (cell: string) => string {
  const words = byName(written);
  const read = (parts: readonly string[]): Word | null => {
    const meanings = new Set(parts.map(plainWord).flatMap((part) => words.get(part) ?? (said(part) ? [null] : [])));
    const [meaning = null] = meanings;
    return meanings.size === 1 ? meaning : null;
  };
  const said = (part: string): boolean => part !== '' && !neutral.includes(part);
  return (cell) => {
    for (const parts of [[cell], ...splits.map((split) => cell.split(split))]) {
      const meaning = read(parts);
      if (meaning !== null) return meaning;
    }
    return cell;
  };
}

/** Reads over the signs that join words and no other. */
const plainWord = (written: string): string =>
  written
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[\p{M}\p{Pd}\s_./]/gu, '');

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
