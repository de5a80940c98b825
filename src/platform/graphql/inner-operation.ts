import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { ApiError } from '../errors/api-error.js';
import { CompiledExecution } from './compiled-execution.js';
import { DOCUMENT_LIMITS } from './document-limits.js';
import { DocumentStore } from './document-store.js';
import type { RequestContext } from './request-context.js';

/** 内层操作 · An operation that is handed over as an argument. @article none — technical */
export interface InnerOperation {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Kept {
  readonly store: DocumentStore;
  readonly execution: CompiledExecution;
}

const kept = new WeakMap<GraphQLSchema, Kept>();

/**
 * 执行内层操作 · Executes a query that came as an argument, under the limits of any document and the rules of any field.
 *
 * @param roots  root fields that it may select
 * @param context  whose, and for what: told apart from that of the outer request
 * @throws ApiError BAD_USER_INPUT where it is no such query, with the path of the argument
 * @throws GraphQLError the first error of its execution
 * @article none — technical
 */
export async function executeInner(
  schema: GraphQLSchema,
  { query, operationName, variables }: InnerOperation,
  roots: ReadonlySet<string>,
  context: RequestContext,
): Promise<void> {
  const { store, execution } = keptOf(schema);
  const document = read(store, query);
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== 'query')
    throw refused('it holds no such query: name one of several in `operationName`, and no mutation', 'operationName');
  const others = rootFields(document, operation.selectionSet).filter((name) => !roots.has(name));
  if (others.length > 0)
    throw refused(`it selects ${others.join(', ')}, and only ${[...roots].join(', ')} can be explained`, 'query');
  const { errors } = await execution.execute({ document, operation, variables, context });
  if (errors?.[0] !== undefined) throw errors[0];
}

function keptOf(schema: GraphQLSchema): Kept {
  const known = kept.get(schema) ?? {
    store: new DocumentStore(schema, DOCUMENT_LIMITS, false),
    execution: new CompiledExecution(schema, false),
  };
  kept.set(schema, known);
  return known;
}

function read(store: DocumentStore, text: string): DocumentNode {
  const known = store.read(text);
  if ('document' in known) return known.document;
  throw refused(known.map(({ message }: GraphQLError) => message).join(' '), 'query');
}

/** The names of the fields at the root, through fragments; a valid document has no circles of them. */
function rootFields(document: DocumentNode, { selections }: SelectionSetNode): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(document, selection.selectionSet);
    const fragment = document.definitions.find(
      (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? rootFields(document, fragment.selectionSet) : [];
  });
}

function refused(why: string, at: string): ApiError {
  return new ApiError('BAD_USER_INPUT', `The query that was handed over is not looked at: ${why}.`, { path: [at] });
}
