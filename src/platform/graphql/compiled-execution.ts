import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { compilerIsGuarded, compilesEqually } from './compiler-fitness.js';
import { findVariableFaults } from './variable-faults.js';

/** 执行请求 · One operation to execute, its document already validated. @article none — technical */
export interface Execution {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As the caller sent them. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: unknown;
  /** What the root fields are resolved upon. */
  readonly root?: unknown;
}

interface Plan {
  uses: number;
  /** Null: graphql-js executes it. */
  compiled: CompiledQuery | null;
}

/** Compiling costs as much as several executions, so that a document that comes once is not compiled. */
const COMPILED_FROM_USE = 2;
const PLANS = 500;

const COMPILER_OPTIONS = { variablesAreCoerced: true, disablingCapturingStackErrors: true };

/**
 * 编译执行 · Executes operations: by graphql-jit from the second time on, where that is proved to answer as graphql-js does,
 * and by graphql-js otherwise (see `compilesEqually`).
 *
 * @article none — technical
 */
export class CompiledExecution {
  /** Whether anything is compiled: the compiler without our patch runs code out of string literals. */
  readonly compiles = compilerIsGuarded();
  private readonly plans = new LRUCache<OperationDefinitionNode, Plan>({ max: PLANS });

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly tellNames: boolean,
  ) {}

  /** @returns the result as graphql-js gives it; bad variables as BAD_USER_INPUT errors with a path and no data */
  execute(execution: Execution): Promise<ExecutionResult> | ExecutionResult {
    const { document, operation, variables, context, root } = execution;
    const { coerced, errors } = getVariableValues(this.schema, operation.variableDefinitions ?? [], variables, {
      maxErrors: 1,
    });
    if (errors !== undefined) {
      const faults = findVariableFaults(this.schema, operation, variables, this.tellNames);
      return { errors: faults.length > 0 ? faults : errors };
    }
    // The compiler makes a subscription of its own out of one; here each event is executed as a query is.
    const compiled = operation.operation === 'subscription' ? null : this.compiledFor(document, operation);
    if (compiled !== null) return compiled.query(undefined, context, coerced);
    return execute({
      schema: this.schema,
      document,
      rootValue: root,
      contextValue: context,
      variableValues: variables,
      operationName: operation.name?.value,
    }) as Promise<ExecutionResult> | ExecutionResult;
  }

  private compiledFor(document: DocumentNode, operation: OperationDefinitionNode): CompiledQuery | null {
    if (!this.compiles) return null;
    const plan = this.plans.get(operation) ?? { uses: 0, compiled: null };
    plan.uses += 1;
    if (plan.uses === 1) this.plans.set(operation, plan);
    if (plan.uses === COMPILED_FROM_USE) plan.compiled = compileOperation(this.schema, document, operation);
    return plan.compiled;
  }
}

/**
 * 编译 · Compiles one operation; null where graphql-js is to execute it.
 *
 * @returns a query that takes variables as `getVariableValues` coerced them
 * @article none — technical
 */
export function compileOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CompiledQuery | null {
  if (!compilesEqually(schema, document)) return null;
  const compiled = compileQuery(schema, document, operation.name?.value, COMPILER_OPTIONS);
  return isCompiledQuery(compiled) ? compiled : null;
}
