import { type LegacyField, legacySets, pathFields, queryFields } from './generated/legacy-fields.ts';

/** The fields of the legacy URL, by their names there. */
export type LegacyRequest = {
  readonly [Field in Exclude<LegacyField, OptionalField>]: ValueOf<Field>;
} & { readonly [Field in OptionalField]?: ValueOf<Field> | undefined };

type OptionalField = 'id_commande' | 'commentaire' | 'idempotency_key' | 'mandate' | 'return_url';
type ValueOf<Field extends LegacyField> = Field extends keyof typeof legacySets
  ? (typeof legacySets)[Field][number]
  : Field extends 'amount'
    ? string | number | bigint
    : string;

export type LegacyFormat = (typeof formats)[number];
const formats = ['json', 'xml', 'jsv', 'csv', 'html', 'jsonl'] as const;

export type LegacyAnswer = {
  /** How the gateway answers. Default `json`. */
  readonly format?: LegacyFormat;
  /** JSONP: the name of the function. */
  readonly callback?: string;
};

/** A URL cannot say this, or says something that the gateway would read otherwise. */
export class LegacyUrlError extends Error {
  override readonly name = 'LegacyUrlError';
  readonly field: LegacyField | null;
  constructor(field: LegacyField | null, message: string) {
    super(message);
    this.field = field;
  }
}

const allFields: readonly LegacyField[] = [...pathFields, ...queryFields];
const optionalFields: ReadonlySet<LegacyField> = new Set(['commentaire', ...queryFields]);

/**
 * The URL that initiates a payment at the legacy door of a gateway. The gateway checks the values; this checks that it
 * reads just them.
 * @throws LegacyUrlError
 */
export function buildUrl(gateway: string, request: LegacyRequest, answer: LegacyAnswer = {}): string {
  const { format = 'json', callback } = answer;
  const values = new Map<LegacyField, string>();
  for (const field of allFields) {
    const given = request[field];
    const value = given === undefined ? '' : textOf(field, String(given));
    if (value !== '') values.set(field, value);
    else if (field === 'id_commande') values.set(field, '0');
    else if (!optionalFields.has(field)) throw new LegacyUrlError(field, `${field} is required.`);
  }
  const written = (fields: readonly LegacyField[]) =>
    fields.flatMap((field) => {
      const value = values.get(field);
      return value === undefined ? [] : [{ field, text: encode(field, value) }];
    });
  const path = written(pathFields);
  // Every program takes such a segment out of a path. The last one has the suffix.
  const points = path.slice(0, -1).find(({ text }) => /^\.\.?$/.test(text));
  if (points) throw new LegacyUrlError(points.field, `${points.field} cannot be points alone.`);
  const query = written(queryFields).map(({ field, text }) => `${field}=${text}`);
  if (callback !== undefined) {
    if (!/^[\w.]+$/.test(callback)) throw new LegacyUrlError(null, 'A callback has letters, digits, points and _.');
    query.push(`callback=${callback}`);
  }
  const base = gateway.replace(/\/+$/, '');
  // The suffix is always there: without it, the end of an e-mail address could be read as one.
  return `${base}/payment_initiate/${path.map(({ text }) => text).join('/')}.${format}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}

function textOf(field: LegacyField, given: string): string {
  const value = field === 'commentaire' ? given.replaceAll(/[\r\n]+/g, ' ') : given;
  if (/\p{Cc}/u.test(value)) throw new LegacyUrlError(field, `${field} must not hold control characters.`);
  return value;
}

function encode(field: LegacyField, value: string): string {
  try {
    return encodeURIComponent(value);
  } catch {
    throw new LegacyUrlError(field, `${field} is not Unicode text.`);
  }
}

export type LegacyUrl = {
  readonly request: LegacyRequest;
  /** Null: the gateway decides by `?format=` and the header `Accept`. */
  readonly format: LegacyFormat | null;
  readonly callback: string | null;
};

const directives: readonly string[] = ['format', 'callback', 'jsconfig'];

/**
 * Reads a URL of the legacy door as the gateway does: enums in any case or by number, names in any case.
 * Null for every other URL.
 * @throws LegacyUrlError for what the gateway refuses, and for a field that is given twice
 */
export function parseUrl(url: string): LegacyUrl | null {
  const [target = ''] = url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '').split('#');
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  const [operation = '', ...segments] = path.replaceAll(/^\/+|\/+$/g, '').split('/');
  if (operation.toLowerCase() !== 'payment_initiate') return null;
  const { format, values } = readPath(segments, path.endsWith('/'));
  const query = readQuery(mark < 0 ? '' : target.slice(mark + 1));
  for (const [field, value] of query.values) {
    const before = values.get(field);
    if (before !== undefined && before !== value) {
      throw new LegacyUrlError(field, `${field} stands in the path and, with another value, in the query.`);
    }
    if (value !== '') values.set(field, value);
  }
  const request = Object.fromEntries([...values].map(([field, value]) => [field, readValue(field, value)]));
  return { request: request as LegacyRequest, format, callback: query.callback };
}

function readPath(written: readonly string[], hasTrailingSlash: boolean) {
  const values = new Map<LegacyField, string>();
  if (written.length !== pathFields.length && written.length !== pathFields.length - 1) {
    throw new LegacyUrlError(null, `The path has ${written.length} values, not ${pathFields.length - 1} or one more.`);
  }
  let format: LegacyFormat | null = null;
  for (const [index, segment] of written.entries()) {
    const field = pathFields[index] as LegacyField;
    let value = decode(field, field === 'commentaire' ? segment.replaceAll('+', ' ') : segment);
    if (index === written.length - 1 && !hasTrailingSlash) {
      const suffix = formats.find((one) => value.endsWith(`.${one}`)) ?? null;
      if (suffix) value = value.slice(0, -suffix.length - 1);
      format = suffix;
    }
    // A comment that is only a suffix is none.
    if (value === '' && format && field === 'commentaire') break;
    if (value === '') throw new LegacyUrlError(field, `The path has no value in the place of ${field}.`);
    if (/\p{Cc}/u.test(value)) throw new LegacyUrlError(field, `${field} must not hold control characters.`);
    values.set(field, value);
  }
  return { format, values };
}

function readQuery(text: string) {
  const values = new Map<LegacyField, string>();
  let callback: string | null = null;
  for (const pair of text.split('&').filter((one) => one.includes('='))) {
    const [written = '', ...rest] = pair.split('=');
    const name = decode(null, written.replaceAll('+', ' ')).toLowerCase();
    const field = allFields.find((one) => one === name) ?? null;
    if (!field && !directives.includes(name)) continue;
    const value = decode(field, rest.join('=').replaceAll('+', ' '));
    if (field && values.has(field)) throw new LegacyUrlError(field, `${field} is given more than once.`);
    if (field) values.set(field, field === 'commentaire' ? value.replaceAll(/[\r\n]+/g, ' ') : value);
    if (name === 'callback' && value !== '') callback = value.replaceAll(/[^A-Za-z0-9._]/g, '_');
  }
  return { values, callback };
}

function decode(field: LegacyField | null, text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new LegacyUrlError(field, `${field ?? 'A name'} is not percent-encoded UTF-8.`);
  }
}

/** A name in any case or its number, with or without quotes. */
function readValue(field: LegacyField, written: string): string {
  const names: readonly string[] | undefined = Object.hasOwn(legacySets, field)
    ? legacySets[field as keyof typeof legacySets]
    : undefined;
  if (!names) return written;
  const trimmed = written.trim();
  const plain = (/^"(.*)"$/s.exec(trimmed)?.[1] ?? trimmed).trim();
  const isOrdinal = /^(0|[1-9]\d*)$/.test(plain);
  const name = isOrdinal ? names[Number(plain)] : names.find((one) => one === plain.toUpperCase());
  if (name === undefined) throw new LegacyUrlError(field, `${field} is none of ${names.join(', ')}.`);
  return name;
}
