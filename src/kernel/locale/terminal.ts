/** Signs that command a terminal or turn the direction of writing: a text may come from a client or a bank. */
const ofLine = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
/** The same without what begins, divides and ends lines: a progress line begins with a return. */
const ofLines = /(?!^)\r(?!\n)|[^\P{Cc}\r\n\t]|[^\P{Cf}\uFEFF]|[\u2028\u2029]/gu;

/** A text without line ends, with such signs as `\u001b`. */
export const terminalLine = (text: string): string => text.replaceAll(ofLine, codeOf);

/** The same for a text of several lines. */
export const terminalText = (text: string): string => text.replaceAll(ofLines, codeOf);

const codeOf = (sign: string): string => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
