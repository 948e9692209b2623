import { DOMParser, type Element, onWarningStopParsing } from '@xmldom/xmldom';
import type { ObjectReader } from './given-fields.ts';
import { fieldNamed, operation } from './operation.ts';

const declarations = /<!(?:DOCTYPE|ENTITY)/i;
/** A request has a dozen elements; thousands of them, or of attributes, only cost the parser's time. */
const maximumMarks = 400;
const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';

/**
 * An XML object: a root of the operation's name in any namespace, its fields in any order. Document type
 * declarations are refused before anything is parsed, so that no entity is ever expanded.
 */
export const readXml: ObjectReader = (text) => {
  if (declarations.test(text) || countMarks(text) > maximumMarks) return null;
  const root = parse(text);
  if (root?.localName !== operation.name) return null;
  const entries: (readonly [string, string])[] = [];
  for (let node = root.firstChild; node; node = node.nextSibling) {
    if (node.nodeType !== node.ELEMENT_NODE) continue;
    const element = node as Element;
    const name = element.localName ?? '';
    if (fieldNamed(name) === null || element.getAttributeNS(schemaInstance, 'nil') === 'true') continue;
    if (holdsElements(element)) return null;
    entries.push([name, element.textContent ?? '']);
  }
  return entries;
};

/** Tags and attributes, counted generously: the texts of a request hold few of these signs. */
const countMarks = (text: string): number => text.split(/[<=]/, maximumMarks + 2).length;

function parse(text: string): Element | null {
  try {
    return new DOMParser({ onError: onWarningStopParsing }).parseFromString(text, 'text/xml').documentElement;
  } catch {
    return null;
  }
}

function holdsElements(element: Element): boolean {
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === node.ELEMENT_NODE) return true;
  }
  return false;
}
