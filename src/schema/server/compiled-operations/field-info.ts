import type { GraphQLResolveInfo } from 'graphql';

/** What is the same each time that a plan reads a field. */
export type FieldFacts = Omit<GraphQLResolveInfo, 'path' | 'variableValues' | keyof typeof helpers>;

const asyncHelpers = { promiseAll: Promise.all.bind(Promise), track: () => undefined };
const helpers = {
  rootValue: undefined,
  getAbortSignal: (): undefined => undefined,
  getAsyncHelpers: () => asyncHelpers,
};

/**
 * What a resolver may ask of its field. It refers to what is the same each time: copied into an object for each field
 * that is read, that was a tenth of what a request allocates.
 */
export class FieldInfo implements GraphQLResolveInfo {
  readonly path: GraphQLResolveInfo['path'];
  readonly variableValues: GraphQLResolveInfo['variableValues'];
  readonly #facts: FieldFacts;

  constructor(
    facts: FieldFacts,
    path: GraphQLResolveInfo['path'],
    variableValues: GraphQLResolveInfo['variableValues'],
  ) {
    this.#facts = facts;
    this.path = path;
    this.variableValues = variableValues;
  }

  get fieldName() {
    return this.#facts.fieldName;
  }
  get fieldNodes() {
    return this.#facts.fieldNodes;
  }
  get returnType() {
    return this.#facts.returnType;
  }
  get parentType() {
    return this.#facts.parentType;
  }
  get schema() {
    return this.#facts.schema;
  }
  get operation() {
    return this.#facts.operation;
  }
  get fragments() {
    return this.#facts.fragments;
  }
  get rootValue() {
    return undefined;
  }
  get signal() {
    return undefined;
  }
  get getAbortSignal() {
    return helpers.getAbortSignal;
  }
  get getAsyncHelpers() {
    return helpers.getAsyncHelpers;
  }
}
