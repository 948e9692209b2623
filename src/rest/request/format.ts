export const formatNames = ['json', 'xml', 'jsv', 'csv', 'html', 'jsonl'] as const;
export type FormatName = (typeof formatNames)[number];

const knownFormats: ReadonlySet<string> = new Set(formatNames);
const isFormatName = (name: string): name is FormatName => knownFormats.has(name);

/** A format of the predefined routes, which are written in any case. */
export function formatNamed(name: string): FormatName | null {
  return isFormatName(name) ? name : null;
}

/** As ServiceStack sends them: only JSON names its charset. All are UTF-8. */
export const contentTypes: Readonly<Record<FormatName, string>> = {
  json: 'application/json; charset=utf-8',
  xml: 'application/xml',
  jsv: 'application/jsv',
  csv: 'text/csv',
  html: 'text/html',
  jsonl: 'text/jsonl',
};

const formatOfMediaType: ReadonlyMap<string, FormatName> = new Map([
  ['application/json', 'json'],
  ['text/json', 'json'],
  ['application/xml', 'xml'],
  ['text/xml', 'xml'],
  ['application/jsv', 'jsv'],
  ['text/jsv', 'jsv'],
  ['text/csv', 'csv'],
  ['text/html', 'html'],
  ['text/jsonl', 'jsonl'],
]);

/** Preferred in this order, whatever the order and the q values of `Accept`. */
const preferredTypes = ['text/html', 'application/json', 'application/xml', 'application/jsv'] as const;
const otherTypes = ['text/csv', 'text/jsonl'];

/** The media type of a `Content-Type`, without its parameters; null where there is none. */
export function mediaTypeOf(contentType: string | undefined): string | null {
  if (contentType === undefined) return null;
  const end = contentType.indexOf(';');
  return (end < 0 ? contentType : contentType.slice(0, end)).trim().toLowerCase();
}

/** The format to read or answer a body of this type; null for forms and unknown types. */
export function formatOfBody(contentType: string | undefined): FormatName | null {
  return formatOfMediaType.get(mediaTypeOf(contentType) ?? '') ?? null;
}

/** A recognised suffix after the last dot, case-sensitive, and the text before it. */
export function cutSuffix(text: string): { readonly rest: string; readonly format: FormatName } | null {
  const dot = text.lastIndexOf('.');
  if (dot < 0) return null;
  const suffix = text.slice(dot + 1);
  return isFormatName(suffix) ? { rest: text.slice(0, dot), format: suffix } : null;
}

export type FormatWishes = {
  readonly suffix: FormatName | null;
  readonly callback: string;
  /** `?format=` as it was written. */
  readonly parameter: string;
  /** The format of a predefined route, which ignores `Accept`. */
  readonly route: FormatName | null;
  readonly accept: string | undefined;
  readonly contentType: string | undefined;
};

/** First hit wins: suffix, callback, `?format=`, the predefined route, `Accept`, the default. Never a 406. */
export function chooseFormat(wishes: FormatWishes): FormatName {
  if (wishes.suffix) return wishes.suffix;
  if (wishes.callback !== '') return 'json';
  const parameter = wishes.parameter === '' ? null : formatNamed(wishes.parameter.toLowerCase().split('.', 1)[0] ?? '');
  return parameter ?? wishes.route ?? formatByAccept(wishes.accept, wishes.contentType);
}

function formatByAccept(accept: string | undefined, contentType: string | undefined): FormatName {
  if (accept === undefined) return 'html';
  const accepted = accept.split(',').map((range) => mediaTypeOf(range) ?? '');
  // An accepted type that is the request's own, to the letter, comes before the order of preference.
  const ownType = preferredTypes.find((type) => type === contentType && accepted.includes(type));
  const type = ownType ?? preferredTypes.find((preferred) => accepted.includes(preferred));
  if (type) return formatOfMediaType.get(type) ?? 'html';
  if (accepted.includes('*/*')) return formatOfBody(contentType) ?? 'html';
  const other = otherTypes.find((candidate) => accepted[0] === candidate);
  return formatOfMediaType.get(other ?? '') ?? 'html';
}
