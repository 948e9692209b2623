import { type DocumentNode, GraphQLError, Kind, Lexer, parse, Source, TokenKind } from 'graphql';
import type { RequestErrorCode } from '../../../kernel/errors.ts';
import { type DocumentLimits, documentRefusal } from './limits.ts';

/**
 * Reads a document. Its tokens are counted first, because the parser recurses at every bracket and builds the whole
 * tree.
 * @throws GraphQLError, HTTP 400, in our own words: the parser's repeat the input, and are added for developers alone.
 */
export function readDocument(text: string, limits: DocumentLimits): DocumentNode {
  const source = new Source(text);
  try {
    checkTokens(source, limits);
    const document = parse(source, { maxTokens: limits.tokens, maxComments: limits.comments });
    const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    if (operations.length !== 1) throw documentRefusal('A document has one operation.');
    return document;
  } catch (error) {
    if (!(error instanceof GraphQLError) || error.extensions.code !== undefined) throw error;
    const words = 'The document is not valid GraphQL.';
    throw new GraphQLError(limits.suggestions ? `${words} ${error.message}` : words, {
      source,
      positions: error.positions,
      extensions: { code: 'GRAPHQL_PARSE_FAILED' satisfies RequestErrorCode, http: { status: 400, spec: true } },
    });
  }
}

const opening: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

function checkTokens(source: Source, limits: DocumentLimits): void {
  const lexer = new Lexer(source);
  const count = { tokens: 0, brackets: 0, spreads: 0, fragments: 0, aliases: 0 };
  let parentheses = 0;
  while (lexer.advance().kind !== TokenKind.EOF) {
    const { kind, value } = lexer.token;
    count.tokens++;
    if (opening.has(kind)) count.brackets++;
    else if (closing.has(kind)) count.brackets--;
    if (kind === TokenKind.PAREN_L) parentheses++;
    else if (kind === TokenKind.PAREN_R) parentheses--;
    else if (kind === TokenKind.SPREAD) count.spreads++;
    // Outside of arguments and variables, a colon follows an alias.
    else if (kind === TokenKind.COLON && parentheses === 0) count.aliases++;
    else if (kind === TokenKind.NAME && value === 'fragment' && count.brackets === 0) count.fragments++;
    for (const name of counted) {
      if (count[name] > limits[name])
        throw documentRefusal(`The document has more than ${limits[name]} ${words[name]}.`);
    }
  }
}

const words = {
  tokens: 'tokens',
  brackets: 'levels of brackets',
  spreads: 'spreads',
  fragments: 'fragments',
  aliases: 'aliases',
} as const;
const counted = Object.keys(words) as (keyof typeof words)[];
