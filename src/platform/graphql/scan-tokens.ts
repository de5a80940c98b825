import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import { ApiError } from '../errors/api-error.js';
import type { DocumentLimits } from './document-limits.js';

const OPENING = new Set<string>([TokenKind.BRACE_L, TokenKind.PAREN_L, TokenKind.BRACKET_L]);
const CLOSING = new Set<string>([TokenKind.BRACE_R, TokenKind.PAREN_R, TokenKind.BRACKET_R]);

/**
 * 扫描 · Counts the tokens of a document, comments too, and how deep its brackets go, before anything recurses into it.
 *
 * It stops at the first token over the limit, so a text of a mebibyte costs no more than one of ten thousand tokens.
 *
 * @returns how many tokens there are
 * @throws ApiError TOKEN_LIMIT, DEPTH_LIMIT; BAD_REQUEST where the text has no tokens of GraphQL, or a NUL in a string
 * @article none — technical
 */
export function scanTokens(text: string, limits: DocumentLimits): number {
  refuseComments(text, limits);
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let nesting = 0;
  for (;;) {
    const before = lexer.token;
    const token = readToken(lexer);
    for (let passed = token; passed !== before && passed.prev !== null; passed = passed.prev) tokens += 1;
    if (token.kind === TokenKind.EOF) return tokens;
    if (tokens > limits.tokens) throw tooManyTokens(limits);
    if (OPENING.has(token.kind)) nesting += 1;
    else if (CLOSING.has(token.kind)) nesting -= 1;
    else if (isString(token.kind) && token.value.includes('\0'))
      throw new ApiError('BAD_USER_INPUT', 'A string in the document holds the character U+0000, which no text may.');
    if (nesting > limits.nesting)
      throw new ApiError('DEPTH_LIMIT', `The document nests brackets more than ${limits.nesting} deep.`, {
        limit: limits.nesting,
      });
  }
}

/** The lexer runs over any number of comments in one step, making a token of each. */
function refuseComments(text: string, limits: DocumentLimits): void {
  let comments = 0;
  for (let at = text.indexOf('#'); at !== -1; at = text.indexOf('#', at + 1)) {
    comments += 1;
    if (comments > limits.tokens) throw tooManyTokens(limits);
  }
}

function tooManyTokens(limits: DocumentLimits): ApiError {
  const { tokens: limit } = limits;
  return new ApiError('TOKEN_LIMIT', `The document has more than ${limit} tokens; send values as variables.`, {
    limit,
  });
}

function isString(kind: string): boolean {
  return kind === TokenKind.STRING || kind === TokenKind.BLOCK_STRING;
}

function readToken(lexer: Lexer): Lexer['token'] {
  try {
    return lexer.advance();
  } catch (error) {
    throw toBadRequest(error);
  }
}

/** 语法错误 · What graphql says of a text that is no document, as our own error. @article none — technical */
export function toBadRequest(error: unknown): ApiError {
  if (!(error instanceof GraphQLError)) throw error;
  const [place] = error.locations ?? [];
  const where = place === undefined ? '' : ` (line ${place.line}, column ${place.column})`;
  return new ApiError('BAD_REQUEST', `${error.message.slice(0, 300)}${where}`);
}
