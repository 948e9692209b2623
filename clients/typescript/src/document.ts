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

export type OperationKind = {
  readonly isMutation: boolean;
  /** The mutation; null where it is not certain which one runs. */
  readonly field: string | null;
};

/** Strings, comments and commas; then variables and arguments, which hold directives with arguments at most. */
const unread = [/"""(?:\\"""|[\s\S])*?"""|"(?:\\.|[^"\\\n\r])*"|#[^\n\r]*|,/g, /\((?:[^()]|\([^()]*\))*\)/g];

/**
 * Which kind of operation a text is. The gateway takes one operation with one mutation. A text that cannot be read as
 * such counts as a mutation, so that no payment is sent without its key.
 */
export function kindOf(text: string): OperationKind {
  const operations: { readonly head: string; readonly root: string }[] = [];
  let [depth, head, root] = [0, '', ''];
  for (const part of unread.reduce((rest, pattern) => rest.replaceAll(pattern, ' '), text).split(/([{}])/)) {
    if (part === '{') depth++;
    else if (part === '}') {
      if (--depth === 0 && !/^fragment\b/.test(head)) operations.push({ head, root });
    } else if (depth === 0) [head, root] = [part.trim(), ''];
    else if (depth === 1) root += `${part} `;
  }
  const [only] = depth === 0 && operations.length === 1 ? operations : [];
  if (only && /^(?:$|(?:query|subscription)\b)/.test(only.head)) return { isMutation: false, field: null };
  // Without aliases, directives and __typename, one name is left. A spread is none.
  const field = only?.root.replaceAll(/\w+\s*:|@\s*\w+|\b__typename\b/g, ' ').trim() ?? '';
  return { isMutation: true, field: /^\w+$/.test(field) ? field : null };
}
