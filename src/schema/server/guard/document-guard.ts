import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { dependsOnVariables, excessOf } from './complexity.ts';
import type { CachedDocument, DocumentCache } from './document-cache.ts';
import { faultsOf } from './document-rules.ts';
import type { DocumentLimits } from './limits.ts';
import { readDocument } from './read-document.ts';

/**
 * Checks a document before its execution: tokens, parser, the rules of GraphQL, our own rules, complexity, each only
 * after the one before. A document that passed is cached, so that a known one costs one look-up.
 */
export function createDocumentGuard(options: {
  readonly limits: DocumentLimits;
  readonly introspection: boolean;
  /** The cache of documents that passed. */
  readonly documents: DocumentCache;
}): Plugin {
  const { limits, documents: kept } = options;
  const passed = new WeakMap<DocumentNode, CachedDocument>();
  const texts = new WeakMap<DocumentNode, string>();
  return {
    onParse({ params, setParsedDocument }) {
      const text = String(params.source);
      const found = kept.find(text);
      if (found !== undefined) {
        passed.set(found.document, found);
        setParsedDocument(found.document);
        return;
      }
      const document = readDocument(text, limits);
      texts.set(document, text);
      setParsedDocument(document);
    },
    onValidate({ params, context, setResult, setValidationFn }) {
      const { schema, documentAST: document } = params as { schema: GraphQLSchema; documentAST: DocumentNode };
      const variables = variablesOf(context);
      const found = passed.get(document);
      if (found !== undefined) {
        const excess = found.isVariable ? excessOf(schema, document, variables, found.limits ?? limits) : [];
        if (excess.length === 0) found.measured?.();
        setResult(excess);
        return;
      }
      setValidationFn(() => {
        const errors = errorsOf(schema, document, variables, options);
        const text = texts.get(document);
        if (errors.length === 0 && text !== undefined) {
          const entry = { document, isVariable: dependsOnVariables(schema, document) };
          passed.set(document, entry);
          kept.keep(text, entry);
        }
        return errors;
      });
    },
  };
}

function variablesOf(context: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { params } = context as { params?: { variables?: Record<string, unknown> | null } };
  return params?.variables ?? {};
}

function errorsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  options: { readonly limits: DocumentLimits; readonly introspection: boolean },
): readonly GraphQLError[] {
  const faults = faultsOf(schema, document, options);
  return faults.length > 0 ? faults : excessOf(schema, document, variables, options.limits);
}
