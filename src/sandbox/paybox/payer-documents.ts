import { type Text, text } from '../texts.ts';

/**
 * The XML documents of 3-D Secure 2. Both have one fixed shape, so they are read against it, element by element:
 * whatever is not exactly that shape is not well-formed for this purpose either.
 */
type Leaf = { readonly name: string; readonly optional?: true; readonly pattern: RegExp; readonly expects: string };

const upTo = (characters: number): Pick<Leaf, 'pattern' | 'expects'> => ({
  pattern: new RegExp(`^.{0,${characters}}$`, 'u'),
  expects: `0-${characters}`,
});
/** Letters without accents, digits, space, hyphen, apostrophe, slash. */
const personName = { pattern: /^[A-Za-z0-9 \-'/]{0,22}$/, expects: "0-22 [A-Za-z0-9 -'/]" };

const billing: readonly Leaf[] = [
  { name: 'FirstName', ...personName },
  { name: 'LastName', ...personName },
  { name: 'Address1', ...upTo(50) },
  { name: 'Address2', optional: true, ...upTo(50) },
  { name: 'ZipCode', ...upTo(16) },
  { name: 'City', ...upTo(50) },
  { name: 'CountryCode', pattern: /^([0-9]{3})?$/, expects: 'ISO 3166-1 numeric, 3 digits' },
  { name: 'CountryCodeMobilePhone', pattern: /^(\+[0-9]{1,3})?$/, expects: '+33' },
  { name: 'MobilePhone', pattern: /^[0-9]{0,10}$/, expects: '0-10 digits' },
];
const cart: readonly Leaf[] = [{ name: 'totalQuantity', pattern: /^[1-9][0-9]?$/, expects: '1-99' }];

/** The problem of PBX_BILLING, or null. */
export function billingFault(document: string): Text | null {
  return documentFault(document, ['Billing', 'Address'], billing);
}

/** The problem of PBX_SHOPPINGCART, or null. */
export function shoppingCartFault(document: string): Text | null {
  return documentFault(document, ['shoppingcart', 'total'], cart);
}

function documentFault(document: string, around: readonly string[], leaves: readonly Leaf[]): Text | null {
  if (/[\r\n]/.test(document)) {
    return text('Le document doit tenir sur une ligne.', 'The document must be one line.');
  }
  const declaration = /^<\?xml version="1\.0" encoding="utf-8" ?\?>/i.exec(document);
  if (declaration === null) return text('Déclaration XML UTF-8 absente.', 'The UTF-8 XML declaration is missing.');
  let rest = document.slice(declaration[0].length);
  for (const name of around) {
    if (!rest.startsWith(`<${name}>`)) return expected(name);
    rest = rest.slice(name.length + 2);
  }
  for (const leaf of leaves) {
    const found = readLeaf(rest, leaf.name);
    if (found === null && leaf.optional) continue;
    if (found === null) return expected(leaf.name);
    if (!leaf.pattern.test(found.value)) {
      return text(`${leaf.name} : attendu ${leaf.expects}.`, `${leaf.name}: expected ${leaf.expects}.`);
    }
    rest = rest.slice(found.length);
  }
  const closing = around.toReversed().map((name) => `</${name}>`);
  return rest === closing.join('') ? null : expected(closing.join(''));
}

const expected = (element: string): Text =>
  text(`Élément attendu à cette place : ${element}.`, `Element expected here: ${element}.`);

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

function readLeaf(rest: string, name: string): { readonly value: string; readonly length: number } | null {
  if (rest.startsWith(`<${name}/>`)) return { value: '', length: name.length + 3 };
  const found = new RegExp(`^<${name}>((?:[^<&]|&(?:amp|lt|gt|quot|apos);)*)</${name}>`, 'u').exec(rest);
  if (found === null) return null;
  const value = (found[1] ?? '').replace(/&[a-z]+;/g, (entity) => entities[entity] ?? entity);
  return { value, length: found[0].length };
}
