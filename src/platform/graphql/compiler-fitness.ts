import {
  type ASTVisitor,
  BREAK,
  buildSchema,
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';

/**
 * 可编译 · Whether graphql-jit answers a document exactly as graphql-js does. Left to graphql-js are documents
 *
 * - with a directive: conditions are kept on the nodes, where a fragment spread twice mixes them up;
 * - with introspection: its fields are resolved by graphql-js itself;
 * - that select on an interface or a union: type-graphql resolves types by promise, which compiled code does not await;
 * - with a variable inside a list or an object: left out by the caller, it becomes null instead of being left out;
 * - with several mutations: compiled code runs the next one after one has failed.
 *
 * One inequality no document shows: a property without a resolver is neither awaited nor called. Compiled code answers a
 * promise or a function there with an error; write a resolver for it.
 *
 * @article none — technical
 */
export function compilesEqually(schema: GraphQLSchema, document: DocumentNode): boolean {
  let equal = true;
  const refuse = (): typeof BREAK => {
    equal = false;
    return BREAK;
  };
  const types = new TypeInfo(schema);
  let insideValue = 0;
  const valueWalk = {
    enter: () => {
      insideValue += 1;
    },
    leave: () => {
      insideValue -= 1;
    },
  };
  const visitor: ASTVisitor = {
    [Kind.DIRECTIVE]: refuse,
    [Kind.OPERATION_DEFINITION]: (node) => (isSeveralMutations(node) ? refuse() : undefined),
    [Kind.FIELD]: (node) => {
      if (node.name.value === '__schema' || node.name.value === '__type') return refuse();
      return isAbstractType(getNamedType(types.getType())) ? refuse() : undefined;
    },
    [Kind.LIST]: valueWalk,
    [Kind.OBJECT]: valueWalk,
    [Kind.VARIABLE]: () => (insideValue > 0 ? refuse() : undefined),
  };
  visit(document, visitWithTypeInfo(types, visitor));
  return equal;
}

function isSeveralMutations({ operation, selectionSet }: OperationDefinitionNode): boolean {
  if (operation !== OperationTypeNode.MUTATION) return false;
  return selectionSet.selections.length > 1 || selectionSet.selections[0]?.kind !== Kind.FIELD;
}

/** What the unpatched compiler takes for a date and writes into its code as it stands. */
const MARK = '__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d';

/**
 * 编译器自检 · Whether the compiler in use carries patches/graphql-jit: without it a string literal can become code, and an
 * installation without install scripts has it not.
 *
 * @article none — technical
 */
export function compilerIsGuarded(): boolean {
  const seen: unknown[] = [];
  const schema = buildSchema('type Query { echo(text: String): String }');
  schema.getQueryType()!.getFields().echo!.resolve = (_, args: { text: string }) => seen.push(args.text);
  const compiled = compileQuery(schema, parse(`{ echo(text: "${MARK}0") }`));
  if (isCompiledQuery(compiled)) void compiled.query(undefined, {}, {});
  return seen[0] === `${MARK}0`;
}
