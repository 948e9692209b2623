/** Charsets of old programs in western Europe. All but UTF-8 have one byte for each character. */
const known = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'windows-1252': 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
} as const;

export type Charset = (typeof known)[keyof typeof known];

const charsets: ReadonlyMap<string, Charset> = new Map(Object.entries(known));
const parameter = /;\s*charset\s*=\s*"?([^";\s]*)/i;

/** The declared charset of a type; `otherwise` without one, null for an unknown one. */
export function charsetOf(contentType: string | undefined, otherwise: Charset = 'utf-8'): Charset | null {
  const declared = contentType === undefined ? undefined : parameter.exec(contentType)?.[1];
  return declared === undefined ? otherwise : (charsets.get(declared.toLowerCase()) ?? null);
}

const xmlDeclaration = /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([^"']*)["']/;

/** The charset that an XML document declares. Programs write `utf-16` of a text that they send as UTF-8. */
export function charsetOfXml(body: Buffer): Charset {
  const declared = xmlDeclaration.exec(body.toString('latin1', 0, 200))?.[1];
  return charsets.get(declared?.toLowerCase() ?? '') ?? 'utf-8';
}

const decoders: Readonly<Record<Charset, TextDecoder>> = {
  'utf-8': new TextDecoder('utf-8', { fatal: true }),
  'windows-1252': new TextDecoder('windows-1252', { fatal: true }),
  'iso-8859-15': new TextDecoder('iso-8859-15', { fatal: true }),
};

/** Null for bytes that are no text in the charset. */
export function decodeText(bytes: Uint8Array, charset: Charset): string | null {
  try {
    return decoders[charset].decode(bytes);
  } catch {
    return null;
  }
}

/** The percent-encoded bytes of a form in its charset, as those of UTF-8. */
export function inUtf8Percents(text: string, charset: Charset): string {
  if (charset === 'utf-8') return text;
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    encodeURIComponent(decodeText(Uint8Array.of(Number.parseInt(hex, 16)), charset) ?? ''),
  );
}
