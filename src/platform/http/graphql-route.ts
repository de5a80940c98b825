import type { ChartAnswer } from '../chart/chart-pictures.js';
import type { GraphqlAnswer, GraphqlHandler } from '../graphql/graphql-handler.js';
import { type Answer, dataAnswer, refusalAnswer } from './answer.js';
import type { Exchange } from './exchange.js';
import { preferredLanguage } from './preferred-language.js';
import { readPosted } from './read-posted.js';

/**
 * GraphQL 入口 · Reads a request for the GraphQL handler: POST with a JSON body, and nothing else.
 *
 * @returns the answer, or null where the caller has gone
 * @article none — technical
 */
export async function answerGraphql(exchange: Exchange, graphql: GraphqlHandler): Promise<Answer | null> {
  const { headers, method } = exchange.request;
  if (method !== 'POST') return refusalAnswer(405, 'GraphQL is asked by POST.', { allow: 'POST' });
  const posted = await readPosted(exchange);
  if (posted === null) return null;
  if ('refused' in posted) return posted.refused;
  return httpAnswer(await graphql.answer({ body: posted.body, accept: headers.accept, ...callerOf(exchange) }));
}

/** 来访者信息 · What a request says of who sends it, as far as handlers need it. @article none — technical */
export function callerOf({ request: { headers }, requestId, address }: Exchange) {
  const language = preferredLanguage(headers['accept-language']);
  return { authorization: headers.authorization, language, requestId, address };
}

/** HTTP 答复 · What a handler answered, as HTTP has it. @article none — technical */
export function httpAnswer(answered: GraphqlAnswer | ChartAnswer): Answer {
  const { status, contentType, body, retryAfterSeconds, headers } = answered;
  const wait: Answer['headers'] = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  const answer = dataAnswer(status, contentType, body, { ...wait, ...headers });
  return 'stream' in answered ? { ...answer, stream: answered.stream, trailers: answered.trailers } : answer;
}
