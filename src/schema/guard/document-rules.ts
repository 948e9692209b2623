import { type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { documentRefusal } from './limits.ts';

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/**
 * What a valid document may ask for: one operation; one field of a mutation, so that an answer speaks of one payment
 * and one key; one look at the schema.
 * @throws GraphQLError, HTTP 400
 */
export function checkDocumentRules({ definitions }: DocumentNode): void {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (operation === undefined || operations.length > 1) throw documentRefusal('A document has one operation.');
  const fragments: Fragments = new Map(
    definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  if (operation.operation === 'mutation') checkMutation(operation, fragments);
  checkIntrospection(operation.selectionSet, fragments);
}

function checkMutation({ selectionSet }: OperationDefinitionNode, fragments: Fragments): void {
  const mutations = fieldsOf(selectionSet, fragments).filter(({ name }) => name.value !== '__typename');
  if (mutations.length > 1) throw documentRefusal('A document has one mutation.');
}

/** The fields of a selection, those of the fragments in it included. Valid documents have no cycles of fragments. */
function fieldsOf(selectionSet: SelectionSetNode, fragments: Fragments) {
  const fields = [];
  const waiting = [selectionSet];
  const seen = new Set<SelectionSetNode>();
  for (let current = waiting.pop(); current !== undefined; current = waiting.pop()) {
    if (seen.has(current)) continue;
    seen.add(current);
    for (const selection of current.selections) {
      if (selection.kind === Kind.FIELD) fields.push(selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) waiting.push(selection.selectionSet);
      else waiting.push(...(fragments.get(selection.name.value)?.selectionSet ? [fragments.get(selection.name.value)!.selectionSet] : []));
    }
  }
  return fields;
}

const listsOfSchema: ReadonlySet<string> = new Set(['fields', 'inputFields', 'interfaces', 'possibleTypes', 'enumValues']);

/**
 * The whole schema is about as much as the standard introspection query asks for. Twice, under other names, or with the
 * fields of the types of fields, a few hundred bytes would ask for a thousand times that.
 */
function checkIntrospection(selectionSet: SelectionSetNode, fragments: Fragments): void {
  const looks = fieldsOf(selectionSet, fragments).filter(({ name }) => name.value === '__schema' || name.value === '__type');
  if (looks.length > 1) throw documentRefusal('A document looks at the schema once.');
  for (const { selectionSet: inner } of looks) if (inner) checkSchemaSelection(inner, fragments, false, new Map());
}
