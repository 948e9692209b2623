import { GraphQLError, type GraphQLSchema } from 'graphql';
import { dependsOnVariables } from './complexity.ts';
import type { CachedDocument } from './document-cache.ts';
import { faultsOf } from './document-rules.ts';
import type { DocumentLimits } from './limits.ts';
import { readDocument } from './read-document.ts';

/** The operations of the company's own front ends, which the config names. */
export type RegisteredDocuments = {
  readonly hasAny: () => boolean;
  /** The text of a document, by the id that a client sends: `sha256:…`, or the digits alone. */
  readonly textOf: (id: string) => string | undefined;
  readonly find: (text: string) => CachedDocument | undefined;
};

export type RegisteredDocumentOptions = {
  readonly schema: GraphQLSchema;
  readonly limits: DocumentLimits;
  readonly introspection: boolean;
  /** Id and text of each, as the config has them now. */
  readonly documents: () => ReadonlyMap<string, string>;
  /** Called for each document that this gateway cannot run. */
  readonly report: (id: string, reason: string) => void;
};

/**
 * Reads the registered documents when the config brings them. They were written by the company, so the limits on size
 * do not apply to them; depth and complexity still do.
 */
export function createRegisteredDocuments(options: RegisteredDocumentOptions): RegisteredDocuments {
  let source: ReadonlyMap<string, string> | null = null;
  let byId = new Map<string, string>();
  let byText = new Map<string, CachedDocument>();
  const refresh = (): void => {
    const documents = options.documents();
    if (documents === source) return;
    source = documents;
    byId = new Map();
    byText = new Map();
    for (const [id, text] of documents) {
      const entry = byText.get(text) ?? readEntry(options, id, text);
      if (!entry) continue;
      byId.set(id.toLowerCase(), text);
      byText.set(text, entry);
    }
  };
  refresh();
  return {
    hasAny: () => {
      refresh();
      return byId.size > 0;
    },
    textOf: (id) => {
      refresh();
      const name = id.toLowerCase();
      return byId.get(name) ?? byId.get(`sha256:${name}`) ?? byId.get(name.replace(/^sha256:/, ''));
    },
    find: (text) => {
      refresh();
      return byText.get(text);
    },
  };
}

/** Null where the gateway cannot run it: then it is not registered. */
function readEntry(
  { schema, limits, introspection, report }: RegisteredDocumentOptions,
  id: string,
  text: string,
): CachedDocument | null {
  try {
    const own = ownLimits(limits);
    const document = readDocument(text, own);
    const [fault] = faultsOf(schema, document, { limits: own, introspection });
    if (fault) throw fault;
    let isMeasured = false;
    const isVariable = dependsOnVariables(schema, document);
    return {
      document,
      limits: own,
      // Its complexity is measured with the first request, because that brings the variables.
      get isVariable() {
        return isVariable || !isMeasured;
      },
      measured: () => {
        isMeasured = true;
      },
    };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    report(id, error.message);
    return null;
  }
}

const ownLimits = (limits: DocumentLimits): DocumentLimits => ({
  ...limits,
  ...{ tokens: Infinity, brackets: Infinity, spreads: Infinity, fragments: Infinity },
  ...{ aliases: Infinity, comments: Infinity, breadth: Infinity },
});
