import { ApolloServer, HeaderMap } from '@apollo/server';
import { type DocumentNode, type GraphQLError, getOperationAST, type OperationDefinitionNode } from 'graphql';
import { ApiError } from '../errors/api-error.js';
import { askedFormat } from '../table/asked-format.js';
import { TableAnswers } from '../table/table-answers.js';
import { TABLE_FORMATS } from '../table/table-formats.js';
import { answerType } from './answer-type.js';
import { apolloOptions } from './apollo-options.js';
import { DOCUMENT_LIMITS } from './document-limits.js';
import { DocumentStore, type KnownDocument } from './document-store.js';
import { operationExecutor } from './execute-operation.js';
import type { GraphqlAnswer, TableHandler, GraphqlParts, GraphqlRequest } from './graphql-handler.js';
import { toPublicError } from './public-error.js';
import { QueryCost, REQUEST_POINTS } from './query-cost.js';
import { refusal } from './refusal.js';
import { type RequestBody, readRequestBody } from './request-body.js';
import type { RequestContext } from './request-context.js';

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
export async function createGraphqlHandler(parts: GraphqlParts): Promise<TableHandler> {
  const store = new DocumentStore(parts.schema, DOCUMENT_LIMITS, !parts.production);
  const cost = new QueryCost(parts.schema);
  const execute = operationExecutor(parts);
  const server = new ApolloServer<RequestContext>(apolloOptions(parts, store, execute));
  await server.start();

  const read = (body: RequestBody, context: RequestContext): KnownDocument | readonly GraphQLError[] => {
    const known = store.read(body.query);
    if ('document' in known && known.introspects && !parts.introspectionFor(context))
      throw new ApiError('BAD_REQUEST', 'Only signed-in callers may ask about the schema itself.');
    return known;
  };

  const admit = (body: RequestBody, context: RequestContext): Admitted | readonly GraphQLError[] => {
    const known = read(body, context);
    if (!('document' in known)) return known;
    return { cost: cost.check(known, operationOf(known.document, body.operationName), body.variables) };
  };

  /** A request is paid for before it is read, its fields once they are known; what is refused is paid for too. */
  const admitPaid = async (body: RequestBody, context: RequestContext): Promise<Admitted | readonly GraphQLError[]> => {
    const admitted = admit(body, context);
    if ('cost' in admitted) await parts.spend?.(context, admitted.cost);
    return admitted;
  };

  const answer = async (request: GraphqlRequest, contentType: string): Promise<GraphqlAnswer> => {
    const context = await parts.contextFor(request);
    await parts.spend?.(context, REQUEST_POINTS);
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

  const tables = new TableAnswers({
    graphql: parts,
    schema: parts.schema,
    cost,
    execute,
    read,
    operationOf: ({ document }, name) => operationOf(document, name),
  });

  return {
    async answer(request) {
      const chosen = askedFormat(request.accept);
      if (chosen !== null)
        try {
          return await tables.export(request, chosen);
        } catch (error) {
          return refusal([publicError(error, request)]);
        }
      const contentType = answerType(request.accept);
      try {
        if (contentType !== null) return await answer(request, contentType);
        const error = new ApiError(
          'BAD_REQUEST',
          `Answers are application/json or application/graphql-response+json; a list may also be ${TABLE_TYPES}.`,
        );
        return { ...refusal([publicError(error, request)]), status: 406 };
      } catch (error) {
        return refusal([publicError(error, request)], contentType ?? undefined);
      }
    },
    async table(request, list, use) {
      try {
        return await tables.read(request, list, use);
      } catch (error) {
        return refusal([publicError(error, request)]);
      }
    },
    stop: () => server.stop(),
  };

  function publicError(error: unknown, { requestId }: Pick<GraphqlRequest, 'requestId'>): GraphQLError {
    return toPublicError(error, requestId, (err) => parts.logger.error({ requestId, err }, 'a request failed'));
  }
}

const TABLE_TYPES = TABLE_FORMATS.map(({ mediaType }) => mediaType).join(', ');

function operationOf(document: DocumentNode, name: string | null): OperationDefinitionNode {
  const operation = getOperationAST(document, name);
  if (operation?.operation === 'subscription')
    throw new ApiError(
      'BAD_REQUEST',
      'Subscriptions are asked over a WebSocket at this address (graphql-transport-ws).',
    );
  if (operation) return operation;
  throw new ApiError(
    'BAD_REQUEST',
    name === null
      ? 'The document holds several operations: name one in "operationName".'
      : 'The document has no operation of that name.',
  );
}
