import {
  type ASTNode,
  type ASTVisitFn,
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
import { keyShown, withoutValues } from './without-values.js';

const MOST_ERRORS = 20;

/** What graphql tells may quote the caller's own value, which may be long. */
const LONGEST_MESSAGE = 300;

/** Says graphql where comparing fields that are to be merged takes too long. */
const GIVEN_UP = 'Validation aborted.';

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
  const options = { maxErrors: MOST_ERRORS, hideSuggestions: !tellNames };
  return validate(schema, document, rules, options).map((error) => {
    if (error.message === GIVEN_UP)
      return new GraphQLError('The document asks for the same fields too often.', {
        extensions: { code: 'FIELD_LIMIT' },
      });
    const path = paths.get(error);
    return new GraphQLError(withoutValues(error.message).slice(0, LONGEST_MESSAGE), {
      nodes: error.nodes,
      source: error.source,
      positions: error.positions,
      extensions: path === undefined ? { code: 'BAD_REQUEST' } : { code: 'BAD_USER_INPUT', path },
    });
  });
}

/** The rule of graphql itself, with a note of where in the arguments it stood when it reported. */
function valuesRule(paths: Map<GraphQLError, readonly string[]>): (context: ValidationContext) => ASTVisitor {
  return (context) => {
    let here: Place = { keys: [], visited: [] };
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
        here = placeOf(visit);
        return getEnterLeaveForKind(rule, visit[0].kind).enter?.apply(rule, visit) as unknown;
      },
      leave(...visit) {
        here = placeOf(visit);
        return getEnterLeaveForKind(rule, visit[0].kind).leave?.apply(rule, visit) as unknown;
      },
    };
  };
}

interface Place {
  /** The key that leads from each node or list visited to the next. */
  readonly keys: readonly (string | number)[];
  readonly visited: readonly (ASTNode | readonly ASTNode[])[];
}

function placeOf([node, , parent, keys, ancestors]: Parameters<ASTVisitFn<ASTNode>>): Place {
  return { keys, visited: parent === undefined ? [node] : [...ancestors, parent, node] };
}

/** From the argument down: names of arguments and input fields, list positions as digits. */
function pathInto({ keys, visited }: Place): string[] {
  const path: string[] = [];
  keys.forEach((key, step) => {
    const list = visited[step - 1];
    if (list !== undefined && 'kind' in list && list.kind === Kind.LIST) path.push(String(key));
    const to = visited[step + 1];
    if (to === undefined || !('kind' in to)) return;
    if (to.kind === Kind.ARGUMENT || to.kind === Kind.OBJECT_FIELD) path.push(keyShown(to.name.value));
    if (to.kind === Kind.VARIABLE_DEFINITION) path.push(to.variable.name.value);
  });
  return path;
}
