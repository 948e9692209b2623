import { setImmediate } from 'node:timers/promises';
import type { SaxesTagNS } from 'saxes';
import { createXmlParser, type XmlHandlers } from '../../../kernel/xml-parser.ts';
import { BankFileError } from './bank-file.ts';
import { decodeXml } from './decode-xml.ts';

/** A part of a document, without the parts that were taken out before. */
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

/** Limits of what is in memory at one time. A file of any length consists of records that are taken out. */
export const xmlLimits = {
  depth: 32,
  nodes: 20_000,
  children: 5_000,
  textLength: 64 * 1024,
  keptLength: 1024 * 1024,
} as const;

/** After so many characters other requests have their turn, whether the file comes from a network or from memory. */
export const charactersPerTurn = 32 * 1024;

/**
 * Parses XML as it arrives and yields after each piece of input, so that extracted records can be passed on. Document
 * types, entities of its own and elements of foreign namespaces are refused. An agreed extension (`SplmtryData/Envlp`)
 * may have any namespace, and is skipped.
 * @throws BankFileError
 */
export async function* streamXml(bytes: AsyncIterable<Uint8Array>, handlers: StreamHandlers): AsyncGenerator<void> {
  const tree = createTree(handlers, () => parser.line());
  const parser = createXmlParser({ ...tree.handlers, refuse: refuseDocument });
  let parsed = 0;
  for await (const text of decodeXml(bytes)) {
    for (let start = 0; start < text.length; start += charactersPerTurn) {
      const piece = text.slice(start, start + charactersPerTurn);
      parser.write(piece);
      yield;
      parsed += piece.length;
      if (parsed < charactersPerTurn) continue;
      parsed = 0;
      await setImmediate();
    }
  }
  parser.end();
  tree.end();
  yield;
}

function refuseDocument(reason: string, line: number, path = ''): never {
  throw new BankFileError(reason, { line, path });
}

/** Its content is a private agreement, and is skipped. */
const isEnvelope = (stack: readonly Node[]): boolean =>
  stack.at(-1)?.name === 'Envlp' && stack.at(-2)?.name === 'SplmtryData';

/** Around a message stands its business header, within an envelope: `BizMsg/AppHdr` and `BizMsg/Document`. */
const isWrapper = (name: string): boolean =>
  ['BizMsg', 'BizMsgEnvlp', 'BusMsg', 'RequestPayload', 'Message', 'DataPDU', 'Body', 'Pyld'].includes(name);
const isHeader = (name: string): boolean => ['AppHdr', 'Hdr', 'Header', 'Revision'].includes(name);

/** How much of a document is in memory: elements, and characters of their texts and attributes. */
type Kept = { readonly nodes: number; readonly length: number };

/** Counts nodes in memory, and refuses a document that needs too many. */
function createKeptCount() {
  let kept: Kept = { nodes: 0, length: 0 };
  return {
    now: (): Kept => kept,
    back: (before: Kept): void => {
      kept = before;
    },
    add: (nodes: number, length: number, line: number, path = ''): void => {
      kept = { nodes: kept.nodes + nodes, length: kept.length + length };
      if (kept.nodes > xmlLimits.nodes) refuseDocument('a record has too many elements', line, path);
      if (kept.length > xmlLimits.keptLength) refuseDocument('a record is too long', line, path);
    },
  };
}

/** Elements that are no part of the message: its envelope, the header in it, and what a bank adds by an agreement. */
function createSurroundings(stack: readonly Node[]) {
  let skipped = 0;
  let wrappers = 0;
  return {
    depth: (): number => skipped + wrappers,
    /** Whether the element that begins is one of them. */
    takes: (name: string): boolean => {
      const isOutside = stack.length === 0;
      if (skipped > 0 || isEnvelope(stack) || (isOutside && wrappers > 0 && isHeader(name))) skipped++;
      else if (isOutside && isWrapper(name)) wrappers++;
      else return false;
      return true;
    },
    /** Whether the element that ends is one of them. */
    leaves: (): boolean => {
      if (skipped > 0) skipped--;
      else if (stack.length === 0 && wrappers > 0) wrappers--;
      else return false;
      return true;
    },
  };
}

function createTree(handlers: StreamHandlers, lineOf: () => number) {
  const stack: Node[] = [];
  /** The counts before each element of the stack, restored when it is taken out. */
  const before: Kept[] = [];
  const kept = createKeptCount();
  let namespace: string | null = null;
  const around = createSurroundings(stack);
  const leaveBlanks = (node: Node, line: number): void => {
    if (node.text.trim() !== '') refuseDocument('a text stands beside elements', line, node.path);
    kept.add(0, -node.text.length, line, node.path);
    node.text = '';
  };
  const nodeOf = ({ local, attributes }: SaxesTagNS, parent: Node | undefined, line: number): Node => {
    const values = Object.values(attributes).map((attribute): [string, string] => [attribute.local, attribute.value]);
    const path = stack.length < 3 ? local : `${parent?.path}/${local}`;
    const length = values.reduce((sum, [name, value]) => sum + name.length + value.length, local.length);
    before.push(kept.now());
    kept.add(1, length, line, parent?.path);
    return { name: local, attributes: Object.fromEntries(values), children: [], text: '', line, path };
  };
  const ofParser: Omit<XmlHandlers, 'refuse'> = {
    open: (tag) => {
      const line = lineOf();
      const parent = stack.at(-1);
      if (stack.length + around.depth() >= xmlLimits.depth)
        refuseDocument('elements stand too deep in each other', line, parent?.path);
      if (around.takes(tag.local)) return;
      if (stack.length === 0 && namespace !== null) refuseDocument('the envelope holds more than one document', line);
      // Blanks between elements; there is no other text beside an element.
      if (parent) leaveBlanks(parent, line);
      if (namespace === null) {
        handlers.root(tag.local, tag.uri, line);
        namespace = tag.uri;
      } else if (tag.uri !== namespace) refuseDocument('an element of another namespace', line, parent?.path);
      const node = nodeOf(tag, parent, line);
      stack.push(node);
      handlers.opened(node);
    },
    text: (text) => {
      const node = stack.at(-1);
      if (!node || isEnvelope(stack)) return;
      if (node.text.length + text.length > xmlLimits.textLength)
        refuseDocument('a text is too long', lineOf(), node.path);
      kept.add(0, text.length, lineOf(), node.path);
      node.text += text;
    },
    close: () => {
      if (around.leaves()) return;
      const node = stack.pop();
      const keptBefore = before.pop();
      if (!node || !keptBefore) return;
      if (node.children.length > 0) leaveBlanks(node, lineOf());
      const parent = stack.at(-1);
      if (handlers.closed(node)) kept.back(keptBefore);
      else if (parent?.children.length === xmlLimits.children) {
        refuseDocument('a record has too many elements', lineOf(), parent.path);
      } else parent?.children.push(node);
    },
  };
  const end = (): void => {
    if (namespace === null) refuseDocument('the file is no XML document', lineOf());
  };
  return { handlers: ofParser, end };
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
