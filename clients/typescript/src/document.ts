/**
 * What an operation takes and gives, as a type. GraphQL Code Generator, gql.tada and `TypedDocumentNode` have the same
 * member, so their documents fit as well.
 */
export type DocumentType<Result, Variables> = {
  readonly __apiType?: (variables: Variables) => Result;
};

/** A document with its types: a text, or whatever `print` of the client turns into one. */
export type Operation<Result, Variables> = DocumentType<Result, Variables> & (string | object);

/** A document as text. With a hash, a gateway that knows it by the hash needs no text. */
export class TypedDocument<Result, Variables> implements DocumentType<Result, Variables> {
  readonly __apiType?: (variables: Variables) => Result;
  readonly __meta__: { readonly hash?: string } | undefined;
  readonly #text: string;

  constructor(text: string, meta?: { readonly hash?: string }) {
    this.#text = text;
    this.__meta__ = meta;
  }

  toString(): string {
    return this.#text;
  }
}

export type Document = { readonly text: string; readonly hash: string | null };

/** The text of a document, and its hash where it has one. */
export function readDocument(
  operation: Operation<unknown, never>,
  print: ((document: never) => string) | undefined,
): Document {
  const { __meta__: meta } = operation as { readonly __meta__?: { readonly hash?: string } };
  const isNode = typeof operation === 'object' && 'kind' in operation;
  if (isNode && !print) {
    throw new TypeError('A document node needs createClient({ print }) with the function print of graphql.');
  }
  const text = isNode && print ? print(operation as never) : String(operation);
  return { text: text.trim(), hash: meta?.hash ?? null };
}

export type OperationKind = { readonly isMutation: boolean; readonly field: string | null };

/** Which kind of operation a text is, and the first field of its root. */
export function kindOf(text: string): OperationKind {
  const [, kind, field = null] =
    /(?:^|\s)(mutation|query|subscription)\b[^{]*\{\s*(?:\w+\s*:\s*)?(\w+)/.exec(text.replaceAll(/#.*/g, '')) ?? [];
  return { isMutation: kind === 'mutation', field: kind === 'mutation' ? field : null };
}
