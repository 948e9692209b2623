import assert from 'node:assert/strict';

/** An element with its content: text, or elements in their order. Null, empty text and elements without any go away. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly Element[];
};

type Content = string | null | readonly (Element | null)[];

/** Null where there would be nothing in it: an ISO 20022 element may not be empty. */
export function element(name: string, content: Content, attributes: Readonly<Record<string, string>> = {}) {
  if (content === null || content === '') return null;
  if (typeof content === 'string') return { name, attributes, content };
  const children = content.filter((child) => child !== null);
  return children.length === 0 ? null : { name, attributes, content: children };
}

/** Writes no blanks between elements. */
export function render({ name, attributes, content }: Element): string {
  const opening = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const inner = typeof content === 'string' ? escapeXml(content) : content.map(render).join('');
  return `<${name}${opening.join('')}>${inner}</${name}>`;
}

export function escapeXml(text: string): string {
  // Earlier steps refused or folded every character that XML 1.0 cannot hold.
  assert(
    !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text),
    'a text for XML has no control characters',
  );
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
