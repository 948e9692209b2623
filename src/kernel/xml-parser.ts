import { SaxesParser, type SaxesTagNS } from 'saxes';

/** Limits on the parts of an element, in characters. Bank messages and requests stay far below them. */
export const xmlLimits = {
  attributes: 32,
  nameLength: 100,
  valueLength: 4096,
  /** A tag, comment or text that does not end is kept in memory. */
  unfinishedLength: 1024 * 1024,
} as const;

export type XmlHandlers = {
  readonly open: (tag: SaxesTagNS) => void;
  /** Character data and CDATA; an element may have several. */
  readonly text: (text: string) => void;
  readonly close: () => void;
  /** Throws: nothing is read after it. */
  readonly refuse: (reason: string, line: number) => never;
};

export type XmlParser = {
  readonly write: (piece: string) => void;
  readonly end: () => void;
  /** The line that is being read, from 1. */
  readonly line: () => number;
};

/**
 * The only XML parser of the gateway: strict, with namespaces, without document types and so without custom entities.
 * It bounds the cost of a single element; the reader bounds the document.
 */
export function createXmlParser({ open, text, close, refuse }: XmlHandlers): XmlParser {
  const parser = new SaxesParser({ xmlns: true });
  let unfinished = 0;
  let attributes = 0;
  const stop = (reason: string): never => refuse(reason, parser.line);
  const checkName = ({ name }: { readonly name: string }): void => {
    if (name.length > xmlLimits.nameLength) stop('a name is too long');
  };
  parser.on('doctype', () => stop('a document type (DOCTYPE) is refused'));
  parser.on('error', () => stop('the XML is broken or cut off'));
  parser.on('opentagstart', (tag) => {
    attributes = 0;
    checkName(tag);
  });
  // Counted as they are read: the parser compares and resolves them at the end of the tag.
  parser.on('attribute', (attribute) => {
    if (++attributes > xmlLimits.attributes) stop('an element has too many attributes');
    checkName(attribute);
    if (attribute.value.length > xmlLimits.valueLength) stop('the value of an attribute is too long');
  });
  const heard =
    <Given>(handle: (given: Given) => void) =>
    (given: Given): void => {
      unfinished = 0;
      handle(given);
    };
  parser.on('opentag', heard(open));
  parser.on('text', heard(text));
  parser.on('cdata', heard(text));
  parser.on('closetag', heard(close));
  return {
    write: (piece) => {
      parser.write(piece);
      unfinished += piece.length;
      if (unfinished > xmlLimits.unfinishedLength) stop('something in the file does not end');
    },
    end: () => void parser.close(),
    line: () => parser.line,
  };
}
