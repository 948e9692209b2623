import { complexityFromQuery, type FieldComplexityValue } from '@pothos/plugin-complexity';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getVariableValues,
  isListType,
  Kind,
  visit,
} from 'graphql';
import { knownLocale } from '../locale.ts';
import { pageSize } from '../page.ts';
import { badUserInput, type DocumentLimits, documentRefusal } from './limits.ts';

/** The assumed length of a list without `first`: attempts, the fields of a form, problems. */
const itemsOfList = 10;
/** The most that a connection returns without `first`. */
const pageByDefault = 50;
/** A page is one read, so each of its rows costs a tenth of an item in other lists. */
const rowsPerUnit = 10;

/**
 * The cost of a field: one, plus its content times the length of its list. `first` is the length of a page; the edges
 * in it are not multiplied again.
 * @throws GraphQLError for a value that its field would refuse. Otherwise a mutation would have run already, and the
 * refusal would replace its result.
 */
export function fieldComplexity(
  { first, locale }: Readonly<Record<string, unknown>>,
  _context: object,
  field: GraphQLField<unknown, never, never>,
): FieldComplexityValue {
  if (typeof locale === 'string') knownLocale(locale);
  const rows = pageSize(typeof first === 'number' ? first : null, pageByDefault);
  if (getNamedType(field.type).name.endsWith('Connection')) {
    return { field: 1, multiplier: Math.max(1, rows / rowsPerUnit) };
  }
  const isEdges = getNamedType(field.type).name.endsWith('Edge');
  return { field: 1, multiplier: isListType(getNullableType(field.type)) && !isEdges ? itemsOfList : 1 };
}

/**
 * Why a valid document is too much; empty where it is not. It is measured with the variables of a request, where these
 * say how long a page is; those that cannot be read are the reason.
 */
export function excessOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  limits: DocumentLimits,
): readonly GraphQLError[] {
  const measured = measure(schema, document, variables);
  if (measured instanceof GraphQLError)
    return variableFaults(schema, document, variables, limits) ?? [badUserInput(measured)];
  for (const name of ['depth', 'breadth', 'complexity'] as const) {
    if (measured[name] > limits[name]) {
      return [documentRefusal(`The document's ${name} is ${Math.ceil(measured[name])}; it may be ${limits[name]}.`)];
    }
  }
  return [];
}

function measure(schema: GraphQLSchema, document: DocumentNode, variables: Readonly<Record<string, unknown>>) {
  try {
    return complexityFromQuery(document, { schema, variables });
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** All of them, as the executor tells them once the document is known: the measure stops at the first. */
function variableFaults(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  { suggestions }: Pick<DocumentLimits, 'suggestions'>,
): readonly GraphQLError[] | null {
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const { errors } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables, {
    hideSuggestions: !suggestions,
  });
  return errors?.map(badUserInput) ?? null;
}

const measuredArguments: ReadonlySet<string> = new Set(['first', 'locale']);

/** The variables that set a page's length, or another value that complexity depends on. */
export function measuredVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Argument({ name, value }) {
      if (measuredArguments.has(name.value) && value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

export const dependsOnVariables = (document: DocumentNode): boolean => measuredVariables(document).length > 0;
