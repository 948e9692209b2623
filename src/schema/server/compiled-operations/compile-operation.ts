import { BREAK, type DocumentNode, type GraphQLSchema, Kind, type OperationDefinitionNode, visit } from 'graphql';
import { compileFields, readFields } from './compile-selection.ts';
import { compileVariables } from './input-coercion.ts';
import type { Run } from './run.ts';

export type OperationPlan = {
  /** Null: the executor has to coerce the variables. Nothing ran yet. */
  readonly prepare: (variables: Readonly<Record<string, unknown>>, context: unknown) => Run | null;
  /** The answer's data, or a promise of it. Neither throws nor rejects. */
  readonly read: (run: Run) => unknown;
};

/** Null for a document that only the executor runs. */
export function compileOperation(schema: GraphQLSchema, document: DocumentNode): OperationPlan | null {
  const operation = plainOperationOf(document);
  const type = operation && schema.getRootType(operation.operation);
  if (!type) return null;
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const source = { schema, operation, fragments: Object.fromEntries(fragments.map((one) => [one.name.value, one])) };
  const fields = compileFields(source, type, [operation.selectionSet], true);
  // Mutations run one after the other.
  if (operation.operation === 'mutation' && fields.length > 1) return null;
  const coerce = compileVariables(schema, operation);
  return {
    prepare: (given, context) => {
      const variables = coerce(given);
      return variables && { context, variables, outcomes: {}, isSurprised: false };
    },
    read: (run) => readFields(fields, undefined, run, undefined),
  };
}

/**
 * Null for what the executor always runs: several operations, subscriptions, directives, introspection, defaults of
 * variables, variables inside a list or an object.
 */
function plainOperationOf(document: DocumentNode): OperationDefinitionNode | null {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (operation === undefined || operations.length > 1 || operation.operation === 'subscription') return null;
  let isPlain = true;
  const allow = (isAllowed: boolean): typeof BREAK | undefined => {
    if (isAllowed) return undefined;
    isPlain = false;
    return BREAK;
  };
  visit(document, {
    Directive: () => allow(false),
    VariableDefinition: ({ defaultValue }) => allow(defaultValue === undefined),
    Variable: (_node, _key, parent) => allow(parent !== undefined && 'kind' in parent && mayHold.has(parent.kind)),
    // An answer is an object: `__proto__` would not be a field of it.
    Field: ({ name: { value: name }, alias }) =>
      allow((name === '__typename' || !name.startsWith('__')) && alias?.value !== '__proto__'),
  });
  return isPlain ? operation : null;
}

const mayHold: ReadonlySet<Kind> = new Set([Kind.VARIABLE_DEFINITION, Kind.ARGUMENT]);
