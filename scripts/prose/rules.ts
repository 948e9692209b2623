/** Phrases that make a text hard to read, each with what to write instead. Apply to documents and comments. */
export const banned: readonly { readonly phrase: RegExp; readonly instead: string }[] = [
  { phrase: /\bnobody\b/i, instead: 'name who, or use the passive: "is not confirmed"' },
  { phrase: /\bsomebody\b/i, instead: '"a person", or the role' },
  { phrase: /\b(?:whoever|whomever)\b/i, instead: '"a client that", "a person who"' },
  { phrase: /\b(?:is|are|was|were|be) told\b/i, instead: '"receives", "gets", or say what is sent' },
  { phrase: /\b(?:is|are) dear(?:er|est)?\b/i, instead: '"is expensive", or a figure' },
  { phrase: /\bwhat\b[^.,:;]{0,40}\bof which\b/i, instead: 'two sentences' },
  { phrase: /\bmoney (?:came )?of which\b/i, instead: '"money that matches no payment"' },
  { phrase: /\b(?:bank's|banks'|late|pending|its) news\b/i, instead: '"message", "provider update"' },
];

export const longestSentence = 35;

/** A sentence is counted by its words; code counts as one. */
export function proseProblems(text: string): string[] {
  const plain = text.replaceAll(/`[^`\n]*`/g, 'code').replaceAll(/\]\([^)]*\)/g, ']');
  const phrases = banned.flatMap(({ phrase, instead }) => {
    const found = phrase.exec(plain)?.[0];
    return found === undefined ? [] : [`"${found}": write ${instead}`];
  });
  const long = plain
    .split(/(?<=[.!?:;])\s+/)
    .map((sentence) => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)))
    .filter((words) => words.length > longestSentence)
    .map((words) => `a sentence of ${words.length} words: "${words.slice(0, 6).join(' ')}…"`);
  return [...phrases, ...long];
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
