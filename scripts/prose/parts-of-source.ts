import { parseSync } from 'oxc-parser';

export type Part = { readonly line: number; readonly text: string };
type Found = { readonly start: number; readonly end: number; readonly text: string };

const placed = (source: string, parts: readonly Found[]): Part[] =>
  parts.map(({ start, text }) => ({ line: source.slice(0, start).split('\n').length, text }));

/** The comments of a source file. Lines of `//` that follow each other are one comment. */
export function commentsOf(file: string, source: string): Part[] {
  const comments: Found[] = [];
  for (const { type, start, end, value } of parseSync(file, source).comments) {
    const last = comments.at(-1);
    const goesOn = type === 'Line' && last !== undefined && /^\n[ \t]*$/.test(source.slice(last.end, start));
    if (goesOn) comments[comments.length - 1] = { start: last.start, end, text: `${last.text} ${value.trim()}` };
    else comments.push({ start, end, text: value.replaceAll(/^\s*\*+ ?/gm, ' ') });
  }
  return placed(source, comments);
}

export type Node = { readonly type: string; readonly [name: string]: unknown };
export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

export function* nodesIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodesIn(one);
  else if (isNode(value)) {
    yield value;
    for (const part of Object.values(value)) yield* nodesIn(part);
  }
}

function textOf(node: unknown): Found | null {
  if (!isNode(node)) return null;
  const { type, start, end, value, quasis } = node as Node & { start: number; end: number };
  if (type === 'Literal' && typeof value === 'string') return { start, end, text: value };
  if (type !== 'TemplateLiteral') return null;
  const pieces = (quasis as readonly { readonly value: { readonly cooked: string | null } }[]).map(
    (piece) => piece.value.cooked ?? '',
  );
  return { start, end, text: pieces.join('…') };
}

/** The texts in a source file's strings: those with a blank in them. */
export function messagesOf(file: string, source: string): Part[] {
  const texts = [...nodesIn(parseSync(file, source).program)].flatMap((node) => textOf(node) ?? []);
  const messages = texts.filter(({ text }) => text.trim().includes(' '));
  return placed(source, messages);
}

const tests: ReadonlySet<unknown> = new Set(['it', 'test', 'describe']);

/** `it(…)`, `it.each(…)(…)`, `describe.skipIf(…)(…)`. */
function isTest(callee: unknown): boolean {
  if (!isNode(callee)) return false;
  if (callee.type === 'Identifier') return tests.has(callee.name);
  return isTest(callee.object ?? callee.callee ?? callee.tag);
}

/** The names of a file's tests. */
export function testNamesOf(file: string, source: string): Part[] {
  const calls = [...nodesIn(parseSync(file, source).program)].filter(
    ({ type, callee }) => type === 'CallExpression' && isTest(callee),
  );
  const names = calls.flatMap(({ arguments: given }) => textOf((given as readonly unknown[])[0]) ?? []);
  return placed(source, names);
}
