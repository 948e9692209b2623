/** The places that `JSON.parse` keeps to itself: it names few of them, and takes the last of entries with one name. */

type JsonPlaces = {
  /** Where the text stops being JSON; null: nowhere. */
  readonly stop: string | null;
  /** It stops at a bracket that opens more levels than `mostLevels`. */
  readonly isTooDeep: boolean;
  /** The first ten entries whose name an earlier one of the same object has. */
  readonly repeats: readonly { readonly path: string; readonly place: string }[];
};

/** A config has about ten. Each takes a piece of the stack. */
export const mostLevels = 100;
const mostRepeats = 10;

const blanks = /[ \t\r\n]*/y;
const letters = /[^"\\\u{0}-\u{1F}]*/uy;
const escaped = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y;
const plain = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?/y;

/** Walks over the text as RFC 8259 says. Each step answers whether it came through; where not, it stays in its place. */
export function findJsonPlaces(text: string): JsonPlaces {
  const repeats: { path: string; place: string }[] = [];
  let at = 0;
  let isTooDeep = false;

  const match = (shape: RegExp, from = at): string => {
    shape.lastIndex = from;
    return shape.exec(text)?.[0] ?? '';
  };
  /** Piece by piece: one expression for the whole takes the stack for each letter. */
  const matchQuoted = (): string => {
    if (text[at] !== '"') return '';
    let end = at + 1;
    for (let piece = '"'; piece !== ''; end += piece.length) piece = match(letters, end) || match(escaped, end);
    return text[end] === '"' ? text.slice(at, end + 1) : '';
  };
  const skipBlanks = (): void => {
    at += match(blanks).length;
  };
  const take = (found: string): boolean => {
    if (found === '' || !text.startsWith(found, at)) return false;
    at += found.length;
    skipBlanks();
    return true;
  };
  /** The entries of an object or the items of a list, after the bracket that opens it. */
  const takeParts = (end: string, takePart: () => boolean): boolean => {
    if (take(end)) return true;
    do if (!takePart()) return false;
    while (take(','));
    return take(end);
  };
  const takeEntry = (path: readonly string[], names: Set<string>): boolean => {
    const start = at;
    const found = matchQuoted();
    if (!take(found)) return false;
    const name = JSON.parse(found) as string;
    const own = [...path, name];
    if (names.has(name) && repeats.length < mostRepeats)
      repeats.push({ path: own.join('.'), place: placeOf(text, start) });
    names.add(name);
    return take(':') && takeValue(own);
  };
  const takeValue = (path: readonly string[]): boolean => {
    isTooDeep = path.length === mostLevels && (text[at] === '{' || text[at] === '[');
    if (isTooDeep) return false;
    if (take('{')) {
      const names = new Set<string>();
      return takeParts('}', () => takeEntry(path, names));
    }
    if (take('[')) {
      let index = 0;
      return takeParts(']', () => takeValue([...path, String(index++)]));
    }
    return take(matchQuoted()) || take(match(plain));
  };

  skipBlanks();
  const isWhole = takeValue([]) && at === text.length;
  return { stop: isWhole ? null : placeOf(text, at), isTooDeep, repeats };
}

function placeOf(text: string, at: number): string {
  const lines = text.slice(0, at).split('\n');
  return `line ${lines.length} column ${(lines.at(-1) ?? '').length + 1}`;
}
