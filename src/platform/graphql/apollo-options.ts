import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { ExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Logger } from '../logging/logger.js';
import { CompiledExecution } from './compiled-execution.js';
import type { DocumentStore } from './document-store.js';
import type { GraphqlParts } from './graphql-handler.js';
import { HTTP_STATUS, statusOf } from './http-status.js';
import { codeOf, toPublicError } from './public-error.js';
import type { RequestContext } from './request-context.js';
import { withoutSuggestions } from './validate-document.js';

type Gateway = ApolloServerOptionsWithGateway<RequestContext>['gateway'];
type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;

/** Faults logged of one request: a page of bad rows is told by its first few. */
const MOST_REPORTS = 5;

/**
 * Apollo 设置 · Apollo Server with our executor as its gateway, our documents as its store, and none of the plugins that
 * wrap every field or speak to Apollo's services.
 *
 * @article none — technical
 */
export function apolloOptions(
  parts: GraphqlParts,
  store: DocumentStore,
): ApolloServerOptionsWithGateway<RequestContext> {
  return {
    gateway: gatewayOf(parts),
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
    stringifyResult: JSON.stringify,
    formatError: (shown) => formatApolloError(shown),
    logger: apolloLogger(parts.logger),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  };
}

function gatewayOf(parts: GraphqlParts): Gateway {
  const execution = new CompiledExecution(parts.schema, !parts.production);
  if (!execution.compiles)
    parts.logger.warn({ event: 'compiler-unpatched' }, 'queries are not compiled: run `npx patch-package`');
  return {
    onSchemaLoadOrUpdate: (tell) => {
      tell({ apiSchema: parts.schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: () => Promise.resolve({ executor: executorOf(execution, parts.logger) }),
    stop: () => Promise.resolve(),
  };
}

function executorOf(execution: CompiledExecution, logger: GraphqlParts['logger']): Executor {
  return async ({ document, operation, request, response, ...asked }) => {
    const context = asked.context as RequestContext;
    let result: ExecutionResult;
    try {
      result = await execution.execute({ document, operation, variables: request.variables ?? {}, context });
    } catch (error) {
      result = { data: null, errors: [error as GraphQLError] };
    }
    if (result.errors === undefined || result.errors.length === 0) return result as Awaited<ReturnType<Executor>>;

    let reports = 0;
    const errors = result.errors.map((error) =>
      toPublicError(error, context.requestId, (err, path) => {
        reports += 1;
        if (reports > MOST_REPORTS) return;
        const { requestId } = context;
        logger.error({ requestId, operationName: operation.name?.value, path, err }, 'a resolver failed');
      }),
    );
    const http = response!.http!;
    http.status = statusOf(errors.map(codeOf), isAnswered(result.data));
    const wait = retryAfterSeconds(errors);
    if (wait !== undefined) http.headers.set('retry-after', String(wait));
    return { ...result, errors } as Awaited<ReturnType<Executor>>;
  };
}

/** 答复部分 · Whether any root field has a value. @article none — technical */
function isAnswered(data: ExecutionResult['data']): boolean {
  return data != null && Object.values(data).some((value) => value !== null);
}

/** 重试间隔 · Seconds after which to come again, where an error says so. @article none — technical */
export function retryAfterSeconds(errors: readonly GraphQLError[]): number | undefined {
  const waits = errors.map(({ extensions }) => extensions.retryAfterSeconds);
  return waits.find((seconds) => typeof seconds === 'number');
}

/** Errors of Apollo Server's own; those of the executor are as they are to be. */
function formatApolloError(shown: GraphQLFormattedError): GraphQLFormattedError {
  const code = shown.extensions?.code;
  if (code === 'INTERNAL_SERVER_ERROR')
    return { ...shown, message: 'Internal server error', extensions: { ...shown.extensions, code } };
  if (typeof code === 'string' && Object.hasOwn(HTTP_STATUS, code)) return shown;
  return { ...shown, message: withoutSuggestions(shown.message), extensions: { code: 'BAD_REQUEST' } };
}

/** Apollo writes whole sentences; errors of ours never pass through them. */
function apolloLogger(logger: GraphqlParts['logger']): Pick<Logger, 'debug' | 'info' | 'warn' | 'error'> {
  const say = (level: 'debug' | 'info' | 'warn' | 'error') => (message: unknown) =>
    logger[level]({ event: 'apollo' }, String(message));
  return { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') };
}
