import type { IncomingMessage, ServerResponse } from 'node:http';
import { type DocumentNode, type ExecutionResult, type GraphQLSchema, Kind } from 'graphql';
import { processRegularResult } from 'graphql-yoga';
import type { ExecuteOperation } from './compiled-operations/compiled-executor.ts';
import type { SchemaContext } from './context.ts';
import type { TraceOperation } from './execute.ts';
import type { GuardAnswer } from './guard/answer-guard.ts';
import { excessOf, type MeasuredVariables, measuredVariables } from './guard/complexity.ts';
import type { CachedDocument, DocumentCache } from './guard/document-cache.ts';
import type { DocumentLimits } from './guard/limits.ts';
import type { CheckRate } from './guard/rate-guard.ts';
import { askedUrl, type Handler } from './in-order.ts';
import { nameOfOperation } from './operation-name.ts';

export type CachedDocumentExecutorOptions = {
  /** Where the door is. */
  readonly path: string;
  readonly schema: GraphQLSchema;
  readonly execute: ExecuteOperation;
  /** Documents that passed every check. */
  readonly documents: DocumentCache;
  readonly contextOf: (response: ServerResponse) => SchemaContext;
  readonly checkRate: CheckRate<IncomingMessage>;
  readonly guardAnswer: GuardAnswer;
  readonly limits: DocumentLimits;
  readonly traceOperation: TraceOperation | undefined;
};

/**
 * Serves what programs send all day without Yoga: a known document, by POST, answered as one piece of JSON. Yoga
 * converts Node's request to a fetch request and its answer back, and calls each plugin at each step; that costs more
 * than a payment. Here an executor with the same answers runs with the same guards, and Yoga's own function makes status and text.
 * Everything else goes to Yoga: new documents, streams, malformed requests, and what is more than the limits.
 */
export function createCachedDocumentExecutor(options: CachedDocumentExecutorOptions): Handler {
  const { documents, contextOf, path } = options;
  const mediaTypeOf = createMediaTypes();
  const isWithinLimits = createMeasure(options);
  return (request, response, next) => {
    const isPlain = request.method === 'POST' && askedUrl(request) === path;
    const parameters = isPlain ? plainParameters(request.body as object) : null;
    const mediaType = parameters && mediaTypeOf(request.headers.accept ?? '*/*');
    const kept = mediaType ? documents.find(parameters.query) : undefined;
    if (!mediaType || !kept || !isOneAnswer(kept.document, parameters.operationName)) return next();
    const variableValues = parameters.variables ?? {};
    if (kept.isVariable && !isWithinLimits(kept, variableValues)) return next();
    const contextValue = { ...contextOf(response), req: request, res: response };
    const operation = { document: kept.document, contextValue, variableValues };
    return run(options, operation).then((result) => send(response, result, mediaType));
  };
}

type Variables = Readonly<Record<string, unknown>>;

/** The most measures of a document that are remembered. */
const keptMeasures = 100;

/**
 * Where the length of a page is a variable, or null may be refused. What is too much is measured again, and refused, by
 * Yoga. What was within the limits is not measured again.
 */
function createMeasure({ schema, limits }: Pick<CachedDocumentExecutorOptions, 'schema' | 'limits'>) {
  const measures = new WeakMap<DocumentNode, MeasuredVariables & { readonly passed: Set<string> }>();
  return ({ document, limits: own, measured }: CachedDocument, variables: Variables): boolean => {
    const known = measures.get(document) ?? { ...measuredVariables(schema, document), passed: new Set() };
    const { values, nullable, passed } = known;
    const given = JSON.stringify([
      // A variable that is left out has its default, which null has not.
      ...values.map((name) => (Object.hasOwn(variables, name) ? [variables[name]] : [])),
      ...nullable.map((name) => variables[name] === null),
    ]);
    if (passed.has(given)) return true;
    if (excessOf(schema, document, variables, own ?? limits).length > 0) return false;
    if (passed.size < keptMeasures) passed.add(given);
    measures.set(document, known);
    measured?.();
    return true;
  };
}

type Operation = {
  readonly document: DocumentNode;
  readonly contextValue: SchemaContext & { readonly req: IncomingMessage };
  readonly variableValues: Variables;
};

async function run(
  { execute, checkRate, guardAnswer, limits, traceOperation }: CachedDocumentExecutorOptions,
  operation: Operation,
): Promise<ExecutionResult> {
  const refusal = await checkRate(operation);
  if (refusal) return refusal;
  const start = () => execute({ ...operation, hideSuggestions: !limits.suggestions });
  let result: ExecutionResult;
  try {
    result = await (traceOperation ? traceOperation(nameOfOperation(operation.document), start) : start());
  } catch (error) {
    result = { errors: [error as never] };
  }
  return guardAnswer(result, operation.contextValue.requestId, operation);
}

/** The arguments of `Response`; nothing else of it is needed. */
class Answer {
  readonly text: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  constructor(text: string, { status, headers }: Pick<Answer, 'status' | 'headers'>) {
    this.text = text;
    this.status = status;
    this.headers = headers;
  }
}

function send(response: ServerResponse, result: ExecutionResult, mediaType: string): void {
  const answer = processRegularResult(result, { Response: Answer } as never, mediaType) as unknown as Answer;
  response.statusCode = answer.status;
  for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
  response.end(answer.text);
}

type Parameters = {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
};

const known: ReadonlySet<string> = new Set(['query', 'variables', 'operationName']);

/** Null for parameters that Yoga may have to refuse. */
function plainParameters(body: object): Parameters | null {
  for (const name in body) if (!known.has(name)) return null;
  const { variables, operationName } = body as Readonly<Record<string, unknown>>;
  if (variables !== undefined && (typeof variables !== 'object' || Array.isArray(variables))) return null;
  return operationName === undefined || operationName === null || typeof operationName === 'string'
    ? (body as Parameters)
    : null;
}

function isOneAnswer({ definitions }: DocumentNode, operationName: string | null | undefined): boolean {
  for (const definition of definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const isNamed = (operationName ?? definition.name?.value) === definition.name?.value;
    return isNamed && definition.operation !== 'subscription';
  }
  return false;
}

const keptAccepts = 100;

/** The media type of the answer, for the headers that clients send; null leaves it to Yoga. */
function createMediaTypes(): (accept: string) => string | null {
  const kept = new Map<string, string | null>();
  return (accept) => {
    const found = kept.get(accept);
    if (found !== undefined) return found;
    const mediaType = mediaTypeOf(accept);
    if (kept.size < keptAccepts) kept.set(accept, mediaType);
    return mediaType;
  };
}

/** The first listed type decides, as in Yoga. Types with parameters or weights are left to Yoga. */
function mediaTypeOf(accept: string): string | null {
  const [first = ''] = accept.split(',');
  switch (first.trim().toLowerCase()) {
    case 'application/graphql-response+json':
      return 'application/graphql-response+json';
    case 'application/json':
    case '*/*':
      return 'application/json';
    default:
      return null;
  }
}
