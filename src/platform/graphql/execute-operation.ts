import type { DocumentNode, ExecutionResult, GraphQLError, OperationDefinitionNode } from 'graphql';
import { besideData } from './answer-extensions.js';
import { CompiledExecution } from './compiled-execution.js';
import type { GraphqlParts } from './graphql-handler.js';
import { toPublicError } from './public-error.js';
import { noteForbidden, refusedActs } from './refused-acts.js';
import type { RequestContext } from './request-context.js';

/** 一次执行 · An operation of a document that was admitted. @article none — technical */
export interface Operation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As the caller sent them. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: RequestContext;
  /** What the root fields are resolved upon: the event of a subscription; nothing otherwise. */
  readonly root?: unknown;
}

/** 执行结果 · What came of it: data, and errors as the caller may be told of them. @article none — technical */
export interface Executed {
  readonly data: ExecutionResult['data'];
  readonly errors: readonly GraphQLError[];
  /** What stands beside the data; absent where there is nothing to tell. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** 执行 · Executes an operation; never throws. @article none — technical */
export type ExecuteOperation = (operation: Operation) => Promise<Executed>;

/** Faults logged of one request: a page of bad rows is told by its first few. */
const MOST_REPORTS = 5;

/**
 * 执行 · The one way in which operations are executed, whatever their answers are written as: faults of ours are logged, and what
 * was refused for want of right is recorded before it is told.
 *
 * @article none — technical
 */
export function operationExecutor({ schema, production, logger, onRefused }: GraphqlParts): ExecuteOperation {
  const execution = new CompiledExecution(schema, !production);
  if (!execution.compiles)
    logger.warn({ event: 'compiler-unpatched' }, 'queries are not compiled: run `npx patch-package`');

  const tellRefused = async (context: RequestContext): Promise<void> => {
    const acts = refusedActs(context);
    if (acts.length > 0) await onRefused?.(context, acts);
  };

  return async ({ document, operation, variables, context, root }) => {
    let result: ExecutionResult;
    try {
      result = await execution.execute({ document, operation, variables, context, root });
    } catch (error) {
      result = { data: null, errors: [error as GraphQLError] };
    }
    if (result.errors === undefined || result.errors.length === 0) {
      await tellRefused(context);
      return { data: result.data, errors: [], ...besideData(context) };
    }
    const errors = publicErrors(result.errors, context.requestId, (err, path) =>
      logger.error(
        { requestId: context.requestId, operationName: operation.name?.value, path, err },
        'a resolver failed',
      ),
    );
    noteForbidden(context, document, operation, errors);
    await tellRefused(context);
    return { data: result.data, errors, ...besideData(context) };
  };
}

function publicErrors(
  errors: readonly GraphQLError[],
  requestId: string,
  report: (error: unknown, path: string) => void,
): GraphQLError[] {
  let reports = 0;
  return errors.map((error) =>
    toPublicError(error, requestId, (fault, path) => {
      reports += 1;
      if (reports <= MOST_REPORTS) report(fault, path);
    }),
  );
}
