/** The places that `JSON.parse` keeps to itself: it names few of them, and takes the last of entries with one name. */

type JsonPlaces = {
  /** Where the text stops being JSON; null: nowhere. */
  readonly stop: string | null;
  /** Entries whose name an earlier one of the same object has. */
  readonly repeats: readonly { readonly path: string; readonly place: string }[];
};

const blanks = /[ \t\r\n]*/y;
const quoted = /"(?:[^"\\\u{0}-\u{1F}]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/uy;
const plain = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?/y;

/** Walks over the text as RFC 8259 says. Each step answers whether it came through; where not, it stays in its place. */
export function findJsonPlaces(text: string): JsonPlaces {
  const repeats: { path: string; place: string }[] = [];
  let at = 0;

  const match = (shape: RegExp): string => {
    shape.lastIndex = at;
    return shape.exec(text)?.[0] ?? '';
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
    const found = match(quoted);
    if (!take(found)) return false;
    const name = JSON.parse(found) as string;
    const own = [...path, name];
    if (names.has(name)) repeats.push({ path: own.join('.'), place: placeOf(text, start) });
    names.add(name);
    return take(':') && takeValue(own);
  };
  const takeValue = (path: readonly string[]): boolean => {
    if (take('{')) {
      const names = new Set<string>();
      return takeParts('}', () => takeEntry(path, names));
    }
    if (take('[')) {
      let index = 0;
      return takeParts(']', () => takeValue([...path, String(index++)]));
    }
    return take(match(quoted)) || take(match(plain));
  };

  skipBlanks();
  const isWhole = takeValue([]) && at === text.length;
  return { stop: isWhole ? null : placeOf(text, at), repeats };
}

function placeOf(text: string, at: number): string {
  const lines = text.slice(0, at).split('\n');
  return `line ${lines.length} column ${(lines.at(-1) ?? '').length + 1}`;
}
