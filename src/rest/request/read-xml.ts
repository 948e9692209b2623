import type { SaxesTagNS } from 'saxes';
import { createXmlParser } from '../../kernel/xml-parser.ts';
import type { ObjectReader } from './given-fields.ts';
import { fieldNamed, operation } from './operation.ts';

const declarations = /<!(?:DOCTYPE|ENTITY)/i;
/** A request has a dozen elements; thousands of them, or of attributes, only cost the parser's time. */
const maximumMarks = 400;
const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';

/** Not a request object; ends the reading. */
class UnreadableXml extends Error {}

/**
 * An XML object: a root of the operation's name in any namespace, its fields in any order. Document type
 * declarations are refused before anything is parsed, so that no entity is ever expanded.
 */
export const readXml: ObjectReader = (text) => {
  if (declarations.test(text) || countMarks(text) > maximumMarks) return null;
  const entries: [string, string][] = [];
  const parser = createXmlParser({ ...collectInto(entries), refuse: unreadable });
  try {
    parser.write(text);
    parser.end();
    return entries;
  } catch (error) {
    if (error instanceof UnreadableXml) return null;
    throw error;
  }
};

/** Tags and attributes, counted generously: the texts of a request hold few of these signs. */
const countMarks = (text: string): number => text.split(/[<=]/, maximumMarks + 2).length;

function unreadable(): never {
  throw new UnreadableXml();
}

/** The texts of the root's children that are fields; nested elements are skipped. */
function collectInto(entries: [string, string][]) {
  let depth = 0;
  let field: [name: string, text: string] | null = null;
  return {
    open: (tag: SaxesTagNS): void => {
      depth++;
      if (depth === 1 && tag.local !== operation.name) unreadable();
      if (field !== null) unreadable();
      if (depth === 2 && fieldNamed(tag.local) !== null && !isNil(tag)) field = [tag.local, ''];
    },
    text: (text: string): void => {
      if (field !== null) field[1] += text;
    },
    close: (): void => {
      depth--;
      if (field !== null) entries.push(field);
      field = null;
    },
  };
}

const isNil = ({ attributes }: SaxesTagNS): boolean =>
  Object.values(attributes).some(
    ({ uri, local, value }) => uri === schemaInstance && local === 'nil' && value === 'true',
  );
