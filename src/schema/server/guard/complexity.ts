import { complexityFromQuery, type FieldComplexityValue } from '@pothos/plugin-complexity';
import {
  BREAK,
  type DocumentNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getVariableValues,
  isListType,
  isNonNullType,
  Kind,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { knownLocale } from '../locale.ts';
import { pageSize } from '../page.ts';
import { requestError } from './graphql-error.ts';
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
  given: Readonly<Record<string, unknown>>,
  _context: object,
  field: GraphQLField<unknown, never, never>,
): FieldComplexityValue {
  const rows = rowsOf(given);
  if (getNamedType(field.type).name.endsWith('Connection')) {
    return { field: 1, multiplier: Math.max(1, rows / rowsPerUnit) };
  }
  const isEdges = getNamedType(field.type).name.endsWith('Edge');
  return { field: 1, multiplier: isListType(getNullableType(field.type)) && !isEdges ? itemsOfList : 1 };
}

/** @throws GraphQLError for a page size, a locale or a condition that cannot be used. */
function rowsOf({ first, locale, if: condition }: Readonly<Record<string, unknown>>): number {
  if (condition === null) throw requestError('BAD_USER_INPUT', 'if must not be null.');
  if (typeof locale === 'string') knownLocale(locale);
  return pageSize(typeof first === 'number' ? first : null, pageByDefault);
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
  const unreadable = variableFaults(schema, document, variables, limits);
  if (unreadable.length > 0) return unreadable;
  const faults = argumentFaults(document, variables, limits);
  if (faults.length > 0) return faults;
  const measured = measure(schema, document, variables);
  if (measured instanceof GraphQLError) return [badUserInput(measured)];
  for (const name of ['depth', 'breadth', 'complexity'] as const) {
    if (measured[name] > limits[name]) {
      return [documentRefusal(`The document's ${name} is ${Math.ceil(measured[name])}; it may be ${limits[name]}.`)];
    }
  }
  return [];
}

const measure = (schema: GraphQLSchema, document: DocumentNode, variables: Readonly<Record<string, unknown>>) =>
  orRefusal(() => complexityFromQuery(document, { schema, variables }));

function orRefusal<Result>(work: () => Result): Result | GraphQLError {
  try {
    return work();
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/**
 * Page sizes, locales and conditions that cannot be used, each with its place, which the measure does not know; as many
 * as an answer tells, because a place is looked for from the document's beginning.
 */
function argumentFaults(
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  limits: Pick<DocumentLimits, 'errors'>,
): readonly GraphQLError[] {
  const faults: GraphQLError[] = [];
  visit(document, {
    Argument(node) {
      if (!measuredArguments.has(node.name.value)) return undefined;
      const fault = orRefusal(() => rowsOf({ [node.name.value]: valueFromASTUntyped(node.value, variables) }));
      if (fault instanceof GraphQLError) faults.push(badUserInput(new GraphQLError(fault.message, { nodes: node })));
      return faults.length < limits.errors ? undefined : BREAK;
    },
  });
  return faults;
}

/**
 * As the executor tells them once the document is known, and as many as an answer tells. Before the measure, which tells
 * one, and finds all.
 */
function variableFaults(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  { suggestions, errors: maxErrors }: Pick<DocumentLimits, 'suggestions' | 'errors'>,
): readonly GraphQLError[] {
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const { errors = [] } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables, {
    hideSuggestions: !suggestions,
    maxErrors,
  });
  // One more says that there are more.
  return errors.slice(0, maxErrors).map(badUserInput);
}

/** `if` is that of `@skip` and `@include`. */
const measuredArguments: ReadonlySet<string> = new Set(['first', 'locale', 'if']);

/** The variables of a request that its measure depends on. */
export type MeasuredVariables = {
  /** Those that set a page's length, a locale or a condition. */
  readonly values: readonly string[];
  /** Those that may be null, in a place where null is refused: their own default, or that of the place, allows them. */
  readonly nullable: readonly string[];
};

export function measuredVariables(schema: GraphQLSchema, document: DocumentNode): MeasuredVariables {
  const values = new Set<string>();
  const nullable = new Set<string>();
  const required = new Set<string>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      VariableDefinition({ variable, type }) {
        if (type.kind === Kind.NON_NULL_TYPE) required.add(variable.name.value);
      },
      Argument({ name, value }) {
        if (measuredArguments.has(name.value) && value.kind === Kind.VARIABLE) values.add(value.name.value);
      },
      Variable({ name }) {
        if (isNonNullType(types.getInputType())) nullable.add(name.value);
      },
    }),
  );
  return { values: [...values], nullable: [...nullable].filter((name) => !required.has(name)) };
}

export function dependsOnVariables(schema: GraphQLSchema, document: DocumentNode): boolean {
  const { values, nullable } = measuredVariables(schema, document);
  return values.length + nullable.length > 0;
}
