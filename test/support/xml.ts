import { XmlCData, XmlDocument, XmlElement, XmlText } from 'libxml2-wasm';

/** An element of a document, by another parser than the gateway's own. */
export type ParsedElement = {
  readonly name: string;
  readonly children: readonly ParsedElement[];
  /** Its own, without that of its children. */
  readonly text: string;
};

/** The root of a document; throws where the document is not well-formed. */
export function parseXml(xml: string): ParsedElement {
  using document = XmlDocument.fromString(xml);
  return elementOf(document.root);
}

function elementOf(node: XmlElement): ParsedElement {
  const children: ParsedElement[] = [];
  let text = '';
  for (let child = node.firstChild; child !== null; child = child.next) {
    if (child instanceof XmlElement) children.push(elementOf(child));
    else if (child instanceof XmlText || child instanceof XmlCData) text += child.content;
  }
  return { name: node.name, children, text };
}
