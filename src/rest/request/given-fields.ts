import { decodePlusAndPercent } from '../../kernel/bytes/percent-encoding.ts';
import type { FieldName } from './fields.ts';
import { fieldNamed } from './operation.ts';

/** The values of one field in a query string, a form or a body. */
export type GivenField = {
  /** Null where it cannot be decoded. Repeated values are joined with a comma. */
  readonly value: string | null;
  /** The name as it was written first. */
  readonly spelling: string;
  readonly repeated: boolean;
};

export type GivenFields = ReadonlyMap<FieldName, GivenField>;
export const nothingGiven: GivenFields = new Map();

/** Reads the names and values of a request object, in its order; null for other text. */
export type ObjectReader = (text: string) => readonly (readonly [name: string, value: string])[] | null;

/** Line ends of an old page's text area; its value is one text. */
const lineEnds = /[\r\n]+/g;

/** Adds a value under a name in any case; a name that the operation does not have is ignored. */
export function addField(fields: Map<FieldName, GivenField>, spelling: string, given: string | null): void {
  const field = fieldNamed(spelling);
  if (!field) return;
  const value = field.hasLines ? (given?.replace(lineEnds, ' ') ?? null) : given;
  const before = fields.get(field.name);
  fields.set(
    field.name,
    before
      ? { value: join(before.value, value), spelling: before.spelling, repeated: true }
      : { value, spelling, repeated: false },
  );
}

const join = (first: string | null, second: string | null): string | null =>
  first === null || second === null ? null : `${first},${second}`;

/** A query string: fields of the operation, and options of the answer's form (never read from a form). */
export type Query = {
  readonly fields: GivenFields;
  readonly format: string;
  readonly callback: string;
  readonly jsonConfig: string;
};

const emptyQuery: Query = { fields: nothingGiven, format: '', callback: '', jsonConfig: '' };

const directives = new Set(['format', 'callback', 'jsconfig']);

export function readQuery(text: string): Query {
  if (text === '') return emptyQuery;
  const fields = new Map<FieldName, GivenField>();
  const given: Record<string, string> = { format: '', callback: '', jsconfig: '' };
  for (const [name, encoded] of pairsOf(text)) {
    const directive = name.toLowerCase();
    if (directives.has(directive)) {
      const value = decodePlusAndPercent(encoded) ?? encoded;
      given[directive] = given[directive] === '' ? value : `${given[directive]},${value}`;
    } else {
      addField(fields, name, decodePlusAndPercent(encoded));
    }
  }
  return {
    fields,
    format: given.format ?? '',
    callback: given.callback ?? '',
    jsonConfig: given.jsconfig ?? '',
  };
}

export function readForm(text: string): GivenFields {
  const fields = new Map<FieldName, GivenField>();
  for (const [name, encoded] of pairsOf(text)) addField(fields, name, decodePlusAndPercent(encoded));
  return fields;
}

/** Decoded names, encoded values. A bare key (no `=`) is as if absent; so is a name that cannot be decoded. */
function* pairsOf(text: string): Generator<readonly [name: string, encodedValue: string]> {
  for (const pair of text.split('&')) {
    const equals = pair.indexOf('=');
    if (equals < 0) continue;
    const name = decodePlusAndPercent(pair.slice(0, equals));
    if (name !== null) yield [name, pair.slice(equals + 1)];
  }
}
