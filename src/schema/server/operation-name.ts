import { type DocumentNode, Kind } from 'graphql';

/**
 * An operation's name in traces: `mutation initiatePayment`, `query payment payments`. It has the kind and the root
 * fields. They belong to the schema, because the document was validated; aliases are left out.
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
