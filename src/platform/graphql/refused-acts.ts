import {
  type DocumentNode,
  defaultFieldResolver,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { fromGlobalId } from './global-id.js';
import { codeOf } from './public-error.js';
import type { RequestContext } from './request-context.js';

/** 被拒操作 · What a caller had no right to do. @article 5.3 */
export interface RefusedAct {
  /** Root field, e.g. `completeStep`. */
  readonly operation: string;
  readonly code: string;
  /** Global ids that the input named; opaque, never content. */
  readonly objects: readonly string[];
}

/** Refusals for want of right that are answered as userErrors; whatever else a mutation refuses is no matter of right. */
const WANT_OF_RIGHT: ReadonlySet<unknown> = new Set(['WRONG_LEVEL', 'NOT_FOUND']);
const KEY = 'refused acts';
/** Of one request; a document may hold many mutations. */
const MOST_ACTS = 10;
const MOST_OBJECTS = 3;

/** 被拒操作清单 · The refusals of a request so far. */
export function refusedActs(context: RequestContext): readonly RefusedAct[] {
  return (context.loaders.get(KEY) as RefusedAct[] | undefined) ?? [];
}

/** 记下被拒操作 · Notes a refusal of the request, to be recorded before it is answered. */
export function noteRefusal(context: RequestContext, act: RefusedAct): void {
  const acts = (context.loaders.get(KEY) as RefusedAct[] | undefined) ?? [];
  context.loaders.set(KEY, acts);
  if (acts.length < MOST_ACTS) acts.push(act);
}

/**
 * 留意拒绝 · Looks at what each mutation answers: one that was refused for want of right is noted. An object out of reach and
 * one that never was are noted alike, so that neither takes longer.
 *
 * @article 5.3
 */
export function watchMutations(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = async (source, args, context: RequestContext, info) => {
      const payload: unknown = await resolve(source, args, context, info);
      const codes = codesOf(payload).filter((code) => WANT_OF_RIGHT.has(code));
      if (codes[0] !== undefined)
        noteRefusal(context, { operation: field.name, code: codes[0], objects: objectsOf(args) });
      return payload;
    };
  }
}

function codesOf(payload: unknown): string[] {
  const { userErrors, rowErrors } = (payload ?? {}) as { userErrors?: unknown; rowErrors?: unknown };
  return [userErrors, rowErrors]
    .flatMap((errors) => (Array.isArray(errors) ? errors : []))
    .map((error: { code?: unknown }) => String(error?.code));
}

/**
 * 记下禁止的操作 · Notes the root fields under which somebody was told FORBIDDEN, by their names and not by the caller's aliases,
 * which may say anything.
 *
 * @article 5.3
 */
export function noteForbidden(
  context: RequestContext,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  errors: readonly GraphQLError[],
): void {
  const forbidden = errors.filter((error) => codeOf(error) === 'FORBIDDEN');
  const keys = new Set(forbidden.map(({ path }) => String(path?.[0] ?? '')));
  for (const key of keys) {
    const name = rootField(document, operation.selectionSet, key);
    if (name !== null) noteRefusal(context, { operation: name, code: 'FORBIDDEN', objects: [] });
  }
}

/** Cycles of fragments were refused when the document was validated. */
function rootField(document: DocumentNode, { selections }: SelectionSetNode, key: string): string | null {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      if ((selection.alias ?? selection.name).value === key) return selection.name.value;
      continue;
    }
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.selectionSet
        : document.definitions.find(
            (own) => own.kind === Kind.FRAGMENT_DEFINITION && own.name.value === selection.name.value,
          );
    const set = inner === undefined || !('selectionSet' in inner) ? inner : inner.selectionSet;
    const found = set === undefined || !('selections' in set) ? null : rootField(document, set, key);
    if (found !== null) return found;
  }
  return null;
}

/**
 * The ids of an input by their names: `caseId`, `householdId`, `caseIds`, and those of the items of a batch. Texts of another form
 * are left out, for they may say anything.
 */
function objectsOf(args: Record<string, unknown>): string[] {
  const input = (args['input'] ?? {}) as Record<string, unknown>;
  const { items } = input;
  const named = [input, ...(Array.isArray(items) ? items : [])].flatMap((one: Record<string, unknown>) =>
    Object.entries(one ?? {}).flatMap(([name, value]) => (/Ids?$/.test(name) ? value : [])),
  );
  const ids = named.filter((id): id is string => typeof id === 'string' && fromGlobalId(id) !== null);
  return [...new Set(ids)].slice(0, MOST_OBJECTS);
}
