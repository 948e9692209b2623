import { problemsOfValues } from '../../modules/payments/initiation/initiation.ts';
import {
  type Fault,
  type FieldFault,
  invalidField,
  invalidFields,
  invalidValues,
  unreadableEnums,
} from '../response/errors.ts';
import { createEnumReader } from './enums.ts';
import type { Field, FieldName, OperationInput } from './fields.ts';
import type { GivenField, GivenFields } from './given-fields.ts';
import { operation } from './operation.ts';
import { notDecodable } from './path.ts';

/** The fields as they were bound; enums by their names where they are readable. */
export type BoundFields = { [Name in FieldName]?: string };

/** Where values come from: `below` gives way to the path, `above` overrides it; in each, later wins. */
export type Sources = {
  readonly below: readonly GivenFields[];
  /** In the order of the path; null on the predefined routes. */
  readonly path: readonly string[] | null;
  /** Values of the path that cannot be taken, whatever else says them. */
  readonly unreadable?: readonly FieldFault[];
  readonly above: readonly GivenFields[];
};

export type Binding = {
  readonly bound: BoundFields;
  readonly fault: Fault | null;
  /** Fields whose bound value differs from the path's. */
  readonly overridden: readonly FieldName[];
};

const readEnum = createEnumReader(new Set(operation.fields.flatMap(({ kind }) => (kind === 'string' ? [] : [kind]))));

/** Merges the sources into the operation's fields, and says everything that is wrong with them at once. */
export function bindRequest(sources: Sources): Binding {
  const bound: BoundFields = {};
  const unreadable: { spelling: string; value: string }[] = [];
  const invalid: FieldFault[] = [];
  const overridden: FieldName[] = [];
  const ofPath = sources.unreadable ?? [];
  operation.fields.forEach((field, index) => {
    const pathValue = sources.path?.[index];
    const refused = ofPath.find(({ fieldName }) => fieldName === field.name);
    if (refused) {
      invalid.push(refused);
      // The page of the refusal shows it.
      if (pathValue) bound[field.name] = pathValue;
      return;
    }
    const merged = mergeField(field, pathValue, sources, invalid);
    if (pathValue && merged.value !== pathValue && !meansTheSame(field, pathValue, merged.value ?? ''))
      overridden.push(field.name);
    const value = merged.value ?? field.fallback;
    if (value === undefined) {
      if (field.required && !invalid.some(({ fieldName }) => fieldName === field.name))
        invalid.push(missing(field.name));
      return;
    }
    const name = field.kind === 'string' ? value : readEnum(field.kind, value);
    if (name === null) unreadable.push({ spelling: merged.spelling, value });
    bound[field.name] = name ?? value;
  });
  if (unreadable.length === 0 && invalid.length === 0) return { bound, fault: null, overridden };
  invalid.push(...otherFaults(bound, invalid));
  const [first, ...rest] = invalid;
  const fault =
    unreadable.length === 0 && first ? invalidFields([first, ...rest]) : unreadableEnums(unreadable, invalid);
  return { bound, fault, overridden };
}

/** The mutation does not see a request that cannot be bound. Its other values are judged here, so that one answer names all. */
function otherFaults(bound: BoundFields, known: readonly FieldFault[]): readonly FieldFault[] {
  const others = operation.fields.filter(
    ({ name, kind }) => kind === 'string' && !known.some(({ fieldName }) => fieldName === name),
  );
  return invalidValues(
    problemsOfValues(Object.fromEntries(others.map(({ name, property }) => [property, bound[name]]))),
  );
}

type Merged = { readonly value: string | undefined; readonly spelling: string };

function mergeField(
  field: Field,
  pathValue: string | undefined,
  { below, above }: Sources,
  invalid: FieldFault[],
): Merged {
  let merged: Merged = { value: undefined, spelling: field.name };
  for (const source of below) {
    const given = source.size === 0 ? undefined : source.get(field.name);
    const complaint = given && !pathValue ? complaintAbout(field, undefined, given, merged.value) : null;
    if (complaint) invalid.push(complaint);
    else if (given?.value) merged = { value: given.value, spelling: given.spelling };
  }
  const underneath = merged;
  if (pathValue !== undefined && pathValue !== '') merged = { value: pathValue, spelling: field.name };
  for (const source of above) {
    const given = source.size === 0 ? undefined : source.get(field.name);
    if (!given) continue;
    const complaint = complaintAbout(field, pathValue, given, merged.value);
    if (complaint) {
      invalid.push(complaint);
      continue;
    }
    if (given.value) merged = { value: given.value, spelling: given.spelling };
    // ServiceStack skips an empty value, but under the very same spelling it has replaced the one before it by then.
    else if (given.spelling === field.name) merged = underneath;
  }
  return merged;
}

function complaintAbout(
  field: Field,
  pathValue: string | undefined,
  { value, spelling, repeated }: GivenField,
  before: string | undefined,
): FieldFault | null {
  const { name } = field;
  if (value === null) return notDecodable(name);
  if (!field.guarded) return null;
  // Where the path does not say it, a query and a body that differ are a repetition as well.
  if (repeated || (!pathValue && before && value && !meansTheSame(field, before, value))) {
    return invalidField(name, `${name} is given more than once.`, {
      fr: 'La valeur est donnée plusieurs fois.',
      en: 'The value is given more than once.',
    });
  }
  if (pathValue === undefined || (value === '' && spelling !== name) || meansTheSame(field, pathValue, value))
    return null;
  return invalidField(name, `${name} contradicts the value in the path.`, {
    fr: "La valeur contredit celle de l'adresse.",
    en: 'The value contradicts the one in the address.',
  });
}

/** `cb`, `CB` and `2` mean the same. An unreadable enum is no contradiction: it has its own error. */
function meansTheSame({ kind }: Field, pathValue: string, value: string): boolean {
  if (pathValue === value) return true;
  if (kind === 'string' || value === '') return false;
  const meaning = readEnum(kind, value);
  return meaning === null || meaning === readEnum(kind, pathValue);
}

const missing = (name: FieldName): FieldFault =>
  invalidField(name, `${name} is required.`, { fr: 'Cette valeur est obligatoire.', en: 'This value is required.' });

/** The mutation's input. Call it only for a binding without a fault: a required field that is missing throws. */
export function inputOf(bound: BoundFields): OperationInput {
  const input: { [Property in keyof OperationInput]?: string } = {};
  for (const { name, property, required } of operation.fields) {
    const value = bound[name];
    if (value === undefined && required) throw new Error(`${name} is not bound`);
    input[property] = value;
  }
  return input as OperationInput;
}
