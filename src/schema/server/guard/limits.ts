import { GraphQLError } from 'graphql';
import type { RequestErrorCode } from '../../../kernel/errors.ts';
import { requestError } from './graphql-error.ts';

/**
 * The limits of a GraphQL document. Each figure is a setting with a name, and a test. There is room for everything that
 * the schema shows of a payment in one query: 66 fields, five levels.
 */
export const defaultDocumentLimits = {
  /** Names, numbers, strings and punctuation; comments and blanks do not count. */
  tokens: 1000,
  /** How deep brackets of any kind may stand in each other: the parser calls itself for each. */
  brackets: 32,
  /** Fragments and inline fragments that are spread. */
  spreads: 30,
  /** Fragments that are defined. */
  fragments: 15,
  aliases: 30,
  comments: 100,
  /** Fields in fields. */
  depth: 10,
  /** All fields, those of a fragment each time that it is spread. */
  breadth: 100,
  /** Fields times the length of the lists that they stand in; see `fieldComplexity`. */
  complexity: 500,
  /** Errors in one answer, and the characters of each. */
  errors: 5,
  messageCharacters: 200,
  /**
   * Whether errors help a developer: they suggest names, show what was sent for an enum and what the parser read, and
   * list choices.
   */
  suggestions: false,
  /** Documents that are kept parsed and validated, and the bytes of each. */
  cachedDocuments: 200,
  cachedDocumentBytes: 4096,
};
export type DocumentLimits = Readonly<typeof defaultDocumentLimits>;

/** For a deployment of developers: its messages have room for suggestions and choices. */
export const helpful = (limits: DocumentLimits): DocumentLimits => ({
  ...limits,
  suggestions: true,
  messageCharacters: 1000,
});

/** Refuses a document for its size or shape: HTTP 400 whatever the client accepts. */
export function documentRefusal(message: string): GraphQLError {
  return requestError('DOCUMENT_REFUSED', message, { status: 400, spec: false });
}

/**
 * A value that does not match its type or field. By GraphQL over HTTP the status is 200 for `application/json`, and 400
 * for GraphQL's own media type.
 */
export function badUserInput({ message, nodes }: GraphQLError): GraphQLError {
  const extensions = { code: 'BAD_USER_INPUT' satisfies RequestErrorCode, http: { status: 400, spec: true } };
  return new GraphQLError(message, { nodes: nodes ?? null, extensions });
}
