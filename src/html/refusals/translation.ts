/**
 * English sentences and their French; `{}` stands for a value, in the same order in both, or `{1}`, `{2}` in another.
 * In French, `{e}` is a value that agrees with a feminine noun.
 */
export type Sentences = Readonly<Record<string, string>>;

type Rule = { readonly pattern: RegExp; readonly french: string };

const place = /\{[\de]?\}/g;
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
const patternOf = (english: string): RegExp => new RegExp(`^${english.split(place).map(escaped).join('([^]+?)')}$`);

/**
 * Makes a function that says a message of the gateway in French; null where it has no French. A message may be several
 * sentences, each with values of its own.
 * @param inWords a value in French: a status, a sum
 */
export function createTranslation(
  sentences: Sentences,
  inWords: (value: string) => string,
): (message: string) => string | null {
  const exact = new Map(Object.entries(sentences).filter(([english]) => english.search(place) < 0));
  const rules: readonly Rule[] = Object.entries(sentences)
    .filter(([english]) => english.search(place) >= 0)
    // The one with the most words of its own comes first.
    .toSorted(([one], [other]) => other.length - one.length)
    .map(([english, french]) => ({ pattern: patternOf(english), french }));
  const whole = (text: string): string | null => {
    const found = exact.get(text);
    if (found !== undefined) return found;
    for (const { pattern, french } of rules) {
      const values = pattern.exec(text)?.slice(1);
      if (values) return filled(french, values.map(inWords));
    }
    return null;
  };
  const parted = (text: string): string | null => {
    // The end of a sentence, before the next one.
    for (const { index } of text.matchAll(/\. (?=[A-Z])/g)) {
      const first = whole(text.slice(0, index + 1));
      // Only after a sentence that is known: else each end of a sentence would double the work.
      const rest = first === null ? null : translate(text.slice(index + 2));
      if (rest !== null) return `${first} ${rest}`;
    }
    return null;
  };
  const translate = (text: string): string | null => whole(text) ?? parted(text);
  return translate;
}

/** `remis à la banque` → `remise à la banque`; `en attente` stays. */
const feminine = (value: string): string => value.replace(/^(\p{L}*(?:é|is|it|u))(?= |$)/u, '$1e');

function filled(french: string, values: readonly string[]): string {
  let next = 0;
  return french.replaceAll(place, (mark) => {
    if (mark === '{e}') return feminine(values[next++] ?? '');
    return values[mark === '{}' ? next++ : Number(mark[1]) - 1] ?? '';
  });
}
