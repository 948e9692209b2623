import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type SelectionSetNode,
  specifiedRules,
  validate,
} from 'graphql';
import { type DocumentLimits, documentRefusal } from './limits.ts';

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** What the rules of GraphQL, and then ours, find in a document. */
export function faultsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  { limits, introspection }: { readonly limits: DocumentLimits; readonly introspection: boolean },
): readonly GraphQLError[] {
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const errors = validate(schema, document, rules, { maxErrors: limits.errors, hideSuggestions: !limits.suggestions });
  if (errors.length > 0) return errors;
  try {
    checkDocumentRules(document);
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
  return [];
}

/**
 * Limits a valid document: one mutation field, so that an answer is about one payment and one key; one introspection of
 * the schema. No variable has the name that a JavaScript object keeps for its prototype: its value would be lost.
 * @throws GraphQLError, HTTP 400
 */
function checkDocumentRules({ definitions }: DocumentNode): void {
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw documentRefusal('A document has one operation.');
  if (operation.variableDefinitions?.some(({ variable }) => variable.name.value === '__proto__')) {
    throw documentRefusal('A variable is not named $__proto__.');
  }
  const fragments: Fragments = new Map(
    definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const fields = fieldsOf(operation.selectionSet, fragments);
  if (operation.operation === 'mutation' && fields.filter(({ name }) => name.value !== '__typename').length > 1) {
    throw documentRefusal('A document has one mutation.');
  }
  checkIntrospection(fields, fragments);
}

/** The fields of a selection and of the fragments in it, each fragment once. */
function fieldsOf(selectionSet: SelectionSetNode, fragments: Fragments): FieldNode[] {
  const fields: FieldNode[] = [];
  const seen = new Set<SelectionSetNode | undefined>([undefined]);
  const waiting: (SelectionSetNode | undefined)[] = [selectionSet];
  for (let current = waiting.pop(); current !== undefined; current = waiting.pop()) {
    seen.add(current);
    for (const selection of current.selections) {
      if (selection.kind === Kind.FIELD) fields.push(selection);
      else {
        const inner =
          selection.kind === Kind.INLINE_FRAGMENT
            ? selection.selectionSet
            : fragments.get(selection.name.value)?.selectionSet;
        if (!seen.has(inner)) waiting.push(inner);
      }
    }
  }
  return fields;
}

/** Lists that multiply: the fields of each type, the types of each field… */
const listsOfTypes: ReadonlySet<string> = new Set([
  'fields',
  'inputFields',
  'interfaces',
  'possibleTypes',
  'enumValues',
]);

/**
 * Allows only the standard introspection query. Repeated, aliased or nested introspection could return a thousand times
 * as much for a few hundred bytes.
 */
function checkIntrospection(fields: readonly FieldNode[], fragments: Fragments): void {
  const looks = fields.filter(({ name }) => name.value === '__schema' || name.value === '__type');
  if (looks.length > 1) throw documentRefusal('A document looks at the schema once.');
  const seen = { inList: new Set<SelectionSetNode>(), outside: new Set<SelectionSetNode>() };
  const check = (selectionSet: SelectionSetNode | undefined, isInList: boolean): void => {
    const seenHere = seen[isInList ? 'inList' : 'outside'];
    if (selectionSet === undefined || seenHere.has(selectionSet)) return;
    seenHere.add(selectionSet);
    for (const { name, alias, selectionSet: inner } of fieldsOf(selectionSet, fragments)) {
      if (alias !== undefined) throw documentRefusal('Fields of the schema are asked for under their own names.');
      const isList = listsOfTypes.has(name.value);
      if (isList && isInList) throw documentRefusal('The lists of a type are not asked for within one another.');
      check(inner, isInList || isList);
    }
  };
  for (const { selectionSet } of looks) check(selectionSet, false);
}
