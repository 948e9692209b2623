/** Phrases that make a text hard to read, each with what to write instead. */
export const banned: readonly { readonly phrase: RegExp; readonly instead: string }[] = [
  { phrase: /\bnobody\b/i, instead: 'name who, or use the passive: "is not confirmed"' },
  { phrase: /\b(?:some|every|any)body\b/i, instead: '"a person", or the role' },
  { phrase: /\b(?:whoever|whomever)\b/i, instead: '"a client that", "a person who"' },
  { phrase: /\btold\b/i, instead: '"receives", "gets", or say what is sent' },
  { phrase: /\bdear(?:er|est|ly)?\b/i, instead: '"is expensive", or a figure' },
  { phrase: /\bof (?:which|whom)\b/i, instead: 'two sentences' },
  { phrase: /\bnews\b/i, instead: '"message", "provider update"' },
  { phrase: /\bbehind\b(?! (?:an? |the |its |trusted )*(?:prox|balancer|nginx|circuit breaker))/i, instead: '"after"' },
];

export const longestSentence = 35;

/** Of the documents together, so that a page that grows makes another one shorter. French and generated ones are free. */
export const mostWords = 22_440;

/** As `wc -w` counts. */
export const wordsOf = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + (text.match(/[^ \t\r\n\v\f]+/g)?.length ?? 0), 0);

export function problemsOfLength(documents: readonly string[]): string[] {
  const words = wordsOf(documents);
  if (words <= mostWords) return [];
  return [`README.md, CONTRIBUTING.md and docs: ${words} words; ${mostWords} are allowed. Cut weaker sentences.`];
}

const withoutCode = (text: string): string => text.replaceAll(/`[^`\n]*`/g, 'code').replaceAll(/\]\([^)]*\)/g, ']');

export const bannedIn = (text: string): string[] =>
  banned.flatMap(({ phrase, instead }) => {
    const found = phrase.exec(withoutCode(text))?.[0];
    return found === undefined ? [] : [`"${found}": write ${instead}`];
  });

/** A sentence is counted by its words; code counts as one. */
export function proseProblems(text: string): string[] {
  const long = withoutCode(text)
    .split(/(?<=[.!?:;])\s+/)
    .map((sentence) => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)))
    .filter((words) => words.length > longestSentence)
    .map((words) => `a sentence of ${words.length} words: "${words.slice(0, 6).join(' ')}…"`);
  return [...bannedIn(text), ...long];
}

/** The paragraphs, list items and table cells of a document, with their lines. Code and headings are left out. */
export function partsOfDocument(text: string): { readonly line: number; readonly text: string }[] {
  const parts: { line: number; text: string }[] = [];
  let isCode = false;
  let goesOn = false;
  text.split('\n').forEach((raw, index) => {
    const content = raw.trim();
    if (content.startsWith('```')) isCode = !isCode;
    const isText = !isCode && content !== '' && !/^(?:```|#|!\[)/.test(content);
    const last = parts.at(-1);
    if (isText && content.startsWith('|')) {
      for (const cell of content.split(/(?<!\\)\|/)) parts.push({ line: index + 1, text: cell });
    } else if (isText && goesOn && last && !/^(?:[-*]|\d+\.) /.test(content)) last.text += ` ${content}`;
    else if (isText) parts.push({ line: index + 1, text: content });
    goesOn = isText && !content.startsWith('|');
  });
  return parts;
}
