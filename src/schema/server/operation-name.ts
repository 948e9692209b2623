import { type DocumentNode, Kind } from 'graphql';

/**
 * What a trace calls an operation: `mutation initiatePayment`, `query payment payments`. Its kind, and the fields that
 * it asks for at the root; they are of the schema, for the document was validated, and their aliases are left out.
 */
export function nameOfOperation(document: DocumentNode, operationName?: string | null): string {
  const operation = document.definitions.find(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && (!operationName || definition.name?.value === operationName),
  );
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return 'operation';
  const fields = operation.selectionSet.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD ? [selection.name.value] : [],
  );
  return [operation.operation, ...new Set(fields)].slice(0, 6).join(' ');
}
