import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isInputObjectType,
  isInputType,
  isListType,
  Kind,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import type { NamedRequest } from './document-ids.ts';
import type { DocumentLimits } from './limits.ts';
import { readDocument } from './read-document.ts';
import type { RegisteredDocuments } from './registered-documents.ts';

/**
 * JSON.parse takes `1250.00` and `12500E-1` for 1250. A variable of the type Cents keeps such a text as it is written,
 * so that it is refused like a literal. Every other number stays what JSON.parse made of it.
 */

/** A number with a point or an exponent, or a text that looks like one. Most bodies have none. */
const unusualNumber = /[:[,]\s*-?\d+[.eE]/;

type Reviver = (this: object, key: string, value: unknown, context: { readonly source?: string }) => unknown;
const parseWithSource = JSON.parse as (text: string, reviver: Reviver) => unknown;

/** The unusual numbers of a body as they are written, by the object that holds them and their key. */
export type WrittenNumbers = ReadonlyMap<object, ReadonlyMap<string, string>>;

/** Null for `written` where no number is unusual. */
export function parseBody(text: string): { readonly value: unknown; readonly written: WrittenNumbers | null } {
  if (!unusualNumber.test(text)) return { value: JSON.parse(text), written: null };
  const written = new Map<object, Map<string, string>>();
  const value = parseWithSource(text, function (key, given, { source }) {
    if (typeof given === 'number' && source !== undefined && !/^-?\d+$/.test(source)) {
      written.set(this, (written.get(this) ?? new Map<string, string>()).set(key, source));
    }
    return given;
  });
  return { value, written: written.size === 0 ? null : written };
}

export type WrittenCentsOptions = {
  readonly schema: GraphQLSchema;
  readonly limits: DocumentLimits;
  readonly registered: Pick<RegisteredDocuments, 'find'>;
};

/** Writes the numbers back into the request's variables of the type Cents. A bad document is refused by its guard. */
export function keepWrittenCents(request: NamedRequest, written: WrittenNumbers, options: WrittenCentsOptions): void {
  const { query, variables } = request;
  if (!isRecord(variables)) return;
  for (const { variable, type: node } of variablesIn(String(query), options)) {
    const type = typeFromAST(options.schema, node);
    if (isInputType(type)) keepIn(type, variables, variable.name.value, written);
  }
}

function variablesIn(text: string, { limits, registered }: WrittenCentsOptions): readonly VariableDefinitionNode[] {
  try {
    const { definitions } = registered.find(text)?.document ?? readDocument(text, limits);
    const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    return operation?.variableDefinitions ?? [];
  } catch {
    return [];
  }
}

function keepIn(given: GraphQLInputType, holder: Record<string, unknown>, key: string, written: WrittenNumbers): void {
  const type = getNullableType(given);
  const value = holder[key];
  if (isListType(type)) {
    const items = Array.isArray(value) ? (value as unknown as Record<string, unknown>) : null;
    for (const index of items ? Object.keys(items) : [key]) keepIn(type.ofType, items ?? holder, index, written);
  } else if (isInputObjectType(type)) {
    if (!isRecord(value)) return;
    for (const field of Object.values(type.getFields())) keepIn(field.type, value, field.name, written);
  } else if (type.name === 'Cents') {
    const text = written.get(holder)?.get(key);
    if (text !== undefined) holder[key] = text;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
