import { ApiError } from '../errors/api-error.js';
import type { GraphqlAnswer, GraphqlHandler } from '../graphql/graphql-handler.js';
import { type Answer, dataAnswer, refusalAnswer } from './answer.js';
import { type Exchange, hasBody } from './exchange.js';
import { preferredLanguage } from './preferred-language.js';
import { readBody } from './read-body.js';
import { readJsonObject } from './read-json.js';

/** Nothing that a browser sends across origins without asking first. */
const JSON_BODY = /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i;

/**
 * GraphQL 入口 · Reads a request for the GraphQL handler: POST with a JSON body, and nothing else.
 *
 * @returns the answer, or null where the caller has gone
 * @article none — technical
 */
export async function answerGraphql(exchange: Exchange, graphql: GraphqlHandler): Promise<Answer | null> {
  const { request, response, limits, requestId, address } = exchange;
  const { headers } = request;
  const refusal = refuseHead(exchange);
  if (refusal !== null) return refusal;

  if (headers.expect !== undefined && Number(headers['content-length'] ?? 0) <= limits.bodyBytes)
    response.writeContinue();
  const bytes = await readBody(request, limits.bodyBytes);
  if (bytes === 'gone') return null;
  if (bytes === 'too-large') return refusalAnswer(413, `The body has more than ${limits.bodyBytes} bytes.`);

  let body: Record<string, unknown>;
  try {
    body = readJsonObject(bytes, limits.jsonDepth);
  } catch (error) {
    if (error instanceof ApiError) return refusalAnswer(400, error.message, {}, error.code);
    throw error;
  }
  const answer = await graphql.answer({
    body,
    accept: headers.accept,
    authorization: headers.authorization,
    language: preferredLanguage(headers['accept-language']),
    requestId,
    address,
  });
  return httpAnswer(answer);
}

/** HTTP 答复 · What the handler answered, as HTTP has it. @article none — technical */
export function httpAnswer({ status, contentType, body, retryAfterSeconds, ...more }: GraphqlAnswer): Answer {
  const wait: Answer['headers'] = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  const answer = dataAnswer(status, contentType, body, { ...wait, ...more.headers });
  return { ...answer, stream: more.stream, trailers: more.trailers };
}

function refuseHead({ request }: Exchange): Answer | null {
  const { method, headers } = request;
  if (method !== 'POST') return refusalAnswer(405, 'GraphQL is asked by POST.', { allow: 'POST' });
  if (!JSON_BODY.test(headers['content-type'] ?? ''))
    return refusalAnswer(415, 'The body is application/json in UTF-8; say so in Content-Type.');
  if ((headers['content-encoding'] ?? 'identity') !== 'identity')
    return refusalAnswer(415, 'The body is not compressed; leave out Content-Encoding.');
  if ((headers['transfer-encoding'] ?? 'chunked').toLowerCase() !== 'chunked')
    return refusalAnswer(415, 'Transfer-Encoding is chunked or left out.');
  return hasBody(request) ? null : refusalAnswer(400, 'The body is missing.');
}
