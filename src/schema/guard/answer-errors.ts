import { GraphQLError } from 'graphql';
import type { DocumentLimits } from './limits.ts';

/**
 * The errors of an answer: few, short, without suggestions, without the text of a parser and without the value that
 * was sent. One that nobody meant says nothing but the request's id, under which the log has it.
 * @param report told of each error that nobody meant
 */
export function answerErrors(
  errors: readonly unknown[],
  requestId: string,
  limits: Pick<DocumentLimits, 'errors' | 'messageCharacters'>,
  report: (fault: unknown) => void,
): GraphQLError[] {
  return errors.slice(0, limits.errors).map((error) => {
    if (error instanceof GraphQLError && isMeant(error)) return shortened(error, limits.messageCharacters);
    report(error instanceof GraphQLError ? (error.originalError ?? error) : error);
    return masked(error, requestId);
  });
}

/** Thrown as an error of GraphQL, by the libraries or by a resolver: it was written to be read by clients. */
function isMeant(error: GraphQLError): boolean {
  const { originalError } = error;
  return originalError === undefined || (originalError instanceof GraphQLError && isMeant(originalError));
}

function masked(error: unknown, requestId: string): GraphQLError {
  const { nodes, path } = error instanceof GraphQLError ? error : {};
  return new GraphQLError('Unexpected error.', {
    nodes: nodes ?? null,
    path: path ?? null,
    // `unexpected` is for yoga, which takes it away: HTTP 500 where there is no data.
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId, unexpected: true },
  });
}

function shortened(error: GraphQLError, characters: number): GraphQLError {
  const { originalError: parserText, ...extensions } = error.extensions;
  const plain = withoutValue(error.message);
  const message = plain.length <= characters ? plain : `${plain.slice(0, characters - 1)}…`;
  if (message === error.message && parserText === undefined) return error;
  const { nodes, source, positions, path } = error;
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
    extensions,
  });
}

/** `Variable "$input" has invalid value at .amount: Expected …, found: {…}` says graphql… */
const variableFault = /^(Variable "\$\w+") has invalid value(?: at \.([\w.[\]]+))?: (.*)$/s;
/** … and `Variable "$input" got invalid value {…} at "input.amount"; Expected …` the executor. */
const executorFault = /^(Variable "\$\w+") got invalid value /;
const reasonBegins = /(?: at "\w+\.([\w.[\]]+)")?; (?=Expected |Value "|\w+ (?:cannot represent|is) )/;

const echoes = [/ Did you mean .*$/s, /, (?:but )?found:? .*$/s, /(?<= cannot represent [^:"]*):.*$/s];

function withoutValue(message: string): string {
  const [variable, path, reason] = variableFault.exec(message)?.slice(1) ?? partsOfExecutor(message) ?? [];
  const plain = variable === undefined ? message : `${variable}${path ? ` at "${path}"` : ''}: ${reason}`;
  return echoes.reduce((text, echo) => text.replace(echo, '.'), plain).replace(/(?<=[.?])\.$/, '');
}

function partsOfExecutor(message: string): (string | undefined)[] | null {
  const variable = executorFault.exec(message)?.[1];
  if (variable === undefined) return null;
  const begin = reasonBegins.exec(message);
  return begin
    ? [variable, begin[1], message.slice(begin.index + begin[0].length)]
    : [variable, undefined, 'has a value that cannot be used.'];
}
