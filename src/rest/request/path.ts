import { decodePercent, decodePlusAndPercent } from '../../kernel/bytes/percent-encoding.ts';
import { type Fault, type FieldFault, invalidField, invalidFields } from '../response/errors.ts';
import { cutSuffix, type FormatName } from './format.ts';
import { type OperationName, operation, pathFields, requiredPathLength, statusOperation } from './operation.ts';

export type PathReading = {
  readonly suffix: FormatName | null;
  /** In the order of the path's fields; the comment may be absent. */
  readonly values: readonly string[];
  /** Of single values. They are refused together with the faults of the others. */
  readonly unreadable: readonly FieldFault[];
  /** An empty segment. Where it is, no other value is sure of its place. */
  readonly fault: Fault | null;
};

const controlCharacter = /\p{Cc}/u;
const schemeAndHost = /^[a-z][a-z0-9+.-]*:\/\/[^/?]*/i;
const slash = 0x2f;
const commentIndex = requiredPathLength;

/** The path and the query of a request line, as they came over the wire: nothing is decoded. A proxy may send a whole URL. */
export function splitTarget(target: string): { readonly path: string; readonly query: string } {
  const local = target.startsWith('/') ? target : target.replace(schemeAndHost, '');
  const mark = local.indexOf('?');
  return mark < 0 ? { path: local, query: '' } : { path: local.slice(0, mark), query: local.slice(mark + 1) };
}

/** The first segment that is not empty, as it was written. */
function firstSegment(path: string): string {
  let start = 0;
  while (path.charCodeAt(start) === slash) start++;
  const end = path.indexOf('/', start);
  return path.slice(start, end < 0 ? path.length : end);
}

/** The operation that owns a raw path, or null. */
export function operationOfPath(path: string): OperationName | null {
  const first = firstSegment(path);
  if (first.length === operation.name.length && first.toLowerCase() === operation.name) return operation.name;
  return first.toLowerCase() === statusOperation.name ? statusOperation.name : null;
}

/** The segments of a raw path; leading and trailing slashes do not count. */
export function segmentsOf(path: string): { readonly segments: string[]; readonly hasTrailingSlash: boolean } {
  const segments = path.split('/');
  let start = 0;
  let end = segments.length;
  while (start < end && segments[start] === '') start++;
  while (end > start && segments[end - 1] === '') end--;
  return { segments: segments.slice(start, end), hasTrailingSlash: end < segments.length };
}

/**
 * Reads the values of an operation path. It is split first, then each segment is decoded once, so that an encoded slash
 * stays inside its segment. `+` is a blank only in the comment; an e-mail keeps it. Null for a path without a route.
 */
export function readPath(path: string): PathReading | null {
  const { segments, hasTrailingSlash } = segmentsOf(path);
  const raw = segments.slice(1);
  const written = raw.at(-1) ?? '';
  const last = decodeSegment(written, raw.length - 1);
  // An undecodable path is refused in the requested format, too.
  const cut = hasTrailingSlash ? null : cutSuffix(last ?? written);
  const suffix = cut?.format ?? null;
  // Dropping an empty segment would move every later value to its neighbour: the e-mail would become the amount.
  const hasEmpty = raw.includes('');
  if (cut?.rest === '') raw.pop();
  const isRoute = raw.length === requiredPathLength || raw.length === pathFields.length;
  if (!isRoute && !hasEmpty) return null;

  const faults = new Map<string, FieldFault>();
  const values = raw.map((segment, index) => {
    const isCut = cut !== null && cut.rest !== '' && last !== null && index === raw.length - 1;
    const value = isCut ? cut.rest : decodeSegment(segment, index);
    const fault = segment === '' ? isMissing(index) : isRoute ? faultOf(value, index) : null;
    if (fault) faults.set(fault.fieldName, fault);
    return value ?? '';
  });
  const [first, ...rest] = faults.values();
  if (!hasEmpty || !first) return { suffix, values, unreadable: [...faults.values()], fault: null };
  // If the number of segments fits no route, no value can be assigned.
  return { suffix, values: isRoute ? values : [], unreadable: [], fault: invalidFields([first, ...rest]) };
}

function faultOf(value: string | null, index: number): FieldFault | null {
  if (value === null) return notDecodable(nameAt(index));
  return controlCharacter.test(value) ? holdsControlCharacter(index) : null;
}

function isMissing(index: number): FieldFault {
  const name = nameAt(index);
  return invalidField(name, `The path has an empty segment in the place of ${name}.`, {
    fr: 'Cette valeur manque dans l’adresse.',
    en: 'This value is missing in the address.',
  });
}

/** Segments after the comment belong to the comment, which contains a slash. */
const nameAt = (index: number): string => pathFields[Math.min(index, commentIndex)]?.name ?? '';

function decodeSegment(segment: string, index: number): string | null {
  return index >= commentIndex ? decodePlusAndPercent(segment) : decodePercent(segment);
}

export const notDecodable = (name: string): FieldFault =>
  invalidField(name, `${name} is not percent-encoded UTF-8.`, {
    fr: "La valeur n'est pas encodée en UTF-8.",
    en: 'The value is not encoded as UTF-8.',
  });

function holdsControlCharacter(index: number): FieldFault {
  const name = nameAt(index);
  return invalidField(name, `${name} must not hold control characters.`, {
    fr: 'La valeur contient un caractère de contrôle.',
    en: 'The value holds a control character.',
  });
}
