import { SaxesParser, type SaxesTagNS } from 'saxes';
import { BankFileError } from '../domain/bank-file.ts';
import { decodeXml } from './decode-xml.ts';

/** A piece of a document, without what was taken out of it on the way. */
export type Node = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
  readonly line: number;
  /** Names from below the root's child: `Stmt/Ntry/Amt`. */
  readonly path: string;
};

export type StreamHandlers = {
  /** The root's namespace; throws where it is not one that is read. */
  readonly root: (name: string, namespace: string, line: number) => void;
  /** Before an element's content. */
  readonly opened: (node: Node) => void;
  /** An element is complete. True: it was taken, and its parent does not keep it. */
  readonly closed: (node: Node) => boolean;
};

/** What one record may be; a file as long as it likes consists of such. */
const limits = { depth: 32, nodes: 20_000, textLength: 64 * 1024, silentLength: 1024 * 1024 } as const;

/**
 * Parses XML as it comes and yields after each piece of input, so that what was taken can be handed on. Without
 * document types, entities of its own, or elements of another namespace than the root's; what a bank adds by an agreement
 * of its own (`SplmtryData/Envlp`) may be of any, and is let by.
 * @throws BankFileError
 */
export async function* streamXml(bytes: AsyncIterable<Uint8Array>, handlers: StreamHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: true });
  const state = createTree(handlers, () => parser.line);
  parser.on('doctype', () => refuse('a document type (DOCTYPE) is refused', parser.line));
  parser.on('error', () => refuse('the XML is broken or cut off', parser.line));
  parser.on('opentag', state.open);
  parser.on('text', state.text);
  parser.on('cdata', state.text);
  parser.on('closetag', state.close);
  for await (const text of decodeXml(bytes)) {
    for (let start = 0; start < text.length; start += 65_536) {
      const piece = text.slice(start, start + 65_536);
      parser.write(piece);
      state.listen(piece.length);
      yield;
    }
  }
  parser.close();
  state.end();
  yield;
}

function refuse(reason: string, line: number, path = ''): never {
  throw new BankFileError(reason, { line, path });
}

function leaveBlanks(node: Node, line: number): void {
  if (node.text.trim() !== '') refuse('a text stands beside elements', line, node.path);
  node.text = '';
}

/** Its content is for whoever agreed on it. */
const isEnvelope = (stack: readonly Node[]): boolean =>
  stack.at(-1)?.name === 'Envlp' && stack.at(-2)?.name === 'SplmtryData';

function createTree(handlers: StreamHandlers, lineOf: () => number) {
  const stack: Node[] = [];
  let namespace: string | null = null;
  let nodes = 0;
  let silence = 0;
  /** How deep inside of what is let by. */
  let skipped = 0;
  const heard = (): void => {
    silence = 0;
  };
  return {
    open: ({ local, uri, attributes }: SaxesTagNS): void => {
      heard();
      const line = lineOf();
      const parent = stack.at(-1);
      if (stack.length + skipped >= limits.depth) refuse('elements stand too deep in each other', line, parent?.path);
      if (skipped > 0 || isEnvelope(stack)) {
        skipped++;
        return;
      }
      // Blanks between elements; there is no other text beside an element.
      if (parent) leaveBlanks(parent, line);
      const path = stack.length < 3 ? local : `${parent?.path}/${local}`;
      if (namespace === null) {
        handlers.root(local, uri, line);
        namespace = uri;
      } else if (uri !== namespace) refuse('an element of another namespace', line, parent?.path);
      if (++nodes > limits.nodes) refuse('a record has too many elements', line, parent?.path);
      const values = Object.values(attributes).map((attribute): [string, string] => [attribute.local, attribute.value]);
      const node: Node = { name: local, attributes: Object.fromEntries(values), children: [], text: '', line, path };
      stack.push(node);
      handlers.opened(node);
    },
    text: (text: string): void => {
      heard();
      const node = stack.at(-1);
      if (!node || isEnvelope(stack)) return;
      if (node.text.length + text.length > limits.textLength) refuse('a text is too long', lineOf(), node.path);
      node.text += text;
    },
    close: (): void => {
      heard();
      if (skipped > 0) {
        skipped--;
        return;
      }
      const node = stack.pop();
      if (!node) return;
      if (node.children.length > 0) leaveBlanks(node, lineOf());
      if (handlers.closed(node)) nodes = stack.length;
      else stack.at(-1)?.children.push(node);
    },
    /** A tag, comment or text that does not end would be kept whole. */
    listen: (length: number): void => {
      silence += length;
      if (silence > limits.silentLength) refuse('something in the file does not end', lineOf(), stack.at(-1)?.path);
    },
    end: (): void => {
      if (namespace === null) refuse('the file is no XML document', lineOf());
    },
  };
}

/** The first child of that name, and on along the path. */
export function find(node: Node | null, path: string): Node | null {
  let found: Node | null = node;
  for (const name of path.split('/')) found = found?.children.find((child) => child.name === name) ?? null;
  return found;
}

export const findAll = (node: Node | null, name: string): readonly Node[] =>
  node?.children.filter((child) => child.name === name) ?? [];

/** Trimmed; null where there is none. */
export function textAt(node: Node | null, path: string): string | null {
  const text = find(node, path)?.text.trim() ?? '';
  return text === '' ? null : text;
}
