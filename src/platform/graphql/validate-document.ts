import {
  type ASTNode,
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getEnterLeaveForKind,
  Kind,
  specifiedRules,
  type ValidationContext,
  ValuesOfCorrectTypeRule,
  validate,
} from 'graphql';

const MOST_ERRORS = 20;

/**
 * 校验文档 · Validates a document against the schema. A written value that its type cannot read is BAD_USER_INPUT with its
 * path into the arguments; anything else is BAD_REQUEST.
 *
 * @param tellNames  whether "Did you mean" may name what the schema has
 * @returns the errors, at most 20 and a line that there are more; none when the document is good
 * @article none — technical
 */
export function validateDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  tellNames: boolean,
): readonly GraphQLError[] {
  const paths = new Map<GraphQLError, readonly string[]>();
  const rules = specifiedRules.map((rule) => (rule === ValuesOfCorrectTypeRule ? valuesRule(paths) : rule));
  return validate(schema, document, rules, { maxErrors: MOST_ERRORS }).map((error) => {
    const path = paths.get(error);
    return new GraphQLError(tellNames ? error.message : withoutSuggestions(error.message), {
      nodes: error.nodes,
      source: error.source,
      positions: error.positions,
      extensions: path === undefined ? { code: 'BAD_REQUEST' } : { code: 'BAD_USER_INPUT', path },
    });
  });
}

/** 不泄露名称 · Takes what graphql suggests off the end of a message. @article none — technical */
export function withoutSuggestions(message: string): string {
  return message.replace(/ ?Did you mean [^?]*\?$/, '');
}

/** The rule of graphql itself, with a note of where in the arguments it stood when it reported. */
function valuesRule(paths: Map<GraphQLError, readonly string[]>): (context: ValidationContext) => ASTVisitor {
  return (context) => {
    let here: Place = { node: undefined, keys: [], ancestors: [] };
    const noting = Object.create(context, {
      reportError: {
        value: (error: GraphQLError) => {
          paths.set(error, pathInto(here));
          context.reportError(error);
        },
      },
    }) as ValidationContext;
    const rule = ValuesOfCorrectTypeRule(noting);
    return {
      enter(...visit) {
        here = { node: visit[0], keys: visit[3], ancestors: visit[4] };
        return getEnterLeaveForKind(rule, visit[0].kind).enter?.apply(rule, visit) as unknown;
      },
      leave(...visit) {
        here = { node: visit[0], keys: visit[3], ancestors: visit[4] };
        return getEnterLeaveForKind(rule, visit[0].kind).leave?.apply(rule, visit) as unknown;
      },
    };
  };
}

interface Place {
  readonly node: ASTNode | undefined;
  /** The key that leads from each ancestor to the next. */
  readonly keys: readonly (string | number)[];
  readonly ancestors: readonly (ASTNode | readonly ASTNode[])[];
}

/** From the argument down: names of arguments and input fields, list positions as digits. */
function pathInto({ node, keys, ancestors }: Place): string[] {
  const path: string[] = [];
  keys.forEach((key, step) => {
    const from = ancestors[step - 1];
    const to = ancestors[step + 1] ?? node;
    if (from !== undefined && 'kind' in from && from.kind === Kind.LIST) path.push(String(key));
    if (to === undefined || !('kind' in to)) return;
    if (to.kind === Kind.ARGUMENT || to.kind === Kind.OBJECT_FIELD) path.push(to.name.value);
    if (to.kind === Kind.VARIABLE_DEFINITION) path.push(to.variable.name.value);
  });
  return path;
}
