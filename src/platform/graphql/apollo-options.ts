import {
  type ApolloServerOptionsWithSchema,
  type ApolloServerPlugin,
  type GraphQLRequestListener,
  HeaderMap,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import type { DocumentStore } from './document-store.js';
import type { ExecuteOperation } from './execute-operation.js';
import type { GraphqlParts } from './graphql-handler.js';
import { HTTP_STATUS, statusOf } from './http-status.js';
import { codeOf } from './public-error.js';
import { retryAfterSeconds } from './refusal.js';
import type { RequestContext } from './request-context.js';

type Options = ApolloServerOptionsWithSchema<RequestContext>;
type Respond = NonNullable<GraphQLRequestListener<RequestContext>['responseForOperation']>;

/**
 * Apollo 设置 · Apollo Server with our execution, our documents as its store, and none of the plugins that wrap every field
 * or speak to Apollo's services.
 *
 * @article none — technical
 */
export function apolloOptions(parts: GraphqlParts, store: DocumentStore, execute: ExecuteOperation): Options {
  return {
    schema: parts.schema,
    documentStore: store.forApollo,
    // Decided for each caller before Apollo is asked.
    introspection: true,
    hideSchemaDetailsFromClientErrors: parts.production,
    includeStacktraceInErrorResponses: false,
    nodeEnv: parts.production ? 'production' : 'development',
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    stringifyResult: (result) => JSON.stringify(result),
    formatError: formatApolloError,
    logger: apolloLogger(parts.logger),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      executionPlugin(execute),
    ],
  };
}

/**
 * Our execution as a plugin that answers in Apollo's stead, and not as its `gateway`: the context that Apollo makes for a
 * gateway has accessors of its own, whose hidden class keeps each whole result alive until a full garbage collection; that
 * cost more than the execution itself.
 */
function executionPlugin(execute: ExecuteOperation): ApolloServerPlugin<RequestContext> {
  const responseForOperation: Respond = async ({ document, operation, request, contextValue: context }) => {
    const { data, errors, extensions } = await execute({
      document,
      operation,
      variables: request.variables ?? {},
      context,
    });
    const http = { status: undefined as number | undefined, headers: new HeaderMap() };
    const told = extensions === undefined ? {} : { extensions };
    if (errors.length === 0) return { http, body: { kind: 'single', singleResult: { data, ...told } } };
    http.status = statusOf(errors.map(codeOf), isAnswered(data));
    const wait = retryAfterSeconds(errors);
    if (wait !== undefined) http.headers.set('retry-after', String(wait));
    const shown = errors.map((error) => error.toJSON());
    return { http, body: { kind: 'single', singleResult: { errors: shown, data, ...told } } };
  };
  const listener: GraphQLRequestListener<RequestContext> = { responseForOperation };
  return { requestDidStart: () => Promise.resolve(listener) };
}

/** Whether any root field has a value. */
function isAnswered(data: ExecutionResult['data']): boolean {
  return data != null && Object.values(data).some((value) => value !== null);
}

/** Errors of Apollo Server's own. */
function formatApolloError(shown: GraphQLFormattedError): GraphQLFormattedError {
  const code = shown.extensions?.code;
  if (code === 'INTERNAL_SERVER_ERROR') return { message: 'Internal server error', extensions: { code } };
  if (typeof code === 'string' && Object.hasOwn(HTTP_STATUS, code)) return shown;
  return { ...shown, extensions: { code: 'BAD_REQUEST' } };
}

/** Apollo writes whole sentences; errors of ours never pass through them. */
function apolloLogger(logger: GraphqlParts['logger']): NonNullable<Options['logger']> {
  const say = (level: 'debug' | 'info' | 'warn' | 'error') => (message: unknown) =>
    logger[level]({ event: 'apollo' }, String(message));
  return { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') };
}
