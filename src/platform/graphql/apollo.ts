import { ApolloServer, HeaderMap } from '@apollo/server';
import { type DocumentNode, type GraphQLError, getOperationAST, type OperationDefinitionNode } from 'graphql';
import { ApiError } from '../errors/api-error.js';
import { answerType } from './answer-type.js';
import { apolloOptions, retryAfterSeconds } from './apollo-options.js';
import { DOCUMENT_LIMITS } from './document-limits.js';
import { DocumentStore } from './document-store.js';
import type { GraphqlAnswer, GraphqlHandler, GraphqlParts, GraphqlRequest } from './graphql-handler.js';
import { statusOf } from './http-status.js';
import { codeOf, toPublicError } from './public-error.js';
import { QueryCost } from './query-cost.js';
import { type RequestBody, readRequestBody } from './request-body.js';
import type { RequestContext } from './request-context.js';

/** 请求计点 · What a request counts for before its fields do. @article none — technical */
export const REQUEST_POINTS = 100;

/** A document that may be executed. */
interface Admitted {
  readonly cost: number;
}

/** All that Apollo Server is to know of the request's headers; its CSRF guard looks at the content type. */
const HEADERS = new HeaderMap([['content-type', 'application/json']]);

/**
 * 接口处理 · Answers GraphQL requests by Apollo Server, behind limits of our own: the document is measured, validated and
 * its cost reckoned before Apollo sees it, since what is thrown in Apollo's validation hooks is answered with 500.
 *
 * @article none — technical
 */
export async function createGraphqlHandler(parts: GraphqlParts): Promise<GraphqlHandler> {
  const store = new DocumentStore(parts.schema, DOCUMENT_LIMITS, !parts.production);
  const cost = new QueryCost(parts.schema);
  const server = new ApolloServer<RequestContext>(apolloOptions(parts, store));
  await server.start();

  const admit = (body: RequestBody, context: RequestContext): Admitted | readonly GraphQLError[] => {
    const known = store.read(body.query);
    if (!('document' in known)) return known;
    if (known.introspects && !parts.introspectionFor(context))
      throw new ApiError('BAD_REQUEST', 'Only signed-in callers may ask about the schema itself.');
    return { cost: cost.check(known, operationOf(known.document, body.operationName), body.variables) };
  };

  /** What is refused is paid for too: reading it was work. */
  const admitPaid = async (body: RequestBody, context: RequestContext): Promise<Admitted | readonly GraphQLError[]> => {
    let points = REQUEST_POINTS;
    try {
      const admitted = admit(body, context);
      if ('cost' in admitted) points += admitted.cost;
      return admitted;
    } finally {
      await parts.spend?.(context, points);
    }
  };

  const answer = async (request: GraphqlRequest, contentType: string): Promise<GraphqlAnswer> => {
    const context = await parts.contextFor(request);
    const body = readRequestBody(request.body);
    const admitted = await admitPaid(body, context);
    if (!('cost' in admitted)) return refusal(admitted, contentType);
    const {
      status,
      headers,
      body: answered,
    } = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers: HEADERS, search: '', body },
      context: () => Promise.resolve(context),
    });
    if (answered.kind !== 'complete') throw new Error('Apollo Server answered in parts');
    const wait = headers.get('retry-after');
    return {
      status: status ?? 200,
      contentType,
      retryAfterSeconds: wait === undefined ? undefined : Number(wait),
      body: answered.string,
    };
  };

  return {
    async answer(request) {
      const contentType = answerType(request.accept);
      try {
        if (contentType !== null) return await answer(request, contentType);
        const error = new ApiError('BAD_REQUEST', 'Answers are application/json or application/graphql-response+json.');
        return { ...refusal([publicError(error, request)], JSON_TYPE), status: 406 };
      } catch (error) {
        return refusal([publicError(error, request)], contentType ?? JSON_TYPE);
      }
    },
    stop: () => server.stop(),
  };

  function publicError(error: unknown, { requestId }: GraphqlRequest): GraphQLError {
    return toPublicError(error, requestId, (err) => parts.logger.error({ requestId, err }, 'a request failed'));
  }
}

const JSON_TYPE = 'application/json; charset=utf-8';

function refusal(errors: readonly GraphQLError[], contentType: string): GraphqlAnswer {
  return {
    status: statusOf(errors.map(codeOf), false),
    contentType,
    retryAfterSeconds: retryAfterSeconds(errors),
    body: JSON.stringify({ errors }),
  };
}

function operationOf(document: DocumentNode, name: string | null): OperationDefinitionNode {
  const operation = getOperationAST(document, name);
  if (operation) return operation;
  throw new ApiError(
    'BAD_REQUEST',
    name === null
      ? 'The document holds several operations: name one in "operationName".'
      : 'The document has no operation of that name.',
  );
}
