import { GraphQLError } from 'graphql';
import type { RequestErrorCode } from '../../../kernel/errors.ts';
import { unavailabilityOf } from '../execute.ts';
import { unavailableAnswer } from '../unavailable.ts';
import { type ChoicesOf, withChoices } from './enum-choices.ts';
import { badUserInput, type DocumentLimits } from './limits.ts';

/** Which request is answered, and whether it was to change something. */
export type Answered = { readonly requestId: string; readonly isMutation: boolean };

export type Wording = Pick<DocumentLimits, 'errors' | 'messageCharacters'> & {
  /** Null: suggestions, choices and the value that was sent for an enum are not shown. */
  readonly choicesOf: ChoicesOf | null;
};

/**
 * The errors of an answer: few, short, without suggestions, without a parser's text and without the sent value. An
 * unexpected one shows only the request's id, under which the log has it. An unavailable database is named, with
 * advice.
 * @param report called with each unexpected error
 */
export function answerErrors(
  errors: readonly unknown[],
  { requestId, isMutation }: Answered,
  wording: Wording,
  report: (fault: unknown) => void,
): GraphQLError[] {
  return errors.slice(0, wording.errors).map((error) => {
    if (error instanceof GraphQLError && isMeant(error)) return shortened(error, wording);
    report(error instanceof GraphQLError ? (error.originalError ?? error) : error);
    const unavailability = unavailabilityOf(error, isMutation);
    return unavailability ? unavailableAnswer(unavailability, error, requestId) : masked(error, requestId);
  });
}

/**
 * Written to be read by clients: it has a code or a status, or says what is wrong with a value that was sent. Any other
 * sentence of the libraries may print a value.
 */
function isMeant(error: GraphQLError): boolean {
  const { message, extensions } = error;
  return isOfGraphql(error) && ('code' in extensions || 'http' in extensions || isInputFault(message));
}

/** Thrown as an error of GraphQL, by the libraries or by a resolver. */
function isOfGraphql({ originalError }: GraphQLError): boolean {
  return originalError === undefined || (originalError instanceof GraphQLError && isOfGraphql(originalError));
}

function masked(error: unknown, requestId: string): GraphQLError {
  const { nodes, path } = error instanceof GraphQLError ? error : {};
  return new GraphQLError('Unexpected error.', {
    nodes: nodes ?? null,
    path: path ?? null,
    // `unexpected` is for yoga, which takes it away: HTTP 500 where there is no data.
    extensions: { code: 'INTERNAL_SERVER_ERROR' satisfies RequestErrorCode, requestId, unexpected: true },
  });
}

function shortened(error: GraphQLError, wording: Wording): GraphQLError {
  const message = shortMessage(error, wording);
  if (isVariableFault(error.message)) return badUserInput(withMessage(error, message));
  if (argumentFault.test(error.message)) return withMessage(error, message, { code, ...error.extensions });
  const { originalError: parserText, ...extensions } = error.extensions;
  if (message === error.message && parserText === undefined) return error;
  return withMessage(error, message, extensions);
}

const code: RequestErrorCode = 'BAD_USER_INPUT';

function shortMessage({ message, extensions }: GraphQLError, { messageCharacters, choicesOf }: Wording): string {
  // The parser's text is in it where it is to be shown.
  const plain = extensions.code === 'GRAPHQL_PARSE_FAILED' ? message : withoutValue(message, choicesOf);
  return plain.length <= messageCharacters ? plain : `${plain.slice(0, messageCharacters - 1)}…`;
}

function withMessage(
  { nodes, source, positions, path }: GraphQLError,
  message: string,
  extensions: GraphQLError['extensions'] = {},
): GraphQLError {
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
    extensions,
  });
}

/** `Variable "$input" has invalid value at .amount: Expected …, found: {…}` says graphql… */
const variableFault = /^(Variable "\$\w+") has invalid value(?: at ((?:\.\w+|\[\d+\])+))?: (.*)$/s;
/** … and `Variable "$input" got invalid value {…} at "input.amount"; Expected …` the executor. */
const executorFault = /^(Variable "\$\w+") got invalid value /;
const reasonBegins =
  /(?: at "\w+((?:\.\w+|\[\d+\])+)")?; (?=Expected |Value "|Enum "\w+" cannot represent|\w+ (?:cannot represent|is) )/;
/** `Variable "$input" of required type "…" was not provided.` says the executor, `of non-null type "…" must not be null.` */
const missingVariable = /^(Variable "\$\w+") of (required|non-null) type ("[\w[\]!]+")/;

/** `Argument "input" has invalid value { email: "…" }.` says the executor of a literal that a variable makes unusable. */
const argumentFault = /^Argument "[\w.(:)]+" (?:has invalid value\b|of (?:required|non-null) type "[\w[\]!]+" )/;

/** The executor's own error, which has no code. */
const isVariableFault = (message: string): boolean =>
  variableFault.test(message) || executorFault.test(message) || missingVariable.test(message);

const isInputFault = (message: string): boolean =>
  isVariableFault(message) || argumentFault.test(message) || message.startsWith('Too many errors processing variables');

const suggestion = / Did you mean .*$/s;
const echoes = [
  /(?<= Did you mean [^?]{0,300}\?) Found: .*$/s,
  /, (?:but )?found:? .*$/s,
  /(?<= cannot represent [^:"]*):.*$/s,
  /(?<=^Argument "\w+" has invalid value) .*$/s,
  /(?<=^DateTime cannot represent (?:an invalid (?:date-time-string|Unix timestamp)|non string or Date type)) .*$/s,
];
/** Up to the last place that may end the value: it may hold the same words. */
const enumEcho = /^Value ".*" (?=does not exist in "\w+" enum\b)/s;

function withoutValue(message: string, choicesOf: ChoicesOf | null): string {
  const [variable, path, reason] =
    variableFault.exec(message)?.slice(1) ?? partsOfExecutor(message) ?? partsOfMissing(message) ?? [];
  if (variable === undefined) return withoutEcho(message, choicesOf);
  return `${variable}${path ? ` at "${path.replace(/^\./, '')}"` : ''}: ${withoutEcho(reason ?? '', choicesOf)}`;
}

function withoutEcho(reason: string, choicesOf: ChoicesOf | null): string {
  const helpful = choicesOf && withChoices(reason, choicesOf);
  if (helpful) return helpful;
  const shown = choicesOf ? reason : reason.replace(enumEcho, 'Value ').replace(suggestion, '.');
  return echoes.reduce((text, echo) => text.replace(echo, '.'), shown).replace(/(?<=[.?])\.$/, '');
}

function partsOfExecutor(message: string): (string | undefined)[] | null {
  const variable = executorFault.exec(message)?.[1];
  if (variable === undefined) return null;
  const begin = reasonBegins.exec(message);
  return begin
    ? [variable, begin[1], message.slice(begin.index + begin[0].length)]
    : [variable, undefined, 'The value cannot be used.'];
}

function partsOfMissing(message: string): (string | undefined)[] | null {
  const [, variable, kind, type] = missingVariable.exec(message) ?? [];
  if (variable === undefined) return null;
  const reason =
    kind === 'required'
      ? `Expected a value of non-null type ${type} to be provided.`
      : `Expected value of non-null type ${type} not to be null.`;
  return [variable, undefined, reason];
}
