/** Text that is markup already. */
export type Xml = { readonly xml: string };
type Content = Xml | string | null | undefined | readonly (Xml | null)[];

/** An element; null, and left out, where there is nothing in it. Texts are escaped. */
export function tag(name: string, ...content: readonly Content[]): Xml | null {
  const inner = content.map(written).join('');
  return inner === '' ? null : { xml: `<${name}>${inner}</${name}>` };
}

export const euros = (amount: string): Xml => ({ xml: `<Amt Ccy="EUR">${amount}</Amt>` });

export function document(message: string, ...content: readonly Content[]): Buffer {
  const body = tag('Document', ...content)?.xml.replace('<Document>', '') ?? '';
  const head = `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${message}">`;
  return Buffer.from(`${head}${body}\n`);
}

function written(content: Content): string {
  if (content === null || content === undefined) return '';
  if (typeof content === 'string') return escaped(content);
  return 'xml' in content ? content.xml : content.map(written).join('');
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replaceAll(/[&<>]/g, (sign) => escapes[sign] ?? sign);
