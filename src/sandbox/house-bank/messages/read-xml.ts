import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { XmlElement } from 'libxml2-wasm';
import { type Fault, FileRefused, fault } from './faults-of-file.ts';

/** An element of a message: names without their namespace. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** Trimmed; empty where there are children. */
  readonly text: string;
  readonly line: number;
};

export type XmlMessage = { readonly root: Element; readonly namespace: string };

/**
 * Reads a message as a bank's channel does: UTF-8 without a mark at its head, well-formed, no document type, and as its
 * schema says where `schemaFolder` has `{message}.xsd`.
 * @throws FileRefused
 */
export async function readXml(bytes: Buffer, schemaFolder: string | null): Promise<XmlMessage> {
  const refusal = whyNoText(bytes);
  if (refusal !== null) throw new FileRefused(refusal);
  // Loaded on first use: most runs never see a file.
  const { XmlDocument, XmlParseError } = await import('libxml2-wasm');
  try {
    using document = XmlDocument.fromBuffer(bytes);
    const namespace = document.root.namespaceUri;
    await checkSchema(document, namespace.split(':').at(-1) ?? '', schemaFolder);
    return { root: await elementOf(document.root), namespace };
  } catch (error) {
    if (!(error instanceof XmlParseError)) throw error;
    const line = error.details[0]?.line ?? 1;
    throw new FileRefused(fault('FF01', `line ${line}`, 'le XML est mal formé', 'the XML is not well-formed'));
  }
}

function whyNoText(bytes: Buffer): Fault | null {
  if (bytes.length === 0) return fault('FF01', '', 'le fichier est vide', 'the file is empty');
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) {
    return fault('FF01', '', 'le fichier commence par une marque BOM', 'the file begins with a byte order mark');
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fault('FF01', '', 'le fichier n’est pas en UTF-8', 'the file is not in UTF-8');
  }
  if (/^<\?xml[^>]*encoding=["'](?!utf-8["'])/i.test(text)) {
    return fault('FF01', 'xml', 'le fichier se dit dans un autre jeu que UTF-8', 'the file claims not to be in UTF-8');
  }
  return text.includes('<!DOCTYPE')
    ? fault('FF01', 'DOCTYPE', 'un type de document est interdit', 'a document type is forbidden')
    : null;
}

type OpenDocument = import('libxml2-wasm').XmlDocument;

async function checkSchema(document: OpenDocument, message: string, folder: string | null): Promise<void> {
  const file = path.join(folder ?? '', `${message}.xsd`);
  if (folder === null || !/^[a-z0-9.]+$/.test(message) || !existsSync(file)) return;
  const { XmlDocument, XmlValidateError, XsdValidator } = await import('libxml2-wasm');
  using schema = XmlDocument.fromBuffer(await readFile(file));
  using validator = XsdValidator.fromDoc(schema);
  try {
    validator.validate(document);
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    const [first] = error.details;
    // Only the element's name, because the validator's message holds the value, possibly personal data.
    const name = /^Element '(?:\{[^}]*\})?(\w+)'/.exec(first?.message ?? '')?.[1] ?? '';
    throw new FileRefused(
      fault('FF01', `${name}, line ${first?.line ?? 1}`, 'le schéma ne le permet pas', 'the schema does not allow it'),
    );
  }
}

async function elementOf(root: XmlElement): Promise<Element> {
  const { XmlElement: ElementNode, XmlText, XmlCData } = await import('libxml2-wasm');
  const convert = (node: XmlElement): Element => {
    const children: Element[] = [];
    let text = '';
    for (let child = node.firstChild; child !== null; child = child.next) {
      if (child instanceof ElementNode) children.push(convert(child));
      else if (child instanceof XmlText || child instanceof XmlCData) text += child.content;
    }
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    return { name: node.name, attributes, children, text: text.trim(), line: node.line };
  };
  return convert(root);
}

/** The first element at a path such as `Id/IBAN`. */
export function find(element: Element | null, path: string): Element | null {
  return path
    .split('/')
    .reduce<Element | null>((at, name) => at?.children.find((child) => child.name === name) ?? null, element);
}

export const all = (element: Element | null, name: string): readonly Element[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** Empty where there is none. */
export const textAt = (element: Element | null, path: string): string => find(element, path)?.text ?? '';
